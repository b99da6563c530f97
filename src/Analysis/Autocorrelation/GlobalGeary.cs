// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Adjacency;

namespace Schakel.Analysis.Autocorrelation;

/// <summary>How much neighbouring areas differ.</summary>
/// <param name="AreaCount">Number of areas, n.</param>
/// <param name="C">Geary's C [no unit]: near 1 when neighbours are unrelated, below it when alike, above it when opposite.</param>
/// <param name="Expected">1.</param>
/// <param name="VarianceNormality">Variance of C when the values are draws of one normal distribution.</param>
/// <param name="VarianceRandomisation">Variance of C when these values are dealt at random; needs 4 areas.</param>
/// <param name="ZNormality">(C − 1) / √variance, under normality: negative when neighbours are alike.</param>
/// <param name="ZRandomisation">(C − 1) / √variance, under randomisation: negative when neighbours are alike.</param>
/// <param name="Permutation">Random arrangements compared with C, p for those with a C at most this high; null when none were asked for.</param>
public sealed record Contrast(
    int AreaCount,
    double C,
    double Expected,
    Figure VarianceNormality,
    Figure VarianceRandomisation,
    Figure ZNormality,
    Figure ZRandomisation,
    PermutationTest? Permutation);

/// <summary>Geary's C over a whole map.</summary>
public static class GlobalGeary
{
    /// <summary>Do neighbouring areas differ less than chance would give?</summary>
    /// <remarks>
    /// <para><b>Definition.</b> C = (n − 1) Σᵢⱼ wᵢⱼ (xᵢ − xⱼ)² / (2 S₀ Σᵢ (xᵢ − x̄)²). Expectation 1; variances by the formulas of Cliff and Ord.
    /// p counts arrangements with C* ≤ C. z = (C − 1)/√variance; some programs print the other sign.</para>
    /// <para><b>Units.</b> Values in any unit; C, z and p have none.</para>
    /// <para><b>Shapes.</b> n values for n areas; <c>values[i]</c> belongs to area i of <paramref name="neighbours"/>.</para>
    /// <para><b>Missing values.</b> Not accepted: leave those areas out of both arguments, and list them.</para>
    /// <para><b>No answer.</b> <c>too-few-areas</c>: fewer than 2. <c>no-variation</c>: all values are equal. <c>no-neighbours</c>: no area has a neighbour.
    /// A variance that cannot be computed is a missing figure with <c>too-few-areas</c> or <c>no-variance</c>.</para>
    /// <para><b>Cost.</b> O(R·(n + e)) time for R permutations of e neighbour pairs; O(n + e) memory.</para>
    /// <para><b>Source.</b> Geary (1954), <i>The contiguity ratio and statistical mapping</i>; Cliff and Ord (1981), <i>Spatial Processes</i>.</para>
    /// <para><b>Checked against.</b> R spdep 1.2.7: <c>reference/geary/columbus.json</c> and <c>reference/geary/groningen-2017.json</c>.</para>
    /// </remarks>
    /// <param name="values">[any unit], finite.</param>
    /// <param name="neighbours">Weighted by the caller (<see cref="Neighbours.RowStandardised"/> for style W), who has left islands out (or keeps them with weight 0).</param>
    /// <param name="permutations">R, 0 for none; the smallest p that can come out is 1/(R + 1).</param>
    /// <param name="seed">The same seed gives the same p on any number of cores.</param>
    /// <param name="threads">Number of cores to use; 0 for all. The answer does not depend on it.</param>
    /// <returns>The answer, or why there is none.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a value is not finite.</exception>
    public static Outcome<Contrast> Compute(
        ReadOnlySpan<double> values, Neighbours neighbours, int permutations = 999, int seed = 2009, int threads = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(permutations);
        Require.SameLength(values.Length, neighbours.AreaCount, nameof(values));
        Require.Finite(values, nameof(values));
        if (!Centred.Of(values).TryGet(out var centred, out var reason))
            return reason;
        var sums = WeightSums.Of(neighbours);
        if (sums.S0 == 0)
            return new Reason("no-neighbours", "No area has a neighbour.");

        double n = values.Length;
        var normality = Moments.Variance(Moments.GearyNormality(n, sums));
        var randomisation = n < 4
            ? Moments.TooFewAreas(4, values.Length)
            : Moments.Variance(Moments.GearyRandomisation(n, sums, centred.Kurtosis));

        // The scores have mean square 1, so that Σ z² = n.
        var scale = (n - 1) / (2 * sums.S0 * n);
        var pairs = PairWeights.Of(neighbours);
        var c = scale * Arrangements.Sum<DifferenceTerm>(centred.Scores, pairs);
        return new Contrast(
            values.Length, c, 1, normality, randomisation,
            Moments.Standardised(c, 1, normality), Moments.Standardised(c, 1, randomisation),
            permutations == 0 ? null : Permute(c));

        PermutationTest Permute(double observed)
        {
            var arranged = Arrangements.Sums<DifferenceTerm>(centred.Scores, pairs, permutations, seed, threads);
            for (var r = 0; r < arranged.Length; r++)
                arranged[r] *= scale;
            return PermutationTest.Of(arranged, observed, highIsExtreme: false, Centred.Rounding);
        }
    }
}
