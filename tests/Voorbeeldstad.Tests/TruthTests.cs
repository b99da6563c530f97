// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Voorbeeldstad.Figures;

namespace Schakel.Voorbeeldstad.Tests;

public sealed class TruthTests
{
    public static TheoryData<int> Seeds => [2009, 1, 2, 3, 42, -7];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Realised_variances_are_exactly_the_planted_ones(int seed)
    {
        var figures = new TownFigures(seed);

        foreach (var truth in new[] { figures.LitterRates, figures.Loneliness, figures.Debts })
        {
            Assert.All(truth.Planted.Variance.Index(), level =>
            {
                var effects = truth.Effects[level.Index].Values.ToArray();
                Assert.Equal(1, Effects.VarianceOf(effects) / level.Item.Value, tolerance: 1e-9);
                Assert.Equal(0, effects.Average() / truth.Planted.Mean, tolerance: 1e-9);
            });
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void No_rate_is_below_zero_or_above_one(int seed)
    {
        var figures = new TownFigures(seed);

        Assert.All([.. figures.LitterRates.Rates, .. figures.Loneliness.Rates, .. figures.Debts.Rates, .. figures.LowIncome.OfType<double>()], rate => Assert.InRange(rate, 1e-6, 1));
    }

    [Fact]
    public void The_planted_shares_are_those_of_the_plan()
    {
        var figures = new TownFigures(2009);

        Assert.Equal([("cell", 0.85), ("buurt", 0.10), ("wijk", 0.05)], Shares(figures.LitterRates));
        Assert.Equal([("buurt", 0.25), ("wijk", 0.60), ("gemeente", 0.15)], Shares(figures.Loneliness));
        Assert.Equal([("buurt", 0.25), ("wijk", 0.20), ("gemeente", 0.55)], Shares(figures.Debts));
        Assert.Equal([0.050, 0.032, 0.024], new[] { figures.LitterRates, figures.Loneliness, figures.Debts }
            .Select(truth => Math.Round(Math.Sqrt(truth.Planted.Variance.Sum(level => level.Value)), 6)));
    }

    [Fact]
    public void Seventy_percent_of_the_differences_in_debts_go_with_who_lives_there()
    {
        var debts = new TownFigures(2009).Debts;
        var total = debts.Effects.Sum(level => Effects.VarianceOf([.. level.Values]));
        var draw = new Schakel.Analysis.Numerics.RandomSequence(5);
        var effects = Effects.Draw(40, 2, 0.7, ref draw);

        Assert.Equal(0.7, Effects.VarianceOf(effects.Explained) / Effects.VarianceOf(effects.Total), tolerance: 1e-9);
        Assert.Equal(0.024 * 0.024, total, tolerance: 1e-12);
    }

    [Fact]
    public void Bicycle_theft_is_two_and_a_half_times_as_frequent_around_the_border_station()
    {
        var figures = new TownFigures(2009);
        var near = figures.Buurten.Index().Where(buurt => BikeTheft.IsAroundStation(buurt.Item)).Select(buurt => buurt.Index).ToArray();
        var all = Enumerable.Range(0, figures.Buurten.Count).Where(i => figures.Published[i]).Except(near).ToArray();

        Assert.All(figures.Stolen, year => Assert.Equal(2.5, Rate(year, near) / Rate(year, all), tolerance: 0.1));

        double Rate(int?[] year, int[] members) => (double)members.Sum(i => year[i]!.Value) / members.Sum(i => figures.Buurten[i].Residents);
    }

    [Fact]
    public void Waterbed_counts_are_exact_in_every_zone()
    {
        var cells = new TownFigures(2009).Cells;
        foreach (var waterbed in new[] { Waterbed.Containers, Waterbed.Square })
        {
            var zones = waterbed.Rows(cells).GroupBy(row => row.Zone).ToArray();
            Assert.Equal(waterbed.Counts, zones.SelectMany(zone => new[] { zone.Sum(row => row.Before), zone.Sum(row => row.After) }));
            Assert.Equal(50, waterbed.Rows(cells).Select(row => row.Cell).Distinct().Count());
            Assert.All(waterbed.Rows(cells), row => Assert.True(row.Before >= 0 && row.After >= 0));
        }

        Assert.Equal((-200, 160), (Waterbed.Containers.Truth.Local, Waterbed.Containers.Truth.Ring));
        Assert.Equal((-129, 27), (Waterbed.Square.Truth.Local, Waterbed.Square.Truth.Ring));
    }

    private static (string, double)[] Shares(TrueRates truth)
    {
        var total = truth.Planted.Variance.Sum(level => level.Value);
        return [.. truth.Planted.Variance.Select(level => (level.Key, Math.Round(level.Value / total, 9)))];
    }
}
