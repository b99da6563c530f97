// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Schakel.Analysis;
using Schakel.Catalogue.Areas;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Indicators;

namespace Schakel.Catalogue.Sources.Recognition;

/// <summary>
/// A table with several rows an area and year: months, kinds of offence, ages. Every kind becomes an indicator; months are summed to a year
/// only when the table holds all twelve of that year, for a year of eleven months would look like a fall.
/// </summary>
internal static class LongTable
{
    private static readonly HashSet<string> dimensionNames = new(StringComparer.Ordinal)
    {
        "delict", "soortmisdrijf", "misdrijf", "soort", "categorie", "leeftijd", "leeftijden", "geslacht", "marges", "kenmerken", "kenmerk", "onderwerp", "delictsoort", "incident", "type",
    };

    private static readonly HashSet<string> countNames = new(StringComparer.Ordinal) { "aantal", "count", "aantallen", "waarde", "geregistreerdemisdrijven", "geregistreerdemisdrijvenaantal", "aantalmisdrijven", "misdrijven", "n" };

    internal static bool IsLong(SourceTable table, CodeColumn unit, TableYears years, IEnumerable<int[]> groups, out IReadOnlyList<Column> dimensions)
    {
        dimensions = [.. table.Columns.Where(column => dimensionNames.Contains(ColumnSpelling.Compact(ColumnSpelling.WithoutNumber(column.Name))) && column != unit.Column && CodeColumns.Texts(column) is not null)];
        var repeated = groups.Any(rows => rows.Select(row => unit.Codes[row]).Distinct(StringComparer.Ordinal).Count() < rows.Length);
        // A column "type" that holds the level, or ages that never vary, does not make a table long.
        return repeated && (years.Months is not null || dimensions.Count > 0) || years.Months is not null;
    }

