// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Regions;

/// <summary>Makes a plan of the core a plan of the whole map: units over a ceiling get an area each, and units where nobody lives join their neighbours.</summary>
internal sealed class WholePlans
{
    private readonly AreaMap map;
    private readonly int[] offsets, targets, edges;

    internal WholePlans(AreaMap map)
    {
        this.map = map;
        (offsets, targets, edges) = map.Columns(edge => !map.Graph.Removed[edge]);

        // Who is with whom in the core does not matter for what lies outside it.
        var whole = Array.ConvertAll(map.IsCore, isCore => isCore ? 0 : -1);
        var areas = map.Core.Length > 0 ? 1 : 0;
        ExtraAreas = Complete(whole, areas).Areas - areas;
    }

    /// <summary>Areas that every plan has outside the core: one for each unit over a ceiling, and one for each empty stretch that touches nothing else.</summary>
    internal int ExtraAreas { get; }

    /// <summary>Assigns all units, and numbers the areas by their first unit.</summary>
    internal (int[] AreaOf, int Areas) Complete(int[] core, int areas)
    {
        var areaOf = (int[])core.Clone();
        foreach (var unit in map.OverCeiling)
            areaOf[unit] = areas++;

        // The longest border first, as if the areas grew into the empty land.
        var open = new PriorityQueue<(int Unit, int Area), (double, int)>();
        for (var unit = 0; unit < map.Count; unit++)
            if (areaOf[unit] >= 0)
                Offer(unit);
        Spread();
        for (var unit = 0; unit < map.Count; unit++)
        {
            if (areaOf[unit] >= 0)
                continue;
            areaOf[unit] = areas++;
            Offer(unit);
            Spread();
        }

        AreaMembers.Renumber(areaOf);
        return (areaOf, areas);

        void Spread()
        {
            while (open.TryDequeue(out var next, out _))
            {
                if (areaOf[next.Unit] >= 0)
                    continue;
                areaOf[next.Unit] = next.Area;
                Offer(next.Unit);
            }
        }

        void Offer(int unit)
        {
            for (var at = offsets[unit]; at < offsets[unit + 1]; at++)
                if (areaOf[targets[at]] < 0 && !map.IsInhabited[targets[at]])
                    open.Enqueue((targets[at], areaOf[unit]), (-map.Graph.LengthInMetres[edges[at]], edges[at]));
        }
    }
}
