// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;

namespace Schakel.Writers.GeoPackages;

/// <summary>Puts a table of columns into a GeoPackage.</summary>
public static class TableLayer
{
    /// <summary>Adds the table as a layer; single shapes become their multiple kind, so that a layer holds one kind.</summary>
    /// <param name="file">Where to.</param>
    /// <param name="table">What.</param>
    /// <param name="epsg">Coordinate system of the shapes.</param>
    /// <param name="cancel">Stops the work.</param>
    public static void AddTable(this GeoPackageFile file, FeatureTable table, int epsg, CancellationToken cancel = default)
    {
        var columns = table.Columns.Select(column => new GeoPackageColumn(column.Name, column switch
        {
            TextCells => GeoPackageType.Text,
            NumberCells { IsWhole: true } => GeoPackageType.WholeNumber,
            _ => GeoPackageType.Number,
        })
        { Title = column.Title, Description = column.Description });
        var kind = table.Shapes is null ? null : KindOf(table.Shapes);
        var layer = new GeoPackageLayer(table.Name, kind, [.. columns]) { Title = table.Title, Description = table.Description, Epsg = epsg };
        file.AddLayer(layer, Enumerable.Range(0, table.Rows).Select(row =>
            new GeoPackageFeature(table.Shapes?[row] is { } shape ? Multiple(shape, kind!) : null, [.. table.Columns.Select(column => CellOf(column, row))])), cancel);
    }

    private static object? CellOf(TableColumn column, int row) => column switch
    {
        TextCells text => text.Values[row],
        NumberCells numbers when double.IsNaN(numbers.Values[row]) => null,
        NumberCells { IsWhole: true } numbers => (long)numbers.Values[row],
        NumberCells numbers => numbers.Values[row],
        _ => throw new ArgumentOutOfRangeException(nameof(column), column, "Unknown kind of column."),
    };

    private static string KindOf(Geometry?[] shapes)
    {
        bool polygons = true, lines = true, points = true;
        foreach (var shape in shapes)
            if (shape is not null)
                (polygons, lines, points) = (polygons && shape is IPolygonal, lines && shape is ILineal, points && shape is Point);
        return polygons ? "MULTIPOLYGON" : lines ? "MULTILINESTRING" : points ? "POINT" : "GEOMETRY";
    }

    private static Geometry Multiple(Geometry shape, string kind) => (kind, shape) switch
    {
        ("MULTIPOLYGON", Polygon polygon) => shape.Factory.CreateMultiPolygon(polygon.IsEmpty ? [] : [polygon]),
        ("MULTILINESTRING", LineString line) => shape.Factory.CreateMultiLineString(line.IsEmpty ? [] : [line]),
        _ => shape,
    };
}
