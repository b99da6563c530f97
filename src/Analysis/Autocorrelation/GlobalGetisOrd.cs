// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Adjacency;

namespace Schakel.Analysis.Autocorrelation;

/// <summary>How much of all that is high or low lies together.</summary>
/// <param name="AreaCount">Number of areas, n.</param>
/// <param name="G">General G [no unit]: above <paramref name="Expected"/> when high values lie together, below it when low ones do.</param>
/// <param name="Expected">S₀ / (n (n − 1)): the mean of G when the values are dealt over the areas at random.</param>
/// <param name="Variance">Variance of G then; needs 4 areas.</param>
/// <param name="Z">(G − expected) / √variance.</param>
/// <param name="Permutation">Random arrangements compared with G, p for those with a G at least this high; null when none were asked for.</param>
public sealed record Concentration(int AreaCount, double G, double Expected, Figure Variance, Figure Z, PermutationTest? Permutation);

/// <summary>General G over a whole map.</summary>
public static class GlobalGetisOrd
{
    // The moments subtract sums of the size of E[G]²; below this share of it a variance is rounding.
    private const double Rounding = 1e-11;

    /// <summary>Do high values lie together, or rather low ones?</summary>
    /// <remarks>
    /// <para><b>Definition.</b> G = Σᵢⱼ wᵢⱼ xᵢ xⱼ / Σᵢ≠ⱼ xᵢ xⱼ. Expectation S₀ / (n (n − 1)); variance by the formula of Getis and Ord with S₁, S₂ and the power sums of the values
    /// (with 6 S₀² in B₁, as in their correction). p counts arrangements with G* ≥ G.</para>
    /// <para><b>Units.</b> Values of one kind and with a true zero: counts, shares, euros. G does not depend on the unit, but does on where zero lies.</para>
    /// <para><b>Shapes.</b> n values for n areas; <c>values[i]</c> belongs to area i of <paramref name="neighbours"/>.</para>
    /// <para><b>Missing values.</b> Not accepted: leave those areas out of both arguments, and list them.</para>
    /// <para><b>No answer.</b> <c>negative-values</c>: a value is below 0. <c>too-few-areas</c>: fewer than 2. <c>no-variation</c>: all values are equal.
    /// <c>one-positive-value</c>: all values but one are 0. <c>no-neighbours</c>: no area has a neighbour.
    /// A variance that cannot be computed is a missing figure with <c>too-few-areas</c> or <c>no-variance</c>.</para>
    /// <para><b>Cost.</b> O(R·(n + e)) time for R permutations of e neighbour pairs; O(n + e) memory.</para>
    /// <para><b>Source.</b> Getis and Ord (1992), <i>The analysis of spatial association by use of distance statistics</i>.</para>
    /// <para><b>Checked against.</b> R spdep 1.2.7 <c>globalG.test</c>: <c>reference/global-getis-ord/columbus.json</c> and <c>reference/global-getis-ord/groningen-2017.json</c>.</para>
    /// </remarks>
    /// <param name="values">[any unit, ≥ 0], finite.</param>
    /// <param name="neighbours">Without weights by convention (style B); with weights as the caller gives them.</param>
    /// <param name="permutations">R, 0 for none; the smallest p that can come out is 1/(R + 1).</param>
    /// <param name="seed">The same seed gives the same p on any number of cores.</param>
    /// <param name="threads">Number of cores to use; 0 for all. The answer does not depend on it.</param>
    /// <returns>The answer, or why there is none.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a value is not finite.</exception>
    public static Outcome<Concentration> Compute(
        ReadOnlySpan<double> values, Neighbours neighbours, int permutations = 999, int seed = 2009, int threads = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(permutations);
        Require.SameLength(values.Length, neighbours.AreaCount, nameof(values));
        Require.Finite(values, nameof(values));
        if (Refuse(values) is { } reason)
            return reason;
        var sums = WeightSums.Of(neighbours);
        if (sums.S0 == 0)
            return new Reason("no-neighbours", "No area has a neighbour.");

        // Divided by the largest, so that fourth powers neither overflow nor vanish.
        var largest = values[0];
        foreach (var value in values)
            largest = Math.Max(largest, value);
        var scaled = new double[values.Length];
        for (var area = 0; area < scaled.Length; area++)
            scaled[area] = values[area] / largest;
        var powers = PowerSums.Of(scaled);
        if (powers.Products <= 0)
            return OnePositive();

        double n = values.Length;
        var expected = sums.S0 / (n * (n - 1));
        var variance = n < 4 ? Moments.TooFewAreas(4, values.Length) : Variance(powers, n, sums, expected);
        var pairs = PairWeights.Of(neighbours);
        var g = Arrangements.Sum<ProductTerm>(scaled, pairs) / powers.Products;
        return new Concentration(
            values.Length, g, expected, variance, Moments.Standardised(g, expected, variance), permutations == 0 ? null : Permute(g));

        PermutationTest Permute(double observed)
        {
            var arranged = Arrangements.Sums<ProductTerm>(scaled, pairs, permutations, seed, threads);
            for (var r = 0; r < arranged.Length; r++)
                arranged[r] /= powers.Products;
            return PermutationTest.Of(arranged, observed, highIsExtreme: true, Centred.Rounding * observed);
        }
    }

