// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Autocorrelation;

/// <summary>Moments of the global statistics when there is nothing but chance (Cliff and Ord 1981, chapter 2).</summary>
internal static class Moments
{
    /// <summary>E[I²] for draws of one normal distribution.</summary>
    internal static double MoranNormality(double n, WeightSums w) =>
        ((n * n * w.S1) - (n * w.S2) + (3 * w.S0 * w.S0)) / (w.S0 * w.S0 * ((n * n) - 1));

    /// <summary>E[I²] for these values dealt at random; <paramref name="kurtosis"/> is m₄ / m₂².</summary>
    internal static double MoranRandomisation(double n, WeightSums w, double kurtosis) =>
        ((n * ((((n * n) - (3 * n) + 3) * w.S1) - (n * w.S2) + (3 * w.S0 * w.S0)))
            - (kurtosis * ((((n * n) - n) * w.S1) - (2 * n * w.S2) + (6 * w.S0 * w.S0))))
        / ((n - 1) * (n - 2) * (n - 3) * w.S0 * w.S0);

    /// <summary>Variance of C for draws of one normal distribution.</summary>
    internal static double GearyNormality(double n, WeightSums w) =>
        ((((2 * w.S1) + w.S2) * (n - 1)) - (4 * w.S0 * w.S0)) / (2 * (n + 1) * w.S0 * w.S0);

    /// <summary>Variance of C for these values dealt at random.</summary>
    internal static double GearyRandomisation(double n, WeightSums w, double kurtosis) =>
        (((n - 1) * w.S1 * ((n * n) - (3 * n) + 3 - ((n - 1) * kurtosis)))
            - ((n - 1) * w.S2 * ((n * n) + (3 * n) - 6 - (((n * n) - n + 2) * kurtosis)) / 4)
            + (w.S0 * w.S0 * ((n * n) - 3 - ((n - 1) * (n - 1) * kurtosis))))
        / (n * (n - 2) * (n - 3) * w.S0 * w.S0);

    /// <summary>A variance, or the reason why there is none: on a complete graph the statistic cannot vary.</summary>
    internal static Figure Variance(double variance) => variance > VarianceRounding
        ? variance
        : Fixed;

    /// <summary>The statistic cannot vary.</summary>
    internal static Reason Fixed { get; } = new("no-variance", "With these neighbours every arrangement gives the same statistic, so that its variance is 0.");

    internal static Figure TooFewAreas(int needed, int found) =>
        new Reason("too-few-areas", $"At least {needed} areas are needed, but there are {found}.") { Arguments = [needed, found] };

    internal static Figure Standardised(double statistic, double expected, Figure variance) => variance.Value is { } spread
        ? (statistic - expected) / Math.Sqrt(spread)
        : variance.Reason!;

    /// <summary>What rounding leaves of a variance that is 0: E[I²] and E[I]² are of order 1 at most.</summary>
    private const double VarianceRounding = 1e-15;
}
