// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Catalogue.Areas;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Indicators;
using Schakel.Catalogue.Storage;

namespace Schakel.Workspace.Studies;

/// <summary>The units of one level with one figure in one year: what every analysis on a catalogue starts from.</summary>
/// <param name="Indicator">What the figures mean.</param>
/// <param name="Year">Year of the figures.</param>
/// <param name="Level">The level of the units.</param>
/// <param name="Layer">All areas of that level, also those outside the place.</param>
/// <param name="Places">Index in <paramref name="Layer"/> of each unit, rising.</param>
/// <param name="Values">[the indicator's unit: counts, fractions or means] one a unit; NaN where missing.</param>
/// <param name="Missing">Why a value is missing.</param>
/// <param name="Denominators">[persons, households, …] one a unit, NaN where unknown; empty when the indicator has none.</param>
/// <param name="DenominatorsMissing">Why a denominator is missing; empty when the indicator has none.</param>
/// <param name="Notes">Doubts about the choice of figures: another year, summed from finer areas.</param>
public sealed record CatalogueUnits(
    Indicator Indicator, int Year, Level Level, AreaLayer Layer, int[] Places, double[] Values, MissingReason[] Missing,
    double[] Denominators, MissingReason[] DenominatorsMissing, IReadOnlyList<Warning> Notes)
{
    /// <summary>Number of units.</summary>
    public int Count => Places.Length;

    /// <summary>Whether the figures stand for cases out of a known number.</summary>
    public bool HasDenominators => Denominators.Length > 0;

    /// <summary>Codes of the units, sorted (ordinal).</summary>
    public string[] Codes => Array.ConvertAll(Places, place => Layer.Codes[place]);

    /// <summary>Whether a unit takes part: it has a figure and, where the figure needs one, people behind it.</summary>
    /// <param name="unit">0-based index.</param>
    /// <returns>True when it does.</returns>
    public bool IsUsable(int unit) => WhyMissing(unit) == MissingReason.Present;

    /// <summary>Why a unit does not take part. Nobody to count among is <see cref="MissingReason.Nil"/>.</summary>
    /// <param name="unit">0-based index.</param>
    /// <returns><see cref="MissingReason.Present"/> when it does take part.</returns>
    public MissingReason WhyMissing(int unit)
    {
        if (Missing[unit] != MissingReason.Present)
            return Missing[unit];
        if (!HasDenominators)
            return MissingReason.Present;
        if (DenominatorsMissing[unit] != MissingReason.Present)
            return DenominatorsMissing[unit];
        return Denominators[unit] > 0 ? MissingReason.Present : MissingReason.Nil;
    }

    /// <summary>The rate of a usable unit: cases per head, share, or mean.</summary>
    /// <param name="unit">0-based index.</param>
    /// <returns>[rate] a fraction, or the mean in its own unit.</returns>
    public double Rate(int unit) => Indicator.Kind == IndicatorKind.Count ? Values[unit] / Denominators[unit] : Values[unit];

    /// <summary>The number of cases of a usable unit.</summary>
    /// <param name="unit">0-based index.</param>
    /// <returns>[cases] a count; for a share, share × denominator (not rounded).</returns>
    public double Cases(int unit) => Indicator.Kind == IndicatorKind.Count ? Values[unit] : Values[unit] * Denominators[unit];

    /// <summary>The parent of each unit at a coarser level.</summary>
    /// <param name="catalogue">Where the units came from.</param>
    /// <param name="level">Level id.</param>
    /// <returns>Codes, null where unknown; null when nothing at all is known about that level.</returns>
    public string?[]? ParentsAt(CatalogueFolder catalogue, string level) =>
        CatalogueAreas.ParentsOf(catalogue, Layer, level) is { } parents ? Array.ConvertAll(Places, place => parents[place]) : null;

    /// <summary>Gathers the units of a question at one level.</summary>
    /// <param name="catalogue">Where the figures are.</param>
    /// <param name="question">Indicator, year and place.</param>
    /// <param name="level">Level id; null = the finest with enough usable units.</param>
    /// <returns>The units, or <c>no-such-indicator</c>, <c>no-such-level</c>, <c>no-such-place</c>, <c>no-values</c>, <c>no-denominator</c>.</returns>
    public static Outcome<CatalogueUnits> Gather(CatalogueFolder catalogue, StudyQuestion question, string? level = null) =>
        new UnitGathering(catalogue, question).Gather(level);
}
