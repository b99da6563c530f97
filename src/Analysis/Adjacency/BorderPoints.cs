// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Numerics;
using System.Runtime.CompilerServices;
using Schakel.Analysis.Numerics;

namespace Schakel.Analysis.Adjacency;

/// <summary>The corners of all rings, with equal ones strung together.</summary>
/// <remarks>
/// <para>A corner is named by its place in the columns. Equal corners form a chain that starts at the first of them: <c>First[i]</c> is its start,
/// <c>Next[i]</c> the following corner of the chain or −1. The closing corner of a ring has a <c>First</c> but is not in a chain.</para>
/// <para>Chains are made in parts by hash value, one part a worker, so that workers never write to the same chain.</para>
/// </remarks>
internal sealed class BorderPoints
{
    private readonly uint[] hashes;

    private BorderPoints(AreaBoundaries boundaries)
    {
        var count = boundaries.X.Length;
        Boundaries = boundaries;
        Area = GC.AllocateUninitializedArray<int>(count);
        First = GC.AllocateUninitializedArray<int>(count);
        Next = GC.AllocateUninitializedArray<int>(count);
        hashes = GC.AllocateUninitializedArray<uint>(count);
    }

    internal AreaBoundaries Boundaries { get; }

    /// <summary>The area of each corner.</summary>
    internal int[] Area { get; }

    internal int[] First { get; }

    internal int[] Next { get; }

    internal static BorderPoints Of(AreaBoundaries boundaries, int workers)
    {
        var points = new BorderPoints(boundaries);
        var areas = boundaries.AreaCount;
        var parts = (int)BitOperations.RoundUpToPowerOf2((uint)workers);
        var counts = new int[workers][];
        InParallel.Run(workers, worker => counts[worker] = points.Hash(
            (int)((long)areas * worker / workers), (int)((long)areas * (worker + 1) / workers), parts));
        InParallel.Run(parts, part =>
        {
            var count = 0;
            foreach (var ofWorker in counts)
                count += ofWorker[part];
            points.Chain(part, parts, count);
        });
        points.Close();
        return points;
    }

    /// <summary>Notes the area and the hash of each corner in a range of areas, and counts them by part.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int[] Hash(int fromArea, int toArea, int parts)
    {
        var (x, y) = (Boundaries.X, Boundaries.Y);
        var counts = new int[parts];
        var shift = Shift(parts);
        for (var area = fromArea; area < toArea; area++)
        {
            for (var ring = Boundaries.AreaStarts[area]; ring < Boundaries.AreaStarts[area + 1]; ring++)
            {
                var (start, end) = (Boundaries.RingStarts[ring], Boundaries.RingStarts[ring + 1]);
                if (end == start)
                    continue;
                if (!x[start].Equals(x[end - 1]) || !y[start].Equals(y[end - 1]))
                    throw new ArgumentException($"Ring {ring} of area {area} is not closed: its last point differs from its first.");
                Area.AsSpan(start, end - start).Fill(area);
                for (var i = start; i < end - 1; i++)
                {
                    var hash = HashOf(x[i], y[i]);
                    hashes[i] = hash;
                    counts[(int)((ulong)hash >> shift)]++;
                }
            }
        }

        return counts;
    }

    /// <summary>Strings the equal corners of one part together.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Chain(int part, int parts, int count)
    {
        var (x, y, first, next, hash) = (Boundaries.X, Boundaries.Y, First, Next, hashes);
        var shift = Shift(parts);
        var mask = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, 2 * (long)count)) - 1;

        // An entry is the hash above the corner plus one; 0 is empty.
        var table = new ulong[mask + 1];
        for (var ring = 0; ring < Boundaries.RingStarts.Length - 1; ring++)
        {
            var end = Boundaries.RingStarts[ring + 1] - 1;
            for (var i = Boundaries.RingStarts[ring]; i < end; i++)
            {
                var mine = hash[i];
                if ((int)((ulong)mine >> shift) != part)
                    continue;
                var place = (int)(mine & (uint)mask);
                while (true)
                {
                    var entry = table[place];
                    if (entry == 0)
                    {
                        table[place] = ((ulong)mine << 32) | (uint)(i + 1);
                        first[i] = i;
                        next[i] = -1;
                        break;
                    }

                    var other = (int)unchecked((uint)entry) - 1;
                    if ((uint)(entry >> 32) == mine && x[other] == x[i] && y[other] == y[i])
                    {
                        first[i] = other;
                        next[i] = next[other];
                        next[other] = i;
                        break;
                    }

                    place = (place + 1) & mask;
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Close()
    {
        for (var ring = 0; ring < Boundaries.RingStarts.Length - 1; ring++)
        {
            var (start, end) = (Boundaries.RingStarts[ring], Boundaries.RingStarts[ring + 1]);
            if (end - start == 1)
                (First[start], Next[start]) = (start, -1);
            else if (end > start)
                First[end - 1] = First[start];
        }
    }

    private static int Shift(int parts) => 32 - BitOperations.Log2((uint)parts);

    private static uint HashOf(double x, double y)
    {
        unchecked
        {
            // Adding zero makes −0 and 0 the same bits.
            var mixed = (BitConverter.DoubleToUInt64Bits(x + 0.0) * 0x9E3779B97F4A7C15UL)
                ^ BitOperations.RotateLeft(BitConverter.DoubleToUInt64Bits(y + 0.0) * 0xC2B2AE3D27D4EB4FUL, 32);
            mixed = (mixed ^ (mixed >> 29)) * 0xBF58476D1CE4E5B9UL;
            return (uint)(mixed >> 32);
        }
    }
}
