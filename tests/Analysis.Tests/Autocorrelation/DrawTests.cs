// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Runtime.Intrinsics;
using Schakel.Analysis.Adjacency;
using Schakel.Analysis.Autocorrelation;
using Schakel.Analysis.Numerics;

namespace Schakel.Analysis.Tests.Autocorrelation;

/// <summary>Every set of other areas must be as likely, in each of the three ways to draw.</summary>
public sealed class DrawTests
{
    private const int Areas = 60;

    /// <summary>Area 0 keeps its score; two others are drawn. Scores 2^j make the sum tell which.</summary>
    [Theory]
    [InlineData("lanes")]
    [InlineData("urn")]
    public void Each_pair_of_other_areas_is_drawn_as_often(string how)
    {
        const int draws = 200_000;
        var counts = PairsBelow(how, draws);

        // 45 pairs of areas 1–10 of the 1,711 pairs of areas 1–59; chi-square with the rest as one class.
        var expected = draws / 1711.0;
        var chiSquare = counts.Sum(count => (count - expected) * (count - expected) / expected);
        Assert.Equal(45, counts.Length);
        Assert.InRange(chiSquare, 20, 80);
    }

    [Fact]
    public void No_draw_holds_the_area_itself_or_the_same_area_twice()
    {
        // With scores of 1, 3, 9, … a repeated or own score would give a sum with a digit 2, or the own one.
        double[] scores = [.. Enumerable.Range(0, 30).Select(i => Math.Pow(3, i))];
        var all = scores.Sum();

        foreach (var area in new[] { 0, 13, 29 })
        {
            // Nothing can exceed all others together: so every draw of all of them is exactly that sum.
            var everyone = new Draw(area, 29, [], all - scores[area]);
            var tails = new UrnDraws(scores).Compare(everyone, new LocalOptions { Permutations = 500 });
            Assert.Equal((500, 500), (tails.AtLeast, tails.AtMost));

            // Three of the others can never reach more than the three largest of them.
            double[] largest = [.. scores.Where((_, i) => i != area).OrderDescending().Take(3)];
            var three = new Draw(area, 3, [], largest.Sum() * 1.0001);
            Assert.Equal(0, new LaneDraws(scores).Compare(three, new LocalOptions { Permutations = 20_000 }).AtLeast);
        }
    }

    [Fact]
    public void Numbers_below_a_bound_are_equally_likely_in_each_lane()
    {
        const int bound = 37;
        var counts = new int[16, bound];
        var chance = new RandomLanes(2009, 5);
        var rejected = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var spoilt = Vector512<uint>.Zero;
            var numbers = chance.NextBelow(Vector512.Create((ulong)bound), Vector512.Create(RandomLanes.Threshold(bound)), ref spoilt);
            for (var lane = 0; lane < 16; lane++)
            {
                if (spoilt[lane] == 0)
                    counts[lane, numbers[lane]]++;
                else
                    rejected++;
            }
        }

