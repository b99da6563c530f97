// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using CsCheck;
using Schakel.Analysis.Numerics;
using Schakel.Analysis.Reach;
using Schakel.Analysis.Scale;
using static Schakel.Analysis.Tests.Answers;

namespace Schakel.Analysis.Tests.Reach;

public sealed class ReachProperties
{
    private static readonly ReachOptions quick = new() { Ranking = ReachRanking.Raw, NoiseMaps = 0, Thinnings = 0 };

    private static readonly Gen<(double[] Cases, double[] Population)> maps = Gen.Int[2, 30].SelectMany(count => Gen.Select(
        Gen.Int[0, 60].Select(number => (double)number).Array[count], Gen.Int[1, 900].Select(number => (double)number).Array[count]))
        .Where((cases, _) => cases.Sum() > 0);

    [Fact]
    public void Ten_times_as_many_cases_and_people_leave_reach_and_Gini_as_they_are() => maps.Sample((cases, population) =>
    {
        var (one, ten) = (Compute(cases, population, quick), Compute([.. cases.Select(x => 10 * x)], [.. population.Select(x => 10 * x)], quick));

        Assert.Equal(one.Ginis[0].Gini, ten.Ginis[0].Gini, tolerance: 1e-9);
        Assert.All(one.Rows.Zip(ten.Rows), pair => Assert.Equal(pair.First.Reach, pair.Second.Reach, tolerance: 1e-9));
    });

    [Fact]
    public void Reach_by_raw_rates_is_at_least_the_budget_and_grows_with_it() => maps.Sample((cases, population) =>
    {
        var rows = Compute(cases, population, quick).Rows;

        Assert.All(rows, row => Assert.True(row.Reach >= row.BudgetShare - 1e-12));
        Assert.Equal(rows.Select(row => row.Reach).Order(), rows.Select(row => row.Reach));
        Assert.All(rows, row => Assert.InRange(row.Gain, -1e-12, 1 + 1e-12));
    });

    [Fact]
    public void Another_order_of_the_units_changes_no_figure_where_rates_differ() => maps.Sample((cases, population) =>
    {
        double[] turnedCases = [.. cases.Reverse()], turnedPeople = [.. population.Reverse()];

        var (one, other) = (Compute(cases, population, quick), Compute(turnedCases, turnedPeople, quick));

        Assert.All(one.Rows.Zip(other.Rows), pair => Assert.Equal(pair.First.Reach, pair.Second.Reach, tolerance: 1e-9));
        Assert.Equal(one.Ginis[0].Gini, other.Ginis[0].Gini, tolerance: 1e-9);
    });

    [Fact]
    public void One_and_two_threads_give_the_same_bytes() => maps.Sample((cases, population) =>
    {
        var asked = new ReachOptions { Thinnings = 7, NoiseMaps = 7, Threads = 1 };

        var (one, two) = (Compute(cases, population, asked), Compute(cases, population, asked with { Threads = 2 }));

        Assert.Equal(one.Rows, two.Rows);
    }, iter: 20);

    [Theory]
    [InlineData(ReachRanking.Raw)]
    [InlineData(ReachRanking.EmpiricalBayes)]
    public void On_pure_chance_honest_reach_is_the_budget_and_apparent_reach_is_not(ReachRanking ranking)
    {
        // N.3 with fewer maps: 80 units, n 100–2,499, one rate of 0.05; reference .199 honest, .234 apparent (raw).
        const int maps = 60;
        double honest = 0, apparent = 0, noise = 0;
        for (var map = 0; map < maps; map++)
        {
            var chance = new RandomSequence(2009, map);
            double[] population = new double[80], cases = new double[80];
            for (var i = 0; i < 80; i++)
            {
                population[i] = 100 + chance.NextInt(2400);
                cases[i] = PoissonDraw.Next(ref chance, 0.05 * population[i]);
            }

            var row = Compute(cases, population, new ReachOptions { Ranking = ranking, Budgets = [0.2], Thinnings = 20, NoiseMaps = 5, Seed = map }).Rows[0];
            honest += row.HonestReach.Value!.Value / maps;
            apparent += row.Reach / maps;
            noise += row.NoiseReach.Value!.Value / maps;
        }

        Assert.InRange(honest, 0.19, 0.21);
        Assert.InRange(noise, 0.19, 0.21);
        Assert.True(apparent > 0.215, $"apparent {apparent}");
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(7)]
    [InlineData(12)]
    [InlineData(400)]
    public void Drawn_counts_have_the_mean_and_variance_of_Poisson(double mean)
    {
        const int draws = 40_000;
        var chance = new RandomSequence(2009, 7);
        double sum = 0, square = 0;
        for (var i = 0; i < draws; i++)
        {
            var count = PoissonDraw.Next(ref chance, mean);
            sum += count - mean;
            square += (count - mean) * (count - mean);
        }

        // Five standard errors.
        Assert.Equal(0, sum / draws, tolerance: 5 * Math.Sqrt(mean / draws));
        Assert.Equal(1, square / draws / mean, tolerance: 5 * Math.Sqrt((2 + (1 / mean)) / draws));
    }

    [Fact]
    public void Half_of_the_cases_is_binomial()
    {
        var chance = new RandomSequence(2009, 8);
        double sum = 0, square = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var half = PoissonDraw.Half(ref chance, 130) - 65;
            sum += half;
            square += half * half;
        }

        Assert.Equal(0, sum / 20_000, tolerance: 0.25);
        Assert.Equal(130 / 4.0, square / 20_000, tolerance: 1.7);
    }

    [Fact]
    public void Half_of_very_many_cases_is_drawn_at_once_and_still_binomial()
    {
        const double cases = 1e11;
        const int draws = 2000;
        var chance = new RandomSequence(2009, 9);
        double sum = 0, square = 0;
        for (var i = 0; i < draws; i++)
        {
            var from = (PoissonDraw.Half(ref chance, cases) - (cases / 2)) / Math.Sqrt(cases / 4);
            sum += from;
            square += from * from;
        }

        // Five standard errors.
        Assert.Equal(0, sum / draws, tolerance: 5 / Math.Sqrt(draws));
        Assert.Equal(1, square / draws, tolerance: 5 * Math.Sqrt(2.0 / draws));
    }

    private static ReachResult Compute(double[] cases, double[] population, ReachOptions options) =>
        Answer(TargetingReach.Compute(Answer(UnitTree.Create(["buurt"], cases.Length, [])), cases, population, [], options));
}
