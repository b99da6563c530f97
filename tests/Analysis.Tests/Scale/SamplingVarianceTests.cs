// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Scale;
using static Schakel.Analysis.Tests.Scale.Answers;
using static Schakel.Analysis.Tests.Scale.ScaleCase;

namespace Schakel.Analysis.Tests.Scale;

public sealed class SamplingVarianceTests
{
    private static readonly ScaleCase worked = Load("sampling-variance.json");
    private static readonly double[] denominators = Numbers(worked.Input["denominators"]);
    private static readonly double rate = Number(worked.Input["rate"]);

    [Theory]
    [InlineData("proportion", FigureRounding.None)]
    [InlineData("casesToFive", FigureRounding.CasesToFive)]
    [InlineData("wholePercents", FigureRounding.WholePercents)]
    [InlineData("denominatorToFive", FigureRounding.DenominatorToFive)]
    [InlineData("allRounding", FigureRounding.CasesToFive | FigureRounding.WholePercents | FigureRounding.DenominatorToFive)]
    public void A_share_carries_the_chance_of_its_rounding_too(string name, FigureRounding rounding) => Close(
        Numbers(worked.Expected[name]), SamplingVariance.OfProportion(denominators, rate, new SamplingVarianceOptions { Rounding = rounding }), worked.Tolerance);

    [Fact]
    public void Counts_have_poisson_chance() =>
        Close(Numbers(worked.Expected["count"]), SamplingVariance.OfCount(denominators, rate), worked.Tolerance);

    [Fact]
    public void Repeated_events_make_chance_larger() => Close(
        Numbers(worked.Expected["proportionOverdispersed"]),
        SamplingVariance.OfProportion(denominators, rate, new SamplingVarianceOptions { Overdispersion = Number(worked.Input["overdispersion"]) }), worked.Tolerance);

    [Fact]
    public void A_survey_carries_its_design_effect() => Close(
        Numbers(worked.Expected["survey"]),
        SamplingVariance.OfSurvey(Numbers(worked.Input["standardDeviations"]), Numbers(worked.Input["respondents"]), Number(worked.Input["designEffect"])), worked.Tolerance);

    [Fact]
    public void A_description_leaves_chance_out() => Assert.All(
        SamplingVariance.OfProportion(denominators, rate, new SamplingVarianceOptions { Descriptive = true, Rounding = FigureRounding.WholePercents }), variance => Assert.Equal(0, variance));

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_denominator_is_above_zero_and_finite(double denominator)
    {
        Assert.ThrowsAny<ArgumentException>(() => SamplingVariance.OfProportion([100, denominator], 0.1));
        Assert.ThrowsAny<ArgumentException>(() => SamplingVariance.OfCount([100, denominator], 0.1));
        Assert.ThrowsAny<ArgumentException>(() => SamplingVariance.OfSurvey([1, 1], [100, denominator]));
    }

    [Fact]
    public void A_share_above_one_is_a_mistake_of_the_caller() =>
        Assert.ThrowsAny<ArgumentException>(() => SamplingVariance.OfProportion([100], 5.5));

    [Fact]
    public void An_overdispersion_below_one_is_refused() =>
        Assert.ThrowsAny<ArgumentException>(() => SamplingVariance.OfCount([100], 0.1, new SamplingVarianceOptions { Overdispersion = 0.9 }));

    [Theory]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_rate_of_events_is_a_number_from_zero_up(double rate) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SamplingVariance.OfCount([100], rate));
}
