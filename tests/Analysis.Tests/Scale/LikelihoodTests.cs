// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json.Nodes;
using Schakel.Analysis.Scale;
using static Schakel.Analysis.Tests.Scale.Answers;
using static Schakel.Analysis.Tests.Scale.ScaleCase;

namespace Schakel.Analysis.Tests.Scale;

public sealed class LikelihoodTests
{
    private static readonly ScaleCase matrices = Load("likelihood.json");

    [Theory]
    [InlineData("a1", "a1-nested.json")]
    [InlineData("a3", "a3-konstantopoulos.json")]
    public void The_walk_up_the_tree_equals_full_matrices(string name, string file)
    {
        var (tree, rates, noise) = Columns(file);
        var expected = matrices.Expected[name]!;

        foreach (var (variances, value) in expected["variances"]!.AsArray().Zip(Numbers(expected["minusTwoLogLikelihood"])))
            Close(value, ScaleProfile.MinusTwoLogLikelihood(tree, rates, noise, Numbers(variances)), matrices.Tolerance);
    }

    [Theory]
    [InlineData("a1", "a1-nested.json")]
    [InlineData("a3", "a3-konstantopoulos.json")]
    public void Fit_and_interval_ends_equal_full_matrices(string name, string file)
    {
        var (tree, rates, noise) = Columns(file);
        var expected = matrices.Expected[name]!;
        var options = new ScaleProfileOptions { Estimator = ScaleEstimator.Reml, Kind = RateKind.Mean, AllLevels = true, Replicates = 0 };

        var profile = Of(ScaleProfile.Compute(tree, rates, noise, [], options));

        Close(Numbers(expected["reml"]), profile.Levels.Select(level => level.Variance.Value!.Value), Number(expected["fitTolerance"]));
        foreach (var (level, ends) in expected["intervals"]!.AsObject())
        {
            var row = profile.Levels.Single(candidate => candidate.Level == level);
            Close(Number(ends![0]), row.VarianceLow.Value, Number(expected["intervalTolerance"]));
            Close(Number(ends[1]), row.VarianceHigh.Value, Number(expected["intervalTolerance"]));
        }
    }

    [Fact]
    public void The_slope_is_the_slope_of_the_value()
    {
        var (tree, rates, noise) = Columns("a1-nested.json");
        var likelihood = new RestrictedLikelihood(FitTree.Of(tree, [true, true, true]));
        likelihood.Load(rates, noise);
        double[] variances = [0.7, 5, 4];
        const double Step = 1e-5;

        likelihood.Evaluate(variances);
        var slopes = new double[4];
        likelihood.Gradient(slopes);

        for (var level = 0; level < 3; level++)
        {
            var (above, below) = ((double[])variances.Clone(), (double[])variances.Clone());
            above[level] += Step;
            below[level] -= Step;
            Assert.Equal((likelihood.Evaluate(above) - likelihood.Evaluate(below)) / (2 * Step), slopes[level], 1e-7);
        }
    }

    [Fact]
    public void A_walk_allocates_nothing()
    {
        var map = Simulated.Draw(1, 0.08, 0.01, 0.015, 0.012);
        var likelihood = new RestrictedLikelihood(FitTree.Of(Simulated.Tree, [true, true, true]));
        likelihood.Load(map.Rates, map.Noise);
        double[] variances = [1e-4, 2e-4, 1e-4];
        var slopes = new double[4];
        likelihood.Evaluate(variances);
        likelihood.Gradient(slopes);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var walk = 0; walk < 100; walk++)
        {
            likelihood.Evaluate(variances);
            likelihood.Gradient(slopes);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static (UnitTree Tree, double[] Rates, double[] Noise) Columns(string file)
    {
        var worked = Load(file);
        if (worked.Input["values"] is JsonNode values)
            return (worked.Tree(), Numbers(values), Numbers(worked.Input["variances"]));
        var (cases, population) = (Numbers(worked.Input["cases"]), Numbers(worked.Input["population"]));
        var pooled = cases.Sum() / population.Sum();
        return (worked.Tree(), [.. cases.Zip(population, (y, n) => 100 * y / n)], [.. population.Select(n => 1e4 * pooled * (1 - pooled) / n)]);
    }
}
