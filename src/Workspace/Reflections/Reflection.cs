// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.History;
using Schakel.Workspace.Members;

namespace Schakel.Workspace.Reflections;

public enum ReflectionState
{
    Private,
    Shared,
}

/// <summary>What somebody learned, for themselves until they share it. No number, no score.</summary>
public sealed class Reflection : Living<ReflectionState>
{
    private Reflection()
    {
    }

    /// <summary>Null once erased.</summary>
    public Guid? Author { get; private set; }

    public Guid? OpgaveId { get; private set; }

    public string Text { get; private set; } = "";

    protected override Life<ReflectionState> Life => Lives.Reflection;

    // A private reflection has no place in a story that others read.
    protected override Guid? InStoryOf => null;

    public override Standing StandingOf(Actor actor) => IsBy(actor) ? Standing.Author : Standing.None;

    public static Outcome<Reflection> Write(string text, Guid? opgave, Act act)
    {
        if (Words.Missing(("reflection", text)) is { } missing)
            return missing;

        var reflection = new Reflection { Author = act.By.Member, OpgaveId = opgave, Text = text.Trim() };
        reflection.Begin(act);
        return reflection;
    }

    /// <summary>Whether somebody may read it, also by its address.</summary>
    public bool IsFor(Actor reader) => State == ReflectionState.Shared || IsBy(reader);

    public Outcome<HistoryEntry> Share(Act act) => ByAuthor(ReflectionState.Shared, act);

    public Outcome<HistoryEntry> TakeBack(Act act) => ByAuthor(ReflectionState.Private, act);

    internal void Erase() => (Author, Text) = (null, "");

    private bool IsBy(Actor actor) => actor.Member is { } member && member == Author;

    private Outcome<HistoryEntry> ByAuthor(ReflectionState state, Act act) => IsBy(act.By)
        ? Move(state, "own wish", act)
        : new Reason("reflection-of-another", "Only who wrote a reflection shares it or takes it back.");
}
