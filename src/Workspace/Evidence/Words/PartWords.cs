// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Workspace.Evidence.Words;

/// <summary>One part of the evidence in plain words. What stands between * is what matters most.</summary>
/// <param name="Id">Stable name of the part: <c>profile</c>, <c>reach</c>, <c>borders</c>, …</param>
/// <param name="Title">The question it answers.</param>
/// <param name="Claims">What the figures say.</param>
/// <param name="Unknown">What they do not say, and what would help.</param>
/// <param name="IsAnswered">Whether there is anything to draw.</param>
public sealed record PartWords(string Id, string Title, IReadOnlyList<string> Claims, IReadOnlyList<string> Unknown, bool IsAnswered);
