// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Adjacency;
using Schakel.Analysis.Numerics;
using Schakel.Analysis.Rezoning;
using static Schakel.Analysis.Tests.Answers;

namespace Schakel.Analysis.Tests.Rezoning;

public sealed class RezoningTests
{
    [Theory]
    [InlineData("two")]
    [InlineData("three")]
    public void All_zonings_of_a_path_come_out(string name)
    {
        var worked = WorkedCase.Read("rezoning", "C-1");
        int[] official = [.. worked.Input.GetProperty("official").GetProperty(name).EnumerateArray().Select(zone => zone.GetInt32())];

        var result = Answer(RezoningRobustness.Compute(
            Path(6), worked.Numbers("cases"), worked.Numbers("population"), official, new RezoningOptions { ZoneCounts = worked.Integers("zoneCounts") }));

        worked.Near(worked.Expected.GetProperty(name).GetProperty("etaSquared"), result.Official.EtaSquared);
        worked.Near(worked.Expected.GetProperty(name).GetProperty("p"), result.Official.P);
        foreach (var (scale, expected) in result.Scales.Zip(["two", "three"], (scale, number) => (scale, worked.Expected.GetProperty(number))))
        {
            Assert.True(scale.IsExhaustive);
            Assert.Equal(expected.GetProperty("zonings").GetInt32(), scale.Zonings);
            worked.Near(expected.GetProperty("mean"), scale.EtaSquared.Mean);
            worked.Near(expected.GetProperty("sd"), scale.EtaSquared.StandardDeviation);
            worked.Near(expected.GetProperty("min"), scale.EtaSquared.Min);
            worked.Near(expected.GetProperty("max"), scale.EtaSquared.Max);
        }

        worked.Near(worked.Expected.GetProperty("scaleVariance"), result.ScaleVariance);
        worked.Near(worked.Expected.GetProperty("zoningVariance"), result.ZoningVariance);
        worked.Near(worked.Expected.GetProperty("scaleShare"), result.ScaleShare);
        Assert.Null(result.Grade);
        Assert.Equal(name == "two" ? "too-few-zones" : "too-few-leaves-a-zone", result.GradeReason?.Code);
    }

    [Fact]
    public void Each_number_of_zones_has_a_grade_of_its_own_and_the_official_number_the_one_of_the_whole()
    {
        // A corner of nine of thirty-six stands far out: borders that keep three by three together choose it, others cut it.
        double[] cases = [.. Enumerable.Range(0, 36).Select(leaf => leaf / 6 < 3 && leaf % 6 < 3 ? 40.0 : 10 + (leaf % 5))];
        int[] official = [.. Enumerable.Range(0, 36).Select(leaf => (leaf / 18 * 2) + (leaf % 6 / 3))];

        var result = Answer(RezoningRobustness.Compute(Neighbours.Grid(6, 6), cases, [.. Enumerable.Repeat(100.0, 36)], official, new RezoningOptions { ZoneCounts = [2, 4, 12, 20] }));

        Assert.Equal(result.Grade, result.Scales[1].Grade);
        Assert.Equal(result.Jaccard, result.Scales[1].Jaccard);
        Assert.Null(result.Scales[0].Grade); // two zones
        Assert.NotNull(result.Scales[2].Grade);
        Assert.Null(result.Scales[3].Grade); // fewer than three leaves a zone
        Assert.All(result.Scales, scale => Assert.InRange(scale.Jaccard, 0, 1));
        Assert.NotEqual(result.Scales[0].Jaccard, result.Scales[2].Jaccard);
    }

    [Fact]
    public void Every_division_of_a_small_grid_is_listed_once()
    {
        // 3 × 3: counted by brute force over all 2⁹ and 3⁹ colourings.
        foreach (var (zones, expected) in new[] { (1, 1), (2, Count(2)), (3, Count(3)) })
        {
            var all = AllZonings.Of(new LeafGraph(Neighbours.Grid(3, 3)), zones)!;

            Assert.Equal(expected, all.Count);
            Assert.Equal(expected, all.Select(zoning => string.Join("", zoning)).Distinct().Count());
            Assert.All(all, zoning => AssertContiguous(Neighbours.Grid(3, 3), zoning, zones));
        }

        static int Count(int zones)
        {
            var found = 0;
            for (var code = 0; code < (int)Math.Pow(zones, 9); code++)
            {
                int[] colours = [.. Enumerable.Range(0, 9).Select(leaf => code / (int)Math.Pow(zones, leaf) % zones)];
                var order = colours.Distinct().ToArray();
                if (order.Length == zones && order.SequenceEqual(order.Order()) && IsContiguous(Neighbours.Grid(3, 3), colours, zones))
                    found++;
            }

            return found;
        }
    }

