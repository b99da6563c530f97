// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Runtime.CompilerServices;
using Schakel.Analysis.Numerics;

namespace Schakel.Analysis.Autocorrelation;

/// <summary>Draws without replacement for any number of neighbours: the first places of a shuffle that starts anywhere (Fisher and Yates).</summary>
internal sealed class UrnDraws(double[] scores)
{
    private readonly double[] urn = new double[scores.Length - 1];

    internal Tails Compare(Draw draw, LocalOptions options) => Compare<ScoreTerm>(draw, options);

    /// <summary>The same for any term of a draw.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal Tails Compare<TTerm>(Draw draw, LocalOptions options)
        where TTerm : struct, IDrawTerm
    {
        var own = scores[draw.Area];
        // From the same start for every area, so that it does not matter which area the worker had before.
        scores.AsSpan(0, draw.Area).CopyTo(urn);
        scores.AsSpan(draw.Area + 1).CopyTo(urn.AsSpan(draw.Area));
        var chance = new RandomSequence(options.Seed, draw.Area);
        var tails = default(Tails);
        for (var i = 1; i <= options.Permutations; i++)
        {
            var lag = 0.0;
            for (var place = 0; place < draw.Count; place++)
            {
                var chosen = place + chance.NextInt(urn.Length - place);
                (urn[place], urn[chosen]) = (urn[chosen], urn[place]);
                var term = TTerm.Of(own, urn[place]);
                lag += draw.Weights.Length == 0 ? term : draw.Weights[place] * term;
            }

            tails = new Tails(
                tails.AtLeast + (lag >= draw.Observed - Centred.Rounding ? 1 : 0), tails.AtMost + (lag <= draw.Observed + Centred.Rounding ? 1 : 0), i);
            if (options.IsSequential && tails.HasSeenEnough)
                return tails with { IsStopped = true };
        }

        return tails;
    }
}
