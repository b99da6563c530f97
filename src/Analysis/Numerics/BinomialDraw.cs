// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Numerics;

/// <summary>Draws how many of so many cases fall on one side.</summary>
/// <remarks><b>Source.</b> Coin by coin for a few cases, inversion for small means; for large ones the transformed rejection of Hörmann (1993),
/// <i>The generation of binomial random variates</i>, Journal of Statistical Computation and Simulation 46.</remarks>
internal static class BinomialDraw
{
    /// <summary>So few coins are thrown one by one.</summary>
    private const long Few = 12;

    // From here on rejection is faster than walking up the distribution; its constants are valid from 10.
    private const double RejectionFrom = 12;

    /// <summary>A binomial count.</summary>
    /// <param name="chance">The stream.</param>
    /// <param name="count">[cases] ≥ 0.</param>
    /// <param name="share">[0..1] of each case to fall on this side; beyond that range by rounding counts as its end.</param>
    internal static long Next(ref RandomSequence chance, long count, double share)
    {
        if (count == 0 || share <= 0)
            return 0;
        if (share >= 1)
            return count;
        if (count <= Few)
            return Coins(ref chance, count, share);
        if (share > 0.5)
            return count - Next(ref chance, count, 1 - share);
        return count * share < RejectionFrom ? ByInversion(ref chance, count, share) : ByRejection(ref chance, count, share);
    }

    private static long Coins(ref RandomSequence chance, long count, double share)
    {
        var heads = 0L;
        for (var i = 0; i < count; i++)
            heads += chance.NextDouble() < share ? 1 : 0;
        return heads;
    }

    private static long ByInversion(ref RandomSequence chance, long count, double share)
    {
        var odds = share / (1 - share);
        var term = Math.Exp(count * Math.Log(1 - share));
        var u = chance.NextDouble();
        var heads = 0L;
        while (u > term && heads < count)
        {
            u -= term;
            heads++;
            term *= odds * (count - heads + 1) / heads;
        }

        return heads;
    }

    private static long ByRejection(ref RandomSequence chance, double count, double share)
    {
        var root = Math.Sqrt(count * share * (1 - share));
        var b = 1.15 + (2.53 * root);
        var a = -0.0873 + (0.0248 * b) + (0.01 * share);
        var centre = (count * share) + 0.5;
        var squeeze = 0.92 - (4.2 / b);
        var alpha = (2.83 + (5.1 / b)) * root;
        var mode = Math.Floor((count + 1) * share);
        var logOdds = Math.Log(share / (1 - share));
        while (true)
        {
            var u = chance.NextDouble() - 0.5;
            var v = chance.NextDouble();
            var distance = 0.5 - Math.Abs(u);
            var heads = Math.Floor((((2 * a / distance) + b) * u) + centre);
            if (distance >= 0.07 && v <= squeeze)
                return (long)heads;
            if (!(heads >= 0 && heads <= count) || v <= 0)
                continue;
            var ratio = IncompleteGamma.LogGamma(mode + 1) + IncompleteGamma.LogGamma(count - mode + 1)
                - IncompleteGamma.LogGamma(heads + 1) - IncompleteGamma.LogGamma(count - heads + 1) + ((heads - mode) * logOdds);
            if (Math.Log(v * alpha / ((a / (distance * distance)) + b)) <= ratio)
                return (long)heads;
        }
    }
}
