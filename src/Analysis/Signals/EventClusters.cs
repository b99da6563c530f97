// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Rezoning;

namespace Schakel.Analysis.Signals;

/// <summary>Something that happened at a place on a day.</summary>
/// <param name="X">[metres].</param>
/// <param name="Y">[metres].</param>
/// <param name="Day">On which day.</param>
public readonly record struct PlacedEvent(double X, double Y, DateOnly Day);

/// <summary>Which events lie close together in place and time? For looking, never for a conclusion.</summary>
public static class EventClusters
{
    /// <summary>[metres] how near is near, by default.</summary>
    public const double NearMetres = 150;

    /// <summary>[days] how soon is soon.</summary>
    public const int NearDays = 14;

    /// <summary>Events around one that make it the core of a cluster, itself included.</summary>
    public const int LeastEvents = 5;

    /// <summary>Groups events by density in place and time (ST-DBSCAN).</summary>
    /// <remarks>
    /// <para><b>Definition.</b> Neighbours lie within ε metres and T days. An event with at least m neighbours, itself included, is a core; cores that are neighbours
    /// share a cluster; another event joins the cluster of its nearest core (equals: the lower number), or is −1.</para>
    /// <para><b>Units.</b> Metres, days.</para>
    /// <para><b>Shapes.</b> One label an event, clusters numbered by first event.</para>
    /// <para><b>Missing values.</b> Leave out events without a place or day.</para>
    /// <para><b>No answer.</b> Every label −1: nothing is dense. There is no p-value: use <see cref="SpaceTimeScan"/> to test.</para>
    /// <para><b>Cost.</b> O(n · events within ε).</para>
    /// <para><b>Source.</b> Birant and Kut (2007), <i>ST-DBSCAN: an algorithm for clustering spatial–temporal data</i>, without its third, non-spatial
    /// threshold.</para>
    /// <para><b>Checked against.</b> Brute force in the tests.</para>
    /// </remarks>
    /// <param name="events">Any order.</param>
    /// <param name="nearMetres">[metres] ε, above 0.</param>
    /// <param name="nearDays">[days] T, at least 0.</param>
    /// <param name="leastEvents">m, at least 2.</param>
    /// <returns>Cluster of each event, or −1.</returns>
    /// <exception cref="ArgumentException">A coordinate is not finite or a threshold is out of range.</exception>
    public static int[] Compute(
        IReadOnlyList<PlacedEvent> events, double nearMetres = NearMetres, int nearDays = NearDays, int leastEvents = LeastEvents)
    {
        Require.Positive([nearMetres], nameof(nearMetres));
        ArgumentOutOfRangeException.ThrowIfNegative(nearDays);
        ArgumentOutOfRangeException.ThrowIfLessThan(leastEvents, 2);
        foreach (var placed in events)
            Require.Finite([placed.X, placed.Y], nameof(events));

        var neighbours = Neighbours(events, nearMetres, nearDays);
        var joined = new DisjointSets(events.Count);
        bool IsCore(int number) => neighbours[number].Count + 1 >= leastEvents;
        for (var one = 0; one < events.Count; one++)
            if (IsCore(one))
                foreach (var other in neighbours[one])
                    if (IsCore(other))
                        joined.Join(one, other);

        var root = new int[events.Count];
        for (var one = 0; one < root.Length; one++)
            root[one] = IsCore(one) ? joined.Find(one) : NearestCore(events, one, neighbours[one].Where(IsCore)) is >= 0 and var core ? joined.Find(core) : -1;
        return Number(root);
    }

    private static int NearestCore(IReadOnlyList<PlacedEvent> events, int one, IEnumerable<int> cores)
    {
        var (nearest, least) = (-1, double.PositiveInfinity);
        foreach (var core in cores)
        {
            var square = Square(events[one], events[core]);
            if (square < least)
                (nearest, least) = (core, square);
        }

        return nearest;
    }

    // Squares of ε by ε: whatever is near lies in the same one or next to it.
    private static List<int>[] Neighbours(IReadOnlyList<PlacedEvent> events, double nearMetres, int nearDays)
    {
        (long, long) Square(PlacedEvent placed) => ((long)Math.Floor(placed.X / nearMetres), (long)Math.Floor(placed.Y / nearMetres));
        var squares = new Dictionary<(long, long), List<int>>();
        for (var one = 0; one < events.Count; one++)
        {
            if (!squares.TryGetValue(Square(events[one]), out var held))
                squares[Square(events[one])] = held = [];
            held.Add(one);
        }

        var neighbours = new List<int>[events.Count];
        for (var one = 0; one < neighbours.Length; one++)
        {
            var (column, row) = Square(events[one]);
            neighbours[one] = [];
            for (var dx = -1; dx <= 1; dx++)
                for (var dy = -1; dy <= 1; dy++)
                    foreach (var other in squares.GetValueOrDefault((column + dx, row + dy), []))
                        if (other != one && EventClusters.Square(events[one], events[other]) <= nearMetres * nearMetres
                            && Math.Abs(events[one].Day.DayNumber - events[other].Day.DayNumber) <= nearDays)
                            neighbours[one].Add(other);
            neighbours[one].Sort();
        }

        return neighbours;
    }

    private static double Square(PlacedEvent one, PlacedEvent other) => Math.Pow(one.X - other.X, 2) + Math.Pow(one.Y - other.Y, 2);

    private static int[] Number(int[] root)
    {
        var numbers = new Dictionary<int, int>();
        var labels = new int[root.Length];
        for (var one = 0; one < labels.Length; one++)
        {
            labels[one] = -1;
            if (root[one] >= 0 && !numbers.TryGetValue(root[one], out labels[one]))
                numbers[root[one]] = labels[one] = numbers.Count;
        }

        return labels;
    }
}
