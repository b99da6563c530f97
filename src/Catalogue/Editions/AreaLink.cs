// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Catalogue.Editions;

/// <summary>How it is known that areas changed, and how much of one went to another.</summary>
public enum ChangeBasis
{
    /// <summary>A table that says which code became which, with shares.</summary>
    Crosswalk,

    /// <summary>Two maps laid over each other, weighed by the people in 100 m squares.</summary>
    People,

    /// <summary>Two maps laid over each other, weighed by surface, for nobody is known to live there: a guess where people live unevenly.</summary>
    Surface,

    /// <summary>The source itself marks the area as changed (CBS: indelingswijziging), and does not say how.</summary>
    Stated,

    /// <summary>Codes went and others came between two tables, and nothing tells which became which.</summary>
    Codes,
}

/// <summary>What an area of one year is in a later year.</summary>
/// <param name="Level">Level of both.</param>
/// <param name="FromYear">Last year in which the code before is known to hold.</param>
/// <param name="ToYear">First year in which the code after is known to hold.</param>
/// <param name="Before">Code before; null when it is not known what <paramref name="After"/> was.</param>
/// <param name="After">Code after; null when it is not known what became of <paramref name="Before"/>.</param>
/// <param name="Share">[0..1] part of the area before that went to the area after; NaN when unknown.</param>
/// <param name="Back">[0..1] part of the area after that came from the area before; NaN when unknown.</param>
/// <param name="Basis">How it is known.</param>
public sealed record AreaLink(string Level, int FromYear, int ToYear, string? Before, string? After, double Share, double Back, ChangeBasis Basis);
