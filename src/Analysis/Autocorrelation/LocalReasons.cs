// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Autocorrelation;

/// <summary>Why a single area has no figure.</summary>
internal static class LocalReasons
{
    internal static Reason Island { get; } = new("no-neighbours", "This area has no neighbour.");

    internal static Reason Fixed { get; } = new("no-variance", "With these neighbours every draw gives the same surroundings.");

    internal static Reason FeatureAbsent { get; } = new("feature-absent", "This area does not have the feature, so that its neighbours are not counted.");

    private static Reason NotAsked { get; } = new("no-permutations", "No random draws were asked for.");

    /// <summary>The p of one area, or why it has none.</summary>
    internal static Figure P(double[]? p, int area) => p is null ? NotAsked : double.IsNaN(p[area]) ? Island : p[area];
}
