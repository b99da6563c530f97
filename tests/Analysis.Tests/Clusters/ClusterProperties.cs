// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using CsCheck;
using Schakel.Analysis.Adjacency;
using Schakel.Analysis.Clusters;
using Schakel.Analysis.Numerics;
using static Schakel.Analysis.Tests.Answers;

namespace Schakel.Analysis.Tests.Clusters;

/// <summary>What must hold for any map.</summary>
public sealed class ClusterProperties
{
    private static readonly Gen<(double[] X, double[] Y, double[] Cases, double[] Population, int Seed)> maps =
        Gen.Select(Gen.Int[6, 60], Gen.Int[0, 100_000]).Select((areas, seed) =>
        {
            var chance = new RandomSequence(seed);
            double[] x = new double[areas], y = new double[areas], cases = new double[areas], population = new double[areas];
            for (var area = 0; area < areas; area++)
            {
                (x[area], y[area]) = (chance.NextInt(12) * 100, chance.NextInt(12) * 100);
                population[area] = chance.NextInt(8) == 0 ? 0 : 50 + chance.NextInt(500);
                cases[area] = PoissonDraw.Next(ref chance, population[area] * 0.02);
            }

            (population[0], cases[0]) = (300, 7);
            return (x, y, cases, population, seed);
        });

    private static PoissonScanOptions Few { get; } = new() { Replicates = 39, LargestShare = 0.5 };

    [Fact]
    public void The_number_of_cores_changes_no_bit() =>
        Gen.Select(maps, Gen.Int[2, 5]).Sample((map, threads) =>
        {
            var one = Compute(map.X, map.Y, map.Cases, map.Population, Few with { Threads = 1 });
            var many = Compute(map.X, map.Y, map.Cases, map.Population, Few with { Threads = threads });

            Assert.Equal(one?.NullDistribution, many?.NullDistribution);
            Assert.Equal(Lines(one), Lines(many));
        }, iter: 60);

    [Fact]
    public void Clusters_share_nothing_come_strongest_first_and_stay_within_the_limits() =>
        maps.Sample(map =>
        {
            if (Compute(map.X, map.Y, map.Cases, map.Population, Few) is not { } found)
                return;

            Assert.Equal(found.Clusters.Sum(cluster => cluster.Areas.Count), found.Clusters.SelectMany(cluster => cluster.Areas).Distinct().Count());
            Assert.Equal(found.Clusters.Select(cluster => cluster.LogLikelihoodRatio).OrderDescending(), found.Clusters.Select(cluster => cluster.LogLikelihoodRatio));
            Assert.All(found.Clusters, cluster =>
            {
                Assert.True(cluster.Cases > cluster.Expected);
                Assert.InRange(cluster.Expected, 0, (0.5 * map.Cases.Sum()) + 1e-6);
                Assert.InRange(cluster.P, double.Epsilon, 1);
                Assert.Equal(cluster.Areas.Order(), cluster.Areas);
            });
        }, iter: 100);

    [Fact]
    public void A_move_a_turn_and_another_unit_of_people_change_no_cluster() =>
        maps.Sample(map =>
        {
            var before = Compute(map.X, map.Y, map.Cases, map.Population, Few);
            var after = Compute([.. map.Y.Select(y => 5000 - y)], [.. map.X.Select(x => x + 70_000)], map.Cases, [.. map.Population.Select(count => count / 8)], Few);

            Assert.Equal(before?.Clusters.Select(cluster => string.Join(",", cluster.Areas)), after?.Clusters.Select(cluster => string.Join(",", cluster.Areas)));
            Assert.Equal(before?.Clusters.Select(cluster => cluster.LogLikelihoodRatio), after?.Clusters.Select(cluster => cluster.LogLikelihoodRatio));
        }, iter: 100);

