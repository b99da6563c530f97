// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Disclosure;

/// <summary>Counts as they may leave the house: in fives.</summary>
public static class CountRounding
{
    private const double Step = 5;

    /// <summary>[cases] to the nearest multiple of five, half up: 2 → 0, 3 → 5, 12 → 10, 13 → 15.</summary>
    /// <param name="count">[cases] ≥ 0.</param>
    /// <returns>A multiple of five.</returns>
    public static double ToFive(double count)
    {
        Require.Finite([count], nameof(count));
        Require.NotNegative([count], nameof(count));
        return Step * Math.Floor((count / Step) + 0.5);
    }

    /// <summary>What a rate can be when numerator and denominator were already rounded to five.</summary>
    /// <param name="cases">[cases] rounded.</param>
    /// <param name="population">[persons] rounded, above 2.5.</param>
    /// <returns>(y − 2.5)/(n + 2.5), not below 0, and (y + 2.5)/(n − 2.5).</returns>
    public static (double Low, double High) RateInterval(double cases, double population)
    {
        Require.NotNegative([cases], nameof(cases));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(population, Step / 2);
        return (Math.Max(0, (cases - (Step / 2)) / (population + (Step / 2))), (cases + (Step / 2)) / (population - (Step / 2)));
    }
}
