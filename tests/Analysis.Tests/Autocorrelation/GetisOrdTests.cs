// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Adjacency;
using Schakel.Analysis.Autocorrelation;
using Schakel.Analysis.Tests.Adjacency;
using static Schakel.Analysis.Tests.Answers;

namespace Schakel.Analysis.Tests.Autocorrelation;

public sealed class GetisOrdTests
{
    private static readonly LocalOptions none = new() { Permutations = 0 };
    private static readonly double[] values = [9, 8, 2, 7, 6, 1, 3, 2, 1];

    [Theory]
    [InlineData("columbus")]
    [InlineData("grid-3x3")]
    [InlineData("groningen-2017")]
    public void G_with_and_without_the_area_itself_is_that_of_spdep(string name)
    {
        var worked = WorkedCase.Read("getis-ord", name);

        foreach (var variable in worked.Input.GetProperty("values").EnumerateObject())
        {
            foreach (var style in worked.Expected.GetProperty(variable.Name).EnumerateObject())
            {
                var graph = worked.Neighbours().Styled(style.Name);

                var plain = Answer(GetisOrd.Compute(WorkedCase.Numbers(variable.Value), graph, options: none));
                var star = Answer(GetisOrd.Compute(WorkedCase.Numbers(variable.Value), graph, includesSelf: true, none));

                worked.Near(style.Value.GetProperty("g"), [.. plain.Areas.Select(area => area.Statistic.Value!.Value)]);
                worked.Near(style.Value.GetProperty("gStar"), [.. star.Areas.Select(area => area.Statistic.Value!.Value)]);
                Assert.Equal(star.Areas.Select(area => area.Z), star.Areas.Select(area => area.Statistic));
            }
        }
    }

    [Fact]
    public void The_lag_of_a_star_holds_the_area_itself_as_a_mean_under_W_and_a_sum_under_B()
    {
        var mean = Answer(GetisOrd.Compute(values, Neighbours.Grid(3, 3).RowStandardised(), includesSelf: true, none));
        var sum = Answer(GetisOrd.Compute(values, Neighbours.Grid(3, 3), includesSelf: true, none));

        Assert.Equal(8, mean.Areas[0].Lag, 1e-12);
        Assert.Equal(24, sum.Areas[0].Lag, 1e-12);
        Assert.Equal(7.5, Answer(GetisOrd.Compute(values, Neighbours.Grid(3, 3).RowStandardised(), options: none)).Areas[0].Lag, 1e-12);
    }

    [Fact]
    public void G_and_its_star_have_the_same_p_for_the_area_itself_stays()
    {
        var plain = Answer(GetisOrd.Compute(values, Neighbours.Grid(3, 3)));
        var star = Answer(GetisOrd.Compute(values, Neighbours.Grid(3, 3), includesSelf: true));

        Assert.Equal(plain.Areas.Select(area => area.P), star.Areas.Select(area => area.P));
        Assert.Equal([Quadrant.HighHigh, Quadrant.LowLow], [star.Areas[0].Quadrant, star.Areas[8].Quadrant]);
    }

    [Fact]
    public void What_cannot_be_computed_has_a_reason()
    {
        var everyone = Neighbours.FromPairs(4, [(0, 1), (0, 2), (1, 2)]);

        var star = Answer(GetisOrd.Compute([1, 2, 4, 8], everyone, includesSelf: true));

        Assert.Equal("no-neighbours", star.Areas[3].Statistic.Reason!.Code);
        Assert.Equal("no-variance", Answer(GetisOrd.Compute([1, 2, 4], Neighbours.FromPairs(3, [(0, 1), (0, 2), (1, 2)]), includesSelf: true)).Areas[0].Z.Reason!.Code);
        Assert.Equal("no-variation", Refusal(GetisOrd.Compute([1, 1, 1, 1], everyone)));
        Assert.Equal("no-neighbours", Refusal(GetisOrd.Compute([1, 2], Neighbours.FromPairs(2, []))));
    }
}
