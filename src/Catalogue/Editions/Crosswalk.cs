// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Schakel.Analysis;
using Schakel.Catalogue.Areas;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Indicators;
using Schakel.Catalogue.Sources;
using Schakel.Catalogue.Sources.Recognition;

namespace Schakel.Catalogue.Editions;

/// <summary>One line of a crosswalk, or an area that a source marks as changed.</summary>
/// <remarks><c>Year</c>: the first in which the code after holds. <c>Share</c>: NaN where the table does not say it.</remarks>
internal sealed record CrosswalkRow(string Level, int Year, string? Before, string? After, double Share, ChangeBasis Basis);

/// <summary>Reads which code became which: from a table <c>from,to,year,share</c>, or from two columns of codes with two years in their names.</summary>
internal static class Crosswalk
{
    private const double MostInAll = 1.001;
    private static readonly string[] fromNames = ["from", "van", "oud", "oudecode", "vancode", "codeoud", "fromcode"];
    private static readonly string[] toNames = ["to", "naar", "nieuw", "nieuwecode", "naarcode", "codenieuw", "tocode"];
    private static readonly string[] yearNames = ["year", "jaar"];
    private static readonly string[] shareNames = ["share", "aandeel"];
    private static readonly string[] levelNames = ["level", "niveau", "schaal"];

    /// <summary>Whether the table is a crosswalk and nothing else.</summary>
    internal static bool Is(SourceTable table) =>
        table.Geometries is null && Find(table, fromNames) is not null && Find(table, toNames) is not null && Find(table, yearNames) is not null;

    /// <summary>The table as a crosswalk, or a refusal with row and column.</summary>
    internal static Outcome<RecognisedTable> Recognise(SourceTable table)
    {
        var (from, to, year, share, level) = (Find(table, fromNames)!, Find(table, toNames)!, Find(table, yearNames)!, Find(table, shareNames), Find(table, levelNames));
        var rows = new List<CrosswalkRow>();
        var sums = new Dictionary<(string, int), double>();
        for (var row = 0; row < table.RowCount; row++)
        {
            var (before, after) = (Code(from, row), Code(to, row));
            if (before is null && after is null)
                return Wrong(table, row, from, null, "a code before, a code after, or both");
            if (!int.TryParse(year.TextAt(row), NumberStyles.None, CultureInfo.InvariantCulture, out var since) || since is < 1900 or > 2200)
                return Wrong(table, row, year, year.TextAt(row), "the first year of the new code, such as 2022");
            if (LevelOf(level?.TextAt(row), before, after) is not { } rung)
                return Wrong(table, row, from, $"{before} {after}".Trim(), "two codes of one level (BU…, WK…), or a column level");
            var part = double.NaN;
            if (share?.TextAt(row) is { } text && (share is not NumberColumn numbers || (part = numbers.Values[row]) is not (> 0 and <= 1)))
                return Wrong(table, row, share, text, "a share above 0 and at most 1, such as 0.25");
            if (before is not null && !double.IsNaN(part) && (sums[(before, since)] = sums.GetValueOrDefault((before, since)) + part) > MostInAll)
                return Wrong(table, row, share!, share!.TextAt(row), $"shares of {before} that are 1 together");
            rows.Add(new CrosswalkRow(rung, since, before, after, part, ChangeBasis.Crosswalk));
        }
        var label = UnitTable.Label(table);
        return new RecognisedTable(table, "crosswalk", Provider.Of(table, []), $"Wijzigingen van gebieden {(rows.Min(row => row.Year) is var first && rows.Max(row => row.Year) is var last && first == last ? first.Text() : $"{first.Text()}–{last.Text()}")} ({label})") { Links = rows };
    }

    /// <summary>Old and new codes side by side in a table of areas: <c>BUURTCODE_CBS_2015</c> and <c>BUURTCODE_CBS_2022</c>.</summary>
    internal static IReadOnlyList<CrosswalkRow> BesideEachOther(IReadOnlyList<CodeColumn> columns, int rows)
    {
        var dated = columns.Select(column => (Column: column, Year: TableYears.In(column.Column.Name))).Where(pair => pair.Year is not null).OrderBy(pair => pair.Year).ToList();
        var found = new List<CrosswalkRow>();
        for (var i = 1; i < dated.Count; i++)
            if (dated[i - 1].Year < dated[i].Year)
                for (var row = 0; row < rows; row++)
                    if (dated[i - 1].Column.Codes[row] is { } before && dated[i].Column.Codes[row] is { } after && dated[i - 1].Column.Levels[row] is { } level && level == dated[i].Column.Levels[row] && before != after)
                        found.Add(new CrosswalkRow(level, dated[i].Year!.Value, before, after, double.NaN, ChangeBasis.Crosswalk));
        return [.. found.Distinct()];
    }

    /// <summary>Areas that the source marks as changed since the year before: <c>IND_WBI</c> of CBS, 1 for unchanged, 2 or 3 for changed.</summary>
    internal static IReadOnlyList<CrosswalkRow> Stated(SourceTable table, CodeColumn unit, TableYears years)
    {
        var marks = table.Columns.OfType<NumberColumn>().FirstOrDefault(column => ColumnSpelling.Compact(column.Name) is var name && (name == "indwbi" || name.Contains("indelingswijziging", StringComparison.Ordinal)));
        return marks is null ? [] :
        [
            .. Enumerable.Range(0, table.RowCount).Where(row => marks.Values[row] is 2 or 3 && unit.Codes[row] is not null && unit.Levels[row] is not null && years.Years[row] > 0)
                .Select(row => new CrosswalkRow(unit.Levels[row]!, years.Years[row], unit.Codes[row], unit.Codes[row], double.NaN, ChangeBasis.Stated)).Distinct(),
        ];
    }

    private static string? LevelOf(string? stated, string? before, string? after)
    {
        var levels = new[] { before, after }.OfType<string>().Select(code => AreaCode.LevelOf(code)).Distinct().ToList();
        return levels.Count > 1 ? null : levels[0] ?? (string.IsNullOrWhiteSpace(stated) ? null : stated.Trim().ToLowerInvariant());
    }

    private static string? Code(Column column, int row) => column.TextAt(row) is { } text && text.Trim().Length > 0 ? AreaCode.LevelOf(AreaCode.Normalise(text)) is null ? text.Trim() : AreaCode.Normalise(text) : null;

    private static Column? Find(SourceTable table, string[] names) => table.Columns.FirstOrDefault(column => names.Contains(ColumnSpelling.Compact(column.Name), StringComparer.Ordinal));

    private static Refusal Wrong(SourceTable table, int row, Column column, string? value, string expected) =>
        TableRecognition.Refuse(table, "crosswalk-not-usable", $"{UnitTable.Label(table)}: this row does not say which area became which.", row + 1, column.Name, value, expected);
}
