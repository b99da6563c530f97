// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Scale;

namespace Schakel.Analysis.Disclosure;

/// <summary>A figure that somebody wants to publish.</summary>
/// <param name="Id">Its code.</param>
/// <param name="Cases">[persons or events] ≥ 0.</param>
/// <param name="Population">[persons] denominator ≥ 0, or null when there is none.</param>
/// <param name="Respondents">[persons] it rests on, for a survey; or null.</param>
/// <param name="Parent">Code of the cell that this one is a part of; null at the top.</param>
/// <param name="Contributions">[any unit] one a contributor, for magnitudes of a few; or null.</param>
public sealed record PublicationCell(
    string Id, double Cases, double? Population = null, double? Respondents = null, string? Parent = null, IReadOnlyList<double>? Contributions = null);

/// <summary>A division of the finest cells that is published as well, such as a proposal of work areas.</summary>
/// <param name="Name">Its name; its areas are called <c>name:area</c>.</param>
/// <param name="AreaOf">Finest cell → area; cells that are in none are left out.</param>
public sealed record PublishedZoning(string Name, IReadOnlyDictionary<string, string> AreaOf);

/// <summary>What may be published; read the rules of the release for figures of others.</summary>
public sealed record PublicationRules
{
    /// <summary>Fewer cases than this (but more than 0) are withheld.</summary>
    public double LeastCases { get; init; } = 5;

    /// <summary>Differences between publications hold at least so many people.</summary>
    public double LeastPersons { get; init; } = 10;

    /// <summary>A figure rests on at least so many respondents.</summary>
    public double LeastRespondents { get; init; } = 10;

    /// <summary>In a smaller group "nobody" and "everybody" say something about each member.</summary>
    public double LeastGroup { get; init; } = 50;

    /// <summary>Proportions need a denominator of 20, other rates of 10.</summary>
    public RateKind Kind { get; init; } = RateKind.Proportion;

    /// <summary>Whether the figures were already rounded to five by their source.</summary>
    public bool IsRounded { get; init; }

    internal double LeastDenominator => Kind == RateKind.Proportion ? 20 : 10;
}

/// <summary>A figure that may not be published, and by which rule.</summary>
/// <param name="Id">Its code, or <c>zoning:area</c>.</param>
/// <param name="Reason"><c>minimum</c>, <c>group</c>, <c>dominance</c>, <c>p-rule</c> or <c>differencing</c>.</param>
public sealed record SuppressedCell(string Id, string Reason);

/// <summary>A figure that is safe by itself but would give another away.</summary>
/// <param name="Id">Its code.</param>
/// <param name="Protects">The codes that it would give away.</param>
public sealed record SecondaryCell(string Id, IReadOnlyList<string> Protects);

/// <summary>A figure as it may be shown.</summary>
/// <param name="Id">Its code, or <c>zoning:area</c>.</param>
/// <param name="Published">[cases] in fives; null when withheld.</param>
/// <param name="Rate">[0..1] in whole percents; null when withheld or without a denominator. Rounded input: as it is, with its interval.</param>
/// <param name="RateLow">[0..1] lower end of what it can be.</param>
/// <param name="RateHigh">Upper end.</param>
/// <param name="Dominance">Share of the largest contributor; null without contributions.</param>
/// <param name="PRule">(total − x₁ − x₂)/x₁; null without contributions.</param>
public sealed record PublishedFigure(string Id, double? Published, double? Rate, double? RateLow, double? RateHigh, double? Dominance, double? PRule);

/// <summary>What may leave the house.</summary>
/// <param name="Suppressed">Withheld by a rule of their own, by code.</param>
/// <param name="Secondary">Withheld to protect others, by code.</param>
/// <param name="Cells">Every figure, by code.</param>
/// <param name="IsSafe">Nothing had to be withheld.</param>
public sealed record PublicationResult(
    IReadOnlyList<SuppressedCell> Suppressed, IReadOnlyList<SecondaryCell> Secondary, IReadOnlyList<PublishedFigure> Cells, bool IsSafe);
