// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using CsCheck;
using Schakel.Analysis.Signals;

namespace Schakel.Analysis.Tests.Signals;

public sealed class EventClustersTests
{
    private static readonly DateOnly day = new(2024, 5, 1);

    private static readonly Gen<PlacedEvent[]> someEvents = Gen.Select(Gen.Int[-600, 600], Gen.Int[-600, 600], Gen.Int[0, 60])
        .Select((x, y, days) => new PlacedEvent(x, y, day.AddDays(days))).Array[0, 60];

    [Fact]
    public void Five_near_events_make_a_cluster_and_a_sixth_far_or_late_one_does_not_join()
    {
        PlacedEvent[] events = [.. Enumerable.Range(0, 5).Select(i => At(10 * i, 0, i)), At(1000, 0, 0), At(0, 0, 60)];

        Assert.Equal([0, 0, 0, 0, 0, -1, -1], EventClusters.Compute(events));
        Assert.All(EventClusters.Compute(events[..4]), label => Assert.Equal(-1, label));
    }

    [Fact]
    public void The_edges_are_included()
    {
        PlacedEvent[] events = [At(0, 0, 0), At(150, 0, 14)];

        Assert.Equal([0, 0], EventClusters.Compute(events, leastEvents: 2));
        Assert.Equal([-1, -1], EventClusters.Compute([events[0], At(150.1, 0, 14)], leastEvents: 2));
        Assert.Equal([-1, -1], EventClusters.Compute([events[0], At(150, 0, 15)], leastEvents: 2));
    }

    [Fact]
    public void An_event_between_two_clusters_joins_the_nearest_core()
    {
        // Two groups of five with one member each towards the other, and an event 150 m from the one and 140 m from the other.
        PlacedEvent[] events = [.. Enumerable.Repeat(At(-100, 0, 0), 4), At(0, 0, 0), At(290, 0, 0), .. Enumerable.Repeat(At(390, 0, 0), 4), At(150, 0, 0)];

        Assert.Equal([0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1], EventClusters.Compute(events, leastEvents: 5));
    }

    [Fact]
    public void Cores_and_clusters_are_those_of_brute_force() => someEvents.Sample(events =>
    {
        var labels = EventClusters.Compute(events, leastEvents: 4);

        bool Near(int a, int b) => Math.Pow(events[a].X - events[b].X, 2) + Math.Pow(events[a].Y - events[b].Y, 2) <= 150 * 150
            && Math.Abs(events[a].Day.DayNumber - events[b].Day.DayNumber) <= 14;
        var all = Enumerable.Range(0, events.Length).ToArray();
        var cores = all.Where(a => all.Count(b => Near(a, b)) >= 4).ToArray();
        foreach (var a in all)
            Assert.Equal(cores.Any(core => Near(a, core)), labels[a] >= 0);
        foreach (var a in cores)
        {
            var reached = new HashSet<int> { a };
            var queue = new Queue<int>(reached);
            while (queue.TryDequeue(out var next))
                foreach (var core in cores.Where(core => Near(next, core) && reached.Add(core)))
                    queue.Enqueue(core);
            foreach (var b in cores)
                Assert.Equal(reached.Contains(b), labels[a] == labels[b]);
        }
    });

    [Fact]
    public void A_threshold_out_of_range_is_a_bug_of_the_caller()
    {
        Assert.Throws<ArgumentException>(() => EventClusters.Compute([], nearMetres: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => EventClusters.Compute([], leastEvents: 1));
        Assert.Throws<ArgumentException>(() => EventClusters.Compute([new PlacedEvent(double.NaN, 0, day)]));
        Assert.Empty(EventClusters.Compute([]));
    }

    private static PlacedEvent At(double x, double y, int days) => new(x, y, day.AddDays(days));
}
