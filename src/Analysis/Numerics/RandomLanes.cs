// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Schakel.Analysis.Numerics;

/// <summary>Eight sequences of chance side by side, for loops that draw very many small numbers.</summary>
/// <remarks>
/// <para><b>Definition.</b> xoshiro256++ in each of eight lanes; SplitMix64 fills the 32 words of state from a seed and a stream number.
/// The numbers are the same with and without vector instructions.</para>
/// <para><b>Source.</b> Blackman and Vigna (2021), <i>Scrambled linear pseudorandom number generators</i>, ACM TOMS 47; Lemire (2019),
/// <i>Fast random integer generation in an interval</i>, ACM TOMACS 29.</para>
/// </remarks>
internal struct RandomLanes
{
    private Vector512<ulong> s0, s1, s2, s3;

    internal RandomLanes(int seed, long stream)
    {
        unchecked
        {
            const ulong golden = 0x9E3779B97F4A7C15UL;
            var start = ((ulong)seed * golden) ^ Mix(Vector512.Create((ulong)stream + 0x632BE59BD9B4E019UL))[0];
            var steps = Vector512.Create(1 * golden, 2 * golden, 3 * golden, 4 * golden, 5 * golden, 6 * golden, 7 * golden, 8 * golden);
            var state = Vector512.Create(start) + steps;
            var jump = Vector512.Create(8 * golden);
            s0 = Mix(state);
            s1 = Mix(state += jump);
            s2 = Mix(state += jump);
            s3 = Mix(state + jump);
        }
    }

    /// <summary>Sixteen whole numbers below a bound. Those in the set lanes of <paramref name="rejected"/> must not be used: with them gone, each is exactly as likely.</summary>
    /// <param name="bound">In each 64-bit lane, above 0 and below 2³¹.</param>
    /// <param name="threshold">2³² modulo the bound, in each 32-bit lane.</param>
    /// <param name="rejected">Gets the lanes set that must be drawn again.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector512<int> NextBelow(Vector512<ulong> bound, Vector512<uint> threshold, ref Vector512<uint> rejected)
    {
        var bits = RotateLeft(s0 + s3, 23) + s0;
        var t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = RotateLeft(s3, 45);

        // Both halves of a word times the bound: the upper half of a product is the number, its lower half says whether to reject it.
        var even = MultiplyHalves(bits, bound);
        var odd = MultiplyHalves(bits >> 32, bound);
        var upper = Vector512.Create(0xFFFFFFFF00000000UL);
        rejected |= Vector512.LessThan(((even & ~upper) | (odd << 32)).AsUInt32(), threshold);
        return ((even >> 32) | (odd & upper)).AsInt32();
    }

    /// <summary>2³² modulo a bound: the number of products that would favour some numbers.</summary>
    internal static uint Threshold(int bound) => unchecked((0u - (uint)bound) % (uint)bound);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> RotateLeft(Vector512<ulong> words, [ConstantExpected] byte by) =>
        Avx512F.IsSupported ? Avx512F.RotateLeft(words, by) : (words << by) | (words >> (64 - by));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> MultiplyHalves(Vector512<ulong> words, Vector512<ulong> bound) =>
        Avx512F.IsSupported ? Avx512F.Multiply(words.AsUInt32(), bound.AsUInt32()) : (words & Vector512.Create(0xFFFFFFFFUL)) * bound;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Mix(Vector512<ulong> words)
    {
        words = (words ^ (words >> 30)) * 0xBF58476D1CE4E5B9UL;
        words = (words ^ (words >> 27)) * 0x94D049BB133111EBUL;
        return words ^ (words >> 31);
    }
}
