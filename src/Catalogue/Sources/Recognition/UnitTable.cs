// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Catalogue.Areas;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Editions;
using Schakel.Catalogue.Indicators;

namespace Schakel.Catalogue.Sources.Recognition;

/// <summary>A table with a row an area (and year): splits it by level and year into areas and figures.</summary>
internal static class UnitTable
{
    internal static Outcome<RecognisedTable> Recognise(SourceTable table, bool hasPolygons, CodeColumn unit, IReadOnlyList<CodeColumn> cbs, TableYears years)
    {
        var notes = new List<string>(table.Notes.Select(note => $"{Label(table)}: {note}"));
        var used = new HashSet<Column>(ReferenceEqualityComparer.Instance) { unit.Column };
        used.UnionWith(years.Used);
        // The kind of area and the reading of it say what the code says already.
        used.UnionWith(table.Columns.Where(column => ColumnSpelling.Compact(ColumnSpelling.WithoutNumber(column.Name)) is "type" or "soortregio" or "regiotype" or "regioaanduidingsoortregioomschrijving" or "marges" or "leeftijd"));
        unit = CellSizes.Apply(table, unit);
        var towns = CodeColumns.Towns(unit, cbs, table.RowCount);
        if (unit.IsOwn)
            unit = unit with { Codes = [.. unit.Codes.Select((code, row) => code is null ? null : OwnCode.InTown(code, unit.Levels[row] ?? "", towns[row]))] };
        var (keep, left) = RowsToKeep(table, unit, used);
        notes.AddRange(left);
        if (years.Years.Contains(TableYears.Unknown))
            notes.Add($"{Label(table)}: the year is stated nowhere (column, layer or file name); kept as \"year unknown\". Put the year in the file name or give --year to change that.");
        else if (years.From != "the option" && years.Used.Count == 0)
            notes.Add($"{Label(table)}: year {years.Years[0].Text()} read from {years.From}.");

        var groups = keep.GroupBy(row => (Level: unit.Levels[row]!, Year: years.Years[row]))
            .OrderBy(group => Level.Of(group.Key.Level).Rank).ThenBy(group => group.Key.Level, StringComparer.Ordinal).ThenBy(group => group.Key.Year)
            .Select(group => (group.Key.Level, group.Key.Year, Rows: group.ToArray())).ToList();

        if (!hasPolygons && LongTable.IsLong(table, unit, years, groups.Select(group => group.Rows), out var dimensions))
            return LongTable.Recognise(table, unit, cbs, years, keep, dimensions, used, notes, towns);

        var areas = new List<AreaRows>();
        var approximate = hasPolygons ? table.Columns.OfType<TextColumn>().FirstOrDefault(column => ColumnSpelling.Compact(column.Name) is "brongeom" or "brongeometrie" or "nauwkeurigheid") : null;
        if (approximate is not null)
            used.Add(approximate);
        var mixed = groups.Select(group => group.Level).Distinct(StringComparer.Ordinal).Count() > 1;
        foreach (var (level, year, rows) in groups)
        {
            if (Duplicate(table, unit, rows, hasPolygons, year) is { } refusal)
                return refusal;
            var names = ParentColumns.Names(table, level, mixed, rows, used);
            var parents = ParentColumns.Of(table, unit, cbs, level, rows, used, towns);
            areas.Add(new AreaRows(level, year, [.. rows.Select(row => unit.Codes[row]!)], names, parents, hasPolygons ? [.. rows.Select(row => table.Geometries![row])] : null)
            {
                Approximate = rows.Where(row => approximate?.Values[row] is { } cell && cell.Contains("benader", StringComparison.OrdinalIgnoreCase)).Select(row => unit.Codes[row]!).ToHashSet(StringComparer.Ordinal),
            });
        }

        var sources = FigureColumns.Of(table, used);
        if (!hasPolygons && sources.Count == 0 && areas.All(rows => rows.Parents.Count == 0 && rows.Names.All(name => name is null)))
            return TableRecognition.Refuse(table, "no-figures", $"{Label(table)} has area codes but no figures, names or boundaries.", column: unit.Column.Name, expected: "at least one column of numbers");
        var figures = FiguresOf(table, unit, groups, sources, notes);
        var indicators = sources.Select(source => source.Indicator).ToList();
        var provider = Provider.Of(table, indicators);
        return new RecognisedTable(table, hasPolygons || figures.Count == 0 ? "areas" : "figures", provider, Title(table, hasPolygons ? "Kaart" : figures.Count == 0 ? "Indeling" : "Cijfers", areas))
        {
            Areas = areas,
            Figures = figures,
            Links = [.. Crosswalk.BesideEachOther([.. cbs.Prepend(unit).DistinctBy(column => column.Column)], table.RowCount), .. Crosswalk.Stated(table, unit, years)],
            Unrecognised = [.. sources.Where(source => !source.Indicator.Recognised).Select(source => source.Column.Name)
                .Concat(table.Columns.OfType<TextColumn>().Where(column => !used.Contains(column) && IsUnread(table, column)).Select(column => column.Name)).Distinct(StringComparer.Ordinal)],
            Notes = notes,
        };
    }

