// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Adjacency;
using Schakel.Analysis.Numerics;

namespace Schakel.Analysis.Rezoning;

/// <summary>Another, equally reasonable division of the same places.</summary>
public static class RandomZoning
{
    // A part is cut where both sides keep at least this share of a mean zone.
    private const double LeastPart = 0.5;

    /// <summary>Draws a division into contiguous zones of comparable size.</summary>
    /// <remarks>
    /// <para><b>Definition.</b> Random weights on the edges, their minimum spanning tree; then, until there are Z parts, the part with most residents is cut at a
    /// random edge that leaves at least ½·N/Z residents on both sides (if there is none: at the most equal split). Pieces that do not touch get
    /// zones in proportion to their residents.</para>
    /// <para><b>Units.</b> Persons.</para>
    /// <para><b>Shapes.</b> One zone a leaf, numbered by first leaf.</para>
    /// <para><b>Missing values.</b> Leaves without residents count 0; they are joined like the others.</para>
    /// <para><b>No answer.</b> <c>more-pieces-than-zones</c>: the map falls apart in more pieces than there are zones; <c>more-zones-than-leaves</c>.</para>
    /// <para><b>Cost.</b> O(e log e + n log Z) as a rule.</para>
    /// <para><b>Source.</b> Openshaw (1984), <i>The Modifiable Areal Unit Problem</i>; cutting trees as in ReCom (DeFord, Duchin and Solomon 2021). Such trees
    /// are not uniform, and this is not a sample from all zonings.</para>
    /// <para><b>Checked against.</b> Properties in the tests: contiguous, complete, Z zones, same seed same zones.</para>
    /// </remarks>
    /// <param name="neighbours">Which leaves touch; hard barriers have no edge.</param>
    /// <param name="population">[persons] ≥ 0, one a leaf.</param>
    /// <param name="zones">Z, at least 1.</param>
    /// <param name="seed">Start of the random stream.</param>
    /// <param name="stream">Number of the draw.</param>
    /// <returns>0-based zone of each leaf.</returns>
    public static Outcome<int[]> Compute(Neighbours neighbours, ReadOnlySpan<double> population, int zones, int seed = 2009, long stream = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(zones, 1);
        Require.SameLength(population.Length, neighbours.AreaCount, nameof(population));
        Require.Finite(population, nameof(population));
        Require.NotNegative(population, nameof(population));
        var graph = new LeafGraph(neighbours);
        if (Refuse(graph, zones) is { } reason)
            return reason;
        var chance = new RandomSequence(seed, stream);
        return Draw(graph, population.ToArray(), graph.Divide(zones, population.ToArray())!, ref chance);
    }

    internal static Reason? Refuse(LeafGraph graph, int zones) =>
        graph.PieceCount > zones ? new Reason("more-pieces-than-zones", $"The map falls apart in {graph.PieceCount} pieces, more than {zones} zones; give the links over water.") { Arguments = [graph.PieceCount, zones] }
        : graph.Count < zones ? new Reason("more-zones-than-leaves", $"{graph.Count} areas cannot make {zones} zones.") { Arguments = [graph.Count, zones] }
        : null;

    internal static int[] Draw(LeafGraph graph, double[] population, int[] zonesOfPiece, ref RandomSequence chance)
    {
        var tree = SpanningTree(graph, ref chance);
        var cutter = new TreeCutter(tree, population);
        for (var piece = 0; piece < graph.PieceCount; piece++)
            cutter.Cut(Array.IndexOf(graph.Piece, piece), zonesOfPiece[piece], LeastPart, ref chance);
        return cutter.Zones();
    }

    private static List<int>[] SpanningTree(LeafGraph graph, ref RandomSequence chance)
    {
        var weights = new double[graph.Edges.Length];
        var order = new int[weights.Length];
        for (var edge = 0; edge < weights.Length; edge++)
            (weights[edge], order[edge]) = (chance.NextDouble(), edge);
        Array.Sort(weights, order);

        var tree = new List<int>[graph.Count];
        for (var leaf = 0; leaf < tree.Length; leaf++)
            tree[leaf] = [];
        var forest = new DisjointSets(graph.Count);
        foreach (var edge in order)
        {
            var (a, b) = graph.Edges[edge];
            if (!forest.Join(a, b))
                continue;
            tree[a].Add(b);
            tree[b].Add(a);
        }

        return tree;
    }
}
