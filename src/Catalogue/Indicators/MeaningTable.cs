// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;

namespace Schakel.Catalogue.Indicators;

/// <summary>What a column means: the line of the table that one of its many names belongs to.</summary>
/// <remarks><c>Scale</c>: what the file's figures are multiplied by, 0.01 for percentages.</remarks>
internal sealed record Meaning(
    string Id, IndicatorKind Kind, string? Denominator, double Scale, string Unit, string TitleNl, string TitleEn)
{
    /// <summary>Whether more is better, as far as somebody says so.</summary>
    public IndicatorDirection Direction { get; init; }

    /// <summary>Attribution and licence where the meaning states its own; else those of the file hold.</summary>
    public string Source { get; init; } = "";
    public string Licence { get; init; } = "";

    /// <summary>The indicator of a column with this meaning.</summary>
    internal Indicator For(string column) => new(Id, column, TitleNl, TitleEn, Unit, Kind, Denominator, Source, Licence, Recognised: true) { Direction = Direction };
}

/// <summary>The meanings of columns, kept as data in <c>meanings.csv</c> so that a new year or source needs no code.</summary>
internal static class MeaningTable
{
    // Headings that StatLine and R put in front of the name of a column, and units behind it. Compact form, longest first.
    private static readonly string[] headings =
    [
        "bedrijfsvestigingensbi2008", "socialezekerheid", "nabijheidvoorzieningen", "nabijheidvanvoorzieningen", "motorvoertuigen", "opleidingsniveau",
        "bevolking", "oppervlakte", "stedelijkheid", "inkomen", "energie", "wonen", "arbeid", "zorg", "onderwijs",
    ];

    private static readonly string[] units =
        ["aantalinwonersperkm", "per1000inwoners", "perhuishouden", "x1000euro", "perkm2", "perkm", "aantal", "code", "kwh", "euro", "km", "ha", "m3", "m"];

    private static readonly Lazy<(Dictionary<string, Meaning> ByName, Dictionary<string, Meaning> ById)> table = new(Load);
    private static readonly Lazy<HashSet<string>> ignored = new(LoadIgnored);

    /// <summary>Ids and their meanings.</summary>
    internal static IReadOnlyDictionary<string, Meaning> ById => table.Value.ById;

    /// <summary>The meaning of a column, or null.</summary>
    internal static Meaning? Find(string column)
    {
        var names = table.Value.ByName;
        var compact = ColumnSpelling.Compact(column);
        if (names.TryGetValue(compact, out var meaning) || names.TryGetValue(ColumnSpelling.Compact(ColumnSpelling.WithoutNumber(column)), out meaning))
            return meaning.Scale == 1 || !SaysCount(column) ? meaning : null;

        foreach (var candidate in WithoutHeadingAndUnit(compact))
            if (names.TryGetValue(candidate, out meaning) && (meaning.Scale == 1 || !SaysCount(column)))
                return meaning;
        return compact.EndsWith("pct", StringComparison.Ordinal) && names.TryGetValue(compact[..^3], out meaning) && meaning.Scale != 1 ? meaning : null;
    }

    /// <summary>Whether the column describes the row (a row number, a coordinate), not the area.</summary>
    internal static bool IsIgnored(string column) => column.Length == 0 || ignored.Value.Contains(ColumnSpelling.Compact(column));

    // "Koopwoningen" is a percentage in every table of CBS, but "Koopwoningen (aantal)" is not.
    private static bool SaysCount(string column) => column.Contains("aantal", StringComparison.OrdinalIgnoreCase) && !column.Contains('%', StringComparison.Ordinal);

    private static IEnumerable<string> WithoutHeadingAndUnit(string compact)
    {
        foreach (var body in new[] { compact }.Concat(headings.Where(heading => compact.StartsWith(heading, StringComparison.Ordinal)).Select(heading => compact[heading.Length..])))
        {
            yield return body;
            foreach (var unit in units)
                if (body.EndsWith(unit, StringComparison.Ordinal) && body.Length > unit.Length)
                    yield return body[..^unit.Length];
        }
    }

    private static (Dictionary<string, Meaning>, Dictionary<string, Meaning>) Load()
    {
        var byName = new Dictionary<string, Meaning>(StringComparer.Ordinal);
        var byId = new Dictionary<string, Meaning>(StringComparer.Ordinal);
        foreach (var line in Lines("meanings.csv").Skip(1))
        {
            var cells = line.Split(';');
            if (cells.Length != 8)
                throw new InvalidDataException($"meanings.csv: expected 8 cells in \"{line}\".");
            var meaning = new Meaning(
                cells[0], Enum.Parse<IndicatorKind>(cells[1]), cells[2].Length == 0 ? null : cells[2],
                double.Parse(cells[3], NumberStyles.Float, CultureInfo.InvariantCulture), cells[4], cells[5], cells[6]);
            byId.Add(meaning.Id, meaning);
            foreach (var name in cells[7].Split('|').Append(meaning.Id))
                if (!byName.TryAdd(ColumnSpelling.Compact(name), meaning) && byName[ColumnSpelling.Compact(name)] != meaning)
                    throw new InvalidDataException($"meanings.csv: \"{name}\" means both {meaning.Id} and {byName[ColumnSpelling.Compact(name)].Id}.");
        }
        return (byName, byId);
    }

    private static HashSet<string> LoadIgnored() =>
        Lines("ignored.txt").Where(line => !line.StartsWith('#')).Select(ColumnSpelling.Compact).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> Lines(string resource)
    {
        using var stream = typeof(MeaningTable).Assembly.GetManifestResourceStream($"Schakel.Catalogue.Indicators.{resource}")
            ?? throw new InvalidOperationException($"{resource} is not embedded.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0)
                yield return line;
    }
}
