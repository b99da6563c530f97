// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Workspace.History;

/// <summary>One line of the story: who, when, what, from, to, because. Nothing changes it but the eraser.</summary>
public sealed class HistoryEntry
{
    internal HistoryEntry(
        Guid tenant, string kind, Guid subject, Guid? opgave, string what, string? from, string? to, string because, Guid? by, DateTimeOffset at)
    {
        (Tenant, Kind, Subject, Opgave) = (tenant, kind, subject, opgave);
        (What, From, To, Because, By, At) = (what, from, to, because, by, at);
    }

    private HistoryEntry()
    {
    }

    /// <summary>The order in which it was written down.</summary>
    public long Number { get; private set; }

    public Guid Tenant { get; private set; }

    public string Kind { get; private set; } = "";

    public Guid Subject { get; private set; }

    public Guid? Opgave { get; private set; }

    /// <summary><c>state</c>, <c>role</c>, <c>overruling</c>, <c>link</c>, <c>seat</c>, …</summary>
    public string What { get; private set; } = "";

    public string? From { get; private set; }

    public string? To { get; private set; }

    public string Because { get; private set; } = "";

    /// <summary>Who; read as a name or a function with the story, and never a way to select (no index, no query).</summary>
    public Guid? By { get; private set; }

    public DateTimeOffset At { get; private set; }
}
