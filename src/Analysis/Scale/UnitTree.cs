// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Scale;

/// <summary>Units of the finest level with the groups they lie in, level by level.</summary>
/// <remarks>
/// <para><b>Shapes.</b> Level 0 is the finest (the units themselves, n of them); <c>Ancestors[k][i]</c> is the 0-based number of the group of level
/// k + 1 that unit i lies in, or −1 when it lies in none of that level (it then hangs under its next coarser ancestor).</para>
/// <para><b>Invariants.</b> A tree: a group of one level lies in exactly one group of each coarser level.</para>
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

    /// <summary>Per coarser level, the group of each unit.</summary>
    public int[][] Ancestors { get; }

    /// <summary>Per level, finest first, the number of groups (level 0: of units).</summary>
    public IReadOnlyList<int> GroupCounts { get; }

    /// <summary>Number of units of the finest level.</summary>
    public int UnitCount => GroupCounts[0];

    /// <summary>Builds the tree and checks that it is one.</summary>
    /// <param name="levels">Level ids, finest first; at least one.</param>
    /// <param name="unitCount">Number of units of the finest level.</param>
    /// <param name="ancestors">One column for each level but the finest, finest first.</param>
    /// <returns>The tree, or <c>not-nested</c>: a group lies in two groups of a coarser level (the detail names level, group and both parents by number).</returns>
    /// <exception cref="ArgumentException">The columns do not fit.</exception>
    public static Outcome<UnitTree> Create(IReadOnlyList<string> levels, int unitCount, IReadOnlyList<int[]> ancestors) =>
        throw new NotImplementedException();
}
