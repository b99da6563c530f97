// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Scale;

namespace Schakel.Analysis.Reach;

/// <summary>If we act on the top of a level, what part of the problem do we reach, and whom do we miss?</summary>
public static class TargetingReach
{
    // Apparent and honest reach further apart than this are both shown, and explained.
    private const double VisibleOptimism = 0.10;

    /// <summary>Reach per level under equal budgets of residents, as it looks and as it honestly is.</summary>
    /// <remarks>
    /// <para><b>Definition.</b> Groups of a level from high to low rate fill the budget x·N exactly, the last with fraction f: reach L = Σ f y / Y,
    /// gain = (L − x)/(1 − x). Honest reach: ranked on the first of two years and counted on the second; with one year, the mean over random
    /// splits y = yA + yB, yA ~ Bin(y, ½), ranked on yA and counted on yB. Noise reach: the same on maps with one rate everywhere.
    /// Class by the honest gain: ≥ .50 strong, ≥ .25 moderate, ≥ .10 weak, else none.</para>
    /// <para><b>Units.</b> Shares 0 to 1; cases; cases per person.</para>
    /// <para><b>Shapes.</b> One count and one population a unit of the finest level. Rows: levels finest first, budgets in the order given.
    /// Equal rates: the larger count first, then the lower number; number groups in ordinal order of their ids.</para>
    /// <para><b>Missing values.</b> Not accepted: leave those units out of tree and columns, and list them. A unit in no group of a level cannot be
    /// reached through that level, and stays in the totals.</para>
    /// <para><b>No answer.</b> <c>no-cases</c>. Within an answer: <c>not-whole-counts</c> (one year of fractions cannot be split),
    /// <c>too-few-cases</c>, <c>nothing-fits</c>, <c>nothing-outside</c>, <c>draws-not-asked</c>.</para>
    /// <para><b>Cost.</b> O(n log n) a level and draw; 50 + 2 · 99 draws for one year, spread over the threads.</para>
    /// <para><b>Source.</b> Chainey, Tompson and Uhlig (2008) for the prediction accuracy index L/x; Bernasco and Steenbeek (2017); Mohler, Brantingham, Carter
    /// and Short (2019), <i>Reducing bias in estimates for the law of crime concentration</i>.</para>
    /// <para><b>Checked against.</b> R 4.2.2, base: <c>reference/reach/B-1.json</c>, <c>reference/reach/B-2.json</c>.</para>
    /// </remarks>
    /// <param name="tree">The units and their groups.</param>
    /// <param name="cases">[cases] ≥ 0, one a unit.</param>
    /// <param name="population">[persons] above 0, one a unit.</param>
    /// <param name="laterCases">[cases] of a second year, ≥ 0, one a unit; empty when there is one year.</param>
    /// <param name="options">Budgets, ranking, draws.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="ArgumentException">The lengths differ, a value is not in its range, or a budget is not between 0 and 1.</exception>
    public static Outcome<ReachResult> Compute(
        UnitTree tree, ReadOnlySpan<double> cases, ReadOnlySpan<double> population, ReadOnlySpan<double> laterCases, ReachOptions? options = null)
    {
        options ??= new ReachOptions();
        Check(tree, cases, population, laterCases, options);
        if (!cases.ContainsAnyExcept(0.0))
            return new Reason("no-cases", "Every count is 0, so there is nothing to reach.");

        var first = cases.ToArray();
        var later = laterCases.ToArray();
        var sample = new ReachSample(tree, first, population.ToArray(), options);
        var estimates = sample.Estimates(first);
        var orders = sample.Rank(first);
        var apparent = sample.Reach(orders, first);
        var honest = Honest(sample, first, later, orders, options);
        var chance = options.NoiseMaps > 0 ? sample.PureChance(first.Sum()) : default;
        var warnings = new List<Warning>();

        var rows = new List<ReachRow>();
        var whole = new List<WholeUnitChoice>();
        for (var level = 0; level < tree.Levels.Count; level++)
        {
            for (var b = 0; b < options.Budgets.Count; b++)
            {
                var at = (level * options.Budgets.Count) + b;
                rows.Add(Row(tree.Levels[level], options.Budgets[b], apparent[at], honest is { } found ? found[at] : Why(later, first, options), chance, at, first.Sum()));
                whole.Add(WholeUnits.Choose(tree, sample, level, options.Budgets[b], orders[level], first, estimates));
            }
        }

        if (options.Ranking == ReachRanking.EmpiricalBayes && !sample.IsShrunken)
            warnings.Add(new Warning("ranked-raw", "There are too few units, or no differences, to let units lean on their surroundings; the ranking is on rates as they are."));
        if (rows.Any(row => row.Reach - row.HonestReach.Value > VisibleOptimism))
            warnings.Add(new Warning("selection-optimism", "Reach looks more than 10 points better than it honestly is: the top was partly chosen by chance. Show both."));
        return new ReachResult(later.Length > 0 ? "two-years" : "thinning", rows, Ginis(tree, sample, first), whole, warnings);
    }

