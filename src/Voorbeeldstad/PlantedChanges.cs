// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Voorbeeldstad;

/// <summary>What changed between years without anything happening.</summary>
/// <param name="SplitYear">First year in which the buurt is two.</param>
/// <param name="SplitFrom">Code of the buurt before.</param>
/// <param name="SplitInto">Codes since.</param>
/// <param name="BreakIndicator">Indicator that is counted otherwise.</param>
/// <param name="BreakYear">First year of the new way.</param>
/// <param name="SeenBefore">[0..1] part that was counted before.</param>
public sealed record PlantedChanges(int SplitYear, string SplitFrom, IReadOnlyList<string> SplitInto, string BreakIndicator, int BreakYear, double SeenBefore);
