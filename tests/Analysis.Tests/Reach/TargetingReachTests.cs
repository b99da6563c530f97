// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Reach;
using Schakel.Analysis.Scale;
using static Schakel.Analysis.Tests.Answers;

namespace Schakel.Analysis.Tests.Reach;

public sealed class TargetingReachTests
{
    private static readonly ReachOptions raw = new() { Ranking = ReachRanking.Raw, NoiseMaps = 0, Thinnings = 0 };

    [Fact]
    public void The_worked_case_of_three_levels_comes_out()
    {
        var worked = WorkedCase.Read("reach", "B-1");
        var tree = Tree(worked);

        var reach = Answer(TargetingReach.Compute(tree, worked.Numbers("cases"), worked.Numbers("population"), [], raw));

        for (var level = 0; level < 3; level++)
        {
            worked.Near(worked.Expected.GetProperty("gini")[level], reach.Ginis[level].Gini);
            worked.Near(worked.Expected.GetProperty("reach")[level], [.. reach.Rows.Skip(3 * level).Take(3).Select(row => row.Reach)]);
        }

        var choice = reach.WholeUnits.Single(whole => whole is { Level: "wijk", BudgetShare: 0.30 });
        var expected = worked.Expected.GetProperty("wholeWijken");
        Assert.Equal(expected.GetProperty("groups").EnumerateArray().Select(group => group.GetInt32()), choice.Groups);
        Assert.Equal(expected.GetProperty("hotOutside").EnumerateArray().Select(group => group.GetInt32()), choice.HotOutside);
        Assert.Equal("buurt", choice.HotLevel);
        // Of the buurten outside, raw rates of at least 1.25 times 354 in 5,200: what is chosen at the level itself leaves its own high ones out.
        var buurten = reach.WholeUnits.Single(whole => whole is { Level: "buurt", BudgetShare: 0.30 });
        var (cases, population) = (worked.Numbers("cases"), worked.Numbers("population"));
        Assert.Equal(Enumerable.Range(0, cases.Length).Where(unit => !buurten.Groups.Contains(unit) && cases[unit] / population[unit] >= 1.25 * cases.Sum() / population.Sum()), buurten.HotBeside);
        worked.Near(expected.GetProperty("casesInside"), choice.CasesInside);
        worked.Near(expected.GetProperty("casesOutside"), choice.CasesOutside);
        worked.Near(expected.GetProperty("rateInside"), choice.RateInside);
        worked.Near(expected.GetProperty("rateOutside"), choice.RateOutside);
        Assert.Equal((1000 - 106) / 106.0, choice.UnaffectedPerAffected.Value!.Value, tolerance: 1e-12);
    }

    [Fact]
    public void Under_empirical_Bayes_the_order_is_that_of_the_hierarchical_rates()
    {
        // By the hierarchical rates of this case (10.54 10.15 7.44 7.12 …, REML by other software) buurten 5 and 4 come first, then 9 before 3:
        // a fifth of the residents is 600 + 400 + 280 of the 700 of buurt 9.
        var worked = WorkedCase.Read("reach", "B-1");
        var options = raw with { Ranking = ReachRanking.EmpiricalBayes, Budgets = [0.20] };

        var reach = Answer(TargetingReach.Compute(Tree(worked), worked.Numbers("cases"), worked.Numbers("population"), [], options));

        Assert.Equal((66 + 40 + (0.4 * 56)) / 354, reach.Rows[0].Reach, tolerance: 1e-12);
    }

    [Fact]
    public void Two_years_show_how_rosy_the_first_one_was()
    {
        var worked = WorkedCase.Read("reach", "B-2");
        var tree = Answer(UnitTree.Create(["buurt"], 6, []));
        var options = raw with { Budgets = worked.Numbers("budgets") };

        var reach = Answer(TargetingReach.Compute(tree, worked.Numbers("first"), [100, 100, 100, 100, 100, 100], worked.Numbers("second"), options));

        worked.Near(worked.Expected.GetProperty("apparent"), [.. reach.Rows.Select(row => row.Reach)]);
        worked.Near(worked.Expected.GetProperty("honest"), [.. reach.Rows.Select(row => row.HonestReach.Value!.Value)]);
        Assert.Equal("two-years", reach.Method);
        Assert.Contains(reach.Warnings, warning => warning.Code == "selection-optimism");
        Assert.Equal("none", reach.Rows[0].Class);
        Assert.Equal("moderate", reach.Rows[1].Class);
    }

    [Fact]
    public void The_generalised_Gini_allows_for_more_units_than_events()
    {
        var worked = WorkedCase.Read("reach", "B-3");
        for (var i = 0; i < 2; i++)
        {
            var counts = WorkedCase.Numbers(worked.Input.GetProperty("counts")[i]);

            var gini = Answer(GiniCoefficient.Compute(counts, [.. counts.Select(_ => 1.0)]));

            worked.Near(worked.Expected.GetProperty("gini")[i], gini.Gini);
            worked.Near(worked.Expected.GetProperty("generalised")[i], gini.Generalised);
        }

        Assert.Equal("no-cases", Refusal(GiniCoefficient.Compute([0, 0], [1, 1])));
    }

