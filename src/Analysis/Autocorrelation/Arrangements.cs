// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Schakel.Analysis.Numerics;

namespace Schakel.Analysis.Autocorrelation;

/// <summary>What a pair of neighbours adds to a global statistic, for eight arrangements at once.</summary>
internal interface IPairTerm
{
    static abstract Vector512<double> Of(Vector512<double> one, Vector512<double> other);
}

/// <summary>Moran and join counts: the product.</summary>
internal readonly struct ProductTerm : IPairTerm
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Of(Vector512<double> one, Vector512<double> other) => one * other;
}

/// <summary>Geary and joins of unlike areas: the squared difference.</summary>
internal readonly struct DifferenceTerm : IPairTerm
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Of(Vector512<double> one, Vector512<double> other) => (one - other) * (one - other);
}

/// <summary>Random arrangements of values over areas, eight at a time, and the sum of a term over the pairs of neighbours for each.</summary>
/// <remarks>
/// <para>Eight arrangements lie beside each other in memory, so that one walk over the pairs of neighbours serves all eight without
/// gathering. Arrangement r is shuffled by stream r of the seed: the outcome does not depend on the number of cores.</para>
/// </remarks>
internal static class Arrangements
{
    private const int Lanes = 8;

    /// <summary>Σ w·term over the pairs of neighbours, for each random arrangement.</summary>
    internal static double[] Sums<TTerm>(double[] values, PairWeights pairs, int replicates, int seed, int threads)
        where TTerm : struct, IPairTerm => Sums<TTerm>(values, pairs, [], [], replicates, seed, threads);

    /// <summary>Σ w·term over the pairs of neighbours, for each random arrangement.</summary>
    /// <param name="values">One for each area.</param>
    /// <param name="pairs">Pairs of neighbours.</param>
    /// <param name="factors">Nothing, or one for each area.</param>
    /// <param name="linear">Is filled with Σ factor·value of each arrangement when there are factors.</param>
    /// <param name="replicates">Number of arrangements.</param>
    /// <param name="seed">Start of the streams.</param>
    /// <param name="threads">Number of cores; 0 for all.</param>
    internal static double[] Sums<TTerm>(double[] values, PairWeights pairs, double[] factors, double[] linear, int replicates, int seed, int threads)
        where TTerm : struct, IPairTerm
    {
        var all = new double[replicates];
        var batches = ((long)replicates + Lanes - 1) / Lanes;
        InParallel.Pieces((int)batches, 1, threads, () =>
        {
            var order = new double[values.Length];
            var arranged = new double[values.Length * Lanes];
            return (from, to) =>
            {
                for (var batch = from; batch < to; batch++)
                {
                    var filled = Math.Min(Lanes, replicates - (batch * Lanes));
                    for (var lane = 0; lane < filled; lane++)
                    {
                        values.CopyTo(order, 0);
                        var chance = new RandomSequence(seed, (batch * (long)Lanes) + lane);
                        chance.Shuffle(order);
                        Spread(order, arranged, lane);
                    }

                    var sums = Sum<TTerm>(arranged, pairs);
                    var weighted = factors.Length == 0 ? default : Dot(arranged, factors);
                    for (var lane = 0; lane < filled; lane++)
                    {
                        all[(batch * Lanes) + lane] = sums[lane];
                        if (factors.Length > 0)
                            linear[(batch * Lanes) + lane] = weighted[lane];
                    }
                }
            };
        });
        return all;
    }

    /// <summary>The sum of one arrangement, as it is.</summary>
    internal static double Sum<TTerm>(ReadOnlySpan<double> values, PairWeights pairs)
        where TTerm : struct, IPairTerm
    {
        var arranged = new double[values.Length * Lanes];
        Spread(values, arranged, lane: 0);
        return Sum<TTerm>(arranged, pairs)[0];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Spread(ReadOnlySpan<double> order, double[] arranged, int lane)
    {
        unchecked
        {
            for (int i = 0, place = lane; i < order.Length; i++, place += Lanes)
                arranged[place] = order[i];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Vector512<double> Dot(double[] arranged, double[] factors)
    {
        var total = Vector512<double>.Zero;
        for (var area = 0; area < factors.Length; area++)
            total += Vector512.Create(arranged, area * Lanes) * factors[area];
        return total;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Vector512<double> Sum<TTerm>(double[] arranged, PairWeights pairs)
        where TTerm : struct, IPairTerm
    {
        unchecked
        {
            var total = Vector512<double>.Zero;
            ref var first = ref MemoryMarshal.GetArrayDataReference(arranged);
            int[] starts = pairs.Starts, others = pairs.Others;
            var weights = pairs.Weights;
            for (var area = 0; area < starts.Length - 1; area++)
            {
                var own = Vector512.LoadUnsafe(ref first, (nuint)(area * Lanes));
                for (var pair = starts[area]; pair < starts[area + 1]; pair++)
                {
                    // Others come from a graph, whose targets are areas: the load stays inside.
                    var other = Vector512.LoadUnsafe(ref first, (nuint)(others[pair] * Lanes));
                    total += TTerm.Of(own, other) * weights[pair];
                }
            }

            return total;
        }
    }
}
