// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Adjacency;
using Schakel.Analysis.Regions;
using static Schakel.Analysis.Tests.Answers;

namespace Schakel.Analysis.Tests.Regions;

/// <summary>Maps that are searched, and what is special about some units.</summary>
public sealed class WorkAreasTests
{
    // Enough for the first rounds; how good a long search is stands in docs/methods/work-areas.md.
    private static readonly WorkAreaOptions quick = new() { Iterations = 20_000 };

    [Fact]
    public void The_generator_of_grids_gives_the_published_units()
    {
        var worked = WorkedCase.Read("regions", "grid-generator");
        var (graph, units) = RegionMaps.Grid(worked.Input.GetProperty("rows").GetInt32(), worked.Input.GetProperty("columns").GetInt32());

        worked.Near(worked.Expected.GetProperty("firstPopulations"), units.Population[..4]);
        worked.Near(worked.Expected.GetProperty("firstDwellings"), units.Dwellings[..4]);
        worked.Near(worked.Expected.GetProperty("population"), units.Population.Sum());
        worked.Near(worked.Expected.GetProperty("dwellings"), units.Dwellings.Sum());
        Assert.Equal(worked.Expected.GetProperty("bound").GetInt32(), AreaCountBound.Of(new AreaMap(graph, units, quick)).Core);
    }

    [Fact]
    public void A_grid_of_120_reaches_the_bound()
    {
        var small = WorkedCase.Read("regions", "grid-generator").Expected.GetProperty("small");
        var (graph, units) = RegionMaps.Grid(small.GetProperty("rows").GetInt32(), small.GetProperty("columns").GetInt32());

        var result = Answer(WorkAreas.Compute(graph, units, new WorkAreaOptions()));

        Assert.Equal(small.GetProperty("bound").GetInt32(), result.LowerBound);
        Assert.Equal((small.GetProperty("bound").GetInt32(), 0), (result.Proposals[0].Areas, result.Proposals[0].Gap));
        Assert.Equal("sum", result.BoundMethod);
        RegionMaps.AssertPlans(graph, units, new WorkAreaOptions(), result);
    }

    [Fact]
    public void A_grid_of_600_comes_within_the_promised_distance_of_the_bound_with_four_proposals()
    {
        var (graph, units) = RegionMaps.Grid(30, 20);

        var result = Answer(WorkAreas.Compute(graph, units, new WorkAreaOptions { Iterations = 150_000 }));

        Assert.True(result.Proposals[0].Areas <= 1.013 * result.LowerBound, $"{result.Proposals[0].Areas} areas against a bound of {result.LowerBound}.");
        Assert.Equal(4, result.Proposals.Count);
        Assert.Empty(result.Warnings);
        RegionMaps.AssertPlans(graph, units, new WorkAreaOptions(), result);
    }

    [Fact]
    public void A_grid_of_3300_is_feasible_after_a_short_search()
    {
        var (graph, units) = RegionMaps.Grid(60, 55);

        var result = Answer(WorkAreas.Compute(graph, units, quick with { Iterations = 100_000 }));

        Assert.True(result.Proposals[0].Areas <= 1.05 * result.LowerBound, $"{result.Proposals[0].Areas} areas against a bound of {result.LowerBound}.");
        RegionMaps.AssertPlans(graph, units, quick, result);
    }

    [Fact]
    public void Proposals_are_sorted_and_know_how_they_differ()
    {
        var (graph, units) = RegionMaps.Grid(10, 10);

        var proposals = Answer(WorkAreas.Compute(graph, units, quick)).Proposals;

        Assert.Equal(proposals.OrderBy(proposal => proposal.Areas).ThenBy(proposal => proposal.Score.F), proposals);
        for (var i = 0; i < proposals.Count; i++)
        {
            Assert.Equal(proposals.Count, proposals[i].VariationOfInformation.Length);
            for (var j = 0; j < proposals.Count; j++)
            {
                Assert.Equal(i == j, proposals[i].VariationOfInformation[j] == 0);
                Assert.Equal(proposals[j].VariationOfInformation[i], proposals[i].VariationOfInformation[j], 9);
            }
        }
    }

