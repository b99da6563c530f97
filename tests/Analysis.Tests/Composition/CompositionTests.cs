// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Composition;
using Schakel.Analysis.Scale;
using static Schakel.Analysis.Tests.Answers;

namespace Schakel.Analysis.Tests.Composition;

public sealed class CompositionTests
{
    [Fact]
    public void The_difference_of_two_areas_comes_apart()
    {
        var worked = WorkedCase.Read("composition", "D-1");
        double[] a = worked.Numbers("shareA"), ra = worked.Numbers("rateA"), b = worked.Numbers("shareB"), rb = worked.Numbers("rateB");

        var parts = Answer(KitagawaDecomposition.Compute([.. a.Select((share, s) => new StratumPair($"{s}", share, ra[s], b[s], rb[s]))]));

        worked.Near(worked.Expected.GetProperty("rateA"), parts.RateA);
        worked.Near(worked.Expected.GetProperty("rateB"), parts.RateB);
        worked.Near(worked.Expected.GetProperty("difference"), parts.Difference);
        worked.Near(worked.Expected.GetProperty("composition"), parts.Composition);
        worked.Near(worked.Expected.GetProperty("rates"), parts.Rates);
    }

    [Fact]
    public void Shares_that_are_no_whole_are_refused_and_rounding_is_not()
    {
        Assert.Equal("shares-do-not-add-up", Refusal(KitagawaDecomposition.Compute([new("a", 0.5, 0.1, 1, 0.1)])));
        Assert.Equal("shares-do-not-add-up", Refusal(KitagawaDecomposition.Compute([new("a", 1.2, 0.1, 1, 0.1), new("b", -0.2, 0.1, 0, 0.1)])));
        Assert.Equal(0.1, Answer(KitagawaDecomposition.Compute([new("a", 0.66, 0.1, 1, 0.1), new("b", 0.33, 0.1, 0, 0.1)])).RateA, tolerance: 1e-12);
    }

    [Fact]
    public void Indirect_standardisation_comes_out()
    {
        var worked = WorkedCase.Read("composition", "D-2");
        var expected = worked.Expected;

        var result = Answer(IndirectStandardisation.Compute(
            worked.Numbers("cases"), worked.Numbers("population"), SharesOf(worked), worked.Numbers("stratumRates")));

        worked.Near(expected.GetProperty("factor"), result.Factor);
        worked.Near(expected.GetProperty("expected"), [.. result.Areas.Select(area => area.Expected)]);
        worked.Near(expected.GetProperty("ratio"), [.. result.Areas.Select(area => area.Ratio.Value!.Value)]);
        worked.Near(expected.GetProperty("low"), [.. result.Areas.Select(area => area.Low.Value!.Value)]);
        worked.Near(expected.GetProperty("high"), [.. result.Areas.Select(area => area.High.Value!.Value)]);
        worked.Near(expected.GetProperty("varianceTotal"), result.VarianceTotal);
        worked.Near(expected.GetProperty("varianceComposition"), result.VarianceComposition);
        worked.Near(expected.GetProperty("varianceRemainder"), result.VarianceRemainder);
        worked.Near(expected.GetProperty("covariance"), result.Covariance);
        worked.Near(expected.GetProperty("share"), result.Share);
        worked.Near(expected.GetProperty("noise"), result.Noise);
        worked.Near(expected.GetProperty("correctedShare"), result.CorrectedShare);
        Assert.Equal(expected.GetProperty("remainderDistinguishable").GetBoolean(), result.RemainderDistinguishable);
        Assert.Equal("heavy", result.Class);
        Assert.Equal(["composition-comes-from-above", "remainder-is-chance"], result.Sentences.Select(sentence => sentence.Code));
    }

    [Fact]
    public void No_cases_have_a_lower_limit_of_0_and_an_upper_one_of_3_7()
    {
        var result = Answer(IndirectStandardisation.Compute([0, 10], [100, 100], [[1, 0], [0, 1]], [0.01, 0.09]));

        Assert.Equal(0, result.Areas[0].Low.Value);
        // R 4.2.2: qchisq(.975, 2)/2 = 3.68887945411394; one case is expected.
        Assert.Equal(3.68887945411394, result.Areas[0].High.Value!.Value, tolerance: 1e-11);
    }

