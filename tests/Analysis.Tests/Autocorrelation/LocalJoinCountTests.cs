// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;
using Schakel.Analysis.Adjacency;
using Schakel.Analysis.Autocorrelation;
using Schakel.Analysis.Numerics;
using Schakel.Analysis.Tests.Adjacency;
using static Schakel.Analysis.Tests.Answers;

namespace Schakel.Analysis.Tests.Autocorrelation;

public sealed class LocalJoinCountTests
{
    [Fact]
    public void Counts_are_those_of_spdep_and_chances_those_of_R()
    {
        var worked = WorkedCase.Read("local-join-count", "columbus");
        bool[] isBlack = [.. worked.Integers("values").Select(value => value == 1)];

        var found = Answer(LocalJoinCount.Compute(isBlack, worked.Neighbours()));

        worked.Near(worked.Expected.GetProperty("count"), [.. found.Areas.Select(area => area.Statistic.Value!.Value)]);
        var p = worked.Expected.GetProperty("p").EnumerateArray().ToArray();
        for (var area = 0; area < isBlack.Length; area++)
        {
            if (p[area].ValueKind == JsonValueKind.Null)
                Assert.Equal("feature-absent", found.Areas[area].P.Reason!.Code);
            else
                Assert.Equal(1, found.Areas[area].P.Value!.Value / p[area].GetDouble(), tolerance: 1e-9);
        }
    }

    [Fact]
    public void The_joins_of_all_areas_are_twice_those_of_the_map()
    {
        bool[] isBlack = [true, true, false, true, false, false, true, true, true];

        var sum = Answer(LocalJoinCount.Compute(isBlack, Neighbours.Grid(3, 3))).Areas.Sum(area => area.Statistic.Value!.Value);

        Assert.Equal(2 * Answer(JoinCount.Compute(isBlack, Neighbours.Grid(3, 3), 0)).BlackBlack.Count, sum);
    }

    [Fact]
    public void The_chance_is_that_of_all_hands_from_a_small_deck()
    {
        for (var all = 1; all <= 9; all++)
            for (var marked = 0; marked <= all; marked++)
                for (var draws = 0; draws <= all; draws++)
                {
                    var hands = Enumerable.Range(0, 1 << all).Where(hand => int.PopCount(hand) == draws)
                        .Select(hand => int.PopCount(hand & ((1 << marked) - 1))).ToArray();
                    for (var count = 0; count <= draws + 1; count++)
                        Assert.Equal(hands.Count(found => found >= count) / (double)hands.Length, Hypergeometric.AtLeast(count, all, marked, draws), tolerance: 1e-12);
                }

        Assert.Equal(1, Hypergeometric.AtLeast(1, 14_000, 7_000, 6_000), tolerance: 1e-12);
        Assert.InRange(Hypergeometric.AtLeast(6_000, 14_000, 7_000, 6_000), 0, 1e-300);
    }

    [Fact]
    public void A_block_of_black_among_white_stands_out_as_one_cluster()
    {
        bool[] isBlack = [.. Enumerable.Range(0, 144).Select(area => area % 12 is >= 2 and <= 4 && area / 12 is >= 5 and <= 7)];
        isBlack[143] = true;

        var found = Answer(LocalJoinCount.Compute(isBlack, Neighbours.Grid(12, 12, queen: true).RowStandardised()));

        Assert.Equal(1, found.Clusters.Count);
        Assert.Equal(9, found.SignificantCount);
        Assert.Equal(0, found.Areas[143].Statistic.Value);
        Assert.Equal(1, found.Areas[143].P.Value);
        Assert.True(found.Areas[(6 * 12) + 3].Z.Value > 5);
    }

    [Fact]
    public void What_cannot_be_computed_has_a_reason()
    {
        var pairs = Neighbours.FromPairs(4, [(0, 1), (0, 2), (1, 2)]);

        Assert.Equal("no-variation", Refusal(LocalJoinCount.Compute([true, true, true, true], pairs)));
        Assert.Equal("too-few-areas", Refusal(LocalJoinCount.Compute([true], Neighbours.Grid(1, 1))));
        Assert.Equal("no-neighbours", Refusal(LocalJoinCount.Compute([true, false], Neighbours.FromPairs(2, []))));
        var found = Answer(LocalJoinCount.Compute([true, false, false, true], pairs));
        Assert.Equal("no-neighbours", found.Areas[3].P.Reason!.Code);
        Assert.Equal("feature-absent", found.Areas[1].Z.Reason!.Code);
        Assert.Equal("no-variance", Answer(LocalJoinCount.Compute([true, false, false], Neighbours.FromPairs(3, [(0, 1), (0, 2), (1, 2)]))).Areas[0].Z.Reason!.Code);
        Assert.Throws<ArgumentException>(() => LocalJoinCount.Compute([true, false, false, true], pairs, 2));
        Assert.Throws<ArgumentException>(() => LocalJoinCount.Compute([true, false], pairs));
    }
}