    [Fact]
    public void Cores_are_together_in_most_proposals_and_negotiable_borders_in_some()
    {
        var (graph, units) = RegionMaps.Grid(12, 10);

        var result = Answer(WorkAreas.Compute(graph, units, quick with { Alternatives = 5 }));

        Assert.NotEmpty(result.StableCores);
        Assert.NotEmpty(result.NegotiableEdges);
        Assert.All(result.StableCores, core =>
        {
            Assert.True(core.Units.Length > 1 && core.Units.SequenceEqual(core.Units.Order()));
            Assert.Equal(core.Share, core.Units.SelectMany(one => core.Units.Select(other => Together(one, other))).Min(), 12);
            Assert.True(core.Share >= 0.8 - 1e-9);
        });
        Assert.Equal(result.StableCores.Sum(core => core.Units.Length), result.StableCores.SelectMany(core => core.Units).Distinct().Count());
        Assert.All(result.NegotiableEdges, edge => Assert.Equal(edge.Share, Together(edge.First, edge.Second), 12));
        Assert.All(result.NegotiableEdges, edge => Assert.InRange(edge.Share, 0.2, 0.79));

        double Together(int one, int other) => result.Proposals.Average(proposal => proposal.Assignment[one] == proposal.Assignment[other] ? 1.0 : 0);
    }

    [Fact]
    public void A_unit_over_a_ceiling_is_an_area_of_its_own_and_counts_in_the_bound()
    {
        var (graph, units) = Path([3000, 12_000, 3000, 0, 3000]);

        var result = Answer(WorkAreas.Compute(graph, units, new WorkAreaOptions()));

        Assert.All(result.Proposals, proposal => Assert.Equal([1], proposal.OverCeiling));
        Assert.Contains(result.Warnings, warning => warning.Code == "over-ceiling");
        Assert.Equal("0 1 2,3 4", RegionMaps.Sets(result.Proposals[0].Assignment));
        Assert.Equal((4, 4), (result.LowerBound, result.Proposals[0].Areas));
        RegionMaps.AssertPlans(graph, units, new WorkAreaOptions(), result);
    }

    [Fact]
    public void A_target_counts_the_areas_of_units_over_a_ceiling_too()
    {
        var (graph, units) = Path([3000, 12_000, 3000, 3000, 3000]);

        var proposal = Answer(WorkAreas.Compute(graph, units, new WorkAreaOptions { Target = 5, Alternatives = 1 })).Proposals[0];

        Assert.Equal(5, proposal.Areas);
    }

    [Fact]
    public void Where_every_unit_touches_every_other_one_looking_at_everything_is_given_up()
    {
        var pairs = Enumerable.Range(0, 20).SelectMany(one => Enumerable.Range(one + 1, 19 - one).Select(other => (one, other))).ToArray();
        var units = RegionMaps.Grid(5, 4).Units;
        var options = quick with { Target = 6 };

        var result = Answer(WorkAreas.Compute(new UnitGraph(20, pairs), units, options));

        Assert.Equal(6, result.Proposals[0].Areas);
        RegionMaps.AssertPlans(new UnitGraph(20, pairs), units, options, result);
    }

    [Fact]
    public void A_lake_does_not_glue_two_wijken_unless_it_may()
    {
        var (graph, units) = Path([1000, 0, 1000]);

        Assert.Equal(2, Answer(WorkAreas.Compute(graph, units, new WorkAreaOptions())).LowerBound);

        var glued = Answer(WorkAreas.Compute(graph, units, new WorkAreaOptions { UninhabitedCarry = true }));
        Assert.Equal((1, 1), (glued.LowerBound, glued.Proposals[0].Areas));
    }

