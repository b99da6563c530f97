// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Adjacency;

/// <summary>Which areas are neighbours of which, and how much each counts.</summary>
/// <remarks>
/// <para><b>Shapes.</b> n areas, numbered from 0. The neighbours of area i are <c>Targets[Offsets[i] .. Offsets[i + 1]]</c>, in rising order,
/// without i itself and without doubles. Weights stand in the same order; a graph without weights counts each neighbour once.</para>
/// <para><b>Invariants.</b> Immutable. Not necessarily symmetric (k-nearest, row-standardised).</para>
/// </remarks>
public sealed partial class Neighbours
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

    /// <summary>Whether the edges carry weights of their own; without, each counts once.</summary>
    public bool IsWeighted => weights.Length > 0;

    /// <summary>The neighbours of one area.</summary>
    /// <param name="area">0-based index.</param>
    /// <returns>Rising indices.</returns>
    public ReadOnlySpan<int> Of(int area) => targets.AsSpan(offsets[area], offsets[area + 1] - offsets[area]);

    /// <summary>The weights of the neighbours of one area, in the order of <see cref="Of"/>.</summary>
    /// <param name="area">0-based index.</param>
    /// <returns>[no unit, ≥ 0]; empty when every neighbour counts once.</returns>
    public ReadOnlySpan<double> WeightsOf(int area) =>
        IsWeighted ? weights.AsSpan(offsets[area], offsets[area + 1] - offsets[area]) : [];

    /// <summary>How many neighbours an area has.</summary>
    /// <param name="area">0-based index.</param>
    /// <returns>0 for an island.</returns>
    public int DegreeOf(int area) => offsets[area + 1] - offsets[area];

    /// <summary>Whether two areas touch in this direction.</summary>
    /// <param name="from">0-based index.</param>
    /// <param name="to">0-based index.</param>
    /// <returns>True when <paramref name="to"/> is among the neighbours of <paramref name="from"/>.</returns>
    public bool Contains(int from, int to) => Of(from).BinarySearch(to) >= 0;

    /// <summary>The areas without any neighbour.</summary>
    /// <returns>Rising indices.</returns>
    public int[] Islands() => [.. Enumerable.Range(0, AreaCount).Where(area => DegreeOf(area) == 0)];

    /// <summary>Whether every edge has its mirror image with the same weight.</summary>
    /// <returns>True for contiguity and distance bands; false for most k-nearest and row-standardised graphs.</returns>
    public bool IsSymmetric()
    {
        for (var from = 0; from < AreaCount; from++)
        {
            for (var edge = offsets[from]; edge < offsets[from + 1]; edge++)
            {
                var mirror = EdgeBetween(targets[edge], from);
                if (mirror < 0 || (IsWeighted && !weights[mirror].Equals(weights[edge])))
                    return false;
            }
        }

        return true;
    }

    /// <summary>The same edges, with weights that sum to 1 for each area that has neighbours (style W).</summary>
    /// <returns>A new graph; areas whose weights sum to 0 keep them.</returns>
    public Neighbours RowStandardised()
    {
        var standardised = new double[targets.Length];
        for (var area = 0; area < AreaCount; area++)
        {
            var sum = 0.0;
            for (var edge = offsets[area]; edge < offsets[area + 1]; edge++)
                sum += IsWeighted ? weights[edge] : 1;
            for (var edge = offsets[area]; edge < offsets[area + 1]; edge++)
                standardised[edge] = sum > 0 ? (IsWeighted ? weights[edge] : 1) / sum : 0;
        }

        return new Neighbours(offsets, targets, standardised);
    }

    /// <summary>The same edges, each counted once (style B).</summary>
    /// <returns>A graph without weights.</returns>
    public Neighbours Binary() => IsWeighted ? new Neighbours(offsets, targets) : this;

    /// <summary>The neighbours in the other direction: who counts me among theirs.</summary>
    /// <returns>A new graph with every edge turned round.</returns>
    public Neighbours Reversed()
    {
        var starts = new int[AreaCount + 1];
        foreach (var target in targets)
            starts[target + 1]++;
        for (var area = 0; area < AreaCount; area++)
            starts[area + 1] += starts[area];

        var sources = new int[targets.Length];
        var turned = IsWeighted ? new double[targets.Length] : null;
        var next = starts.AsSpan(0, AreaCount).ToArray();
        for (var from = 0; from < AreaCount; from++)
        {
            for (var edge = offsets[from]; edge < offsets[from + 1]; edge++)
            {
                var place = next[targets[edge]]++;
                sources[place] = from;
                if (turned is not null)
                    turned[place] = weights[edge];
            }
        }

        return new Neighbours(starts, sources, turned);
    }

    /// <summary>The place in <see cref="Targets"/> of one edge.</summary>
    /// <param name="from">0-based index.</param>
    /// <param name="to">0-based index.</param>
    /// <returns>Negative when there is no such edge.</returns>
    private int EdgeBetween(int from, int to)
    {
        var place = Of(from).BinarySearch(to);
        return place < 0 ? -1 : offsets[from] + place;
    }
}
