// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using CsCheck;
using Schakel.Analysis.Adjacency;
using Schakel.Analysis.Autocorrelation;
using Schakel.Analysis.Numerics;
using static Schakel.Analysis.Tests.Answers;

namespace Schakel.Analysis.Tests.Autocorrelation;

/// <summary>What must hold for any map and any values.</summary>
public sealed class AutocorrelationProperties
{
    /// <summary>A map of 5 to 40 areas with a random graph, and values that differ; all of it made from one seed.</summary>
    private static readonly Gen<Map> maps = Gen.Select(Gen.Int[5, 40], Gen.Int[0, 100_000], Gen.Bool).Select((areas, seed, isStandardised) =>
    {
        var chance = new RandomSequence(seed);
        var pairs = new List<(int, int)>();
        for (var a = 0; a < areas; a++)
            for (var b = a + 1; b < areas; b++)
                if (b == a + 1 || chance.NextDouble() < 0.1)
                    pairs.Add((a, b));
        double[] values = [.. Enumerable.Range(0, areas).Select(_ => Math.Round(chance.NextNormal() * 20))];
        values[0] = 1000;
        var graph = Neighbours.FromPairs(areas, pairs.ToArray());
        return new Map(values, isStandardised ? graph.RowStandardised() : graph, seed);
    });

    [Fact]
    public void The_unit_of_the_values_changes_nothing() =>
        Gen.Select(maps, Gen.Double[-50, 50], Gen.Double[0.1, 50]).Sample((map, shift, factor) =>
        {
            double[] converted = [.. map.Values.Select(value => shift + (factor * value))];

            var (before, after) = (Answer(GlobalMoran.Compute(map.Values, map.Graph, 99)), Answer(GlobalMoran.Compute(converted, map.Graph, 99)));
            Near(before.I, after.I);
            Near(before.ZRandomisation, after.ZRandomisation);
            Assert.Equal(before.Permutation!.P, after.Permutation!.P);
            Near(Answer(GlobalGeary.Compute(map.Values, map.Graph, 0)).C, Answer(GlobalGeary.Compute(converted, map.Graph, 0)).C);

            var (local, same) = (Answer(LocalMoran.Compute(map.Values, map.Graph, Few)), Answer(LocalMoran.Compute(converted, map.Graph, Few)));
            for (var area = 0; area < map.Values.Length; area++)
            {
                Near(local.Areas[area].Statistic, same.Areas[area].Statistic);
                Near(local.Areas[area].Z, same.Areas[area].Z);
                Assert.Equal(local.Areas[area].P, same.Areas[area].P);
            }
        });

    [Fact]
    public void Negated_values_have_the_same_I_and_the_mirrored_quadrants() =>
        maps.Sample(map =>
        {
            double[] negated = [.. map.Values.Select(value => -value)];

            var (local, mirrored) = (Answer(LocalMoran.Compute(map.Values, map.Graph, Few)), Answer(LocalMoran.Compute(negated, map.Graph, Few)));

            Near(Answer(GlobalMoran.Compute(map.Values, map.Graph, 0)).I, Answer(GlobalMoran.Compute(negated, map.Graph, 0)).I);
            for (var area = 0; area < map.Values.Length; area++)
            {
                Near(local.Areas[area].Statistic, mirrored.Areas[area].Statistic);
                Assert.Equal(local.Areas[area].P, mirrored.Areas[area].P);
                if (local.Areas[area].Z.Value is { } z)
                    Assert.Equal(z, -mirrored.Areas[area].Z.Value!.Value, 1e-9);
            }
        });

    [Fact]
    public void The_order_of_the_areas_changes_no_figure_that_is_not_drawn() =>
        maps.Sample(map =>
        {
            int[] order = [.. Enumerable.Range(0, map.Values.Length)];
            new RandomSequence(map.Seed, 1).Shuffle<int>(order);
            var edges = new List<(int, int, double)>();
            for (var area = 0; area < order.Length; area++)
                for (var place = 0; place < map.Graph.DegreeOf(area); place++)
                    edges.Add((order[area], order[map.Graph.Of(area)[place]], map.Graph.IsWeighted ? map.Graph.WeightsOf(area)[place] : 1));
            var graph = Neighbours.FromWeightedEdges(order.Length, edges.ToArray());
            var values = new double[order.Length];
            for (var area = 0; area < order.Length; area++)
                values[order[area]] = map.Values[area];

            var (before, after) = (Answer(GlobalMoran.Compute(map.Values, map.Graph, 0)), Answer(GlobalMoran.Compute(values, graph, 0)));
            Near(before.I, after.I);
            Near(before.VarianceRandomisation, after.VarianceRandomisation);
            Near(before.VarianceNormality, after.VarianceNormality);
            var (local, other) = (Answer(GetisOrd.Compute(map.Values, map.Graph, true, None)), Answer(GetisOrd.Compute(values, graph, true, None)));
            for (var area = 0; area < order.Length; area++)
                Near(local.Areas[area].Statistic, other.Areas[order[area]].Statistic);
        });

    [Fact]
    public void The_number_of_cores_changes_no_bit_and_the_seed_only_what_is_drawn() =>
        Gen.Select(maps, Gen.Int[2, 6], Gen.Bool, Gen.Enum<LocalSampling>()).Sample((map, threads, isSequential, sampling) =>
        {
            var options = new LocalOptions
            {
                Permutations = 199,
                Threads = 1,
                Sampling = sampling,
                IsSequential = isSequential && sampling == LocalSampling.Independent,
            };

            var one = Answer(LocalMoran.Compute(map.Values, map.Graph, options));
            var many = Answer(LocalMoran.Compute(map.Values, map.Graph, options with { Threads = threads }));
            var elsewhere = Answer(LocalMoran.Compute(map.Values, map.Graph, options with { Seed = 1 }));

            Assert.Equal(one.Areas, many.Areas);
            Assert.Equal(one.Clusters.Labels, many.Clusters.Labels);
            Assert.Equal(one.Areas.Select(area => area.Z), elsewhere.Areas.Select(area => area.Z));
            Assert.Equal(Answer(GlobalGeary.Compute(map.Values, map.Graph, 99, threads: 1)), Answer(GlobalGeary.Compute(map.Values, map.Graph, 99, threads: threads)));
        });