        Assert.InRange(rejected, 0, 5);
        for (var lane = 0; lane < 16; lane++)
        {
            var chiSquare = Enumerable.Range(0, bound).Sum(i => Math.Pow(counts[lane, i] - (20_000.0 / bound), 2) / (20_000.0 / bound));
            Assert.InRange(chiSquare, 12, 75);
        }
    }

    [Fact]
    public void Products_that_would_favour_some_numbers_are_rejected()
    {
        // For a bound just above 2³¹ / 1.5 a third of all words must go.
        const int bound = 1_431_655_766;
        var chance = new RandomLanes(1, 1);
        var rejected = 0;
        for (var i = 0; i < 1000; i++)
        {
            var spoilt = Vector512<uint>.Zero;
            chance.NextBelow(Vector512.Create((ulong)bound), Vector512.Create(RandomLanes.Threshold(bound)), ref spoilt);
            for (var lane = 0; lane < 16; lane++)
                rejected += spoilt[lane] == 0 ? 0 : 1;
        }

        Assert.InRange(rejected / 16_000.0, 0.31, 0.36);
    }

    [Theory]
    [InlineData(LocalSampling.Independent, false)]
    [InlineData(LocalSampling.Independent, true)]
    [InlineData(LocalSampling.SharedTable, false)]
    public void Under_chance_alone_p_is_spread_evenly(LocalSampling sampling, bool isSequential)
    {
        var chance = new RandomSequence(42);
        var graph = Neighbours.Grid(40, 40, queen: true).RowStandardised();
        double[] values = [.. Enumerable.Range(0, 1600).Select(_ => chance.NextNormal())];

        var found = Answers.Answer(LocalMoran.Compute(values, graph, new LocalOptions { Sampling = sampling, IsSequential = isSequential }));

        // Neighbouring lags overlap, so that the shares vary more than those of 1,600 independent tests.
        Assert.InRange(found.Areas.Count(area => area.P.Value < 0.1) / 1600.0, 0.06, 0.14);
        Assert.InRange(found.Areas.Count(area => area.P.Value < 0.5) / 1600.0, 0.43, 0.57);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_shared_table_counts_as_a_walk_over_its_rows_would(bool isWeighted)
    {
        // Equal weights take the quick way, unequal ones the walk; weights that differ by nothing that matters must give the same p.
        double[] values = [.. Enumerable.Range(0, 90).Select(i => (double)(i * i * 31 % 97))];
        var graph = Neighbours.Grid(9, 10, queen: true);
        var nearlyEqual = new List<(int, int, double)>();
        for (var area = 0; area < 90; area++)
            foreach (var other in graph.Of(area))
                nearlyEqual.Add((area, other, nearlyEqual.Count % 2 == 0 || !isWeighted ? 1 : 1 + 1e-15));
        var options = new LocalOptions { Sampling = LocalSampling.SharedTable, Permutations = 499 };

        var quick = Answers.Answer(LocalMoran.Compute(values, graph, options));
        var walked = Answers.Answer(LocalMoran.Compute(values, Neighbours.FromWeightedEdges(90, nearlyEqual.ToArray()), options));

        Assert.Equal(quick.Areas.Select(area => area.P.Value), walked.Areas.Select(area => area.P.Value));
    }

    [Fact]
    public void Sequential_stopping_gives_the_share_at_the_tenth_exceedance()
    {
        // The observed sum is the median of three values: both tails grow quickly.
        double[] scores = [.. Enumerable.Range(0, 200).Select(i => i % 3 - 1.0)];
        var draw = new Draw(0, 1, [], 0);
        var options = new LocalOptions { Permutations = 9999, IsSequential = true };

        foreach (var tails in new[] { new LaneDraws(scores).Compare(draw, options), new UrnDraws(scores).Compare(draw, options) })
        {
            Assert.True(tails.IsStopped);
            Assert.Equal(10, Math.Min(tails.AtLeast, tails.AtMost));
            Assert.InRange(tails.Draws, 10, 40);
            Assert.Equal(Math.Min(1, 20.0 / tails.Draws), tails.TwoSided);
        }
    }

    [Fact]
    public void The_number_of_draws_is_exactly_what_was_asked()
    {
        double[] scores = [.. Enumerable.Range(0, 200).Select(i => (double)i)];
        foreach (var asked in new[] { 1, 15, 16, 17, 99, 999 })
        {
            var all = new LaneDraws(scores).Compare(new Draw(3, 5, [], -1), new LocalOptions { Permutations = asked });

            Assert.Equal(new Tails(asked, 0, asked), all);
        }
    }

    [Fact]
    public void Weights_are_dealt_in_their_own_order()
    {
        // One neighbour counts a thousand times: the lag exceeds 1,000 only when the score 10 falls to it, one time in 199.
        double[] scores = [10, .. Enumerable.Repeat(0.0, 198), 10];
        var draw = new Draw(0, 3, [1000, 1, 1], 9_000);
        const int draws = 100_000;

        foreach (var tails in new[]
        {
            new LaneDraws(scores).Compare(draw, new LocalOptions { Permutations = draws }),
            new UrnDraws(scores).Compare(draw, new LocalOptions { Permutations = draws }),
        })
            Assert.InRange(tails.AtLeast, (draws / 199.0) - 120, (draws / 199.0) + 120);
    }

    /// <summary>How often each pair of areas 1–10 came out, from cumulative counts of sums.</summary>
    private static int[] PairsBelow(string how, int draws)
    {
        double[] scores = [.. Enumerable.Range(0, Areas).Select(i => i is 0 ? 0 : i <= 10 ? Math.Pow(2, i) : 1e6 + i)];
        var sums = (from a in Enumerable.Range(1, 10) from b in Enumerable.Range(1, 10) where a < b select scores[a] + scores[b]).Order().ToArray();
        var options = new LocalOptions { Permutations = draws };
        int AtMost(double bound)
        {
            var draw = new Draw(0, 2, [], bound);
            return how == "lanes" ? new LaneDraws(scores).Compare(draw, options).AtMost : new UrnDraws(scores).Compare(draw, options).AtMost;
        }

        var below = sums.Select(AtMost).ToArray();
        return [.. below.Select((count, i) => i == 0 ? count : count - below[i - 1])];
    }
}
