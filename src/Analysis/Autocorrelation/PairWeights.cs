// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Adjacency;

namespace Schakel.Analysis.Autocorrelation;

/// <summary>Each pair of neighbours once, with the weights of both directions together: all that a symmetric sum needs.</summary>
/// <param name="Starts">Pairs of area i stand at <c>Starts[i] .. Starts[i + 1]</c>.</param>
/// <param name="Others">The other area, with a larger index.</param>
/// <param name="Weights">w_ij + w_ji.</param>
internal sealed record PairWeights(int[] Starts, int[] Others, double[] Weights)
{
    internal static PairWeights Of(Neighbours neighbours)
    {
        var backward = neighbours.Reversed();
        var starts = new int[neighbours.AreaCount + 1];
        List<int> others = new(neighbours.EdgeCount / 2);
        List<double> weights = new(neighbours.EdgeCount / 2);
        for (var area = 0; area < neighbours.AreaCount; area++)
        {
            var there = neighbours.Of(area);
            var back = backward.Of(area);
            int i = 0, j = 0;
            while (i < there.Length || j < back.Length)
            {
                var to = i < there.Length ? there[i] : int.MaxValue;
                var from = j < back.Length ? back[j] : int.MaxValue;
                var weight = 0.0;
                if (to <= from)
                    weight += neighbours.IsWeighted ? neighbours.WeightsOf(area)[i++] : Once(ref i);
                if (from <= to)
                    weight += backward.IsWeighted ? backward.WeightsOf(area)[j++] : Once(ref j);
                if (Math.Min(to, from) <= area)
                    continue;
                others.Add(Math.Min(to, from));
                weights.Add(weight);
            }

            starts[area + 1] = others.Count;
        }

        return new PairWeights(starts, [.. others], [.. weights]);
    }

    /// <summary>Row sum and column sum of each area together.</summary>
    internal double[] Totals()
    {
        var totals = new double[Starts.Length - 1];
        for (var area = 0; area < totals.Length; area++)
        {
            for (var pair = Starts[area]; pair < Starts[area + 1]; pair++)
            {
                totals[area] += Weights[pair];
                totals[Others[pair]] += Weights[pair];
            }
        }

        return totals;
    }

    private static double Once(ref int place)
    {
        place++;
        return 1;
    }
}
