// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Adjacency;

namespace Schakel.Analysis.Autocorrelation;

/// <summary>Joins of one kind, compared with chance.</summary>
/// <param name="Count">Joins; under other weights than 1, half the sum of the weights of both directions.</param>
/// <param name="Expected">Their mean when the same number of black areas is dealt at random.</param>
/// <param name="Variance">Their variance then; needs 4 areas.</param>
/// <param name="Z">(count − expected) / √variance.</param>
/// <param name="Permutation">Random arrangements; p for at least as many joins (BB, WW) or at most as many (BW). Null when none were asked for.</param>
public sealed record Joins(double Count, double Expected, Figure Variance, Figure Z, PermutationTest? Permutation);

/// <summary>How often black touches black, white touches white, and black touches white.</summary>
/// <param name="AreaCount">Number of areas, n.</param>
/// <param name="BlackCount">Number of black areas.</param>
/// <param name="BlackBlack">Joins of two black areas (BB).</param>
/// <param name="WhiteWhite">Joins of two white areas (WW).</param>
/// <param name="BlackWhite">Joins of unlike areas (BW).</param>
public sealed record JoinCounts(int AreaCount, int BlackCount, Joins BlackBlack, Joins WhiteWhite, Joins BlackWhite);

/// <summary>Join counts over a whole map: for yes and no instead of numbers.</summary>
public static class JoinCount
{
    /// <summary>Do areas with a feature touch each other more often than chance would give?</summary>
    /// <remarks>
    /// <para><b>Definition.</b> BB = ½ Σᵢⱼ wᵢⱼ bᵢ bⱼ, WW = ½ Σᵢⱼ wᵢⱼ (1 − bᵢ)(1 − bⱼ), BW = ½ Σᵢⱼ wᵢⱼ (bᵢ − bⱼ)². Without weights each pair counts once.
    /// Expectation and variance under non-free sampling: the number of black areas is given, their places are not.</para>
    /// <para><b>Units.</b> Counts (weights under other styles).</para>
    /// <para><b>Shapes.</b> n areas; <c>isBlack[i]</c> belongs to area i of <paramref name="neighbours"/>.</para>
    /// <para><b>Missing values.</b> Not accepted: leave those areas out of both arguments, and list them.</para>
    /// <para><b>No answer.</b> <c>too-few-areas</c>: fewer than 2. <c>no-variation</c>: all areas are black, or none is. <c>no-neighbours</c>: no area has a neighbour.
    /// A variance that cannot be computed is a missing figure with <c>too-few-areas</c> or <c>no-variance</c>.</para>
    /// <para><b>Cost.</b> O(R·(n + e)) time for R permutations of e neighbour pairs; O(n + e) memory.</para>
    /// <para><b>Source.</b> Moran (1948), <i>The interpretation of statistical maps</i>; Cliff and Ord (1981), <i>Spatial Processes</i>.</para>
    /// <para><b>Checked against.</b> R spdep 1.2.7 <c>joincount.multi</c>: <c>reference/join-count/columbus.json</c> and <c>reference/join-count/groningen-2017.json</c>.</para>
    /// </remarks>
    /// <param name="isBlack">For each area whether it has the feature.</param>
    /// <param name="neighbours">Without weights by convention (style B); with weights as the caller gives them.</param>
    /// <param name="permutations">R, 0 for none; the smallest p that can come out is 1/(R + 1).</param>
    /// <param name="seed">The same seed gives the same p on any number of cores.</param>
    /// <param name="threads">Number of cores to use; 0 for all. The answer does not depend on it.</param>
    /// <returns>The answer, or why there is none.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Outcome<JoinCounts> Compute(
        ReadOnlySpan<bool> isBlack, Neighbours neighbours, int permutations = 999, int seed = 2009, int threads = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(permutations);
        Require.SameLength(isBlack.Length, neighbours.AreaCount, nameof(isBlack));
        if (isBlack.Length < 2)
            return new Reason("too-few-areas", $"At least 2 areas with a value and a neighbour are needed, but there are {isBlack.Length}.") { Arguments = [2, isBlack.Length] };
        if (!isBlack.ContainsAnyExcept(isBlack[0]))
            return new Reason("no-variation", $"All {isBlack.Length} values are equal.") { Arguments = [isBlack.Length] };
        var sums = WeightSums.Of(neighbours);
        if (sums.S0 == 0)
            return new Reason("no-neighbours", "No area has a neighbour.");

        var black = new double[isBlack.Length];
        for (var area = 0; area < black.Length; area++)
            black[area] = isBlack[area] ? 1 : 0;
        var chance = new JoinMoments(isBlack.Length, isBlack.Count(true), sums);
        var pairs = PairWeights.Of(neighbours);
        var (bb, bw) = (Arrangements.Sum<ProductTerm>(black, pairs) / 2, Arrangements.Sum<DifferenceTerm>(black, pairs) / 2);
        var ww = (sums.S0 / 2) - bb - bw;

        // As b² = b, Σ w (bᵢ − bⱼ)² is a sum over areas less twice the product: one walk over the pairs gives all three kinds.
        var linear = new double[permutations];
        var products = permutations == 0 ? [] : Arrangements.Sums<ProductTerm>(black, pairs, pairs.Totals(), linear, permutations, seed, threads);
        double Unlike(int r) => linear[r] - (2 * products[r]);
        double[]? Each(Func<int, double> joins) => permutations == 0 ? null : [.. Enumerable.Range(0, permutations).Select(joins)];
        return new JoinCounts(
            isBlack.Length,
            chance.Black,
            Compare(bb, chance.ExpectedLike(chance.Black), chance.VarianceLike(chance.Black), Each(r => products[r] / 2), highIsExtreme: true),
            Compare(ww, chance.ExpectedLike(chance.White), chance.VarianceLike(chance.White), Each(r => (sums.S0 - products[r] - Unlike(r)) / 2), highIsExtreme: true),
            Compare(bw, chance.ExpectedUnlike, chance.VarianceUnlike, Each(r => Unlike(r) / 2), highIsExtreme: false));

        Joins Compare(double count, double expected, Figure variance, double[]? arranged, bool highIsExtreme) => new(
            count, expected, variance, Moments.Standardised(count, expected, variance),
            arranged is null ? null : PermutationTest.Of(arranged, count, highIsExtreme, Centred.Rounding * sums.S0));
    }
}
