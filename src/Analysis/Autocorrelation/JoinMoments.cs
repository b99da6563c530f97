// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Autocorrelation;

/// <summary>Mean and variance of join counts when a given number of black areas is dealt at random (Cliff and Ord 1981, section 2.3).</summary>
/// <param name="Areas">n.</param>
/// <param name="Black">Number of black areas.</param>
/// <param name="Sums">Sums of weights.</param>
internal readonly record struct JoinMoments(int Areas, int Black, WeightSums Sums)
{
    internal int White => Areas - Black;

    internal double ExpectedUnlike => Sums.S0 * Black / Areas * White / (Areas - 1);

    /// <summary>Variance of BW.</summary>
    internal Figure VarianceUnlike
    {
        get
        {
            if (Areas < 4)
                return Moments.TooFewAreas(4, Areas);

            // Chances that given areas have given colours: two unlike, a black one with two white ones or the reverse, two pairs that share nothing.
            var two = 2 * (double)Black / Areas * White / (Areas - 1);
            var three = two / 2;
            var four = 4 * Falling(Black, 2) * Falling(White, 2) / Falling(Areas, 4);
            return Scaled((Sums.S1 * two) + ((Sums.S2 - (2 * Sums.S1)) * three) + (((Sums.S0 * Sums.S0) + Sums.S1 - Sums.S2) * four), ExpectedUnlike);
        }
    }

    internal double ExpectedLike(int colour) => Sums.S0 / 2 * colour / Areas * (colour - 1) / (Areas - 1);

    /// <summary>Variance of BB or WW.</summary>
    internal Figure VarianceLike(int colour)
    {
        if (Areas < 4)
            return Moments.TooFewAreas(4, Areas);
        var two = Falling(colour, 2) / Falling(Areas, 2);
        var three = Falling(colour, 3) / Falling(Areas, 3);
        var four = Falling(colour, 4) / Falling(Areas, 4);
        return Scaled((Sums.S1 * two) + ((Sums.S2 - (2 * Sums.S1)) * three) + (((Sums.S0 * Sums.S0) + Sums.S1 - Sums.S2) * four), ExpectedLike(colour));
    }

    /// <summary>E[count²] is a quarter of the sum; what is left after subtracting the squared mean may be rounding alone.</summary>
    private static Figure Scaled(double sum, double expected)
    {
        var square = sum / 4;
        var variance = square - (expected * expected);
        return Moments.Variance(variance <= 1e-13 * square ? 0 : variance);
    }

    /// <summary>n (n − 1) … , so many factors.</summary>
    private static double Falling(int n, int factors)
    {
        var product = 1.0;
        for (var i = 0; i < factors; i++)
            product *= n - i;
        return product;
    }
}
