// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Signals;

/// <summary>How readily people of one area report.</summary>
/// <param name="Propensity">Reports per objective case, relative to all areas: 1 = as everywhere; missing with <c>nothing-objective</c>.</param>
/// <param name="Shrunken">The same, leaning on the whole where the objective count is small.</param>
/// <param name="ObjectivePerThousand">Objective cases per 1,000 residents.</param>
/// <param name="Silent">Few reports while there is more than average: visit, do not rank down.</param>
public sealed record AreaPropensity(Figure Propensity, Figure Shrunken, double ObjectivePerThousand, bool Silent);

/// <summary>Where do people report less than there is?</summary>
public static class ReportingPropensity
{
    private const double SilentBelow = 0.60;

    /// <summary>Compares reports with an independent measure: few reports are not few problems.</summary>
    /// <remarks>
    /// <para><b>Definition.</b> rᵢ = (reportsᵢ/objectiveᵢ)/(Σreports/Σobjective). Shrunken by Marshall's global empirical Bayes with n = objective:
    /// b + A/(A + b/nᵢ)(pᵢ − b), divided by b; A = max(0, Σn(p − b)²/Σn − b/n̄). Silent: shrunken r below .60 while objective cases per resident are
    /// above the average of all residents.</para>
    /// <para><b>Units.</b> Ratios; cases per 1,000 residents.</para>
    /// <para><b>Shapes.</b> Three numbers an area.</para>
    /// <para><b>Missing values.</b> Not accepted: leave those areas out.</para>
    /// <para><b>No answer.</b> <c>no-reports</c>, <c>nothing-objective</c>: every count is 0.</para>
    /// <para><b>Cost.</b> O(areas).</para>
    /// <para><b>Source.</b> Marshall (1991), Applied Statistics 40; O'Brien, Sampson and Winship (2015), <i>Ecometrics in the age of big data</i>;
    /// Kontokosta and Hong (2021) on bias in resident reports.</para>
    /// <para><b>Checked against.</b> R 4.2.2, base: <c>reference/signals/K-4.json</c>.</para>
    /// </remarks>
    /// <param name="reports">[reports] ≥ 0.</param>
    /// <param name="objective">[cases] ≥ 0, by inspection, survey or sensor.</param>
    /// <param name="population">[persons] above 0.</param>
    /// <returns>One record an area, in the order given.</returns>
    public static Outcome<IReadOnlyList<AreaPropensity>> Compute(ReadOnlySpan<double> reports, ReadOnlySpan<double> objective, ReadOnlySpan<double> population)
    {
        Require.SameLength(objective.Length, reports.Length, nameof(objective));
        Require.SameLength(population.Length, reports.Length, nameof(population));
        Require.Finite(reports, nameof(reports));
        Require.NotNegative(reports, nameof(reports));
        Require.Finite(objective, nameof(objective));
        Require.NotNegative(objective, nameof(objective));
        Require.Finite(population, nameof(population));
        Require.Positive(population, nameof(population));
        if (!reports.ContainsAnyExcept(0.0))
            return new Reason("no-reports", "There is not one report.");
        if (!objective.ContainsAnyExcept(0.0))
            return new Reason("nothing-objective", "The independent measure is 0 everywhere.");

        double all = 0, found = 0, people = 0;
        var measured = 0;
        for (var i = 0; i < reports.Length; i++)
        {
            people += population[i];
            found += objective[i];
            // Reports where nothing was measured say nothing about readiness to report.
            all += objective[i] > 0 ? reports[i] : 0;
            measured += objective[i] > 0 ? 1 : 0;
        }

        if (all == 0)
            return new Reason("no-reports", "There is not one report where the independent measure found anything.");

        var mean = all / found;
        var spread = 0.0;
        for (var i = 0; i < reports.Length; i++)
            if (objective[i] > 0)
                spread += objective[i] * Math.Pow((reports[i] / objective[i]) - mean, 2) / found;
        var between = Math.Max(0, spread - (mean / (found / measured)));

        var areas = new AreaPropensity[reports.Length];
        for (var i = 0; i < areas.Length; i++)
        {
            var perResident = objective[i] / population[i];
            if (objective[i] == 0)
            {
                var nothing = new Reason("nothing-objective", "The independent measure found nothing in this area.");
                areas[i] = new AreaPropensity(nothing, nothing, 0, false);
                continue;
            }

            var rate = reports[i] / objective[i];
            var shrunken = (mean + (between / (between + (mean / objective[i])) * (rate - mean))) / mean;
            areas[i] = new AreaPropensity(rate / mean, shrunken, 1000 * perResident, shrunken < SilentBelow && perResident > found / people);
        }

        return areas;
    }
}
