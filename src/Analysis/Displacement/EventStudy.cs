// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Numerics;

namespace Schakel.Analysis.Displacement;

/// <summary>One ring in one period against the reference period, relative to the control.</summary>
/// <param name="Period">0-based index of the period.</param>
/// <param name="Estimate">[log ratio] 0 in the reference period; −0.39 is a third fewer than the control would give.</param>
/// <param name="StandardError">[log ratio]; missing with <c>reference-period</c> in the reference period, which is 0 by definition.</param>
public sealed record PeriodEffect(int Period, Figure Estimate, Figure StandardError);

/// <summary>One ring through time.</summary>
/// <param name="Ring">0 = the treated area, then outwards.</param>
/// <param name="Periods">In order of time.</param>
public sealed record RingThroughTime(int Ring, IReadOnlyList<PeriodEffect> Periods);

/// <summary>Did the rings and the control run alike before anything was done?</summary>
/// <param name="ChiSquare">Wald statistic over all rings and pre-periods.</param>
/// <param name="DegreesOfFreedom">Number of effects tested.</param>
/// <param name="P">[0..1] below 0.10: the control does not run parallel.</param>
public sealed record PreTrend(double ChiSquare, int DegreesOfFreedom, double P)
{
    /// <summary>Below this the measurement is called unreliable.</summary>
    public const double UnreliableBelow = 0.10;

    /// <summary>The control does not run parallel: the measurement is unreliable.</summary>
    public bool Unreliable => P < UnreliableBelow;
}

/// <summary>Rings in time.</summary>
/// <param name="Rings">One a ring, from the treated area outwards.</param>
/// <param name="Trend">The check before; null when there is none.</param>
/// <param name="TrendReason">Why there is no check: <c>no-pre-periods</c> or <c>zero-count</c>.</param>
/// <param name="TrendPerRing">The same check for each ring alone, in order; null entries where it cannot be made.</param>
/// <param name="Warnings"><c>not-parallel</c>.</param>
public sealed record EventStudyResult(
    IReadOnlyList<RingThroughTime> Rings, PreTrend? Trend, Reason? TrendReason, IReadOnlyList<PreTrend?> TrendPerRing, IReadOnlyList<Warning> Warnings);

/// <summary>How did each ring run through time, compared with the control?</summary>
public static class EventStudy
{
    /// <summary>Effects by ring and period, with a check on the time before.</summary>
    /// <remarks>
    /// <para><b>Definition.</b> β_rt = ln(Y_rt/Y_r,ref) − ln(Y_Ct/Y_C,ref); SE = √(φ(1/Y_rt + 1/Y_r,ref + 1/Y_Ct + 1/Y_C,ref)); β_ref = 0.
    /// Pre-trend: Wald χ² = β'V⁻¹β over the periods before the reference, V with the covariances that follow from what effects share:
    /// φ(1/Y_r,ref + 1/Y_C,ref) within a ring, φ/Y_C,ref between rings, and φ/Y_Ct more between rings in the same period.</para>
    /// <para><b>Units.</b> Log ratios.</para>
    /// <para><b>Shapes.</b> R + 1 rings of T periods, ring 0 being the treated area; T periods of control.</para>
    /// <para><b>Missing values.</b> Not accepted.</para>
    /// <para><b>No answer.</b> Per figure: <c>reference-period</c>, <c>zero-count</c> (a logarithm of 0 does not exist, and nothing is added to
    /// make one). The check: <c>no-pre-periods</c>, <c>zero-count</c>.</para>
    /// <para><b>Cost.</b> O(RT + (RP)³) for P pre-periods.</para>
    /// <para><b>Source.</b> Difference in differences on counts with rings: Butts (2021), <i>Difference-in-differences estimation with spatial
    /// spillovers</i>.</para>
    /// <para><b>Checked against.</b> Own recomputation in R: <c>reference/displacement/F-7.json</c>.</para>
    /// </remarks>
    /// <param name="rings">[events] ≥ 0, one row a ring.</param>
    /// <param name="control">[events] ≥ 0.</param>
    /// <param name="reference">0-based index of the last period before anything was done.</param>
    /// <param name="overdispersion">[no unit] φ ≥ 1.</param>
    /// <returns>The effects and the check.</returns>
    /// <exception cref="ArgumentException">The lengths differ, a count is negative or not finite, or the reference lies outside the periods.</exception>
    public static EventStudyResult Compute(
        IReadOnlyList<IReadOnlyList<double>> rings, IReadOnlyList<double> control, int reference, double overdispersion = 1)
    {
        ArgumentOutOfRangeException.ThrowIfZero(rings.Count);
        ArgumentOutOfRangeException.ThrowIfNegative(reference);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(reference, control.Count);
        ArgumentOutOfRangeException.ThrowIfLessThan(overdispersion, 1);
        foreach (var counts in rings.Append(control))
        {
            double[] values = [.. counts];
            Require.SameLength(values.Length, control.Count, nameof(rings));
            Require.Finite(values, nameof(rings));
            Require.NotNegative(values, nameof(rings));
        }

        var effects = rings
            .Select((ring, number) => new RingThroughTime(number,
                [.. Enumerable.Range(0, control.Count).Select(period => Effect(ring, control, period, reference, overdispersion))]))
            .ToArray();
        var all = Enumerable.Range(0, rings.Count).ToArray();
        var trend = Trend(all, rings, control, reference, overdispersion);
        Reason? reason = trend is not null ? null
            : reference == 0 ? new Reason("no-pre-periods", "There is no period before the reference, so nothing says whether the control ran parallel.")
            : new Reason("zero-count", "A count in the time before is 0, so the check on that time cannot be made.");
        return new EventStudyResult(
            effects, trend, reason, [.. all.Select(ring => Trend([ring], rings, control, reference, overdispersion))],
            trend is { Unreliable: true }
                ? [new Warning("not-parallel", "The control did not run parallel with the rings before anything was done: this measurement is unreliable.")]
                : []);
    }

