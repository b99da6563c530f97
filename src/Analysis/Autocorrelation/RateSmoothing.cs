// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Adjacency;

namespace Schakel.Analysis.Autocorrelation;

/// <summary>Rates with the chance of small numbers taken out.</summary>
/// <param name="Rates">[rate] one for each area.</param>
/// <param name="A">[rate²] variance between areas beyond chance, of the whole map.</param>
/// <param name="B">[rate] the overall rate, of the whole map.</param>
public sealed record SmoothedRates(double[] Rates, double A, double B);

/// <summary>From which mean the spread around an area is taken.</summary>
public enum LocalSpread
{
    /// <summary>From the mean of the area and its neighbours (default), as GeoDa does: Marshall's formula on that part of the map.</summary>
    AroundTheArea,

    /// <summary>Each of them from the mean of its own surroundings, as R spdep does unless <c>geoda = TRUE</c>.</summary>
    AroundEach,
}

/// <summary>Empirical Bayes smoothing of rates.</summary>
public static class RateSmoothing
{
    /// <summary>What would the rate of each area probably be without the chance of small numbers?</summary>
    /// <remarks>
    /// <para><b>Definition.</b> θᵢ = b + a/(a + b/nᵢ)·(pᵢ − b) with b = Σy/Σn, s² = Σ n(p − b)²/Σn, a = max(0, s² − b/n̄); a = 0 gives b everywhere.
    /// With neighbours, a and b are those of the area and its neighbours together, and a = 0 gives that local b.</para>
    /// <para><b>Units.</b> Cases and population as counts; rates are cases a head.</para>
    /// <para><b>Shapes.</b> One entry for each area in both columns; the rates come out in the same order.</para>
    /// <para><b>Missing values.</b> Not accepted: leave areas without a figure or without population out, and list them.</para>
    /// <para><b>No answer.</b> <c>too-few-areas</c>: fewer than 2.</para>
    /// <para><b>Cost.</b> O(n) time, O(n + e) with e directed edges.</para>
    /// <para><b>Source.</b> Marshall (1991), <i>Mapping disease and mortality rates using empirical Bayes estimators</i>.</para>
    /// <para><b>Checked against.</b> R spdep 1.2.7 <c>EBest</c> and <c>EBlocal</c>: <c>reference/empirical-bayes/marshall.json</c>, <c>reference/empirical-bayes/groningen-2017.json</c>.</para>
    /// </remarks>
    /// <param name="cases">[count] finite, ≥ 0.</param>
    /// <param name="population">[count] finite, above 0.</param>
    /// <param name="neighbours">Null: lean on the whole map. Otherwise lean on the area's surroundings; weights are not used. Never test clusters on such rates.</param>
    /// <param name="spread">With neighbours: whose mean the deviations are taken from.</param>
    /// <returns>The smoothed rates, or why there are none.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a number is not finite, negative, or a population of 0.</exception>
    public static Outcome<SmoothedRates> Compute(ReadOnlySpan<double> cases, ReadOnlySpan<double> population, Neighbours? neighbours = null, LocalSpread spread = LocalSpread.AroundTheArea)
    {
        if (!MarshallRates.Of(cases, population).TryGet(out var whole, out var reason))
            return reason;
        if (neighbours is not null)
            Require.SameLength(neighbours.AreaCount, cases.Length, nameof(neighbours));

        var rates = new double[cases.Length];
        var around = neighbours is null ? [] : Around(cases, population, neighbours);
        for (var area = 0; area < rates.Length; area++)
            rates[area] = (neighbours is null ? whole : spread == LocalSpread.AroundTheArea ? around[area] : OfEach(area, cases, population, neighbours, around))
                .Smooth(cases[area], population[area]);

        return new SmoothedRates(rates, whole.A, whole.B);
    }

    /// <summary>Marshall's moments of each area with its neighbours.</summary>
    private static MarshallRates[] Around(ReadOnlySpan<double> cases, ReadOnlySpan<double> population, Neighbours neighbours)
    {
        var around = new MarshallRates[cases.Length];
        List<double> localCases = [], localPopulation = [];
        for (var area = 0; area < around.Length; area++)
        {
            localCases.Clear();
            localPopulation.Clear();
            localCases.Add(cases[area]);
            localPopulation.Add(population[area]);
            foreach (var other in neighbours.Of(area))
            {
                localCases.Add(cases[other]);
                localPopulation.Add(population[other]);
            }

            around[area] = MarshallRates.Moments(localCases.ToArray(), localPopulation.ToArray());
        }

        return around;
    }

    /// <summary>The moments with each deviation from the mean around that neighbour itself.</summary>
    private static MarshallRates OfEach(int area, ReadOnlySpan<double> cases, ReadOnlySpan<double> population, Neighbours neighbours, MarshallRates[] around)
    {
        var (people, squares, count) = (population[area], Square(cases[area], population[area], around[area].B), 1);
        foreach (var other in neighbours.Of(area))
        {
            people += population[other];
            squares += Square(cases[other], population[other], around[other].B);
            count++;
        }

        var mean = around[area].B;
        return new MarshallRates(Math.Max(0, (squares / people) - (mean * count / people)), mean);

        static double Square(double cases, double population, double mean) => population * Math.Pow((cases / population) - mean, 2);
    }
}
