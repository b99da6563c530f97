// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Cli.Settings;

/// <summary>The options that all spatial statistics share, in the order of the manual.</summary>
internal static class SpatialSettings
{
    /// <summary>Statistics with one answer for the whole map.</summary>
    internal static ISetting[] Global(SharedSettings shared) =>
        [.. shared.Units.All, .. shared.Catalogue.All, .. shared.Figures.All, .. shared.Graph.All, shared.Chance.Permutations];

    /// <summary>Statistics with an answer for each area.</summary>
    internal static ISetting[] Local(SharedSettings shared) => [.. Global(shared), shared.Chance.Sequential, shared.Chance.Draws, shared.Chance.Fdr];
}
