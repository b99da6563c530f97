// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;

namespace Schakel.Voorbeeldstad.Tests.Recovery;

/// <summary>One thing that was planted, and whether the methods of the product find it in a town, at their default settings.</summary>
/// <param name="Name">As in the table.</param>
/// <param name="Missed">What was found instead; null when it was found.</param>
internal sealed record PlantedTruth(string Name, Func<TownOfSeed, string?> Missed)
{
    internal static IReadOnlyList<PlantedTruth> All { get; } = [.. LevelTruths.All, .. WaterbedTruths.All, .. SignalTruths.All, .. BorderTruths.All];

    /// <summary>Null when it holds.</summary>
    internal static string? Unless(bool holds, FormattableString found) => holds ? null : found.ToString(CultureInfo.InvariantCulture);
}
