// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Sources.Geometries;
using SQLitePCL;

namespace Schakel.Catalogue.Sources.GeoPackages;

/// <summary>Reads the feature layers and attribute tables of a GeoPackage.</summary>
internal static class GeoPackageFile
{
    internal static List<TableDraft> Read(string path, ReadOptions options, CancellationToken cancel)
    {
        using var file = new SqliteFile(path, cancel);
        var layers = GeoPackageLayer.All(file);
        if (options.Layer is not null)
            layers = [GeoPackageLayer.Choose(layers, options.Layer)];
        if (layers.Count == 0)
            throw new InputRefused("no-layers", "The GeoPackage holds no feature layer and no attribute table.") { Expected = "at least one layer in gpkg_contents" };

        var choice = new ColumnChoice(options.Columns);
        return layers.ConvertAll(layer => Read(file, layer, choice, options.Geometry, null, cancel));
    }

    /// <summary>Reads one layer with its borders as columns only.</summary>
    internal static TableDraft Read(SqliteFile file, GeoPackageLayer layer, ColumnChoice choice, RingCollector rings, CancellationToken cancel) =>
        Read(file, layer, choice, wantsGeometry: true, rings, cancel);

    private static TableDraft Read(SqliteFile file, GeoPackageLayer layer, ColumnChoice choice, bool wantsGeometry, RingCollector? rings, CancellationToken cancel)
    {
        var draft = new TableDraft(layer.Name);
        if (file.HasUnwrittenChanges)
            draft.Notes.Add("A program has the GeoPackage open; changes that it has not written yet (in the file that ends in -wal) are not read.");
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var wanted = new List<string>();
        foreach (var column in layer.Columns(file))
        {
            if (column.Name == layer.GeometryColumn || (column.IsRowNumber && !choice.Names(column.Name)) || !choice.Wants(column.Name))
                continue;
            draft.AddColumn(column.Name, taken).Declared = column.IsNumeric;
            wanted.Add(SqliteFile.Quote(column.Name));
        }
        var geometryAt = -1;
        if (wantsGeometry && layer.GeometryColumn is not null)
        {
            geometryAt = wanted.Count;
            wanted.Add(SqliteFile.Quote(layer.GeometryColumn));
            draft.Geometries = rings is null ? [] : null;
            draft.Crs = layer.Crs;
        }
        if (wanted.Count == 0)
            wanted.Add("1");

        try
        {
            using var rows = file.Query($"SELECT {string.Join(", ", wanted)} FROM {SqliteFile.Quote(layer.Name)}");
            while (rows.Next())
            {
                cancel.ThrowIfCancellationRequested();
                for (var i = 0; i < draft.Columns.Count; i++)
                    Cell(rows, i, draft.Columns[i]);
                if (geometryAt >= 0)
                    Shape(rows, geometryAt, layer, draft, rings);
                // A row takes bytes in the file; only a view can give more rows than there are bytes.
                if (++draft.RowCount > file.Length + 1_000_000)
                    throw new InputRefused("table-too-large", "The layer gives more rows than fit in the file.") { Expected = "a layer that is a table" };
            }
        }
        catch (InputRefused refused) when (refused.Layer is null)
        {
            throw new InputRefused(refused.Code, refused.Message)
            {
                Layer = layer.Name,
                Row = refused.Row,
                Column = refused.Column,
                Value = refused.Value,
                Expected = refused.Expected,
            };
        }
        return draft;
    }

    private static void Cell(SqliteRows rows, int i, ColumnBuilder column)
    {
        switch (rows.TypeOf(i))
        {
            case raw.SQLITE_INTEGER:
            case raw.SQLITE_FLOAT:
                column.AddNumber(rows.Number(i));
                break;
            case raw.SQLITE_TEXT:
                column.AddText(rows.Bytes(i));
                break;
            case raw.SQLITE_BLOB:
                column.AddText("(binary)");
                break;
            default:
                column.AddEmpty();
                break;
        }
    }

    private static void Shape(SqliteRows rows, int i, GeoPackageLayer layer, TableDraft draft, RingCollector? rings)
    {
        var blob = rows.TypeOf(i) == raw.SQLITE_NULL ? default : rows.Bytes(i);
        try
        {
            var body = rows.TypeOf(i) == raw.SQLITE_NULL ? default : GeometryBlob.Body(blob);
            if (rings is not null)
                rings.Add(body);
            else
                draft.Geometries!.Add(body.IsEmpty ? null : WellKnownBinary.Read(body));
        }
        catch (InputRefused refused)
        {
            throw new InputRefused(refused.Code, refused.Message)
            {
                Layer = layer.Name,
                Row = draft.RowCount + 1,
                Column = layer.GeometryColumn,
                Value = Convert.ToHexString(blob[..Math.Min(8, blob.Length)]).ToLower(CultureInfo.InvariantCulture),
                Expected = refused.Expected,
            };
        }
    }
}
