// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Workspace.Members;

namespace Schakel.Workspace.History;

/// <summary>Who does something, and when.</summary>
public sealed record Act(Actor By, DateTimeOffset At)
{
    /// <summary>Where ids come from; the demo town gives its own, so that the same seed makes the same bytes.</summary>
    public Func<Guid>? Ids { get; init; }

    internal Guid NewId() => Ids?.Invoke() ?? Guid.CreateVersion7(At);
}
