// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Adjacency;
using Schakel.Analysis.Autocorrelation;
using Schakel.Analysis.Tests.Adjacency;
using static Schakel.Analysis.Tests.Answers;

namespace Schakel.Analysis.Tests.Autocorrelation;

public sealed class LocalMoranTests
{
    private static readonly LocalOptions none = new() { Permutations = 0 };

    [Theory]
    [InlineData("columbus")]
    [InlineData("grid-3x3")]
    [InlineData("groningen-2017")]
    public void Lag_statistic_and_z_are_those_of_spdep(string name)
    {
        var worked = WorkedCase.Read("local-moran", name);

        foreach (var variable in worked.Input.GetProperty("values").EnumerateObject())
        {
            foreach (var style in worked.Expected.GetProperty(variable.Name).EnumerateObject())
            {
                var values = WorkedCase.Numbers(variable.Value);

                var found = Answer(LocalMoran.Compute(values, worked.Neighbours().Styled(style.Name), none));

                worked.Near(style.Value.GetProperty("lag"), [.. found.Areas.Select(area => area.Lag)]);
                worked.Near(style.Value.GetProperty("statistic"), [.. found.Areas.Select(area => area.Statistic.Value!.Value)]);
                worked.Near(style.Value.GetProperty("z"), [.. found.Areas.Select(area => area.Z.Value!.Value)]);
            }
        }
    }

    [Theory]
    [InlineData(LocalSampling.Independent)]
    [InlineData(LocalSampling.SharedTable)]
    public void P_of_Groningen_is_that_of_a_hundred_thousand_draws_of_spdep_within_its_own_chance(LocalSampling sampling)
    {
        var worked = WorkedCase.Read("local-moran", "groningen-2017");
        var values = WorkedCase.Numbers(worked.Input.GetProperty("values").GetProperty("p"));
        var expected = WorkedCase.Numbers(worked.Expected.GetProperty("permutation").GetProperty("twoSided"));
        const int draws = 9999;

        var found = Answer(LocalMoran.Compute(
            values, worked.Neighbours().RowStandardised(), new LocalOptions { Permutations = draws, Sampling = sampling }));

        for (var area = 0; area < expected.Length; area++)
        {
            // spdep ranks ties halfway and we count them all; here they only matter where every neighbour has the smallest value, 0.
            if (found.Areas[area].Lag == 0)
                continue;

            // Twice a binomial share; five standard errors for 84 areas, and what one draw changes.
            var spread = 2 * Math.Sqrt(expected[area] / 2 * (1 - (expected[area] / 2)) / draws);
            Assert.InRange(found.Areas[area].P.Value!.Value, expected[area] - (5 * spread) - (4.0 / draws), expected[area] + (5 * spread) + (4.0 / draws));
        }
    }

    [Fact]
    public void Quadrants_name_the_area_first_and_its_surroundings_second()
    {
        var found = Answer(LocalMoran.Compute([9, 8, 2, 7, 6, 1, 3, 2, 1], Neighbours.Grid(3, 3).RowStandardised(), none));

        Assert.Equal(
            [Quadrant.HighHigh, Quadrant.HighHigh, Quadrant.LowHigh, Quadrant.HighHigh, Quadrant.HighHigh, Quadrant.LowLow, Quadrant.LowHigh, Quadrant.LowLow, Quadrant.LowLow],
            found.Areas.Select(area => area.Quadrant));
    }

    [Fact]
    public void The_mean_counts_as_low()
    {
        var found = Answer(LocalMoran.Compute([.1, .2, .3], Neighbours.Grid(1, 3).RowStandardised(), none));

        Assert.Equal([Quadrant.LowLow, Quadrant.LowLow, Quadrant.HighLow], found.Areas.Select(area => area.Quadrant));
    }

    [Fact]
    public void An_island_keeps_its_value_and_has_no_figures_only_a_reason()
    {
        var found = Answer(LocalMoran.Compute([1, 2, 3, 4], Neighbours.FromPairs(4, [(0, 1), (1, 2)]).RowStandardised()));

        Assert.Equal(4, found.Areas[3].Value);
        Assert.Equal(["no-neighbours", "no-neighbours", "no-neighbours"], [found.Areas[3].Statistic.Reason!.Code, found.Areas[3].Z.Reason!.Code, found.Areas[3].P.Reason!.Code]);
        Assert.NotNull(found.Areas[0].P.Value);
        Assert.False(found.Areas[3].IsSignificant);
    }

