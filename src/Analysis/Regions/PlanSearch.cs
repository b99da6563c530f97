// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Numerics;

namespace Schakel.Analysis.Regions;

/// <summary>Plans of the core of a map, to choose proposals from: exact ones for small maps, searched ones for others.</summary>
/// <param name="map">The map.</param>
/// <param name="scoring">What is a good plan.</param>
/// <param name="options">How long to search, seed, threads.</param>
/// <param name="wanted">[areas] how many of the core, or null for the fewest.</param>
/// <param name="clock">When to stop.</param>
internal sealed class PlanSearch(AreaMap map, AreaScoring scoring, WorkAreaOptions options, int? wanted, SearchClock clock)
{
    private const int Runs = 12, TreesForFewest = 20, TreesForAlternative = 3;

    // Searched as long as the targets of methods.md G.4 ask for and a usual machine allows; see docs/methods/work-areas.md.
    private const int StepsAUnit = 600, LeastSteps = 20_000, MostSteps = 4_000_000;

    private const int ChangesAUnit = 20, LeastChanges = 40_000, UsualUnits = 40;

    // A wish weighs three times as much in the run that has it as its theme.
    private const double ThemeWeight = 3;

    // Streams of one run lie apart from those of the next, whatever the number of rounds.
    private const long StreamsARun = 1L << 40;

    private static readonly int[] themes = [0, 1, 2, 3];

    /// <summary>Steps done in search of fewer areas.</summary>
    internal long Steps { get; private set; }

    /// <summary>Whether the fewest areas are proven by having looked at everything.</summary>
    internal bool IsExact { get; private set; }

    /// <summary>The fewest areas of the core that were found.</summary>
    internal int Fewest { get; private set; }

    /// <summary>By unit: its area in each plan, −1 outside the core.</summary>
    internal List<int[]> Plans(int bound)
    {
        if (map.Core.Length == 0)
            return [Enumerable.Repeat(-1, map.Count).ToArray()];
        if (map.Core.Length <= ExactPlans.MostUnits && Exact(bound) is { } plans)
            return plans;
        return Searched(bound);
    }

    private List<int[]>? Exact(int bound)
    {
        var exact = new ExactPlans(map, scoring);
        var shares = Shares(-1);
        int[]? first = null;
        for (Fewest = bound; Fewest <= map.Core.Length && !exact.IsGivenUp && (first = exact.Solve(Fewest, shares)) is null;)
            Fewest++;
        if (first is null)
            return null;

        IsExact = true;
        var (least, most) = Range();
        var plans = new List<int[]> { least == Fewest ? first : exact.Solve(least, shares) ?? first };
        for (var areas = least; areas <= most; areas++)
            foreach (var theme in themes.Prepend(-1))
                if ((areas > least || theme >= 0) && !exact.IsTired && exact.Solve(areas, Shares(theme)) is { } plan)
                    plans.Add(plan);
        var starts = plans.Distinct().ToList();
        plans.AddRange(Improved(run => new AreaPlan(map, (int[])starts[run % starts.Count].Clone(), map.Core.Length).Copy(), least, most));
        return plans;
    }

    private List<int[]> Searched(int bound)
    {
        var steps = options.Iterations ?? Math.Clamp((long)StepsAUnit * map.Core.Length, LeastSteps, MostSteps);
        var plan = FirstPlan.Draw(map, TreesForFewest, options.Seed, 0, options.Threads, clock);
        (plan, Steps) = FewestSearch.Improve(map, plan, Math.Max(bound, wanted ?? 0), steps, options.Seed, StreamsARun, options.Threads, clock.IsFewestOver);
        Fewest = plan.Areas;

        var (least, most) = Range();
        var fewest = plan;
        var plans = Improved(
            run => run == 0 ? fewest.Copy() : Start(run, most, fewest, steps),
            least, most);
        plans.Insert(0, fewest.Copy().AreaOf);
        return plans;
    }

    // An own first plan, with not many more areas than the fewest; that one itself where this takes too long.
    private AreaPlan Start(int run, int most, AreaPlan fewest, long steps)
    {
        var stream = (run + 2) * StreamsARun;
        var plan = FirstPlan.Draw(map, TreesForAlternative, options.Seed, stream, 1, clock);
        (plan, _) = FewestSearch.Improve(map, plan, most, steps / 4, options.Seed, stream, 1, clock.IsOver);
        return plan.Areas <= most ? plan : fewest.Copy();
    }

    private List<int[]> Improved(Func<int, AreaPlan> start, int least, int most)
    {
        var found = new int[Runs + 1][];
        InParallel.Pieces(found.Length, 1, options.Threads, () => (from, to) =>
        {
            for (var run = from; run < to; run++)
            {
                if (run > 0 && clock.IsOver())
                    continue;
                var chance = new RandomSequence(options.Seed, ((run + 2) * StreamsARun) - 1);
                var plan = start(run);
                PlanCuts.ReachFrom(map, plan, least, ref chance);

                // The first run improves the fewest areas as they are; the others each have a theme.
                var search = new QualitySearch(map, scoring, plan, Shares(run == 0 ? -1 : (run - 1) % themes.Length), Math.Min(least, plan.Areas), run == 0 ? least : most);

                // A change costs as much as the areas are long; many small cells in an area get fewer.
                var crowding = Math.Max(1, (double)map.Core.Length / plan.Areas / UsualUnits);
                var changes = Math.Max(LeastChanges, (long)(ChangesAUnit * map.Core.Length / crowding));
                search.Improve(Math.Min(changes, options.Iterations ?? changes), ref chance, clock);
                found[run] = plan.Copy().AreaOf;
            }
        });
        return [.. found.Where(plan => plan is not null && AreasOf(plan) <= most)];
    }

    // The number of areas that proposals may have: exactly the target, or the fewest and a tenth more.
    private (int Least, int Most) Range()
    {
        if (wanted is { } target)
            return (Math.Max(Fewest, Math.Min(target, map.Core.Length)), Math.Max(Fewest, Math.Min(target, map.Core.Length)));
        return (Fewest, Math.Min(map.Core.Length, (int)Math.Ceiling(1.1 * Fewest)));
    }

    private static int AreasOf(int[] plan) => plan.Max() + 1;

    private double[] Shares(int theme)
    {
        var weights = options.Score.All;
        if (theme >= 0)
            weights[theme] *= ThemeWeight;
        return scoring.Renormalised(weights)!;
    }
}
