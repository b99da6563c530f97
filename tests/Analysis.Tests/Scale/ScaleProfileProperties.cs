// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using CsCheck;
using MathNet.Numerics.LinearAlgebra;
using Schakel.Analysis.Numerics;
using Schakel.Analysis.Scale;
using static Schakel.Analysis.Tests.Scale.Answers;

namespace Schakel.Analysis.Tests.Scale;

public sealed class ScaleProfileProperties
{
    /// <summary>A map of three levels in which some buurten lack a wijk and some wijken a gemeente.</summary>
    private sealed record Map(int[] Wijk, int[] Gemeente, double[] Rates, double[] Population)
    {
        internal UnitTree Tree => Of(UnitTree.Create(["buurt", "wijk", "gemeente"], Rates.Length, [Wijk, Gemeente]));

        internal double[] Noise => SamplingVariance.OfProportion(Population, Rates.Zip(Population, (p, n) => p * n).Sum() / Population.Sum());
    }

    private static readonly Gen<Map> maps =
        from wijken in Gen.Int[12, 20]
        from buurten in Gen.Int[2, 4].Array[wijken]
        from lack in Gen.Int[0, 9].Array[wijken]
        from gemeenteOfWijk in Gen.Int[0, 5].Array[wijken]
        from rates in Gen.Double[0.01, 0.30].Array[buurten.Sum()]
        from population in Gen.Int[50, 3000].Array[buurten.Sum()]
        select Build(buurten, lack, gemeenteOfWijk, rates, population);

    private static readonly ScaleProfileOptions point = new() { Estimator = ScaleEstimator.Reml, Intervals = false, AllLevels = true };

    [Fact]
    public void The_likelihood_equals_that_of_full_matrices_also_where_levels_are_lacking() =>
        Gen.Select(maps, Gen.Double[0, 0.01].Array[3]).Sample((map, variances) =>
        {
            var value = ScaleProfile.MinusTwoLogLikelihood(map.Tree, map.Rates, map.Noise, variances);

            Close(FullMatrices(map, variances), value, 1e-9);
        }, iter: 200);

    [Fact]
    public void Estimates_are_the_best_linear_predictions_of_full_matrices() =>
        Gen.Select(maps, Gen.Double[0.0001, 0.01].Array[3]).Sample((map, variances) =>
        {
            var model = new ScaleModel(FitTree.Of(map.Tree, [true, true, true]), map.Rates, map.Noise, map.Population);
            var scaled = variances.Select(variance => variance * model.Scale * model.Scale).ToArray();
            var nodes = new NodeEstimates(map.Tree, model, model.NewFit().Likelihood, scaled);
            var (expected, covariance) = Predictions(map, variances);

            Close(expected, nodes.Of(0).Estimate, 1e-8);
            Close(expected, nodes.Of(0).Realised, 1e-8);
            Close(covariance.Diagonal().Select(Math.Sqrt), nodes.Of(0).StandardDeviation, 1e-7);
            foreach (var (level, groups) in new[] { (1, map.Wijk), (2, map.Gemeente) })
            {
                var residents = Enumerable.Range(0, groups.Max() + 1)
                    .Select(group => Vector<double>.Build.Dense(groups.Length, i => groups[i] == group ? map.Population[i] : 0)).Select(members => members / members.Sum()).ToArray();
                Close(residents.Select(parts => parts * expected), nodes.Of(level).Realised, 1e-8);
                Close(residents.Select(parts => Math.Sqrt(parts * covariance * parts)), nodes.Of(level).RealisedStandardDeviation, 1e-7);
            }
        }, iter: 100);

    [Fact]
    public void N1_ten_times_the_residents_and_cases_leave_rates_and_make_chance_ten_times_smaller() =>
        maps.Sample(map =>
        {
            var larger = map with { Population = [.. map.Population.Select(n => 10 * n)] };

            var (first, second) = (Profile(map, point), Profile(larger, point));

            Close(first.Units[2].Rate, second.Units[2].Rate, 1e-12);
            Close(first.Noise.Mean.Value!.Value / 10, second.Noise.Mean.Value, 1e-12);
        }, iter: 50);

