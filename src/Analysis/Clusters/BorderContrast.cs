// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Adjacency;
using Schakel.Analysis.Numerics;
using Schakel.Analysis.Rezoning;

namespace Schakel.Analysis.Clusters;

/// <summary>Differences between neighbours across borders and within them.</summary>
/// <param name="Across">[unit of the values] mean difference of the pairs across a border; missing with <c>no-pairs-across</c>.</param>
/// <param name="Within">[unit of the values] mean difference of the pairs within; missing with <c>no-pairs-within</c>.</param>
/// <param name="Contrast">[no unit] across / within: near 1 when there are no walls, from 1.5 on when borders part different worlds. Missing with the same codes, or with <c>no-difference-within</c>.</param>
/// <param name="PairsAcross">Number of pairs across.</param>
/// <param name="PairsWithin">Number of pairs within.</param>
public sealed record BorderDifferences(Figure Across, Figure Within, Figure Contrast, int PairsAcross, int PairsWithin);

/// <summary>One zone: its border against its inside.</summary>
/// <param name="Zone">Its number.</param>
/// <param name="Differences">Across: pairs with one area in it; within: pairs with both.</param>
public sealed record ZoneBorder(int Zone, BorderDifferences Differences);

/// <summary>Do borders part different worlds?</summary>
/// <param name="Whole">Over all borders.</param>
/// <param name="Zones">For each zone, by number.</param>
/// <param name="P">[0..1] share of random divisions, the real one included, with a contrast at least as large; missing when none were asked for, or could be drawn.</param>
/// <param name="Replicates">Number of random divisions.</param>
public sealed record BorderContrastResult(BorderDifferences Whole, IReadOnlyList<ZoneBorder> Zones, Figure P, int Replicates);

/// <summary>Differences across borders, against those within.</summary>
public static class BorderContrast
{
    // Equal contrasts may differ in the last bits.
    private const double Tie = 1e-12;

    /// <summary>Do neighbours on both sides of a border differ more than neighbours within it?</summary>
    /// <remarks>
    /// <para><b>Definition.</b> BCI = mean |xᵢ − xⱼ| over pairs of neighbours in different zones / the same over pairs within one zone; each pair once, whatever its weight.
    /// p compares with random contiguous divisions of the same map in as many zones (<see cref="RandomZoning"/>): (1 + number with a contrast at least as large)/(R + 1).</para>
    /// <para><b>Units.</b> Values in any unit; contrast and p have none.</para>
    /// <para><b>Shapes.</b> One value and zone for each of n areas; zones by number.</para>
    /// <para><b>Missing values.</b> Not accepted: leave those areas out of all arguments, and list them.</para>
    /// <para><b>No answer.</b> <c>no-neighbours</c>: no area has a neighbour. Within an answer <c>no-pairs-across</c>, <c>no-pairs-within</c>, <c>no-difference-within</c>,
    /// <c>no-permutations</c>: none were asked for; <c>more-pieces-than-zones</c>: the map falls apart in more pieces than there are zones.</para>
    /// <para><b>Cost.</b> O(e) for e pairs; with R divisions O(R·(e log e)), on all cores.</para>
    /// <para><b>Source.</b> Convention of this library; the idea of a difference boundary is Womble's (1951), <i>Differential systematics</i>.</para>
    /// <para><b>Checked against.</b> R 4.2.2, base: <c>reference/border-contrast/E-7.json</c> and <c>reference/border-contrast/columbus.json</c>.</para>
    /// </remarks>
    /// <param name="values">[any unit], finite; shrunken rates, so that the luck of small areas is no border.</param>
    /// <param name="neighbours">Which areas touch; weights are not looked at.</param>
    /// <param name="zones">Number of the zone of each area.</param>
    /// <param name="replicates">R, 0 for none.</param>
    /// <param name="population">[persons] ≥ 0, for random divisions of comparable size; empty to count areas.</param>
    /// <param name="seed">The same seed gives the same p on any number of cores.</param>
    /// <param name="threads">Number of cores to use; 0 for all. The answer does not depend on it.</param>
    /// <returns>The answer, or why there is none.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a number is not finite or negative.</exception>
    public static Outcome<BorderContrastResult> Compute(
        ReadOnlySpan<double> values,
        Neighbours neighbours,
        ReadOnlySpan<int> zones,
        int replicates = 0,
        ReadOnlySpan<double> population = default,
        int seed = 2009,
        int threads = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(replicates);
        Require.SameLength(values.Length, neighbours.AreaCount, nameof(values));
        Require.SameLength(zones.Length, neighbours.AreaCount, nameof(zones));
        Require.Finite(values, nameof(values));
        if (!population.IsEmpty)
        {
            Require.SameLength(population.Length, neighbours.AreaCount, nameof(population));
            Require.Finite(population, nameof(population));
            Require.NotNegative(population, nameof(population));
        }

        if (neighbours.EdgeCount == 0)
            return new Reason("no-neighbours", "No area has a neighbour.");

        var graph = new LeafGraph(neighbours);
        var differences = new double[graph.Edges.Length];
        for (var edge = 0; edge < differences.Length; edge++)
            differences[edge] = Math.Abs(values[graph.Edges[edge].A] - values[graph.Edges[edge].B]);
        var numbers = zones.ToArray();
        var whole = Tally.Of(graph, differences, numbers);
        return new BorderContrastResult(
            whole.Describe(), Each(graph, differences, numbers), P(whole, graph, differences, numbers, replicates, People(population, graph.Count), seed, threads), replicates);
    }

