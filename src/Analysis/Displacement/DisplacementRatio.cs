// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Numerics;

namespace Schakel.Analysis.Displacement;

/// <summary>Which part of the local gain came back in the ring?</summary>
public static class DisplacementRatio
{
    /// <summary>The displacement ratio with limits that allow for the uncertainty of both numbers.</summary>
    /// <remarks>
    /// <para><b>Definition.</b> ρ = −ring/local. Fieller limits with g = z²V_L/local²: [ρ ± (z/|local|)√(V_D(1 − g) + ρ²V_L)]/(1 − g),
    /// z = 1.959963984540054, V_L and V_D the variances of local and ring.</para>
    /// <para><b>Units.</b> None: 1 = all of the gain came back, 0 = none, negative = the ring gained as well.</para>
    /// <para><b>Shapes.</b> Two effects.</para>
    /// <para><b>Missing values.</b> A measurement without a ring has no ratio.</para>
    /// <para><b>No answer.</b> <c>no-ring</c>; <c>local-not-shown</c>: the interval of the local effect holds 0, so the ratio could be anything.</para>
    /// <para><b>Cost.</b> Constant.</para>
    /// <para><b>Source.</b> Fieller (1954), <i>Some problems in interval estimation</i>, JRSS B 16.</para>
    /// <para><b>Checked against.</b> Own recomputation in R: <c>reference/displacement/F-1.json</c>, <c>F-4.json</c>.</para>
    /// </remarks>
    /// <param name="local">The local effect.</param>
    /// <param name="ring">The effect in the ring, or null.</param>
    /// <returns>ρ with its limits, or why it is not shown.</returns>
    public static RatioInterval Compute(DisplacementEffect local, DisplacementEffect? ring)
    {
        if (ring is null)
            return RatioInterval.Missing(DisplacementDifference.NoRing);
        if (!local.ExcludesZero)
            return RatioInterval.Missing(new Reason("local-not-shown", "A local effect is not shown, so which part of it moved could be anything."));

        var half = NormalQuantile.Of975 * local.StandardError;
        var g = half * half / (local.Estimate * local.Estimate);
        if (g >= 1)
            return RatioInterval.Missing(new Reason("local-not-shown", "A local effect is barely shown, so which part of it moved could be anything."));

        var ratio = -ring.Estimate / local.Estimate;
        var spread = NormalQuantile.Of975 / Math.Abs(local.Estimate)
            * Math.Sqrt((ring.StandardError * ring.StandardError * (1 - g)) + (ratio * ratio * local.StandardError * local.StandardError));
        return new RatioInterval(ratio + 0.0, (ratio - spread) / (1 - g), (ratio + spread) / (1 - g));
    }
}
