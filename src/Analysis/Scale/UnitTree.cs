// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Scale;

/// <summary>Units of the finest level with the groups they lie in, level by level.</summary>
/// <remarks>
/// <para><b>Shapes.</b> Level 0 is the finest (the units themselves, n of them); <c>Ancestors[k][i]</c> is the 0-based number of the group of level
/// k + 1 that unit i lies in, or −1 when it lies in none of that level (it then hangs under its next coarser ancestor).</para>
/// <para><b>Invariants.</b> A tree: a group of one level lies in exactly one group of each coarser level, or in none of it. Every number from 0 up to the
/// largest of a level is in use. Results that use chance follow the order of the units: sort them by code first, and the order of the rows does not matter.</para>
/// </remarks>
public sealed class UnitTree
{
    private UnitTree(string[] levels, int[][] ancestors, int[] groupCounts)
    {
        Levels = levels;
        Ancestors = ancestors;
        GroupCounts = groupCounts;
    }

    /// <summary>Level ids, finest first.</summary>
    public IReadOnlyList<string> Levels { get; }

    /// <summary>Per coarser level, the group of each unit. Read-only by agreement.</summary>
    public int[][] Ancestors { get; }

    /// <summary>Per level, finest first, the number of groups (level 0: of units).</summary>
    public IReadOnlyList<int> GroupCounts { get; }

    /// <summary>Number of units of the finest level.</summary>
    public int UnitCount => GroupCounts[0];

    /// <summary>Builds the tree and checks that it is one.</summary>
    /// <param name="levels">Level ids, finest first; at least one, all different.</param>
    /// <param name="unitCount">Number of units of the finest level.</param>
    /// <param name="ancestors">One column for each level but the finest, finest first; −1 = this unit lies in no group of that level.</param>
    /// <returns>The tree, or <c>not-nested</c>: a group lies in two groups of a coarser level (the detail names level, group and both parents by number).</returns>
    /// <exception cref="ArgumentException">The columns do not fit, or a group number is skipped.</exception>
    public static Outcome<UnitTree> Create(IReadOnlyList<string> levels, int unitCount, IReadOnlyList<int[]> ancestors)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(unitCount);
        if (levels.Count == 0 || levels.Distinct(StringComparer.Ordinal).Count() != levels.Count)
            throw new ArgumentException($"Expected at least one level, all different, but got: {string.Join(", ", levels)}.", nameof(levels));
        if (ancestors.Count != levels.Count - 1)
            throw new ArgumentException($"{levels.Count} levels need {levels.Count - 1} columns of ancestors, not {ancestors.Count}.", nameof(ancestors));

        var columns = ancestors.Select(column => (int[])column.Clone()).ToArray();
        var groupCounts = new int[levels.Count];
        groupCounts[0] = unitCount;
        for (var k = 0; k < columns.Length; k++)
        {
            Require.SameLength(columns[k].Length, unitCount, nameof(ancestors));
            groupCounts[k + 1] = GroupCount(columns[k], levels[k + 1]);
        }

        for (var fine = 0; fine < columns.Length; fine++)
            for (var coarse = fine + 1; coarse < columns.Length; coarse++)
                if (FirstSplit(columns[fine], columns[coarse], groupCounts[fine + 1]) is var (group, first, second))
                    return NotNested(levels[fine + 1], group, levels[coarse + 1], first, second);
        return new UnitTree([.. levels], columns, groupCounts);
    }

    private static int GroupCount(int[] column, string level)
    {
        var count = 0;
        foreach (var group in column)
        {
            if (group < -1)
                throw new ArgumentException($"Level {level} has group {group}; only -1 (none) and 0 and more are accepted.", nameof(column));
            count = Math.Max(count, group + 1);
        }

        var used = new bool[count];
        foreach (var group in column)
            if (group >= 0)
                used[group] = true;
        var skipped = Array.IndexOf(used, false);
        return skipped < 0 ? count : throw new ArgumentException($"Level {level} skips group {skipped} of {count}.", nameof(column));
    }

    private static (int Group, int First, int Second)? FirstSplit(int[] fine, int[] coarse, int groupCount)
    {
        var parent = new int[groupCount];
        Array.Fill(parent, int.MinValue);
        for (var i = 0; i < fine.Length; i++)
        {
            if (fine[i] < 0)
                continue;
            if (parent[fine[i]] == int.MinValue)
                parent[fine[i]] = coarse[i];
            else if (parent[fine[i]] != coarse[i])
                return (fine[i], parent[fine[i]], coarse[i]);
        }

        return null;
    }

    private static Reason NotNested(string level, int group, string coarser, int first, int second) =>
        new("not-nested", $"Group {group} of level {level} lies in {Name(first)} and in {Name(second)} of level {coarser}; it may lie in one only.")
        {
            Arguments = [level, group, coarser, first, second],
        };

    private static string Name(int group) => group < 0 ? "no group" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"group {group}");
}
