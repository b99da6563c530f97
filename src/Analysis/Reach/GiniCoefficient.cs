// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Reach;

/// <summary>How unevenly cases lie over units.</summary>
/// <param name="Gini">[0..1] 0 = every resident as likely, 1 = all in one place.</param>
/// <param name="Generalised">The same, corrected for there being more units than cases; equal to Gini when there are not.</param>
public sealed record GiniResult(double Gini, double Generalised);

/// <summary>How unevenly do cases lie over units?</summary>
public static class GiniCoefficient
{
    /// <summary>Gini and generalised Gini.</summary>
    /// <remarks>
    /// <para><b>Definition.</b> G = 1 − 2 · area under the Lorenz curve of cases over population, units in rising order of their rate;
    /// G' = max(units/cases, 1)(G − 1) + 1.</para>
    /// <para><b>Units.</b> None.</para>
    /// <para><b>Shapes.</b> One count and one population a unit.</para>
    /// <para><b>Missing values.</b> Not accepted: leave those units out of both, and list them.</para>
    /// <para><b>No answer.</b> <c>no-cases</c>: every count is 0.</para>
    /// <para><b>Cost.</b> O(n log n).</para>
    /// <para><b>Source.</b> Lorenz (1905); Bernasco and Steenbeek (2017), <i>More places than crimes</i>, Journal of Quantitative Criminology 33, 451–467.</para>
    /// <para><b>Checked against.</b> R 4.2.2, base: <c>reference/reach/B-3.json</c>.</para>
    /// </remarks>
    /// <param name="cases">[cases] ≥ 0.</param>
    /// <param name="population">[persons] above 0; the same number for each unit when units themselves are compared.</param>
    /// <returns>Both coefficients.</returns>
    public static Outcome<GiniResult> Compute(ReadOnlySpan<double> cases, ReadOnlySpan<double> population)
    {
        Require.SameLength(population.Length, cases.Length, nameof(population));
        Require.Finite(cases, nameof(cases));
        Require.NotNegative(cases, nameof(cases));
        Require.Finite(population, nameof(population));
        Require.Positive(population, nameof(population));
        if (!cases.ContainsAnyExcept(0.0))
            return new Reason("no-cases", "Every count is 0, so there is nothing to reach.");

        return Of(cases.ToArray(), population.ToArray());
    }

    internal static GiniResult Of(double[] cases, double[] population)
    {
        var order = new int[cases.Length];
        var rates = new double[cases.Length];
        for (var i = 0; i < cases.Length; i++)
            (order[i], rates[i]) = (i, cases[i] / population[i]);
        Array.Sort(rates, order);

        double people = 0, found = 0, area = 0, allPeople = population.Sum(), allCases = cases.Sum();
        foreach (var i in order)
        {
            area += population[i] * (found + (cases[i] / 2));
            people += population[i];
            found += cases[i];
        }

        var gini = 1 - (2 * area / (allPeople * allCases));
        return new GiniResult(gini, (Math.Max(cases.Length / allCases, 1) * (gini - 1)) + 1);
    }
}
