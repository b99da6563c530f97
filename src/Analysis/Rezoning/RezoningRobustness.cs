// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Adjacency;
using Schakel.Analysis.Numerics;

namespace Schakel.Analysis.Rezoning;

/// <summary>Would another, equally reasonable set of borders lead to another conclusion?</summary>
public static class RezoningRobustness
{
    /// <summary>[0..1] the fifth of the residents that a selection holds.</summary>
    public const double Budget = 0.20;

    private const int LeastZones = 3, LeastLeavesAZone = 3;
    private const double ChangesTooOften = 0.20;

    // Equal sums of squares may differ in the last bits.
    private const double Tie = 1e-12;

    // Streams of one number of zones lie apart from those of the next, whatever the number of replicates.
    private const long StreamsAScale = 1_000_000;

    /// <summary>Compares the official division with others of as many zones, and of more and fewer.</summary>
    /// <remarks>
    /// <para><b>Definition.</b> η² = Σ n_z(p_z − p̄)²/Σ nᵢ(pᵢ − p̄)²; p = (1 + #{η² ≥ official})/(R + 1). B = variance over numbers of zones of the mean η², W =
    /// mean population variance at one number. Selection: zones by rate fill a fifth of the residents; one that enters for half or more counts.
    /// Grade by mean Jaccard, by residents, of official and random selections: A ≥ .75, B ≥ .60, C ≥ .40, else D; one lower when the level with the
    /// largest true variance, or the largest reach, changes in more than a fifth of the zonings.</para>
    /// <para><b>Units.</b> Shares.</para>
    /// <para><b>Shapes.</b> One count, population and official zone a leaf, in the order of the graph.</para>
    /// <para><b>Missing values.</b> Not accepted: leave those leaves out of graph and columns, and list them.</para>
    /// <para><b>No answer.</b> <c>no-variation</c>; <c>more-pieces-than-zones</c>. Within an answer <c>too-few-zones</c>, <c>too-few-leaves-a-zone</c>,
    /// <c>no-spread</c>. Numbers of zones that the map cannot make are left out.</para>
    /// <para><b>Cost.</b> O(R(e log e + n log Z)) a number of zones, spread over the threads.</para>
    /// <para><b>Source.</b> Openshaw and Taylor (1979); Openshaw (1984), <i>The Modifiable Areal Unit Problem</i>; Flowerdew, Manley and Sabel (2008).</para>
    /// <para><b>Checked against.</b> All zonings of a path in R 4.2.2: <c>reference/rezoning/C-1.json</c>.</para>
    /// </remarks>
    /// <param name="neighbours">Which leaves touch; hard barriers have no edge.</param>
    /// <param name="cases">[cases] ≥ 0.</param>
    /// <param name="population">[persons] above 0.</param>
    /// <param name="officialZones">0-based official zone of each leaf, none skipped.</param>
    /// <param name="options">Numbers of zones, replicates, seed.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentException">The lengths differ, a value is not in its range, or a zone number is skipped.</exception>
    public static Outcome<RezoningResult> Compute(
        Neighbours neighbours, ReadOnlySpan<double> cases, ReadOnlySpan<double> population, ReadOnlySpan<int> officialZones, RezoningOptions? options = null)
    {
        options ??= new RezoningOptions();
        var official = officialZones.ToArray();
        Check(neighbours, cases, population, official, options);
        var crosswise = true;
        for (var i = 1; i < cases.Length && crosswise; i++)
            crosswise = cases[i] * population[0] == cases[0] * population[i];
        if (crosswise)
            return new Reason("no-variation", $"All {cases.Length} rates are equal.") { Arguments = [cases.Length] };

        var graph = new LeafGraph(neighbours);
        var zones = official.Max() + 1;
        if (RandomZoning.Refuse(graph, zones) is { } reason)
            return reason;

        var leaves = new ZonedLeaves([.. cases], [.. population], options.Kind);
        int[] counts = [.. Wanted(options, zones).Where(count => graph.Divide(count, leaves.Population) is not null)];
        var others = counts.Append(zones).Distinct().ToDictionary(count => count, count => Others(graph, leaves, count, options));
        return Report(leaves, official, zones, counts, others);
    }

