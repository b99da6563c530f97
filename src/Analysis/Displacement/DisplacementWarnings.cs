// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Displacement;

/// <summary>Doubts that come with a measured waterbed.</summary>
internal static class DisplacementWarnings
{
    internal static IReadOnlyList<Warning> Of(
        DisplacementCounts counts, DisplacementOptions options, DisplacementVerdict verdict, MinimumDetectable mde)
    {
        var warnings = new List<Warning>();
        if (verdict.Power != "adequate")
            warnings.Add(new Warning("low-power", FormattableString.Invariant(
                $"Only a change of {mde.Local:F0} or more could have been seen in the treated area, more than half of what was counted there before."))
            { Arguments = [mde.Local] });
        if (options.Overdispersion is null)
            warnings.Add(new Warning("phi-unknown", "How much these counts vary beyond chance is unknown; φ = 1 was assumed and φ = 2 is shown beside it."));
        if (PeakedBefore(counts.Treated.Before, options.EarlierTreated))
            warnings.Add(new Warning("regression-to-mean", "The treated area was at a peak just before; part of a fall would have come by itself. A longer period before would tell."));
        return warnings;
    }

    // More than one standard deviation above its own earlier periods (F.4); two periods are needed for a deviation.
    private static bool PeakedBefore(double before, IReadOnlyList<double> earlier)
    {
        if (earlier.Count < 2)
            return false;

        var mean = earlier.Average();
        var deviation = Math.Sqrt(earlier.Sum(count => (count - mean) * (count - mean)) / (earlier.Count - 1));
        return before - mean > deviation;
    }
}
