// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Numerics;

/// <summary>How many marked ones are among those drawn without replacement.</summary>
internal static class Hypergeometric
{
    /// <summary>P(X ≥ count), for draws from so many of which some are marked. The smaller side is summed, so that small chances keep their digits.</summary>
    internal static double AtLeast(int count, int all, int marked, int draws)
    {
        int lowest = Math.Max(0, draws - (all - marked)), highest = Math.Min(draws, marked);
        if (count <= lowest)
            return 1;
        if (count > highest)
            return 0;

        if (count > (double)draws * marked / all)
        {
            double term = Chance(count, all, marked, draws), sum = term;
            for (var x = count; x < highest; x++)
                sum += term *= Up(x, all, marked, draws);
            return Math.Min(1, sum);
        }

        double below = Chance(count - 1, all, marked, draws), rest = below;
        for (var x = count - 1; x > lowest; x--)
            rest += below /= Up(x - 1, all, marked, draws);
        return Math.Clamp(1 - rest, 0, 1);
    }

    /// <summary>P(X = x + 1) / P(X = x).</summary>
    private static double Up(double x, double all, double marked, double draws) =>
        (marked - x) * (draws - x) / ((x + 1) * (all - marked - draws + x + 1));

    /// <summary>P(X = x) as a product of draws in one order, times the number of orders; in logarithms, as either can leave the range of numbers.</summary>
    private static double Chance(int x, int all, int marked, int draws)
    {
        var logarithm = 0.0;
        for (var i = 0; i < x; i++)
            logarithm += Math.Log((double)(marked - i) / (all - i) * (draws - i) / (i + 1));
        for (var i = 0; i < draws - x; i++)
            logarithm += Math.Log((double)(all - marked - i) / (all - x - i));
        return Math.Exp(logarithm);
    }
}
