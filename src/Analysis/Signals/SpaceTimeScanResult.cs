// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Signals;

/// <summary>How clusters in place and time are looked for.</summary>
public sealed record SpaceTimeScanOptions
{
    /// <summary>[days] lengths of the windows, all ending on the last day.</summary>
    public IReadOnlyList<int> WindowDays { get; init; } = [1, 7, 28];

    /// <summary>[0..1] a circle holds at most this share of all reports.</summary>
    public double LargestShare { get; init; } = 0.20;

    /// <summary>How often the days are dealt out again over the reports.</summary>
    public int Replicates { get; init; } = 199;

    /// <summary>How many clusters are listed at most.</summary>
    public int MostClusters { get; init; } = 10;

    /// <summary>Start of the random streams.</summary>
    public int Seed { get; init; } = 2009;

    /// <summary>How many threads may be used; the result does not depend on it. 0 = all cores.</summary>
    public int Threads { get; init; }
}

/// <summary>More reports than place and time alone would give.</summary>
/// <param name="Zones">0-based zones, rising.</param>
/// <param name="From">First day of the window.</param>
/// <param name="To">Last day.</param>
/// <param name="Cases">[reports] in it.</param>
/// <param name="Expected">[reports] if place and time had nothing to do with each other.</param>
/// <param name="LogLikelihoodRatio">How much that differs.</param>
/// <param name="P">[0..1] share of dealings, the real one included, with a cluster at least as strong anywhere; never 0.</param>
/// <param name="RecurrenceDays">[days] 1/p: looking every day, chance alone would show as much once in so many days.</param>
public sealed record SpaceTimeCluster(
    IReadOnlyList<int> Zones, DateOnly From, DateOnly To, int Cases, double Expected, double LogLikelihoodRatio, double P, double RecurrenceDays);

/// <summary>Clusters of one day of looking.</summary>
/// <param name="Clusters">Strongest first, none sharing a zone with a stronger one.</param>
/// <param name="Reports">Reports up to the last day.</param>
public sealed record SpaceTimeScanResult(IReadOnlyList<SpaceTimeCluster> Clusters, int Reports);
