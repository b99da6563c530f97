// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Advice;

namespace Schakel.Workspace.Judgements;

/// <summary>Level → role, in both readings. They leave together or not at all: the difference is the conversation.</summary>
public sealed record Readings(IReadOnlyDictionary<string, ApproachRole> Precise, IReadOnlyDictionary<string, ApproachRole> Flexible)
{
    /// <summary>Whether a role at a level is what one of the two readings says.</summary>
    public bool Say(string level, ApproachRole role) =>
        Precise.GetValueOrDefault(level, ApproachRole.None) == role || Flexible.GetValueOrDefault(level, ApproachRole.None) == role;
}