    [Fact]
    public void Shares_do_not_depend_on_the_unit_of_the_rates() =>
        Gen.Select(maps, Gen.Double[0.01, 1000]).Sample((map, factor) =>
        {
            var options = point with { Kind = RateKind.Mean };

            var first = Of(ScaleProfile.Compute(map.Tree, map.Rates, map.Noise, map.Population, options));
            var second = Of(ScaleProfile.Compute(
                map.Tree, map.Rates.Select(rate => factor * rate).ToArray(), map.Noise.Select(noise => factor * factor * noise).ToArray(), map.Population, options));

            foreach (var (a, b) in first.Levels.Zip(second.Levels))
                Assert.Equal(a.Share.Value ?? 0, b.Share.Value ?? 0, 1e-6);
            Close(first.Mean * factor, second.Mean, 1e-6);
        }, iter: 50);

    [Fact]
    public void N4_other_numbers_for_groups_and_another_order_of_rows_change_nothing() =>
        Gen.Select(maps, Gen.Int[0, 1_000_000]).Sample((map, shuffle) =>
        {
            var order = Enumerable.Range(0, map.Rates.Length).OrderBy(i => unchecked((i + 1) * 7919 * (shuffle + 1)) % 10007).ToArray();
            var wijkCount = map.Wijk.Max() + 1;
            var other = new Map(
                [.. order.Select(i => map.Wijk[i] < 0 ? -1 : wijkCount - 1 - map.Wijk[i])], [.. order.Select(i => map.Gemeente[i])],
                [.. order.Select(i => map.Rates[i])], [.. order.Select(i => map.Population[i])]);

            var (first, second) = (Profile(map, point), Profile(other, point));

            foreach (var (a, b) in first.Levels.Zip(second.Levels))
                Assert.Equal(a.Variance.Value ?? 0, b.Variance.Value ?? 0, 1e-8);
            Close(order.Select(i => first.Units[0].Estimate[i]), second.Units[0].Estimate, 1e-5);
            Close(Enumerable.Range(0, wijkCount).Select(g => first.Units[1].Estimate[wijkCount - 1 - g]), second.Units[1].Estimate, 1e-5);
        }, iter: 50);

    [Fact]
    public void N4_the_number_of_threads_changes_not_a_bit() =>
        Gen.Select(maps, Gen.Int[0, 100]).Sample((map, seed) =>
        {
            var options = new ScaleProfileOptions { Replicates = 39, Seed = seed };

            var (one, three, again) = (Profile(map, options with { Threads = 1 }), Profile(map, options with { Threads = 3 }), Profile(map, options));

            Assert.Equal(Everything(one), Everything(three));
            Assert.Equal(Everything(one), Everything(again));
        }, iter: 10);

    [Fact]
    public void Another_seed_gives_other_ranges()
    {
        var map = Simulated.Draw(1, 0.08, 0.01, 0.015, 0.012);

        var highs = Enumerable.Range(0, 3).Select(seed => Of(ScaleProfile.Compute(
            Simulated.Tree, map.Rates, map.Noise, map.Population, new ScaleProfileOptions { Replicates = 39, Seed = seed })).Levels[2].High.Value);

        Assert.Equal(3, highs.Distinct().Count());
    }

