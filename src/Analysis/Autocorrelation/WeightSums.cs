// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Adjacency;

namespace Schakel.Analysis.Autocorrelation;

/// <summary>The three sums of weights that the moments of global statistics are made of (Cliff and Ord 1981).</summary>
/// <param name="S0">Sum of all weights.</param>
/// <param name="S1">Half the sum over ordered pairs of (w_ij + w_ji)².</param>
/// <param name="S2">Sum over areas of (row sum + column sum)².</param>
internal readonly record struct WeightSums(double S0, double S1, double S2)
{
    internal static WeightSums Of(Neighbours neighbours)
    {
        var (forward, backward) = (neighbours, neighbours.Reversed());
        double s0 = 0, s1 = 0, s2 = 0;
        for (var area = 0; area < neighbours.AreaCount; area++)
        {
            var rowSum = 0.0;
            var places = forward.Of(area);
            var back = backward.Of(area);
            int i = 0, j = 0;

            // Both lists rise, so that one walk meets each pair with its two weights.
            while (i < places.Length || j < back.Length)
            {
                var here = i < places.Length ? places[i] : int.MaxValue;
                var there = j < back.Length ? back[j] : int.MaxValue;
                double both = 0;
                if (here <= there)
                {
                    var weight = Weight(forward, area, i++);
                    s0 += weight;
                    both += weight;
                }

                if (there <= here)
                    both += Weight(backward, area, j++);
                s1 += both * both / 2;
                rowSum += both;
            }

            s2 += rowSum * rowSum;
        }

        return new WeightSums(s0, s1, s2);
    }

    private static double Weight(Neighbours neighbours, int area, int place) =>
        neighbours.IsWeighted ? neighbours.WeightsOf(area)[place] : 1;
}
