// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Schakel.Analysis.Numerics;
using Schakel.Analysis.Signals;

namespace Schakel.Analysis.Clusters;

/// <summary>Finds the strongest circle: around each area of the map as it is, and anywhere on maps that chance made.</summary>
/// <remarks>
/// <para>Eight maps of chance lie beside each other in memory, and one walk along the growing circles serves all eight. A circle with c cases and E expected
/// of C can only beat the best ratio so far when (c − E)² ≥ best · 2E(C − E)/C: the ratio is the integral of (t − q)/(t(1 − t)), and t(1 − t) is at
/// least q(1 − q) between the shares q = E/C and c/C as long as c + E ≤ C. So nearly all circles are passed over without a logarithm.</para>
/// </remarks>
internal sealed class CircleSearch(GrowingCircles circles, double[] expected, long total)
{
    private const int Lanes = 8;

    /// <summary>The strongest circle around an area: its number of entries, and 0 when none holds more than expected.</summary>
    internal int StrongestAround(int centre, double[] cases)
    {
        double count = 0, sum = 0, best = 0;
        var entries = circles.Entries[centre];
        var strongest = 0;
        for (var place = 0; place < entries.Length; place++)
        {
            var area = GrowingCircles.AreaOf(entries[place]);
            count += cases[area];
            sum += expected[area];
            if (entries[place] < 0)
                continue;
            var ratio = SpaceTimeScan.LogLikelihoodRatio(count, sum, total);
            if (ratio > best)
                (best, strongest) = (ratio, place + 1);
        }

        return strongest;
    }

    /// <summary>The largest ratio anywhere, for each map of chance. Replicate r is dealt by stream r of the seed.</summary>
    internal double[] Largest(int replicates, int seed, int threads)
    {
        var largest = new double[replicates];
        var dealer = new CaseDealer(expected, total);
        InParallel.Pieces((replicates + Lanes - 1) / Lanes, 1, threads, () =>
        {
            var lanes = new double[expected.Length * Lanes];
            return (from, to) =>
            {
                for (var batch = from; batch < to; batch++)
                {
                    Array.Clear(lanes);
                    var filled = Math.Min(Lanes, replicates - (batch * Lanes));
                    for (var lane = 0; lane < filled; lane++)
                    {
                        var chance = new RandomSequence(seed, (batch * Lanes) + lane);
                        dealer.Deal(ref chance, lanes, Lanes, lane);
                    }

                    var best = Largest(lanes);
                    for (var lane = 0; lane < filled; lane++)
                        largest[(batch * Lanes) + lane] = best[lane];
                }
            };
        });
        return largest;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Vector512<double> Largest(double[] lanes)
    {
        unchecked
        {
            var best = Vector512<double>.Zero;
            ref var first = ref MemoryMarshal.GetArrayDataReference(lanes);
            var twiceShare = 2.0 / total;
            foreach (var entries in circles.Entries)
            {
                var count = Vector512<double>.Zero;
                var sum = 0.0;
                foreach (var entry in entries)
                {
                    var area = GrowingCircles.AreaOf(entry);
                    count += Vector512.LoadUnsafe(ref first, (nuint)(area * Lanes));
                    sum += expected[area];
                    if (entry < 0)
                        continue;
                    var excess = count - Vector512.Create(sum);
                    var room = Vector512.Create(sum * (2 - (sum * twiceShare)));
                    var candidates = Vector512.GreaterThan(excess * Vector512.Abs(excess), best * room)
                        | Vector512.GreaterThan(count, Vector512.Create(total - sum));
                    var bits = (uint)candidates.ExtractMostSignificantBits();
                    if (bits != 0)
                        best = Improve(best, count, sum, bits);
                }
            }

            return best;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Vector512<double> Improve(Vector512<double> best, Vector512<double> count, double sum, uint bits)
    {
        for (; bits != 0; bits &= bits - 1)
        {
            var lane = BitOperations.TrailingZeroCount(bits);
            var ratio = SpaceTimeScan.LogLikelihoodRatio(count[lane], sum, total);
            if (ratio > best[lane])
                best = best.WithElement(lane, ratio);
        }

        return best;
    }
}
