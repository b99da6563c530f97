// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Numerics;

/// <summary>The gamma integral, cut off: the root of the tails of the normal, χ² and Poisson distributions.</summary>
/// <remarks>
/// <para><b>Definition.</b> P(a, x) = ∫₀ˣ tᵃ⁻¹e⁻ᵗ dt / Γ(a) and Q = 1 − P, each computed on its own side so that a small tail keeps its digits.</para>
/// <para><b>Source.</b> Abramowitz and Stegun (1964), 6.1.40 (ln Γ), 6.5.29 (series), 6.5.31 (continued fraction).</para>
/// </remarks>
internal static class IncompleteGamma
{
    // Relative size of the last term that still changes a double.
    private const double Precision = 1e-17;

    // Keeps the continued fraction away from a division by zero (Lentz).
    private const double Tiny = 1e-300;

    // Stirling's series is exact to a double from here on.
    private const double StirlingFrom = 16;

    /// <summary>ln Γ(x) for x above 0.</summary>
    internal static double LogGamma(double x)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(x);
        var product = 1.0;
        while (x < StirlingFrom)
            product *= x++;

        var inverse = 1 / (x * x);
        var series = (1.0 / 12) - (inverse * ((1.0 / 360) - (inverse * ((1.0 / 1260) - (inverse * ((1.0 / 1680) - (inverse / 1188)))))));
        return ((x - 0.5) * Math.Log(x)) - x + (0.5 * Math.Log(2 * Math.PI)) + (series / x) - Math.Log(product);
    }

    /// <summary>P(a, x): the part below x.</summary>
    internal static double Lower(double a, double x) => x < a + 1 ? Series(a, x) : 1 - Fraction(a, x);

    /// <summary>Q(a, x): the part above x.</summary>
    internal static double Upper(double a, double x) => x < a + 1 ? 1 - Series(a, x) : Fraction(a, x);

    private static double Series(double a, double x)
    {
        if (x <= 0)
            return 0;

        var term = 1 / a;
        var sum = term;
        for (var n = a + 1; term > sum * Precision; n++)
        {
            term *= x / n;
            sum += term;
        }

        return sum * Density(a, x);
    }

    private static double Fraction(double a, double x)
    {
        if (double.IsPositiveInfinity(x))
            return 0;

        var b = x + 1 - a;
        var c = 1 / Tiny;
        var d = 1 / b;
        var value = d;
        for (var i = 1; i < 100_000; i++)
        {
            var numerator = -i * (i - a);
            b += 2;
            d = (numerator * d) + b;
            c = b + (numerator / c);
            d = 1 / (Math.Abs(d) < Tiny ? Tiny : d);
            c = Math.Abs(c) < Tiny ? Tiny : c;
            value *= d * c;
            if (Math.Abs((d * c) - 1) < 1e-16)
                break;
        }

        return value * Density(a, x);
    }

    private static double Density(double a, double x) => Math.Exp((a * Math.Log(x)) - x - LogGamma(a));
}
