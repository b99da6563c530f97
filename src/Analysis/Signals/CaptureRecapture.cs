// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Numerics;

namespace Schakel.Analysis.Signals;

/// <summary>How many there are, from two sources that each saw some.</summary>
/// <param name="Estimate">[cases] N̂.</param>
/// <param name="StandardError">[cases].</param>
/// <param name="Low">[cases] never below the number seen.</param>
/// <param name="High">[cases].</param>
/// <param name="Seen">[cases] in one source or both.</param>
public sealed record CaptureResult(double Estimate, double StandardError, double Low, double High, int Seen);

/// <summary>How many are there that nobody reported?</summary>
public static class CaptureRecapture
{
    /// <summary>Fewer cases in both sources than this say too little.</summary>
    public const int FewestInBoth = 7;

    /// <summary>Chapman's estimate from two independent sources.</summary>
    /// <remarks>
    /// <para><b>Definition.</b> N̂ = (n₁ + 1)(n₂ + 1)/(m + 1) − 1; Var = (n₁ + 1)(n₂ + 1)(n₁ − m)(n₂ − m)/((m + 1)²(m + 2)); with M = n₁ + n₂ − m seen and
    /// f = N̂ − M unseen: limits M + f/C and M + fC, C = exp(1.959963984540054 √ln(1 + Var/f²)).</para>
    /// <para><b>Units.</b> Cases.</para>
    /// <para><b>Shapes.</b> Three counts.</para>
    /// <para><b>Missing values.</b> Not accepted.</para>
    /// <para><b>No answer.</b> <c>too-few-in-both</c>: m below 7; <c>more-in-both-than-in-one</c>.</para>
    /// <para><b>Cost.</b> Constant.</para>
    /// <para><b>Source.</b> Chapman (1951); log-normal limits on the unseen: Chao (1987), Biometrics 43.</para>
    /// <para><b>Checked against.</b> R 4.2.2, base: <c>reference/signals/K-3.json</c>.</para>
    /// </remarks>
    /// <param name="first">[cases] n₁ in the first source.</param>
    /// <param name="second">[cases] n₂ in the second.</param>
    /// <param name="both">[cases] m in both.</param>
    /// <returns>The estimate; a lower bound when who is in one source is likelier to be in the other.</returns>
    public static Outcome<CaptureResult> Compute(int first, int second, int both)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfNegative(second);
        ArgumentOutOfRangeException.ThrowIfNegative(both);
        if (both > Math.Min(first, second))
            return new Reason("more-in-both-than-in-one", $"{both} cases cannot be in both sources when one has {Math.Min(first, second)}.") { Arguments = [both, Math.Min(first, second)] };
        if (both < FewestInBoth)
            return new Reason("too-few-in-both", $"{both} cases are in both sources; {FewestInBoth} or more are needed.") { Arguments = [both, FewestInBoth] };

        double a = first, b = second, m = both;
        var estimate = ((a + 1) * (b + 1) / (m + 1)) - 1;
        var variance = (a + 1) * (b + 1) * (a - m) * (b - m) / ((m + 1) * (m + 1) * (m + 2));
        var seen = first + second - both;
        // One source holds all of the other: nothing is unseen, and there is nothing to take a margin of.
        if (both == first || both == second)
            return new CaptureResult(estimate, 0, estimate, estimate, seen);

        var unseen = estimate - seen;
        var spread = Math.Exp(NormalQuantile.Of975 * Math.Sqrt(Math.Log(1 + (variance / (unseen * unseen)))));
        return new CaptureResult(estimate, Math.Sqrt(variance), seen + (unseen / spread), seen + (unseen * spread), seen);
    }
}