    private static void Check(Neighbours neighbours, ReadOnlySpan<double> cases, ReadOnlySpan<double> population, int[] official, RezoningOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfZero(cases.Length, nameof(cases));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Replicates, 1);
        Require.SameLength(cases.Length, neighbours.AreaCount, nameof(cases));
        Require.SameLength(population.Length, neighbours.AreaCount, nameof(population));
        Require.SameLength(official.Length, neighbours.AreaCount, nameof(official));
        Require.Finite(cases, nameof(cases));
        Require.NotNegative(cases, nameof(cases));
        Require.Finite(population, nameof(population));
        Require.Positive(population, nameof(population));
        var numbers = official.Distinct().Order().ToArray();
        if (numbers[0] != 0 || numbers[^1] != numbers.Length - 1)
            throw new ArgumentException($"Zones are numbered from 0 without gaps, not {numbers[0]} to {numbers[^1]} with {numbers.Length} zones.", nameof(official));
    }

    private static int[] Wanted(RezoningOptions options, int zones)
    {
        int[] wanted = options.ZoneCounts.Count > 0 ? [.. options.ZoneCounts] : [(zones + 1) / 2, zones, 2 * zones, 4 * zones];
        return [.. wanted.Where(count => count >= 2).Distinct().Order()];
    }

    private static (ZoningFigures[] Figures, bool IsExhaustive) Others(LeafGraph graph, ZonedLeaves leaves, int zones, RezoningOptions options)
    {
        if (AllZonings.Of(graph, zones) is { } all)
            return ([.. all.Select(leaves.Of)], true);

        var figures = new ZoningFigures[options.Replicates];
        var zonesOfPiece = graph.Divide(zones, leaves.Population)!;
        InParallel.Pieces(figures.Length, 4, options.Threads, () => (from, upTo) =>
        {
            for (var draw = from; draw < upTo; draw++)
            {
                var chance = new RandomSequence(options.Seed, (zones * StreamsAScale) + draw);
                figures[draw] = leaves.Of(RandomZoning.Draw(graph, leaves.Population, zonesOfPiece, ref chance));
            }
        });
        return (figures, false);
    }

    private static RezoningResult Report(
        ZonedLeaves leaves, int[] officialZones, int zones, int[] counts, Dictionary<int, (ZoningFigures[] Figures, bool IsExhaustive)> others)
    {
        var own = leaves.Of(officialZones);
        var same = others[zones].Figures;
        var atLeast = same.Count(other => other.EtaSquared >= own.EtaSquared - Tie);
        ZoningScale[] scales = [.. counts.Select(count => Scale(leaves, own, count, others[count].Figures, others[count].IsExhaustive))];

        var grand = scales.Length == 0 ? 0 : scales.Average(scale => scale.EtaSquared.Mean);
        var between = scales.Length == 0 ? 0 : scales.Average(scale => Math.Pow(scale.EtaSquared.Mean - grand, 2));
        var within = scales.Length == 0 ? 0 : scales.Average(scale => Math.Pow(scale.EtaSquared.StandardDeviation, 2));
        var selection = new double[officialZones.Length];
        foreach (var other in same)
            for (var leaf = 0; leaf < selection.Length; leaf++)
                selection[leaf] += other.Selected[leaf] ? 1.0 / same.Length : 0;

        var (jaccard, changes) = (Likeness(leaves, own, same), Changes(leaves, own, same));
        var why = Ungraded(officialZones.Length, zones);
        return new RezoningResult(
            new OfficialZoning(zones, own.EtaSquared, (1.0 + atLeast) / (same.Length + 1)), scales, between, within,
            between + within > 0 ? between / (between + within) : new Reason("no-spread", "All divisions describe the problem equally well."),
            jaccard, why is null ? Grade(jaccard, changes) : null, why, why is null && changes, [.. selection.Select(share => Math.Min(1, share))], own.Selected);
    }

    private static Reason? Ungraded(int leaves, int zones) =>
        zones < LeastZones ? new Reason("too-few-zones", $"The number of zones is {zones}; a grade needs {LeastZones} or more.") { Arguments = [zones, LeastZones] }
        : leaves < LeastLeavesAZone * zones ? new Reason("too-few-leaves-a-zone", $"{leaves} areas in {zones} zones leave too little to divide otherwise; a grade needs {LeastLeavesAZone} a zone on average.") { Arguments = [leaves, zones, LeastLeavesAZone] }
        : null;

    private static ZoningScale Scale(ZonedLeaves leaves, ZoningFigures own, int zones, ZoningFigures[] others, bool isExhaustive)
    {
        var jaccard = Likeness(leaves, own, others);
        return new ZoningScale(zones, others.Length, isExhaustive, Spread([.. others.Select(other => other.EtaSquared)]), Spread([.. others.Select(other => other.Reach)]))
        {
            Jaccard = jaccard,
            Grade = Ungraded(own.Selected.Length, zones) is null ? Grade(jaccard, Changes(leaves, own, others)) : null,
        };
    }

    private static double Likeness(ZonedLeaves leaves, ZoningFigures own, ZoningFigures[] others) => others.Average(other => leaves.Jaccard(own.Selected, other.Selected));

    /// <summary>Whether the leading level, by difference or by reach, is another one too often.</summary>
    private static bool Changes(ZonedLeaves leaves, ZoningFigures own, ZoningFigures[] others) =>
        others.Count(other => other.ZonesDiffer != own.ZonesDiffer) > ChangesTooOften * others.Length
        || others.Count(other => (other.Reach > leaves.LeafReach) != (own.Reach > leaves.LeafReach)) > ChangesTooOften * others.Length;

    private static RobustnessGrade Grade(double jaccard, bool changes)
    {
        var grade = jaccard >= 0.75 ? RobustnessGrade.A : jaccard >= 0.60 ? RobustnessGrade.B : jaccard >= 0.40 ? RobustnessGrade.C : RobustnessGrade.D;
        return changes && grade != RobustnessGrade.D ? grade + 1 : grade;
    }

    private static ZoningSpread Spread(double[] values)
    {
        Array.Sort(values);
        var mean = values.Average();
        return new ZoningSpread(
            mean, Math.Sqrt(values.Average(value => (value - mean) * (value - mean))), values[0], values[^1],
            Percentile.Of(values, 0.05), Percentile.Of(values, 0.95));
    }
}
