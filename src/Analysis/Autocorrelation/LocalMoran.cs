// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Adjacency;

namespace Schakel.Analysis.Autocorrelation;

/// <summary>Moran's I area by area.</summary>
public static class LocalMoran
{
    /// <summary>Where do areas and their surroundings resemble each other, or differ, more than chance would give?</summary>
    /// <remarks>
    /// <para><b>Definition.</b> Iᵢ = zᵢ Σⱼ wᵢⱼ zⱼ / m₂, with zᵢ = xᵢ − x̄ and m₂ = Σ z² / n (some programs divide by n − 1: <see cref="LocalOptions.Divisor"/>). Under style W the mean of Iᵢ is the global I.
    /// Z compares the lag with its conditional mean and variance, the other n − 1 values dealt at random: its sign is that of the surroundings
    /// (<see cref="LocalOptions.Moments"/> for the moments of Anselin 1995, with all values dealt).
    /// p draws the neighbours' values from the other n − 1 without replacement and is twice the smaller tail of the lag, each tail (1 + count)/(R + 1).
    /// With sequential stopping, an area with 10 exceedances in its smaller tail after L draws stops with p = min(1, 20/L).</para>
    /// <para><b>Units.</b> Values in any unit; I, z and p have none.</para>
    /// <para><b>Shapes.</b> n values for n areas; <c>values[i]</c> belongs to area i of <paramref name="neighbours"/>; one entry for each area comes out.</para>
    /// <para><b>Missing values.</b> Not accepted: leave those areas out of both arguments, and list them. An area without neighbours keeps a lag of 0
    /// and misses statistic, z and p with <c>no-neighbours</c>; leave islands out beforehand when they should not count in the mean.</para>
    /// <para><b>No answer.</b> <c>too-few-areas</c>: fewer than 2. <c>no-variation</c>: all values are equal. <c>no-neighbours</c>: no area has a neighbour.
    /// One area: z misses with <c>no-variance</c> where its surroundings cannot vary; p misses with <c>no-permutations</c> when none were asked for.</para>
    /// <para><b>Cost.</b> O(R·e) time for R draws and e directed edges, on all cores; O(n + e) memory, nothing allocated for a draw. With sequential stopping much less.</para>
    /// <para><b>Source.</b> Anselin (1995), <i>Local indicators of spatial association</i>; Sokal, Oden and Thomson (1998) for the conditional moments;
    /// Besag and Clifford (1991), <i>Sequential Monte Carlo p-values</i>; Caldas de Castro and Singer (2006) for the false discovery rate.</para>
    /// <para><b>Checked against.</b> R spdep 1.2.7 on Groningen: <c>reference/local-moran/groningen-2017.json</c>; worked cases <c>reference/local-moran/grid-3x3.json</c> and <c>reference/local-moran/columbus.json</c>.</para>
    /// </remarks>
    /// <param name="values">[any unit], finite.</param>
    /// <param name="neighbours">Weighted by the caller: <see cref="Neighbours.RowStandardised"/> for style W, without weights for style B.</param>
    /// <param name="options">Draws, false discoveries, seed and cores; null for the defaults.</param>
    /// <returns>The picture, or why there is none.</returns>
    /// <exception cref="ArgumentException">The lengths differ, a value is not finite, or an option is impossible.</exception>
    public static Outcome<LocalPicture> Compute(ReadOnlySpan<double> values, Neighbours neighbours, LocalOptions? options = null)
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
        var scale = options.ScaleFor(values.Length);
        var total = new TotalMoments(values.Length, centred.Kurtosis);
        var areas = new LocalAssociation[values.Length];
        for (var area = 0; area < areas.Length; area++)
        {
            var around = Surroundings.Of(scores, neighbours, area);
            var isIsland = neighbours.DegreeOf(area) == 0;
            areas[area] = new LocalAssociation(
                values[area],
                Surroundings.LagOf(values, neighbours, area),
                isIsland ? LocalReasons.Island : scale * scores[area] * around.Lag,
                isIsland ? LocalReasons.Island : options.Moments == LocalMoments.Total ? total.Z(scores[area] * around.Lag, around) : around.Z,
                LocalReasons.P(p, area),
                QuadrantOf(scores[area], around.Lag),
                IsSignificant: false);
        }

        return LocalPictures.Of(areas, neighbours, options.AcceptedFalseDiscoveries);
    }

    /// <summary>An area and its surroundings against the mean; what rounding leaves of the mean counts as low.</summary>
    internal static Quadrant QuadrantOf(double score, double lag) => (score > Centred.Rounding, lag > Centred.Rounding) switch
    {
        (true, true) => Quadrant.HighHigh,
        (true, false) => Quadrant.HighLow,
        (false, true) => Quadrant.LowHigh,
        _ => Quadrant.LowLow,
    };
}