    private static Reason? Refuse(ReadOnlySpan<double> values)
    {
        var positive = 0;
        foreach (var value in values)
        {
            if (value < 0)
                return new Reason("negative-values", FormattableString.Invariant($"A value is {value}; G multiplies values, so that all must be 0 or more.")) { Arguments = [value] };
            positive += value > 0 ? 1 : 0;
        }

        return values.Length < 2
            ? new Reason("too-few-areas", $"At least 2 areas with a value and a neighbour are needed, but there are {values.Length}.") { Arguments = [2, values.Length] }
            : !values.ContainsAnyExcept(values[0])
            ? new Reason("no-variation", $"All {values.Length} values are equal.") { Arguments = [values.Length] }
            : positive == 1
            ? OnePositive()
            : null;
    }

    private static Reason OnePositive() => new("one-positive-value", "All values but one are 0, so that no two of them can lie together.");

    private static Figure Variance(PowerSums x, double n, WeightSums w, double expected)
    {
        double s0Square = w.S0 * w.S0, first = x.First, second = x.Second;
        var b0 = (((n * n) - (3 * n) + 3) * w.S1) - (n * w.S2) + (3 * s0Square);
        var b1 = -((((n * n) - n) * w.S1) - (2 * n * w.S2) + (6 * s0Square));
        var b2 = -((2 * n * w.S1) - ((n + 3) * w.S2) + (6 * s0Square));
        var b3 = (4 * (n - 1) * w.S1) - (2 * (n + 1) * w.S2) + (8 * s0Square);
        var b4 = w.S1 - w.S2 + s0Square;
        var square = ((b0 * second * second) + (b1 * x.Fourth) + (b2 * first * first * second) + (b3 * first * x.Third) + (b4 * first * first * first * first))
            / (x.Products * x.Products * n * (n - 1) * (n - 2) * (n - 3));
        var variance = square - (expected * expected);
        return variance > Rounding * expected * expected ? variance : Moments.Fixed;
    }

    /// <summary>Sums of powers of the values.</summary>
    private readonly record struct PowerSums(double First, double Second, double Third, double Fourth)
    {
        /// <summary>Σ over ordered pairs of different areas of xᵢ xⱼ.</summary>
        internal double Products => (First * First) - Second;

        internal static PowerSums Of(double[] values)
        {
            double first = 0, second = 0, third = 0, fourth = 0;
            foreach (var value in values)
            {
                var square = value * value;
                first += value;
                second += square;
                third += square * value;
                fourth += square * square;
            }

            return new PowerSums(first, second, third, fourth);
        }
    }
}
