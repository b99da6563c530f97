// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Adjacency;

/// <summary>The parts of a graph that hang together.</summary>
/// <param name="Count">Number of parts; an island is one.</param>
/// <param name="Labels">For each area the number of its part, from 0, in order of the smallest index in it.</param>
public sealed record Components(int Count, int[] Labels);

/// <summary>A graph of some of the areas, with the way back.</summary>
/// <param name="Neighbours">The edges between the areas that stayed; index j is area <c>Kept[j]</c> of the whole.</param>
/// <param name="Kept">Rising indices in the whole graph.</param>
public sealed record NeighbourSubset(Neighbours Neighbours, int[] Kept)
{
    /// <summary>Picks the entries of a column that belong to the areas that stayed.</summary>
    /// <typeparam name="T">Type of the entries.</typeparam>
    /// <param name="column">One entry for each area of the whole graph.</param>
    /// <returns>One entry for each area that stayed.</returns>
    public T[] Pick<T>(ReadOnlySpan<T> column)
    {
        var picked = new T[Kept.Length];
        for (var i = 0; i < picked.Length; i++)
            picked[i] = column[Kept[i]];
        return picked;
    }
}

/// <content>Parts, subsets and neighbours of neighbours.</content>
public sealed partial class Neighbours
{
    /// <summary>Which areas hang together, whatever the direction of the edges.</summary>
    /// <returns>A label for each area.</returns>
    public Components Components()
    {
        var parents = new int[AreaCount];
        for (var area = 0; area < parents.Length; area++)
            parents[area] = area;
        for (var from = 0; from < AreaCount; from++)
            foreach (var to in Of(from))
                Join(parents, from, to);

        var labels = new int[AreaCount];
        var count = 0;
        for (var area = 0; area < AreaCount; area++)
        {
            // The root of a part is its smallest index, so that it is met before the others.
            var root = Root(parents, area);
            labels[area] = root == area ? count++ : labels[root];
        }

        return new Components(count, labels);
    }

    /// <summary>The graph of some of the areas: edges to areas that go disappear, weights of the others stay as they are.</summary>
    /// <param name="keep">For each area whether it stays.</param>
    /// <returns>The smaller graph and the way back.</returns>
    /// <exception cref="ArgumentException">Not one entry for each area.</exception>
    public NeighbourSubset Subset(ReadOnlySpan<bool> keep)
    {
        Require.SameLength(keep.Length, AreaCount, nameof(keep));
        var kept = new List<int>();
        var places = new int[AreaCount];
        for (var area = 0; area < AreaCount; area++)
        {
            places[area] = keep[area] ? kept.Count : -1;
            if (keep[area])
                kept.Add(area);
        }

        var subOffsets = new int[kept.Count + 1];
        var subTargets = new List<int>(targets.Length);
        var subWeights = new List<double>(weights.Length);
        for (var i = 0; i < kept.Count; i++)
        {
            for (var edge = offsets[kept[i]]; edge < offsets[kept[i] + 1]; edge++)
            {
                if (places[targets[edge]] < 0)
                    continue;
                subTargets.Add(places[targets[edge]]);
                if (IsWeighted)
                    subWeights.Add(weights[edge]);
            }

            subOffsets[i + 1] = subTargets.Count;
        }

        var graph = new Neighbours(subOffsets, [.. subTargets], IsWeighted ? [.. subWeights] : null);
        return new NeighbourSubset(graph, [.. kept]);
    }

    /// <summary>The graph without the areas that have no neighbour.</summary>
    /// <returns>The smaller graph, in which every area has a neighbour, and the way back.</returns>
    public NeighbourSubset WithoutIslands()
    {
        var keep = new bool[AreaCount];
        Array.Fill(keep, true);
        var subset = Subset(keep);
        while (subset.Neighbours.Islands() is { Length: > 0 } islands)
        {
            // Once is enough for a symmetric graph. With directions, an area may lose its only neighbour here.
            foreach (var island in islands)
                keep[subset.Kept[island]] = false;
            subset = Subset(keep);
        }

        return subset;
    }

    /// <summary>The areas that can be reached in exactly so many steps and no fewer: neighbours of neighbours are order 2.</summary>
    /// <param name="order">Number of steps, at least 1.</param>
    /// <returns>A graph without weights; order 1 is this graph.</returns>
    public Neighbours OfOrder(int order)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(order, 1);
        var starts = new int[AreaCount + 1];
        var ring = new List<int>();
        var seenFrom = new int[AreaCount];
        Array.Fill(seenFrom, -1);
        List<int> front = [], next = [];
        for (var area = 0; area < AreaCount; area++)
        {
            front.Clear();
            front.Add(area);
            seenFrom[area] = area;
            for (var step = 0; step < order; step++)
            {
                next.Clear();
                foreach (var from in front)
                {
                    foreach (var to in Of(from))
                    {
                        if (seenFrom[to] == area)
                            continue;
                        seenFrom[to] = area;
                        next.Add(to);
                    }
                }

                (front, next) = (next, front);
            }

            front.Sort();
            ring.AddRange(front);
            starts[area + 1] = ring.Count;
        }

        return new Neighbours(starts, [.. ring]);
    }

    private static int Root(int[] parents, int area)
    {
        while (parents[area] != area)
        {
            parents[area] = parents[parents[area]];
            area = parents[area];
        }

        return area;
    }

    private static void Join(int[] parents, int a, int b)
    {
        var (first, second) = (Root(parents, a), Root(parents, b));
        if (first == second)
            return;
        if (first < second)
            parents[second] = first;
        else
            parents[first] = second;
    }
}