    [Fact]
    public void Empirical_Bayes_keeps_a_unit_of_five_people_from_the_top()
    {
        double[] cases = [2, 60, 55, 30, 28, 31, 29, 30, 27, 30], population = [5, 500, 500, 500, 500, 500, 500, 500, 500, 500];
        var tree = Answer(UnitTree.Create(["buurt"], 10, []));
        var options = raw with { Budgets = [0.12] };

        var rawFirst = Answer(TargetingReach.Compute(tree, cases, population, [], options)).WholeUnits[0].Groups[0];
        var shrunkenFirst = Answer(TargetingReach.Compute(tree, cases, population, [], options with { Ranking = ReachRanking.EmpiricalBayes })).WholeUnits[0].Groups[0];

        Assert.Equal((0, 1), (rawFirst, shrunkenFirst));
    }

    [Fact]
    public void Splitting_needs_whole_counts_and_more_than_one_case()
    {
        var tree = Answer(UnitTree.Create(["buurt"], 3, []));
        var options = raw with { Thinnings = 10 };

        Assert.Equal("not-whole-counts", Honest([1.5, 2, 3], options));
        Assert.Equal("too-few-cases", Honest([0, 0, 1], options with { Thinnings = 1, Seed = SeedThatPutsTheCaseInTheRankedHalf() }));
        Assert.Equal("draws-not-asked", Honest([1, 2, 3], raw));

        string? Honest(double[] cases, ReachOptions asked) =>
            Answer(TargetingReach.Compute(tree, cases, [10, 10, 10], [], asked)).Rows[0].HonestReach.Reason?.Code;

        int SeedThatPutsTheCaseInTheRankedHalf() =>
            Enumerable.Range(0, 100).First(seed => Honest([0, 0, 1], options with { Thinnings = 1, Seed = seed }) is not null);
    }

    [Fact]
    public void Without_cases_or_room_the_answer_says_so()
    {
        var tree = Answer(UnitTree.Create(["buurt"], 2, []));

        Assert.Equal("no-cases", Refusal(TargetingReach.Compute(tree, [0, 0], [10, 10], [], raw)));
        var tight = Answer(TargetingReach.Compute(tree, [1, 2], [10, 10], [0, 0], raw with { Budgets = [0.1] }));
        Assert.Equal("nothing-fits", tight.WholeUnits[0].RateInside.Reason?.Code);
        Assert.Equal("no-cases", tight.Rows[0].HonestReach.Reason?.Code);
        Assert.Null(tight.Rows[0].Class);
    }

    [Fact]
    public void Few_units_are_ranked_as_they_are_and_it_says_so()
    {
        var tree = Answer(UnitTree.Create(["buurt"], 3, []));

        var reach = Answer(TargetingReach.Compute(tree, [1, 2, 3], [10, 10, 10], [], new ReachOptions { Thinnings = 5, NoiseMaps = 5 }));

        Assert.Contains(reach.Warnings, warning => warning.Code == "ranked-raw");
    }

    [Fact]
    public void A_unit_outside_every_group_of_a_level_stays_in_the_totals()
    {
        var tree = Answer(UnitTree.Create(["buurt", "stadsdeel"], 4, [[0, 0, 1, -1]]));

        var row = Answer(TargetingReach.Compute(tree, [1, 1, 2, 6], [10, 10, 10, 10], [], raw with { Budgets = [0.5] })).Rows[1];

        // Stadsdeel 1 (2 cases of 10 people) and half of stadsdeel 0 (1 of its 2): 3 of 10 cases.
        Assert.Equal(0.3, row.Reach, tolerance: 1e-12);
    }

    [Fact]
    public void A_caller_who_breaks_the_contract_hears_it_at_once()
    {
        var tree = Answer(UnitTree.Create(["buurt"], 2, []));

        Assert.Throws<ArgumentException>(() => TargetingReach.Compute(tree, [1], [10, 10], [], raw));
        Assert.Throws<ArgumentException>(() => TargetingReach.Compute(tree, [1, -1], [10, 10], [], raw));
        Assert.Throws<ArgumentException>(() => TargetingReach.Compute(tree, [1, 1], [10, 0], [], raw));
        Assert.Throws<ArgumentException>(() => TargetingReach.Compute(tree, [1, 1], [10, 10], [], raw with { Budgets = [1] }));
    }

    private static UnitTree Tree(WorkedCase worked) =>
        Answer(UnitTree.Create(["buurt", "wijk", "gemeente"], 12, [worked.Integers("wijk"), worked.Integers("gemeente")]));
}
