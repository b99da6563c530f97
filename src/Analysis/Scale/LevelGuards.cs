// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Scale;

/// <summary>Which levels of a tree can be estimated, and what happens to the others (methods, A.4).</summary>
/// <param name="TakesPart">By level: whether it has a variance in the fit.</param>
/// <param name="Withheld">By level: why its figures are not reported, or null.</param>
/// <param name="MergedWith">By level: the finer level that it was merged with, or null.</param>
internal sealed record LevelGuards(bool[] TakesPart, Reason?[] Withheld, string?[] MergedWith)
{
    /// <summary>Fewer groups say nothing about the variance between groups.</summary>
    internal const int LeastGroups = 5;

    /// <summary>From here on a level is more than an indication.</summary>
    internal const int EnoughGroups = 10;

    /// <summary>Least part of the groups of a level that hold two or more of the next finer level: below it the two cannot be told apart.</summary>
    internal const double LeastParents = 0.30;

    /// <summary>A level that fewer of the units lie in is described apart.</summary>
    internal const double LeastCover = 0.50;

    internal static LevelGuards For(UnitTree tree, bool allLevels)
    {
        var count = tree.Levels.Count;
        var guards = new LevelGuards(new bool[count], new Reason?[count], new string?[count]);
        Array.Fill(guards.TakesPart, true);
        for (var level = count - 1; level > 0; level--)
            if (IsOneGroup(tree, level))
                guards.Withhold(level, TooFewGroups(tree, level));
        if (allLevels)
            return guards;

        for (var level = 1; level < count; level++)
            if (guards.TakesPart[level] && Cover(tree, level) < LeastCover)
                guards.Withhold(level, MostlyAbsent(tree, level));

        var top = Array.LastIndexOf(guards.TakesPart, true);
        for (var level = 1; level <= top; level++)
        {
            if (!guards.TakesPart[level])
                continue;
            if (level == top && tree.GroupCounts[level] < LeastGroups)
                guards.Withheld[level] = TooFewGroups(tree, level);
            else if (tree.GroupCounts[level] < LeastGroups || guards.PartWithSisters(tree, level) < LeastParents)
                guards.Merge(tree, level);
        }

        return guards;
    }

    private void Withhold(int level, Reason reason)
    {
        TakesPart[level] = false;
        Withheld[level] = reason;
    }

    private void Merge(UnitTree tree, int level)
    {
        var finer = Array.LastIndexOf(TakesPart, true, level - 1);
        MergedWith[level] = tree.Levels[finer];
        Withhold(level, new Reason("level-merged", $"Level {tree.Levels[level]} cannot be told apart from {tree.Levels[finer]} here; the two are taken together.")
        {
            Arguments = [tree.Levels[level], tree.Levels[finer]],
        });
    }

    private static Reason TooFewGroups(UnitTree tree, int level) => new("too-few-groups",
        $"Level {tree.Levels[level]} has too few groups here ({tree.GroupCounts[level]}); from {LeastGroups} on a variance can be estimated.")
    {
        Arguments = [tree.Levels[level], tree.GroupCounts[level], LeastGroups],
    };

    private static Reason MostlyAbsent(UnitTree tree, int level) => new("level-mostly-absent",
        $"Most units lie in no group of level {tree.Levels[level]}; it is described apart.")
    {
        Arguments = [tree.Levels[level]],
    };

    // One group that holds everything is the whole itself; no group at all is no level.
    private static bool IsOneGroup(UnitTree tree, int level) =>
        tree.GroupCounts[level] == 0 || (tree.GroupCounts[level] == 1 && !tree.Ancestors[level - 1].Contains(-1));

    private static double Cover(UnitTree tree, int level) =>
        tree.Ancestors[level - 1].Count(group => group >= 0) / (double)tree.UnitCount;

    private double PartWithSisters(UnitTree tree, int level)
    {
        var children = new int[tree.GroupCounts[level]];
        for (var finer = 0; finer < level; finer++)
        {
            if (!TakesPart[finer])
                continue;
            var seen = new bool[tree.GroupCounts[finer]];
            for (var i = 0; i < tree.UnitCount; i++)
            {
                var group = finer == 0 ? i : tree.Ancestors[finer - 1][i];
                if (group < 0 || seen[group])
                    continue;
                seen[group] = true;
                if (NextCoarser(tree, finer, i) == level)
                    children[tree.Ancestors[level - 1][i]]++;
            }
        }

        return children.Count(number => number >= 2) / (double)children.Length;
    }

    private int NextCoarser(UnitTree tree, int level, int unit)
    {
        for (var coarser = level + 1; coarser < TakesPart.Length; coarser++)
            if (TakesPart[coarser] && tree.Ancestors[coarser - 1][unit] >= 0)
                return coarser;
        return -1;
    }
}
