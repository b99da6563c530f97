// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Voorbeeldstad;

/// <summary>A wijk where more is wrong than is reported.</summary>
/// <param name="Wijk">Code.</param>
/// <param name="Name">Name.</param>
/// <param name="Inspected">How many times the rate of elsewhere inspectors find.</param>
/// <param name="Reported">How many times the rate of elsewhere is reported.</param>
public sealed record PlantedSilence(string Wijk, string Name, double Inspected, double Reported);

/// <summary>Reports that lie together in place and time, many of them by one reporter.</summary>
/// <param name="Buurt">Code.</param>
/// <param name="Cell">Code of the square.</param>
/// <param name="Category">What they are about.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Reports">How many.</param>
/// <param name="Reporter">Pseudonym of the one.</param>
/// <param name="OfOneReporter">How many of them by the one.</param>
public sealed record PlantedReporter(string Buurt, string Cell, string Category, DateOnly From, DateOnly To, int Reports, string Reporter, int OfOneReporter);
