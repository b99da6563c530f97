// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Disclosure;

/// <summary>What follows from a hierarchy in which a parent is the sum of its children.</summary>
/// <remarks>In a tree, the smallest thing that follows from a published parent is what its published descendants leave over; and a withheld cell
/// follows exactly when its own descendants cover it, or when it is all that is left over in the nearest published parent.</remarks>
internal static class HierarchyLeaks
{
    /// <summary>Every leak of one sweep. A cell is passed over once something inside it was withheld during the sweep, for what is known of it is old then.</summary>
    /// <param name="tree">The hierarchy.</param>
    /// <param name="primary">By cell: withheld by a rule of its own.</param>
    /// <param name="events">By leaf.</param>
    /// <param name="persons">By leaf, or null.</param>
    /// <param name="rules">Thresholds.</param>
    /// <param name="touched">By cell: set by the caller for each cell that holds one that it withholds.</param>
    internal static IEnumerable<Leak> Sweep(CellFamily tree, bool[] primary, double[] events, double[]? persons, PublicationRules rules, bool[] touched)
    {
        var left = new List<int>[tree.Count];
        for (var leaf = 0; leaf < tree.LeafCount; leaf++)
            if (tree.Nearest(leaf) is >= 0 and var cell)
                (left[cell] ??= []).Add(leaf);

        for (var cell = 0; cell < tree.Count; cell++)
            if (!touched[cell] && tree.Published[cell] && left[cell] is { } rest && rest.Count < tree.Leaves[cell].Count && IsSmall(rest, events, persons, rules))
                yield return new Leak(rest, [.. tree.Cover(cell).Select(inside => (tree, inside)), (tree, cell)]);

        for (var cell = 0; cell < tree.Count; cell++)
            if (primary[cell] && Follows(tree, cell, left, touched) is { } leak)
                yield return leak;
    }

    internal static bool IsSmall(IReadOnlyList<int> leaves, double[] events, double[]? persons, PublicationRules rules) =>
        leaves.Sum(leaf => events[leaf]) < rules.LeastCases || (persons is not null && leaves.Sum(leaf => persons[leaf]) < rules.LeastPersons);

    private static Leak? Follows(CellFamily tree, int cell, List<int>[] left, bool[] touched)
    {
        var above = tree.PublishedAbove(cell);
        if (touched[cell] || (above >= 0 && touched[above]))
            return null;
        var open = tree.Leaves[cell].Count(leaf => tree.Nearest(leaf) is var nearest && (nearest < 0 || !tree.Holds(cell, nearest)));
        if (open == 0)
            return tree.Leaves[cell].Count == 0 ? null : new Leak(tree.Leaves[cell], [.. tree.Cover(cell).Select(inside => (tree, inside))]);
        if (above < 0 || left[above].Count != open)
            return null;
        return new Leak(tree.Leaves[cell], [.. tree.Cover(above).Where(part => !tree.Holds(cell, part)).Select(part => (tree, part)), (tree, above)]);
    }
}
