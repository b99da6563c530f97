// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Clusters;

/// <summary>How much of a cluster lies across borders.</summary>
/// <param name="Index">[0..1] share of its cases outside the zone that has most of them.</param>
/// <param name="Zones">The zones that it touches with their cases: most cases first, then by number.</param>
/// <param name="IsCrossing">Whether the index is .25 or more: work together across {these zones}.</param>
public sealed record Crossing(double Index, IReadOnlyList<(int Zone, double Cases)> Zones, bool IsCrossing);

/// <summary>Does a cluster stop at borders?</summary>
public static class CrossingIndex
{
    /// <summary>From here on a cluster is a matter of more than one zone.</summary>
    public const double CrossingFrom = 0.25;

    /// <summary>How much of a cluster lies outside its main wijk or gemeente?</summary>
    /// <remarks>
    /// <para><b>Definition.</b> X = 1 − (cases of the cluster in the zone that has most) / (cases of the cluster). A zone is touched when an area of the cluster lies in it, with or without cases.</para>
    /// <para><b>Units.</b> Cases; the index has none.</para>
    /// <para><b>Shapes.</b> One zone and one count for each of n areas; the areas of the cluster by index, as <see cref="ScanCluster.Areas"/> gives them.</para>
    /// <para><b>Missing values.</b> Not accepted: leave those areas out.</para>
    /// <para><b>No answer.</b> <c>no-cases</c>: the cluster has none.</para>
    /// <para><b>Cost.</b> O(areas of the cluster).</para>
    /// <para><b>Source.</b> Convention of this library.</para>
    /// <para><b>Checked against.</b> By hand in the tests.</para>
    /// </remarks>
    /// <param name="cluster">0-based areas, each once.</param>
    /// <param name="zones">Number of the zone of each area.</param>
    /// <param name="cases">[cases] of each area, ≥ 0.</param>
    /// <returns>The index, or why there is none.</returns>
    /// <exception cref="ArgumentException">The lengths differ, a count is not finite or negative, or an area does not exist or comes twice.</exception>
    public static Outcome<Crossing> Compute(ReadOnlySpan<int> cluster, ReadOnlySpan<int> zones, ReadOnlySpan<double> cases)
    {
        Require.SameLength(cases.Length, zones.Length, nameof(cases));
        Require.Finite(cases, nameof(cases));
        Require.NotNegative(cases, nameof(cases));
        var seen = new HashSet<int>();
        var byZone = new Dictionary<int, double>();
        foreach (var area in cluster)
        {
            if (area < 0 || area >= zones.Length || !seen.Add(area))
                throw new ArgumentException($"Area {area} is outside 0 to {zones.Length - 1}, or comes twice.", nameof(cluster));
            byZone[zones[area]] = byZone.GetValueOrDefault(zones[area]) + cases[area];
        }

        (int Zone, double Cases)[] touched = [.. byZone.OrderByDescending(zone => zone.Value).ThenBy(zone => zone.Key).Select(zone => (zone.Key, zone.Value))];
        var all = touched.Sum(zone => zone.Cases);
        if (all == 0)
            return new Reason("no-cases", "The cluster has no cases.");
        var index = 1 - (touched[0].Cases / all);
        return new Crossing(index, touched, index >= CrossingFrom);
    }
}
