// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Adjacency;

namespace Schakel.Analysis.Autocorrelation;

/// <summary>How strongly neighbouring areas resemble each other.</summary>
/// <param name="AreaCount">Number of areas, n.</param>
/// <param name="I">Moran's I [no unit]: near <paramref name="Expected"/> when neighbours are unrelated, above it when alike, below it when opposite.</param>
/// <param name="Expected">−1 / (n − 1): the mean of I when the values are dealt over the areas at random.</param>
/// <param name="VarianceNormality">Variance of I when the values are draws of one normal distribution.</param>
/// <param name="VarianceRandomisation">Variance of I when these values are dealt at random; needs 4 areas.</param>
/// <param name="ZNormality">(I − expected) / √variance, under normality.</param>
/// <param name="ZRandomisation">(I − expected) / √variance, under randomisation.</param>
/// <param name="Permutation">Random arrangements compared with I, p for those with an I at least this high; null when none were asked for.</param>
public sealed record Resemblance(
    int AreaCount,
    double I,
    double Expected,
    Figure VarianceNormality,
    Figure VarianceRandomisation,
    Figure ZNormality,
    Figure ZRandomisation,
    PermutationTest? Permutation);

/// <summary>Moran's I over a whole map.</summary>
public static class GlobalMoran
{
    /// <summary>Do neighbouring areas resemble each other more than chance would give?</summary>
    /// <remarks>
    /// <para><b>Definition.</b> I = (n / S₀) · Σᵢ zᵢ Σⱼ wᵢⱼ zⱼ / Σᵢ zᵢ², with zᵢ = xᵢ − x̄ and S₀ = Σᵢⱼ wᵢⱼ. Expectation −1/(n − 1);
    /// variances by the formulas of Cliff and Ord with S₁, S₂ and the kurtosis. p counts arrangements with I* ≥ I.</para>
    /// <para><b>Units.</b> Values in any unit; I, z and p have none.</para>
    /// <para><b>Shapes.</b> n values for n areas; <c>values[i]</c> belongs to area i of <paramref name="neighbours"/>.</para>
    /// <para><b>Missing values.</b> Not accepted: leave those areas out of both arguments, and list them.</para>
    /// <para><b>No answer.</b> <c>too-few-areas</c>: fewer than 2. <c>no-variation</c>: all values are equal. <c>no-neighbours</c>: no area has a neighbour.
    /// A variance that cannot be computed is a missing figure with <c>too-few-areas</c> or <c>no-variance</c>.</para>
    /// <para><b>Cost.</b> O(R·(n + e)) time for R permutations of e neighbour pairs; O(n + e) memory.</para>
    /// <para><b>Source.</b> Moran (1950), <i>Notes on continuous stochastic phenomena</i>; Cliff and Ord (1981), <i>Spatial Processes</i>.</para>
    /// <para><b>Checked against.</b> R spdep on the Columbus data: <c>reference/moran/columbus.json</c>; R spdep 1.2.7 on Groningen: <c>reference/moran/groningen-2017.json</c>.</para>
    /// </remarks>
    /// <param name="values">[any unit], finite.</param>
    /// <param name="neighbours">Weighted by the caller (<see cref="Neighbours.RowStandardised"/> for style W), who has left islands out (or keeps them with weight 0).</param>
    /// <param name="permutations">R, 0 for none; the smallest p that can come out is 1/(R + 1).</param>
    /// <param name="seed">The same seed gives the same p on any number of cores.</param>
    /// <param name="threads">Number of cores to use; 0 for all. The answer does not depend on it.</param>
    /// <returns>The answer, or why there is none.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a value is not finite.</exception>
    public static Outcome<Resemblance> Compute(
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
        var expected = -1 / (n - 1);
        var normality = Moments.Variance(Moments.MoranNormality(n, sums) - (expected * expected));
        var randomisation = n < 4
            ? Moments.TooFewAreas(4, values.Length)
            : Moments.Variance(Moments.MoranRandomisation(n, sums, centred.Kurtosis) - (expected * expected));

        // The scores have mean square 1, so that Σ z² = n.
        var pairs = PairWeights.Of(neighbours);
        var i = Arrangements.Sum<ProductTerm>(centred.Scores, pairs) / sums.S0;
        return new Resemblance(
            values.Length, i, expected, normality, randomisation,
            Moments.Standardised(i, expected, normality), Moments.Standardised(i, expected, randomisation),
            permutations == 0 ? null : Permute(i));

        PermutationTest Permute(double observed)
        {
            var arranged = Arrangements.Sums<ProductTerm>(centred.Scores, pairs, permutations, seed, threads);
            for (var r = 0; r < arranged.Length; r++)
                arranged[r] /= sums.S0;
            return PermutationTest.Of(arranged, observed, highIsExtreme: true, Centred.Rounding);
        }
    }
}
