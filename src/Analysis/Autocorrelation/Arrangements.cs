// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Runtime.Intrinsics;
using Schakel.Analysis.Numerics;

namespace Schakel.Analysis.Autocorrelation;

/// <summary>Random arrangements of values over areas, eight at a time, and Σ wᵢⱼ xᵢ xⱼ of each.</summary>
/// <remarks>
/// <para>Eight arrangements lie beside each other in memory, so that one walk over the pairs of neighbours serves all eight without
/// gathering. Arrangement r is shuffled by stream r of the seed: the outcome does not depend on the number of cores.</para>
/// </remarks>
internal static class Arrangements
{
    private const int Lanes = 8;

    /// <summary>Σᵢⱼ wᵢⱼ xᵢ xⱼ of each random arrangement.</summary>
    internal static double[] Products(double[] values, PairWeights pairs, int replicates, int seed, int threads)
    {
        var products = new double[replicates];
        var batches = (replicates + Lanes - 1) / Lanes;
        InParallel.Pieces(batches, 1, threads, () =>
        {
            var order = new double[values.Length];
            var arranged = new double[values.Length * Lanes];
            var sums = new double[Lanes];
            return (from, to) =>
            {
                for (var batch = from; batch < to; batch++)
                {
                    var filled = Math.Min(Lanes, replicates - (batch * Lanes));
                    for (var lane = 0; lane < filled; lane++)
                    {
                        values.CopyTo(order, 0);
                        var chance = new RandomSequence(seed, (batch * Lanes) + lane);
                        Shuffle(order, ref chance);
                        for (int i = 0, place = lane; i < order.Length; i++, place += Lanes)
                            arranged[place] = order[i];
                    }

                    Sum(arranged, pairs, sums);
                    sums.AsSpan(0, filled).CopyTo(products.AsSpan(batch * Lanes));
                }
            };
        });
        return products;
    }

    /// <summary>Every order is as likely (Fisher and Yates).</summary>
    private static void Shuffle(double[] order, ref RandomSequence chance)
    {
        for (var last = order.Length - 1; last > 0; last--)
        {
            var place = chance.NextInt(last + 1);
            (order[last], order[place]) = (order[place], order[last]);
        }
    }

    private static void Sum(ReadOnlySpan<double> arranged, PairWeights pairs, Span<double> sums)
    {
        var total = Vector512<double>.Zero;
        var areas = pairs.Starts.Length - 1;
        for (var area = 0; area < areas; area++)
        {
            var around = Vector512<double>.Zero;
            for (var pair = pairs.Starts[area]; pair < pairs.Starts[area + 1]; pair++)
            {
                var other = Vector512.Create(arranged.Slice(pairs.Others[pair] * Lanes, Lanes));
                around += other * pairs.Weights[pair];
            }

            total += around * Vector512.Create(arranged.Slice(area * Lanes, Lanes));
        }

        total.CopyTo(sums);
    }
}
