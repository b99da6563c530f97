// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Adjacency;

namespace Schakel.Analysis.Autocorrelation;

/// <summary>Geary's C area by area.</summary>
public static class LocalGeary
{
    /// <summary>Where do areas differ from their neighbours less, or more, than chance would give?</summary>
    /// <remarks>
    /// <para><b>Definition.</b> Cᵢ = Σⱼ wᵢⱼ (xᵢ − xⱼ)² / m₂, with m₂ = Σ (x − x̄)² / n (<see cref="LocalOptions.Divisor"/> for n − 1). Small where an area is like its neighbours, large where it is not.
    /// Z compares Cᵢ with its conditional mean and variance, the other n − 1 values dealt at random: below 0 when alike.
    /// p draws the neighbours' values from the other n − 1 without replacement and is twice the smaller tail, each tail (1 + count)/(R + 1); sequential stopping as <see cref="LocalMoran"/>.
    /// Quadrant is that of local Moran: likeness says nothing of high or low by itself.</para>
    /// <para><b>Units.</b> Values in any unit; C, z and p have none.</para>
    /// <para><b>Shapes.</b> n values for n areas; <c>values[i]</c> belongs to area i of <paramref name="neighbours"/>; one entry for each area comes out.</para>
    /// <para><b>Missing values.</b> Not accepted: leave those areas out of both arguments, and list them. An area without neighbours misses statistic, z and p with <c>no-neighbours</c>.</para>
    /// <para><b>No answer.</b> <c>too-few-areas</c>: fewer than 2. <c>no-variation</c>: all values are equal. <c>no-neighbours</c>: no area has a neighbour.
    /// One area: z misses with <c>no-variance</c> where its differences cannot vary; p misses with <c>no-permutations</c> when none were asked for.</para>
    /// <para><b>Cost.</b> O(R·e) time for R draws and e directed edges, on all cores; O(n + e) memory, nothing allocated for a draw.</para>
    /// <para><b>Source.</b> Anselin (1995), <i>Local indicators of spatial association</i>; Anselin (2019), <i>A local indicator of multivariate spatial association: extending Geary's c</i>.</para>
    /// <para><b>Checked against.</b> R spdep 1.2.7 <c>localC</c>: <c>reference/local-geary/groningen-2017.json</c> and <c>reference/local-geary/columbus.json</c>; the conditional moments against all arrangements of small maps in the tests.</para>
    /// </remarks>
    /// <param name="values">[any unit], finite.</param>
    /// <param name="neighbours">Weighted by the caller: <see cref="Neighbours.RowStandardised"/> for style W, without weights for style B.</param>
    /// <param name="options">Draws (independent ones only), false discoveries, seed and cores; null for the defaults.</param>
    /// <returns>The picture, or why there is none.</returns>
    /// <exception cref="ArgumentException">The lengths differ, a value is not finite, or an option is impossible.</exception>
    public static Outcome<LocalPicture> Compute(ReadOnlySpan<double> values, Neighbours neighbours, LocalOptions? options = null)
    {
        options ??= LocalOptions.Default;
        options.Check();
        if (options.Sampling == LocalSampling.SharedTable)
            throw new ArgumentException("A shared table holds sums of values; squared differences need independent draws.", nameof(options));
        Require.SameLength(values.Length, neighbours.AreaCount, nameof(values));
        Require.Finite(values, nameof(values));
        if (!Centred.Of(values).TryGet(out var centred, out var reason))
            return reason;
        if (neighbours.EdgeCount == 0)
            return new Reason("no-neighbours", "No area has a neighbour.");

        var scores = centred.Scores;
        var p = options.Permutations == 0 ? null : ConditionalDraws.TwoSided<SquareTerm>(scores, neighbours, options);
        var differences = new Differences(scores);
        var scale = options.ScaleFor(values.Length);
        var areas = new LocalAssociation[values.Length];
        for (var area = 0; area < areas.Length; area++)
        {
            var around = differences.Around(neighbours, area);
            var isIsland = neighbours.DegreeOf(area) == 0;
            areas[area] = new LocalAssociation(
                values[area],
                Surroundings.LagOf(values, neighbours, area),
                isIsland ? LocalReasons.Island : scale * around.Lag,
                isIsland ? LocalReasons.Island : around.Z,
                LocalReasons.P(p, area),
                LocalMoran.QuadrantOf(scores[area], Surroundings.Of(scores, neighbours, area).Lag),
                IsSignificant: false);
        }

        return LocalPictures.Of(areas, neighbours, options.AcceptedFalseDiscoveries);
    }

    /// <summary>Squared differences of each area with all others, by the sums of powers instead of one by one.</summary>
    private sealed class Differences
    {
        private readonly double[] scores;
        private readonly double third, fourth;

        internal Differences(double[] scores)
        {
            this.scores = scores;
            foreach (var score in scores)
            {
                third += score * score * score;
                fourth += score * score * score * score;
            }
        }

        /// <summary>What the neighbours of an area give, and what chance gives.</summary>
        internal Surroundings Around(Neighbours neighbours, int area)
        {
            double sum = 0, weightSum = 0, squares = 0;
            var own = scores[area];
            var others = neighbours.Of(area);
            var weights = neighbours.WeightsOf(area);
            for (var place = 0; place < others.Length; place++)
            {
                var weight = weights.Length == 0 ? 1 : weights[place];
                sum += weight * SquareTerm.Of(own, scores[others[place]]);
                weightSum += weight;
                squares += weight * weight;
            }

            // Σz = 0 and Σz² = n, so that Σ(a − z)² = n a² + n and Σ(a − z)⁴ = n a⁴ + 6 n a² − 4 a Σz³ + Σz⁴; the area itself adds 0 to both.
            double n = scores.Length, square = own * own;
            var mean = n * (square + 1) / (n - 1);
            var fourths = ((n * square * square) + (6 * n * square) - (4 * own * third) + fourth) / (n - 1);
            var spread = fourths - (mean * mean);
            var differing = ((n - 1) * squares) - (weightSum * weightSum);
            var isFixed = n < 3 || differing <= Surroundings.Rounding * (n - 1) * squares || spread <= Surroundings.Rounding * fourths * n;
            return new Surroundings(sum, weightSum * mean, isFixed ? 0 : spread * differing / (n - 2), weightSum, squares);
        }
    }
}
