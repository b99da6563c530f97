// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis;

/// <summary>Checks of a caller's side of the contract. A breach is a bug, so these throw.</summary>
internal static class Require
{
    /// <summary>Two columns describe the same units.</summary>
    internal static void SameLength(int length, int expected, string name)
    {
        if (length != expected)
            throw new ArgumentException($"Expected {expected} values, one a unit, but got {length}.", name);
    }

    /// <summary>Every value is a finite number; missing values are left out by the caller and listed.</summary>
    internal static void Finite(ReadOnlySpan<double> values, string name)
    {
        for (var i = 0; i < values.Length; i++)
            if (!double.IsFinite(values[i]))
                throw new ArgumentException($"Value {i} is {values[i]}; only finite numbers are accepted.", name);
    }

    /// <summary>Every value is zero or more.</summary>
    internal static void NotNegative(ReadOnlySpan<double> values, string name)
    {
        for (var i = 0; i < values.Length; i++)
            if (!(values[i] >= 0))
                throw new ArgumentException($"Value {i} is {values[i]}; only numbers of 0 and more are accepted.", name);
    }

    /// <summary>Every value is above zero.</summary>
    internal static void Positive(ReadOnlySpan<double> values, string name)
    {
        for (var i = 0; i < values.Length; i++)
            if (!(values[i] > 0))
                throw new ArgumentException($"Value {i} is {values[i]}; only numbers above 0 are accepted.", name);
    }
}
