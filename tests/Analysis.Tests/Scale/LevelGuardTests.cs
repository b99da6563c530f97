// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Numerics;
using Schakel.Analysis.Scale;
using static Schakel.Analysis.Tests.Scale.Answers;

namespace Schakel.Analysis.Tests.Scale;

public sealed class LevelGuardTests
{
    private static readonly ScaleProfileOptions quick = new() { Replicates = 19 };

    [Fact]
    public void Wijken_of_one_buurt_each_are_taken_together_with_buurten()
    {
        var profile = Profile(["buurt", "wijk", "gemeente"], 60, [Each(60, 1), Each(60, 6)], quick);

        var wijk = profile.Levels[1];
        Assert.Equal("buurt", wijk.MergedWith);
        Assert.Equal(60, wijk.Groups);
        Assert.All(new[] { wijk.Variance, wijk.Share, wijk.Low, wijk.High }, figure => Assert.Equal("level-merged", figure.Reason?.Code));
        Assert.Equal(["wijk", "buurt"], wijk.Variance.Reason!.Arguments);
        Assert.Equal(["buurt", "gemeente"], profile.ShareOf);
        Assert.Contains(profile.Warnings, warning => warning.Code == "level-merged");
        Close(profile.Units[0].Estimate, profile.Units[1].Estimate, 1e-12);
        Close(profile.Units[0].StandardDeviation, profile.Units[1].StandardDeviation, 1e-12);
    }

    [Fact]
    public void Thirty_percent_of_wijken_with_sisters_is_enough()
    {
        // 7 wijken of one buurt and 3 of two; then 8 and 2.
        int[] enough = [0, 1, 2, 3, 4, 5, 6, 7, 7, 8, 8, 9, 9];
        int[] notEnough = [0, 1, 2, 3, 4, 5, 6, 7, 8, 8, 9, 9];

        Assert.Null(Profile(["buurt", "wijk"], 13, [enough], quick).Levels[1].MergedWith);
        Assert.Equal("buurt", Profile(["buurt", "wijk"], 12, [notEnough], quick).Levels[1].MergedWith);
    }

    [Fact]
    public void A_level_between_with_four_groups_is_merged_and_a_top_with_four_is_described()
    {
        var profile = Profile(["buurt", "stadsdeel", "gemeente"], 80, [Each(80, 20), Each(80, 20)], quick);

        Assert.Equal("buurt", profile.Levels[1].MergedWith);
        Assert.Null(profile.Levels[2].MergedWith);
        Assert.Equal("too-few-groups", profile.Levels[2].Variance.Reason?.Code);
        Assert.Equal(["gemeente", 4, 5], profile.Levels[2].Variance.Reason!.Arguments);
        Assert.Equal(1, profile.Levels[0].Share.Value);
    }

    [Fact]
    public void A_merged_level_is_the_mean_of_its_parts()
    {
        var profile = Profile(["buurt", "stadsdeel", "gemeente"], 120, [Each(120, 30), Each(120, 60)], quick);

        for (var group = 0; group < 4; group++)
        {
            Assert.Equal(profile.Units[0].Estimate.Skip(30 * group).Take(30).Average(), profile.Units[1].Estimate[group], 1e-12);
            Assert.Equal(profile.Units[1].Estimate[group], profile.Units[1].Realised[group], 1e-12);
            Assert.Equal(profile.Units[1].StandardDeviation[group], profile.Units[1].RealisedStandardDeviation[group], 1e-12);
        }

        Assert.All(profile.Units[1].StandardDeviation.Zip(profile.Units[0].StandardDeviation), pair => Assert.True(pair.First < pair.Second));
    }

    [Fact]
    public void One_gemeente_is_the_whole_and_the_level_below_it_counts_as_the_top()
    {
        var profile = Profile(["buurt", "wijk", "gemeente"], 40, [Each(40, 10), Each(40, 40)], quick);

        Assert.Equal("too-few-groups", profile.Levels[2].Variance.Reason?.Code);
        Assert.Equal("too-few-groups", profile.Levels[1].Variance.Reason?.Code);
        Assert.Null(profile.Levels[1].MergedWith);
        Assert.Single(profile.Units[2].Estimate);
        Assert.Equal("too-few-groups", Profile(["buurt", "wijk", "gemeente"], 40, [Each(40, 10), Each(40, 40)], quick with { AllLevels = true }).Levels[2].Variance.Reason?.Code);
    }

