// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Numerics;

/// <summary>The upper tail of the largest of many: Gumbel's distribution, fitted by mean and standard deviation.</summary>
internal static class GumbelTail
{
    private const double EulerGamma = 0.57721566490153286;

    // A chance is never 0; far out the exponential of an exponential would be.
    private const double Least = 1e-300;

    /// <summary>P(X ≥ x), above 0.</summary>
    /// <param name="mean">Of the largest.</param>
    /// <param name="deviation">Standard deviation, above 0.</param>
    /// <param name="x">What was seen.</param>
    internal static double Chance(double mean, double deviation, double x)
    {
        var scale = deviation * Math.Sqrt(6) / Math.PI;
        var rarity = Math.Exp(-(x - (mean - (EulerGamma * scale))) / scale);

        // 1 − e^−r loses its digits for a small r, where the series has them all.
        return Math.Max(Least, rarity < 1e-5 ? rarity * (1 - (rarity / 2)) : 1 - Math.Exp(-rarity));
    }
}
