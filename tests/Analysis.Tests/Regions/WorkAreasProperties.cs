// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using CsCheck;
using Schakel.Analysis.Regions;
using static Schakel.Analysis.Tests.Answers;

namespace Schakel.Analysis.Tests.Regions;

/// <summary>What holds for every map.</summary>
public sealed class WorkAreasProperties
{
    private static readonly Gen<(UnitGraph Graph, AreaUnits Units)> maps =
        Gen.Select(Gen.Int[1, 7], Gen.Int[1, 6], Gen.Int[0, 10_000], Gen.Int[0, 3]).Select((rows, columns, seed, kind) =>
        {
            var (grid, units) = RegionMaps.Grid(rows, columns, seed, least: kind == 0 ? 2000 : 200, span: kind == 1 ? 11_000 : 2001);

            // Some borders are closed, some land is empty; the last kind has neither.
            bool[] removed = [.. Enumerable.Range(0, grid.PairCount).Select(edge => kind < 3 && (edge + seed) % 5 == 0)];
            for (var unit = 0; unit < grid.UnitCount && kind < 3; unit++)
                if ((unit + seed) % 7 == 0)
                    (units.Population[unit], units.Dwellings[unit]) = (0, 0);
            return (new UnitGraph(grid.UnitCount, [.. grid.First.Zip(grid.Second)], removed: removed), units);
        });

    [Fact]
    public void Every_proposal_passes_the_independent_checker_and_the_bound() => maps.Sample(
        map =>
        {
            var options = new WorkAreaOptions { Iterations = 2_000 };
            if (!map.Units.Population.Any(people => people > 0))
                return;

            var result = Answer(WorkAreas.Compute(map.Graph, map.Units, options));

            RegionMaps.AssertPlans(map.Graph, map.Units, options, result);
        },
        iter: 60);

    [Fact]
    public void The_number_of_threads_changes_nothing() => maps.Sample(
        map =>
        {
            if (!map.Units.Population.Any(people => people > 0))
                return;
            var options = new WorkAreaOptions { Iterations = 3_000, Seed = 7 };

            var one = Answer(WorkAreas.Compute(map.Graph, map.Units, options with { Threads = 1 }));
            var three = Answer(WorkAreas.Compute(map.Graph, map.Units, options with { Threads = 3 }));

            Assert.Equal(one.Proposals.Select(Written), three.Proposals.Select(Written));
            Assert.Equal(one.Steps, three.Steps);
        },
        iter: 15);

    [Fact]
    public void Same_seed_same_plans_on_a_map_of_many_blocks()
    {
        var (graph, units) = RegionMaps.Grid(40, 30);
        var options = new WorkAreaOptions { Iterations = 30_000 };

        var one = Answer(WorkAreas.Compute(graph, units, options with { Threads = 1 }));
        var four = Answer(WorkAreas.Compute(graph, units, options with { Threads = 4 }));
        var other = Answer(WorkAreas.Compute(graph, units, options with { Seed = 2010 }));

        Assert.Equal(one.Proposals.Select(Written), four.Proposals.Select(Written));
        Assert.NotEqual(one.Proposals.Select(Written), other.Proposals.Select(Written));
    }

    [Fact]
    public void On_small_maps_nothing_is_better_than_the_first_proposal() => Gen.Select(Gen.Int[0, 100_000], Gen.Int[0, 2]).Sample(
        (seed, kind) =>
        {
            var (grid, units) = RegionMaps.Grid(2, 4, seed, least: 1000, span: 3000);
            units = units with
            {
                Values = [[.. Enumerable.Range(0, 8).Select(unit => (double?)((unit * unit * (seed + 3)) % 17))]],
                Zones = [.. Enumerable.Range(0, 8).Select(unit => (unit + seed) / 3 % 3)],
            };
            bool[] removed = [.. Enumerable.Range(0, grid.PairCount).Select(edge => kind == 1 && edge == seed % grid.PairCount)];
            double[] severity = [.. Enumerable.Range(0, grid.PairCount).Select(edge => kind == 2 && edge % 3 == 0 ? 0.5 : 0)];
            var graph = new UnitGraph(8, [.. grid.First.Zip(grid.Second)], severity: severity, removed: removed);
            var options = new WorkAreaOptions { Alternatives = 1 };

            var result = Answer(WorkAreas.Compute(graph, units, options));

            var map = new AreaMap(graph, units, options);
            var scoring = new AreaScoring(map, units);
            var best = AllDivisions(8).Where(plan => IsPlan(graph, units, plan, options))
                .Select(plan => (Areas: plan.Max() + 1, scoring.Score(plan, plan.Max() + 1, options.Score.All).F))
                .Min();
            Assert.Equal(best.Areas, result.LowerBound);
            Assert.Equal(best.Areas, result.Proposals[0].Areas);
            Assert.Equal(best.F, result.Proposals[0].Score.F, 10);
        },
        iter: 12);

    [Fact]
    public void Search_finds_what_looking_at_everything_finds() => Gen.Int[0, 100_000].Sample(
        seed =>
        {
            var (graph, units) = RegionMaps.Grid(3, 5, seed, least: 500, span: 2500);
            var map = new AreaMap(graph, units, new WorkAreaOptions());
            var exact = Answer(WorkAreas.Compute(graph, units, new WorkAreaOptions { Alternatives = 1 })).LowerBound;

            var clock = new SearchClock(new WorkAreaOptions());
            var start = FirstPlan.Draw(map, 20, seed, 0, 1, clock);
            var (plan, _) = FewestSearch.Improve(map, start, 1, 3_000, seed, 1 << 30, 1, () => false);

            Assert.InRange(plan.Areas, exact, exact + 1);
            Assert.True(AreaCountBound.Of(map).Core <= exact);
        },
        iter: 20);

    private static string Written(WorkAreaProposal proposal) => FormattableString.Invariant($"{string.Join(',', proposal.Assignment)} {proposal.Score.F:R}");

    private static bool IsPlan(UnitGraph graph, AreaUnits units, int[] plan, WorkAreaOptions options)
    {
        var ids = RegionMaps.Ids(plan.Length);
        return AreaPlanCheck.Check(graph, ids, plan.Select((area, unit) => (ids[unit], $"{area}")), units.Population, units.Dwellings, options).IsValid;
    }

    // Every way to divide so many units, areas numbered by first unit.
    private static IEnumerable<int[]> AllDivisions(int count)
    {
        var plan = new int[count];
        return From(1, 1);

        IEnumerable<int[]> From(int unit, int areas)
        {
            if (unit == count)
            {
                yield return (int[])plan.Clone();
                yield break;
            }

            for (var area = 0; area <= areas; area++)
            {
                plan[unit] = area;
                foreach (var division in From(unit + 1, Math.Max(areas, area + 1)))
                    yield return division;
            }
        }
    }
}
