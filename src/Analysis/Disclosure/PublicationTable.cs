// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Disclosure;

/// <summary>The cells of a publication as families over the same leaves.</summary>
internal sealed class PublicationTable
{
    private PublicationTable(CellFamily tree, int[] leafCells, CellFamily[] zonings, double[] events, double[]? persons, List<(CellFamily, int, PublicationCell)> figures) =>
        (Tree, LeafCells, Zonings, Events, Persons, Figures) = (tree, leafCells, zonings, events, persons, figures);

    internal CellFamily Tree { get; }

    /// <summary>By leaf: its own cell in the hierarchy.</summary>
    internal int[] LeafCells { get; }

    internal CellFamily[] Zonings { get; }

    /// <summary>By leaf.</summary>
    internal double[] Events { get; }

    /// <summary>By leaf; null when a leaf has no denominator.</summary>
    internal double[]? Persons { get; }

    /// <summary>Every figure that is to be published: cells of the hierarchy, then areas.</summary>
    internal List<(CellFamily Family, int Index, PublicationCell Cell)> Figures { get; }

    internal static Outcome<PublicationTable> Read(IReadOnlyList<PublicationCell> cells, IReadOnlyList<PublishedZoning> zonings)
    {
        // By code, so that neither the order of rows nor of areas decides what is withheld.
        var sorted = cells.OrderBy(cell => cell.Id, StringComparer.Ordinal).ToArray();
        var number = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var cell in sorted)
            if (!number.TryAdd(cell.Id, number.Count))
                return new Reason("cell-twice", $"The cell {cell.Id} stands in the table twice.") { Arguments = [cell.Id] };

        var parents = new int[sorted.Length];
        for (var i = 0; i < sorted.Length; i++)
        {
            parents[i] = -1;
            if (sorted[i].Parent is { } parent && !number.TryGetValue(parent, out parents[i]))
                return new Reason("parent-unknown", $"The cell {sorted[i].Id} is part of {parent}, which has no row.") { Arguments = [sorted[i].Id, parent] };
        }

        if (InCycle(parents) is >= 0 and var loop)
            return new Reason("parent-cycle", $"The cell {sorted[loop].Id} is a part of itself, by way of its parents.") { Arguments = [sorted[loop].Id] };

        var hasParts = new bool[sorted.Length];
        foreach (var parent in parents)
            if (parent >= 0)
                hasParts[parent] = true;
        int[] leaves = [.. Enumerable.Range(0, sorted.Length).Where(cell => !hasParts[cell])];
        var tree = new CellFamily([.. sorted.Select(cell => cell.Id)], parents, leaves);
        var figures = sorted.Select((cell, i) => (tree, i, cell)).ToList();
        double[] events = [.. leaves.Select(leaf => sorted[leaf].Cases)];
        double[]? persons = Array.TrueForAll(leaves, leaf => sorted[leaf].Population is not null) ? [.. leaves.Select(leaf => sorted[leaf].Population!.Value)] : null;

        var families = new List<CellFamily>();
        foreach (var zoning in zonings)
        {
            if (zoning.AreaOf.Keys.FirstOrDefault(id => !number.TryGetValue(id, out var cell) || hasParts[cell]) is { } stranger)
                return new Reason("zoning-of-unknown-cell", $"The zoning {zoning.Name} divides {stranger}, which is no finest cell of the table.") { Arguments = [zoning.Name, stranger] };
            var family = Divide(zoning, [.. leaves.Select(leaf => sorted[leaf].Id)]);
            families.Add(family);
            for (var area = 0; area < family.Count; area++)
                figures.Add((family, area, new PublicationCell(
                    family.Names[area], family.Leaves[area].Sum(leaf => events[leaf]), persons is null ? null : family.Leaves[area].Sum(leaf => persons[leaf]))));
        }

        return new PublicationTable(tree, leaves, [.. families], events, persons, figures);
    }

    private static CellFamily Divide(PublishedZoning zoning, string[] leaves)
    {
        string[] areas = [.. zoning.AreaOf.Values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var startOf = leaves.Select(leaf => zoning.AreaOf.TryGetValue(leaf, out var area) ? Array.IndexOf(areas, area) : -1).ToArray();
        return new CellFamily([.. areas.Select(area => $"{zoning.Name}:{area}")], [.. areas.Select(_ => -1)], startOf);
    }

    private static int InCycle(int[] parents)
    {
        for (var cell = 0; cell < parents.Length; cell++)
        {
            var steps = 0;
            for (var above = parents[cell]; above >= 0; above = parents[above])
                if (++steps > parents.Length)
                    return cell;
        }

        return -1;
    }
}
