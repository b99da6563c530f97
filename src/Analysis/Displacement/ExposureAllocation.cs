// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Displacement;

/// <summary>If events move, where would they go?</summary>
public static class ExposureAllocation
{
    /// <summary>The shares of the local reduction that are tried as displaced volume.</summary>
    public static IReadOnlyList<double> Scenarios { get; } = [0, 0.25, 0.50, 1];

    /// <summary>[metres] typical distance for problems of the street.</summary>
    public const double StreetDistanceInMetres = 500;

    /// <summary>[metres] typical distance for problems of households.</summary>
    public const double HouseholdDistanceInMetres = 2000;

    // H.4 and F.1: the counter-level holds at least this share of what may move.
    private const double ShareToHold = 0.80;

    /// <summary>Spreads a displaced volume over places with similar opportunities, less with distance. A scenario, not a prediction.</summary>
    /// <remarks>
    /// <para><b>Definition.</b> Xⱼ = X aⱼ e^(−Dⱼ/λ) / Σ a e^(−D/λ).</para>
    /// <para><b>Units.</b> Events in, events out; distances and λ in metres.</para>
    /// <para><b>Shapes.</b> One number of opportunities and one distance a place.</para>
    /// <para><b>Missing values.</b> Not accepted; a place of unknown opportunity is left out and listed.</para>
    /// <para><b>No answer.</b> <c>no-opportunities</c>: no place has any.</para>
    /// <para><b>Cost.</b> O(places).</para>
    /// <para><b>Source.</b> Distance decay as in gravity models; the form is a convention of this library.</para>
    /// <para><b>Checked against.</b> Own recomputation in R: <c>reference/displacement/F-8.json</c>.</para>
    /// </remarks>
    /// <param name="volume">[events] X ≥ 0.</param>
    /// <param name="opportunities">[any unit] aⱼ ≥ 0.</param>
    /// <param name="distancesInMetres">[metres] Dⱼ ≥ 0.</param>
    /// <param name="typicalDistanceInMetres">[metres] λ above 0.</param>
    /// <returns>[events] one a place; they add up to the volume.</returns>
    public static Outcome<double[]> Compute(
        double volume, ReadOnlySpan<double> opportunities, ReadOnlySpan<double> distancesInMetres, double typicalDistanceInMetres)
    {
        Require.Finite([volume, typicalDistanceInMetres], nameof(volume));
        Require.NotNegative([volume], nameof(volume));
        Require.Positive([typicalDistanceInMetres], nameof(typicalDistanceInMetres));
        Require.SameLength(distancesInMetres.Length, opportunities.Length, nameof(distancesInMetres));
        Require.Finite(opportunities, nameof(opportunities));
        Require.Finite(distancesInMetres, nameof(distancesInMetres));
        Require.NotNegative(opportunities, nameof(opportunities));
        Require.NotNegative(distancesInMetres, nameof(distancesInMetres));

        // Measured from the nearest place with an opportunity: only differences of distance count, and far places do not all become 0.
        var nearest = double.PositiveInfinity;
        for (var i = 0; i < opportunities.Length; i++)
            if (opportunities[i] > 0)
                nearest = Math.Min(nearest, distancesInMetres[i]);
        if (double.IsPositiveInfinity(nearest))
            return new Reason("no-opportunities", "No place around has similar opportunities.");

        var pull = new double[opportunities.Length];
        var sum = 0.0;
        for (var i = 0; i < pull.Length; i++)
        {
            pull[i] = opportunities[i] > 0 ? opportunities[i] * Math.Exp((nearest - distancesInMetres[i]) / typicalDistanceInMetres) : 0;
            sum += pull[i];
        }

        for (var i = 0; i < pull.Length; i++)
            pull[i] *= volume / sum;
        return pull;
    }

    /// <summary>The smallest level of which one unit holds at least 80 % of what may move: it must be at the table.</summary>
    /// <param name="expected">[events] one a place, as computed.</param>
    /// <param name="groups">Per level, finest first: the unit that each place lies in, or −1 for none.</param>
    /// <returns>0-based level and unit, or null when no level holds that much.</returns>
    public static (int Level, int Unit)? CounterLevel(ReadOnlySpan<double> expected, IReadOnlyList<int[]> groups)
    {
        var total = 0.0;
        foreach (var events in expected)
            total += events;

        for (var level = 0; level < groups.Count && total > 0; level++)
        {
            Require.SameLength(groups[level].Length, expected.Length, nameof(groups));
            var held = new SortedDictionary<int, double>();
            for (var place = 0; place < expected.Length; place++)
                if (groups[level][place] is >= 0 and var unit)
                    held[unit] = held.GetValueOrDefault(unit) + expected[place];
            foreach (var (unit, events) in held)
                if (events >= (ShareToHold * total) - (1e-12 * total))
                    return (level, unit);
        }

        return null;
    }
}
