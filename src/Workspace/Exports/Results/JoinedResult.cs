// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Workspace.Exports.Results;

/// <summary>What became of a result that was joined to the areas.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Sha256">Lower-case hex of its bytes.</param>
/// <param name="Method">How it was made.</param>
/// <param name="Matched">Per level, the areas that were found.</param>
/// <param name="Unmatched">Areas of the result that are not among those exported.</param>
/// <param name="Withheld">Columns that were withheld because the file is for publication.</param>
public sealed record JoinedResult(
    string Path, string Sha256, string Method, IReadOnlyDictionary<string, int> Matched, IReadOnlyList<string> Unmatched, IReadOnlyList<string> Withheld);
