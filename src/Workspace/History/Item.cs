// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Workspace.Members;

namespace Schakel.Workspace.History;

/// <summary>The bones that everything people make here has: an id, a municipality, a version, and what is to be told about it.</summary>
public abstract class Item
{
    private readonly List<HistoryEntry> told = [];

    public Guid Id { get; private set; }

    /// <summary>The municipality it belongs to.</summary>
    public Guid Tenant { get; private set; }

    /// <summary>Rises with every change, so that the second of two who save sees that there was a first.</summary>
    public int Version { get; private set; } = 1;

    public DateTimeOffset Since { get; private set; }

    internal IReadOnlyList<HistoryEntry> Told => told;

    /// <summary>How somebody stands to this item: author, addressee, member.</summary>
    public virtual Standing StandingOf(Actor actor) => Standing.None;

    /// <summary>The word for it in the history: <c>opgave</c>, <c>handover</c>.</summary>
    protected abstract string Kind { get; }

    /// <summary>The opgave in whose story it is told.</summary>
    protected virtual Guid? InStoryOf => null;

    protected void Begin(Act act)
    {
        Id = act.NewId();
        Tenant = act.By.Tenant;
        Since = act.At;
    }

    protected HistoryEntry Tell(string what, string? from, string? to, string because, Act act)
    {
        var entry = new HistoryEntry(Tenant, Kind, Id, InStoryOf, what, from, to, because, act.By.Member, act.At);
        told.Add(entry);
        return entry;
    }

    internal void NextVersion() => Version++;

    internal void WasSaved() => told.Clear();
}
