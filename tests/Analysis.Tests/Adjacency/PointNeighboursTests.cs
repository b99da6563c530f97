// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using CsCheck;
using Schakel.Analysis.Adjacency;
using static Schakel.Analysis.Tests.Answers;

namespace Schakel.Analysis.Tests.Adjacency;

public sealed class PointNeighboursTests
{
    [Fact]
    public void The_nearest_four_and_those_within_a_distance_are_those_of_spdep()
    {
        var worked = WorkedCase.Read("contiguity", "columbus-points");
        var (x, y) = (worked.Numbers("x"), worked.Numbers("y"));

        Assert.Equal(
            Graphs.Of(worked.Expected.GetProperty("nearest")).Lists(),
            Answer(NearestNeighbours.Compute(x, y, worked.Input.GetProperty("k").GetInt32())).Lists());
        Assert.Equal(
            Graphs.Of(worked.Expected.GetProperty("band")).Lists(),
            DistanceBand.Within(x, y, worked.Input.GetProperty("distance").GetDouble()).Lists());
    }

    [Fact]
    public void Of_equally_near_points_the_first_ones_are_taken()
    {
        double[] x = [0, 1, -1, 0, 0], y = [0, 0, 0, 1, -1];

        Assert.Equal([1, 2], Answer(NearestNeighbours.Compute(x, y, 2)).Of(0).ToArray());
        Assert.Equal([1, 2, 3], Answer(NearestNeighbours.Compute(x, y, 3)).Of(0).ToArray());
    }

    [Fact]
    public void Points_on_a_coarse_lattice_with_doubles_agree_with_a_search_through_all() =>
        Gen.Select(Gen.Int[2, 60], Gen.Int[1, 9], Gen.Int[0, 1000]).Sample((count, side, seed) =>
        {
            var chance = new Schakel.Analysis.Numerics.RandomSequence(seed);
            double[] x = [.. Enumerable.Range(0, count).Select(_ => (double)chance.NextInt(side))];
            double[] y = [.. Enumerable.Range(0, count).Select(_ => (double)chance.NextInt(side))];
            var k = 1 + chance.NextInt(count - 1);
            double Distance(int i, int j) => Math.Sqrt(((x[i] - x[j]) * (x[i] - x[j])) + ((y[i] - y[j]) * (y[i] - y[j])));
            int[] Others(int i) => [.. Enumerable.Range(0, count).Where(j => j != i)];

            var nearest = Answer(NearestNeighbours.Compute(x, y, k, threads: 1 + (seed % 2)));
            var band = DistanceBand.Within(x, y, side / 2.0, threads: 1 + (seed % 2));

            for (var i = 0; i < count; i++)
            {
                Assert.Equal(Others(i).OrderBy(j => Distance(i, j)).ThenBy(j => j).Take(k).Order(), nearest.Of(i).ToArray());
                Assert.Equal(Others(i).Where(j => Distance(i, j) <= side / 2.0), band.Of(i).ToArray());
            }

            Assert.True(band.IsSymmetric());
        });

    [Fact]
    public void A_distance_is_met_exactly_along_the_axes()
    {
        var band = DistanceBand.Within([0, 0.3, 0, 300], [0, 0, 0.3, 400], 0.3);

        Assert.Equal([1, 2], band.Of(0).ToArray());
        Assert.Equal([0, 1, 2], DistanceBand.Within([0, 0.3, 0, 300], [0, 0, 0.3, 400], 500).Of(3).ToArray());
    }

    [Fact]
    public void Too_many_neighbours_asked_is_a_reason()
    {
        Assert.Equal("too-few-areas", Refusal(NearestNeighbours.Compute([1, 2, 3], [1, 2, 3], 3)));
        Assert.Equal("too-few-areas", Refusal(NearestNeighbours.Compute([], [], 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => NearestNeighbours.Compute([1, 2], [1, 2], 0));
        Assert.Throws<ArgumentException>(() => DistanceBand.Within([1, 2], [1, 2], double.NaN));
        Assert.Throws<ArgumentException>(() => DistanceBand.Within([1, double.NaN], [1, 2], 1));
    }

    [Fact]
    public void Ten_thousand_points_in_one_place_are_no_trouble()
    {
        var same = new double[10_000];

        Assert.Equal([0, 1, 2], Answer(NearestNeighbours.Compute(same, same, 3)).Of(9_999).ToArray());
    }
}