    private static PeriodEffect Effect(IReadOnlyList<double> ring, IReadOnlyList<double> control, int period, int reference, double phi)
    {
        if (period == reference)
            return new PeriodEffect(period, 0.0, new Reason("reference-period", "All periods are compared with this one; it is 0 by definition."));
        if (ring[period] == 0 || ring[reference] == 0 || control[period] == 0 || control[reference] == 0)
        {
            var zero = new Reason("zero-count", "A count is 0; a ratio with it has no logarithm.");
            return new PeriodEffect(period, zero, zero);
        }

        return new PeriodEffect(period, Beta(ring, control, period, reference),
            Math.Sqrt(phi * ((1 / ring[period]) + (1 / ring[reference]) + (1 / control[period]) + (1 / control[reference]))));
    }

    private static double Beta(IReadOnlyList<double> ring, IReadOnlyList<double> control, int period, int reference) =>
        Math.Log(ring[period] / ring[reference]) - Math.Log(control[period] / control[reference]);

    private static PreTrend? Trend(
        int[] tested, IReadOnlyList<IReadOnlyList<double>> rings, IReadOnlyList<double> control, int reference, double phi)
    {
        var size = tested.Length * reference;
        if (size == 0 || control.Take(reference + 1).Contains(0) || tested.Any(ring => rings[ring].Take(reference + 1).Contains(0)))
            return null;

        var effects = new double[size];
        var covariance = new double[size, size];
        for (var i = 0; i < size; i++)
        {
            var (ring, period) = (tested[i / reference], i % reference);
            effects[i] = Beta(rings[ring], control, period, reference);
            for (var j = 0; j < size; j++)
            {
                var (other, otherPeriod) = (tested[j / reference], j % reference);
                var shared = 1 / control[reference];
                if (ring == other)
                    shared += 1 / rings[ring][reference];
                if (period == otherPeriod)
                    shared += 1 / control[period];
                if (i == j)
                    shared += 1 / rings[ring][period];
                covariance[i, j] = phi * shared;
            }
        }

        var root = Cholesky.Root(covariance)
            ?? throw new InvalidOperationException("A covariance with a variance of its own on every diagonal place cannot be singular.");
        var solved = Cholesky.Solve(root, effects);
        var chiSquare = 0.0;
        for (var i = 0; i < size; i++)
            chiSquare += effects[i] * solved[i];
        return new PreTrend(chiSquare, size, ChiSquare.UpperTail(chiSquare, size));
    }
}
