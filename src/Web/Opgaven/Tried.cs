// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.Storage;

namespace Schakel.Web.Opgaven;

/// <summary>A form that was refused: which one, what was typed in it, and why. The page comes back with all of it.</summary>
/// <param name="Deed">The address of the form below the page.</param>
/// <param name="Values">What was typed.</param>
/// <param name="Reason">Why it was refused.</param>
public sealed record Tried(string Deed, IReadOnlyDictionary<string, string> Values, Reason Reason)
{
    /// <summary>What was typed in a field of this form, else what stands there.</summary>
    internal static string? Value(Tried? tried, string deed, string name, string? otherwise = null) =>
        tried is not null && tried.Deed == deed ? tried.Values.GetValueOrDefault(name) : otherwise;

    /// <summary>The version a form is filled in on; after a conflict the one that won, so that sending again is a choice.</summary>
    internal static int Seen(Tried? tried, string deed, int version) =>
        tried is { Reason: Conflict conflict } && tried.Deed == deed ? conflict.CurrentVersion : version;
}
