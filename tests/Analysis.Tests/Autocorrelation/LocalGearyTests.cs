// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Adjacency;
using Schakel.Analysis.Autocorrelation;
using Schakel.Analysis.Tests.Adjacency;
using static Schakel.Analysis.Tests.Answers;

namespace Schakel.Analysis.Tests.Autocorrelation;

public sealed class LocalGearyTests
{
    private static readonly LocalOptions none = new() { Permutations = 0 };
    private static readonly double[] values = [9, 8, 2, 7, 6, 1, 3, 2, 1];

    [Theory]
    [InlineData("columbus")]
    [InlineData("groningen-2017")]
    public void C_is_that_of_spdep_which_divides_by_one_less(string name)
    {
        var worked = WorkedCase.Read("local-geary", name);

        foreach (var variable in worked.Input.GetProperty("values").EnumerateObject())
        {
            foreach (var style in worked.Expected.GetProperty(variable.Name).EnumerateObject())
            {
                var column = WorkedCase.Numbers(variable.Value);
                var graph = worked.Neighbours().Styled(style.Name);

                var theirs = Answer(LocalGeary.Compute(column, graph, none with { Divisor = MomentDivisor.AreaCountLessOne }));
                var ours = Answer(LocalGeary.Compute(column, graph, none));

                worked.Near(style.Value.GetProperty("statisticLessOne"), [.. theirs.Areas.Select(area => area.Statistic.Value!.Value)]);
                var factor = column.Length / (column.Length - 1.0);
                for (var area = 0; area < column.Length; area++)
                    worked.Near(theirs.Areas[area].Statistic.Value!.Value * factor, ours.Areas[area].Statistic.Value!.Value);
                Assert.Equal(theirs.Areas.Select(area => area.Z), ours.Areas.Select(area => area.Z));
            }
        }
    }

    [Fact]
    public void Under_B_the_local_figures_add_up_to_the_global_one()
    {
        var graph = Neighbours.Grid(3, 3);

        var sum = Answer(LocalGeary.Compute(values, graph, none)).Areas.Sum(area => area.Statistic.Value!.Value);

        // C = (n − 1) Σ Cᵢ m₂ / (2 S₀ Σ z²).
        Assert.Equal(Answer(GlobalGeary.Compute(values, graph, 0)).C, 8 * sum / (2.0 * graph.EdgeCount * 9), tolerance: 1e-12);
    }

    [Fact]
    public void Z_is_that_of_all_ways_to_deal_the_neighbours_values()
    {
        double[] column = [3, 1, 4, 1.5, 9, 2.6];
        var graph = Neighbours.FromWeightedEdges(6, [(0, 1, 1), (0, 2, 2), (0, 5, 0.5), (1, 0, 1), (2, 0, 1), (3, 4, 1), (4, 3, 1), (5, 0, 1)]);

        var found = Answer(LocalGeary.Compute(column, graph, none)).Areas[0];

        var mean = column.Average();
        var square = column.Average(value => (value - mean) * (value - mean));
        List<double> all = [];
        for (var a = 1; a < 6; a++)
            for (var b = 1; b < 6; b++)
                for (var c = 1; c < 6; c++)
                    if (a != b && a != c && b != c)
                        all.Add((Square(a) + (2 * Square(b)) + (0.5 * Square(c))) / square);
        var expected = all.Average();
        var deviation = Math.Sqrt(all.Average(value => (value - expected) * (value - expected)));
        Assert.Equal((found.Statistic.Value!.Value - expected) / deviation, found.Z.Value!.Value, tolerance: 1e-9);

        double Square(int other) => (column[0] - column[other]) * (column[0] - column[other]);
    }

    [Fact]
    public void P_is_near_the_share_of_all_arrangements()
    {
        // Area 0 has one neighbour among eight others: each of the eight is as likely.
        var graph = Neighbours.FromPairs(9, [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (5, 6), (6, 7), (7, 8)]);

        var found = Answer(LocalGeary.Compute(values, graph, new LocalOptions { Permutations = 9999 })).Areas;

        // 8 is nearest to 9: one of eight draws is as near, so p is twice one eighth.
        Assert.Equal(2 / 8.0, found[0].P.Value!.Value, tolerance: 0.02);
        // 2 is next to 1 (places 7 and 8): of the others of the last area, 1 and 2 and 2 differ by at most 1.
        Assert.Equal(2 * 3 / 8.0, found[8].P.Value!.Value, tolerance: 0.03);
    }

    [Fact]
    public void Few_and_many_neighbours_are_drawn_the_same_way()
    {
        // 30 areas: up to 3 neighbours go by lanes, more by the urn; all are exchangeable by symmetry of the values.
        double[] column = [.. Enumerable.Range(0, 30).Select(area => (double)(area % 15))];
        var one = Answer(LocalGeary.Compute(column, Neighbours.Grid(5, 6, queen: true), new LocalOptions { Permutations = 499, Threads = 1 }));
        var two = Answer(LocalGeary.Compute(column, Neighbours.Grid(5, 6, queen: true), new LocalOptions { Permutations = 499, Threads = 2 }));

        Assert.Equal(one.Areas, two.Areas);
        for (var area = 0; area < column.Length; area++)
            if (Math.Abs(one.Areas[area].Z.Value!.Value) > 3)
                Assert.True(one.Areas[area].P.Value < 0.1);
    }

    [Fact]
    public void What_cannot_be_computed_has_a_reason()
    {
        var everyone = Neighbours.FromPairs(4, [(0, 1), (0, 2), (1, 2)]);

        Assert.Equal("no-neighbours", Answer(LocalGeary.Compute([1, 2, 4, 8], everyone, none)).Areas[3].Statistic.Reason!.Code);
        Assert.Equal("no-permutations", Answer(LocalGeary.Compute([1, 2, 4, 8], everyone, none)).Areas[0].P.Reason!.Code);
        Assert.Equal("no-variance", Answer(LocalGeary.Compute([1, 2, 4], Neighbours.FromPairs(3, [(0, 1), (0, 2), (1, 2)]), none)).Areas[0].Z.Reason!.Code);
        // Both others are one away from 2: nothing can vary, though the values do.
        Assert.Equal("no-variance", Answer(LocalGeary.Compute([2, 1, 3], Neighbours.FromPairs(3, [(0, 1)]), none)).Areas[0].Z.Reason!.Code);
        Assert.Equal("no-variation", Refusal(LocalGeary.Compute([1, 1, 1, 1], everyone)));
        Assert.Equal("no-neighbours", Refusal(LocalGeary.Compute([1, 2], Neighbours.FromPairs(2, []))));
        Assert.Throws<ArgumentException>(() => LocalGeary.Compute([1, 2, 4, 8], everyone, new LocalOptions { Sampling = LocalSampling.SharedTable }));
    }

    [Fact]
    public void Local_Moran_can_divide_by_one_less_too()
    {
        var ours = Answer(LocalMoran.Compute(values, Neighbours.Grid(3, 3), none));
        var theirs = Answer(LocalMoran.Compute(values, Neighbours.Grid(3, 3), none with { Divisor = MomentDivisor.AreaCountLessOne }));

        for (var area = 0; area < values.Length; area++)
            Assert.Equal(ours.Areas[area].Statistic.Value!.Value * 8 / 9, theirs.Areas[area].Statistic.Value!.Value, tolerance: 1e-12);
    }
}