    [Fact]
    public void Groups_of_one_quadrant_that_hang_together_are_clusters()
    {
        // A high block and a low block in opposite corners of noise.
        var values = new double[400];
        for (var i = 0; i < values.Length; i++)
        {
            var (row, column) = Math.DivRem(i, 20);
            values[i] = (((i * 7919) + 13) % 101 / 101.0) + (row < 5 && column < 5 ? 5 : row >= 15 && column >= 15 ? -5 : 0);
        }

        var found = Answer(LocalMoran.Compute(values, Neighbours.Grid(20, 20, queen: true).RowStandardised()));

        Assert.True(found.Areas[21].IsSignificant);
        Assert.Equal(Quadrant.HighHigh, found.Areas[21].Quadrant);
        Assert.True(found.Areas[378].IsSignificant);
        Assert.Equal(Quadrant.LowLow, found.Areas[378].Quadrant);
        Assert.Equal(found.Clusters.Labels[0], found.Clusters.Labels[63]);
        Assert.NotEqual(found.Clusters.Labels[21], found.Clusters.Labels[378]);
        Assert.Equal(found.SignificantCount, found.Areas.Count(area => area.IsSignificant));
        Assert.Equal(found.Threshold, found.Areas.Where(area => area.IsSignificant).Max(area => area.P.Value));
        Assert.Equal(found.Areas.Count(area => area.IsSignificant), found.Clusters.Labels.Count(label => label >= 0));
        Assert.Equal(found.Clusters.Count, found.Clusters.Labels.Where(label => label >= 0).Distinct().Count());
    }

    [Fact]
    public void Without_draws_there_is_no_p_but_a_reason()
    {
        var found = Answer(LocalMoran.Compute([1, 2, 3, 5], Neighbours.Grid(2, 2).RowStandardised(), none));

        Assert.All(found.Areas, area => Assert.Equal("no-permutations", area.P.Reason!.Code));
        Assert.Equal(0, found.SignificantCount);
        Assert.Equal(0, found.Threshold);
    }

    [Fact]
    public void Surroundings_that_cannot_vary_have_no_z_and_a_p_of_one()
    {
        // Everyone is everyone's neighbour: the others are always the same.
        var found = Answer(LocalMoran.Compute([1, 2, 4], Neighbours.FromPairs(3, [(0, 1), (1, 2), (0, 2)]).RowStandardised()));

        Assert.All(found.Areas, area => Assert.Equal("no-variance", area.Z.Reason!.Code));
        Assert.All(found.Areas, area => Assert.Equal(1, area.P.Value));
    }

    [Fact]
    public void Equal_values_are_a_reason_not_a_number()
    {
        Assert.Equal("no-variation", Refusal(LocalMoran.Compute([5, 5, 5], Neighbours.Grid(1, 3))));
        Assert.Equal("no-neighbours", Refusal(LocalMoran.Compute([5, 6, 7], Neighbours.FromPairs(3, []))));
        Assert.Equal("too-few-areas", Refusal(LocalMoran.Compute([5], Neighbours.FromPairs(1, []))));
    }

    [Fact]
    public void Every_share_of_false_discoveries_from_none_to_all_is_a_choice_and_no_other()
    {
        double[] values = [9, 8, 2, 7, 6, 1, 3, 2, 1];
        var graph = Neighbours.Grid(3, 3).RowStandardised();

        Assert.Equal(0, Answer(LocalMoran.Compute(values, graph, new LocalOptions { AcceptedFalseDiscoveries = 0 })).SignificantCount);
        Assert.Equal(9, Answer(LocalMoran.Compute(values, graph, new LocalOptions { AcceptedFalseDiscoveries = 1 })).SignificantCount);
        Assert.All(new[] { -0.01, 1.01, double.NaN }, q =>
            Assert.Throws<ArgumentException>(() => LocalMoran.Compute(values, graph, new LocalOptions { AcceptedFalseDiscoveries = q })));
    }

    [Fact]
    public void Moments_with_all_values_dealt_are_those_of_all_arrangements()
    {
        // Five values on a line: all 120 arrangements, counted.
        double[] values = [1, 2, 4, 8, 9];
        var graph = Neighbours.FromPairs(5, [(0, 1), (1, 2), (2, 3), (3, 4)]).RowStandardised();
        var all = Arranged([], [.. values]).Select(arranged => Answer(LocalMoran.Compute([.. arranged], graph, none)).Areas[1].Statistic.Value!.Value).ToArray();
        var mean = all.Average();
        var deviation = Math.Sqrt(all.Average(statistic => (statistic - mean) * (statistic - mean)));

        var found = Answer(LocalMoran.Compute(values, graph, none with { Moments = LocalMoments.Total })).Areas[1];

        Assert.Equal(120, all.Length);
        Assert.Equal((found.Statistic.Value!.Value - mean) / deviation, found.Z.Value!.Value, 1e-10);

        static IEnumerable<List<double>> Arranged(List<double> taken, List<double> left) =>
            left.Count == 0 ? [taken] : left.SelectMany((next, place) => Arranged([.. taken, next], [.. left.Where((_, other) => other != place)]));
    }
}
