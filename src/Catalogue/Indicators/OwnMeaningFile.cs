// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text.RegularExpressions;
using Schakel.Analysis;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Sources;

namespace Schakel.Catalogue.Indicators;

/// <summary>Reads <c>meanings.csv</c>: one line an indicator. Headings may be Dutch or English.</summary>
public static partial class OwnMeaningFile
{
    private const int LongestText = 200;

    private static readonly (string English, string Dutch, bool IsNeeded)[] headings =
    [
        ("id", "id", true), ("kind", "soort", true), ("names", "kolommen", true), ("title_nl", "titel", true), ("title_en", "titel_en", false), ("unit", "eenheid", false),
        ("denominator", "noemer", false), ("scale", "factor", false), ("direction", "richting", false), ("source", "bron", false), ("licence", "licentie", false),
    ];

    private static readonly Dictionary<string, IndicatorKind> kinds = new(StringComparer.Ordinal)
    {
        ["amount"] = IndicatorKind.Amount,
        ["hoeveelheid"] = IndicatorKind.Amount,
        ["count"] = IndicatorKind.Count,
        ["aantal"] = IndicatorKind.Count,
        ["proportion"] = IndicatorKind.Proportion,
        ["aandeel"] = IndicatorKind.Proportion,
        ["mean"] = IndicatorKind.Mean,
        ["gemiddelde"] = IndicatorKind.Mean,
        ["modelled"] = IndicatorKind.Modelled,
        ["gemodelleerd"] = IndicatorKind.Modelled,
    };

    private static readonly Dictionary<string, IndicatorDirection> directions = new(StringComparer.Ordinal)
    {
        ["higherisbetter"] = IndicatorDirection.HigherIsBetter,
        ["hogerisbeter"] = IndicatorDirection.HigherIsBetter,
        ["lowerisbetter"] = IndicatorDirection.LowerIsBetter,
        ["lagerisbeter"] = IndicatorDirection.LowerIsBetter,
        ["none"] = IndicatorDirection.None,
        ["geen"] = IndicatorDirection.None,
    };

    /// <summary>Checks a file of meanings.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <returns>How many meanings it holds, or <c>meaning-not-usable</c> with row and column, or why the file cannot be read.</returns>
    public static Outcome<int> Check(string path, CancellationToken cancel) => Read(path, cancel).TryGet(out var meanings, out var reason) ? meanings.ByName.Values.Distinct().Count() : reason;

    internal static Outcome<OwnMeanings> Read(string path, CancellationToken cancel)
    {
        if (!SourceFile.Read(path, new ReadOptions { Geometry = false }, cancel).TryGet(out var tables, out var reason))
            return reason;
        var table = tables[0];
        foreach (var (english, dutch, isNeeded) in headings)
            if (isNeeded && Column(table, english) is null)
                return Wrong(table, null, english, null, $"the columns {string.Join(", ", headings.Where(heading => heading.IsNeeded).Select(heading => $"{heading.English} ({heading.Dutch})"))}");

        var byName = new Dictionary<string, Meaning>(StringComparer.Ordinal);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var row = 0; row < table.RowCount; row++)
        {
            if (!One(table, row).TryGet(out var meaning, out reason))
                return reason;
            if (!ids.Add(meaning.Id))
                return Wrong(table, row, "id", meaning.Id, "each id once");
            foreach (var name in Cell(table, "names", row)!.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Append(meaning.Id))
                if (ColumnSpelling.Compact(name) is not { Length: > 0 } spelled || !byName.TryAdd(spelled, meaning) && byName[spelled] != meaning)
                    return Wrong(table, row, "names", name, "names of columns with | between them, each for one indicator");
        }

        foreach (var meaning in byName.Values)
            if (meaning.Denominator is { } denominator && !ids.Contains(denominator) && !MeaningTable.ById.ContainsKey(denominator))
                return Wrong(table, Enumerable.Range(0, table.RowCount).First(row => Cell(table, "id", row) == meaning.Id), "denominator", denominator, "the id of another indicator, such as aantal_inwoners, huishoudens, woningen");
        return new OwnMeanings(path, byName);
    }

    private static Outcome<Meaning> One(SourceTable table, int row)
    {
        if (Cell(table, "id", row) is not { } id || !Id().IsMatch(id) || id == "code")
            return Wrong(table, row, "id", Cell(table, "id", row), "small letters, digits and underscores, such as boze_buren");
        if (Cell(table, "kind", row) is not { } word || !kinds.TryGetValue(ColumnSpelling.Compact(word), out var kind))
            return Wrong(table, row, "kind", Cell(table, "kind", row), "amount, count, proportion, mean or modelled");
        if (Cell(table, "names", row) is null)
            return Wrong(table, row, "names", null, "names of columns with | between them, each for one indicator");
        if (Cell(table, "title_nl", row) is not { } title || title.Length > LongestText)
            return Wrong(table, row, "title_nl", Cell(table, "title_nl", row), "a title of at most 200 letters");
        var scale = kind is IndicatorKind.Proportion or IndicatorKind.Modelled ? 0.01 : 1;
        if (Cell(table, "scale", row) is { } factor && (!double.TryParse(factor, NumberStyles.Float, CultureInfo.InvariantCulture, out scale) || !double.IsFinite(scale) || scale <= 0))
            return Wrong(table, row, "scale", factor, "a number above 0: what the figures are multiplied by, 0.01 for percentages");
        var direction = IndicatorDirection.NotStated;
        if (Cell(table, "direction", row) is { } way && !directions.TryGetValue(ColumnSpelling.Compact(way), out direction))
            return Wrong(table, row, "direction", way, "higher-is-better, lower-is-better, none, or empty");
        var denominator = Cell(table, "denominator", row);
        if (denominator is null && kind == IndicatorKind.Count)
            return Wrong(table, row, "denominator", null, "the id of another indicator, such as aantal_inwoners, huishoudens, woningen");

        return new Meaning(id, kind, denominator, scale, Cell(table, "unit", row) ?? (scale == 0.01 ? "%" : ""), title, Cell(table, "title_en", row) ?? title)
        {
            Direction = direction,
            Source = Cell(table, "source", row) is { } source ? "Bron: " + source : "",
            Licence = Cell(table, "licence", row) ?? "",
        };
    }

    private static Column? Column(SourceTable table, string english)
    {
        var dutch = headings.First(heading => heading.English == english).Dutch;
        return table.Find(english) ?? table.Find(dutch);
    }

    private static string? Cell(SourceTable table, string english, int row) => Column(table, english)?.TextAt(row)?.Trim() is { Length: > 0 } text ? text : null;

    private static Refusal Wrong(SourceTable table, int? row, string column, string? value, string expected) => new("meaning-not-usable", "This line does not say what a column means.", table.Path)
    {
        Row = row + 1,
        Column = Column(table, column)?.Name ?? column,
        Value = value is null ? null : ColumnFinish.Cut(value),
        Expected = expected,
        Arguments = [table.Path],
    };

    [GeneratedRegex("^[a-z][a-z0-9_]{0,59}$")]
    private static partial Regex Id();
}
