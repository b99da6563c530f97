// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Numerics;

/// <summary>Draws counts that vary as chance alone would make them.</summary>
/// <remarks><b>Source.</b> Inversion for small means; for large ones the transformed rejection of Hörmann (1993), <i>The transformed rejection
/// method for generating Poisson random variables</i>, Insurance: Mathematics and Economics 12.</remarks>
internal static class PoissonDraw
{
    // From here on rejection is faster than walking up the distribution, and its constants are valid from 10.
    private const double RejectionFrom = 12;

    // Above this coins are no longer thrown one by one: a column of euros would take hours.
    private const double ManyCoins = 1 << 20;

    /// <summary>A Poisson count with this mean, ≥ 0 and finite.</summary>
    internal static double Next(ref RandomSequence chance, double mean)
    {
        if (mean <= 0)
            return 0;
        return mean < RejectionFrom ? ByInversion(ref chance, mean) : ByRejection(ref chance, mean);
    }

    /// <summary>Each of so many cases falls heads with chance one half.</summary>
    internal static double Half(ref RandomSequence chance, double cases)
    {
        if (cases > ManyCoins)
            return BinomialDraw.Next(ref chance, (long)cases, 0.5);
        var heads = 0L;
        var left = (long)cases;
        for (; left >= 64; left -= 64)
            heads += System.Numerics.BitOperations.PopCount(chance.NextBits());
        return heads + (left > 0 ? System.Numerics.BitOperations.PopCount(chance.NextBits() >> (int)(64 - left)) : 0);
    }

    private static double ByInversion(ref RandomSequence chance, double mean)
    {
        var u = chance.NextDouble();
        var term = Math.Exp(-mean);
        var sum = term;
        var count = 0;
        while (u > sum && term > 0)
        {
            count++;
            term *= mean / count;
            sum += term;
        }

        return count;
    }

    private static double ByRejection(ref RandomSequence chance, double mean)
    {
        var root = Math.Sqrt(mean);
        var b = 0.931 + (2.53 * root);
        var a = -0.059 + (0.02483 * b);
        var squeeze = 0.9277 - (3.6224 / (b - 2));
        var inverseAlpha = 1.1239 + (1.1328 / (b - 3.4));
        while (true)
        {
            var u = chance.NextDouble() - 0.5;
            var v = chance.NextDouble();
            var distance = 0.5 - Math.Abs(u);
            var count = Math.Floor((((2 * a / distance) + b) * u) + mean + 0.43);
            if (distance >= 0.07 && v <= squeeze)
                return count;
            if (count < 0 || (distance < 0.013 && v > distance) || v <= 0)
                continue;
            if (Math.Log(v * inverseAlpha / ((a / (distance * distance)) + b)) <= (count * Math.Log(mean)) - mean - IncompleteGamma.LogGamma(count + 1))
                return count;
        }
    }
}
