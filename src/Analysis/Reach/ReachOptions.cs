// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Scale;

namespace Schakel.Analysis.Reach;

/// <summary>What units are ranked on.</summary>
public enum ReachRanking
{
    /// <summary>Hierarchical empirical-Bayes rates: small units lean on their surroundings.</summary>
    EmpiricalBayes,

    /// <summary>Rates as they are.</summary>
    Raw,
}

/// <summary>How reach is computed; every setting is a convention that the report shows.</summary>
public sealed record ReachOptions
{
    /// <summary>[0..1, ends excluded] shares of the residents that can be served.</summary>
    public IReadOnlyList<double> Budgets { get; init; } = [0.10, 0.20, 0.30];

    /// <summary>What units are ranked on.</summary>
    public ReachRanking Ranking { get; init; } = ReachRanking.EmpiricalBayes;

    /// <summary>Proportion or count: decides the noise that empirical Bayes allows for.</summary>
    public RateKind Kind { get; init; } = RateKind.Proportion;

    /// <summary>How often the cases of one year are split in two at random.</summary>
    public int Thinnings { get; init; } = 50;

    /// <summary>How many maps of pure chance are drawn for comparison.</summary>
    public int NoiseMaps { get; init; } = 99;

    /// <summary>Start of the random streams.</summary>
    public int Seed { get; init; } = 2009;

    /// <summary>How many threads may be used; the result does not depend on it. 0 = all cores.</summary>
    public int Threads { get; init; }
}
