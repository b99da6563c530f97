// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.History;
using Schakel.Workspace.Members;
using Schakel.Workspace.Storage;

namespace Schakel.Workspace.Peers;

public enum PeerGroupState
{
    Forming,
    Meeting,
    Ended,
}

/// <summary>Intervisie: colleagues who learn from one another.</summary>
public sealed class PeerGroup : Living<PeerGroupState>
{
    private PeerGroup()
    {
    }

    public string Name { get; private set; } = "";

    public IdList Members { get; private set; } = IdList.None;

    protected override Life<PeerGroupState> Life => Lives.PeerGroup;

    public override Standing StandingOf(Actor actor) => actor.Member is { } member && Members.Ids.Contains(member) ? Standing.Member : Standing.None;

    public static Outcome<PeerGroup> Form(string name, IReadOnlyList<Guid> members, Act act)
    {
        if (Words.Missing(("name", name)) is { } missing)
            return missing;

        var group = new PeerGroup { Name = name.Trim(), Members = new IdList([.. members.Distinct()]) };
        group.BeginAs(PeerGroupState.Forming, group.Name, act);
        return group;
    }

    /// <summary>Somebody joins; the story says that, and who it was is with the group.</summary>
    public Outcome<HistoryEntry> Join(Guid member, Act act)
    {
        if (State == PeerGroupState.Ended)
            return new Reason("already-ended", "This has ended already.");
        if (Members.Ids.Contains(member))
            return new Reason("member-already", "This colleague is a member already.");

        Members = new IdList([.. Members.Ids, member]);
        return Tell("member", null, "joined", "", act);
    }

    public Outcome<HistoryEntry> Leave(Guid member, Act act)
    {
        if (!Members.Ids.Contains(member))
            return new Reason("no-member", "You are no member of this group.");

        Members = new IdList([.. Members.Ids.Where(id => id != member)]);
        return Tell("member", "joined", null, "", act);
    }

    public Outcome<HistoryEntry> MoveTo(PeerGroupState state, string because, Act act) => Move(state, because, act);
}

/// <summary>What a group wrote down, for its members alone. It names no author.</summary>
public sealed class PeerNote : Item
{
    private PeerNote()
    {
    }

    public Guid GroupId { get; private set; }

    public string Text { get; private set; } = "";

    protected override string Kind => "peerNote";

    public static Outcome<PeerNote> Write(PeerGroup group, string text, Act act)
    {
        if (Words.Missing(("note", text)) is { } missing)
            return missing;

        var note = new PeerNote { GroupId = group.Id, Text = text.Trim() };
        note.Begin(act);
        return note;
    }
}
