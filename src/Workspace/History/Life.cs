// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Workspace.History;

/// <summary>Which state may follow which.</summary>
public sealed class Life<TState>(string kind, Dictionary<TState, TState[]> next)
    where TState : struct, Enum
{
    public string Kind => kind;

    public bool Allows(TState from, TState to) => next.TryGetValue(from, out var possible) && possible.Contains(to);

    public IReadOnlyList<TState> After(TState from) => next.GetValueOrDefault(from, []);
}
