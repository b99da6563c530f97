// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Scale;
using static Schakel.Analysis.Tests.Scale.Answers;
using static Schakel.Analysis.Tests.Scale.ScaleCase;

namespace Schakel.Analysis.Tests.Scale;

public sealed class ScaleStabilityTests
{
    private static readonly ScaleCase worked = Load("a5-two-years.json");

    private static double[][] Years()
    {
        var population = Numbers(worked.Input["population"]);
        return [.. worked.Input["cases"]!.AsArray().Select(cases => Numbers(cases).Zip(population, (y, n) => 100 * y / n).ToArray())];
    }

    [Fact]
    public void A5_what_two_years_have_in_common()
    {
        var lag = Assert.Single(Of(ScaleStability.Compute(worked.Tree(), Years(), [])));

        Close(Numbers(worked.Expected["persistent"]), lag.Levels.Select(level => level.Persistent.Value!.Value), worked.Tolerance);
        for (var year = 0; year < 2; year++)
            Close(Numbers(worked.Expected["within"]![year]), lag.Levels.Select(level => level.Within[year].Value!.Value), worked.Tolerance);
        Close(Numbers(worked.Expected["unclipped"]), lag.Levels.Select(level => level.Unclipped.Value!.Value), Number(worked.Expected["unclippedTolerance"]));
        Close(Numbers(worked.Expected["stability"]), lag.Levels.Select(level => level.Value.Value!.Value), 1e-5);
    }

    [Fact]
    public void A_year_repeated_is_perfectly_stable()
    {
        var years = Years();

        var lag = Of(ScaleStability.Compute(worked.Tree(), [years[0], years[0]], []))[0];

        Assert.All(lag.Levels, level => Assert.Equal(1, level.Value.Value!.Value, 1e-12));
    }

    [Fact]
    public void Three_years_give_two_pairs_one_year_apart_and_one_pair_two_years_apart()
    {
        var years = Years();

        var lags = Of(ScaleStability.Compute(worked.Tree(), [years[0], years[1], years[0]], []));

        Assert.Equal([(1, 2), (2, 1)], lags.Select(lag => (lag.Lag, lag.Pairs)));
        Close(Numbers(worked.Expected["persistent"]), lags[0].Levels.Select(level => level.Persistent.Value!.Value), worked.Tolerance);
        Assert.All(lags[1].Levels, level => Assert.Equal(1, level.Value.Value!.Value, 1e-12));
    }

    [Fact]
    public void A_level_without_sisters_has_no_stability()
    {
        var tree = Of(UnitTree.Create(["buurt", "wijk"], 4, [[0, 1, 2, 3]]));

        var lag = Of(ScaleStability.Compute(tree, [[1, 2, 3, 4], [2, 1, 4, 3]], []))[0];

        Assert.Equal("not-identifiable", lag.Levels[0].Value.Reason?.Code);
        Assert.NotNull(lag.Levels[1].Value.Value);
    }

    [Fact]
    public void A_year_in_which_wijken_do_not_differ_has_nothing_that_persists_there()
    {
        var tree = Of(UnitTree.Create(["buurt", "wijk"], 4, [[0, 0, 1, 1]]));

        var lag = Of(ScaleStability.Compute(tree, [[1, 3, 1, 3], [1, 3, 5, 7]], []))[0];

        Assert.Equal("no-variance-within-year", lag.Levels[1].Value.Reason?.Code);
        Assert.Equal(1, lag.Levels[0].Value.Value!.Value, 1e-12);
    }

    [Fact]
    public void A_year_without_any_differences_has_no_answer()
    {
        var tree = Of(UnitTree.Create(["buurt"], 3, []));

        Assert.Equal("no-variation", ReasonOf(ScaleStability.Compute(tree, [[1, 2, 3], [0.1, 0.1, 0.1]], [])).Code);
    }

    [Fact]
    public void One_year_is_a_mistake_of_the_caller() =>
        Assert.ThrowsAny<ArgumentException>(() => ScaleStability.Compute(worked.Tree(), [Years()[0]], []));
}
