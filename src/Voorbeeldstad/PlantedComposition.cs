// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Voorbeeldstad;

/// <summary>A group of households, with its rate everywhere.</summary>
/// <param name="Name">As StatLine calls it.</param>
/// <param name="Share">[0..1] of the households of the country.</param>
/// <param name="Rate">[rate] of the indicator.</param>
public sealed record PlantedStratum(string Name, double Share, double Rate);

/// <summary>The part of the differences that goes with who lives where.</summary>
/// <param name="Indicator">Indicator id.</param>
/// <param name="Share">[0..1] planted, of the variance at each level.</param>
/// <param name="ShareOfBuurten">[0..1] what that makes of the differences between buurten, weighed by households.</param>
/// <param name="Strata">Groups of households.</param>
public sealed record PlantedComposition(string Indicator, double Share, double ShareOfBuurten, IReadOnlyList<PlantedStratum> Strata);
