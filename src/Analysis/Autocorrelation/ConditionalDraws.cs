// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Adjacency;
using Schakel.Analysis.Numerics;

namespace Schakel.Analysis.Autocorrelation;

/// <summary>Two-sided p of the surroundings of every area, from random draws of the other values without replacement.</summary>
internal static class ConditionalDraws
{
    /// <summary>Exceedances in the smaller tail at which sequential stopping has seen enough (Besag and Clifford 1991).</summary>
    internal const int EnoughExceedances = 10;

    /// <summary>Computes p for each area; NaN inside this room for areas without neighbours.</summary>
    internal static double[] TwoSided(double[] scores, Neighbours neighbours, LocalOptions options)
    {
        var p = new double[scores.Length];
        InParallel.Pieces(scores.Length, 64, options.Threads, () =>
        {
            var urn = new double[scores.Length - 1];
            return (from, to) =>
            {
                for (var area = from; area < to; area++)
                    p[area] = neighbours.DegreeOf(area) == 0 ? double.NaN : Draw(scores, neighbours, area, options, urn);
            };
        });
        return p;
    }

    /// <summary>Both tails include the observed draw; twice the smaller one, at most 1.</summary>
    internal static double TwoSided(int atLeast, int atMost, int draws) =>
        Math.Min(1, 2 * (1.0 + Math.Min(atLeast, atMost)) / (draws + 1));

    private static double Draw(double[] scores, Neighbours neighbours, int area, LocalOptions options, double[] urn)
    {
        scores.AsSpan(0, area).CopyTo(urn);
        scores.AsSpan(area + 1).CopyTo(urn.AsSpan(area));
        var weights = neighbours.WeightsOf(area);
        var observed = Surroundings.Of(scores, neighbours, area).Lag;
        var degree = neighbours.DegreeOf(area);
        var chance = new RandomSequence(options.Seed, area);
        var (atLeast, atMost) = (0, 0);
        for (var draw = 1; draw <= options.Permutations; draw++)
        {
            var lag = 0.0;
            for (var place = 0; place < degree; place++)
            {
                var chosen = place + chance.NextInt(urn.Length - place);
                (urn[place], urn[chosen]) = (urn[chosen], urn[place]);
                lag += weights.Length == 0 ? urn[place] : weights[place] * urn[place];
            }

            if (lag >= observed - Centred.Rounding)
                atLeast++;
            if (lag <= observed + Centred.Rounding)
                atMost++;
            if (options.IsSequential && Math.Min(atLeast, atMost) == EnoughExceedances)
                return Math.Min(1, 2.0 * EnoughExceedances / draw);
        }

        return TwoSided(atLeast, atMost, options.Permutations);
    }
}
