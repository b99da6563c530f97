// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;
using NetTopologySuite.Index.HPRtree;
using Schakel.Catalogue.Areas;

namespace Schakel.Web.Maps;

/// <summary>The areas of one level in world coordinates, findable by place. Every zoom is drawn from it; a tile simplifies what it draws.</summary>
internal sealed class MapLayer
{
    private readonly HPRtree<AreaShape> byPlace = new();
    private readonly Lazy<AreaName[]> names;

    private MapLayer(IReadOnlyList<AreaShape> areas, Func<AreaName[]> names)
    {
        foreach (var area in areas)
            byPlace.Insert(new Envelope(area.Box.Left, area.Box.Right, area.Box.Top, area.Box.Bottom), area);
        if (areas.Count > 0)
            byPlace.Build();
        Points = areas.Sum(area => (long)area.Polygons.Sum(rings => rings.Sum(ring => ring.Length / 2)));
        Count = areas.Count;
        this.names = new Lazy<AreaName[]>(names);
    }

    internal int Count { get; }

    /// <summary>How much memory it takes, counted in points.</summary>
    internal long Points { get; }

    /// <summary>Where the names stand, those of large areas first; worked out when first asked, for small areas go without.</summary>
    internal IReadOnlyList<AreaName> Names => names.Value;

    internal static MapLayer Of(AreaLayer layer, Geometry?[] boundaries)
    {
        var areas = new AreaShape?[boundaries.Length];
        Parallel.For(0, boundaries.Length, area => areas[area] = AreaShape.Of(layer.Codes[area], boundaries[area]));
        return new MapLayer([.. areas.OfType<AreaShape>()], () => AreaName.Of(layer, boundaries));
    }

    /// <summary>Areas in or near a box, by code, so that a tile is the same bytes each time.</summary>
    internal IEnumerable<AreaShape> In(WorldBox box) => Count == 0 ? [] : byPlace
        .Query(new Envelope(box.Left, box.Right, box.Top, box.Bottom))
        .OrderBy(area => area.Code, StringComparer.Ordinal);
}
