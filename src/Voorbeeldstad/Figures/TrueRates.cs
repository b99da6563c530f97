// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Voorbeeldstad.Figures;

/// <summary>What a figure really is in each unit, before chance makes cases of it.</summary>
/// <param name="Planted">Indicator, mean and variance per level.</param>
/// <param name="Codes">Units of the finest level.</param>
/// <param name="Rates">[rate] one a unit, above 0.</param>
/// <param name="Effects">[rate] per level, finest first: the effect of every group, by its code.</param>
/// <param name="Explained">[rate] one a unit: the part that goes with who lives there.</param>
internal sealed record TrueRates(
    PlantedProfile Planted, string[] Codes, double[] Rates, IReadOnlyList<IReadOnlyDictionary<string, double>> Effects, double[] Explained);
