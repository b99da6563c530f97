// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Adjacency;

namespace Schakel.Analysis.Tests.Adjacency;

/// <summary>Contiguity by its definition, without hashing or grids: the distance between two borders.</summary>
internal static class BruteForce
{
    internal static int[][] Queen(AreaBoundaries map, double tolerance) =>
        [.. Enumerable.Range(0, map.AreaCount).AsParallel().AsOrdered()
            .Select(area => Enumerable.Range(0, map.AreaCount).Where(other => other != area && Touch(map, area, other, tolerance)).ToArray())];

    private static bool Touch(AreaBoundaries map, int area, int other, double tolerance)
    {
        var (left, low, right, high) = Box(map, area);
        var (otherLeft, otherLow, otherRight, otherHigh) = Box(map, other);
        if (left > otherRight + tolerance || otherLeft > right + tolerance || low > otherHigh + tolerance || otherLow > high + tolerance)
            return false;
        var seconds = Edges(map, other).ToList();
        foreach (var edge in Edges(map, area))
            foreach (var second in seconds)
                if (Distance(map, edge, second) <= tolerance)
                    return true;
        return false;
    }

    private static double Distance(AreaBoundaries map, int one, int other)
    {
        if (Cross(map, one, other) && Cross(map, other, one))
            return 0;
        return Math.Min(
            Math.Min(ToEdge(map, one, other), ToEdge(map, one + 1, other)), Math.Min(ToEdge(map, other, one), ToEdge(map, other + 1, one)));
    }

    private static bool Cross(AreaBoundaries map, int edge, int other) => Side(map, edge, other) * Side(map, edge, other + 1) < 0;

    private static double Side(AreaBoundaries map, int edge, int point) =>
        ((map.X[edge + 1] - map.X[edge]) * (map.Y[point] - map.Y[edge])) - ((map.Y[edge + 1] - map.Y[edge]) * (map.X[point] - map.X[edge]));

    private static double ToEdge(AreaBoundaries map, int point, int edge)
    {
        var (dx, dy) = (map.X[edge + 1] - map.X[edge], map.Y[edge + 1] - map.Y[edge]);
        var (px, py) = (map.X[point] - map.X[edge], map.Y[point] - map.Y[edge]);
        var square = (dx * dx) + (dy * dy);
        var along = square > 0 ? Math.Clamp(((px * dx) + (py * dy)) / square, 0, 1) : 0;
        return Math.Sqrt(Math.Pow(px - (along * dx), 2) + Math.Pow(py - (along * dy), 2));
    }

    private static IEnumerable<int> Edges(AreaBoundaries map, int area)
    {
        for (var ring = map.AreaStarts[area]; ring < map.AreaStarts[area + 1]; ring++)
            for (var i = map.RingStarts[ring]; i < map.RingStarts[ring + 1] - 1; i++)
                yield return i;
    }

    private static (double, double, double, double) Box(AreaBoundaries map, int area)
    {
        var (from, to) = (map.RingStarts[map.AreaStarts[area]], map.RingStarts[map.AreaStarts[area + 1]]);
        return (map.X[from..to].Min(), map.Y[from..to].Min(), map.X[from..to].Max(), map.Y[from..to].Max());
    }
}