    internal static string Label(SourceTable table) =>
        table.Layer is null ? System.IO.Path.GetFileName(table.Path) : $"{System.IO.Path.GetFileName(table.Path)}:{table.Layer}";

    // Text that is not there, or whose meaning is known (classes instead of figures), is no unknown column.
    private static bool IsUnread(SourceTable table, TextColumn column) =>
        !MeaningTable.IsIgnored(column.Name) && FigureColumns.MeaningOf(table, column.Name) is null && column.Values.Any(cell => cell is not null);

    internal static string Title(SourceTable table, string what, IReadOnlyList<AreaRows> areas)
    {
        var levels = string.Join(", ", areas.Select(rows => rows.Level).Distinct(StringComparer.Ordinal));
        var years = areas.Select(rows => rows.Year).Where(year => year > 0).Distinct().Order().ToList();
        var when = years.Count switch { 0 => "jaar onbekend", 1 => years[0].Text(), _ => $"{years[0].Text()}–{years[^1].Text()}" };
        return $"{what} {levels} {when} ({Label(table)})";
    }

    /// <summary>Figures of each level and year; a column with a year in its name brings its own year.</summary>
    private static List<FigureRows> FiguresOf(SourceTable table, CodeColumn unit, IEnumerable<(string Level, int Year, int[] Rows)> groups, IReadOnlyList<FigureSource> sources, List<string> notes)
    {
        var figures = new List<FigureRows>();
        foreach (var (level, year, rows) in groups)
        {
            string[] codes = [.. rows.Select(row => unit.Codes[row]!)];
            foreach (var ofYear in sources.GroupBy(source => source.Year ?? year).OrderBy(group => group.Key))
            {
                var columns = ofYear.Select(source => ImpossibleFigures.WithoutThem(Take(source, rows), Label(table), rows, notes)).Where(column => column.Missing.Contains(MissingReason.Present)).ToList();
                if (columns.Count > 0)
                    figures.Add(new FigureRows(level, ofYear.Key, codes, columns));
            }
        }
        return figures;
    }

    private static FigureColumn Take(FigureSource source, int[] rows)
    {
        var values = new double[rows.Length];
        var missing = new MissingReason[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            values[i] = source.Column.Values[rows[i]] * source.Scale;
            missing[i] = source.Column.Missing[rows[i]];
        }
        return new FigureColumn(source.Indicator, values, missing);
    }

    /// <summary>Leaves out water, foreign land and rows without a code, and says how many.</summary>
    private static (int[] Keep, IReadOnlyList<string> Notes) RowsToKeep(SourceTable table, CodeColumn unit, HashSet<Column> used)
    {
        var water = table.Columns.OfType<TextColumn>().FirstOrDefault(column => ColumnSpelling.Compact(column.Name) is "water" or "h2o");
        if (water is not null)
            used.Add(water);
        int wet = 0, abroad = 0, uncoded = 0;
        var keep = new List<int>(table.RowCount);
        for (var row = 0; row < table.RowCount; row++)
            if (unit.Codes[row] is not { } code)
                uncoded++;
            else if (water?.Values[row] is { } cell && cell.Equals("JA", StringComparison.OrdinalIgnoreCase))
                wet++;
            else if (water?.Values[row] is "B" || code.Length >= 6 && code.AsSpan(2, 4) is "0998" or "0999" or "0997")
                abroad++;
            else
                keep.Add(row);

        var notes = new List<string>();
        if (wet > 0)
            notes.Add($"{Label(table)}: {wet.Text("area", "areas")} of water left out.");
        if (abroad > 0)
            notes.Add($"{Label(table)}: {abroad.Text("area", "areas")} abroad left out.");
        if (uncoded > 0)
            notes.Add($"{Label(table)}: {uncoded.Text("row", "rows")} without an area code left out.");
        return ([.. keep], notes);
    }

    private static Refusal? Duplicate(SourceTable table, CodeColumn unit, int[] rows, bool isMap, int year)
    {
        var first = new Dictionary<string, int>(rows.Length, StringComparer.Ordinal);
        foreach (var row in rows)
            if (!first.TryAdd(unit.Codes[row]!, row))
                return TableRecognition.Refuse(
                    table, isMap ? "duplicate-area" : "duplicate-area-year",
                    $"{Label(table)}: rows {(first[unit.Codes[row]!] + 1).Text()} and {(row + 1).Text()} both hold area {unit.Codes[row]}{(isMap ? "" : $" in {year.Text()}")}.",
                    row + 1, unit.Column.Name, unit.Codes[row], "each area once");
        return null;
    }
}
