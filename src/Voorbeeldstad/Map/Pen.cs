// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using NetTopologySuite.Geometries;
using Schakel.Analysis.Numerics;

namespace Schakel.Voorbeeldstad.Map;

/// <summary>Turns a few points into the kind of line that a map shows: a curve for roads and rails, a broken line for borders along ditches.</summary>
internal static class Pen
{
    /// <summary>Centimetres: what is drawn here has the same coordinates on every machine and in every file.</summary>
    internal static readonly PrecisionModel Centimetres = new(100);

    internal static readonly GeometryFactory Paper = new(Centimetres, 28992);

    /// <summary>[m] distance between points on a curve.</summary>
    private const double step = 110;

    internal static LineString Smooth(string points) => Paper.CreateLineString(Curve(Parse(points), closed: false));

    internal static Polygon Loop(string points) => Paper.CreatePolygon(Curve(Parse(points), closed: true));

    internal static Polygon Straight(string points) => Paper.CreatePolygon(Closed(Parse(points)));

    /// <summary>Something like a circle, as a village grows.</summary>
    internal static Polygon Round(double x, double y, double radius, ref RandomSequence random)
    {
        var corners = new Coordinate[11];
        for (var i = 0; i < corners.Length; i++)
        {
            var angle = 2 * Math.PI * i / corners.Length;
            var reach = radius * (0.78 + (0.44 * random.NextDouble()));
            corners[i] = Rounded(TownSketch.OriginX + x + (reach * Math.Cos(angle)), TownSketch.OriginY + y + (reach * Math.Sin(angle)));
        }

        return Paper.CreatePolygon(Closed(corners));
    }

    internal static Polygon Ditches(string points, int stream)
    {
        var random = new RandomSequence(2009, stream);
        var corners = Closed(Parse(points));
        var drawn = new List<Coordinate>();
        for (var i = 1; i < corners.Length; i++)
            drawn.AddRange(Ditch(corners[i - 1], corners[i], ref random).SkipLast(1));
        return Paper.CreatePolygon(Closed([.. drawn]));
    }

    /// <summary>A line that wanders a little, as if it followed ditches: the middle of each piece moves aside, and so on with the halves.</summary>
    internal static List<Coordinate> Ditch(Coordinate from, Coordinate to, ref RandomSequence random, double shortest = 450, double sway = 0.11)
    {
        var length = from.Distance(to);
        if (length < shortest)
            return [from, to];

        var place = 0.4 + (0.2 * random.NextDouble());
        var aside = ((2 * random.NextDouble()) - 1) * sway;
        var middle = Rounded(
            from.X + (place * (to.X - from.X)) - (aside * (to.Y - from.Y)),
            from.Y + (place * (to.Y - from.Y)) + (aside * (to.X - from.X)));
        return [.. Ditch(from, middle, ref random, shortest, sway).SkipLast(1), .. Ditch(middle, to, ref random, shortest, sway)];
    }

    internal static Coordinate Rounded(double x, double y) => new(Centimetres.MakePrecise(x), Centimetres.MakePrecise(y));

    /// <summary>Points of the sketch in RD.</summary>
    private static Coordinate[] Parse(string points) => [.. points.Split(' ').Select(point =>
    {
        var comma = point.IndexOf(',', StringComparison.Ordinal);
        return new Coordinate(
            TownSketch.OriginX + int.Parse(point.AsSpan(0, comma), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
            TownSketch.OriginY + int.Parse(point.AsSpan(comma + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
    })];

    private static Coordinate[] Closed(Coordinate[] points) => [.. points, points[0].Copy()];

    /// <summary>Catmull–Rom: passes through every point without corners.</summary>
    private static Coordinate[] Curve(Coordinate[] points, bool closed)
    {
        var drawn = new List<Coordinate>();
        var count = points.Length;
        var pieces = closed ? count : count - 1;
        for (var i = 0; i < pieces; i++)
        {
            var (a, b, c, d) = (At(i - 1), At(i), At(i + 1), At(i + 2));
            var steps = Math.Clamp((int)(b.Distance(c) / step), 1, 24);
            for (var s = 0; s < steps; s++)
            {
                var t = (double)s / steps;
                drawn.Add(Rounded(Blend(a.X, b.X, c.X, d.X, t), Blend(a.Y, b.Y, c.Y, d.Y, t)));
            }
        }

        drawn.Add(closed ? drawn[0].Copy() : points[^1]);
        return [.. drawn];

        Coordinate At(int index) => points[closed ? (index + count) % count : Math.Clamp(index, 0, count - 1)];
    }

    private static double Blend(double a, double b, double c, double d, double t) =>
        0.5 * ((2 * b) + ((c - a) * t) + (((2 * a) - (5 * b) + (4 * c) - d) * t * t) + (((3 * b) - a - (3 * c) + d) * t * t * t));
}
