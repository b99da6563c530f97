// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text.RegularExpressions;

namespace Schakel.Catalogue.Fetching;

/// <summary>Which table of a publisher holds which year, kept as data in <c>editions.csv</c>. It is a first guess: what the table says of itself decides.</summary>
internal static partial class Editions
{
    private static readonly Lazy<List<(string Source, int? Year, string Table)>> all = new(Load);

    /// <summary>Tables to try, the best guess first; those without a year hold many years.</summary>
    internal static IReadOnlyList<string> Of(string source, int year) =>
        [.. all.Value.Where(edition => edition.Source == source && (edition.Year is null || edition.Year == year)).Select(edition => edition.Table)];

    /// <summary>Whether a name from outside is the name of a table: it becomes part of an address and of a file name.</summary>
    internal static bool IsTable(string name) => TableName().IsMatch(name);

    private static List<(string, int?, string)> Load()
    {
        using var stream = typeof(Editions).Assembly.GetManifestResourceStream("Schakel.Catalogue.Fetching.editions.csv")
            ?? throw new InvalidOperationException("editions.csv is not embedded.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Skip(1).Where(line => line.Length > 0).Select(line => line.TrimEnd('\r').Split(';'))
            .Select(cells => (cells[0], cells[1].Length == 0 ? (int?)null : int.Parse(cells[1], NumberStyles.None, CultureInfo.InvariantCulture), cells[2]))];
    }

    [GeneratedRegex("^[0-9]{5}[A-Za-z]{2,4}$")]
    private static partial Regex TableName();
}
