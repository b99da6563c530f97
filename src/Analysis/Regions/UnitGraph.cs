// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Adjacency;

namespace Schakel.Analysis.Regions;

/// <summary>Which units touch, and what lies between them: the map on which work areas are drawn.</summary>
/// <remarks>
/// <para><b>Shapes.</b> n units, numbered from 0. Pair e joins units <c>First[e]</c> and <c>Second[e]</c>, the smaller one first; pairs rise, none comes twice.
/// All columns of pairs have the same order.</para>
/// <para><b>Invariants.</b> A pair that is removed stays in the columns, so that a map can show it; nothing is joined over it.</para>
/// </remarks>
public sealed class UnitGraph
{
    /// <summary>[0..1] the severity of a soft barrier.</summary>
    public const double SoftSeverity = 0.3;

    /// <summary>Takes the pairs with what is known of each.</summary>
    /// <param name="unitCount">n, at least 0.</param>
    /// <param name="pairs">Two different 0-based units each, in any order; each pair once.</param>
    /// <param name="lengthInMetres">[m] ≥ 0, shared border of each pair; null: 1 for each.</param>
    /// <param name="severity">[0..1] how much a barrier divides the pair; null: 0.</param>
    /// <param name="removed">Whether a hard barrier without a crossing lies between the pair; null: nowhere.</param>
    /// <param name="crossings">[crossings] ways over the barrier between the pair; null: 0.</param>
    /// <param name="affinity">[0..1] how far residents see the pair as one neighbourhood; null: there are no drawings.</param>
    /// <exception cref="ArgumentException">A column has another length, a unit is outside the map or paired with itself, a pair comes twice, or a number is outside its range.</exception>
    public UnitGraph(
        int unitCount, ReadOnlySpan<(int First, int Second)> pairs, double[]? lengthInMetres = null, double[]? severity = null,
        bool[]? removed = null, int[]? crossings = null, double[]? affinity = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(unitCount);
        UnitCount = unitCount;
        var keys = new ulong[pairs.Length];
        var order = new int[pairs.Length];
        for (var edge = 0; edge < pairs.Length; edge++)
        {
            var (first, second) = pairs[edge];
            if (first < 0 || second < 0 || first >= unitCount || second >= unitCount || first == second)
                throw new ArgumentException($"Pair {edge} is {first}–{second}; two different units from 0 to {unitCount - 1} are accepted.", nameof(pairs));
            (keys[edge], order[edge]) = (Pair.Key(first, second), edge);
        }

        Array.Sort(keys, order);
        for (var edge = 1; edge < keys.Length; edge++)
            if (keys[edge] == keys[edge - 1])
                throw new ArgumentException($"The pair {Pair.First(keys[edge])}–{Pair.Second(keys[edge])} comes twice.", nameof(pairs));

        First = [.. keys.Select(Pair.First)];
        Second = [.. keys.Select(Pair.Second)];
        LengthInMetres = Pick(lengthInMetres, order, 1, nameof(lengthInMetres));
        Severity = Pick(severity, order, 0, nameof(severity));
        Removed = Pick(removed, order, false, nameof(removed));
        Crossings = Pick(crossings, order, 0, nameof(crossings));
        Affinity = affinity is null ? null : Pick(affinity, order, 0, nameof(affinity));
        Require.Finite(LengthInMetres, nameof(lengthInMetres));
        Require.NotNegative(LengthInMetres, nameof(lengthInMetres));
        RequireShare(Severity, nameof(severity));
        RequireShare(Affinity ?? [], nameof(affinity));
        if (Crossings.Any(count => count < 0))
            throw new ArgumentException("A number of crossings is 0 or more.", nameof(crossings));
    }

    /// <summary>Number of units, n.</summary>
    public int UnitCount { get; }

    /// <summary>Number of pairs, the removed ones included.</summary>
    public int PairCount => First.Length;

    /// <summary>Smaller unit of each pair.</summary>
    public int[] First { get; }

    /// <summary>Larger unit of each pair.</summary>
    public int[] Second { get; }

    /// <summary>[m] shared border; 0 for units that only a link joins.</summary>
    public double[] LengthInMetres { get; }

    /// <summary>[0..1] how much a barrier divides the pair: 1/(1 + crossings) for a hard one, 0.3 for a soft one, 0 for none.</summary>
    public double[] Severity { get; }

    /// <summary>Whether nothing may be joined over this pair.</summary>
    public bool[] Removed { get; }

    /// <summary>[crossings] ways over the barrier between the pair.</summary>
    public int[] Crossings { get; }

    /// <summary>[0..1] how far residents see the pair as one neighbourhood; null without drawings.</summary>
    public double[]? Affinity { get; }

    /// <summary>A map without barriers: every pair of neighbours, with its shared border where the graph is weighted.</summary>
    /// <param name="neighbours">Symmetric; weights are shared borders [m].</param>
    /// <param name="links">Units that a bridge or a ferry joins; a pair that touches already stays as it is.</param>
    /// <returns>The map.</returns>
    public static UnitGraph FromNeighbours(Neighbours neighbours, params ReadOnlySpan<(int First, int Second)> links)
    {
        var pairs = new SortedDictionary<(int First, int Second), double>();
        for (var unit = 0; unit < neighbours.AreaCount; unit++)
        {
            var others = neighbours.Of(unit);
            var weights = neighbours.WeightsOf(unit);
            for (var i = 0; i < others.Length; i++)
                pairs.TryAdd((Math.Min(unit, others[i]), Math.Max(unit, others[i])), neighbours.IsWeighted ? weights[i] : 1);
        }

        foreach (var (first, second) in links)
            pairs.TryAdd((Math.Min(first, second), Math.Max(first, second)), 0);
        return new UnitGraph(neighbours.AreaCount, pairs.Keys.ToArray(), [.. pairs.Values]);
    }

    /// <summary>Who can be joined with whom: the pairs that are not removed.</summary>
    /// <returns>A symmetric graph without weights.</returns>
    public Neighbours Joinable()
    {
        var kept = new List<(int First, int Second)>(PairCount);
        for (var edge = 0; edge < PairCount; edge++)
            if (!Removed[edge])
                kept.Add((First[edge], Second[edge]));
        return Neighbours.FromPairs(UnitCount, kept.ToArray());
    }

    private static T[] Pick<T>(T[]? column, int[] order, T otherwise, string name)
    {
        if (column is not null)
            Require.SameLength(column.Length, order.Length, name);
        return [.. order.Select(edge => column is null ? otherwise : column[edge])];
    }

    private static void RequireShare(double[] values, string name)
    {
        foreach (var value in values)
            if (value is not (>= 0 and <= 1))
                throw new ArgumentException($"{value} is not a share from 0 to 1.", name);
    }
}
