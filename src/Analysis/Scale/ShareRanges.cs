// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Numerics;

namespace Schakel.Analysis.Scale;

/// <summary>The 5th and 95th percentile of shares over simulated maps.</summary>
/// <param name="replicates">Variances by replicate and level.</param>
/// <param name="reported">Levels whose variances make the whole.</param>
/// <param name="meanNoise">In the unit of the variances.</param>
internal sealed class ShareRanges(double[][] replicates, int[] reported, double meanNoise)
{
    private const double LowPart = 0.05;
    private const double HighPart = 0.95;

    internal static Reason NotAsked { get; } = new("not-asked", "Intervals were not asked for.");

    /// <summary>The range of a level's share, over the maps that have any differences.</summary>
    internal (Figure Low, Figure High) Of(int level, ScaleProfileOptions options) =>
        Range([.. replicates.Select(variances => (Own: variances[level], Sum: reported.Sum(other => variances[other]))).Where(map => map.Sum > 0).Select(map => map.Own / map.Sum)], options);

    /// <summary>The range of the part that is chance.</summary>
    internal (Figure Low, Figure High) OfNoise(ScaleProfileOptions options) =>
        Range([.. replicates.Select(variances => meanNoise + variances.Sum()).Select(total => total > 0 ? meanNoise / total : 0)], options);

    private static (Figure Low, Figure High) Range(double[] shares, ScaleProfileOptions options)
    {
        if (!options.Intervals || options.Replicates == 0)
            return (NotAsked, NotAsked);
        if (shares.Length * 2 < options.Replicates)
        {
            var reason = new Reason("no-differences", "Most simulated maps show no differences beyond chance to divide over the levels.");
            return (reason, reason);
        }

        return (Percentile.Of(shares, LowPart), Percentile.Of(shares, HighPart));
    }
}
