// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Catalogue.Sources;

namespace Schakel.Catalogue.Indicators;

/// <summary>Meanings that a user gives to columns, as data: they go before those that Schakel knows.</summary>
/// <param name="Path">File they were read from.</param>
/// <param name="ByName">Per spelling of a column (letters and digits only), its meaning.</param>
internal sealed record OwnMeanings(string Path, IReadOnlyDictionary<string, Meaning> ByName)
{
    internal const string FileName = "meanings.csv";
    internal const string DutchFileName = "betekenissen.csv";

    /// <summary>The meaning of a column of a table: the user's own, else the one that is known.</summary>
    internal static Meaning? Find(SourceTable table, string column) =>
        table.Own is { } own && (own.ByName.GetValueOrDefault(ColumnSpelling.Compact(column)) ?? own.ByName.GetValueOrDefault(ColumnSpelling.Compact(ColumnSpelling.WithoutNumber(column)))) is { } meaning
            ? meaning
            : MeaningTable.Find(column);

    /// <summary>Whether a file of this name holds meanings, not data.</summary>
    internal static bool Is(string path) => System.IO.Path.GetFileName(path) is FileName or DutchFileName;
}

/// <summary>The meanings for the files of one import: those that were given, else those beside each file.</summary>
/// <param name="given">From the option; null when none.</param>
internal sealed class MeaningsBeside(OwnMeanings? given)
{
    private readonly Dictionary<string, Outcome<OwnMeanings>?> known = new(StringComparer.Ordinal);

    /// <summary>What is wrong with the files that were met.</summary>
    internal IEnumerable<Refusal> Refused => known.OrderBy(pair => pair.Key, StringComparer.Ordinal)
        .Select(pair => pair.Value is not null && !pair.Value.TryGet(out _, out var reason) ? reason as Refusal : null).OfType<Refusal>();

    /// <summary>The table with the meanings that hold for it.</summary>
    internal SourceTable On(SourceTable table)
    {
        if (given is not null)
            return table with { Own = given };
        var folder = System.IO.Path.GetDirectoryName(table.Path) ?? "";
        if (!known.TryGetValue(folder, out var found))
            known[folder] = found = new[] { OwnMeanings.FileName, OwnMeanings.DutchFileName }.Select(name => System.IO.Path.Combine(folder, name)).FirstOrDefault(File.Exists) is { } path ? OwnMeaningFile.Read(path, CancellationToken.None) : null;
        return found is not null && found.TryGet(out var own, out _) ? table with { Own = own } : table;
    }
}
