// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.Texts;

namespace Schakel.Workspace.History;

/// <summary>An item whose life is a row of the one table in <see cref="Lives"/>.</summary>
public abstract class Living<TState> : Item
    where TState : struct, Enum
{
    public TState State { get; private set; }

    protected abstract Life<TState> Life { get; }

    protected sealed override string Kind => Life.Kind;

    /// <summary>Moves on: only along the table, always with a reason, and never without a line in the history.</summary>
    protected Outcome<HistoryEntry> Move(TState to, string because, Act act)
    {
        if (CannotMove(to, because) is { } refusal)
            return refusal;

        var from = State;
        State = to;
        return Tell("state", Words.Of(from), Words.Of(to), because.Trim(), act);
    }

    protected Reason? CannotMove(TState to, string because) =>
        !Life.Allows(State, to)
            ? new Reason("move-not-possible", $"What is {Words.Of(State)} cannot become {Words.Of(to)}.") { Arguments = [Term(State), Term(to)] }
            : string.IsNullOrWhiteSpace(because)
                ? new Reason("move-needs-reason", "Say why this moves on.")
                : Words.TooLong("because", because);

    protected void BeginAs(TState state, string because, Act act)
    {
        Begin(act);
        State = state;
        Tell("state", null, Words.Of(state), because, act);
    }

    private static Term Term(TState state) => new($"state.{Words.Of(state)}");
}
