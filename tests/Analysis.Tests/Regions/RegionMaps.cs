// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;
using Schakel.Analysis.Adjacency;
using Schakel.Analysis.Regions;

namespace Schakel.Analysis.Tests.Regions;

/// <summary>Maps to draw work areas on, and an independent look at what came out.</summary>
internal static class RegionMaps
{
    /// <summary>A grid with the residents and dwellings of the published generator.</summary>
    internal static (UnitGraph Graph, AreaUnits Units) Grid(int rows, int columns, long seed = 42, int least = 200, int span = 2001)
    {
        var (population, dwellings) = (new double[rows * columns], new double[rows * columns]);
        var x = seed;
        for (var unit = 0; unit < population.Length; unit++)
        {
            x = Next(x);
            population[unit] = least + ((x >> 16) % span);
            x = Next(x);
            dwellings[unit] = Math.Floor(population[unit] * (38 + ((x >> 16) % 15)) / 100);
        }

        return (UnitGraph.FromNeighbours(Neighbours.Grid(rows, columns)), new AreaUnits(population, dwellings));

        static long Next(long x) => ((1103515245 * x) + 12345) % (1L << 31);
    }

    internal static (int First, int Second)[] Pairs(JsonElement pairs) => [.. pairs.EnumerateArray().Select(pair => (pair[0].GetInt32(), pair[1].GetInt32()))];

    /// <summary>Areas as sets, by first unit: how the files write a plan.</summary>
    internal static string Sets(int[] assignment) =>
        string.Join(' ', assignment.Select((area, unit) => (area, unit)).GroupBy(pair => pair.area, pair => pair.unit).Select(units => string.Join(',', units)));

    internal static string Sets(JsonElement plan) =>
        string.Join(' ', plan.EnumerateArray().Select(area => string.Join(',', area.EnumerateArray().Select(unit => unit.GetInt32()))));

    internal static string[] Ids(int count) => [.. Enumerable.Range(0, count).Select(unit => $"u{unit:D5}")];

    /// <summary>Every proposal is a plan, says the checker that knows nothing of the search.</summary>
    internal static void AssertPlans(UnitGraph graph, AreaUnits units, WorkAreaOptions options, WorkAreasResult result)
    {
        var ids = Ids(graph.UnitCount);
        Assert.NotEmpty(result.Proposals);
        Assert.All(result.Proposals, proposal =>
        {
            var check = AreaPlanCheck.Check(
                graph, ids, proposal.Assignment.Select((area, unit) => (ids[unit], $"{area}")), units.Population, units.Dwellings, options);
            Assert.True(check.IsValid, string.Join(" ", check.Violations.Select(violation => violation.Text)));
            Assert.Equal(check.Areas, proposal.Areas);
            Assert.Equal(proposal.Areas - result.LowerBound, proposal.Gap);
            Assert.True(proposal.Gap >= 0);
            Assert.InRange(proposal.Score.F, 0, 1);
        });
        Assert.Equal(result.Proposals.Count, result.Proposals.Select(proposal => Sets(proposal.Assignment)).Distinct().Count());
    }
}
