// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Scale;
using static Schakel.Analysis.Tests.Scale.Answers;
using static Schakel.Analysis.Tests.Scale.ScaleCase;

namespace Schakel.Analysis.Tests.Scale;

public sealed class WorkedCaseTests
{
    private static readonly ScaleProfileOptions point = new() { Intervals = false, AllLevels = true };

    [Fact]
    public void A1_reml_splits_the_variance_over_buurt_wijk_and_gemeente()
    {
        var (worked, expected, profile) = Nested(point with { Estimator = ScaleEstimator.Reml });

        var reml = expected["reml"]!;
        Close(Numbers(reml["variances"]).Select(Percent), profile.Levels.Select(level => Percent(level.Variance.Value!.Value)), worked.Tolerance);
        Close(Number(reml["mean"]), profile.Mean, worked.Tolerance);
        Close(Number(reml["meanStandardError"]), profile.MeanStandardError, worked.Tolerance);
        Close(Numbers(expected["shares"]), profile.Levels.Select(level => level.Share.Value!.Value), Number(expected["shareTolerance"]) * 20);
        Close(Number(expected["noiseShare"]), profile.Noise.Share.Value, 1e-3);
        Close(Math.Pow(Number(expected["tau"]), 2), profile.TauSquared.Value, 3e-6);
        Close(Number(expected["mor"]), profile.Mor.Value, 3e-6);
        Close(Number(expected["vpc"]), profile.Vpc.Value, 3e-6);
        Assert.DoesNotContain(profile.Warnings, warning => warning.Code is "depends-on-method" or "not-uniquely-determined");
    }

    [Fact]
    public void A1_units_lean_on_their_surroundings()
    {
        var (_, expected, profile) = Nested(point with { Estimator = ScaleEstimator.Reml });

        Close(Numbers(expected["estimatesInPercent"]), profile.Units[0].Estimate.Select(rate => 100 * rate), Number(expected["estimateTolerance"]));
        var effects = expected["effectsInPoints"]!;
        var gemeente = profile.Units[2].Estimate.Select(rate => 100 * (rate - profile.Mean)).ToArray();
        Close(Numbers(effects["gemeente"]), gemeente, Number(effects["tolerance"]));
        int[] parents = [0, 0, 1, 1, 1];
        var wijk = profile.Units[1].Estimate.Select((rate, i) => (100 * (rate - profile.Mean)) - gemeente[parents[i]]);
        Close(Numbers(effects["wijk"]), wijk, Number(effects["tolerance"]));
    }

    [Fact]
    public void What_the_residents_of_a_wijk_have_together_is_surer_than_what_the_wijk_does_to_its_buurten()
    {
        var (_, _, profile) = Nested(point with { Estimator = ScaleEstimator.Reml });

        var wijken = profile.Units[1];
        for (var wijk = 0; wijk < 5; wijk++)
            Assert.True(wijken.RealisedStandardDeviation[wijk] < wijken.StandardDeviation[wijk]);
    }

    [Fact]
    public void A1_moments_agree_for_both_weights()
    {
        foreach (var (weights, name) in new[] { (MomentWeights.Equal, "momentsEqual"), (MomentWeights.Population, "momentsPopulation") })
        {
            var (_, expected, profile) = Nested(point with { Estimator = ScaleEstimator.Moments, Weights = weights });

            Close(
                Numbers(expected[name]!["variances"]).Select(Percent), profile.Levels.Select(level => Percent(level.RawVariance.Value!.Value)),
                Number(expected[name]!["tolerance"]));
        }
    }

    [Fact]
    public void A1_intervals_are_where_the_likelihood_has_fallen()
    {
        var (_, expected, profile) = Nested(new ScaleProfileOptions { Estimator = ScaleEstimator.Reml, AllLevels = true, Replicates = 0 });

        var intervals = expected["intervalsInPercentSquared"]!;
        foreach (var level in profile.Levels)
        {
            var (low, high) = (intervals[level.Level]![0], intervals[level.Level]![1]);
            Close(Number(low), Percent(level.VarianceLow.Value!.Value), Number(intervals["tolerance"]));
            if (high is null)
                Assert.Equal("unbounded", level.VarianceHigh.Reason?.Code);
            else
                Close(Number(high), Percent(level.VarianceHigh.Value!.Value), Number(intervals["tolerance"]));
        }
    }

    [Fact]
    public void A1_two_gemeenten_are_not_reported_as_an_estimate()
    {
        var (_, expected, profile) = Nested(new ScaleProfileOptions { Replicates = 19 });

        var gemeente = profile.Levels[2];
        Assert.All(
            new[] { gemeente.Variance, gemeente.Share, gemeente.Low, gemeente.High, gemeente.VarianceLow, gemeente.VarianceHigh },
            figure => Assert.Equal("too-few-groups", figure.Reason?.Code));
        Assert.Contains(profile.Warnings, warning => warning.Code == "too-few-groups");
        Assert.Equal(["buurt", "wijk"], profile.ShareOf);
        Assert.Equal(1, profile.Levels[0].Share.Value!.Value + profile.Levels[1].Share.Value!.Value, 1e-12);
        Close(Percent(Numbers(expected["reml"]!["variances"])[1]), Percent(profile.Levels[1].Variance.Value!.Value), 1e-6);
    }

