// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.History;
using Schakel.Workspace.Signals;

namespace Schakel.Workspace.Residents;

/// <summary>What residents start themselves, at any scale. Public by consent; the contact goes a year after the end.</summary>
public sealed class Initiative : Living<InvitationState>
{
    private Initiative()
    {
    }

    public string Title { get; private set; } = "";

    public string Text { get; private set; } = "";

    /// <summary>Place name, street or area, as the initiators call it.</summary>
    public string Place { get; private set; } = "";

    /// <summary>Sealed.</summary>
    public byte[]? Contact { get; private set; }

    public bool IsPublic { get; private set; }

    /// <summary>On public pages only with consent, and after a colleague read it and let it.</summary>
    public bool IsSeen => IsPublic && State != InvitationState.Draft;

    public DateTimeOffset? EndedAt { get; private set; }

    protected override Life<InvitationState> Life => Lives.Initiative;

    public static Outcome<Initiative> Start(string title, string text, string place, string contact, bool mayBePublic, ContactSeal seal, Act act)
    {
        if (Words.Missing(("title", title), ("initiative", text), ("place", place), ("contact", contact)) is { } missing)
            return missing;

        var initiative = new Initiative { Title = title.Trim(), Text = text.Trim(), Place = place.Trim(), IsPublic = mayBePublic };
        initiative.BeginAs(InvitationState.Draft, "", act);
        initiative.Contact = seal.Seal(initiative.Id, contact.Trim());
        return initiative;
    }

    public Outcome<HistoryEntry> MoveTo(InvitationState state, string because, Act act)
    {
        if (!Move(state, because, act).TryGet(out var moved, out var reason))
            return reason;

        EndedAt = state == InvitationState.Ended ? act.At : null;
        return moved;
    }

    internal void EraseContact() => Contact = null;
}
