// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using NetTopologySuite.Geometries;
using Schakel.Analysis;
using Schakel.Catalogue.Editions;
using Schakel.Catalogue.Indicators;

namespace Schakel.Catalogue.Sources.Recognition;

/// <summary>Tells what kind of table this is: a map, figures, events, a crosswalk, lines or drawings; or refuses it in words.</summary>
internal static class TableRecognition
{
    internal static Outcome<RecognisedTable> Recognise(SourceTable table, int? year)
    {
        if (table.RowCount == 0)
            return Refuse(table, "no-rows", "The table has no rows.", expected: "at least one area or figure");

        if (Crosswalk.Is(table))
            return Crosswalk.Recognise(table);
        var shape = ShapeOf(table);
        if (shape == Shape.Lines)
            return LineRecognition.Recognise(table);

        var years = TableYears.Of(table, year);
        var cbs = CodeColumns.Cbs(table);
        var levelOfLayer = CodeColumns.LevelIn(table.Layer ?? System.IO.Path.GetFileNameWithoutExtension(table.Path));
        var unit = CodeColumns.Unit(cbs, table.RowCount);
        var own = CodeColumns.OwnUnit(table, levelOfLayer);
        // Breda numbers its own buurten and adds the code of the gemeente: the finer of the two names the row.
        if (own is not null && (unit is null || own.Rank < unit.Rank) && shape == Shape.Polygons)
            unit = own;
        // In a table without a map such a column may say where an area of CBS lies. It names the row when it is called nothing but "code", or when
        // the codes of CBS come back: a table of kernen that repeats the wijk is not about wijken.
        else if (own is not null && unit is not null && own.Rank < unit.Rank && shape == Shape.None && (ColumnSpelling.Compact(own.Column.Name) == "code" || Repeats(unit, years)))
            unit = own;

        if (shape == Shape.Points && unit is null || shape == Shape.None && unit is null && EventRecognition.HasPlaces(table))
            return EventRecognition.Recognise(table, years);
        if (unit is null && shape == Shape.Polygons && SurfaceRecognition.Recognise(table) is { } surfaces)
            return surfaces;
        if (unit is null)
            return Refuse(table, "no-area-codes", $"No column holds area codes; the columns are {string.Join(", ", table.Columns.Take(12).Select(column => column.Name))}.",
                expected: "a column with codes such as BU00140000, WK001400, GM0014, E2269N5800");

        if (years.From == "nowhere" && TableYears.In(unit.Column.Name) is { } inName)
            years = years with { Years = [.. years.Years.Select(_ => inName)], From = $"column {unit.Column.Name}" };
        return UnitTable.Recognise(table, shape == Shape.Polygons, unit, cbs, years);
    }

    private static bool Repeats(CodeColumn unit, TableYears years)
    {
        var met = new HashSet<(string, int)>();
        for (var row = 0; row < unit.Codes.Length; row++)
            if (unit.Codes[row] is { } code && !met.Add((code, years.Years[row])))
                return true;
        return false;
    }

    internal static Refusal Refuse(SourceTable table, string code, string detail, long? row = null, string? column = null, string? value = null, string? expected = null) =>
        new(code, detail, table.Path) { Layer = table.Layer, Row = row, Column = column, Value = value is { Length: > 100 } ? value[..100] : value, Expected = expected, Arguments = [table.Path] };

    internal static string Text(this int number) => number.ToString(CultureInfo.InvariantCulture);

    internal static string Text(this int number, string one, string many) => $"{number.Text()} {(number == 1 ? one : many)}";

    private enum Shape { None, Points, Lines, Polygons }

    private static Shape ShapeOf(SourceTable table)
    {
        if (table.Geometries is null)
            return Shape.None;
        var found = Shape.None;
        foreach (var geometry in table.Geometries)
            if (geometry is { IsEmpty: false })
            {
                var shape = geometry.Dimension switch { Dimension.Point => Shape.Points, Dimension.Curve => Shape.Lines, _ => Shape.Polygons };
                found = shape > found ? shape : found;
            }
        return found;
    }
}