    [Fact]
    public void A_large_map_is_not_listed_but_drawn()
    {
        Assert.Null(AllZonings.Of(new LeafGraph(Neighbours.Grid(6, 6)), 4));
        Assert.Null(AllZonings.Of(new LeafGraph(Neighbours.Grid(12, 11)), 2));
        Assert.Equal(99, AllZonings.Of(new LeafGraph(Path(100)), 2)!.Count);
        Assert.Equal(98 * 99 / 2, AllZonings.Of(new LeafGraph(Path(100)), 3)!.Count);
    }

    [Fact]
    public void What_was_drawn_is_not_called_all_there_is()
    {
        double[] cases = [.. Enumerable.Range(0, 64).Select(leaf => (double)(leaf % 7))];
        int[] official = [.. Enumerable.Range(0, 64).Select(leaf => leaf / 16)];

        var scale = Assert.Single(Answer(RezoningRobustness.Compute(
            Neighbours.Grid(8, 8), cases, [.. Enumerable.Repeat(50.0, 64)], official, new RezoningOptions { ZoneCounts = [4], Replicates = 29 })).Scales);

        Assert.False(scale.IsExhaustive);
        Assert.Equal(29, scale.Zonings);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(40)]
    [InlineData(120)]
    public void A_random_zoning_is_contiguous_and_complete(int zones)
    {
        var grid = Neighbours.Grid(10, 12);
        var chance = new RandomSequence(2009, 3);
        double[] population = [.. Enumerable.Range(0, 120).Select(_ => (double)chance.NextInt(900))];

        for (var draw = 0; draw < 20; draw++)
            AssertContiguous(grid, Answer(RandomZoning.Compute(grid, population, zones, stream: draw)), zones);
    }

    [Fact]
    public void Zones_are_of_comparable_size()
    {
        double[] population = [.. Enumerable.Repeat(100.0, 400)];

        for (var draw = 0; draw < 20; draw++)
        {
            var zones = Answer(RandomZoning.Compute(Neighbours.Grid(20, 20), population, 10, stream: draw));

            // Half a mean zone is the least; the largest part is cut first, so no zone keeps more than some three means.
            Assert.All(zones.GroupBy(zone => zone), zone => Assert.InRange(zone.Count(), 20, 130));
        }
    }

    [Fact]
    public void Pieces_that_do_not_touch_get_zones_by_their_residents()
    {
        var graph = new LeafGraph(Two(Path(6), 3));

        Assert.Equal(2, graph.PieceCount);
        Assert.Equal([3, 1], graph.Divide(4, [10, 10, 10, 1, 1, 1])!);
        Assert.Equal([1, 3], graph.Divide(4, [1, 1, 1, 10, 10, 10])!);
        Assert.Null(graph.Divide(1, [1, 1, 1, 1, 1, 1]));
        Assert.Equal([3, 3], graph.Divide(6, [10, 10, 10, 1, 1, 1])!);
        Assert.Equal([4, 2], new LeafGraph(Two(Path(12), 6)).Divide(6, [2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1])!);
    }

    [Fact]
    public void What_cannot_be_divided_says_why()
    {
        Assert.Equal("more-pieces-than-zones", Refusal(RandomZoning.Compute(Two(Path(6), 3), [1, 1, 1, 1, 1, 1], 1)));
        Assert.Equal("more-zones-than-leaves", Refusal(RandomZoning.Compute(Path(6), [1, 1, 1, 1, 1, 1], 7)));
        Assert.Equal("no-variation", Refusal(RezoningRobustness.Compute(Path(3), [1, 2, 3], [10, 20, 30], [0, 0, 1])));
        Assert.Equal("more-pieces-than-zones", Refusal(RezoningRobustness.Compute(Two(Path(6), 3), [1, 2, 3, 4, 5, 6], [9, 9, 9, 9, 9, 9], [0, 0, 0, 0, 0, 0])));
        Assert.Throws<ArgumentException>(() => RezoningRobustness.Compute(Path(3), [1, 2, 3], [9, 9, 9], [0, 0, 2]));
    }