    internal static Outcome<RecognisedTable> Recognise(
        SourceTable table, CodeColumn unit, IReadOnlyList<CodeColumn> cbs, TableYears years, int[] keep, IReadOnlyList<Column> dimensions, HashSet<Column> used, List<string> notes, string?[] towns)
    {
        used.UnionWith(dimensions);
        var rows = WithoutMargins(dimensions, keep, notes, table);
        var parts = dimensions.Where(dimension => !IsMargin(dimension)).Select(dimension => (dimension.Name, Texts: CodeColumns.Texts(dimension)!))
            .Where(part => rows.Select(row => part.Texts[row]).Distinct(StringComparer.Ordinal).Count() > 1).ToList();

        var complete = CompleteYears(years, rows, notes, table);
        if (complete.Count == 0)
            return TableRecognition.Refuse(table, "no-complete-year", $"{UnitTable.Label(table)} has no year with all twelve months.", expected: "at least one whole year");
        var areas = new List<AreaRows>();
        var levels = rows.GroupBy(row => unit.Levels[row]!).OrderBy(group => Level.Of(group.Key).Rank).Select(group => (Level: group.Key, Rows: group.ToArray())).ToList();
        foreach (var (level, ofLevel) in levels)
        {
            // An area without events in some year has no row in it, but it was there.
            int[] firsts = [.. ofLevel.DistinctBy(row => unit.Codes[row]).Order()];
            var names = ParentColumns.Names(table, level, levels.Count > 1, firsts, used);
            var parents = ParentColumns.Of(table, unit, cbs, level, firsts, used, towns);
            foreach (var year in ofLevel.Select(row => years.Years[row]).Where(complete.Contains).Distinct().Order())
                areas.Add(new AreaRows(level, year, [.. firsts.Select(row => unit.Codes[row]!)], names, parents, null));
        }

        var sources = FigureColumns.Of(table, used);
        if (sources.Count == 0)
            return TableRecognition.Refuse(table, "no-figures", $"{UnitTable.Label(table)} has area codes but no column of figures.", expected: "at least one column of numbers");

        var figures = new List<FigureRows>();
        foreach (var (level, ofLevel) in levels)
        {
            string[] codes = [.. ofLevel.Select(row => unit.Codes[row]!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
            var place = codes.Select((code, i) => (code, i)).ToDictionary(pair => pair.code, pair => pair.i, StringComparer.Ordinal);
            foreach (var ofYear in ofLevel.Where(row => complete.Contains(years.Years[row])).GroupBy(row => years.Years[row]).OrderBy(group => group.Key))
            {
                var columns = new List<FigureColumn>();
                foreach (var kind in ofYear.GroupBy(row => string.Join(" ", parts.Select(part => part.Texts[row] ?? ""))).OrderBy(group => group.Key, StringComparer.Ordinal))
                    foreach (var source in sources)
                    {
                        if (Sum(table, source, unit, years, kind, place, FillsWithZero(source, rows), parts.Count > 0, out var column, kind.Key, parts) is { } refusal)
                            return refusal;
                        if (column!.Missing.Contains(MissingReason.Present))
                            columns.Add(column);
                    }
                if (columns.Count > 0)
                    figures.Add(new FigureRows(level, ofYear.Key, codes, [.. columns.DistinctBy(column => column.Indicator.Id)]));
            }
        }
        if (sources.Any(source => FillsWithZero(source, rows)))
            notes.Add($"{UnitTable.Label(table)}: only counts above 0 are listed; an area that is in the file but has no row for a kind and year counts 0.");

        List<Indicator> indicators = [.. figures.SelectMany(ofFigures => ofFigures.Columns).Select(column => column.Indicator).DistinctBy(indicator => indicator.Id)];
        var provider = indicators.Count > 0 && parts.Any(part => part.Name.Contains("delict", StringComparison.OrdinalIgnoreCase) || part.Name.Contains("misdrijf", StringComparison.OrdinalIgnoreCase))
            ? Provider.Police : Provider.Of(table, indicators);
        return new RecognisedTable(table, "figures", provider, UnitTable.Title(table, "Cijfers", areas))
        {
            Areas = areas,
            Figures = figures,
            Unrecognised = [.. indicators.Where(indicator => !indicator.Recognised).Select(indicator => indicator.Column)],
            Notes = notes,
        };
    }

    private static Refusal? Sum(
        SourceTable table, FigureSource source, CodeColumn unit, TableYears years, IEnumerable<int> rows, Dictionary<string, int> place, bool zero, bool hasKinds,
        out FigureColumn? column, string kind, IReadOnlyList<(string Name, string?[] Texts)> parts)
    {
        var values = new double[place.Count];
        var missing = new MissingReason[place.Count];
        Array.Fill(values, zero ? 0 : double.NaN);
        Array.Fill(missing, zero ? MissingReason.Present : MissingReason.Empty);
        var seen = new Dictionary<(int, int), int>();
        column = null;
        foreach (var row in rows)
        {
            var i = place[unit.Codes[row]!];
            if (!seen.TryAdd((i, years.Months?[row] ?? 0), row))
                return TableRecognition.Refuse(table, "duplicate-area-year",
                    $"{UnitTable.Label(table)}: rows {(seen[(i, years.Months?[row] ?? 0)] + 1).Text()} and {(row + 1).Text()} are about the same area, period and kind.", row + 1, unit.Column.Name, unit.Codes[row], "each combination once");
            var value = source.Column.Values[row] * source.Scale;
            if (double.IsNaN(value))
                (values[i], missing[i]) = (double.NaN, source.Column.Missing[row]);
            else if (missing[i] is MissingReason.Present or MissingReason.Empty)
                (values[i], missing[i]) = ((double.IsNaN(values[i]) ? 0 : values[i]) + value, MissingReason.Present);
        }
        column = new FigureColumn(IndicatorOf(table, source, hasKinds, kind, parts), values, missing);
        return null;
    }

    private static Indicator IndicatorOf(SourceTable table, FigureSource source, bool hasKinds, string kind, IReadOnlyList<(string Name, string?[] Texts)> parts)
    {
        if (!hasKinds)
            return source.Indicator;
        var name = kind.TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', ' ');
        if (name.Length == 0)
            name = $"{parts[0].Name} {kind}";
        return countNames.Contains(ColumnSpelling.Compact(ColumnSpelling.WithoutNumber(source.Column.Name)))
            ? FigureColumns.Named(table, name)
            : source.Indicator with { Id = $"{source.Indicator.Id}_{ColumnSpelling.Slug(name)}", TitleNl = $"{source.Indicator.TitleNl} ({name})", TitleEn = $"{source.Indicator.TitleEn} ({name})" };
    }

    // Registrations leave out what did not happen. A file without any 0 among its counts cannot mean "unknown" by an absent row.
    private static bool FillsWithZero(FigureSource source, int[] rows) =>
        countNames.Contains(ColumnSpelling.Compact(ColumnSpelling.WithoutNumber(source.Column.Name)))
        && rows.All(row => source.Column.Missing[row] == MissingReason.Present && source.Column.Values[row] > 0 && source.Column.Values[row] == Math.Floor(source.Column.Values[row]));

    private static HashSet<int> CompleteYears(TableYears years, int[] rows, List<string> notes, SourceTable table)
    {
        var complete = new HashSet<int>();
        foreach (var ofYear in rows.GroupBy(row => years.Years[row]).OrderBy(group => group.Key))
        {
            var months = years.Months is null ? 12 : ofYear.Select(row => years.Months[row]).Distinct().Count(month => month is >= 1 and <= 12);
            if (months == 12 || years.Months is not null && ofYear.All(row => years.Months[row] == 0))
                complete.Add(ofYear.Key);
            else
                notes.Add(string.Create(CultureInfo.InvariantCulture, $"{UnitTable.Label(table)}: {ofYear.Key} has {months} of 12 months and is left out; a part of a year would look like a fall."));
        }
        return complete;
    }

    private static bool IsMargin(Column column) => ColumnSpelling.Compact(ColumnSpelling.WithoutNumber(column.Name)) == "marges";

    // RIVM gives each figure three times: the value (MW00000) and the ends of its interval.
    private static int[] WithoutMargins(IReadOnlyList<Column> dimensions, int[] keep, List<string> notes, SourceTable table)
    {
        if (dimensions.FirstOrDefault(IsMargin) is not TextColumn margins || keep.All(row => margins.Values[row] == "MW00000") || keep.All(row => margins.Values[row] != "MW00000"))
            return keep;
        notes.Add($"{UnitTable.Label(table)}: rows with the ends of intervals left out; only the values themselves are kept.");
        return [.. keep.Where(row => margins.Values[row] == "MW00000")];
    }
}