    [Fact]
    public void Five_to_nine_groups_are_an_indication()
    {
        foreach (var (groups, indicative) in new[] { (5, true), (9, true), (10, false) })
            Assert.Equal(indicative, Profile(["buurt", "wijk"], 4 * groups, [Each(4 * groups, 4)], quick).Levels[1].Indicative);
    }

    [Fact]
    public void A_level_that_most_units_lack_is_described_apart()
    {
        var stadsdeel = Enumerable.Range(0, 100).Select(i => i < 40 ? i / 8 : -1).ToArray();

        var profile = Profile(["buurt", "stadsdeel", "gemeente"], 100, [stadsdeel, Enumerable.Range(0, 100).Select(i => i < 40 ? 0 : 1 + ((i - 40) / 10)).ToArray()], quick);

        Assert.Equal("level-mostly-absent", profile.Levels[1].Variance.Reason?.Code);
        Assert.Equal(5, profile.Units[1].Estimate.Length);
        Assert.Equal(["buurt", "gemeente"], profile.ShareOf);
    }

    [Fact]
    public void All_levels_lifts_the_guards()
    {
        var profile = Profile(["buurt", "stadsdeel", "gemeente"], 120, [Each(120, 30), Each(120, 60)], quick with { AllLevels = true });

        Assert.All(profile.Levels, level => Assert.NotNull(level.Variance.Value));
        Assert.Equal(["buurt", "stadsdeel", "gemeente"], profile.ShareOf);
        Assert.Equal(1, profile.Levels.Sum(level => level.Share.Value!.Value), 1e-12);
    }

    [Fact]
    public void Two_levels_that_are_one_are_not_uniquely_determined_when_asked_for_all()
    {
        var profile = Profile(["buurt", "wijk"], 40, [Each(40, 1)], quick with { AllLevels = true });

        Assert.Contains(profile.Warnings, warning => warning.Code == "not-uniquely-determined");
    }

    [Fact]
    public void Moments_say_which_level_they_cannot_see()
    {
        var profile = Profile(["buurt", "wijk"], 40, [Each(40, 1)], quick with { AllLevels = true, Estimator = ScaleEstimator.Moments });

        Assert.Equal("not-identifiable", profile.Levels[0].Variance.Reason?.Code);
        Assert.Equal(["wijk"], profile.ShareOf);
    }

    [Fact]
    public void Four_units_are_too_few()
    {
        var tree = Of(UnitTree.Create(["buurt"], 4, []));

        Assert.Equal("too-few-units", ReasonOf(ScaleProfile.Compute(tree, [0.1, 0.2, 0.3, 0.4], [], [], quick)).Code);
        Assert.NotNull(Of(ScaleProfile.Compute(tree, [0.1, 0.2, 0.3, 0.4], [], [], quick with { AllLevels = true })));
        Assert.Equal("too-few-units", ReasonOf(ScaleProfile.Compute(Of(UnitTree.Create(["buurt"], 0, [])), [], [], [], quick with { AllLevels = true })).Code);
    }

    [Fact]
    public void Equal_rates_have_no_variation()
    {
        var tree = Of(UnitTree.Create(["buurt"], 9, []));

        Assert.Equal("no-variation", ReasonOf(ScaleProfile.Compute(tree, [.. Enumerable.Repeat(0.1, 9)], [], [], quick)).Code);
    }

    [Fact]
    public void Columns_that_break_the_contract_throw()
    {
        var tree = Of(UnitTree.Create(["buurt"], 5, []));
        double[] rates = [0.1, 0.2, 0.3, 0.4, 0.5];

        Assert.ThrowsAny<ArgumentException>(() => ScaleProfile.Compute(tree, [0.1, 0.2], [], [], quick));
        Assert.ThrowsAny<ArgumentException>(() => ScaleProfile.Compute(tree, [0.1, 0.2, 0.3, 0.4, double.NaN], [], [], quick));
        Assert.ThrowsAny<ArgumentException>(() => ScaleProfile.Compute(tree, rates, [1, 1], [], quick));
        Assert.ThrowsAny<ArgumentException>(() => ScaleProfile.Compute(tree, rates, [1, 1, 1, 1, -1], [], quick));
        Assert.ThrowsAny<ArgumentException>(() => ScaleProfile.Compute(tree, rates, [], [1, 1, 1, 1, 0], quick));
        Assert.ThrowsAny<ArgumentException>(() => ScaleProfile.Compute(tree, rates, [], [1, 1, 1, 1, double.PositiveInfinity], quick));
        Assert.ThrowsAny<ArgumentException>(() => ScaleProfile.Compute(tree, rates, [], [], quick with { Threads = -1 }));
        Assert.ThrowsAny<ArgumentException>(() => ScaleProfile.Compute(tree, rates, [], [], quick with { Replicates = -1 }));
    }