    [Fact]
    public void Borders_that_follow_the_problem_get_an_A_and_borders_across_it_do_not()
    {
        // Four clear blocks of 6 × 6 with one hot block, against strips that cut through it.
        double[] population = [.. Enumerable.Repeat(1000.0, 144)];
        double[] cases = [.. Enumerable.Range(0, 144).Select(leaf => leaf / 12 < 6 && leaf % 12 < 6 ? 300.0 + (leaf % 5) : 20.0 + (leaf % 7))];
        int[] blocks = [.. Enumerable.Range(0, 144).Select(leaf => (leaf / 12 / 6 * 2) + (leaf % 12 / 6))];
        int[] strips = [.. Enumerable.Range(0, 144).Select(leaf => leaf / 12 / 3)];

        var followed = Answer(RezoningRobustness.Compute(Neighbours.Grid(12, 12), cases, population, blocks));
        var crossed = Answer(RezoningRobustness.Compute(Neighbours.Grid(12, 12), cases, population, strips));

        Assert.Equal(1.0 / 200, followed.Official.P);
        Assert.True(crossed.Official.P > 0.3, $"p {crossed.Official.P}");
        Assert.True(followed.Official.EtaSquared > 0.99);
        Assert.True(followed.Jaccard > crossed.Jaccard);
        Assert.NotNull(followed.Grade);
    }

    [Fact]
    public void One_and_two_threads_give_the_same_bytes()
    {
        double[] population = [.. Enumerable.Range(0, 100).Select(leaf => 100.0 + leaf)], cases = [.. Enumerable.Range(0, 100).Select(leaf => (double)(leaf * 7 % 13))];
        int[] zones = [.. Enumerable.Range(0, 100).Select(leaf => leaf / 20)];

        var one = Answer(RezoningRobustness.Compute(Neighbours.Grid(10, 10), cases, population, zones, new RezoningOptions { Threads = 1 }));
        var two = Answer(RezoningRobustness.Compute(Neighbours.Grid(10, 10), cases, population, zones, new RezoningOptions { Threads = 2 }));

        Assert.Equal(one.Scales, two.Scales);
        Assert.Equal(one.Selection, two.Selection);
        Assert.Equal([3, 5, 10, 20], one.Scales.Select(scale => scale.Zones));
    }

    [Fact]
    public void Ten_times_as_many_cases_and_people_leave_the_shares_as_they_are()
    {
        double[] population = [.. Enumerable.Range(0, 36).Select(leaf => 100.0 + leaf)], cases = [.. Enumerable.Range(0, 36).Select(leaf => (double)(leaf * 7 % 13))];
        int[] zones = [.. Enumerable.Range(0, 36).Select(leaf => leaf / 12)];

        var one = Answer(RezoningRobustness.Compute(Neighbours.Grid(6, 6), cases, population, zones));
        var ten = Answer(RezoningRobustness.Compute(Neighbours.Grid(6, 6), [.. cases.Select(x => 10 * x)], [.. population.Select(x => 10 * x)], zones));

        Assert.Equal(one.Official.EtaSquared, ten.Official.EtaSquared, tolerance: 1e-12);
        Assert.Equal(one.Jaccard, ten.Jaccard, tolerance: 1e-12);
    }

    private static Neighbours Path(int count) => Neighbours.Grid(1, count);

    // The same graph without the edge between the leaves before and from a place on.
    private static Neighbours Two(Neighbours graph, int place)
    {
        var offsets = new List<int> { 0 };
        var targets = new List<int>();
        for (var leaf = 0; leaf < graph.AreaCount; leaf++)
        {
            foreach (var next in graph.Of(leaf))
                if (leaf < place == next < place)
                    targets.Add(next);
            offsets.Add(targets.Count);
        }

        return new Neighbours([.. offsets], [.. targets]);
    }

    private static void AssertContiguous(Neighbours graph, int[] zoning, int zones)
    {
        Assert.Equal(Enumerable.Range(0, zones), zoning.Distinct().Order());
        Assert.True(IsContiguous(graph, zoning, zones));
    }

    private static bool IsContiguous(Neighbours graph, int[] zoning, int zones)
    {
        for (var zone = 0; zone < zones; zone++)
        {
            var reached = new HashSet<int> { Array.IndexOf(zoning, zone) };
            var queue = new Queue<int>(reached);
            while (queue.TryDequeue(out var leaf))
                foreach (var next in graph.Of(leaf))
                    if (zoning[next] == zone && reached.Add(next))
                        queue.Enqueue(next);
            if (reached.Count != zoning.Count(other => other == zone))
                return false;
        }

        return true;
    }
}
