// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Numerics;

namespace Schakel.Analysis.Signals;

/// <summary>One circle with one window.</summary>
/// <param name="Centre">Zone in the middle.</param>
/// <param name="Size">Number of zones, from near to far.</param>
/// <param name="Days">Length of the window.</param>
/// <param name="Cases">Reports in it.</param>
/// <param name="Expected">Expected ones.</param>
/// <param name="Ratio">Log-likelihood ratio.</param>
internal readonly record struct Cylinder(int Centre, int Size, int Days, int Cases, double Expected, double Ratio);

/// <summary>Finds the strongest cylinder around each zone.</summary>
internal sealed class CylinderSearch
{
    private readonly ScanCircles circles;
    private readonly int[] zoneOf, totals, windows;

    internal CylinderSearch(IReadOnlyList<(double X, double Y)> centres, (int Zone, DateOnly Day)[] reports, DateOnly lastDay, SpaceTimeScanOptions options)
    {
        zoneOf = [.. reports.Select(report => report.Zone)];
        totals = new int[centres.Count];
        foreach (var zone in zoneOf)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(zone);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(zone, centres.Count);
            totals[zone]++;
        }

        Ages = [.. reports.Select(report => lastDay.DayNumber - report.Day.DayNumber)];
        windows = [.. options.WindowDays.Distinct().Order()];
        circles = ScanCircles.Around(centres, totals, options.LargestShare * reports.Length);
    }

    /// <summary>[days] before the last day, by report.</summary>
    internal int[] Ages { get; }

    /// <summary>The days dealt out again over the reports.</summary>
    internal int[] Deal(ref RandomSequence chance)
    {
        var dealt = (int[])Ages.Clone();
        for (var i = dealt.Length - 1; i > 0; i--)
        {
            var j = chance.NextInt(i + 1);
            (dealt[i], dealt[j]) = (dealt[j], dealt[i]);
        }

        return dealt;
    }

    /// <summary>The strongest cylinder around each zone that has one.</summary>
    internal List<Cylinder> Best(int[] ages)
    {
        var recent = new int[totals.Length];
        var best = new Cylinder[totals.Length];
        foreach (var days in windows)
        {
            Array.Clear(recent);
            var inWindow = 0;
            for (var report = 0; report < ages.Length; report++)
            {
                if (ages[report] >= days)
                    continue;
                recent[zoneOf[report]]++;
                inWindow++;
            }

            for (var centre = 0; centre < best.Length; centre++)
                best[centre] = Around(centre, days, recent, inWindow, best[centre]);
        }

        return [.. best.Where(cylinder => cylinder.Ratio > 0)];
    }

    /// <summary>The zones of a cylinder, rising.</summary>
    internal int[] Zones(Cylinder cylinder) => [.. circles.Order[cylinder.Centre].Take(cylinder.Size).Order()];

    private Cylinder Around(int centre, int days, int[] recent, int inWindow, Cylinder best)
    {
        var (order, isCircle) = (circles.Order[centre], circles.IsCircle[centre]);
        int cases = 0, total = 0;
        for (var i = 0; i < order.Length; i++)
        {
            cases += recent[order[i]];
            total += totals[order[i]];
            // Most cylinders hold no more than expected: asked in whole numbers, before any logarithm.
            if (!isCircle[i] || (long)cases * zoneOf.Length <= (long)total * inWindow)
                continue;
            var expected = (double)total * inWindow / zoneOf.Length;
            var ratio = SpaceTimeScan.LogLikelihoodRatio(cases, expected, zoneOf.Length);
            if (ratio > best.Ratio)
                best = new Cylinder(centre, i + 1, days, cases, expected, ratio);
        }

        return best;
    }
}
