// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Scale;

/// <summary>How a scale profile is estimated.</summary>
public enum ScaleEstimator
{
    /// <summary>REML, unless more than 20 % of the units expect fewer than 5 cases (then moments).</summary>
    Automatic,

    /// <summary>Restricted maximum likelihood by tree recursion.</summary>
    Reml,

    /// <summary>Method of moments.</summary>
    Moments,
}

/// <summary>How units are weighed by the method of moments.</summary>
public enum MomentWeights
{
    /// <summary>By the number of residents (or the denominator in use).</summary>
    Population,

    /// <summary>Each unit alike.</summary>
    Equal,

    /// <summary>By 1 / sampling variance.</summary>
    Inverse,
}

/// <summary>What kind of figure the rates are: it decides how the individual-level measures (MOR, VPC) are derived.</summary>
public enum RateKind
{
    /// <summary>A share of people or households, 0 to 1: logit scale.</summary>
    Proportion,

    /// <summary>Events per head, may exceed 1: log scale.</summary>
    Count,

    /// <summary>A mean in its own unit (euros, a score): no MOR or VPC.</summary>
    Mean,
}

/// <summary>Settings of a scale profile; every one is a convention that the report shows.</summary>
public sealed record ScaleProfileOptions
{
    /// <summary>Which estimator is the headline.</summary>
    public ScaleEstimator Estimator { get; init; } = ScaleEstimator.Automatic;

    /// <summary>Weights of the method of moments.</summary>
    public MomentWeights Weights { get; init; } = MomentWeights.Population;

    /// <summary>What the rates are.</summary>
    public RateKind Kind { get; init; } = RateKind.Proportion;

    /// <summary>Report also what the guards of A.4 withhold.</summary>
    public bool AllLevels { get; init; }

    /// <summary>Whether 95 % profile intervals and 90 % bootstrap ranges are computed (they cost most of the time).</summary>
    public bool Intervals { get; init; } = true;

    /// <summary>Bootstrap replicates for the range of the shares.</summary>
    public int Replicates { get; init; } = 199;

    /// <summary>Start of the random streams.</summary>
    public int Seed { get; init; } = 2009;

    /// <summary>How many threads may be used; the result does not depend on it. 0 = all cores.</summary>
    public int Threads { get; init; }
}
