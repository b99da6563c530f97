// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Clusters;

/// <summary>How the strength of a cluster is compared with chance.</summary>
public enum ScanChance
{
    /// <summary>The tail of Gumbel's distribution, fitted to the replicates (default): small p from few replicates.</summary>
    Gumbel,

    /// <summary>The share of replicates at least as strong; take 999 of them.</summary>
    MonteCarlo,
}

/// <summary>How clusters are looked for. All have the defaults of the method.</summary>
public sealed record PoissonScanOptions
{
    /// <summary>From this much overdispersion on, the log-likelihood ratio is divided by it.</summary>
    public const double LeastDispersion = 1.2;

    /// <summary>[0..1] a circle holds at most this share of the expected cases; half of them tends to give one giant cluster.</summary>
    public double LargestShare { get; init; } = 0.20;

    /// <summary>[persons] a circle holds at most so many residents, when they are given; null for no such limit.</summary>
    public double? LargestPopulation { get; init; } = 25_000;

    /// <summary>How often the cases are dealt out by chance, R.</summary>
    public int Replicates { get; init; } = 199;

    /// <summary>How p comes from the replicates.</summary>
    public ScanChance Chance { get; init; } = ScanChance.Gumbel;

    /// <summary>[no unit, ≥ 1] φ: how much more counts vary than chance alone makes them, as when one person makes several cases.</summary>
    public double Dispersion { get; init; } = 1;

    /// <summary>How many clusters are listed at most.</summary>
    public int MostClusters { get; init; } = 10;

    /// <summary>Start of the random streams; each replicate has a stream of its own.</summary>
    public int Seed { get; init; } = 2009;

    /// <summary>Number of cores to use; 0 for all. The answer does not depend on it.</summary>
    public int Threads { get; init; }

    /// <summary>Checks the choices of a caller.</summary>
    internal void Check()
    {
        // Fewer say nothing, and more would no longer be counted in whole numbers.
        ArgumentOutOfRangeException.ThrowIfLessThan(Replicates, 19);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Replicates, 10_000_000);
        ArgumentOutOfRangeException.ThrowIfNegative(MostClusters);
        ArgumentOutOfRangeException.ThrowIfNegative(Threads);
        if (!(LargestShare is > 0 and <= 1))
            throw new ArgumentException($"The largest share is above 0 and at most 1, not {LargestShare}.", nameof(LargestShare));
        if (LargestPopulation is { } most && !(most > 0))
            throw new ArgumentException($"The largest number of residents is above 0, not {most}.", nameof(LargestPopulation));
        if (!(Dispersion >= 1 && double.IsFinite(Dispersion)))
            throw new ArgumentException($"Overdispersion is 1 or more, not {Dispersion}.", nameof(Dispersion));
    }
}
