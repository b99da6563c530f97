// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Autocorrelation;

/// <summary>How chance is drawn for the local statistics.</summary>
public enum LocalSampling
{
    /// <summary>Own draws without replacement for each area (default): what one area gets says nothing about another.</summary>
    Independent,

    /// <summary>One table of draws that all areas share: faster, but the number of areas with a small p then depends on luck as a whole.</summary>
    SharedTable,
}

/// <summary>By what the sum of squared deviations is divided, in the figures that have it below the line.</summary>
public enum MomentDivisor
{
    /// <summary>n (default): under style W the mean of the local Iᵢ is then the global I.</summary>
    AreaCount,

    /// <summary>n − 1, as GeoDa, PySAL and parts of R spdep do. Nothing else changes: not z, not p.</summary>
    AreaCountLessOne,
}

/// <summary>What chance is, for the z of local Moran.</summary>
public enum LocalMoments
{
    /// <summary>The area keeps its value and the others are dealt (default), as for p: z has the sign of the surroundings.</summary>
    Conditional,

    /// <summary>All values are dealt, that of the area too (Anselin 1995; R spdep with <c>conditional = FALSE</c>): z has the sign of Iᵢ.</summary>
    Total,
}

/// <summary>Choices for the local statistics. All have the defaults of the method.</summary>
public sealed record LocalOptions
{
    /// <summary>The defaults.</summary>
    public static LocalOptions Default { get; } = new();

    /// <summary>Random draws for each area, R; 0 for none. The smallest p that can come out is 2/(R + 1).</summary>
    public int Permutations { get; init; } = 999;

    /// <summary>How chance is drawn.</summary>
    public LocalSampling Sampling { get; init; } = LocalSampling.Independent;

    /// <summary>Stop drawing for an area as soon as it is plainly not remarkable (Besag and Clifford 1991). Only with independent draws.</summary>
    public bool IsSequential { get; init; }

    /// <summary>[0..1] share of false alarms that is accepted among the areas that stand out, q.</summary>
    public double AcceptedFalseDiscoveries { get; init; } = 0.10;

    /// <summary>Start of the random streams; the same seed gives the same answer on any number of cores.</summary>
    public int Seed { get; init; } = 2009;

    /// <summary>Number of cores to use; 0 for all. The answer does not depend on it.</summary>
    public int Threads { get; init; }

    /// <summary>By what the sum of squared deviations is divided; Gᵢ and local join counts do not have it.</summary>
    public MomentDivisor Divisor { get; init; } = MomentDivisor.AreaCount;

    /// <summary>What z of local Moran compares with; p stays conditional, and the other statistics have no choice here.</summary>
    public LocalMoments Moments { get; init; } = LocalMoments.Conditional;

    /// <summary>Factor on a figure that was divided by n.</summary>
    internal double ScaleFor(int areas) => Divisor == MomentDivisor.AreaCount ? 1 : (areas - 1.0) / areas;

    /// <summary>Checks the choices of a caller.</summary>
    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Permutations);
        ArgumentOutOfRangeException.ThrowIfNegative(Threads);
        if (IsSequential && Sampling == LocalSampling.SharedTable)
            throw new ArgumentException("Sequential stopping needs independent draws.", nameof(Sampling));
        if (!(AcceptedFalseDiscoveries >= 0 && AcceptedFalseDiscoveries <= 1))
            throw new ArgumentException($"The accepted share of false discoveries is between 0 and 1, not {AcceptedFalseDiscoveries}.", nameof(AcceptedFalseDiscoveries));
    }
}
