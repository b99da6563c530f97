// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Runtime.CompilerServices;
using Schakel.Analysis.Numerics;

namespace Schakel.Analysis.Adjacency;

/// <summary>What areas share exactly: corners (queen) or edges with their length (rook). Keeps apart the edges that no other area has.</summary>
/// <param name="Pairs">Each pair once, the smaller index first, rising.</param>
/// <param name="Nanometres">Length of the common border of each pair; empty when not measured.</param>
/// <param name="Loose">First corner of every edge that must be compared by distance, rising: those that no other area has exactly, or all.</param>
internal sealed record SharedBorders(ulong[] Pairs, long[] Nanometres, int[] Loose)
{
    /// <summary>Lengths are whole nanometres: their sum does not depend on the order of work.</summary>
    private const double NanometresInMetre = 1e9;

    /// <summary>No edge on Earth is longer; so the sum of a border stays far below what a whole number can hold, whatever the coordinates.</summary>
    private const double LongestEdgeInMetres = 1e6;

    /// <param name="points">The corners.</param>
    /// <param name="measured">Whether lengths are asked for instead of contacts.</param>
    /// <param name="isApproximate">Whether every edge must be compared by distance, so that exact ones are not measured here.</param>
    /// <param name="workers">Number of cores.</param>
    internal static SharedBorders Of(BorderPoints points, bool measured, bool isApproximate, int workers)
    {
        var parts = new SharedBorders[workers];
        var areas = points.Boundaries.AreaCount;
        InParallel.Run(workers, worker => parts[worker] = OfRange(
            points, measured, isApproximate, (int)((long)areas * worker / workers), (int)((long)areas * (worker + 1) / workers)));
        return workers == 1 ? parts[0] : new SharedBorders(
            [.. parts.SelectMany(part => part.Pairs)], [.. parts.SelectMany(part => part.Nanometres)], [.. parts.SelectMany(part => part.Loose)]);
    }

    /// <summary>Two rising lists of pairs as one.</summary>
    internal static ulong[] Merge(ulong[] pairs, ulong[] more)
    {
        if (more.Length == 0)
            return pairs;
        ulong[] merged = [.. pairs, .. more];
        Array.Sort(merged);
        return merged;
    }

    /// <summary>Adds up the lengths of equal pairs.</summary>
    internal static (ulong[] Keys, double[] Lengths) Sum(ulong[] pairs, long[] nanometres)
    {
        Array.Sort(pairs, nanometres);
        List<ulong> keys = [];
        List<double> lengths = [];
        for (var i = 0; i < pairs.Length;)
        {
            var (key, sum) = (pairs[i], 0L);
            for (; i < pairs.Length && pairs[i] == key; i++)
                sum += nanometres[i];
            keys.Add(key);
            lengths.Add(sum / NanometresInMetre);
        }

        return ([.. keys], [.. lengths]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static SharedBorders OfRange(BorderPoints points, bool measured, bool isApproximate, int fromArea, int toArea)
    {
        var (boundaries, area, first, next) = (points.Boundaries, points.Area, points.First, points.Next);
        List<ulong> pairs = [];
        List<long> nanometres = [];
        List<int> loose = [];
        var metBy = new int[boundaries.AreaCount];
        var lengths = new long[measured ? boundaries.AreaCount : 0];
        List<int> met = [];
        for (var mine = fromArea; mine < toArea; mine++)
        {
            met.Clear();
            for (var ring = boundaries.AreaStarts[mine]; ring < boundaries.AreaStarts[mine + 1]; ring++)
            {
                var end = boundaries.RingStarts[ring + 1] - 1;
                for (var i = boundaries.RingStarts[ring]; i < end; i++)
                {
                    var (from, to) = (first[i], first[i + 1]);
                    var isShared = false;

                    // The same direction: another area that leaves this corner for the same one.
                    for (var j = from; j >= 0; j = next[j])
                    {
                        var other = area[j];
                        if (other == mine)
                            continue;
                        if (!measured)
                            Meet(other);
                        if (first[j + 1] == to)
                            isShared = Share(other, i);
                    }

                    // The other direction, the usual one: another area that arrives here from the next corner.
                    for (var j = to; j >= 0; j = next[j])
                        if (area[j] != mine && first[j + 1] == from)
                            isShared = Share(area[j], i);

                    if ((isApproximate || !isShared) && from != to)
                        loose.Add(i);
                }
            }

            met.Sort();
            foreach (var other in met)
            {
                pairs.Add(Pair.Directed(mine, other));
                if (measured)
                    nanometres.Add(lengths[other]);
            }

            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            bool Share(int other, int corner)
            {
                if (!measured || isApproximate)
                    return true;
                Meet(other);
                if (other > mine)
                    lengths[other] += Nanometre(Math.Sqrt(
                        Square(boundaries.X[corner] - boundaries.X[corner + 1]) + Square(boundaries.Y[corner] - boundaries.Y[corner + 1])));
                return true;
            }

            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            void Meet(int other)
            {
                if (other < mine || metBy[other] == mine + 1)
                    return;
                metBy[other] = mine + 1;
                met.Add(other);
                if (measured)
                    lengths[other] = 0;
            }
        }

        return new SharedBorders([.. pairs], [.. nanometres], [.. loose]);
    }

    internal static long Nanometre(double metres) => (long)Math.Round(Math.Min(metres, LongestEdgeInMetres) * NanometresInMetre);

    private static double Square(double value) => value * value;
}