    [Fact]
    public void Under_W_the_mean_of_the_local_figures_is_the_global_one() =>
        maps.Sample(map =>
        {
            var graph = map.Graph.RowStandardised();

            var mean = Answer(LocalMoran.Compute(map.Values, graph, None)).Areas.Average(area => area.Statistic.Value!.Value);

            Assert.Equal(Answer(GlobalMoran.Compute(map.Values, graph, 0)).I, mean, 1e-9);
        });

    [Fact]
    public void The_joins_of_all_kinds_add_up_to_all_borders() =>
        maps.Sample(map =>
        {
            bool[] isBlack = [.. map.Values.Select(value => value > 0)];
            if (!isBlack.AsSpan().ContainsAnyExcept(isBlack[0]))
                return;

            var found = Answer(JoinCount.Compute(isBlack, map.Graph.Binary(), 0));

            Assert.Equal(map.Graph.EdgeCount / 2.0, found.BlackBlack.Count + found.WhiteWhite.Count + found.BlackWhite.Count, 1e-9);
            Assert.Equal(map.Graph.EdgeCount / 2.0, found.BlackBlack.Expected + found.WhiteWhite.Expected + found.BlackWhite.Expected, 1e-9);
        });

    [Fact]
    public void Local_Geary_has_no_unit_no_order_and_no_cores() =>
        Gen.Select(maps, Gen.Double[-50, 50], Gen.Double[0.1, 50], Gen.Int[2, 6]).Sample((map, shift, factor, threads) =>
        {
            var before = Answer(LocalGeary.Compute(map.Values, map.Graph, Few with { Threads = 1 }));
            var after = Answer(LocalGeary.Compute([.. map.Values.Select(value => shift - (factor * value))], map.Graph, Few with { Threads = threads }));

            for (var area = 0; area < map.Values.Length; area++)
            {
                Near(before.Areas[area].Statistic, after.Areas[area].Statistic);
                Near(before.Areas[area].P, after.Areas[area].P);
                if (before.Areas[area].Z.Value is { } z && Math.Abs(z) < 100)
                    Near(before.Areas[area].Z, after.Areas[area].Z);
            }
        });

    [Fact]
    public void The_sum_of_local_Geary_is_the_global_one_with_any_weights() =>
        maps.Sample(map =>
        {
            var sum = Answer(LocalGeary.Compute(map.Values, map.Graph, None)).Areas.Sum(area => area.Statistic.Value!.Value);
            var s0 = map.Graph.IsWeighted ? map.Graph.Weights.ToArray().Sum() : map.Graph.EdgeCount;

            Near(Answer(GlobalGeary.Compute(map.Values, map.Graph, 0)).C, (map.Values.Length - 1) * sum / (2 * s0 * map.Values.Length));
        });

    [Fact]
    public void Turning_one_of_two_columns_round_turns_bivariate_Moran_round() =>
        maps.Sample(map =>
        {
            double[] other = [.. map.Values.Select((value, area) => (value * 3) + (area * area % 17))], negated = [.. other.Select(value => -value)];

            var before = Answer(BivariateLocalMoran.Compute(map.Values, other, map.Graph, Few));
            var after = Answer(BivariateLocalMoran.Compute(map.Values, negated, map.Graph, Few));

            for (var area = 0; area < map.Values.Length; area++)
            {
                Assert.Equal(before.Areas[area].Statistic.Value!.Value, -after.Areas[area].Statistic.Value!.Value, 1e-9);
                Assert.Equal(before.Areas[area].P, after.Areas[area].P);
            }
        });

    [Fact]
    public void Ten_times_the_cases_and_the_residents_leave_the_overall_rate_and_sharpen_the_rest() =>
        Gen.Select(Gen.Int[0, 20], Gen.Int[20, 500]).Array[3, 30].Where(areas => areas.Any(area => area.Item1 > 0)).Sample(areas =>
        {
            double[] cases = [.. areas.Select(area => (double)area.Item1)], population = [.. areas.Select(area => (double)area.Item2)];

            var small = Answer(RateSmoothing.Compute(cases, population));
            var large = Answer(RateSmoothing.Compute([.. cases.Select(count => 10 * count)], [.. population.Select(count => 10 * count)]));

            Assert.Equal(small.B, large.B, 1e-12);
            Assert.True(large.A >= small.A - 1e-15);
            for (var area = 0; area < cases.Length; area++)
                Assert.InRange(
                    Math.Abs(large.Rates[area] - (cases[area] / population[area])), 0, Math.Abs(small.Rates[area] - (cases[area] / population[area])) + 1e-12);
        });

    private static LocalOptions None { get; } = new() { Permutations = 0 };

    private static LocalOptions Few { get; } = new() { Permutations = 99 };

    private static void Near(Figure expected, Figure actual)
    {
        Assert.Equal(expected.Reason?.Code, actual.Reason?.Code);
        if (expected.Value is { } value)
            Near(value, actual.Value!.Value);
    }

    private static void Near(double expected, double actual) => Assert.Equal(expected, actual, 1e-8 * Math.Max(1, Math.Abs(expected)));

    private sealed record Map(double[] Values, Neighbours Graph, int Seed);
}
