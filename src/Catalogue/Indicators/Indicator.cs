// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Catalogue.Indicators;

/// <summary>What kind of figure an indicator is; it decides how chance is modelled.</summary>
public enum IndicatorKind
{
    /// <summary>Number of people, dwellings or things: context and denominators.</summary>
    Amount,

    /// <summary>Events or cases per head of a denominator; stored as counts.</summary>
    Count,

    /// <summary>Share of a denominator, stored as a fraction 0..1.</summary>
    Proportion,

    /// <summary>A mean or score in its own unit; sampling variance unknown.</summary>
    Mean,

    /// <summary>A proportion estimated by the source's own model: no composition analysis, chance already smoothed.</summary>
    Modelled,
}

/// <summary>Whether more of something is better. A property of the subject, never a mark for a place.</summary>
public enum IndicatorDirection
{
    /// <summary>Nobody said so.</summary>
    NotStated,

    /// <summary>More is better.</summary>
    HigherIsBetter,

    /// <summary>Less is better.</summary>
    LowerIsBetter,

    /// <summary>Neither: it is a description.</summary>
    None,
}

/// <summary>What a column of figures means.</summary>
/// <param name="Id">Stable id, snake_case, the same over years and sources.</param>
/// <param name="Column">Column as in the file, trimmed (of the newest source).</param>
/// <param name="TitleNl">Dutch title, in a sentence: "fietsdiefstallen".</param>
/// <param name="TitleEn">English title.</param>
/// <param name="Unit">For example <c>per 1.000 inwoners</c>, <c>%</c>, <c>× € 1.000</c>, <c>personen</c>.</param>
/// <param name="Kind">How chance is modelled.</param>
/// <param name="Denominator">Id of the indicator that holds the denominator (<c>aantal_inwoners</c>, <c>huishoudens</c>, …); null when none.</param>
/// <param name="Source">Attribution text.</param>
/// <param name="Licence">Licence text.</param>
/// <param name="Recognised">False: no known meaning; imported under its own name.</param>
public sealed record Indicator(
    string Id, string Column, string TitleNl, string TitleEn, string Unit, IndicatorKind Kind, string? Denominator,
    string Source, string Licence, bool Recognised)
{
    /// <summary>Whether more is better, where somebody said so.</summary>
    public IndicatorDirection Direction { get; init; }

    /// <summary>Years with values, rising.</summary>
    public IReadOnlyList<int> Years { get; init; } = [];

    /// <summary>Per level id, the number of values present (over all years).</summary>
    public IReadOnlyDictionary<string, int> Values { get; init; } = new Dictionary<string, int>();
}

/// <summary>The values of one indicator at one level in one year, in the order of <see cref="Areas.AreaLayer.Codes"/> of that level.</summary>
/// <param name="Codes">Area codes, sorted.</param>
/// <param name="Values">In the indicator's unit: counts, fractions or means; NaN where missing.</param>
/// <param name="Missing">Why.</param>
public sealed record IndicatorValues(string[] Codes, double[] Values, Columns.MissingReason[] Missing);
