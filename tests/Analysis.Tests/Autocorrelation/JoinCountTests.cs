// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;
using Schakel.Analysis.Adjacency;
using Schakel.Analysis.Autocorrelation;
using Schakel.Analysis.Tests.Adjacency;
using static Schakel.Analysis.Tests.Answers;

namespace Schakel.Analysis.Tests.Autocorrelation;

public sealed class JoinCountTests
{
    [Theory]
    [InlineData("columbus")]
    [InlineData("groningen-2017")]
    public void Joins_and_their_moments_are_those_of_spdep(string name)
    {
        var worked = WorkedCase.Read("join-count", name);
        bool[] isBlack = [.. worked.Integers("values").Select(value => value == 1)];

        foreach (var style in worked.Expected.EnumerateObject())
        {
            var found = Answer(JoinCount.Compute(isBlack, worked.Neighbours().Styled(style.Name), permutations: 0));

            Near(style.Value.GetProperty("BB"), found.BlackBlack);
            Near(style.Value.GetProperty("WW"), found.WhiteWhite);
            Near(style.Value.GetProperty("BW"), found.BlackWhite);
        }

        void Near(JsonElement expected, Joins joins)
        {
            worked.Near(expected.GetProperty("count"), joins.Count);
            worked.Near(expected.GetProperty("expected"), joins.Expected);
            worked.Near(expected.GetProperty("variance"), joins.Variance);
            worked.Near(expected.GetProperty("z"), joins.Z);
        }
    }

    [Fact]
    public void Random_arrangements_have_the_moments_of_the_formulas()
    {
        var worked = WorkedCase.Read("join-count", "columbus");

        var found = Answer(JoinCount.Compute([.. worked.Integers("values").Select(value => value == 1)], worked.Neighbours(), permutations: 9999));

        foreach (var joins in new[] { found.BlackBlack, found.WhiteWhite, found.BlackWhite })
        {
            var standardError = Math.Sqrt(joins.Variance.Value!.Value / 9999);
            Assert.InRange(joins.Permutation!.Mean, joins.Expected - (4 * standardError), joins.Expected + (4 * standardError));
            Assert.InRange(joins.Permutation.Variance / joins.Variance.Value.Value, 0.93, 1.07);
        }

        Assert.Equal(115, found.BlackBlack.Permutation!.Mean + found.WhiteWhite.Permutation!.Mean + found.BlackWhite.Permutation!.Mean, 1e-9);
        Assert.Equal(0.0001, found.BlackBlack.Permutation.P);
        Assert.Equal(0.0001, found.BlackWhite.Permutation.P);
        Assert.InRange(found.WhiteWhite.Permutation.P, 0.1, 0.25);
    }

    [Fact]
    public void On_a_chessboard_only_unlike_areas_touch()
    {
        bool[] chessboard = [.. Enumerable.Range(0, 16).Select(i => ((i / 4) + i) % 2 == 0)];

        var found = Answer(JoinCount.Compute(chessboard, Neighbours.Grid(4, 4)));

        Assert.Equal([0, 0, 24], [found.BlackBlack.Count, found.WhiteWhite.Count, found.BlackWhite.Count]);
        Assert.Equal(8, found.BlackCount);
        Assert.Equal(1, found.BlackBlack.Permutation!.P);
    }

    [Fact]
    public void A_single_black_area_never_touches_another_so_that_its_count_has_no_variance()
    {
        var found = Answer(JoinCount.Compute([true, false, false, false, false, false], Neighbours.Grid(2, 3)));

        Assert.Equal(0, found.BlackBlack.Expected);
        Assert.Equal("no-variance", found.BlackBlack.Variance.Reason!.Code);
        Assert.NotNull(found.BlackWhite.Z.Value);
    }

    [Fact]
    public void One_colour_is_a_reason_not_a_number()
    {
        Assert.Equal("no-variation", Refusal(JoinCount.Compute([true, true, true], Neighbours.Grid(1, 3))));
        Assert.Equal("no-neighbours", Refusal(JoinCount.Compute([true, false], Neighbours.FromPairs(2, []))));
        Assert.Equal("too-few-areas", Refusal(JoinCount.Compute([true], Neighbours.FromPairs(1, []))));
        Assert.Equal("too-few-areas", Answer(JoinCount.Compute([true, false, true], Neighbours.Grid(1, 3))).BlackBlack.Variance.Reason!.Code);
    }
}
