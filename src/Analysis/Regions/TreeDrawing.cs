// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Numerics;

namespace Schakel.Analysis.Regions;

/// <summary>Some units taken apart from the map, on which random trees are drawn. One for each worker.</summary>
internal sealed class TreeDrawing(AreaMap map)
{
    private readonly int[] place = new int[map.Count], marks = new int[map.Count];
    private int[] starts = new int[1], targets = [], seen = [], frontFrom = [], frontTo = [];
    private int mark, drawn;

    /// <summary>Number of units.</summary>
    internal int Size { get; private set; }

    /// <summary>By place: the unit on the map.</summary>
    internal int[] Units { get; private set; } = [];

    /// <summary>[persons] by place.</summary>
    internal double[] Population { get; private set; } = [];

    /// <summary>[dwellings] by place.</summary>
    internal double[] Dwellings { get; private set; } = [];

    /// <summary>Places of the tree, parents before children.</summary>
    internal int[] Order { get; private set; } = [];

    /// <summary>By place: the place above it, −1 for a root.</summary>
    internal int[] Parents { get; private set; } = [];

    /// <summary>Takes these units from the map.</summary>
    internal void Load(ReadOnlySpan<int> units)
    {
        Reserve(units.Length);
        Size = units.Length;
        mark++;
        var edges = 0;
        for (var i = 0; i < units.Length; i++)
        {
            var unit = units[i];
            (Units[i], place[unit], marks[unit]) = (unit, i, mark);
            (Population[i], Dwellings[i]) = (map.Population[unit], map.Dwellings[unit]);
            edges += map.Offsets[unit + 1] - map.Offsets[unit];
        }

        if (targets.Length < edges)
            (targets, frontFrom, frontTo) = (new int[2 * edges], new int[2 * edges], new int[2 * edges]);
        edges = 0;
        for (var i = 0; i < units.Length; i++)
        {
            starts[i] = edges;
            foreach (var next in map.Of(units[i]))
                if (marks[next] == mark)
                    targets[edges++] = place[next];
        }

        starts[units.Length] = edges;
    }

    /// <summary>Draws a tree that spans the units: from a random one, always over a random border of what it has.</summary>
    internal void Draw(ref RandomSequence chance)
    {
        drawn++;
        var taken = 0;
        var offset = chance.NextInt(Size);
        for (var i = 0; i < Size; i++)
        {
            // One turn for the units of a connected part; more for those of several.
            var root = (offset + i) % Size;
            if (seen[root] == drawn)
                continue;
            var front = Take(root, -1, 0);
            while (front > 0)
            {
                var pick = chance.NextInt(front);
                var (from, to) = (frontFrom[pick], frontTo[pick]);
                front--;
                (frontFrom[pick], frontTo[pick]) = (frontFrom[front], frontTo[front]);
                if (seen[to] != drawn)
                    front = Take(to, from, front);
            }

            if (taken == Size)
                return;
        }

        int Take(int at, int parent, int front)
        {
            (seen[at], Parents[at], Order[taken++]) = (drawn, parent, at);
            for (var edge = starts[at]; edge < starts[at + 1]; edge++)
                if (seen[targets[edge]] != drawn)
                    (frontFrom[front], frontTo[front++]) = (at, targets[edge]);
            return front;
        }
    }

    private void Reserve(int count)
    {
        if (Units.Length >= count)
            return;
        var room = 2 * count;
        (Units, Order, Parents, seen, starts) = (new int[room], new int[room], new int[room], new int[room], new int[room + 1]);
        (Population, Dwellings) = (new double[room], new double[room]);
        drawn = 0;
    }
}
