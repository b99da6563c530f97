// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Disclosure;

/// <summary>What follows from a hierarchy in which a parent is the sum of its children.</summary>
/// <remarks>In a tree, the smallest thing that follows from a published parent is what its published descendants leave over; and a withheld cell
/// follows exactly when its own descendants cover it, or when it is all that is left over in the nearest published parent.</remarks>
internal static class HierarchyLeaks
{
    internal static Leak? Find(CellFamily tree, bool[] primary, double[] events, double[]? persons, PublicationRules rules)
    {
        var left = new List<int>[tree.Count];
        for (var leaf = 0; leaf < tree.LeafCount; leaf++)
            if (tree.Nearest(leaf) is >= 0 and var cell)
                (left[cell] ??= []).Add(leaf);

        for (var cell = 0; cell < tree.Count; cell++)
            if (tree.Published[cell] && left[cell] is { } rest && rest.Count < tree.Leaves[cell].Count && IsSmall(rest, events, persons, rules))
                return new Leak(rest, [.. Cover(tree, cell), (tree, cell)]);

        for (var cell = 0; cell < tree.Count; cell++)
            if (primary[cell] && Follows(tree, cell, left) is { } leak)
                return leak;
        return null;
    }

    internal static bool IsSmall(IReadOnlyList<int> leaves, double[] events, double[]? persons, PublicationRules rules) =>
        leaves.Sum(leaf => events[leaf]) < rules.LeastCases || (persons is not null && leaves.Sum(leaf => persons[leaf]) < rules.LeastPersons);

    private static Leak? Follows(CellFamily tree, int cell, List<int>[] left)
    {
        var open = tree.Leaves[cell].Where(leaf => tree.Nearest(leaf) is var nearest && (nearest < 0 || !tree.Holds(cell, nearest))).ToArray();
        if (open.Length == 0)
            return tree.Leaves[cell].Count == 0 ? null : new Leak(tree.Leaves[cell], [.. Cover(tree, cell)]);

        var above = tree.PublishedAbove(cell);
        if (above < 0 || left[above].Count != open.Length)
            return null;
        return new Leak(tree.Leaves[cell], [.. Cover(tree, above).Where(part => !tree.Holds(cell, part.Cell)), (tree, above)]);
    }

    // The largest published cells inside a cell.
    private static IEnumerable<(CellFamily Family, int Cell)> Cover(CellFamily tree, int cell) =>
        from inside in Enumerable.Range(0, tree.Count)
        where inside != cell && tree.Published[inside] && tree.Holds(cell, inside)
        let above = tree.PublishedAbove(inside)
        where above < 0 || above == cell || !tree.Holds(cell, above)
        select (tree, inside);
}
