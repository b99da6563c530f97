// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Numerics;
using Schakel.Analysis.Scale;

namespace Schakel.Analysis.Reach;

/// <summary>Chooses whole units from high to low, each that still fits, and looks at what stays outside.</summary>
internal static class WholeUnits
{
    /// <summary>A unit outside with a rate this many times the overall one is hot.</summary>
    private const double HotRatio = 1.25;

    internal static WholeUnitChoice Choose(
        UnitTree tree, ReachSample sample, int level, double budgetShare, int[] order, double[] cases, UnitEstimates[]? estimates)
    {
        var units = sample.Levels[level];
        var counts = units.Sum(cases);
        var left = budgetShare * sample.TotalPopulation;
        var chosen = new bool[units.Count];
        var groups = new List<int>();
        double people = 0, inside = 0;
        foreach (var group in order)
        {
            if (units.Population[group] > left)
                continue;
            left -= units.Population[group];
            people += units.Population[group];
            inside += counts[group];
            chosen[group] = true;
            groups.Add(group);
        }

        var total = cases.Sum();
        var outside = sample.TotalPopulation - people;
        var nothingFits = new Reason("nothing-fits", $"No whole unit of level {tree.Levels[level]} fits in the budget.") { Arguments = [tree.Levels[level]] };
        Figure perAffected = groups.Count == 0 ? nothingFits
            : inside > 0 ? (people - inside) / inside
            : new Reason("no-cases", "There are no cases inside.");
        return new WholeUnitChoice(
            tree.Levels[level], budgetShare, groups, people, inside, total - inside,
            groups.Count == 0 ? nothingFits : inside / people,
            groups.Count == units.Count && outside <= 0
                ? new Reason("nothing-outside", "All residents lie inside.")
                : (total - inside) / outside,
            perAffected,
            level == 0 ? [] : Hot(sample, level - 1, level, chosen, cases, total / sample.TotalPopulation, estimates),
            level == 0 ? null : tree.Levels[level - 1])
        {
            HotBeside = Hot(sample, level, level, chosen, cases, total / sample.TotalPopulation, estimates),
        };
    }

    /// <summary>Units of <paramref name="at"/> that are hot and lie in no chosen unit of <paramref name="level"/>.</summary>
    private static List<int> Hot(ReachSample sample, int at, int level, bool[] chosen, double[] cases, double overall, UnitEstimates[]? estimates)
    {
        var finer = sample.Levels[at];
        var counts = finer.Sum(cases);
        var inside = new bool[finer.Count];
        for (var unit = 0; unit < cases.Length; unit++)
            if (finer.GroupOf(unit) is >= 0 and var group && sample.Levels[level].GroupOf(unit) is >= 0 and var parent)
                inside[group] |= chosen[parent];

        var hot = new List<int>();
        for (var group = 0; group < finer.Count; group++)
        {
            var isHot = counts[group] / finer.Population[group] >= HotRatio * overall;
            if (estimates is not null)
                isHot &= estimates[at].Estimate[group] - (NormalQuantile.Of95 * estimates[at].StandardDeviation[group]) > overall;
            if (isHot && !inside[group])
                hot.Add(group);
        }

        return hot;
    }
}
