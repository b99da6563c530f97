// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using CsCheck;
using Schakel.Analysis.Composition;
using Schakel.Analysis.Scale;
using static Schakel.Analysis.Tests.Answers;

namespace Schakel.Analysis.Tests.Composition;

public sealed class CompositionProperties
{
    private static readonly Gen<double[]> fourShares = Gen.Int[1, 50].Array[4].Select(parts => parts.Select(part => (double)part / parts.Sum()).ToArray());

    [Fact]
    public void The_parts_of_a_difference_add_up_and_change_sign_when_the_areas_change_places() =>
        Gen.Select(fourShares, fourShares, Gen.Double[0, 1].Array[4], Gen.Double[0, 1].Array[4]).Sample((a, b, ra, rb) =>
        {
            var one = Answer(KitagawaDecomposition.Compute([.. a.Select((share, s) => new StratumPair("", share, ra[s], b[s], rb[s]))]));
            var other = Answer(KitagawaDecomposition.Compute([.. a.Select((share, s) => new StratumPair("", b[s], rb[s], share, ra[s]))]));

            Assert.Equal(one.Difference, one.Composition + one.Rates, tolerance: 1e-12);
            Assert.Equal(one.Composition, -other.Composition, tolerance: 1e-12);
        });

    [Fact]
    public void Expected_and_observed_have_one_sum_and_variances_add_up() =>
        Gen.Int[2, 12].SelectMany(count => Gen.Select(
            Gen.Int[0, 50].Select(number => (double)number).Array[count], Gen.Int[60, 900].Select(number => (double)number).Array[count],
            fourShares.Array[count], Gen.Double[0.01, 0.5].Array[4])).Where((cases, _, _, _) => cases.Sum() > 0).Sample((cases, population, shares, rates) =>
        {
            var result = Answer(IndirectStandardisation.Compute(cases, population, shares, rates));

            Assert.Equal(cases.Sum(), result.Areas.Sum(area => area.Expected), tolerance: 1e-8);
            Assert.Equal(result.VarianceTotal, result.VarianceComposition + result.VarianceRemainder + (2 * result.Covariance), tolerance: 1e-12);
            Assert.All(result.Areas, area => Assert.True(area.Low.Value <= area.Ratio.Value && area.Ratio.Value < area.High.Value));
            if (result.CorrectedShare.Value is { } share)
                Assert.InRange(share, 0, 1);
        });

    [Fact]
    public void Units_and_shifts_of_a_covariate_change_its_coefficient_and_nothing_else()
    {
        var worked = WorkedCase.Read("composition", "D-3");
        double[] population = worked.Numbers("population"), x = worked.Numbers("covariate");
        double[] rates = [.. worked.Numbers("cases").Zip(population, (y, n) => y / n)], noise = [.. population.Select(n => 0.05 / n)];
        var tree = CompositionTests.Tree(worked);
        var plain = Answer(AdjustedProfile.Compute(tree, rates, noise, [new Covariate("x", x)], allLevels: true));

        Gen.Select(Gen.Double[-1000, 1000], Gen.Double[0.001, 1000], Gen.Bool).Sample((shift, factor, negative) =>
        {
            var times = negative ? -factor : factor;

            var other = Answer(AdjustedProfile.Compute(tree, rates, noise, [new Covariate("x", [.. x.Select(value => shift + (times * value))])], allLevels: true));

            for (var level = 0; level < 3; level++)
                Assert.Equal(plain.Levels[level].Variance.Value!.Value, other.Levels[level].Variance.Value!.Value, tolerance: 1e-9);
            Assert.Equal(plain.Coefficients[0].Estimate, other.Coefficients[0].Estimate * times, tolerance: 1e-8);
        }, iter: 50);
    }

    [Fact]
    public void The_gradient_is_that_of_the_likelihood()
    {
        var worked = WorkedCase.Read("composition", "D-3");
        double[] rates = [.. worked.Numbers("cases").Zip(worked.Numbers("population"), (y, n) => 10 * y / n)];
        double[] noise = [.. worked.Numbers("population").Select(n => 20 / n)];
        double[] x = [.. worked.Numbers("covariate").Select(value => value / 10)], x2 = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8];
        var tree = FitTree.Of(CompositionTests.Tree(worked), [true, true, true]);

        Gen.Double[0.01, 2].Array[3].Sample(variances =>
        {
            // One for each sample: samples run side by side, and a likelihood keeps what it walked.
            var likelihood = new CovariateLikelihood(tree, noise, [rates, x, x2]);
            double[] slopes = new double[4], unused = new double[4];
            likelihood.At(variances, slopes);
            for (var level = 0; level < 3; level++)
            {
                const double step = 1e-5;
                double[] up = [.. variances], down = [.. variances];
                up[level] += step;
                down[level] -= step;
                var numeric = (likelihood.At(up, unused)!.Value - likelihood.At(down, unused)!.Value) / (2 * step);
                Assert.Equal(numeric, slopes[level], tolerance: 1e-5 * Math.Max(1, Math.Abs(numeric)));
            }
        }, iter: 100);
    }
}
