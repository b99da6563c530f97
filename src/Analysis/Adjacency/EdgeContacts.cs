// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Adjacency;

/// <summary>Compares two edges of different areas by distance and notes what they have in common.</summary>
internal sealed class EdgeContacts(BorderPoints points, double tolerance, bool measured)
{
    private readonly double[] x = points.Boundaries.X;
    private readonly double[] y = points.Boundaries.Y;

    internal List<ulong> Pairs { get; } = [];

    internal List<long> Nanometres { get; } = [];

    /// <summary>Compares the edges that start at two corners.</summary>
    internal void Compare(int one, int other)
    {
        if (Math.Min(x[one], x[one + 1]) > Math.Max(x[other], x[other + 1]) + tolerance
            || Math.Min(x[other], x[other + 1]) > Math.Max(x[one], x[one + 1]) + tolerance
            || Math.Min(y[one], y[one + 1]) > Math.Max(y[other], y[other + 1]) + tolerance
            || Math.Min(y[other], y[other + 1]) > Math.Max(y[one], y[one + 1]) + tolerance)
            return;
        if (measured)
            Measure(one, other);
        else
            Touch(one, other);
    }

    private void Touch(int one, int other)
    {
        CornerOnEdge(one, other);
        CornerOnEdge(one + 1, other);
        CornerOnEdge(other, one);
        CornerOnEdge(other + 1, one);
        if (Side(one, other) * Side(one, other + 1) < 0 && Side(other, one) * Side(other, one + 1) < 0)
            Pairs.Add(Pair.Key(points.Area[one], points.Area[other]));
    }

    /// <summary>A corner near an edge brings all areas of that corner to the area of the edge, and near its end to all areas of that end.</summary>
    private void CornerOnEdge(int corner, int edge)
    {
        var isNearStart = Distance(corner, edge, edge) <= tolerance;
        var isNearEnd = Distance(corner, edge + 1, edge + 1) <= tolerance;
        if (!isNearStart && !isNearEnd && Distance(corner, edge, edge + 1) > tolerance)
            return;
        for (var i = points.First[corner]; i >= 0; i = points.Next[i])
        {
            Add(points.Area[i], points.Area[edge]);
            for (var j = isNearStart ? points.First[edge] : -1; j >= 0; j = points.Next[j])
                Add(points.Area[i], points.Area[j]);
            for (var j = isNearEnd ? points.First[edge + 1] : -1; j >= 0; j = points.Next[j])
                Add(points.Area[i], points.Area[j]);
        }
    }

    private void Add(int area, int other)
    {
        if (area != other && (Pairs.Count == 0 || Pairs[^1] != Pair.Key(area, other)))
            Pairs.Add(Pair.Key(area, other));
    }

    /// <summary>The stretch where two edges run beside each other: both ends of it within the tolerance.</summary>
    private void Measure(int one, int other)
    {
        if (Length(one) > Length(other))
            (one, other) = (other, one);
        var length = Length(other);
        if (length == 0)
            return;
        var (alongX, alongY) = ((x[other + 1] - x[other]) / length, (y[other + 1] - y[other]) / length);
        var (startX, startY) = (x[one] - x[other], y[one] - y[other]);
        var (endX, endY) = (x[one + 1] - x[other], y[one + 1] - y[other]);
        var (start, end) = ((startX * alongX) + (startY * alongY), (endX * alongX) + (endY * alongY));
        var (startAside, endAside) = ((startY * alongX) - (startX * alongY), (endY * alongX) - (endX * alongY));
        if (start > end)
            (start, end, startAside, endAside) = (end, start, endAside, startAside);
        var (low, high) = (Math.Max(start, 0), Math.Min(end, length));
        if (high <= low)
            return;

        var widening = (endAside - startAside) / (end - start);
        if (Math.Abs(startAside + (widening * (low - start))) > tolerance
            || Math.Abs(startAside + (widening * (high - start))) > tolerance)
            return;
        Pairs.Add(Pair.Key(points.Area[one], points.Area[other]));
        Nanometres.Add(SharedBorders.Nanometre(high - low));
    }

    private double Length(int edge) => Distance(edge, edge + 1, edge + 1);

    private double Distance(int corner, int from, int to)
    {
        var (edgeX, edgeY) = (x[to] - x[from], y[to] - y[from]);
        var (cornerX, cornerY) = (x[corner] - x[from], y[corner] - y[from]);
        var square = (edgeX * edgeX) + (edgeY * edgeY);
        var along = (cornerX * edgeX) + (cornerY * edgeY);
        if (along > 0 && along < square)
        {
            // Beside the edge: by the cross product, which is exactly 0 for a corner on an edge along an axis.
            return Math.Abs((edgeX * cornerY) - (edgeY * cornerX)) / Math.Sqrt(square);
        }

        var nearest = along > 0 ? to : from;
        return Math.Sqrt(Square(x[corner] - x[nearest]) + Square(y[corner] - y[nearest]));
    }

    private double Side(int edge, int corner) =>
        ((x[edge + 1] - x[edge]) * (y[corner] - y[edge])) - ((y[edge + 1] - y[edge]) * (x[corner] - x[edge]));

    private static double Square(double value) => value * value;
}
