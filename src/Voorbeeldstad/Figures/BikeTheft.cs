// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Voorbeeldstad.Map;

namespace Schakel.Voorbeeldstad.Figures;

/// <summary>Bicycle theft: the same rate everywhere, but two and a half times that around the station on the border. Exact counts, without chance.</summary>
internal static class BikeTheft
{
    internal const string Indicator = "fietsdiefstal";

    internal const double RelativeRisk = 2.5;

    /// <summary>[rate] thefts per resident, from 2019.</summary>
    private static readonly double[] rates = [0.006, 0.006, 0.005, 0.004, 0.005, 0.005];

    private static readonly string[] aroundStation = ["Grenspoort", "Tolhuis", "Halteplein", .. NeighbourPlan.BorderStation.Select(buurt => buurt.Name)];

    internal static bool IsAroundStation(Buurt buurt) => aroundStation.Contains(buurt.Name, StringComparer.Ordinal);

    internal static int Count(Buurt buurt, int year) => (int)Math.Round(
        buurt.Residents * rates[year - TownPlan.FirstYear] * (IsAroundStation(buurt) ? RelativeRisk : 1), MidpointRounding.AwayFromZero);
}