    [Fact]
    public void What_cannot_be_split_says_why()
    {
        double[][] halves = [[0.5, 0.5], [0.5, 0.5]];

        Assert.Equal("modelled-indicator", Refusal(IndirectStandardisation.Compute([1, 2], [10, 10], halves, [0.1, 0.2], isModelled: true)));
        Assert.Equal("no-cases", Refusal(IndirectStandardisation.Compute([0, 0], [10, 10], halves, [0.1, 0.2])));
        Assert.Equal("nothing-expected", Refusal(IndirectStandardisation.Compute([1, 2], [10, 10], halves, [0, 0])));
        Assert.Equal("shares-do-not-add-up", Refusal(IndirectStandardisation.Compute([1, 2], [10, 10], [[0.5, 0.5], [0.5, 0.2]], [0.1, 0.2])));
        var same = Answer(IndirectStandardisation.Compute([1, 3], [10, 30], halves, [0.1, 0.2]));
        Assert.Equal(("no-variation", "differences-are-chance"), (same.Share.Reason?.Code, same.CorrectedShare.Reason?.Code));
        Assert.Null(same.Class);
        var empty = Answer(IndirectStandardisation.Compute([1, 2], [10, 10], [[1, 0], [0, 1]], [0, 0.2]));
        Assert.Equal("nothing-expected", empty.Areas[0].Ratio.Reason?.Code);
    }

    [Theory]
    [InlineData("D-3")]
    [InlineData("D-4")]
    public void The_adjusted_profile_comes_out(string name)
    {
        var worked = WorkedCase.Read("composition", name);
        var expected = worked.Expected;
        double[] cases = worked.Numbers("cases"), population = worked.Numbers("population");
        var mean = cases.Sum() / population.Sum();

        var profile = Answer(AdjustedProfile.Compute(
            Tree(worked), [.. cases.Zip(population, (y, n) => 100 * y / n)], [.. population.Select(n => 1e4 * mean * (1 - mean) / n)],
            [new Covariate("x", worked.Numbers("covariate"))], allLevels: true));

        worked.Near(expected.GetProperty("variances"), [.. profile.Levels.Select(level => level.Variance.Value!.Value)]);
        worked.Near(expected.GetProperty("without"), [.. profile.Levels.Select(level => level.NullVariance.Value!.Value)]);
        worked.Near(expected.GetProperty("pcv"), [.. profile.Levels.Select(level => level.Pcv.Value!.Value)]);
        worked.Near(expected.GetProperty("total"), profile.Pcv);
        worked.Near(expected.GetProperty("intercept"), profile.Intercept);
        worked.Near(expected.GetProperty("interceptError"), profile.InterceptStandardError);
        worked.Near(expected.GetProperty("beta"), profile.Coefficients[0].Estimate);
        worked.Near(expected.GetProperty("betaError"), profile.Coefficients[0].StandardError);
    }

    [Fact]
    public void Too_many_covariates_are_refused_unless_all_levels_are_asked_for()
    {
        var worked = WorkedCase.Read("composition", "D-3");
        var covariate = new Covariate("x", worked.Numbers("covariate"));
        double[] rates = [.. worked.Numbers("cases").Zip(worked.Numbers("population"), (y, n) => y / n)];
        var tree = Tree(worked);

        Assert.Equal("too-many-covariates", Refusal(AdjustedProfile.Compute(tree, rates, [], [covariate])));
        Assert.Equal("modelled-indicator", Refusal(AdjustedProfile.Compute(tree, rates, [], [covariate], isModelled: true)));
        Assert.Equal("covariates-not-independent", Refusal(AdjustedProfile.Compute(tree, rates, [], [new Covariate("one", new double[12])], allLevels: true)));
        Assert.Equal("covariates-not-independent", Refusal(AdjustedProfile.Compute(
            tree, rates, [], [covariate, new Covariate("twice", [.. covariate.Values.Select(x => 3 + (2 * x))])], allLevels: true)));
        Assert.Equal("no-variation", Refusal(AdjustedProfile.Compute(tree, new double[12], [], [covariate], allLevels: true)));
        Assert.Equal("too-few-units", Refusal(AdjustedProfile.Compute(Answer(UnitTree.Create(["buurt"], 3, [])), [1, 2, 4], [], [new Covariate("x", [1, 3, 2])], allLevels: true)));
    }

    [Fact]
    public void Rates_that_follow_a_covariate_exactly_leave_nothing_over()
    {
        var worked = WorkedCase.Read("composition", "D-3");
        var x = worked.Numbers("covariate");

        var profile = Answer(AdjustedProfile.Compute(Tree(worked), [.. x.Select(value => 0.01 + (0.002 * value))], [], [new Covariate("x", x)], allLevels: true));

        Assert.Equal(1, profile.Pcv.Value!.Value, tolerance: 1e-4);
        Assert.Equal(0.002, profile.Coefficients[0].Estimate, tolerance: 1e-9);
        Assert.Equal(0.01, profile.Intercept, tolerance: 1e-9);
    }

    internal static UnitTree Tree(WorkedCase worked) =>
        Answer(UnitTree.Create(["buurt", "wijk", "gemeente"], 12, [worked.Integers("wijk"), worked.Integers("gemeente")]));

    private static double[][] SharesOf(WorkedCase worked) => [.. worked.Input.GetProperty("shares").EnumerateArray().Select(WorkedCase.Numbers)];
}
