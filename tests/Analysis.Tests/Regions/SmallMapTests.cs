// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Regions;
using static Schakel.Analysis.Tests.Answers;

namespace Schakel.Analysis.Tests.Regions;

/// <summary>Maps of at most twenty units are solved exactly.</summary>
public sealed class SmallMapTests
{
    private static readonly WorkAreaOptions onlyAlike = new() { Score = new ScoreWeights(H: 1, K: 0, B: 0, R: 0, E: 0, S: 0), Alternatives = 1 };

    [Theory]
    [InlineData("open")]
    [InlineData("bridge")]
    [InlineData("noBridge")]
    public void The_grid_of_twelve_has_the_fewest_areas_and_then_the_least_differences_inside(string variant)
    {
        var worked = WorkedCase.Read("regions", "G-1");
        var expected = worked.Expected.GetProperty(variant);
        var (graph, units) = Canal(worked, variant);

        var result = Answer(WorkAreas.Compute(graph, units, onlyAlike));

        var first = result.Proposals[0];
        Assert.Equal("exact", result.BoundMethod);
        Assert.Equal(expected.GetProperty("areas").GetInt32(), result.LowerBound);
        Assert.Equal((result.LowerBound, 0), (first.Areas, first.Gap));
        Assert.Equal(RegionMaps.Sets(expected.GetProperty("plan")), RegionMaps.Sets(first.Assignment));
        worked.Near(expected.GetProperty("withinSquares").GetDouble(), first.Score.H.Value!.Value * worked.Expected.GetProperty("totalSquares").GetDouble());
        Assert.Equal(first.Score.F, first.Score.H.Value.Value, 12);
        RegionMaps.AssertPlans(graph, units, onlyAlike, result);
    }

    [Theory]
    [InlineData("open")]
    [InlineData("bridge")]
    [InlineData("noBridge")]
    public void Every_plan_with_the_fewest_areas_is_counted(string variant)
    {
        var worked = WorkedCase.Read("regions", "G-1");
        var expected = worked.Expected.GetProperty(variant);
        var (graph, units) = Canal(worked, variant);
        var map = new AreaMap(graph, units, onlyAlike);
        var scoring = new AreaScoring(map, units);
        var exact = new ExactPlans(map, scoring);
        var areas = expected.GetProperty("areas").GetInt32();

        Assert.Null(exact.Solve(areas - 1, scoring.Renormalised(onlyAlike.Score.All)!));
        Assert.NotNull(exact.Solve(areas, scoring.Renormalised(onlyAlike.Score.All)!));

        Assert.Equal(expected.GetProperty("ways").GetDouble(), exact.Ways);
    }

    [Fact]
    public void Dwellings_ask_for_more_areas_than_residents_on_the_grid_of_twelve()
    {
        var worked = WorkedCase.Read("regions", "G-1");
        var (graph, units) = Canal(worked, "open");
        var open = worked.Expected.GetProperty("open");

        Assert.Equal(open.GetProperty("byResidents").GetInt32(), Bound(onlyAlike with { MaxDwellings = double.PositiveInfinity }));
        Assert.Equal(open.GetProperty("byDwellings").GetInt32(), Bound(onlyAlike with { MaxPopulation = double.PositiveInfinity }));

        int Bound(WorkAreaOptions options) => AreaCountBound.Of(new AreaMap(graph, units, options)).Core;
    }

    [Fact]
    public void The_path_of_six_has_one_plan()
    {
        var worked = WorkedCase.Read("regions", "G-2");
        var graph = new UnitGraph(6, RegionMaps.Pairs(worked.Input.GetProperty("pairs")));
        var units = new AreaUnits(worked.Numbers("population"), worked.Numbers("dwellings"));

        var result = Answer(WorkAreas.Compute(graph, units, new WorkAreaOptions { Alternatives = 1 }));

        Assert.Equal(worked.Expected.GetProperty("areas").GetInt32(), result.LowerBound);
        Assert.Equal(RegionMaps.Sets(worked.Expected.GetProperty("plan")), RegionMaps.Sets(result.Proposals[0].Assignment));
    }

    [Fact]
    public void A_target_gives_the_best_plan_with_exactly_so_many_areas()
    {
        var worked = WorkedCase.Read("regions", "G-1");
        var (graph, units) = Canal(worked, "open");

        var results = new[] { 5, 6, 7, 12 }.Select(target => Answer(WorkAreas.Compute(graph, units, onlyAlike with { Target = target, Alternatives = 3 }))).ToList();

        Assert.Equal([5, 6, 7, 12], results.Select(result => result.Proposals[0].Areas));
        Assert.All(results, result => Assert.All(result.Proposals, proposal => Assert.Equal(result.Proposals[0].Areas, proposal.Areas)));
        Assert.True(results.Zip(results.Skip(1), (few, more) => few.Proposals[0].Score.F > more.Proposals[0].Score.F).All(better => better));
        Assert.All(results, result => Assert.Equal(5, result.LowerBound));
    }

    [Fact]
    public void A_target_below_the_fewest_is_said_not_to_be_met()
    {
        var (graph, units) = Canal(WorkedCase.Read("regions", "G-1"), "open");

        var result = Answer(WorkAreas.Compute(graph, units, onlyAlike with { Target = 4 }));

        Assert.Equal(5, result.Proposals[0].Areas);
        Assert.Contains(result.Warnings, warning => warning.Code == "target-not-met");
    }

    private static (UnitGraph Graph, AreaUnits Units) Canal(WorkedCase worked, string variant)
    {
        var pairs = RegionMaps.Pairs(worked.Input.GetProperty("pairs"));
        var canal = RegionMaps.Pairs(worked.Input.GetProperty("canal"));
        var bridge = (worked.Integers("bridge")[0], worked.Integers("bridge")[1]);
        bool[] removed = [.. pairs.Select(pair => variant != "open" && canal.Contains(pair) && (variant == "noBridge" || pair != bridge))];
        var values = worked.Numbers("values").Select(value => (double?)value).ToArray();
        return (new UnitGraph(12, pairs, removed: removed), new AreaUnits(worked.Numbers("population"), worked.Numbers("dwellings")) { Values = [values] });
    }
}
