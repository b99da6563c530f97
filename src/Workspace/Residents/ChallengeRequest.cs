// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.History;
using Schakel.Workspace.Signals;

namespace Schakel.Workspace.Residents;

public enum ChallengeState
{
    Submitted,
    InConversation,
    Granted,
    PartlyGranted,
    Refused,
    Withdrawn,
}

/// <summary>Uitdaagrecht: residents ask to do a task of the municipality themselves. Decided only after a conversation, in words.</summary>
public sealed class ChallengeRequest : Living<ChallengeState>
{
    private ChallengeRequest()
    {
    }

    public Guid? TaskId { get; private set; }

    public string Title { get; private set; } = "";

    public string Text { get; private set; } = "";

    /// <summary>Sealed.</summary>
    public byte[]? Contact { get; private set; }

    /// <summary>Whether who asks agrees that everybody may read it.</summary>
    public bool MayBePublic { get; private set; }

    /// <summary>On public pages only with consent, and once a colleague let it.</summary>
    public bool IsPublic { get; private set; }

    public string? Decision { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    protected override Life<ChallengeState> Life => Lives.Challenge;

    public static Outcome<ChallengeRequest> Submit(string title, string text, Guid? task, string contact, bool mayBePublic, ContactSeal seal, Act act)
    {
        if (Words.Missing(("title", title), ("challenge", text), ("contact", contact)) is { } missing)
            return missing;

        var request = new ChallengeRequest { Title = title.Trim(), Text = text.Trim(), TaskId = task, MayBePublic = mayBePublic };
        request.BeginAs(ChallengeState.Submitted, "", act);
        request.Contact = seal.Seal(request.Id, contact.Trim());
        return request;
    }

    /// <summary>Lets everybody read it; only with consent.</summary>
    public Outcome<HistoryEntry> MakePublic(Act act)
    {
        if (!MayBePublic)
            return new Reason("consent-missing", "Without consent nothing is kept.");

        IsPublic = true;
        return Tell("public", null, null, Title, act);
    }

    public Outcome<HistoryEntry> Talk(string because, Act act) => Move(ChallengeState.InConversation, because, act);

    public Outcome<HistoryEntry> Decide(ChallengeState decision, string because, Act act)
    {
        if (decision == ChallengeState.InConversation)
            return new Reason("move-not-possible", "A conversation is no decision.");
        if (!Move(decision, because, act).TryGet(out var moved, out var reason))
            return reason;

        (Decision, EndedAt) = (because.Trim(), act.At);
        return moved;
    }

    internal void EraseContact() => Contact = null;
}
