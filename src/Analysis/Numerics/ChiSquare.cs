// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Numerics;

/// <summary>Tails and quantiles of the χ² distribution; with one degree of freedom also the two-sided tail of the normal.</summary>
internal static class ChiSquare
{
    // Relative width of the bracket at which a quantile is exact enough for any print.
    private const double QuantileWidth = 1e-15;

    /// <summary>[0..1] the chance of a value above x.</summary>
    internal static double UpperTail(double x, double degreesOfFreedom) => IncompleteGamma.Upper(degreesOfFreedom / 2, x / 2);

    /// <summary>[0..1] the chance that a standard normal number lies further from 0 than z does.</summary>
    internal static double TwoSidedNormal(double z) => Math.Min(1, UpperTail(z * z, 1));

    /// <summary>The value that a share <paramref name="probability"/> of the distribution stays below.</summary>
    internal static double Quantile(double probability, double degreesOfFreedom)
    {
        if (!(probability is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "Between 0 and 1, both excluded.");

        var a = degreesOfFreedom / 2;
        // In the upper half the upper tail keeps its digits, in the lower half the lower tail.
        var fromAbove = probability > 0.5;
        bool Below(double x) => fromAbove ? IncompleteGamma.Upper(a, x) > 1 - probability : IncompleteGamma.Lower(a, x) < probability;

        var high = Math.Max(1, a);
        while (Below(high))
            high *= 2;
        var low = high;
        while (low > double.Epsilon && !Below(low))
            low /= 2;

        while (high - low > QuantileWidth * high)
        {
            var middle = low + ((high - low) / 2);
            if (middle <= low || middle >= high)
                break;
            if (Below(middle))
                low = middle;
            else
                high = middle;
        }

        return low + high; // Twice the middle: the gamma integral runs over half the χ² value.
    }
}
