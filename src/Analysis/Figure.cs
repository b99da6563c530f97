// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics.CodeAnalysis;

namespace Schakel.Analysis;

/// <summary>One figure inside a larger answer: a finite number, or the reason why it cannot be computed. Never NaN.</summary>
[SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "Of and Missing are the named alternates.")]
public readonly record struct Figure
{
    private Figure(double? value, Reason? reason)
    {
        Value = value;
        Reason = reason;
    }

    /// <summary>The number, or null when it cannot be computed.</summary>
    public double? Value { get; }

    /// <summary>Why there is no number; null when there is one.</summary>
    public Reason? Reason { get; }

    /// <summary>A computed number.</summary>
    /// <param name="value">Finite.</param>
    /// <returns>The figure.</returns>
    /// <exception cref="ArgumentException">The number is not finite: that is a bug at the caller, who owes a reason.</exception>
    public static Figure Of(double value) => double.IsFinite(value)
        ? new Figure(value, null)
        : throw new ArgumentException($"A figure is finite, not {value}; give a Reason instead.", nameof(value));

    /// <summary>No number, and why.</summary>
    /// <param name="reason">Why there is none.</param>
    /// <returns>The figure.</returns>
    public static Figure Missing(Reason reason) => new(null, reason);

    /// <summary>A number is a figure.</summary>
    /// <param name="value">Finite.</param>
    public static implicit operator Figure(double value) => Of(value);

    /// <summary>A reason is a figure that is missing.</summary>
    /// <param name="reason">Why there is no number.</param>
    public static implicit operator Figure(Reason reason) => Missing(reason);
}
