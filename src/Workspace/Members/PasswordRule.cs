// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;

namespace Schakel.Workspace.Members;

/// <summary>Long, and not what anybody would guess first. No rules about signs: they make passwords worse.</summary>
public static class PasswordRule
{
    public const int Shortest = 12, Longest = 200;

    private const int DifferentSigns = 5;

    public static Reason? Check(string? password, string signInName)
    {
        if (password is null || password.Length < Shortest)
            return new Reason("password-too-short", $"Choose at least {Shortest} characters.") { Arguments = [Shortest] };
        if (password.Length > Longest || password.Distinct().Count() < DifferentSigns
            || password.Contains(signInName.Split('@')[0], StringComparison.OrdinalIgnoreCase) || password.Contains("schakel", StringComparison.OrdinalIgnoreCase)
            || IsRow(password))
            return new Reason("password-too-easy", "This password is easy to guess. Choose a few words that do not belong together.");
        return null;
    }

    // 123456789012, abcdefghijkl: each sign is the next of the one before.
    private static bool IsRow(string password) =>
        password.Zip(password.Skip(1)).Count(pair => Math.Abs(pair.Second - pair.First) is 1 or 9 or 0) >= password.Length - 2;
}
