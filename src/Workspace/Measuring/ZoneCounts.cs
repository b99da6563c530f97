// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Displacement;
using Schakel.Workspace.Storage;

namespace Schakel.Workspace.Measuring;

/// <summary>What was counted in the four zones in one period.</summary>
/// <param name="Treated">[events] where something is done.</param>
/// <param name="Ring">[events] around it.</param>
/// <param name="Control">[events] in what the treated areas are compared with.</param>
/// <param name="RingControl">[events] in what the ring is compared with.</param>
public sealed record ZoneCounts(double Treated, double Ring, double Control, double RingControl) : IWrittenAsJson
{
    internal bool IsUsable => new[] { Treated, Ring, Control, RingControl }.All(count => double.IsFinite(count) && count >= 0);
}

/// <summary>Everything a measurement is computed from, so that it can be computed again.</summary>
/// <param name="Before">Counts before.</param>
/// <param name="After">Counts after.</param>
/// <param name="Lengths">Length of the period before over that of the one after.</param>
/// <param name="Overdispersion">[≥ 1] from earlier years of the control areas; null = not known.</param>
/// <param name="Earlier">[events] in the treated areas in periods before, oldest first; empty = not known.</param>
public sealed record MeasuredCounts(ZoneCounts Before, ZoneCounts After, double Lengths, double? Overdispersion, IReadOnlyList<double> Earlier) : IWrittenAsJson
{
    public DisplacementMeasurement Compute() => DisplacementDifference.Compute(
        new DisplacementCounts(
            new(Before.Treated, After.Treated), new(Before.Control, After.Control), new(Before.Ring, After.Ring), new(Before.RingControl, After.RingControl)),
        new DisplacementOptions { Overdispersion = Overdispersion, TimeWeights = new TimeWeights(Lengths, 1), EarlierTreated = Earlier });
}
