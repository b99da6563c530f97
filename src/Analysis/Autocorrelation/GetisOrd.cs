// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Adjacency;

namespace Schakel.Analysis.Autocorrelation;

/// <summary>Hot and cold spots: Gᵢ and Gᵢ*.</summary>
public static class GetisOrd
{
    /// <summary>Where do high values lie together, and where low ones?</summary>
    /// <remarks>
    /// <para><b>Definition.</b> Gᵢ, without the area itself: (Σ wᵢⱼ xⱼ − its conditional mean) / its conditional deviation, the mean and the deviation being those of the
    /// other areas. Gᵢ*, with it: (Σ w x − x̄ Σ w) / (s √[(n Σ w² − (Σ w)²)/(n − 1)]) over the area and its neighbours, s the population standard deviation.
    /// The area itself gets the mean weight of its neighbours (1 without weights); Gᵢ* does not depend on the scale of the weights, so that styles W and B agree.
    /// Statistic and Z are the same number. p draws the neighbours' values from the other n − 1 without replacement, twice the smaller tail; the area itself
    /// stays as it is, so that Gᵢ and Gᵢ* have the same p. Quadrant is HighHigh above 0 and LowLow otherwise.</para>
    /// <para><b>Units.</b> Values in any unit; the statistic is in standard deviations.</para>
    /// <para><b>Shapes.</b> n values for n areas; <c>values[i]</c> belongs to area i of <paramref name="neighbours"/>; one entry for each area comes out.
    /// Lag is Σ w·value; for Gᵢ* the area itself is in it, and weights are scaled back to the sum that the neighbours had, so that a mean stays a mean.</para>
    /// <para><b>Missing values.</b> Not accepted: leave those areas out of both arguments, and list them. An area without neighbours misses statistic, z and p with <c>no-neighbours</c>.</para>
    /// <para><b>No answer.</b> <c>too-few-areas</c>: fewer than 2. <c>no-variation</c>: all values are equal. <c>no-neighbours</c>: no area has a neighbour.
    /// One area: statistic and z miss with <c>no-variance</c> where its surroundings cannot vary; p misses with <c>no-permutations</c> when none were asked for.</para>
    /// <para><b>Cost.</b> As <see cref="LocalMoran"/>: O(R·e) time for R draws and e directed edges, O(n + e) memory.</para>
    /// <para><b>Source.</b> Getis and Ord (1992), <i>The analysis of spatial association by use of distance statistics</i>; Ord and Getis (1995), <i>Local spatial autocorrelation statistics</i>.</para>
    /// <para><b>Checked against.</b> R spdep 1.2.7 <c>localG</c>: <c>reference/getis-ord/groningen-2017.json</c>, <c>reference/getis-ord/columbus.json</c>, <c>reference/getis-ord/grid-3x3.json</c>.</para>
    /// </remarks>
    /// <param name="values">[any unit], finite.</param>
    /// <param name="neighbours">Weighted by the caller: <see cref="Neighbours.RowStandardised"/> for style W, without weights for style B.</param>
    /// <param name="includesSelf">False for Gᵢ, true for Gᵢ*.</param>
    /// <param name="options">Draws, false discoveries, seed and cores; null for the defaults.</param>
    /// <returns>The picture, or why there is none.</returns>
    /// <exception cref="ArgumentException">The lengths differ, a value is not finite, or an option is impossible.</exception>
    public static Outcome<LocalPicture> Compute(
        ReadOnlySpan<double> values, Neighbours neighbours, bool includesSelf = false, LocalOptions? options = null)
    {
        options ??= LocalOptions.Default;
        options.Check();
        Require.SameLength(values.Length, neighbours.AreaCount, nameof(values));
        Require.Finite(values, nameof(values));
        if (!Centred.Of(values).TryGet(out var centred, out var reason))
            return reason;
        if (neighbours.EdgeCount == 0)
            return new Reason("no-neighbours", "No area has a neighbour.");

        var scores = centred.Scores;
        var p = options.Permutations == 0 ? null : ConditionalDraws.TwoSided(scores, neighbours, options);
        var areas = new LocalAssociation[values.Length];
        for (var area = 0; area < areas.Length; area++)
        {
            var around = Surroundings.Of(scores, neighbours, area);
            var lag = Surroundings.LagOf(values, neighbours, area);
            var z = neighbours.DegreeOf(area) == 0 ? LocalReasons.Island
                : includesSelf ? Star(around, scores[area], scores.Length, neighbours.DegreeOf(area)) : around.Z;
            areas[area] = new LocalAssociation(
                values[area],
                includesSelf ? WithSelf(lag, values[area], around.WeightSum, neighbours, area) : lag,
                z,
                z,
                LocalReasons.P(p, area),
                z.Value > Centred.Rounding ? Quadrant.HighHigh : Quadrant.LowLow,
                IsSignificant: false);
        }

        return LocalPictures.Of(areas, neighbours, options.AcceptedFalseDiscoveries);
    }

    /// <summary>Gᵢ* in scores, which have mean 0 and standard deviation 1.</summary>
    private static Figure Star(Surroundings around, double score, double n, int degree)
    {
        var self = around.WeightSum / degree;
        var (sum, squares) = (around.WeightSum + self, around.WeightSquares + (self * self));
        var differing = (n * squares) - (sum * sum);
        return differing > Surroundings.Rounding * n * squares
            ? (around.Lag + (self * score)) / Math.Sqrt(differing / (n - 1))
            : LocalReasons.Fixed;
    }

    private static double WithSelf(double lag, double value, double weightSum, Neighbours neighbours, int area)
    {
        if (!neighbours.IsWeighted)
            return lag + value;
        double degree = neighbours.DegreeOf(area);
        return degree == 0 ? value : (lag + (weightSum / degree * value)) * degree / (degree + 1);
    }
}