    [Fact]
    public void Moments_are_right_on_average_also_where_levels_are_lacking()
    {
        const int Runs = 2000;
        double[] truth = [4, 3, 2];
        var random = new RandomSequence(11);
        var map = Build(
            [.. Enumerable.Repeat(4, 60)], [.. Enumerable.Range(0, 60).Select(w => w % 7)], [.. Enumerable.Range(0, 60).Select(w => w / 4)],
            new double[240], [.. Enumerable.Range(0, 240).Select(i => 50 + (i * 37 % 400))]);
        var tree = FitTree.Of(map.Tree, [true, true, true]);
        var noise = map.Population.Select(n => 100 / n).ToArray();
        var equations = new MomentEquations(tree, map.Population, noise);
        var (sum, square, mean, raw, truncated) = (new double[3], new double[3], new double[tree.NodeCount], new double[3], new double[3]);

        for (var run = 0; run < Runs; run++)
        {
            for (var node = 1; node < tree.NodeCount; node++)
            {
                var own = truth[tree.Level[node]] + (tree.IsLeaf(node) ? noise[tree.Unit[node]] : 0);
                mean[node] = (tree.Parent[node] == 0 ? 0 : mean[tree.Parent[node]]) + (Math.Sqrt(own) * random.NextNormal());
            }

            equations.Solve(mean, raw, truncated);
            for (var level = 0; level < 3; level++)
            {
                sum[level] += raw[level] / Runs;
                square[level] += raw[level] * raw[level] / Runs;
            }
        }

        for (var level = 0; level < 3; level++)
        {
            var error = Math.Sqrt((square[level] - (sum[level] * sum[level])) / Runs);
            Assert.InRange(sum[level], truth[level] - (4 * error), truth[level] + (4 * error));
            Assert.InRange(error, 0, 0.05);
        }
    }

    private static ScaleProfileResult Profile(Map map, ScaleProfileOptions options) =>
        Of(ScaleProfile.Compute(map.Tree, map.Rates, map.Noise, map.Population, options));

    private static string Everything(ScaleProfileResult profile) => System.Text.Json.JsonSerializer.Serialize(profile);

    private static Map Build(int[] buurten, int[] lack, int[] gemeenteOfWijk, double[] rates, int[] population)
    {
        var (wijk, gemeente) = (new List<int>(), new List<int>());
        for (var w = 0; w < buurten.Length; w++)
            for (var b = 0; b < buurten[w]; b++)
            {
                wijk.Add(lack[w] == 0 ? -1 : w);
                gemeente.Add(lack[w] == 1 ? -1 : gemeenteOfWijk[w]);
            }

        return new Map(Dense(wijk), Dense(gemeente), rates, [.. population.Select(n => (double)n)]);
    }

    private static int[] Dense(List<int> groups)
    {
        var numbers = groups.Where(group => group >= 0).Distinct().Order().Select((group, number) => (group, number)).ToDictionary();
        return [.. groups.Select(group => group < 0 ? -1 : numbers[group])];
    }

    private static Matrix<double> Covariance(Map map, double[] variances, bool withNoise) => Matrix<double>.Build.Dense(map.Rates.Length, map.Rates.Length, (i, j) =>
        (i == j ? variances[0] + (withNoise ? map.Noise[i] : 0) : 0)
        + (map.Wijk[i] >= 0 && map.Wijk[i] == map.Wijk[j] ? variances[1] : 0)
        + (map.Gemeente[i] >= 0 && map.Gemeente[i] == map.Gemeente[j] ? variances[2] : 0));

    private static double FullMatrices(Map map, double[] variances)
    {
        var covariance = Covariance(map, variances, withNoise: true).Cholesky();
        var ones = Vector<double>.Build.Dense(map.Rates.Length, 1);
        var precision = ones * covariance.Solve(ones);
        var rates = Vector<double>.Build.Dense(map.Rates);
        var rest = rates - (ones * covariance.Solve(rates) / precision);
        return covariance.DeterminantLn + Math.Log(precision) + (rest * covariance.Solve(rest));
    }

    private static (Vector<double> Estimates, Matrix<double> Covariance) Predictions(Map map, double[] variances)
    {
        var inverse = Covariance(map, variances, withNoise: true).Inverse();
        var effects = Covariance(map, variances, withNoise: false);
        var ones = Vector<double>.Build.Dense(map.Rates.Length, 1);
        var precision = ones * inverse * ones;
        var rates = Vector<double>.Build.Dense(map.Rates);
        var mean = ones * inverse * rates / precision;
        var lean = ones - (effects * inverse * ones);
        return ((ones * mean) + (effects * inverse * (rates - (ones * mean))), effects - (effects * inverse * effects) + (lean.OuterProduct(lean) / precision));
    }
}
