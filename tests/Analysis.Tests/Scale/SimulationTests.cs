// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Scale;

namespace Schakel.Analysis.Tests.Scale;

/// <summary>The estimators against maps whose truth is known. <c>SCHAKEL_LONG=1</c> draws many more.</summary>
public sealed class SimulationTests
{
    private static readonly double[] truth = [1e-4, 2.25e-4, 1.44e-4];
    private static readonly bool isLong = Environment.GetEnvironmentVariable("SCHAKEL_LONG") == "1";

    [Fact]
    public void N2_both_estimators_are_right_on_average_and_intervals_cover()
    {
        const double Quantile90 = 1.6448536269514722;
        var runs = isLong ? 2000 : 300;
        var (reml, moments, covered) = (new double[3], new double[3], new int[3]);
        for (var run = 0; run < runs; run++)
        {
            var map = Simulated.Draw(run, 0.08, 0.010, 0.015, 0.012);
            var model = new ScaleModel(FitTree.Of(Simulated.Tree, [true, true, true]), map.Rates, map.Noise, map.Population);
            var fit = model.NewFit();
            var estimate = RestrictedEstimate.Search(fit, model.RateVariance);
            var byMoments = Profile(map, new ScaleProfileOptions { Estimator = ScaleEstimator.Moments, Intervals = false });
            for (var level = 0; level < 3; level++)
            {
                reml[level] += model.Unscale(estimate.Variances[level]) / runs;
                moments[level] += byMoments.Levels[level].Variance.Value!.Value / runs;
                var (low, high) = LikelihoodInterval.Of(fit, estimate, level, model.RateVariance, Quantile90);
                if (model.Unscale(low) <= truth[level] && (high is null || model.Unscale(high.Value) >= truth[level]))
                    covered[level]++;
            }
        }

        for (var level = 0; level < 3; level++)
        {
            Assert.InRange(reml[level], 0.9 * truth[level], 1.1 * truth[level]);
            Assert.InRange(moments[level], 0.9 * truth[level], 1.1 * truth[level]);
            Assert.InRange(covered[level] / (double)runs, 0.85, 0.95);
        }
    }

    [Fact]
    public void N3_pure_chance_is_hardly_ever_taken_for_differences()
    {
        var runs = isLong ? 200 : 40;
        var options = new ScaleProfileOptions { Replicates = isLong ? 199 : 99 };

        var declared = Enumerable.Range(0, runs).Count(run => !Profile(Simulated.Draw(5000 + run, 0.08, 0, 0, 0), options).Noise.Dominates);

        Assert.InRange(declared / (double)runs, 0, 0.10);
    }

    [Fact]
    public void Chance_at_the_finest_level_is_seen_between_wijken_that_do_differ()
    {
        var options = new ScaleProfileOptions { Replicates = 99 };

        var declared = Enumerable.Range(0, 20).Count(run => !Profile(Simulated.Draw(7000 + run, 0.08, 0, 0.02, 0.02), options).Noise.Dominates);

        // One out of ten by design; more than six out of twenty would have a chance below 1 in 400.
        Assert.InRange(declared, 0, 6);
    }

    [Fact]
    public void Real_differences_are_not_called_chance()
    {
        var profile = Profile(Simulated.Draw(1, 0.08, 0.02, 0.015, 0.012), new ScaleProfileOptions { Replicates = 99 });

        Assert.False(profile.Noise.Dominates);
        Assert.DoesNotContain(profile.Warnings, warning => warning.Code == "mostly-noise");
    }

    [Fact]
    public void Ranges_of_shares_hold_the_share_always_and_the_truth_mostly()
    {
        var held = 0;
        for (var run = 0; run < 12; run++)
        {
            var profile = Profile(Simulated.Draw(9000 + run, 0.08, 0.010, 0.015, 0.012), new ScaleProfileOptions { Replicates = 99 });
            for (var level = 0; level < 3; level++)
            {
                var (low, high) = (profile.Levels[level].Low.Value!.Value, profile.Levels[level].High.Value!.Value);
                Assert.InRange(profile.Levels[level].Share.Value!.Value, low, high);
                held += truth[level] / truth.Sum() >= low && truth[level] / truth.Sum() <= high ? 1 : 0;
            }
        }

        // Nine out of ten by design: 32 of 36. Fewer than 26 would have a chance below 1 in 100.
        Assert.InRange(held, 26, 36);
    }

    [Fact]
    public void Many_small_units_make_moments_the_headline()
    {
        var map = Simulated.Draw(3, 0.004, 0.001, 0.001, 0.001);

        var automatic = Profile(map, new ScaleProfileOptions { Replicates = 19 });
        var reml = Profile(map, new ScaleProfileOptions { Estimator = ScaleEstimator.Reml, Intervals = false });

        Assert.Equal("moments", automatic.Estimator);
        Assert.Equal("only-for-reml", automatic.Levels[0].VarianceHigh.Reason?.Code);
        Assert.NotNull(automatic.Levels[0].RawVariance.Value);
        Assert.Equal("reml", reml.Estimator);
        Assert.Equal("only-for-moments", reml.Levels[0].RawVariance.Reason?.Code);
        Assert.Equal("reml", Profile(map, new ScaleProfileOptions { Kind = RateKind.Mean, Intervals = false }).Estimator);
    }

    [Theory]
    [InlineData(20, "reml")]
    [InlineData(21, "moments")]
    public void More_than_a_fifth_of_small_units_is_many(int small, string estimator)
    {
        // All rates average 5 %: a unit of 90 residents expects 4.5 cases, one of 110 expects 5.5.
        var tree = Answers.Of(UnitTree.Create(["buurt", "wijk"], 100, [[.. Enumerable.Range(0, 100).Select(i => i / 10)]]));
        double[] population = [.. Enumerable.Range(0, 100).Select(i => i < small ? 90.0 : 110)];
        double[] rates = [.. Enumerable.Range(0, 100).Select(i => i % 2 == 0 ? 0.04 : 0.06)];
        if (small % 2 == 1)
            (rates[small - 1], rates[small]) = (0.05, 0.05);

        var profile = Answers.Of(ScaleProfile.Compute(tree, rates, SamplingVariance.OfProportion(population, 0.05), population, new ScaleProfileOptions { Intervals = false }));

        Assert.Equal(estimator, profile.Estimator);
    }

    private static ScaleProfileResult Profile(Simulated map, ScaleProfileOptions options) =>
        Answers.Of(ScaleProfile.Compute(Simulated.Tree, map.Rates, map.Noise, map.Population, options));
}
