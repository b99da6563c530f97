// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Scale;

/// <summary>How published figures were rounded. Rounding adds chance of its own.</summary>
[Flags]
public enum FigureRounding
{
    /// <summary>Not rounded.</summary>
    None = 0,

    /// <summary>Cases to multiples of 5.</summary>
    CasesToFive = 1,

    /// <summary>Rates to whole percents.</summary>
    WholePercents = 2,

    /// <summary>Residents (the denominator) to multiples of 5.</summary>
    DenominatorToFive = 4,
}

/// <summary>How chance is reckoned for a figure.</summary>
public sealed record SamplingVarianceOptions
{
    /// <summary>[no unit, ≥ 1] φ: repeated events of the same person or household make chance φ times as large.</summary>
    public double Overdispersion { get; init; } = 1;

    /// <summary>How the published figures were rounded.</summary>
    public FigureRounding Rounding { get; init; }

    /// <summary>Describe what happened and leave chance out: every variance is 0. Off by default, because the chance that made these events fall here, this year, is real also in a complete register.</summary>
    public bool Descriptive { get; init; }
}
