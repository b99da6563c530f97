// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Scale;

namespace Schakel.Analysis.Rezoning;

/// <summary>How robustness is computed.</summary>
public sealed record RezoningOptions
{
    /// <summary>Numbers of zones to try; empty = half, once, twice and four times the official number.</summary>
    public IReadOnlyList<int> ZoneCounts { get; init; } = [];

    /// <summary>Random zonings for each number of zones (all of them where there are at most 5,000).</summary>
    public int Replicates { get; init; } = 199;

    /// <summary>Proportion or count, for the noise.</summary>
    public RateKind Kind { get; init; } = RateKind.Proportion;

    /// <summary>Start of the random streams.</summary>
    public int Seed { get; init; } = 2009;

    /// <summary>How many threads may be used; the result does not depend on it. 0 = all cores.</summary>
    public int Threads { get; init; }
}

/// <summary>The official division among others.</summary>
/// <param name="Zones">Number of zones.</param>
/// <param name="EtaSquared">[0..1] share of the differences between leaves that lies between its zones.</param>
/// <param name="P">[0..1] share of divisions of as many zones, itself included, that describe the problem at least as well.</param>
public sealed record OfficialZoning(int Zones, double EtaSquared, double P);

/// <summary>A figure over many divisions.</summary>
/// <param name="Mean">Mean.</param>
/// <param name="StandardDeviation">Population standard deviation: the zoning effect.</param>
/// <param name="Min">Smallest.</param>
/// <param name="Max">Largest.</param>
/// <param name="Low">5th percentile.</param>
/// <param name="High">95th percentile.</param>
public sealed record ZoningSpread(double Mean, double StandardDeviation, double Min, double Max, double Low, double High);

/// <summary>One number of zones.</summary>
/// <param name="Zones">How many.</param>
/// <param name="Zonings">Divisions looked at.</param>
/// <param name="IsExhaustive">Whether these are all there are.</param>
/// <param name="EtaSquared">Share of the differences that lies between zones.</param>
/// <param name="Reach">Share of the cases in the fifth of the residents with the highest zone rates.</param>
public sealed record ZoningScale(int Zones, int Zonings, bool IsExhaustive, ZoningSpread EtaSquared, ZoningSpread Reach)
{
    /// <summary>[0..1] mean likeness of the official selection of a fifth and that of a random division into this many zones.</summary>
    public double Jaccard { get; init; }

    /// <summary>A–D as for the official number of zones: whether the conclusion stands with this many. Null with fewer than three zones, or three leaves a zone.</summary>
    public RobustnessGrade? Grade { get; init; }
}

/// <summary>Would other, equally reasonable borders lead to another conclusion?</summary>
/// <param name="Official">The official division.</param>
/// <param name="Scales">One a number of zones, rising.</param>
/// <param name="ScaleVariance">B: variance between numbers of zones of the mean η².</param>
/// <param name="ZoningVariance">W: mean variance at one number of zones.</param>
/// <param name="ScaleShare">[0..1] B/(B + W); missing with <c>no-spread</c>.</param>
/// <param name="Jaccard">[0..1] mean likeness of the official and a random selection of a fifth.</param>
/// <param name="Grade">A–D, or null.</param>
/// <param name="GradeReason">Why there is no grade: <c>too-few-zones</c> or <c>too-few-leaves-a-zone</c>.</param>
/// <param name="SteppedDown">Whether the grade is one lower because the leading level changes in more than a fifth of the zonings.</param>
/// <param name="Selection">[0..1] by leaf: in which share of the zonings its zone is in the top fifth.</param>
/// <param name="OfficialSelection">By leaf: whether its official zone is.</param>
public sealed record RezoningResult(
    OfficialZoning Official, IReadOnlyList<ZoningScale> Scales, double ScaleVariance, double ZoningVariance, Figure ScaleShare,
    double Jaccard, RobustnessGrade? Grade, Reason? GradeReason, bool SteppedDown,
    IReadOnlyList<double> Selection, IReadOnlyList<bool> OfficialSelection);
