// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Adjacency;
using Schakel.Analysis.Numerics;

namespace Schakel.Analysis.Autocorrelation;

/// <summary>Join counts area by area: for yes and no instead of numbers.</summary>
public static class LocalJoinCount
{
    /// <summary>Where do areas with a feature have more neighbours with it than chance would give?</summary>
    /// <remarks>
    /// <para><b>Definition.</b> BBᵢ = bᵢ Σⱼ bⱼ over the neighbours j of area i: the number of its neighbours with the feature, 0 for an area that lacks it itself.
    /// Given that area i has it, chance deals the other P − 1 over the other n − 1 areas, so that BBᵢ is hypergeometric: z and p are exact, without draws.
    /// p is that of at least as many (one-sided: having few such neighbours is no cluster). Each neighbour counts once; weights are not looked at.
    /// For two features at one place give the areas that have both.</para>
    /// <para><b>Units.</b> Counts of neighbours; z and p have none.</para>
    /// <para><b>Shapes.</b> n areas; <c>isBlack[i]</c> belongs to area i of <paramref name="neighbours"/>; one entry for each area comes out: value 1 or 0, lag the number of neighbours
    /// with the feature, quadrant HighHigh for areas with it and LowLow for others.</para>
    /// <para><b>Missing values.</b> Not accepted: leave those areas out of both arguments, and list them. An area without neighbours misses statistic, z and p with <c>no-neighbours</c>;
    /// an area without the feature has statistic 0 and misses z and p with <c>feature-absent</c>.</para>
    /// <para><b>No answer.</b> <c>too-few-areas</c>: fewer than 2. <c>no-variation</c>: all areas have the feature, or none has. <c>no-neighbours</c>: no area has a neighbour.
    /// One area: z misses with <c>no-variance</c> where its neighbours cannot vary.</para>
    /// <para><b>Cost.</b> O(n + Σ k²) at most for areas with k neighbours; O(n) memory.</para>
    /// <para><b>Source.</b> Anselin and Li (2019), <i>Operational local join count statistics for cluster detection</i>.</para>
    /// <para><b>Checked against.</b> R spdep 1.2.7 <c>local_joincount_uni</c> (counts) and R 4.2.2 <c>phyper</c> (p): <c>reference/local-join-count/columbus.json</c>.</para>
    /// </remarks>
    /// <param name="isBlack">For each area whether it has the feature.</param>
    /// <param name="neighbours">Which areas touch; weights are not looked at.</param>
    /// <param name="acceptedFalseDiscoveries">[0..1] share of false alarms that is accepted among the areas that stand out, q.</param>
    /// <returns>The picture, or why there is none.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or q is not between 0 and 1.</exception>
    public static Outcome<LocalPicture> Compute(ReadOnlySpan<bool> isBlack, Neighbours neighbours, double acceptedFalseDiscoveries = 0.10)
    {
        (LocalOptions.Default with { AcceptedFalseDiscoveries = acceptedFalseDiscoveries }).Check();
        Require.SameLength(isBlack.Length, neighbours.AreaCount, nameof(isBlack));
        if (isBlack.Length < 2)
            return new Reason("too-few-areas", $"At least 2 areas with a value and a neighbour are needed, but there are {isBlack.Length}.") { Arguments = [2, isBlack.Length] };
        if (!isBlack.ContainsAnyExcept(isBlack[0]))
            return new Reason("no-variation", $"All {isBlack.Length} values are equal.") { Arguments = [isBlack.Length] };
        if (neighbours.EdgeCount == 0)
            return new Reason("no-neighbours", "No area has a neighbour.");

        int others = isBlack.Length - 1, black = isBlack.Count(true) - 1;
        var areas = new LocalAssociation[isBlack.Length];
        for (var area = 0; area < areas.Length; area++)
        {
            var count = 0;
            foreach (var other in neighbours.Of(area))
                count += isBlack[other] ? 1 : 0;
            var degree = neighbours.DegreeOf(area);
            areas[area] = new LocalAssociation(
                isBlack[area] ? 1 : 0,
                count,
                degree == 0 ? LocalReasons.Island : isBlack[area] ? count : 0,
                degree == 0 ? LocalReasons.Island : isBlack[area] ? Z(count, others, black, degree) : LocalReasons.FeatureAbsent,
                degree == 0 ? LocalReasons.Island : isBlack[area] ? Hypergeometric.AtLeast(count, others, black, degree) : LocalReasons.FeatureAbsent,
                isBlack[area] ? Quadrant.HighHigh : Quadrant.LowLow,
                IsSignificant: false);
        }

        return LocalPictures.Of(areas, neighbours, acceptedFalseDiscoveries);
    }

    private static Figure Z(int count, int others, int black, int degree)
    {
        // Asked of the counts: nothing can vary when all or none of the others are drawn, or have the feature.
        if (degree == others || black == 0 || black == others)
            return LocalReasons.Fixed;
        var share = (double)black / others;
        var variance = degree * share * (1 - share) * (others - degree) / (others - 1);
        return (count - (degree * share)) / Math.Sqrt(variance);
    }
}
