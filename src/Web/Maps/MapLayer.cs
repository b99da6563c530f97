// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Coverage;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.HPRtree;
using Schakel.Catalogue.Areas;

namespace Schakel.Web.Maps;

/// <summary>The areas of one level, simplified for one zoom and findable by place.</summary>
/// <remarks>Neighbours are simplified together (a shared border stays shared), so no tears open between them.</remarks>
internal sealed class MapLayer
{
    /// <summary>From this zoom on a border is drawn as it is stored.</summary>
    internal const int FinestZoom = 13;

    /// <summary>Pixels of the screen a border may move; less than one cannot be seen.</summary>
    private const double PixelsOff = 0.7;

    private readonly HPRtree<AreaShape> byPlace = new();

    private MapLayer(IReadOnlyList<AreaShape> areas)
    {
        foreach (var area in areas)
            byPlace.Insert(new Envelope(area.Box.Left, area.Box.Right, area.Box.Top, area.Box.Bottom), area);
        if (areas.Count > 0)
            byPlace.Build();
        Points = areas.Sum(area => (long)area.Polygons.Sum(rings => rings.Sum(ring => ring.Length / 2)));
        Count = areas.Count;
    }

    internal int Count { get; }

    /// <summary>How much memory it takes, counted in points.</summary>
    internal long Points { get; }

    internal static MapLayer Of(AreaLayer layer, Geometry?[] boundaries, int zoom)
    {
        // A name stands where it stood, whatever the zoom.
        var labels = layer.Level == "cell" ? new (double, double)?[boundaries.Length] : [.. boundaries.Select(LabelOf)];
        var drawn = Simplified(boundaries, zoom);
        var areas = new List<AreaShape>(boundaries.Length);
        for (var area = 0; area < boundaries.Length; area++)
        {
            if (AreaShape.Of(layer.Codes[area], layer.Names[area], drawn[area], labels[area]) is { } shape)
                areas.Add(shape);
        }

        return new MapLayer(areas);
    }

    /// <summary>Areas in or near a box, by code, so that a tile is the same bytes each time.</summary>
    internal IEnumerable<AreaShape> In(WorldBox box) => Count == 0 ? [] : byPlace
        .Query(new Envelope(box.Left, box.Right, box.Top, box.Bottom))
        .OrderBy(area => area.Code, StringComparer.Ordinal);

    private static Geometry?[] Simplified(Geometry?[] boundaries, int zoom)
    {
        var present = boundaries.OfType<Geometry>().Where(boundary => !boundary.IsEmpty).ToArray();
        var points = present.Sum(boundary => (long)boundary.NumPoints);
        if (zoom >= FinestZoom || points <= 8L * present.Length)
            return boundaries; // fine enough to draw as it is, or squares that cannot be simpler

        var metresAPixel = Mercator.WorldSideInMetres / (512 * Math.Pow(2, zoom));
        var simplified = CoverageSimplifier.Simplify(present, PixelsOff * metresAPixel);
        var next = 0;
        return [.. boundaries.Select(boundary => boundary is null || boundary.IsEmpty ? null : simplified[next++])];
    }

    private static (double X, double Y)? LabelOf(Geometry? boundary)
    {
        if (boundary is null || boundary.IsEmpty)
            return null;

        var largest = Enumerable.Range(0, boundary.NumGeometries).Select(boundary.GetGeometryN).MaxBy(part => part.Area)!;
        var centre = largest.Centroid;
        var inside = largest.Contains(centre) ? centre : largest.InteriorPoint;
        return Mercator.ToWorld(inside.X, inside.Y);
    }
}
