// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using static System.FormattableString;

namespace Schakel.Analysis.Regions;

/// <summary>Work areas of human size: a handful of different, feasible divisions, and a proof of how few areas there could be.</summary>
public static class WorkAreas
{
    /// <summary>Draws proposals.</summary>
    /// <remarks>
    /// <para><b>Definition.</b> Areas hang together over pairs that are not removed, and stay under both ceilings. First the fewest areas, then the lowest
    /// F = Σ weight·part over H, K, B, R, E, S (<see cref="PlanScore"/>), among plans of up to a tenth more areas or exactly the target. Up to 20 units: all plans are
    /// looked at. Beyond: random trees cut from the leaves up, merging and dividing again, annealed moves of units. Proposals: F ≤ 1.15 times the best, chosen for the
    /// largest smallest variation of information. The bound: per connected part the sums divided by the ceilings, or Martello and Toth's L2.</para>
    /// <para><b>Units.</b> Persons, dwellings, metres; parts of the score have none.</para>
    /// <para><b>Shapes.</b> One row a unit of <paramref name="graph"/>; proposals number their areas by first unit.</para>
    /// <para><b>Missing values.</b> Residents and dwellings must be known. A unit without a figure counts in everything but H; one without a wijk counts as outside its area's.
    /// Parts without any figures drop out of F.</para>
    /// <para><b>No answer.</b> <c>no-residents</c>: nobody lives in any unit. <c>score-not-usable</c>: all parts with a weight lack figures.</para>
    /// <para><b>Cost.</b> O(steps × units in an area). Memory O(units + pairs), and 2ⁿ for up to 20 units.</para>
    /// <para><b>Source.</b> Kundu and Misra (1977) for cutting trees; Martello and Toth (1990) for the bound; DeFord, Duchin and Solomon (2021) for dividing merged areas
    /// again; Openshaw and Rao (1995) for moves; Meilă (2007) for the choice of alternatives.</para>
    /// <para><b>Checked against.</b> Counts and optima of an independent program: <c>reference/regions/G-1.json</c>, <c>G-2.json</c>; every plan by <see cref="AreaPlanCheck"/>.</para>
    /// </remarks>
    /// <param name="graph">Which units touch, with barriers and links.</param>
    /// <param name="units">Residents, dwellings, figures, wijken.</param>
    /// <param name="options">Ceilings, weights, how long to search, seed.</param>
    /// <returns>Proposals with their bound.</returns>
    /// <exception cref="ArgumentException">A column does not fit the graph, or a value or option is outside its range.</exception>
    public static Outcome<WorkAreasResult> Compute(UnitGraph graph, AreaUnits units, WorkAreaOptions options)
    {
        options.Check();
        units.Check(graph.UnitCount);
        var clock = new SearchClock(options);
        var map = new AreaMap(graph, units, options);
        if (!map.IsInhabited.Contains(true))
            return new Reason("no-residents", $"None of the {map.Count} units has residents; a plan divides people.") { Arguments = [map.Count] };
        var scoring = new AreaScoring(map, units);
        if (scoring.Renormalised(options.Score.All) is null)
            return new Reason("score-not-usable", "None of the wishes with a weight has figures; give figures, wijken, drawings or barriers, or another weight.");

        var bound = AreaCountBound.Of(map);
        var wholes = new WholePlans(map);
        var search = new PlanSearch(map, scoring, options, options.Target is { } wanted ? Math.Max(1, wanted - wholes.ExtraAreas) : null, clock);
        var plans = search.Plans(bound.Core);
        var candidates = plans.Select(plan =>
        {
            var (areaOf, areas) = wholes.Complete(plan, plan.Max() + 1);
            return new Candidate(areaOf, areas, scoring.Score(areaOf, areas, options.Score.All));
        });
        if (options.Target is { } target)
            candidates = Nearest([.. candidates], target);
        var chosen = ProposalChoice.Choose(candidates, options.Alternatives, map.Population);

        var lowerBound = wholes.ExtraAreas + (search.IsExact ? search.Fewest : bound.Core);
        var isExact = search.IsExact || map.Core.Length == 0;
        var (cores, edges) = CommonGround.Of(graph, [.. chosen.Select(candidate => candidate.AreaOf)]);
        return new WorkAreasResult(
            map.Count, lowerBound, isExact ? "exact" : bound.IsPacking ? "packing" : "sum",
            [.. chosen.Select(candidate => Proposal(map, candidate, lowerBound, chosen))], cores, edges,
            Warnings(map, bound, isExact, clock.WasCut, options.Target, chosen[0].Areas), search.Steps);
    }

    // Plans with exactly as many areas as asked for, or else as near as there are.
    private static List<Candidate> Nearest(List<Candidate> candidates, int target)
    {
        var nearest = candidates.Min(candidate => Math.Abs(candidate.Areas - target));
        return candidates.FindAll(candidate => Math.Abs(candidate.Areas - target) == nearest);
    }

    private static WorkAreaProposal Proposal(AreaMap map, Candidate candidate, int lowerBound, List<Candidate> chosen)
    {
        var (population, dwellings) = (new double[candidate.Areas], new double[candidate.Areas]);
        var isInhabited = new bool[candidate.Areas];
        for (var unit = 0; unit < map.Count; unit++)
        {
            population[candidate.AreaOf[unit]] += map.Population[unit];
            dwellings[candidate.AreaOf[unit]] += map.Dwellings[unit];
            isInhabited[candidate.AreaOf[unit]] |= map.IsInhabited[unit];
        }

        var inhabited = isInhabited.Count(lived => lived);
        var crossings = 0;
        for (var edge = 0; edge < map.Graph.PairCount; edge++)
            if (candidate.AreaOf[map.Graph.First[edge]] == candidate.AreaOf[map.Graph.Second[edge]])
                crossings += map.Graph.Crossings[edge];
        return new WorkAreaProposal(
            candidate.Areas, candidate.Areas - lowerBound, population.Max(), dwellings.Max(), population.Sum() / inhabited, dwellings.Sum() / inhabited,
            map.OverCeiling, crossings, candidate.Score, candidate.AreaOf,
            [.. chosen.Select(other => ReferenceEquals(other, candidate) ? 0 : ProposalChoice.Difference(candidate.AreaOf, other.AreaOf, map.Population))]);
    }

    private static List<Warning> Warnings(AreaMap map, AreaCountBound bound, bool isExact, bool wasCut, int? target, int areas)
    {
        var warnings = new List<Warning>();
        if (map.OverCeiling.Length > 0)
            warnings.Add(new Warning("over-ceiling", Invariant($"Units that exceed a ceiling alone: {map.OverCeiling.Length}. Each is an area of its own. Finer units would help."))
            { Arguments = [map.OverCeiling.Length] });
        if (bound.IsWeak && !isExact)
            warnings.Add(new Warning("weak-bound", "Units are large beside the ceilings, so that few fit in an area: the lower bound says little about how good a plan is."));
        if (wasCut)
            warnings.Add(new Warning("time-limit", "The clock stopped the search; another run may give other plans. Give a number of iterations for plans that can be repeated."));
        if (target is { } asked && asked != areas)
            warnings.Add(new Warning("target-not-met", Invariant($"No plan of {asked} areas was found; these have {areas}.")) { Arguments = [asked, areas] });
        return warnings;
    }
}
