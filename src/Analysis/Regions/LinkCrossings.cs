// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Regions;

/// <summary>Which units the links join, and how many of them pass over a hard barrier there.</summary>
internal static class LinkCrossings
{
    private const double StepInMetres = 5;

    /// <summary>By pair that a link joins: the number of links that meet a hard barrier between the two.</summary>
    internal static Dictionary<(int First, int Second), int> Of(BarrierMap map, UnitLocator locator, LineGrid hard)
    {
        var crossings = new Dictionary<(int First, int Second), int>();
        foreach (var link in map.Links)
            foreach (var (pair, crosses) in Joined(map, link, locator, hard))
                crossings[pair] = crossings.GetValueOrDefault(pair) + (crosses ? 1 : 0);
        return crossings;
    }

    // A link counts once for a pair, however often it goes to and fro.
    private static Dictionary<(int First, int Second), bool> Joined(BarrierMap map, MapLine link, UnitLocator locator, LineGrid hard)
    {
        var steps = LineGrid.Steps(link, StepInMetres).ToList();
        var stays = Stays(steps, locator);
        var joined = new Dictionary<(int First, int Second), bool>();
        var lived = -1;
        for (var at = 0; at < stays.Count; at++)
        {
            if (at > 0)
                Join(stays[at - 1], stays[at]);
            if (map.Population[stays[at].Unit] <= 0)
                continue;
            if (lived >= 0 && lived < at - 1)
                Join(stays[lived], stays[at]);
            lived = at;
        }

        // A line of two points says by itself what it joins: a bridge or a ferry.
        if (link.X.Length == 2 && stays.Count > 2)
            Join(stays[0], stays[^1]);
        return joined;

        void Join((int Unit, int From, int To) one, (int Unit, int From, int To) other)
        {
            if (one.Unit == other.Unit)
                return;
            var pair = (Math.Min(one.Unit, other.Unit), Math.Max(one.Unit, other.Unit));
            var crosses = false;
            for (var step = one.From; step < other.To && !crosses; step++)
                crosses = hard.Crosses(steps[step].X1, steps[step].Y1, steps[step].X2, steps[step].Y2);
            joined[pair] = joined.GetValueOrDefault(pair) || crosses;
        }
    }

    // The units that a link passes, each with the steps at which it begins and ends; where there is no unit it is still on its way.
    private static List<(int Unit, int From, int To)> Stays(List<(double X1, double Y1, double X2, double Y2)> steps, UnitLocator locator)
    {
        var stays = new List<(int Unit, int From, int To)>();
        for (var point = 0; point <= steps.Count; point++)
        {
            var unit = point < steps.Count ? locator.At(steps[point].X1, steps[point].Y1) : locator.At(steps[^1].X2, steps[^1].Y2);
            if (unit < 0)
                continue;
            if (stays.Count > 0 && stays[^1].Unit == unit)
                stays[^1] = (unit, stays[^1].From, point);
            else
                stays.Add((unit, point, point));
        }

        return stays;
    }
}
