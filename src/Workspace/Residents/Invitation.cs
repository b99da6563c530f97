// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.History;

namespace Schakel.Workspace.Residents;

public enum InvitationState
{
    Draft,
    Open,
    Underway,
    Ended,
}

/// <summary>A creative challenge to residents, from the municipality or its partners.</summary>
public sealed class Invitation : Living<InvitationState>
{
    private Invitation()
    {
    }

    public Guid? OpgaveId { get; private set; }

    public string Title { get; private set; } = "";

    public string Text { get; private set; } = "";

    /// <summary>On public pages once it is open.</summary>
    public bool IsSeen => State != InvitationState.Draft;

    protected override Life<InvitationState> Life => Lives.Invitation;

    protected override Guid? InStoryOf => OpgaveId;

    public static Outcome<Invitation> Draft(string title, string text, Guid? opgave, Act act)
    {
        if (Words.Missing(("title", title), ("invitation", text)) is { } missing)
            return missing;

        var invitation = new Invitation { Title = title.Trim(), Text = text.Trim(), OpgaveId = opgave };
        invitation.BeginAs(InvitationState.Draft, invitation.Title, act);
        return invitation;
    }

    public Outcome<HistoryEntry> MoveTo(InvitationState state, string because, Act act) => Move(state, because, act);
}