    private static void Check(
        UnitTree tree, ReadOnlySpan<double> cases, ReadOnlySpan<double> population, ReadOnlySpan<double> laterCases, ReachOptions options)
    {
        Require.SameLength(cases.Length, tree.UnitCount, nameof(cases));
        Require.SameLength(population.Length, tree.UnitCount, nameof(population));
        if (!laterCases.IsEmpty)
            Require.SameLength(laterCases.Length, tree.UnitCount, nameof(laterCases));
        Require.Finite(cases, nameof(cases));
        Require.NotNegative(cases, nameof(cases));
        Require.Finite(population, nameof(population));
        Require.Positive(population, nameof(population));
        Require.Finite(laterCases, nameof(laterCases));
        Require.NotNegative(laterCases, nameof(laterCases));
        ArgumentOutOfRangeException.ThrowIfNegative(options.Thinnings);
        ArgumentOutOfRangeException.ThrowIfNegative(options.NoiseMaps);
        ArgumentOutOfRangeException.ThrowIfZero(options.Budgets.Count);
        foreach (var budget in options.Budgets)
            if (!(budget is > 0 and < 1))
                throw new ArgumentException(FormattableString.Invariant($"A budget is a share between 0 and 1, ends excluded, not {budget}."), nameof(options));
    }

    private static double[]? Honest(ReachSample sample, double[] first, double[] later, int[][] orders, ReachOptions options)
    {
        if (later.Length > 0)
            return later.AsSpan().ContainsAnyExcept(0.0) ? sample.Reach(orders, later) : null;
        return options.Thinnings > 0 && IsWhole(first) ? sample.Thinned(first) : null;
    }

    private static Figure Why(double[] later, double[] first, ReachOptions options) =>
        later.Length == 0 && options.Thinnings == 0 ? new Reason("draws-not-asked", "The cases were not to be split.")
        : later.Length > 0 ? new Reason("no-cases", "Every count of the second year is 0, so there is nothing to reach.")
        : !IsWhole(first) ? new Reason("not-whole-counts", "The cases are not whole numbers, so they cannot be split into two halves; give a second year.")
        : new Reason("too-few-cases", "There are too few cases to split them into two halves.");

    private static bool IsWhole(double[] cases) => !Array.Exists(cases, count => count != Math.Floor(count));

    private static ReachRow Row(
        string level, double budget, double reach, Figure honest, (double[]? Apparent, double[]? Honest) chance, int at, double total)
    {
        var unasked = new Reason("draws-not-asked", "No maps of pure chance were drawn.");
        Figure honestGain = honest.Value is { } value ? (value - budget) / (1 - budget) : honest.Reason!;
        return new ReachRow(
            level, budget, reach, honest, chance.Honest is { } noise ? noise[at] : unasked, chance.Apparent is { } rosy ? rosy[at] : unasked,
            (reach - budget) / (1 - budget), honestGain, total * (1 - reach),
            honestGain.Value switch
            {
                null => null,
                >= 0.50 => "strong",
                >= 0.25 => "moderate",
                >= 0.10 => "weak",
                _ => "none",
            });
    }

    private static List<LevelGini> Ginis(UnitTree tree, ReachSample sample, double[] cases)
    {
        var ginis = new List<LevelGini>();
        for (var level = 0; level < tree.Levels.Count; level++)
        {
            var gini = GiniCoefficient.Of(sample.Levels[level].Sum(cases), sample.Levels[level].Population);
            ginis.Add(new LevelGini(tree.Levels[level], gini.Gini, gini.Generalised));
        }

        return ginis;
    }
}