    [Fact]
    public void Empty_land_joins_the_area_with_the_longest_common_border_and_costs_nothing()
    {
        var graph = new UnitGraph(4, [(0, 1), (1, 2), (2, 3)], lengthInMetres: [10, 30, 5]);
        var units = new AreaUnits([9000, 0, 9000, 0], [100, 0, 100, 0]);

        var result = Answer(WorkAreas.Compute(graph, units, new WorkAreaOptions()));

        Assert.Equal("0 1,2,3", RegionMaps.Sets(result.Proposals[0].Assignment));
    }

    [Fact]
    public void An_empty_island_is_an_area_by_itself_also_in_the_bound()
    {
        var graph = new UnitGraph(3, [(0, 1)]);

        var result = Answer(WorkAreas.Compute(graph, new AreaUnits([10, 10, 0], [5, 5, 0]), new WorkAreaOptions()));

        Assert.Equal((2, 2), (result.LowerBound, result.Proposals[0].Areas));
    }

    [Fact]
    public void A_link_joins_units_that_do_not_touch()
    {
        var apart = UnitGraph.FromNeighbours(Neighbours.FromPairs(4, [(0, 1), (2, 3)]));
        var linked = UnitGraph.FromNeighbours(Neighbours.FromPairs(4, [(0, 1), (2, 3)]), (3, 0));
        var units = new AreaUnits([100, 100, 100, 100], [40, 40, 40, 40]);

        Assert.Equal(2, Answer(WorkAreas.Compute(apart, units, new WorkAreaOptions())).LowerBound);
        Assert.Equal(1, Answer(WorkAreas.Compute(linked, units, new WorkAreaOptions())).LowerBound);
    }

    [Fact]
    public void A_barrier_inside_an_area_costs_its_severity_and_its_crossings_are_counted()
    {
        // Three fit together; the barrier lies between the first two.
        var graph = new UnitGraph(4, [(0, 1), (1, 2), (2, 3)], severity: [0.5, 0, 0.3], crossings: [1, 0, 0]);
        var units = new AreaUnits([4000, 4000, 2000, 7000], [100, 100, 100, 100]);
        var options = new WorkAreaOptions { Score = new ScoreWeights(0, 0, 0, 0, 1, 0), Alternatives = 1, Target = 3 };

        var result = Answer(WorkAreas.Compute(graph, units, options));
        var fewest = Answer(WorkAreas.Compute(graph, units, options with { Target = 2 })).Proposals[0];

        Assert.Equal("0 1,2 3", RegionMaps.Sets(result.Proposals[0].Assignment));
        Assert.Equal((0, 0), (result.Proposals[0].Score.E.Value, result.Proposals[0].CrossingsInside));
        Assert.Equal("0,1,2 3", RegionMaps.Sets(fewest.Assignment));
        Assert.Equal((0.625, 1), (fewest.Score.E.Value, fewest.CrossingsInside));
    }

    [Fact]
    public void Existing_wijken_and_drawings_count_when_they_are_known()
    {
        var pairs = new[] { (0, 1), (1, 2), (2, 3) };
        var graph = new UnitGraph(4, pairs, affinity: [0.9, 0.2, 0.9]);
        var units = new AreaUnits([3000, 3000, 3000, 3000], [100, 100, 100, 100]) { Zones = [7, 7, 8, 8] };
        var options = new WorkAreaOptions { Alternatives = 1, Target = 2, Score = new ScoreWeights(0, 0, 1, 1, 0, 0) };

        var score = Answer(WorkAreas.Compute(graph, units, options)).Proposals[0];

        Assert.Equal("0,1 2,3", RegionMaps.Sets(score.Assignment));
        Assert.Equal(0, score.Score.B.Value);
        Assert.Equal(0.1, score.Score.R.Value!.Value, 12);
        Assert.Equal(0.05, score.Score.F, 12);
    }

    [Fact]
    public void Parts_without_figures_say_why_and_the_others_weigh_more()
    {
        var (graph, units) = Path([4000, 4000, 4000]);

        var score = Answer(WorkAreas.Compute(graph, units, new WorkAreaOptions { Alternatives = 1 })).Proposals[0].Score;

        Assert.Equal(
            ["score-without-values", "score-without-zones", "score-without-drawings", "score-without-barriers"],
            new[] { score.H, score.B, score.R, score.E }.Select(part => part.Reason?.Code));
        Assert.Equal(((0.20 * score.K.Value!.Value) + (0.10 * score.S.Value!.Value)) / 0.30, score.F, 12);
        Assert.Equal("score-not-usable", Refusal(WorkAreas.Compute(graph, units, new WorkAreaOptions { Score = new ScoreWeights(1, 0, 0, 0, 0, 0) })));
    }

