// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Displacement;

/// <summary>Size of each area, in any unit they share (residents, streets, km²): each count is divided by it.</summary>
/// <param name="Treated">Above 0.</param>
/// <param name="Control">Above 0.</param>
/// <param name="Ring">Above 0.</param>
/// <param name="RingControl">Above 0.</param>
public sealed record AreaWeights(double Treated, double Control, double Ring = 1, double RingControl = 1);

/// <summary>Length of each period, in any unit they share: each count is divided by it.</summary>
/// <param name="Before">Above 0.</param>
/// <param name="After">Above 0.</param>
public sealed record TimeWeights(double Before, double After);

/// <summary>How a waterbed is measured.</summary>
public sealed record DisplacementOptions
{
    /// <summary>[no unit, ≥ 1] how much more the counts vary than chance alone would give (one reporter, series of events); null = unknown.</summary>
    public double? Overdispersion { get; init; }

    /// <summary>Sizes of the areas; all 1 by default.</summary>
    public AreaWeights AreaWeights { get; init; } = new(1, 1);

    /// <summary>Lengths of the periods; both 1 by default.</summary>
    public TimeWeights TimeWeights { get; init; } = new(1, 1);

    /// <summary>[events] counts of the treated area in periods before the pre-period, as long as it; for the check on regression to the mean.</summary>
    public IReadOnlyList<double> EarlierTreated { get; init; } = [];

    internal void Check()
    {
        if (Overdispersion is { } phi && !(double.IsFinite(phi) && phi >= 1))
            throw new ArgumentException(FormattableString.Invariant($"Overdispersion is 1 or more, not {phi}."));
        Require.Positive([AreaWeights.Treated, AreaWeights.Control, AreaWeights.Ring, AreaWeights.RingControl, TimeWeights.Before, TimeWeights.After], "weights");
        Require.Finite([AreaWeights.Treated, AreaWeights.Control, AreaWeights.Ring, AreaWeights.RingControl, TimeWeights.Before, TimeWeights.After], "weights");
        Require.NotNegative([.. EarlierTreated], nameof(EarlierTreated));
    }
}
