// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Numerics;

namespace Schakel.Analysis.Displacement;

/// <summary>By what factor did events change, compared with the control?</summary>
public static class RatioEffect
{
    /// <summary>The ratio of two ratios: for areas of unequal size.</summary>
    /// <remarks>
    /// <para><b>Definition.</b> RR = (T₁/T₀)/(C₁/C₀); SE(ln RR) = √(φ Σ 1/count); limits exp(ln RR ± 1.959963984540054 SE). If any of the four
    /// counts is 0, 0.5 is added to all four (Haldane).</para>
    /// <para><b>Units.</b> None: 0.51 = 49 % fewer than the control would give. Sizes of areas and periods cancel out.</para>
    /// <para><b>Shapes.</b> Four counts.</para>
    /// <para><b>Missing values.</b> Not accepted.</para>
    /// <para><b>No answer.</b> <c>no-events</c>: all four counts are 0.</para>
    /// <para><b>Cost.</b> Constant.</para>
    /// <para><b>Source.</b> Haldane (1956) for the 0.5.</para>
    /// <para><b>Checked against.</b> Own recomputation in R: <c>reference/displacement/F-6.json</c>.</para>
    /// </remarks>
    /// <param name="area">[events] ≥ 0.</param>
    /// <param name="control">[events] ≥ 0.</param>
    /// <param name="overdispersion">[no unit] φ ≥ 1.</param>
    /// <returns>RR with its limits.</returns>
    public static RatioInterval Compute(BeforeAfter area, BeforeAfter control, double overdispersion = 1)
    {
        Span<double> counts = [area.After, area.Before, control.After, control.Before];
        Require.Finite(counts, nameof(area));
        Require.NotNegative(counts, nameof(area));
        ArgumentOutOfRangeException.ThrowIfLessThan(overdispersion, 1);
        if (!counts.ContainsAnyExcept(0.0))
            return RatioInterval.Missing(new Reason("no-events", "All four counts are 0, so there is no ratio."));

        if (counts.Contains(0.0))
            for (var i = 0; i < counts.Length; i++)
                counts[i] += 0.5;

        var logarithm = Math.Log(counts[0]) - Math.Log(counts[1]) - Math.Log(counts[2]) + Math.Log(counts[3]);
        var error = Math.Sqrt(overdispersion * ((1 / counts[0]) + (1 / counts[1]) + (1 / counts[2]) + (1 / counts[3])));
        return new RatioInterval(
            Math.Exp(logarithm), Math.Exp(logarithm - (NormalQuantile.Of975 * error)), Math.Exp(logarithm + (NormalQuantile.Of975 * error)));
    }
}