    [Fact]
    public void The_strongest_cluster_does_not_depend_on_the_order_of_the_areas() =>
        maps.Sample(map =>
        {
            int[] order = [.. Enumerable.Range(0, map.X.Length)];
            new RandomSequence(map.Seed, 1).Shuffle<int>(order);
            double[] Turned(double[] column) => [.. order.Select(area => column[area])];

            var before = Compute(map.X, map.Y, map.Cases, map.Population, Few);
            var after = Compute(Turned(map.X), Turned(map.Y), Turned(map.Cases), Turned(map.Population), Few);

            Assert.Equal(before?.Clusters.Count > 0, after?.Clusters.Count > 0);
            if (before is { Clusters: [var first, ..] } && after is { Clusters: [var same, ..] })
                Assert.Equal(first.LogLikelihoodRatio, same.LogLikelihoodRatio, 1e-9);
        }, iter: 100);

    [Fact]
    public void A_binomial_draw_has_its_mean_and_variance() =>
        Gen.Select(Gen.Int[1, 5000], Gen.Double[0.001, 0.999], Gen.Int[0, 1000]).Sample((count, share, seed) =>
        {
            const int draws = 4000;
            var chance = new RandomSequence(seed);
            double sum = 0, squares = 0;
            for (var i = 0; i < draws; i++)
            {
                var heads = BinomialDraw.Next(ref chance, count, share);
                Assert.InRange(heads, 0, count);
                sum += heads;
                squares += (heads - (count * share)) * (heads - (count * share));
            }

            // Six standard errors: one in a thousand million for the mean; the variance has fat tails for rare cases.
            var variance = count * share * (1 - share);
            Assert.InRange((sum / draws) - (count * share), -6 * Math.Sqrt(variance / draws), 6 * Math.Sqrt(variance / draws));
            var error = Math.Sqrt((2 + (1 / variance)) / draws);
            Assert.InRange((squares / draws / variance) - 1, -7 * error, 7 * error);
        }, iter: 40);

    [Fact]
    public void A_border_contrast_has_no_unit_and_looks_at_each_pair_once() =>
        Gen.Select(Gen.Int[0, 100_000], Gen.Double[-50, 50], Gen.Double[0.1, 50]).Sample((seed, shift, factor) =>
        {
            var chance = new RandomSequence(seed);
            double[] values = [.. Enumerable.Range(0, 30).Select(_ => (double)chance.NextInt(50))];
            int[] zones = [.. Enumerable.Range(0, 30).Select(area => area % 6 < 3 ? 7 : 2)];

            var plain = Answer(BorderContrast.Compute(values, Neighbours.Grid(5, 6), zones));
            var converted = Answer(BorderContrast.Compute([.. values.Select(value => shift + (factor * value))], Neighbours.Grid(5, 6).RowStandardised(), zones));

            Assert.Equal(plain.Whole.Contrast.Value!.Value, converted.Whole.Contrast.Value!.Value, 1e-9);
            Assert.Equal(Neighbours.Grid(5, 6).EdgeCount / 2, plain.Whole.PairsAcross + plain.Whole.PairsWithin);
            Assert.Equal(2 * plain.Whole.PairsAcross, plain.Zones.Sum(zone => zone.Differences.PairsAcross));
            Assert.Equal(plain.Whole.PairsWithin, plain.Zones.Sum(zone => zone.Differences.PairsWithin));
        }, iter: 100);

    /// <summary>Null only for maps whose every area is too large for a circle.</summary>
    private static PoissonScanResult? Compute(double[] x, double[] y, double[] cases, double[] population, PoissonScanOptions options)
    {
        if (PoissonScan.Compute(x, y, cases, population, options: options).TryGet(out var answer, out var reason))
            return answer;
        Assert.Equal("areas-too-large", reason.Code);
        return null;
    }

    private static IEnumerable<(string, double, double, double)>? Lines(PoissonScanResult? found) =>
        found?.Clusters.Select(cluster => (string.Join(",", cluster.Areas), cluster.P, cluster.LogLikelihoodRatio, cluster.RadiusInMetres));
}
