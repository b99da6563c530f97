// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;
using Schakel.Analysis.Adjacency;

namespace Schakel.Catalogue.Areas;

/// <summary>Borders of areas as the columns of coordinates that the analysis works with.</summary>
public static partial class BoundaryColumns
{
    /// <summary>The rings of all areas, one area a geometry, in their order.</summary>
    /// <param name="geometries">Polygons and multipolygons in metres; null, lines and points give an area without rings.</param>
    /// <returns>The columns.</returns>
    public static AreaBoundaries AreaBoundariesOf(IReadOnlyList<Geometry?> geometries)
    {
        int rings = 0, points = 0;
        foreach (var geometry in geometries)
            EachRing(geometry, ring =>
            {
                rings++;
                points += ring.NumPoints;
            });

        var x = new double[points];
        var y = new double[points];
        var ringStarts = new int[rings + 1];
        var areaStarts = new int[geometries.Count + 1];
        int point = 0, ringNumber = 0;
        for (var area = 0; area < geometries.Count; area++)
        {
            EachRing(geometries[area], ring =>
            {
                var sequence = ring.CoordinateSequence;
                for (var i = 0; i < sequence.Count; i++)
                {
                    x[point] = sequence.GetX(i);
                    y[point++] = sequence.GetY(i);
                }
                ringStarts[++ringNumber] = point;
            });
            areaStarts[area + 1] = ringNumber;
        }
        return new AreaBoundaries(x, y, ringStarts, areaStarts);
    }

    /// <summary>The middle of each area: its centre of gravity.</summary>
    /// <param name="geometries">Any geometry in metres; null and empty give NaN.</param>
    /// <returns>[m] one x and one y an area.</returns>
    public static (double[] X, double[] Y) CentroidsOf(IReadOnlyList<Geometry?> geometries)
    {
        var x = new double[geometries.Count];
        var y = new double[geometries.Count];
        for (var i = 0; i < x.Length; i++)
        {
            var centre = geometries[i] is { IsEmpty: false } geometry ? geometry.Centroid.Coordinate : null;
            x[i] = centre?.X ?? double.NaN;
            y[i] = centre?.Y ?? double.NaN;
        }
        return (x, y);
    }

    /// <summary>For each ring of <see cref="AreaBoundariesOf"/> whether it is a hole.</summary>
    /// <param name="geometries">As given there.</param>
    /// <returns>One a ring.</returns>
    public static bool[] HolesOf(IReadOnlyList<Geometry?> geometries)
    {
        var holes = new List<bool>();
        foreach (var geometry in geometries)
            EachPolygon(geometry, polygon => holes.AddRange(Enumerable.Range(0, polygon.NumInteriorRings + 1).Select(ring => ring > 0)));
        return [.. holes];
    }

    private static void EachPolygon(Geometry? geometry, Action<Polygon> take)
    {
        if (geometry is Polygon { IsEmpty: false } polygon)
            take(polygon);
        else if (geometry is MultiPolygon parts)
            foreach (var part in parts.Geometries)
                EachPolygon(part, take);
    }

    private static void EachRing(Geometry? geometry, Action<LineString> take) => EachPolygon(geometry, polygon =>
    {
        take(polygon.ExteriorRing);
        foreach (var hole in polygon.InteriorRings)
            take(hole);
    });
}
