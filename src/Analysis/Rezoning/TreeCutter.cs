// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Numerics;

namespace Schakel.Analysis.Rezoning;

/// <summary>Cuts trees into parts of comparable size.</summary>
internal sealed class TreeCutter
{
    private readonly List<int>[] tree;
    private readonly double[] population, below;
    private readonly int[] part, above, order;
    private int parts;

    internal TreeCutter(List<int>[] tree, double[] population)
    {
        this.tree = tree;
        this.population = population;
        var count = tree.Length;
        (below, part, above, order) = (new double[count], new int[count], new int[count], new int[count]);
        Array.Fill(part, -1);
    }

    /// <summary>Cuts the tree that holds a leaf into so many parts.</summary>
    internal void Cut(int leaf, int zones, double leastPart, ref RandomSequence chance)
    {
        var first = parts++;
        var size = Walk(leaf, -1, first);
        var least = leastPart * below[leaf] / zones;

        // Largest first; equals by number. A part of one leaf cannot be cut.
        var open = new PriorityQueue<(int Part, int Root, int Size), (double, int)>();
        Offer(first, leaf, size);
        for (var cuts = 1; cuts < zones; cuts++)
        {
            var (own, root, _) = open.Dequeue();
            var length = Walk(root, own, own);
            var edge = Choose(length, least, ref chance);
            var fresh = parts++;
            var (whole, cutOff) = (below[root], below[edge]);
            var inside = Walk(edge, own, fresh, above[edge]);
            below[root] = whole - cutOff;
            Offer(own, root, length - inside);
            Offer(fresh, edge, inside);
        }

        void Offer(int number, int root, int leaves)
        {
            if (leaves > 1)
                open.Enqueue((number, root, leaves), (-below[root], number));
        }
    }

    /// <summary>The part of each leaf, numbered by first leaf.</summary>
    internal int[] Zones()
    {
        var number = new Dictionary<int, int>();
        var zones = new int[part.Length];
        for (var leaf = 0; leaf < zones.Length; leaf++)
            if (!number.TryGetValue(part[leaf], out zones[leaf]))
                number[part[leaf]] = zones[leaf] = number.Count;
        return zones;
    }

    // Walks a part from its root, leaves it in order, marks it as another part, and adds up residents below each leaf.
    private int Walk(int root, int from, int to, int without = -1)
    {
        var length = 1;
        order[0] = root;
        above[root] = without;
        part[root] = to;
        for (var at = 0; at < length; at++)
        {
            var leaf = order[at];
            below[leaf] = population[leaf];
            foreach (var next in tree[leaf])
            {
                if (next == above[leaf] || part[next] != from)
                    continue;
                above[next] = leaf;
                part[next] = to;
                order[length++] = next;
            }
        }

        for (var at = length - 1; at > 0; at--)
            below[above[order[at]]] += below[order[at]];
        return length;
    }

    private int Choose(int length, double least, ref RandomSequence chance)
    {
        var whole = below[order[0]];
        var candidates = 0;
        var (best, even) = (-1, double.NegativeInfinity);
        for (var at = 1; at < length; at++)
        {
            var smaller = Math.Min(below[order[at]], whole - below[order[at]]);
            candidates += smaller >= least ? 1 : 0;
            if (smaller > even)
                (best, even) = (order[at], smaller);
        }

        if (candidates == 0)
            return best;
        var pick = chance.NextInt(candidates);
        for (var at = 1; at < length; at++)
            if (Math.Min(below[order[at]], whole - below[order[at]]) >= least && pick-- == 0)
                return order[at];
        return best;
    }
}