    [Theory]
    [InlineData(1e-9)]
    [InlineData(1e9)]
    [InlineData(1e-120)]
    [InlineData(1e120)]
    public void Very_small_and_very_large_figures_come_out_alike(double unit)
    {
        var ordinary = Profile(["buurt", "wijk"], 60, [Each(60, 5)], quick, 1);

        var extreme = Profile(["buurt", "wijk"], 60, [Each(60, 5)], quick, unit);

        for (var level = 0; level < 2; level++)
            Assert.Equal(ordinary.Levels[level].Share.Value!.Value, extreme.Levels[level].Share.Value!.Value, 1e-6);
    }

    [Theory]
    [InlineData(1e-200)]
    [InlineData(1e200)]
    public void Figures_beyond_what_can_be_squared_have_no_answer(double unit)
    {
        var tree = Of(UnitTree.Create(["buurt", "wijk"], 60, [Each(60, 5)]));

        Assert.Equal("differences-not-measurable", ReasonOf(ScaleProfile.Compute(tree, Rates(60, unit), [], [], quick)).Code);
    }

    [Fact]
    public void Without_chance_every_unit_keeps_its_own_figure()
    {
        var tree = Of(UnitTree.Create(["buurt", "wijk"], 30, [Each(30, 5)]));
        var rates = Rates(30, 1);

        var profile = Of(ScaleProfile.Compute(tree, rates, new double[30], [], quick with { Kind = RateKind.Mean }));

        Assert.Equal(0, profile.Noise.Share.Value);
        Assert.False(profile.Noise.Dominates);
        Close(rates, profile.Units[0].Estimate, 1e-9);
        Assert.All(profile.Units[0].StandardDeviation, deviation => Assert.Equal(0, deviation));
    }

    [Fact]
    public void Weighing_by_variances_that_are_zero_falls_back_and_says_so()
    {
        var tree = Of(UnitTree.Create(["buurt", "wijk"], 30, [Each(30, 5)]));

        var profile = Of(ScaleProfile.Compute(
            tree, Rates(30, 1), new double[30], [], quick with { Estimator = ScaleEstimator.Moments, Weights = MomentWeights.Inverse, Kind = RateKind.Mean }));

        Assert.Contains(profile.Warnings, warning => warning.Code == "equal-weights");
    }

    [Fact]
    public void Without_intervals_the_ends_say_that_nobody_asked()
    {
        var profile = Profile(["buurt", "wijk"], 60, [Each(60, 5)], quick with { Intervals = false });

        Assert.All(
            new[] { profile.Levels[0].VarianceLow, profile.Levels[0].VarianceHigh, profile.Levels[0].Low, profile.Levels[0].High, profile.Noise.Low, profile.Noise.High },
            figure => Assert.Equal("not-asked", figure.Reason?.Code));
    }

    private static int[] Each(int count, int size) => [.. Enumerable.Range(0, count).Select(i => i / size)];

    private static double[] Rates(int count, double unit)
    {
        var random = new RandomSequence(5);
        var (wijk, rates) = (0.0, new double[count]);
        for (var i = 0; i < count; i++)
        {
            wijk = i % 5 == 0 ? random.NextNormal() : wijk;
            rates[i] = unit * (10 + wijk + random.NextNormal());
        }

        return rates;
    }

    private static ScaleProfileResult Profile(string[] levels, int count, int[][] ancestors, ScaleProfileOptions options, double unit = 1)
    {
        var noise = Enumerable.Repeat(0.1 * unit * unit, count).ToArray();
        return Of(ScaleProfile.Compute(Of(UnitTree.Create(levels, count, ancestors)), Rates(count, unit), noise, [], options with { Kind = RateKind.Mean }));
    }
}
