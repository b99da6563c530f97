// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Displacement;

/// <summary>How much more do counts vary from period to period than chance alone would give?</summary>
public static class CountDispersion
{
    /// <summary>Fewer sub-periods than this say too little about variation.</summary>
    public const int FewestPeriods = 6;

    /// <summary>Estimates φ from comparable areas in the time before.</summary>
    /// <remarks>
    /// <para><b>Definition.</b> φ = max(1, Σ(y − ȳ)²/ȳ / Σ(T − 1)): Pearson's χ² over its degrees of freedom, each area around its own mean.</para>
    /// <para><b>Units.</b> None; 1 = chance alone, 2 = twice the variance.</para>
    /// <para><b>Shapes.</b> One row an area, T sub-periods of equal length.</para>
    /// <para><b>Missing values.</b> Not accepted. Areas without any event say nothing and drop out.</para>
    /// <para><b>No answer.</b> <c>too-few-periods</c>: fewer than six sub-periods; <c>no-events</c>: every count is 0.</para>
    /// <para><b>Cost.</b> O(areas · T).</para>
    /// <para><b>Source.</b> McCullagh and Nelder (1989), <i>Generalized Linear Models</i>, on quasi-Poisson dispersion.</para>
    /// <para><b>Checked against.</b> R 4.2.2, <c>glm(family = quasipoisson)</c>: <c>reference/displacement/dispersion.json</c>.</para>
    /// </remarks>
    /// <param name="counts">[events] ≥ 0.</param>
    /// <returns>φ, at least 1.</returns>
    public static Outcome<double> Estimate(IReadOnlyList<IReadOnlyList<double>> counts)
    {
        ArgumentOutOfRangeException.ThrowIfZero(counts.Count);
        var periods = counts[0].Count;
        if (periods < FewestPeriods)
            return new Reason("too-few-periods", $"There are {periods} periods before; at least {FewestPeriods} are needed to see how much counts vary.") { Arguments = [periods, FewestPeriods] };

        double statistic = 0, freedom = 0;
        foreach (var area in counts)
        {
            double[] values = [.. area];
            Require.SameLength(values.Length, periods, nameof(counts));
            Require.Finite(values, nameof(counts));
            Require.NotNegative(values, nameof(counts));
            if (!values.AsSpan().ContainsAnyExcept(0.0))
                continue;

            var mean = values.Average();
            statistic += values.Sum(value => (value - mean) * (value - mean)) / mean;
            freedom += periods - 1;
        }

        return freedom > 0
            ? Math.Max(1, statistic / freedom)
            : new Reason("no-events", "Not one event was counted in the time before.");
    }
}
