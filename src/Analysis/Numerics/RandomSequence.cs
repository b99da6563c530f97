// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Numerics;
using System.Runtime.CompilerServices;

namespace Schakel.Analysis.Numerics;

/// <summary>A sequence of chance that gives the same numbers on every machine, .NET version and number of threads.</summary>
/// <remarks>
/// <para><b>Definition.</b> xoshiro256** of 256 bits of state, filled by SplitMix64 from a seed and a stream number.
/// Work that runs in parallel takes one stream a replicate or an area, so that no result depends on the order of work.</para>
/// <para><b>Source.</b> Blackman and Vigna (2021), <i>Scrambled linear pseudorandom number generators</i>, ACM TOMS 47; Lemire (2019),
/// <i>Fast random integer generation in an interval</i>, ACM TOMACS 29, for the bounded integers.</para>
/// </remarks>
public struct RandomSequence
{
    private ulong s0, s1, s2, s3;

    /// <summary>Opens a stream.</summary>
    /// <param name="seed">Any number; the default of the product is 2009.</param>
    /// <param name="stream">Number of the replicate, area or simulation that this stream serves.</param>
    public RandomSequence(int seed, long stream = 0)
    {
        unchecked
        {
            var state = (ulong)seed * 0x9E3779B97F4A7C15UL ^ Mix((ulong)stream + 0x632BE59BD9B4E019UL);
            s0 = Mix(state += 0x9E3779B97F4A7C15UL);
            s1 = Mix(state += 0x9E3779B97F4A7C15UL);
            s2 = Mix(state += 0x9E3779B97F4A7C15UL);
            s3 = Mix(state + 0x9E3779B97F4A7C15UL);
        }
    }

    /// <summary>The next 64 random bits.</summary>
    /// <returns>Any 64-bit number, each as likely.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong NextBits()
    {
        unchecked
        {
            var result = BitOperations.RotateLeft(s1 * 5, 7) * 9;
            var t = s1 << 17;
            s2 ^= s0;
            s3 ^= s1;
            s1 ^= s2;
            s0 ^= s3;
            s2 ^= t;
            s3 = BitOperations.RotateLeft(s3, 45);
            return result;
        }
    }

    /// <summary>A number in [0, 1) with 53 random bits.</summary>
    /// <returns>0 included, 1 excluded.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number below a bound, each exactly as likely.</summary>
    /// <param name="bound">Above 0.</param>
    /// <returns>From 0 up to, not including, <paramref name="bound"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int NextInt(int bound)
    {
        unchecked
        {
            var range = (uint)bound;
            var product = (NextBits() >> 32) * range;
            if ((uint)product < range)
            {
                var threshold = (0u - range) % range;
                while ((uint)product < threshold)
                    product = (NextBits() >> 32) * range;
            }

            return (int)(product >> 32);
        }
    }

    /// <summary>Puts a column in random order, each order exactly as likely (Fisher and Yates).</summary>
    /// <typeparam name="T">Type of the entries.</typeparam>
    /// <param name="column">Changed in place.</param>
    /// <remarks>Takes several bounded numbers from each 64-bit word where they fit (Brackett-Rozinsky and Lemire 2024, <i>Batched ranged random integer generation</i>).</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Shuffle<T>(Span<T> column)
    {
        // The product of the bounds must leave enough of a word to make rejections rare: two bounds up to 2²⁸, four up to 2¹⁴.
        var left = column.Length;
        for (; left > 1 << 28; left--)
            Swap(column, left - 1, NextInt(left));
        for (; left > 1 << 14; left -= 2)
            ShuffleTwo(column, left);
        for (; left > 4; left -= 4)
            ShuffleFour(column, left);
        for (; left > 1; left--)
            Swap(column, left - 1, NextInt(left));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void ShuffleTwo<T>(Span<T> column, int left)
    {
        unchecked
        {
            ulong first = (ulong)left, second = first - 1, product = first * second, rest, threshold = 0;
            int one, two;
            do
            {
                rest = NextBits();
                one = (int)Math.BigMul(rest, first, out rest);
                two = (int)Math.BigMul(rest, second, out rest);
            }
            while (IsRejected(rest, product, ref threshold));
            Swap(column, left - 1, one);
            Swap(column, left - 2, two);
        }
    }

    /// <summary>Splits a word into four places: each takes its upper part, the lower part goes on to the next.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void ShuffleFour<T>(Span<T> column, int left)
    {
        unchecked
        {
            ulong first = (ulong)left, second = first - 1, third = first - 2, fourth = first - 3;
            ulong product = first * second * third * fourth, rest, threshold = 0;
            int one, two, three, four;
            do
            {
                rest = NextBits();
                one = (int)Math.BigMul(rest, first, out rest);
                two = (int)Math.BigMul(rest, second, out rest);
                three = (int)Math.BigMul(rest, third, out rest);
                four = (int)Math.BigMul(rest, fourth, out rest);
            }
            while (IsRejected(rest, product, ref threshold));
            Swap(column, left - 1, one);
            Swap(column, left - 2, two);
            Swap(column, left - 3, three);
            Swap(column, left - 4, four);
        }
    }

    /// <summary>Whether a word must go because it would favour some places. The remainder is only computed when it could matter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsRejected(ulong rest, ulong product, ref ulong threshold)
    {
        if (rest >= product)
            return false;
        if (threshold == 0)
            threshold = unchecked(0 - product) % product;
        return rest < threshold;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Swap<T>(Span<T> column, int one, int other) => (column[one], column[other]) = (column[other], column[one]);

    /// <summary>A standard normal number.</summary>
    /// <returns>Mean 0, standard deviation 1 (Marsaglia's polar method, 1964; the second of each pair is not kept, so that the stream has no hidden state).</returns>
    public double NextNormal()
    {
        while (true)
        {
            var u = (2 * NextDouble()) - 1;
            var v = (2 * NextDouble()) - 1;
            var s = (u * u) + (v * v);
            if (s is > 0 and < 1)
                return u * Math.Sqrt(-2 * Math.Log(s) / s);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}
