// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Adjacency;

namespace Schakel.Analysis.Autocorrelation;

/// <summary>Moran's I area by area, for one thing in the area and another around it.</summary>
public static class BivariateLocalMoran
{
    /// <summary>Where does what an area has go together with something else around it, more than chance would give?</summary>
    /// <remarks>
    /// <para><b>Definition.</b> Iᵢ = zxᵢ Σⱼ wᵢⱼ zyⱼ, with zx and zy the values in standard deviations from their mean, divided by n (<see cref="LocalOptions.Divisor"/> for n − 1).
    /// Z compares the lag Σ w·zy with its conditional mean and variance, the other n − 1 values of y dealt at random: its sign is that of the surroundings.
    /// p draws the neighbours' y from the other n − 1 without replacement and is twice the smaller tail of the lag: it tests the surroundings, not whether x and y go together within an area.</para>
    /// <para><b>Units.</b> Values in any two units; I, z and p have none. Lag is in the unit of y.</para>
    /// <para><b>Shapes.</b> n values of each for n areas; <c>own[i]</c> and <c>around[i]</c> belong to area i of <paramref name="neighbours"/>; one entry for each area comes out, <c>Value</c> is that of own.</para>
    /// <para><b>Missing values.</b> Not accepted: leave areas without one of the two out of all arguments, and list them. An area without neighbours misses statistic, z and p with <c>no-neighbours</c>.</para>
    /// <para><b>No answer.</b> <c>too-few-areas</c>: fewer than 2. <c>no-variation</c>: all values of one of the two are equal. <c>no-neighbours</c>: no area has a neighbour.
    /// One area: z misses with <c>no-variance</c> where its surroundings cannot vary; p misses with <c>no-permutations</c> when none were asked for.</para>
    /// <para><b>Cost.</b> As <see cref="LocalMoran"/>: O(R·e) time for R draws and e directed edges, O(n + e) memory.</para>
    /// <para><b>Source.</b> Anselin, Syabri and Smirnov (2002), <i>Visualizing multivariate spatial correlation with dynamically linked windows</i>.</para>
    /// <para><b>Checked against.</b> R spdep 1.2.7 <c>localmoran_bv</c>: <c>reference/bivariate-local-moran/columbus.json</c>.</para>
    /// </remarks>
    /// <param name="own">[any unit] x, of the area itself; finite.</param>
    /// <param name="around">[any unit] y, of which the neighbours' values are looked at; finite.</param>
    /// <param name="neighbours">Weighted by the caller: <see cref="Neighbours.RowStandardised"/> for style W, without weights for style B.</param>
    /// <param name="options">Draws, false discoveries, seed and cores; null for the defaults.</param>
    /// <returns>The picture, or why there is none.</returns>
    /// <exception cref="ArgumentException">The lengths differ, a value is not finite, or an option is impossible.</exception>
    public static Outcome<LocalPicture> Compute(
        ReadOnlySpan<double> own, ReadOnlySpan<double> around, Neighbours neighbours, LocalOptions? options = null)
    {
        options ??= LocalOptions.Default;
        options.Check();
        Require.SameLength(own.Length, neighbours.AreaCount, nameof(own));
        Require.SameLength(around.Length, neighbours.AreaCount, nameof(around));
        Require.Finite(own, nameof(own));
        Require.Finite(around, nameof(around));
        if (!Centred.Of(own).TryGet(out var ownCentred, out var reason) || !Centred.Of(around).TryGet(out var aroundCentred, out reason))
            return reason;
        if (neighbours.EdgeCount == 0)
            return new Reason("no-neighbours", "No area has a neighbour.");

        var p = options.Permutations == 0 ? null : ConditionalDraws.TwoSided(aroundCentred.Scores, neighbours, options);
        var scale = options.ScaleFor(own.Length);
        var areas = new LocalAssociation[own.Length];
        for (var area = 0; area < areas.Length; area++)
        {
            var others = Surroundings.Of(aroundCentred.Scores, neighbours, area);
            var isIsland = neighbours.DegreeOf(area) == 0;
            areas[area] = new LocalAssociation(
                own[area],
                Surroundings.LagOf(around, neighbours, area),
                isIsland ? LocalReasons.Island : scale * ownCentred.Scores[area] * others.Lag,
                isIsland ? LocalReasons.Island : others.Z,
                LocalReasons.P(p, area),
                LocalMoran.QuadrantOf(ownCentred.Scores[area], others.Lag),
                IsSignificant: false);
        }

        return LocalPictures.Of(areas, neighbours, options.AcceptedFalseDiscoveries);
    }
}
