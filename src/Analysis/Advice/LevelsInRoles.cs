// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Advice;

/// <summary>A level with its role.</summary>
/// <param name="Level">Level id.</param>
/// <param name="Role">What it does.</param>
public sealed record LevelInRole(string Level, ApproachRole Role);

/// <summary>Levels with their roles, as an argument of a sentence: a translation says them in its own words.</summary>
/// <param name="Levels">From fine to coarse; empty when no level has a role.</param>
public sealed record LevelsInRoles(IReadOnlyList<LevelInRole> Levels)
{
    /// <summary>In English, with the fixed words of the command line.</summary>
    /// <returns>"buurt: findingPlace, wijk: partial", or "none".</returns>
    public override string ToString() => Levels.Count == 0
        ? "none"
        : string.Join(", ", Levels.Select(entry => $"{entry.Level}: {Word(entry.Role)}"));

    /// <summary>The fixed word of a role.</summary>
    /// <param name="role">The role.</param>
    /// <returns>camelCase, as in the command line and the API.</returns>
    public static string Word(ApproachRole role) => char.ToLowerInvariant(role.ToString()[0]) + role.ToString()[1..];
}
