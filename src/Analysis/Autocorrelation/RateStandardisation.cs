// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Autocorrelation;

/// <summary>Rates made comparable.</summary>
/// <param name="Values">[standard deviations] one for each area.</param>
/// <param name="A">[rate²] variance between areas beyond chance; 0 when there is no more than chance.</param>
/// <param name="B">[rate] the overall rate.</param>
public sealed record StandardisedRates(double[] Values, double A, double B);

/// <summary>Rates of areas with few and with many residents on one footing.</summary>
public static class RateStandardisation
{
    /// <summary>How far is each rate from the overall rate, counted in what is usual for an area of its size?</summary>
    /// <remarks>
    /// <para><b>Definition.</b> zᵢ = (pᵢ − b) / √(a + b/nᵢ), with pᵢ = yᵢ/nᵢ, b = Σy/Σn, s² = Σ n(p − b)²/Σn and a = max(0, s² − b/n̄). Input for Moran's I and its local form:
    /// raw rates of small areas vary more and would set the picture.</para>
    /// <para><b>Units.</b> Cases and population as counts; z in standard deviations.</para>
    /// <para><b>Shapes.</b> One entry for each area in both columns; z comes out in the same order.</para>
    /// <para><b>Missing values.</b> Not accepted: leave areas without a figure or without population out, and list them.</para>
    /// <para><b>No answer.</b> <c>too-few-areas</c>: fewer than 2. <c>no-variation</c>: there are no cases at all.</para>
    /// <para><b>Cost.</b> O(n) time and memory.</para>
    /// <para><b>Source.</b> Assunção and Reis (1999), <i>A new proposal to adjust Moran's I for population density</i>; Marshall (1991) for a and b.</para>
    /// <para><b>Checked against.</b> R spdep 1.2.7 <c>EBest</c> for a and b, and <c>EBImoran.mc</c> for the I of the standardised rates: <c>reference/empirical-bayes/groningen-2017.json</c>, <c>reference/empirical-bayes/marshall.json</c>.</para>
    /// </remarks>
    /// <param name="cases">[count] finite, ≥ 0.</param>
    /// <param name="population">[count] finite, above 0.</param>
    /// <returns>The standardised rates, or why there are none.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a number is not finite, negative, or a population of 0.</exception>
    public static Outcome<StandardisedRates> Compute(ReadOnlySpan<double> cases, ReadOnlySpan<double> population)
    {
        if (!MarshallRates.Of(cases, population).TryGet(out var marshall, out var reason))
            return reason;
        if (marshall.B == 0)
            return new Reason("no-variation", $"All {cases.Length} values are equal.") { Arguments = [cases.Length] };
        var values = new double[cases.Length];
        for (var area = 0; area < values.Length; area++)
            values[area] = ((cases[area] / population[area]) - marshall.B) / Math.Sqrt(marshall.A + (marshall.B / population[area]));
        return new StandardisedRates(values, marshall.A, marshall.B);
    }
}
