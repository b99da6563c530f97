// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using NetTopologySuite.Geometries;
using Schakel.Analysis;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Indicators;

namespace Schakel.Catalogue.Sources.Recognition;

/// <summary>Points in time: thefts, accidents, reports. Only place and date are kept; who and what else the row tells stays in the file.</summary>
internal static class EventRecognition
{
    private static readonly string[] dateNames = ["begin", "datum", "date", "pleegdatum", "datumtijd", "meldingsdatum", "datummelding", "kennisname", "begindatum", "timestamp", "tijdstip"];

    internal static bool HasPlaces(SourceTable table) => Coordinate(table, "x") is not null && Coordinate(table, "y") is not null;

    internal static Outcome<RecognisedTable> Recognise(SourceTable table, TableYears years)
    {
        var (x, y) = Places(table);
        var dates = dateNames.Select(name => table.Columns.OfType<TextColumn>().FirstOrDefault(column => ColumnSpelling.Compact(column.Name) == name)).FirstOrDefault(column => column is not null);
        var notes = new List<string>(table.Notes.Select(note => $"{UnitTable.Label(table)}: {note}"));
        var kept = new List<int>();
        var yearOf = new int[table.RowCount];
        int placeless = 0, dateless = 0;
        for (var row = 0; row < table.RowCount; row++)
        {
            yearOf[row] = years.Used.Count > 0 ? years.Years[row] : YearOf(dates?.Values[row]) is var year && year > 0 ? year : dates is null ? years.Years[row] : 0;
            if (double.IsNaN(x[row]) || double.IsNaN(y[row]))
                placeless++;
            else if (yearOf[row] == 0)
                dateless++;
            else
                kept.Add(row);
        }
        if (kept.Count == 0)
            return TableRecognition.Refuse(table, "no-dates", $"{UnitTable.Label(table)} has points but no dates, so they cannot be counted per year.", expected: "a column datum, date or jaar, or a year in the file name");
        if (placeless > 0)
            notes.Add($"{UnitTable.Label(table)}: {placeless.Text()} of {table.RowCount.Text()} events without a usable place left out.");
        if (dateless > 0)
            notes.Add($"{UnitTable.Label(table)}: {dateless.Text()} of {table.RowCount.Text()} events without a usable date left out.");

        var indicator = IndicatorOf(table);
        var provider = Provider.Of(table, [indicator]);
        var span = kept.Select(row => yearOf[row]).ToList();
        return new RecognisedTable(table, "events", provider, string.Create(CultureInfo.InvariantCulture, $"Gebeurtenissen {span.Min()}–{span.Max()} ({UnitTable.Label(table)})"))
        {
            Events = new EventRows(indicator, [.. kept.Select(row => x[row])], [.. kept.Select(row => y[row])], [.. kept.Select(row => dates?.Values[row])], [.. span]),
            Unrecognised = indicator.Recognised ? [] : [indicator.Column],
            Notes = notes,
        };
    }

    // The file's name says what happened: its words, then pairs of words, against the known indicators.
    private static Indicator IndicatorOf(SourceTable table)
    {
        var stem = table.Layer is { } layer && OwnMeanings.Find(table, layer) is not null ? layer : System.IO.Path.GetFileNameWithoutExtension(table.Path);
        var words = stem.Split(['_', '-', ' ', '.'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var word in words)
            if (OwnMeanings.Find(table, word)?.Kind == IndicatorKind.Count)
                return FigureColumns.Named(table, word);
        return FigureColumns.Named(table, string.Join("_", words.Where(word => !word.Any(char.IsAsciiDigit) && word is not ("tm" or "van" or "nl"))) is { Length: > 0 } name ? name : stem);
    }

    private static int YearOf(string? date)
    {
        if (date is null)
            return 0;
        if (date.Length >= 4 && int.TryParse(date.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1980 and < 2100)
            return year;
        // Dutch order: 31-12-2024.
        var parts = date.Split(['-', '/', ' ', '.']);
        return parts.Length >= 3 && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out year) && year is >= 1980 and < 2100 ? year : 0;
    }

    private static (double[] X, double[] Y) Places(SourceTable table)
    {
        if (table.Geometries is { } points)
            return ([.. points.Select(point => (point as Point)?.X ?? double.NaN)], [.. points.Select(point => (point as Point)?.Y ?? double.NaN)]);
        double[] x = [.. Coordinate(table, "x")!.Values], y = [.. Coordinate(table, "y")!.Values];
        for (var row = 0; row < x.Length; row++)
            if (x[row] is < -7000 or > 300000 || y[row] is < 289000 or > 629000)
                x[row] = y[row] = double.NaN;
        return (x, y);
    }

    private static NumberColumn? Coordinate(SourceTable table, string axis) =>
        table.Columns.OfType<NumberColumn>().FirstOrDefault(column => ColumnSpelling.Compact(column.Name) is var name && (name == axis || name == axis + "rd" || name == "rd" + axis || name == axis + "coord" || name == axis + "coordinaat" || name == "rd" + axis + "coordinaat"));
}
