// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Advice;

/// <summary>Who may decide at a level, seen from the municipality and partners at the table. From strong to weak.</summary>
public enum Authority
{
    /// <summary>The table can decide.</summary>
    Own,

    /// <summary>Others must agree.</summary>
    Shared,

    /// <summary>The table can only ask.</summary>
    None,
}

/// <summary>How a lever works. From direct to indirect.</summary>
public enum LeverKind
{
    /// <summary>Acts on the cause.</summary>
    Direct,

    /// <summary>Acts on a part of it.</summary>
    Partial,

    /// <summary>Creates conditions.</summary>
    Enabling,

    /// <summary>Finds people or demand.</summary>
    Detect,
}

/// <summary>What several people together say about authority and kind.</summary>
public static class RaterAgreement
{
    /// <summary>The authority that most raters see; a tie goes to the weaker one.</summary>
    /// <param name="answers">At least one.</param>
    /// <returns>The answer, and whether all agreed.</returns>
    public static (Authority Answer, bool Unanimous) On(IReadOnlyList<Authority> answers) => MostGiven(answers);

    /// <summary>The kind that most raters see; a tie goes to the more indirect one.</summary>
    /// <param name="answers">At least one.</param>
    /// <returns>The answer, and whether all agreed.</returns>
    public static (LeverKind Answer, bool Unanimous) On(IReadOnlyList<LeverKind> answers) => MostGiven(answers);

    // Both lists run from strong to weak, so that the later of two equals is the careful one.
    private static (T Answer, bool Unanimous) MostGiven<T>(IReadOnlyList<T> answers)
        where T : struct, Enum
    {
        ArgumentOutOfRangeException.ThrowIfZero(answers.Count);
        var groups = answers.GroupBy(answer => answer).ToArray();
        return (groups.OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).First().Key, groups.Length == 1);
    }
}