    [Fact]
    public void A2_only_noise_gives_no_differences()
    {
        var worked = Load("a2-only-noise.json");
        var (rates, noise, population) = Columns(worked);

        var moments = Of(ScaleProfile.Compute(worked.Tree(), rates, noise, population, new ScaleProfileOptions { Estimator = ScaleEstimator.Moments, Replicates = 19 }));
        var reml = Of(ScaleProfile.Compute(worked.Tree(), rates, noise, population, new ScaleProfileOptions { Replicates = 19 }));

        Close(Number(worked.Expected["rawVariance"]), moments.Levels[0].RawVariance.Value, worked.Tolerance);
        foreach (var profile in new[] { moments, reml })
        {
            Assert.Equal(0, profile.Levels[0].Variance.Value);
            Close(Number(worked.Expected["noiseMean"]), profile.Noise.Mean.Value, worked.Tolerance);
            Assert.Equal(1, profile.Noise.Share.Value);
            Assert.True(profile.Noise.Dominates);
            Assert.Contains(profile.Warnings, warning => warning.Code == "mostly-noise");
            Assert.Equal("no-differences", profile.Levels[0].Share.Reason?.Code);
        }
    }

    [Fact]
    public void A3_the_published_three_level_analysis_comes_out()
    {
        var worked = Load("a3-konstantopoulos.json");
        var expected = worked.Expected;

        var profile = Schools(worked, new ScaleProfileOptions { Kind = RateKind.Mean, Replicates = 0 });

        Close(Numbers(expected["reml"]!["variances"]), profile.Levels.Select(level => level.Variance.Value!.Value), worked.Tolerance);
        Close(Number(expected["reml"]!["mean"]), profile.Mean, worked.Tolerance);
        Close(Number(expected["reml"]!["meanStandardError"]), profile.MeanStandardError, worked.Tolerance);
        foreach (var level in profile.Levels)
        {
            Close(Number(expected["intervals"]![level.Level]![0]), level.VarianceLow.Value, Number(expected["intervalTolerance"]));
            Close(Number(expected["intervals"]![level.Level]![1]), level.VarianceHigh.Value, Number(expected["intervalTolerance"]));
        }

        Assert.Contains(profile.Warnings, warning => warning.Code == expected["warning"]!.GetValue<string>());
        Assert.Equal("not-for-means", profile.Mor.Reason?.Code);
    }

    [Fact]
    public void A3_moments_agree_for_both_weights()
    {
        var worked = Load("a3-konstantopoulos.json");
        foreach (var (weights, name) in new[] { (MomentWeights.Equal, "momentsEqual"), (MomentWeights.Inverse, "momentsInverse") })
        {
            var profile = Schools(worked, point with { Estimator = ScaleEstimator.Moments, Kind = RateKind.Mean, Weights = weights });

            Close(Numbers(worked.Expected[name]), profile.Levels.Select(level => level.RawVariance.Value!.Value), Number(worked.Expected["momentsTolerance"]));
        }
    }

    [Fact]
    public void A4_median_odds_ratio_and_variance_partition()
    {
        var worked = Load("a4-measures.json");
        var tauSquared = Numbers(worked.Expected["tauSquared"]);

        Close(Numbers(worked.Expected["mor"]), tauSquared.Select(PlaceEffect.MedianOddsRatio), worked.Tolerance);
        Close(Numbers(worked.Expected["vpc"]), tauSquared.Select(PlaceEffect.VariancePartition), worked.Tolerance);
    }

    [Fact]
    public void Without_sampling_variances_the_split_is_that_of_lme4()
    {
        var worked = Load("lme4-pastes.json");
        var expected = worked.Expected;

        var profile = Of(ScaleProfile.Compute(worked.Tree(), Numbers(worked.Input["values"]), [], [], new ScaleProfileOptions { Kind = RateKind.Mean, Replicates = 0 }));

        Close(Numbers(expected["variances"]), profile.Levels.Select(level => level.Variance.Value!.Value), worked.Tolerance);
        Close(Number(expected["mean"]), profile.Mean, worked.Tolerance);
        Close(Number(expected["meanStandardError"]), profile.MeanStandardError, worked.Tolerance);
        Assert.All(
            new[] { profile.Noise.Mean, profile.Noise.Share, profile.Noise.Low, profile.Noise.High, profile.Mor, profile.Vpc },
            figure => Assert.Equal("sampling-variance-unknown", figure.Reason?.Code));
        Assert.False(profile.Noise.Dominates);
        Assert.All(profile.Units[0].StandardDeviation, deviation => Assert.True(double.IsNaN(deviation)));
        var value = ScaleProfile.MinusTwoLogLikelihood(worked.Tree(), Numbers(worked.Input["values"]), [], Numbers(expected["variances"]));
        Close(Number(expected["minusTwoLogLikelihoodWithConstant"]), value + (59 * Math.Log(2 * Math.PI)), 1e-7);
    }

    private static double Percent(double variance) => variance * 1e4;

    private static (double[] Rates, double[] Noise, double[] Population) Columns(ScaleCase worked)
    {
        var (cases, population) = (Numbers(worked.Input["cases"]), Numbers(worked.Input["population"]));
        var pooled = cases.Sum() / population.Sum();
        Close(Number(worked.Expected["pooled"]), pooled, worked.Tolerance);
        return ([.. cases.Zip(population, (y, n) => y / n)], [.. population.Select(n => pooled * (1 - pooled) / n)], population);
    }

    private static (ScaleCase Worked, System.Text.Json.Nodes.JsonNode Expected, ScaleProfileResult Profile) Nested(ScaleProfileOptions options)
    {
        var worked = Load("a1-nested.json");
        var (rates, noise, population) = Columns(worked);
        return (worked, worked.Expected, Of(ScaleProfile.Compute(worked.Tree(), rates, noise, population, options)));
    }

    private static ScaleProfileResult Schools(ScaleCase worked, ScaleProfileOptions options) =>
        Of(ScaleProfile.Compute(worked.Tree(), Numbers(worked.Input["values"]), Numbers(worked.Input["variances"]), [], options));
}
