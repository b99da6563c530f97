// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Rezoning;

/// <summary>Every division of a small map into contiguous zones.</summary>
internal sealed class AllZonings
{
    /// <summary>More zonings than this are drawn instead of listed.</summary>
    internal const int Most = 5000;

    // Leaves are bits of one number; and a search that finds little is given up.
    private const int MostLeaves = 128, MostSteps = 60_000;

    private readonly UInt128[] touching;
    private readonly int[] zoneOf;
    private readonly List<int[]> found = [];
    private int steps;

    private AllZonings(LeafGraph graph)
    {
        zoneOf = new int[graph.Count];
        touching = new UInt128[graph.Count];
        foreach (var (a, b) in graph.Edges)
        {
            touching[a] |= UInt128.One << b;
            touching[b] |= UInt128.One << a;
        }
    }

    /// <summary>All of them, each once, or null when there are too many.</summary>
    internal static List<int[]>? Of(LeafGraph graph, int zones)
    {
        if (graph.Count > MostLeaves)
            return null;
        var all = new AllZonings(graph);
        var everything = graph.Count == MostLeaves ? UInt128.MaxValue : (UInt128.One << graph.Count) - 1;
        return all.Divide(everything, 0, zones) ? all.found : null;
    }

    // False: too many, or too long a search.
    private bool Divide(UInt128 free, int zone, int zones)
    {
        var left = zones - zone;
        if (left == 1)
        {
            if (Pieces(free) != 1)
                return true;
            Mark(free, zone);
            found.Add((int[])zoneOf.Clone());
            return found.Count <= Most;
        }

        var first = free & (~free + 1);
        return Grow(free, first, touching[Leaf(first)] & free, first, zone, zones);
    }

    // Every connected set with the first free leaf in it, once: a leaf that was passed over stays out.
    private bool Grow(UInt128 free, UInt128 inside, UInt128 border, UInt128 passed, int zone, int zones)
    {
        if (++steps > MostSteps)
            return false;
        var rest = free & ~inside;
        var left = zones - zone - 1;
        if (Size(rest) >= left && Pieces(rest) <= left)
        {
            Mark(inside, zone);
            if (!Divide(rest, zone + 1, zones))
                return false;
        }

        for (border &= ~passed; border != 0;)
        {
            var next = border & (~border + 1);
            border &= ~next;
            passed |= next;
            if (!Grow(free, inside | next, border | (touching[Leaf(next)] & free & ~passed), passed, zone, zones))
                return false;
        }

        return true;
    }

    private void Mark(UInt128 leaves, int zone)
    {
        for (; leaves != 0; leaves &= leaves - 1)
            zoneOf[Leaf(leaves)] = zone;
    }

    private int Pieces(UInt128 leaves)
    {
        var pieces = 0;
        while (leaves != 0)
        {
            var piece = leaves & (~leaves + 1);
            for (var edge = piece; edge != 0;)
            {
                var next = UInt128.Zero;
                for (; edge != 0; edge &= edge - 1)
                    next |= touching[Leaf(edge)];
                edge = next & leaves & ~piece;
                piece |= edge;
            }

            leaves &= ~piece;
            pieces++;
        }

        return pieces;
    }

    private static int Leaf(UInt128 bits) => (int)UInt128.TrailingZeroCount(bits);

    private static int Size(UInt128 bits) => (int)UInt128.PopCount(bits);
}
