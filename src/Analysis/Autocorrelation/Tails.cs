// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Autocorrelation;

/// <summary>How many random draws came out at least as high, and at least as low, as what was observed.</summary>
/// <param name="AtLeast">Draws as high or higher; ties count.</param>
/// <param name="AtMost">Draws as low or lower; ties count.</param>
/// <param name="Draws">All draws.</param>
/// <param name="IsStopped">Whether sequential stopping had seen enough.</param>
internal readonly record struct Tails(int AtLeast, int AtMost, int Draws, bool IsStopped = false)
{
    /// <summary>Exceedances in the smaller tail at which sequential stopping has seen enough (Besag and Clifford 1991).</summary>
    internal const int Enough = 10;

    private int Smaller => Math.Min(AtLeast, AtMost);

    internal bool HasSeenEnough => Smaller >= Enough;

    /// <summary>Twice the smaller tail, at most 1. Both tails include the observed draw; a stopped sequence has its unbiased share instead.</summary>
    internal double TwoSided => Math.Min(1, IsStopped ? 2.0 * Enough / Draws : 2 * (1.0 + Smaller) / (Draws + 1));
}
