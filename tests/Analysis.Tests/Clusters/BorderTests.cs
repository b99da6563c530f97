// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Adjacency;
using Schakel.Analysis.Clusters;
using Schakel.Analysis.Tests.Adjacency;
using static Schakel.Analysis.Tests.Answers;

namespace Schakel.Analysis.Tests.Clusters;

public sealed class BorderTests
{
    [Theory]
    [InlineData("E-7")]
    [InlineData("columbus")]
    public void Contrasts_are_those_of_R(string name)
    {
        var worked = WorkedCase.Read("border-contrast", name);
        var graph = worked.Input.TryGetProperty("rows", out var rows)
            ? Neighbours.Grid(rows.GetInt32(), worked.Input.GetProperty("columns").GetInt32())
            : worked.Neighbours();

        foreach (var (values, expected) in worked.Input.GetProperty("values").EnumerateArray().Zip(worked.Expected.GetProperty("contrasts").EnumerateArray()))
        {
            var whole = Answer(BorderContrast.Compute(WorkedCase.Numbers(values), graph, worked.Integers("zones"))).Whole;

            worked.Near(expected.GetProperty("across"), whole.Across);
            worked.Near(expected.GetProperty("within"), whole.Within);
            worked.Near(expected.GetProperty("contrast"), whole.Contrast);
            Assert.Equal((expected.GetProperty("pairsAcross").GetInt32(), expected.GetProperty("pairsWithin").GetInt32()), (whole.PairsAcross, whole.PairsWithin));
        }
    }

    [Fact]
    public void A_wall_is_rare_among_random_divisions_and_an_arbitrary_line_is_not()
    {
        // Six rows of eight: left half low, right half high, each with some unrest.
        double[] values = [.. Enumerable.Range(0, 48).Select(area => (area % 8 < 4 ? 10.0 : 30.0) + (area * 7 % 5))];
        int[] wall = [.. Enumerable.Range(0, 48).Select(area => area % 8 < 4 ? 1 : 2)], line = [.. Enumerable.Range(0, 48).Select(area => area < 24 ? 1 : 2)];

        var real = Answer(BorderContrast.Compute(values, Neighbours.Grid(6, 8), wall, replicates: 199));
        var arbitrary = Answer(BorderContrast.Compute(values, Neighbours.Grid(6, 8), line, replicates: 199));

        Assert.True(real.Whole.Contrast.Value > 5);
        Assert.InRange(real.P.Value!.Value, 1.0 / 200, 0.02);
        Assert.True(arbitrary.P.Value > 0.2);
        Assert.Equal(real.P, Answer(BorderContrast.Compute(values, Neighbours.Grid(6, 8), wall, replicates: 199, threads: 1)).P);
        Assert.Equal([1, 2], real.Zones.Select(zone => zone.Zone));
        Assert.All(real.Zones, zone => Assert.True(zone.Differences.Contrast.Value > 5));
    }

    [Fact]
    public void What_cannot_be_compared_has_a_reason()
    {
        double[] values = [1, 2, 4, 8];
        var row = Neighbours.Grid(1, 4);

        Assert.Equal("no-pairs-across", Answer(BorderContrast.Compute(values, row, [1, 1, 1, 1])).Whole.Across.Reason!.Code);
        Assert.Equal("no-pairs-across", Answer(BorderContrast.Compute(values, row, [1, 1, 1, 1], replicates: 9)).P.Reason!.Code);
        Assert.Equal("no-pairs-within", Answer(BorderContrast.Compute(values, row, [1, 2, 3, 4])).Whole.Contrast.Reason!.Code);
        Assert.Equal("no-difference-within", Answer(BorderContrast.Compute([1, 1, 3, 3], row, [1, 1, 2, 2])).Whole.Contrast.Reason!.Code);
        Assert.Equal("no-permutations", Answer(BorderContrast.Compute(values, row, [1, 1, 2, 2])).P.Reason!.Code);
        Assert.Equal("no-neighbours", Refusal(BorderContrast.Compute(values, Neighbours.FromPairs(4, []), [1, 1, 2, 2])));
        Assert.Equal("more-pieces-than-zones", Answer(BorderContrast.Compute(
            [1, 2, 4, 8, 9], Neighbours.FromPairs(5, [(0, 1), (1, 2)]), [1, 1, 2, 2, 2], replicates: 9)).P.Reason!.Code);
        Assert.Throws<ArgumentException>(() => BorderContrast.Compute(values, row, [1, 1]));
    }

    [Fact]
    public void A_cluster_over_a_border_says_which_zones_must_work_together()
    {
        int[] zones = [1, 1, 2, 2, 3];
        double[] cases = [6, 4, 5, 0, 9];

        var crossing = Answer(CrossingIndex.Compute([0, 1, 2], zones, cases));
        var edge = Answer(CrossingIndex.Compute([0, 1, 3], zones, cases));
        var exactly = Answer(CrossingIndex.Compute([0, 1], [1, 2], [3, 1]));

        Assert.Equal(1 - (10.0 / 15), crossing.Index, tolerance: 1e-12);
        Assert.Equal([(1, 10), (2, 5)], crossing.Zones);
        Assert.True(crossing.IsCrossing);
        Assert.Equal((0.0, 2, false), (edge.Index, edge.Zones.Count, edge.IsCrossing));
        Assert.True(exactly.IsCrossing);
        Assert.Equal("no-cases", Refusal(CrossingIndex.Compute([3], zones, cases)));
        Assert.Equal("no-cases", Refusal(CrossingIndex.Compute([], zones, cases)));
        Assert.Throws<ArgumentException>(() => CrossingIndex.Compute([0, 0], zones, cases));
        Assert.Throws<ArgumentException>(() => CrossingIndex.Compute([5], zones, cases));
    }
}
