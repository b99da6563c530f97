// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Adjacency;

/// <content>Ways to make a graph from pairs, edges or a grid.</content>
public sealed partial class Neighbours
{
    /// <summary>[no unit] larger weights are refused: squares of their sums would no longer be numbers.</summary>
    public const double LargestWeight = 1e100;

    /// <summary>Neighbours from pairs, each meant in both directions.</summary>
    /// <param name="areaCount">n, at least 0.</param>
    /// <param name="pairs">Two different 0-based indices each; doubles and mirror images count once.</param>
    /// <returns>A symmetric graph without weights.</returns>
    /// <exception cref="ArgumentException">An index is outside the areas, or an area is paired with itself.</exception>
    public static Neighbours FromPairs(int areaCount, ReadOnlySpan<(int First, int Second)> pairs)
    {
        var keys = new ulong[pairs.Length];
        for (var i = 0; i < pairs.Length; i++)
        {
            var (first, second) = pairs[i];
            CheckEdge(areaCount, first, second, nameof(pairs));
            keys[i] = Pair.Key(first, second);
        }

        Array.Sort(keys);
        return FromSortedPairs(areaCount, keys);
    }

    /// <summary>Neighbours from directed edges, each with its own weight.</summary>
    /// <param name="areaCount">n, at least 0.</param>
    /// <param name="edges">From an index to another one, with a weight [no unit, 0 to <see cref="LargestWeight"/>]; each direction at most once.</param>
    /// <returns>A graph with weights, in general not symmetric.</returns>
    /// <exception cref="ArgumentException">An index is outside the areas, an edge leads to itself or comes twice, or a weight is negative, not finite or too large.</exception>
    public static Neighbours FromWeightedEdges(int areaCount, ReadOnlySpan<(int From, int To, double Weight)> edges)
    {
        var keys = new ulong[edges.Length];
        var weights = new double[edges.Length];
        for (var i = 0; i < edges.Length; i++)
        {
            var (from, to, weight) = edges[i];
            CheckEdge(areaCount, from, to, nameof(edges));
            if (!(weight >= 0 && weight <= LargestWeight))
                throw new ArgumentException($"Edge {i} has weight {weight}; only weights from 0 to {LargestWeight} are accepted.", nameof(edges));
            keys[i] = Pair.Directed(from, to);
            weights[i] = weight;
        }

        Array.Sort(keys, weights);
        for (var i = 1; i < keys.Length; i++)
            if (keys[i] == keys[i - 1])
                throw new ArgumentException($"The edge from {Pair.First(keys[i])} to {Pair.Second(keys[i])} comes twice.", nameof(edges));
        return FromSortedEdges(areaCount, keys, weights);
    }

    /// <summary>A rectangle of square areas, numbered row by row.</summary>
    /// <param name="rows">At least 1.</param>
    /// <param name="columns">At least 1.</param>
    /// <param name="queen">Whether areas that only share a corner are neighbours too.</param>
    /// <returns>A symmetric graph without weights.</returns>
    public static Neighbours Grid(int rows, int columns, bool queen = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        var offsets = new int[(rows * columns) + 1];
        var targets = new List<int>(rows * columns * (queen ? 8 : 4));
        for (var area = 0; area < rows * columns; area++)
        {
            var (row, column) = Math.DivRem(area, columns);
            for (var down = -1; down <= 1; down++)
            {
                for (var right = -1; right <= 1; right++)
                {
                    var isNeighbour = queen ? (down, right) != (0, 0) : Math.Abs(down) + Math.Abs(right) == 1;
                    if (isNeighbour && row + down >= 0 && row + down < rows && column + right >= 0 && column + right < columns)
                        targets.Add(((row + down) * columns) + column + right);
                }
            }

            offsets[area + 1] = targets.Count;
        }

        return new Neighbours(offsets, [.. targets]);
    }

    /// <summary>Pairs with the smaller index first, rising, doubles allowed.</summary>
    internal static Neighbours FromSortedPairs(int areaCount, ReadOnlySpan<ulong> keys)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(areaCount);
        var offsets = new int[areaCount + 1];
        for (var i = 0; i < keys.Length; i++)
        {
            if (i > 0 && keys[i] == keys[i - 1])
                continue;
            offsets[Pair.First(keys[i]) + 1]++;
            offsets[Pair.Second(keys[i]) + 1]++;
        }

        for (var area = 0; area < areaCount; area++)
            offsets[area + 1] += offsets[area];

        var targets = new int[offsets[areaCount]];
        var next = offsets.AsSpan(0, areaCount).ToArray();

        // Keys rise by their smaller index first, so that every list gets its smaller neighbours before its larger ones, both rising.
        for (var i = 0; i < keys.Length; i++)
            if (i == 0 || keys[i] != keys[i - 1])
                targets[next[Pair.Second(keys[i])]++] = Pair.First(keys[i]);
        for (var i = 0; i < keys.Length; i++)
            if (i == 0 || keys[i] != keys[i - 1])
                targets[next[Pair.First(keys[i])]++] = Pair.Second(keys[i]);
        return new Neighbours(offsets, targets);
    }

    /// <summary>Directed edges, rising, no doubles.</summary>
    internal static Neighbours FromSortedEdges(int areaCount, ReadOnlySpan<ulong> keys, double[]? weights)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(areaCount);
        var offsets = new int[areaCount + 1];
        var targets = new int[keys.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            offsets[Pair.First(keys[i]) + 1]++;
            targets[i] = Pair.Second(keys[i]);
        }

        for (var area = 0; area < areaCount; area++)
            offsets[area + 1] += offsets[area];
        return new Neighbours(offsets, targets, weights);
    }

    private static void CheckEdge(int areaCount, int from, int to, string name)
    {
        if (from < 0 || from >= areaCount || to < 0 || to >= areaCount)
            throw new ArgumentException($"The edge {from}–{to} is outside the areas 0 to {areaCount - 1}.", name);
        if (from == to)
            throw new ArgumentException($"Area {from} is not its own neighbour.", name);
    }
}
