// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Disclosure;

/// <summary>Cells that nest or stand apart over the same leaves: the hierarchy, or one zoning.</summary>
internal sealed class CellFamily
{
    private readonly int[] startOf;
    private readonly int[] parents;
    private readonly List<int>[] parts;

    /// <summary>Lays out a family.</summary>
    /// <param name="names">Code of each cell.</param>
    /// <param name="parents">Cell that holds each cell, −1 for none.</param>
    /// <param name="startOf">Smallest cell of each leaf, −1 for none.</param>
    internal CellFamily(string[] names, int[] parents, int[] startOf)
    {
        (Names, this.parents, this.startOf) = (names, parents, startOf);
        Published = new bool[names.Length];
        Array.Fill(Published, true);
        parts = [.. names.Select(_ => new List<int>())];
        for (var cell = 0; cell < parents.Length; cell++)
            if (parents[cell] >= 0)
                parts[parents[cell]].Add(cell);
        Leaves = [.. names.Select(_ => new List<int>())];
        for (var leaf = 0; leaf < startOf.Length; leaf++)
            for (var cell = startOf[leaf]; cell >= 0; cell = parents[cell])
                Leaves[cell].Add(leaf);
    }

    internal string[] Names { get; }

    /// <summary>By cell: whether its figure is published.</summary>
    internal bool[] Published { get; }

    /// <summary>By cell: the leaves in it.</summary>
    internal List<int>[] Leaves { get; }

    internal int Count => Names.Length;

    internal int LeafCount => startOf.Length;

    /// <summary>Smallest published cell that holds a leaf, −1 for none.</summary>
    internal int Nearest(int leaf) => Climb(startOf[leaf]);

    /// <summary>Smallest published cell that holds this one and is not it, −1 for none.</summary>
    internal int PublishedAbove(int cell) => Climb(parents[cell]);

    /// <summary>Whether a cell holds another, or is it.</summary>
    internal bool Holds(int cell, int other)
    {
        while (other >= 0 && other != cell)
            other = parents[other];
        return other == cell;
    }

    /// <summary>The largest published cells inside a cell.</summary>
    internal IEnumerable<int> Cover(int cell) => parts[cell].SelectMany(part => Published[part] ? [part] : Cover(part));

    /// <summary>Every cell that holds this one, itself included.</summary>
    internal IEnumerable<int> Upwards(int cell)
    {
        for (; cell >= 0; cell = parents[cell])
            yield return cell;
    }

    /// <summary>By published cell: what it holds beyond the published cells inside it.</summary>
    internal double[] Own(double[] leafWeights)
    {
        var own = new double[Count];
        for (var leaf = 0; leaf < startOf.Length; leaf++)
            if (Nearest(leaf) is >= 0 and var cell)
                own[cell] += leafWeights[leaf];
        return own;
    }

    private int Climb(int cell)
    {
        while (cell >= 0 && !Published[cell])
            cell = parents[cell];
        return cell;
    }
}
