// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Autocorrelation;
using Schakel.Analysis.Tests.Adjacency;
using static Schakel.Analysis.Tests.Answers;

namespace Schakel.Analysis.Tests.Autocorrelation;

public sealed class RateTests
{
    [Fact]
    public void Smoothed_and_standardised_rates_are_those_of_Marshall_as_spdep_computes_them()
    {
        var worked = WorkedCase.Read("empirical-bayes", "marshall");

        foreach (var map in worked.Expected.GetProperty("maps").EnumerateArray())
        {
            var (cases, population) = (WorkedCase.Numbers(map.GetProperty("cases")), WorkedCase.Numbers(map.GetProperty("population")));

            var smoothed = Answer(RateSmoothing.Compute(cases, population));
            var standardised = Answer(RateStandardisation.Compute(cases, population));

            worked.Near(map.GetProperty("a"), smoothed.A);
            worked.Near(map.GetProperty("b"), smoothed.B);
            worked.Near(map.GetProperty("smoothed"), smoothed.Rates);
            worked.Near(map.GetProperty("standardised"), standardised.Values);
            Assert.Equal((smoothed.A, smoothed.B), (standardised.A, standardised.B));
        }
    }

    [Fact]
    public void Groningen_has_the_rates_of_spdep_for_the_whole_city_and_for_the_surroundings()
    {
        var worked = WorkedCase.Read("empirical-bayes", "groningen-2017");
        var (cases, population) = (worked.Numbers("cases"), worked.Numbers("population"));

        var whole = Answer(RateSmoothing.Compute(cases, population));
        var local = Answer(RateSmoothing.Compute(cases, population, worked.Neighbours()));
        var standardised = Answer(RateStandardisation.Compute(cases, population));

        worked.Near(worked.Expected.GetProperty("a"), whole.A);
        worked.Near(worked.Expected.GetProperty("b"), whole.B);
        worked.Near(worked.Expected.GetProperty("smoothed"), whole.Rates);
        worked.Near(worked.Expected.GetProperty("local"), local.Rates);
        worked.Near(
            worked.Expected.GetProperty("moranOfStandardised"),
            Answer(GlobalMoran.Compute(standardised.Values, worked.Neighbours().RowStandardised(), permutations: 0)).I);
    }

    [Fact]
    public void Where_there_is_no_more_than_chance_every_area_gets_the_overall_rate()
    {
        var found = Answer(RateSmoothing.Compute([3, 4, 5], [50, 60, 70]));

        Assert.Equal(0, found.A);
        Assert.All(found.Rates, rate => Assert.Equal(12 / 180.0, rate, 1e-15));
    }

    [Fact]
    public void Without_any_case_there_is_nothing_to_standardise()
    {
        Assert.Equal("no-variation", Refusal(RateStandardisation.Compute([0, 0, 0], [10, 20, 30])));
        Assert.Equal([0.0, 0, 0], Answer(RateSmoothing.Compute([0, 0, 0], [10, 20, 30])).Rates);
        Assert.Equal("too-few-areas", Refusal(RateSmoothing.Compute([1], [10])));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(-1, 10)]
    [InlineData(double.NaN, 10)]
    [InlineData(1, double.PositiveInfinity)]
    public void Counts_that_cannot_be_are_a_bug_of_the_caller(double cases, double population)
    {
        Assert.Throws<ArgumentException>(() => RateSmoothing.Compute([1, cases], [10, population]));
        Assert.Throws<ArgumentException>(() => RateStandardisation.Compute([1, cases], [10, population]));
        Assert.Throws<ArgumentException>(() => RateStandardisation.Compute([1], [10, 20]));
    }
}