    [Fact]
    public void A_unit_without_a_figure_takes_part_in_all_but_likeness()
    {
        var (graph, units) = Path([1000, 1000, 1000, 1000]);
        var withGap = units with { Values = [[1, null, 5, 5]] };

        var result = Answer(WorkAreas.Compute(graph, withGap, new WorkAreaOptions { Target = 2, Alternatives = 1, Score = new ScoreWeights(1, 0, 0, 0, 0, 0) }));

        Assert.Equal(0, result.Proposals[0].Score.H.Value);
        Assert.True(result.Proposals[0].Assignment[0] != result.Proposals[0].Assignment[2]);
    }

    [Fact]
    public void Large_units_make_the_bound_weak_and_that_is_said()
    {
        var (graph, units) = RegionMaps.Grid(5, 6, least: 3000, span: 2000);

        var result = Answer(WorkAreas.Compute(graph, units, quick));

        Assert.Contains(result.Warnings, warning => warning.Code == "weak-bound");
        RegionMaps.AssertPlans(graph, units, quick, result);
    }

    [Fact]
    public void Teams_have_a_lower_ceiling_and_no_limit_to_dwellings()
    {
        var (graph, units) = RegionMaps.Grid(8, 8, least: 100, span: 900);
        var options = WorkAreaOptions.ForFrontlineTeams with { Iterations = 20_000 };

        var result = Answer(WorkAreas.Compute(graph, units, options));

        Assert.All(result.Proposals, proposal => Assert.True(proposal.MaxPopulation <= 3000));
        RegionMaps.AssertPlans(graph, units, options, result);
    }

    [Fact]
    public void A_clock_that_runs_out_leaves_feasible_plans_and_a_warning()
    {
        var (graph, units) = RegionMaps.Grid(20, 20);
        var options = new WorkAreaOptions { TimeUsed = () => 1 };

        var result = Answer(WorkAreas.Compute(graph, units, options));

        Assert.Contains(result.Warnings, warning => warning.Code == "time-limit");
        RegionMaps.AssertPlans(graph, units, options, result);
    }

    [Fact]
    public void Nobody_anywhere_is_no_map_to_divide()
    {
        var (graph, units) = Path([0, 0]);

        Assert.Equal("no-residents", Refusal(WorkAreas.Compute(graph, units, new WorkAreaOptions())));
    }

    [Fact]
    public void A_caller_who_breaks_the_contract_hears_it_at_once()
    {
        var (graph, units) = Path([10, 10]);

        Assert.Throws<ArgumentException>(() => WorkAreas.Compute(graph, units with { Population = [1] }, new WorkAreaOptions()));
        Assert.Throws<ArgumentException>(() => WorkAreas.Compute(graph, units with { Population = [-1, 1] }, new WorkAreaOptions()));
        Assert.Throws<ArgumentException>(() => WorkAreas.Compute(graph, units, new WorkAreaOptions { MaxPopulation = 0 }));
        Assert.Throws<ArgumentException>(() => WorkAreas.Compute(graph, units, new WorkAreaOptions { Target = 0 }));
        Assert.Throws<ArgumentException>(() => WorkAreas.Compute(graph, units, new WorkAreaOptions { Score = new ScoreWeights(0, 0, 0, 0, 0, 0) }));
    }

    private static (UnitGraph Graph, AreaUnits Units) Path(double[] population) =>
        (new UnitGraph(population.Length, Enumerable.Range(0, population.Length - 1).Select(unit => (unit, unit + 1)).ToArray()),
        new AreaUnits(population, [.. population.Select(people => Math.Floor(people / 4))]));
}
