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
