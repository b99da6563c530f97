// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Numerics;
using System.Runtime.Intrinsics;
using Schakel.Analysis.Numerics;

namespace Schakel.Analysis.Tests.Numerics;

public sealed class RandomLanesTests
{
    private const ulong Golden = 0x9E3779B97F4A7C15UL;

    [Theory]
    [InlineData(2009, 0, 12_762)]
    [InlineData(-5, 123_456, 7)]
    [InlineData(int.MaxValue, -1, 1_431_655_766)]
    public void Each_lane_is_a_plain_generator_whatever_the_processor_can(int seed, long stream, int bound)
    {
        // SplitMix64 fills word w of lane l as number 8w + l + 1 of its sequence.
        var start = unchecked(((ulong)seed * Golden) ^ Mix((ulong)stream + 0x632BE59BD9B4E019UL));
        var states = new ulong[8][];
        for (var lane = 0; lane < 8; lane++)
            states[lane] = [.. Enumerable.Range(0, 4).Select(word => Mix(unchecked(start + ((ulong)((8 * word) + lane + 1) * Golden))))];
        var lanes = new RandomLanes(seed, stream);
        var threshold = RandomLanes.Threshold(bound);

        for (var i = 0; i < 50; i++)
        {
            var rejected = Vector512<uint>.Zero;
            var numbers = lanes.NextBelow(Vector512.Create((ulong)bound), Vector512.Create(threshold), ref rejected);

            for (var lane = 0; lane < 8; lane++)
            {
                // The lower half of a word goes to the even number of the lane, the upper half to the odd one.
                var word = Next(states[lane]);
                foreach (var (half, place) in new[] { ((uint)(word & 0xFFFFFFFF), 2 * lane), ((uint)(word >> 32), (2 * lane) + 1) })
                {
                    var product = (ulong)half * (ulong)bound;
                    Assert.Equal((int)(product >> 32), numbers[place]);
                    Assert.Equal((uint)(product & 0xFFFFFFFF) < threshold, rejected[place] != 0);
                }
            }
        }
    }

    [Fact]
    public void The_threshold_is_what_is_left_of_two_to_the_32()
    {
        Assert.Equal((uint)((1UL << 32) % 12_762), RandomLanes.Threshold(12_762));
        Assert.Equal(0u, RandomLanes.Threshold(1 << 20));
    }

    /// <summary>xoshiro256++ as published.</summary>
    private static ulong Next(ulong[] s)
    {
        unchecked
        {
            var result = BitOperations.RotateLeft(s[0] + s[3], 23) + s[0];
            var t = s[1] << 17;
            s[2] ^= s[0];
            s[3] ^= s[1];
            s[1] ^= s[2];
            s[0] ^= s[3];
            s[2] ^= t;
            s[3] = BitOperations.RotateLeft(s[3], 45);
            return result;
        }
    }

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
