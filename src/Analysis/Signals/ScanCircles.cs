// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Signals;

/// <summary>Circles around each zone, growing by distance; zones at equal distance enter together.</summary>
internal sealed class ScanCircles
{
    // Distances this close are equal: coordinates are given to the millimetre at best.
    private const double SameDistance = 1e-6;

    private ScanCircles(int[][] order, bool[][] isCircle) => (Order, IsCircle) = (order, isCircle);

    /// <summary>By centre: zones from near to far, as many as a circle may hold.</summary>
    internal int[][] Order { get; }

    /// <summary>By centre and place in that order: whether a circle ends there.</summary>
    internal bool[][] IsCircle { get; }

    /// <summary>Lays out circles with at most so many reports.</summary>
    internal static ScanCircles Around(IReadOnlyList<(double X, double Y)> centres, int[] reports, double most)
    {
        var (order, ends) = (new int[centres.Count][], new bool[centres.Count][]);
        for (var centre = 0; centre < centres.Count; centre++)
        {
            var near = Enumerable.Range(0, centres.Count)
                .Select(zone => (zone, distance: Math.Sqrt(Math.Pow(centres[zone].X - centres[centre].X, 2) + Math.Pow(centres[zone].Y - centres[centre].Y, 2))))
                .OrderBy(entry => entry.distance).ThenBy(entry => entry.zone).ToArray();
            var held = 0;
            var last = 0;
            for (var i = 0; i < near.Length; i++)
            {
                held += reports[near[i].zone];
                if (held > most)
                    break;
                if (i + 1 == near.Length || near[i + 1].distance - near[i].distance > SameDistance)
                    last = i + 1;
            }

            order[centre] = [.. near.Take(last).Select(entry => entry.zone)];
            ends[centre] = [.. Enumerable.Range(0, last).Select(i => i + 1 == last || near[i + 1].distance - near[i].distance > SameDistance)];
        }

        return new ScanCircles(order, ends);
    }
}
