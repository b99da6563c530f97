// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using CsCheck;
using Schakel.Analysis.Adjacency;
using Schakel.Analysis.Numerics;
using Schakel.Analysis.Rezoning;
using static Schakel.Analysis.Tests.Answers;

namespace Schakel.Analysis.Tests.Rezoning;

/// <summary>What must hold on any map (methods N.1 and N.4).</summary>
public sealed class RezoningProperties
{
    private static readonly RezoningOptions few = new() { Replicates = 19, ZoneCounts = [2, 4] };

    private static readonly Gen<Map> maps = Gen.Select(Gen.Int[3, 6], Gen.Int[3, 6], Gen.Int[0, 100_000]).Select((rows, columns, seed) =>
    {
        var chance = new RandomSequence(seed);
        var (cases, population) = (new double[rows * columns], new double[rows * columns]);
        for (var leaf = 0; leaf < cases.Length; leaf++)
        {
            population[leaf] = 50 + chance.NextInt(950);
            cases[leaf] = PoissonDraw.Next(ref chance, population[leaf] * (0.05 + (0.1 * chance.NextDouble())));
        }

        // Four quarters of the grid.
        int[] zones = [.. Enumerable.Range(0, cases.Length).Select(leaf => (leaf / columns * 2 / rows * 2) + (leaf % columns * 2 / columns))];
        return new Map(rows, columns, cases, population, zones);
    });

    [Fact]
    public void Ten_times_the_cases_and_the_residents_leave_every_figure_as_it_is() => maps.Sample(
        map =>
        {
            var larger = map with { Cases = [.. map.Cases.Select(count => 10 * count)], Population = [.. map.Population.Select(count => 10 * count)] };

            var (one, ten) = (Compute(map, few), Compute(larger, few));

            Assert.Equal(one.Official.EtaSquared, ten.Official.EtaSquared, 1e-9);
            Assert.Equal(one.Official.P, ten.Official.P);
            Assert.Equal(one.Jaccard, ten.Jaccard, 1e-9);
            // Not the grade: whether zones differ by more than chance does depend on how many people were counted.
            Assert.All(one.Scales.Zip(ten.Scales), pair => Assert.Equal(pair.First.EtaSquared.Mean, pair.Second.EtaSquared.Mean, 1e-9));
        },
        iter: 40);

    [Fact]
    public void Other_names_for_the_zones_change_nothing() => Gen.Select(maps, Gen.Shuffle(new[] { 0, 1, 2, 3 })).Sample(
        (map, names) =>
        {
            var (one, other) = (Compute(map, few), Compute(map with { Zones = [.. map.Zones.Select(zone => names[zone])] }, few));

            Assert.Equal(one.Official.EtaSquared, other.Official.EtaSquared, 1e-12);
            Assert.Equal(one.Official.P, other.Official.P);
            Assert.Equal(one.Jaccard, other.Jaccard, 1e-12);
            Assert.Equal(one.Selection, other.Selection);
        },
        iter: 40);

    [Fact]
    public void The_number_of_threads_changes_not_a_bit() => Gen.Select(maps, Gen.Int[2, 5], Gen.Int[0, 1000]).Sample(
        (map, threads, seed) =>
        {
            var (one, many) = (Compute(map, few with { Threads = 1, Seed = seed }), Compute(map, few with { Threads = threads, Seed = seed }));

            Assert.Equal(one.Official, many.Official);
            Assert.Equal(one.Scales, many.Scales);
            Assert.Equal(one.Selection, many.Selection);
            Assert.Equal((one.Jaccard, one.ScaleVariance, one.ZoningVariance), (many.Jaccard, many.ScaleVariance, many.ZoningVariance));
        },
        iter: 40);

    [Fact]
    public void Shares_are_shares_and_the_official_zones_are_one_of_the_draws_at_most() => maps.Sample(
        map =>
        {
            var found = Compute(map, few);

            Assert.InRange(found.Official.EtaSquared, -1e-12, 1 + 1e-12);
            Assert.InRange(found.Official.P, double.Epsilon, 1);
            Assert.All(found.Scales, scale => Assert.InRange(scale.EtaSquared.Mean, scale.EtaSquared.Min - 1e-12, scale.EtaSquared.Max + 1e-12));
            Assert.InRange(found.Jaccard, 0, 1 + 1e-12);
            Assert.All(found.Selection, share => Assert.InRange(share, 0, 1));
        },
        iter: 40);

    private static RezoningResult Compute(Map map, RezoningOptions options) =>
        Answer(RezoningRobustness.Compute(Neighbours.Grid(map.Rows, map.Columns), map.Cases, map.Population, map.Zones, options));

    private sealed record Map(int Rows, int Columns, double[] Cases, double[] Population, int[] Zones);
}
