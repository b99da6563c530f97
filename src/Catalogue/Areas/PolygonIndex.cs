// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.HPRtree;

namespace Schakel.Catalogue.Areas;

/// <summary>Finds the area in which a point lies. Where borders overlap, the area with the lowest code wins, so that the answer never depends on order.</summary>
internal sealed class PolygonIndex
{
    private readonly HPRtree<int> tree = new();
    private readonly IndexedPointInAreaLocator?[] locators;
    private readonly Geometry?[] boundaries;

    /// <summary>Takes boundaries in the order of their sorted codes.</summary>
    internal PolygonIndex(Geometry?[] boundaries)
    {
        this.boundaries = boundaries;
        locators = new IndexedPointInAreaLocator?[boundaries.Length];
        for (var area = 0; area < boundaries.Length; area++)
            if (boundaries[area] is { IsEmpty: false, Dimension: Dimension.Surface } boundary)
                tree.Insert(boundary.EnvelopeInternal, area);
    }

    /// <summary>0-based index of the area, or −1. Not for use from several threads at once.</summary>
    internal int Find(double x, double y)
    {
        var point = new Coordinate(x, y);
        var found = -1;
        foreach (var area in tree.Query(new Envelope(point)))
            if ((found < 0 || area < found) && (locators[area] ??= new IndexedPointInAreaLocator(boundaries[area]!)).Locate(point) != Location.Exterior)
                found = area;
        return found;
    }
}
