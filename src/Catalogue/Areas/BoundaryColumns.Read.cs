// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;
using Schakel.Analysis;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Sources;
using Schakel.Catalogue.Sources.Coordinates;
using Schakel.Catalogue.Sources.Geometries;
using Schakel.Catalogue.Sources.GeoPackages;

namespace Schakel.Catalogue.Areas;

public static partial class BoundaryColumns
{
    /// <summary>Reads codes and borders (and a few other columns) of one layer of any file.</summary>
    /// <remarks>
    /// A GeoPackage in RD or another metric system goes straight from its bytes into the columns: fourteen thousand buurten in a few hundredths of a second.
    /// Borders are then taken as they stand; crossing borders are not repaired, which a neighbour graph does not need. Everything else goes through <see cref="SourceFile"/>.
    /// </remarks>
    /// <param name="path">File name.</param>
    /// <param name="layer">Layer; null when only one layer has the column <paramref name="idColumn"/>.</param>
    /// <param name="idColumn">Column with the codes.</param>
    /// <param name="columns">Other columns that are needed; may be empty.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <returns>The areas, or a <see cref="Refusal"/>.</returns>
    public static Outcome<BoundaryTable> Read(string path, string? layer, string idColumn, IReadOnlyCollection<string> columns, CancellationToken cancel)
    {
        var options = new ReadOptions { Layer = layer, Columns = [idColumn, .. columns] };
        if (SourceFile.TryDirect(path, options, () => Direct(path, layer, idColumn, columns, cancel), out var refusal) is { } direct)
            return direct.Finish(path, idColumn);
        return refusal ?? Whole(path, options, idColumn, cancel);
    }

    private static Outcome<BoundaryTable> Whole(string path, ReadOptions options, string idColumn, CancellationToken cancel)
    {
        if (!SourceFile.Read(path, options, cancel).TryGet(out var tables, out var reason))
            return reason;
        var fitting = tables.Where(table => table.Geometries is not null && table.Find(idColumn) is not null).ToList();
        if (fitting.Count > 1)
            return SeveralLayers(path, fitting.Select(table => table.Layer));
        if (fitting.Count == 0)
            return tables.FirstOrDefault(table => table.Geometries is not null) is { } areas && !UniqueCodes.Of(areas, idColumn).TryGet(out _, out var lacking)
                ? lacking
                : new Refusal("no-boundaries", "The file has no borders of areas.", path) { Layer = options.Layer, Expected = "a layer with polygons" };
        var table = fitting[0];
        if (!UniqueCodes.Of(table, idColumn).TryGet(out var codes, out var wrong))
            return wrong;
        var id = table.Find(idColumn);
        return new BoundaryTable(path, table.Layer, codes, AreaBoundariesOf(table.Geometries!), [.. table.Geometries!.Select(geometry => geometry is Polygon or MultiPolygon)],
            [.. table.Columns.Where(column => column != id)], table.Srid, table.Sha256, table.Notes)
        {
            IsHole = HolesOf(table.Geometries!),
        };
    }

    private static Refusal SeveralLayers(string path, IEnumerable<string?> layers) =>
        new("layer-not-named", "Several layers of the file have this column.", path) { Expected = "FILE:LAYER with one of: " + string.Join(", ", layers) };

    /// <summary>What the direct way found before its codes were checked.</summary>
    private sealed record Found(TableDraft Draft, RingCollector Rings, int Srid, string Sha256)
    {
        internal Outcome<BoundaryTable> Finish(string path, string idColumn)
        {
            var columns = ColumnFinish.All(Draft.Columns, false, row => row + 1, Draft.Notes);
            var table = new SourceTable(path, Draft.Layer, Draft.RowCount, columns, null, 0) { Sha256 = Sha256 };
            if (!UniqueCodes.Of(table, idColumn).TryGet(out var codes, out var reason))
                return reason;
            var id = table.Find(idColumn);
            return new BoundaryTable(path, Draft.Layer, codes, Rings.Boundaries(), [.. Rings.HasRings], [.. columns.Where(column => column != id)], Srid, Sha256, Draft.Notes)
            {
                IsHole = [.. Rings.IsHole],
            };
        }
    }

    /// <summary>Null when the file or its coordinates need the full reader.</summary>
    private static Found? Direct(string path, string? layer, string idColumn, IReadOnlyCollection<string> columns, CancellationToken cancel)
    {
        var hash = Task.Run(() => SourceFile.Sha256(path), CancellationToken.None);
        using var file = new SqliteFile(path, cancel);
        var layers = GeoPackageLayer.All(file).Where(each => each.GeometryColumn is not null).ToList();
        var chosen = layer is not null ? GeoPackageLayer.Choose(layers, layer) : Only(file, layers, idColumn);
        if (chosen is null || chosen.Crs.Kind is not (CrsKind.Rd or CrsKind.OtherMetric))
            return null;
        var rings = new RingCollector();
        try
        {
            var draft = GeoPackageFile.Read(file, chosen, new ColumnChoice([idColumn, .. columns]), rings, cancel);
            if (draft.RowCount == 0)
                return null;
            LayerCoordinates.RequireEarth(rings.Extent);
            if (chosen.Crs.Kind == CrsKind.Rd)
                LayerCoordinates.RequireMetres(rings.Extent, chosen.Crs);
            return new Found(draft, rings, chosen.Crs.Kind == CrsKind.Rd ? CoordinateSystems.Rd : chosen.Crs.Epsg, hash.GetAwaiter().GetResult());
        }
        catch (RingCollector.MixedGeometry)
        {
            return null;
        }
    }

    private static GeoPackageLayer? Only(SqliteFile file, List<GeoPackageLayer> layers, string idColumn)
    {
        var plain = ColumnName.Plain(idColumn);
        var fitting = layers.Where(layer => layer.Columns(file).Exists(column => ColumnName.Plain(column.Name) == plain)).ToList();
        return fitting.Count == 1 ? fitting[0] : null;
    }
}
