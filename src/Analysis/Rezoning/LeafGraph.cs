// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Adjacency;

namespace Schakel.Analysis.Rezoning;

/// <summary>Which leaves touch, without direction, and in how many pieces they lie.</summary>
internal sealed class LeafGraph
{
    internal LeafGraph(Neighbours neighbours)
    {
        Count = neighbours.AreaCount;
        var edges = new List<(int A, int B)>();
        for (var a = 0; a < Count; a++)
            foreach (var b in neighbours.Of(a))
                if (a < b || neighbours.Of(b).BinarySearch(a) < 0)
                    edges.Add((Math.Min(a, b), Math.Max(a, b)));
        Edges = [.. edges];
        Piece = FindPieces(out var count);
        PieceCount = count;
    }

    internal int Count { get; }

    /// <summary>Each pair once.</summary>
    internal (int A, int B)[] Edges { get; }

    /// <summary>By leaf: the piece it lies in, numbered by first leaf.</summary>
    internal int[] Piece { get; }

    internal int PieceCount { get; }

    /// <summary>How many zones each piece gets: in proportion to its residents (largest remainders), at least one and at most its leaves; null when impossible.</summary>
    internal int[]? Divide(int zones, double[] population)
    {
        if (zones < PieceCount || zones > Count)
            return null;

        double[] people = new double[PieceCount];
        int[] leaves = new int[PieceCount], given = new int[PieceCount];
        for (var leaf = 0; leaf < Count; leaf++)
        {
            people[Piece[leaf]] += population[leaf];
            leaves[Piece[leaf]]++;
        }

        var total = people.Sum();
        Array.Fill(given, 1);
        for (var left = zones - PieceCount; left > 0; left--)
        {
            // To the piece that is furthest below its due; equals to the first.
            var next = -1;
            for (var piece = 0; piece < PieceCount; piece++)
                if (given[piece] < leaves[piece] && (next < 0 || Due(piece) > Due(next) + 1e-12))
                    next = piece;
            given[next]++;
        }

        return given;

        double Due(int piece) => (zones * people[piece] / total) - given[piece];
    }

    private int[] FindPieces(out int count)
    {
        var forest = new DisjointSets(Count);
        foreach (var (a, b) in Edges)
            forest.Join(a, b);
        var number = new Dictionary<int, int>();
        var piece = new int[Count];
        for (var leaf = 0; leaf < Count; leaf++)
        {
            var root = forest.Find(leaf);
            if (!number.TryGetValue(root, out piece[leaf]))
                number[root] = piece[leaf] = number.Count;
        }

        count = number.Count;
        return piece;
    }
}
