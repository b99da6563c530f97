// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Adjacency;
using Schakel.Analysis.Numerics;

namespace Schakel.Analysis.Autocorrelation;

/// <summary>Two-sided p of the surroundings of every area, from random draws of the other values without replacement.</summary>
internal static class ConditionalDraws
{
    /// <summary>Areas a worker takes at a time: small enough to keep the cores busy to the end.</summary>
    private const int AreasAtATime = 64;

    /// <summary>Computes p for each area; NaN, inside this room only, for areas without neighbours.</summary>
    internal static double[] TwoSided(double[] scores, Neighbours neighbours, LocalOptions options) =>
        TwoSided<ScoreTerm>(scores, neighbours, options);

    /// <summary>The same for any term of a draw; the shared table knows sums of scores only.</summary>
    internal static double[] TwoSided<TTerm>(double[] scores, Neighbours neighbours, LocalOptions options)
        where TTerm : struct, IDrawTerm
    {
        if (options.Sampling == LocalSampling.SharedTable)
            return SharedTable.TwoSided(scores, neighbours, options);

        var p = new double[scores.Length];
        InParallel.Pieces(scores.Length, AreasAtATime, options.Threads, () =>
        {
            var lanes = new LaneDraws(scores);
            UrnDraws? urn = null;
            return (from, to) =>
            {
                for (var area = from; area < to; area++)
                {
                    var around = Draw.Of<TTerm>(scores, neighbours, area);
                    if (around.Count == 0)
                        p[area] = double.NaN;
                    else if (LaneDraws.IsSuited(around.Count, scores.Length))
                        p[area] = lanes.Compare<TTerm>(around, options).TwoSided;
                    else
                        p[area] = (urn ??= new UrnDraws(scores)).Compare<TTerm>(around, options).TwoSided;
                }
            };
        });
        return p;
    }
}
