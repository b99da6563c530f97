// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Displacement;
using Schakel.Voorbeeldstad.Events;

namespace Schakel.Voorbeeldstad.Tests.Recovery;

/// <summary>Two measures, counted again from the days and places that were registered.</summary>
internal static class WaterbedTruths
{
    internal static IEnumerable<PlantedTruth> All =>
    [
        new("containers: 200 fewer inside, 160 more one street on", town => Sizes(town, town.Containers)),
        new("containers: four fifths moved, and it is shown", Moved),
        new("square: 129 fewer inside", town => Sizes(town, town.Square)),
        new("square: a shift of 27 could not be seen", Unseen),
    ];

    internal static DisplacementMeasurement Measure(IReadOnlyList<int> counts)
    {
        Assert.True(DisplacementCounts.FromPairs([.. counts.Select(count => (double)count)]).TryGet(out var pairs, out _));
        return DisplacementDifference.Compute(pairs);
    }

    private static string? Sizes(TownOfSeed town, Registration registration)
    {
        var (found, planted) = (Measure(registration.Counts(town.Figures.Cells)), registration.Waterbed.Truth);
        return PlantedTruth.Unless(
            found.Verdict.Local == "reduction" && found.Local.Estimate == planted.Local && found.Ring!.Estimate == planted.Ring,
            $"{found.Verdict.Local} {found.Local.Estimate} {found.Ring?.Estimate}");
    }

    private static string? Moved(TownOfSeed town)
    {
        var found = Measure(town.Containers.Counts(town.Figures.Cells));
        return PlantedTruth.Unless(
            found.Verdict.Ring == "displacement" && Math.Abs(found.Ratios.Displacement.Estimate.Value!.Value - 0.8) < 1e-9,
            $"{found.Verdict.Ring} {found.Ratios.Displacement.Estimate.Value}");
    }

    private static string? Unseen(TownOfSeed town)
    {
        var found = Measure(town.Square.Counts(town.Figures.Cells));
        return PlantedTruth.Unless(found.Verdict.Ring == "not-shown" && found.Mde.Ring.Value > 27, $"{found.Verdict.Ring}, smallest {found.Mde.Ring.Value}");
    }
}
