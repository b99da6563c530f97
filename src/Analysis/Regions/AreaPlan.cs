// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Regions;

/// <summary>A division of the core of a map while it is being searched: which unit is where, and who is in each area.</summary>
internal sealed class AreaPlan
{
    private readonly AreaMap map;
    private readonly List<int[]> rooms = [];
    private readonly List<int> counts = [];

    /// <param name="map">The map.</param>
    /// <param name="areaOf">By unit: its area, from 0 without gaps; −1 outside the core. Taken over without copying.</param>
    /// <param name="areas">Number of areas.</param>
    internal AreaPlan(AreaMap map, int[] areaOf, int areas)
    {
        this.map = map;
        AreaOf = areaOf;
        foreach (var members in AreaMembers.Of(areaOf, areas))
        {
            rooms.Add(members);
            counts.Add(members.Length);
        }
    }

    /// <summary>By unit: its area, −1 outside the core.</summary>
    internal int[] AreaOf { get; }

    /// <summary>Numbers of areas that were given out; some may be empty.</summary>
    internal int Numbers => rooms.Count;

    internal int CountOf(int area) => counts[area];

    internal ReadOnlySpan<int> Of(int area) => rooms[area].AsSpan(0, counts[area]);

    /// <summary>Number of areas with somebody in it.</summary>
    internal int Areas
    {
        get
        {
            var areas = 0;
            foreach (var count in counts)
                areas += count > 0 ? 1 : 0;
            return areas;
        }
    }

    internal (double Population, double Dwellings) SizeOf(int area)
    {
        double population = 0, dwellings = 0;
        foreach (var unit in Of(area))
        {
            population += map.Population[unit];
            dwellings += map.Dwellings[unit];
        }

        return (population, dwellings);
    }

    internal void Empty(int area) => counts[area] = 0;

    internal void Add(int unit, int area)
    {
        AreaOf[unit] = area;
        if (counts[area] == rooms[area].Length)
        {
            var larger = new int[Math.Max(8, 2 * counts[area])];
            rooms[area].CopyTo(larger, 0);
            rooms[area] = larger;
        }

        rooms[area][counts[area]++] = unit;
    }

    internal void Move(int unit, int area)
    {
        var from = AreaOf[unit];
        var at = Of(from).IndexOf(unit);
        rooms[from][at] = rooms[from][--counts[from]];
        Add(unit, area);
    }

    /// <summary>An empty area to put units in.</summary>
    internal int Open()
    {
        var empty = counts.IndexOf(0);
        if (empty >= 0)
            return empty;
        rooms.Add([]);
        counts.Add(0);
        return rooms.Count - 1;
    }

    /// <summary>The same division in a fresh plan without empty areas.</summary>
    internal AreaPlan Copy()
    {
        var areaOf = (int[])AreaOf.Clone();
        var areas = AreaMembers.Renumber(areaOf);
        return new AreaPlan(map, areaOf, areas);
    }
}
