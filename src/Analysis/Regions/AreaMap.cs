// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Regions;

/// <summary>The units that areas are made of, as columns for the search: inhabited, under the ceilings, and joined over the pairs that stay.</summary>
internal sealed class AreaMap
{
    internal AreaMap(UnitGraph graph, AreaUnits units, WorkAreaOptions options)
    {
        (Graph, Population, Dwellings) = (graph, units.Population, units.Dwellings);
        (MaxPopulation, MaxDwellings) = (options.MaxPopulation, options.MaxDwellings);
        Count = graph.UnitCount;
        IsInhabited = new bool[Count];
        IsCore = new bool[Count];
        var (core, over) = (new List<int>(), new List<int>());
        for (var unit = 0; unit < Count; unit++)
        {
            IsInhabited[unit] = Population[unit] > 0 || Dwellings[unit] > 0;
            if (!Fits(Population[unit], Dwellings[unit]))
                over.Add(unit);
            else if (IsInhabited[unit] || options.UninhabitedCarry)
                core.Add(unit);
        }

        (Core, OverCeiling) = ([.. core], [.. over]);
        foreach (var unit in core)
            IsCore[unit] = true;
        (Offsets, Targets, Edges) = Columns(edge => !graph.Removed[edge] && IsCore[graph.First[edge]] && IsCore[graph.Second[edge]]);
        Components = FindComponents();
    }

    internal UnitGraph Graph { get; }

    /// <summary>Number of units, those outside the search included.</summary>
    internal int Count { get; }

    internal double[] Population { get; }

    internal double[] Dwellings { get; }

    internal double MaxPopulation { get; }

    internal double MaxDwellings { get; }

    internal bool[] IsInhabited { get; }

    internal bool[] IsCore { get; }

    /// <summary>Rising units of the search.</summary>
    internal int[] Core { get; }

    /// <summary>Rising units that exceed a ceiling alone.</summary>
    internal int[] OverCeiling { get; }

    /// <summary>Neighbours of unit i: <c>Targets[Offsets[i] .. Offsets[i + 1]]</c>, only inside the core.</summary>
    internal int[] Offsets { get; }

    internal int[] Targets { get; }

    /// <summary>For each of <see cref="Targets"/> the pair in the graph.</summary>
    internal int[] Edges { get; }

    /// <summary>Core units that hang together, by first unit; rising inside.</summary>
    internal int[][] Components { get; }

    internal bool Fits(double population, double dwellings) => population <= MaxPopulation && dwellings <= MaxDwellings;

    /// <summary>[0..1 when it fits] the ceiling that is used most.</summary>
    internal double Use(double population, double dwellings) => Math.Max(population / MaxPopulation, dwellings / MaxDwellings);

    internal ReadOnlySpan<int> Of(int unit) => Targets.AsSpan(Offsets[unit], Offsets[unit + 1] - Offsets[unit]);

    /// <summary>Neighbours as columns, over the pairs that are wanted.</summary>
    internal (int[] Offsets, int[] Targets, int[] Edges) Columns(Func<int, bool> wanted)
    {
        var offsets = new int[Count + 1];
        for (var edge = 0; edge < Graph.PairCount; edge++)
        {
            if (!wanted(edge))
                continue;
            offsets[Graph.First[edge] + 1]++;
            offsets[Graph.Second[edge] + 1]++;
        }

        for (var unit = 0; unit < Count; unit++)
            offsets[unit + 1] += offsets[unit];
        var (targets, edges, next) = (new int[offsets[Count]], new int[offsets[Count]], offsets.AsSpan(0, Count).ToArray());
        for (var edge = 0; edge < Graph.PairCount; edge++)
        {
            if (!wanted(edge))
                continue;
            var (first, second) = (Graph.First[edge], Graph.Second[edge]);
            (targets[next[first]], edges[next[first]++]) = (second, edge);
            (targets[next[second]], edges[next[second]++]) = (first, edge);
        }

        return (offsets, targets, edges);
    }

    private int[][] FindComponents()
    {
        var seen = new bool[Count];
        var components = new List<int[]>();
        foreach (var start in Core)
        {
            if (seen[start])
                continue;
            var members = new List<int> { start };
            seen[start] = true;
            for (var at = 0; at < members.Count; at++)
            {
                foreach (var next in Of(members[at]))
                {
                    if (seen[next])
                        continue;
                    seen[next] = true;
                    members.Add(next);
                }
            }

            members.Sort();
            components.Add([.. members]);
        }

        return [.. components];
    }
}
