// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Adjacency;

/// <summary>Which areas are neighbours of which, and how much each counts.</summary>
/// <remarks>
/// <para><b>Shapes.</b> n areas, numbered from 0. The neighbours of area i are <c>Targets[Offsets[i] .. Offsets[i + 1]]</c>, in rising order,
/// without i itself and without doubles. Weights stand in the same order; a graph without weights counts each neighbour once.</para>
/// <para><b>Invariants.</b> Immutable. Not necessarily symmetric (k-nearest, row-standardised).</para>
/// </remarks>
public sealed class Neighbours
{
    private readonly int[] offsets;
    private readonly int[] targets;
    private readonly double[] weights;

    internal Neighbours(int[] offsets, int[] targets, double[]? weights = null)
    {
        this.offsets = offsets;
        this.targets = targets;
        this.weights = weights ?? [];
    }

    /// <summary>Number of areas, n.</summary>
    public int AreaCount => offsets.Length - 1;

    /// <summary>Number of directed edges: twice the number of pairs when the graph is symmetric.</summary>
    public int EdgeCount => targets.Length;

    /// <summary>n + 1 places in <see cref="Targets"/>.</summary>
    public ReadOnlySpan<int> Offsets => offsets;

    /// <summary>The neighbours of area 0, of area 1, and so on.</summary>
    public ReadOnlySpan<int> Targets => targets;

    /// <summary>[no unit, ≥ 0] the weight of each edge; empty when every neighbour counts once.</summary>
    public ReadOnlySpan<double> Weights => weights;

    /// <summary>The neighbours of one area.</summary>
    /// <param name="area">0-based index.</param>
    /// <returns>Rising indices.</returns>
    public ReadOnlySpan<int> Of(int area) => targets.AsSpan(offsets[area], offsets[area + 1] - offsets[area]);
}
