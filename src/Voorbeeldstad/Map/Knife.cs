// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Operation.Polygonize;
using Schakel.Analysis.Numerics;

namespace Schakel.Voorbeeldstad.Map;

/// <summary>Cuts areas into smaller ones.</summary>
internal static class Knife
{
    /// <summary>[m²] a smaller part goes to its neighbour.</summary>
    private const double sliver = 15_000;

    /// <summary>The parts into which lines divide a polygon.</summary>
    internal static List<Polygon> Cut(Polygon polygon, Geometry lines, double smallest = sliver)
    {
        if (!polygon.EnvelopeInternal.Intersects(lines.EnvelopeInternal))
            return [polygon];

        var noded = OverlayNG.Overlay(polygon.Boundary, lines, NetTopologySuite.Operation.Overlay.SpatialFunction.Union, Pen.Centimetres);
        return Absorb([.. Faces(noded).Where(face => polygon.Covers(face.InteriorPoint))], smallest);
    }

    /// <summary>All faces that a set of noded lines encloses.</summary>
    internal static IEnumerable<Polygon> Faces(Geometry noded)
    {
        var polygonizer = new Polygonizer();
        polygonizer.Add(noded);
        return polygonizer.GetPolygons().Cast<Polygon>();
    }

    /// <summary>Divides a polygon into so many parts of about equal size, by streets across its length.</summary>
    internal static List<Polygon> Divide(Polygon polygon, int parts, ref RandomSequence random, double sway = 0.05, double smallest = sliver)
    {
        if (parts == 1)
            return [polygon];

        var first = parts / 2;
        var share = ((double)first / parts) + (0.08 * ((2 * random.NextDouble()) - 1) / parts);
        var halves = Halve(polygon, share, ref random, sway, smallest);
        return [.. Divide(halves[0], first, ref random, sway, smallest), .. Divide(halves[1], parts - first, ref random, sway, smallest)];
    }

    private static List<Polygon> Halve(Polygon polygon, double share, ref RandomSequence random, double sway, double smallest)
    {
        var angle = LongAxis(polygon) + (0.16 * ((2 * random.NextDouble()) - 1));
        var (alongX, alongY) = (Math.Cos(angle), Math.Sin(angle));
        var positions = polygon.Coordinates.Select(c => (c.X * alongX) + (c.Y * alongY)).ToArray();
        var (low, high) = (positions.Min(), positions.Max());
        var reach = high - low + polygon.EnvelopeInternal.Diameter;
        var centre = polygon.Centroid.Coordinate;
        var across = (-centre.X * alongY) + (centre.Y * alongX);

        for (var step = 0; step < 24; step++)
        {
            var middle = (low + high) / 2;
            if (AreaBelow(polygon, alongX, alongY, middle) < share * polygon.Area)
                low = middle;
            else
                high = middle;
        }

        var street = Pen.Paper.CreateLineString([.. Street(low, ref random)]);
        var parts = Absorb(Cut(polygon, street, smallest), count: 2);
        return parts.Count == 2
            ? [.. parts.OrderBy(part => Along(part.InteriorPoint.Coordinate))]
            : throw new InvalidOperationException($"A street divides {polygon.Centroid} into {parts.Count} parts.");

        double Along(Coordinate c) => (c.X * alongX) + (c.Y * alongY);

        Coordinate At(double along, double aside) => Pen.Rounded((along * alongX) - (aside * alongY), (along * alongY) + (aside * alongX));

        List<Coordinate> Street(double along, ref RandomSequence chance)
        {
            var chord = polygon.Intersection(Pen.Paper.CreateLineString([At(along, across - reach), At(along, across + reach)]));
            var asides = chord.Coordinates.Select(c => (-c.X * alongY) + (c.Y * alongX)).ToArray();
            return Pen.Ditch(At(along, asides.Min() - 3), At(along, asides.Max() + 3), ref chance, shortest: 260, sway);
        }
    }

    /// <summary>[m²] the part of an area on the near side of a line: rings are clipped, edges that run back along the line add nothing.</summary>
    private static double AreaBelow(Polygon polygon, double alongX, double alongY, double limit)
    {
        var area = Clipped(polygon.ExteriorRing);
        foreach (var hole in polygon.InteriorRings)
            area -= Clipped(hole);
        return area;

        double Clipped(LineString ring)
        {
            var points = ring.Coordinates;
            var (doubled, start, last) = (0.0, (Coordinate?)null, (Coordinate?)null);
            for (var i = 1; i < points.Length; i++)
            {
                var (from, to) = (Beyond(points[i - 1]), Beyond(points[i]));
                if (from > 0 != to > 0)
                    Add(new Coordinate(
                        points[i - 1].X + (from / (from - to) * (points[i].X - points[i - 1].X)), points[i - 1].Y + (from / (from - to) * (points[i].Y - points[i - 1].Y))));
                if (to <= 0)
                    Add(points[i]);
            }

            if (start is not null)
                Add(start);
            return Math.Abs(doubled) / 2;

            void Add(Coordinate point)
            {
                start ??= point;
                if (last is not null)
                    doubled += ((last.X - start.X) * (point.Y - start.Y)) - ((point.X - start.X) * (last.Y - start.Y));
                last = point;
            }
        }

        double Beyond(Coordinate c) => (c.X * alongX) + (c.Y * alongY) - limit;
    }

    /// <summary>Direction of the longest side of the smallest rectangle around the area.</summary>
    internal static double LongAxis(Polygon polygon)
    {
        var corners = NetTopologySuite.Algorithm.MinimumAreaRectangle.GetMinimumRectangle(polygon).Coordinates;
        var (a, b) = corners[0].Distance(corners[1]) >= corners[1].Distance(corners[2]) ? (corners[0], corners[1]) : (corners[1], corners[2]);
        var angle = Math.Atan2(b.Y - a.Y, b.X - a.X);
        return angle < 0 ? angle + Math.PI : angle;
    }

    /// <summary>Joins parts that are too small, or too many, to the neighbour they share most border with.</summary>
    private static List<Polygon> Absorb(List<Polygon> parts, double smallest = 0, int count = int.MaxValue)
    {
        while (parts.Count > 1)
        {
            var least = parts.MinBy(part => part.Area)!;
            if (least.Area >= smallest && parts.Count <= count)
                break;

            var host = parts.Where(part => part != least).MaxBy(part => part.Intersection(least).Length)!;
            if (OverlayNG.Overlay(host, least, NetTopologySuite.Operation.Overlay.SpatialFunction.Union, Pen.Centimetres) is not Polygon joined)
                break;
            parts.Remove(least);
            parts[parts.IndexOf(host)] = joined;
        }

        return parts;
    }
}
