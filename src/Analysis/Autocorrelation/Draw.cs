// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Adjacency;

namespace Schakel.Analysis.Autocorrelation;

/// <summary>What is drawn for one area: as many of the other scores as it has neighbours.</summary>
/// <param name="area">The area whose own score stays.</param>
/// <param name="count">Number of neighbours.</param>
/// <param name="weights">Their weights; empty when all are equal, because then only the sum matters.</param>
/// <param name="observed">Σ w·score of the neighbours; Σ score when all weights are equal.</param>
internal readonly ref struct Draw(int area, int count, ReadOnlySpan<double> weights, double observed)
{
    internal int Area { get; } = area;

    internal int Count { get; } = count;

    internal ReadOnlySpan<double> Weights { get; } = weights;

    internal double Observed { get; } = observed;

    internal static Draw Of(ReadOnlySpan<double> scores, Neighbours neighbours, int area) => Of<ScoreTerm>(scores, neighbours, area);

    internal static Draw Of<TTerm>(ReadOnlySpan<double> scores, Neighbours neighbours, int area)
        where TTerm : struct, IDrawTerm
    {
        var others = neighbours.Of(area);
        var weights = neighbours.WeightsOf(area);
        if (weights.Length == 0 || !weights.ContainsAnyExcept(weights[0]))
            weights = [];
        var observed = 0.0;
        for (var place = 0; place < others.Length; place++)
        {
            var term = TTerm.Of(scores[area], scores[others[place]]);
            observed += weights.Length == 0 ? term : weights[place] * term;
        }

        return new Draw(area, others.Length, weights, observed);
    }
}
