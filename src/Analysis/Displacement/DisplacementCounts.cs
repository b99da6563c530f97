// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Displacement;

/// <summary>Events in one kind of area, before and after something was done.</summary>
/// <param name="Before">[events] ≥ 0.</param>
/// <param name="After">[events] ≥ 0.</param>
public sealed record BeforeAfter(double Before, double After)
{
    /// <summary>[events] after minus before; negative = fewer.</summary>
    public double Change => After - Before;

    internal double Sum => Before + After;
}

/// <summary>The counts that a waterbed is measured with: where something was done, around it, and a control for each.</summary>
/// <param name="Treated">Where something was done.</param>
/// <param name="Control">Comparable, chosen before the outcome was seen, out of reach of displacement.</param>
/// <param name="Ring">Around the treated area, where events may have gone; null when it was not counted.</param>
/// <param name="RingControl">Comparable with the ring; null exactly when the ring is.</param>
public sealed record DisplacementCounts(BeforeAfter Treated, BeforeAfter Control, BeforeAfter? Ring, BeforeAfter? RingControl)
{
    /// <summary>Reads the counts from numbers in pairs before, after: treated, control, ring, ring control.</summary>
    /// <param name="numbers">[events] 4 or 8 numbers, finite and ≥ 0.</param>
    /// <returns>The counts, or <c>counts-not-usable</c>.</returns>
    public static Outcome<DisplacementCounts> FromPairs(ReadOnlySpan<double> numbers)
    {
        if (numbers.Length is not (4 or 8))
            return new Reason("counts-not-usable", $"There are {numbers.Length} counts; 4 or 8 are needed: before and after for treated, control and, if counted, ring and ring control.") { Arguments = [numbers.Length] };
        for (var i = 0; i < numbers.Length; i++)
            if (!(double.IsFinite(numbers[i]) && numbers[i] >= 0))
                return new Reason("counts-not-usable", FormattableString.Invariant($"Count {i + 1} is {numbers[i]}; a count is 0 or more.")) { Arguments = [i + 1, numbers[i]] };

        return new DisplacementCounts(
            new(numbers[0], numbers[1]), new(numbers[2], numbers[3]),
            numbers.Length == 8 ? new(numbers[4], numbers[5]) : null,
            numbers.Length == 8 ? new(numbers[6], numbers[7]) : null);
    }

    internal void Check()
    {
        if (Ring is null != RingControl is null)
            throw new ArgumentException("A ring and its control are given together or not at all.");
        foreach (var pair in new[] { Treated, Control, Ring, RingControl })
            if (pair is not null && !(double.IsFinite(pair.Sum) && pair.Before >= 0 && pair.After >= 0))
                throw new ArgumentException(FormattableString.Invariant($"Counts are finite and 0 or more, not {pair.Before} and {pair.After}."));
    }
}
