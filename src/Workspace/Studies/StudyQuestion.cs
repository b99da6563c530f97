// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Scale;

namespace Schakel.Workspace.Studies;

/// <summary>What somebody wants to see: an indicator, somewhere, in some year.</summary>
/// <param name="Indicator">Indicator id.</param>
public sealed record StudyQuestion(string Indicator)
{
    /// <summary>Year; null = the latest with values.</summary>
    public int? Year { get; init; }

    /// <summary>Only areas inside this one (a code of any level, or codes of one level with commas between them); null = everything loaded.</summary>
    public string? Within { get; init; }

    /// <summary>Level ids from fine to coarse; null = every level that has areas, from the finest with values up.</summary>
    public IReadOnlyList<string>? Levels { get; init; }

    /// <summary>Where <see cref="Levels"/> says nothing: level of the units; null = the finest with figures.</summary>
    public string? Finest { get; init; }

    /// <summary>How chance is reckoned; null = as the figures show: φ = 1, and rounding to whole percents where all values are.</summary>
    public SamplingVarianceOptions? Chance { get; init; }

    /// <summary>Start of the random streams.</summary>
    public int Seed { get; init; } = 2009;
}