    private static double[] People(ReadOnlySpan<double> population, int areas)
    {
        if (population.ContainsAnyExcept(0.0))
            return population.ToArray();
        var equal = new double[areas];
        Array.Fill(equal, 1);
        return equal;
    }

    private static List<ZoneBorder> Each(LeafGraph graph, double[] differences, int[] zones)
    {
        var tallies = new SortedDictionary<int, Tally>();
        foreach (var zone in zones)
            tallies[zone] = default;
        for (var edge = 0; edge < differences.Length; edge++)
        {
            var (one, other) = (zones[graph.Edges[edge].A], zones[graph.Edges[edge].B]);
            tallies[one] = tallies[one].With(differences[edge], isAcross: one != other);
            if (one != other)
                tallies[other] = tallies[other].With(differences[edge], isAcross: true);
        }

        return [.. tallies.Select(tally => new ZoneBorder(tally.Key, tally.Value.Describe()))];
    }

    private static Figure P(Tally whole, LeafGraph graph, double[] differences, int[] zones, int replicates, double[] people, int seed, int threads)
    {
        if (replicates == 0)
            return new Reason("no-permutations", "No random divisions were asked for.");
        var observed = whole.Describe().Contrast;
        if (observed.Reason is { } reason)
            return reason;
        var count = zones.Distinct().Count();
        if (RandomZoning.Refuse(graph, count) is { } refusal)
            return refusal;
        var zonesOfPiece = graph.Divide(count, people)!;
        var asLarge = new bool[replicates];
        InParallel.Pieces(replicates, 1, threads, () => (from, to) =>
        {
            for (var replicate = from; replicate < to; replicate++)
            {
                var chance = new RandomSequence(seed, replicate);
                var contrast = Tally.Of(graph, differences, RandomZoning.Draw(graph, people, zonesOfPiece, ref chance)).Describe().Contrast;

                // A division without differences within it has a contrast beyond any other.
                asLarge[replicate] = contrast.Value is not { } value || value >= observed.Value!.Value - Tie;
            }
        });
        return (1.0 + asLarge.Count(isLarge => isLarge)) / (replicates + 1);
    }

    /// <summary>Sums over pairs.</summary>
    private readonly record struct Tally(double SumAcross, int Across, double SumWithin, int Within)
    {
        internal static Tally Of(LeafGraph graph, double[] differences, int[] zones)
        {
            var tally = default(Tally);
            for (var edge = 0; edge < differences.Length; edge++)
                tally = tally.With(differences[edge], zones[graph.Edges[edge].A] != zones[graph.Edges[edge].B]);
            return tally;
        }

        internal Tally With(double difference, bool isAcross) => isAcross
            ? this with { SumAcross = SumAcross + difference, Across = Across + 1 }
            : this with { SumWithin = SumWithin + difference, Within = Within + 1 };

        internal BorderDifferences Describe()
        {
            Figure across = Across > 0 ? SumAcross / Across : new Reason("no-pairs-across", "No two neighbours lie on both sides of a border.");
            Figure within = Within > 0 ? SumWithin / Within : new Reason("no-pairs-within", "No two neighbours lie within one zone.");
            Figure contrast = across.Reason ?? within.Reason ?? (SumWithin > 0
                ? (Figure)(across.Value!.Value / within.Value!.Value)
                : new Reason("no-difference-within", "Within the zones all neighbours are equal, so that there is nothing to compare with."));
            return new BorderDifferences(across, within, contrast, Across, Within);
        }
    }
}
