// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text;
using NetTopologySuite.Geometries;
using NetTopologySuite.Simplify;

namespace Schakel.Web.Evidence;

/// <summary>From metres to the whole numbers of a drawing of fixed width: a path of a few hundred bytes an area.</summary>
internal sealed class Frame
{
    internal const int Width = 1000;

    // A tall place would push the text off the page.
    private const double TallestShare = 1.1;

    private const int Margin = 12;

    private readonly double west, north, scale;

    private Frame(Envelope around)
    {
        scale = Math.Min((Width - (2 * Margin)) / around.Width, (Width * TallestShare) / around.Height);
        Height = (int)Math.Ceiling((around.Height * scale) + (2 * Margin));
        west = around.MinX - ((Width - (around.Width * scale)) / 2 / scale);
        north = around.MaxY + (Margin / scale);
    }

    internal int Height { get; }

    internal static Frame? Around(IEnumerable<Geometry?> shapes)
    {
        var around = new Envelope();
        foreach (var shape in shapes)
            if (shape is not null)
                around.ExpandToInclude(shape.EnvelopeInternal);
        return around.IsNull || around.Width <= 0 || around.Height <= 0 ? null : new Frame(around);
    }

    internal (int X, int Y) At(double x, double y) => ((int)Math.Round((x - west) * scale), (int)Math.Round((north - y) * scale));

    internal (int X, int Y) At(Point point) => At(point.X, point.Y);

    /// <summary>The rings of an area as an SVG path with relative steps.</summary>
    internal string Path(Geometry shape)
    {
        // Half a step of the drawing: what is thrown away is not seen, and neighbours part by less than their line.
        var simple = DouglasPeuckerSimplifier.Simplify(shape, 0.5 / scale);
        var path = new StringBuilder();
        for (var part = 0; part < simple.NumGeometries; part++)
        {
            if (simple.GetGeometryN(part) is not Polygon polygon || polygon.IsEmpty)
                continue;
            Ring(path, polygon.ExteriorRing);
            foreach (var hole in polygon.InteriorRings)
                Ring(path, hole);
        }

        // Too small to see is still an area: a dot where it lies.
        if (path.Length == 0 && shape.InteriorPoint is { IsEmpty: false } middle)
        {
            var (x, y) = At(middle.X, middle.Y);
            path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h2v2h-2z");
        }

        return path.ToString();
    }

    private void Ring(StringBuilder path, LineString ring)
    {
        var points = new List<(int X, int Y)>();
        foreach (var corner in ring.Coordinates)
        {
            var at = At(corner.X, corner.Y);
            if (points.Count == 0 || points[^1] != at)
                points.Add(at);
        }

        if (points.Count > 1 && points[^1] == points[0])
            points.RemoveAt(points.Count - 1);
        if (points.Count < 3)
            return;

        path.Append(CultureInfo.InvariantCulture, $"M{points[0].X} {points[0].Y}l");
        for (var i = 1; i < points.Count; i++)
        {
            Step(path, points[i].X - points[i - 1].X, i > 1);
            Step(path, points[i].Y - points[i - 1].Y, true);
        }

        path.Append('z');
    }

    private static void Step(StringBuilder path, int step, bool apart)
    {
        if (apart && step >= 0)
            path.Append(' ');
        path.Append(step.ToString(CultureInfo.InvariantCulture));
    }
}
