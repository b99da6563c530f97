// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Web.Atlas;
using Schakel.Workspace.Evidence.Words;

namespace Schakel.Web.Evidence;

/// <summary>Which areas the budget takes in when one chooses whole areas of a level, and which it misses although their figure is high.</summary>
/// <param name="Level">Level id that one chooses at.</param>
/// <param name="Levels">Level ids that one may choose at, finest first.</param>
/// <param name="Chosen">Codes at the level that is listed.</param>
/// <param name="Missed">Codes at the level that is listed: outside, and high.</param>
public sealed record BudgetChoice(string Level, IReadOnlyList<string> Levels, IReadOnlySet<string> Chosen, IReadOnlySet<string> Missed)
{
    internal static BudgetChoice? Of(EvidenceView view)
    {
        // Where choosing is no better than drawing lots, a list of areas would be a list of chance.
        if (view.BudgetResult is not { } result || !view.Reach.TryGet(out var reach, out _)
            || ReachWords.Rows(reach with { Result = result }, view.Trial.Budget).All(row => row.Class is "none"))
            return null;

        var tree = reach.Units.Tree.Levels.ToList();
        var listed = tree.IndexOf(view.Reading.Level.Id);
        if (listed < 0)
            return null;

        // What is missed is told at the level that is listed: that level itself, or the one above it.
        string[] levels = [.. tree.Skip(listed).Take(2).Where(level => reach.Units.Ids[tree.IndexOf(level)].Length >= ReachWords.FewestGroups)];
        var level = levels.Contains(view.Marking.Per) ? view.Marking.Per! : levels.FirstOrDefault();
        if (level is null || result.WholeUnits.FirstOrDefault(choice => choice.Level == level && Math.Abs(choice.BudgetShare - view.Trial.Budget) < 1e-9) is not { } choice)
            return null;

        var groups = choice.Groups.Select(group => reach.Units.Ids[tree.IndexOf(level)][group]).ToHashSet(StringComparer.Ordinal);
        var missed = (level == view.Reading.Level.Id ? choice.HotBeside : choice.HotOutside).Select(unit => reach.Units.Ids[listed][unit])
            .Where(code => MayBeTold(view, code));
        return new BudgetChoice(level, levels, Within(view, level, groups), missed.ToHashSet(StringComparer.Ordinal));
    }

    // That an area of few people is chosen, or missed, tells that its figure is high.
    private static bool MayBeTold(EvidenceView view, string code) =>
        Array.BinarySearch(view.Reading.Codes, code, StringComparer.Ordinal) is >= 0 and var at && AreaFigure.Of(view.Reading, at) != Showing.TooFew;

    private static HashSet<string> Within(EvidenceView view, string level, HashSet<string> groups) => level == view.Reading.Level.Id
        ? [.. groups.Where(code => MayBeTold(view, code))]
        : [.. view.Reading.Codes.Where((_, at) => view.Reading.Parents[level][at] is { } parent && groups.Contains(parent))];
}
