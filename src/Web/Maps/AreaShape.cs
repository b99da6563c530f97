// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;

namespace Schakel.Web.Maps;

/// <summary>One area as the map draws it, in world coordinates (<see cref="Mercator"/>).</summary>
/// <param name="Code">Area code.</param>
/// <param name="Polygons">Per polygon its rings, the outer one first; a ring is x, y, x, y, … without the closing point.</param>
/// <param name="Box">Bounding box.</param>
internal sealed record AreaShape(string Code, double[][][] Polygons, WorldBox Box)
{
    internal static AreaShape? Of(string code, Geometry? boundary)
    {
        if (boundary is null || boundary.IsEmpty)
            return null;

        var polygons = new List<double[][]>();
        for (var part = 0; part < boundary.NumGeometries; part++)
        {
            if (boundary.GetGeometryN(part) is Polygon { IsEmpty: false } polygon)
                polygons.Add([Ring(polygon.ExteriorRing), .. polygon.InteriorRings.Select(Ring)]);
        }

        return polygons.Count == 0 ? null : new AreaShape(code, [.. polygons], WorldBox.Around(polygons.Select(rings => rings[0])));
    }

    private static double[] Ring(LineString line)
    {
        var points = line.CoordinateSequence;
        var ring = new double[2 * (points.Count - 1)];
        for (var point = 0; point < points.Count - 1; point++)
            (ring[2 * point], ring[(2 * point) + 1]) = Mercator.ToWorld(points.GetX(point), points.GetY(point));
        return ring;
    }
}

/// <summary>A box in world coordinates; top is north and the smaller number.</summary>
internal readonly record struct WorldBox(double Left, double Top, double Right, double Bottom)
{
    internal static WorldBox Around(IEnumerable<double[]> rings)
    {
        var (left, top, right, bottom) = (double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        foreach (var ring in rings)
        {
            for (var at = 0; at < ring.Length; at += 2)
            {
                left = Math.Min(left, ring[at]);
                right = Math.Max(right, ring[at]);
                top = Math.Min(top, ring[at + 1]);
                bottom = Math.Max(bottom, ring[at + 1]);
            }
        }

        return new WorldBox(left, top, right, bottom);
    }
}
