// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.History;
using Schakel.Workspace.Ladders;
using Schakel.Workspace.Members;
using Schakel.Workspace.Opgaven;

namespace Schakel.Workspace.Handovers;

public enum HandoverState
{
    Asked,
    Accepted,
    Declined,
    Withdrawn,
    Completed,
    Returned,
}

public enum HandoverKind
{
    Whole,
    Part,
    Support,
}

public enum HandoverWay
{
    Up,
    Down,
    Sideways,

    /// <summary>To the mother organisation.</summary>
    Home,
    FromHome,
}

/// <summary>Schakelen: an opgave, or a part or some help of it, asked of another scale, answered, and given back.</summary>
public sealed class Handover : Living<HandoverState>
{
    private Handover()
    {
    }

    public Guid OpgaveId { get; private set; }

    public HandoverKind HandoverKind { get; private set; }

    public HandoverWay Way { get; private set; }

    public Guid Sender { get; private set; }

    public string SenderLevel { get; private set; } = "";

    public Guid Addressee { get; private set; }

    public string AddresseeLevel { get; private set; } = "";

    /// <summary>What is asked, and why.</summary>
    public string Because { get; private set; } = "";

    /// <summary>What the addressee said, or why it came back.</summary>
    public string? Answer { get; private set; }

    /// <summary>When the sender expects it back.</summary>
    public DateOnly? ReturnBy { get; private set; }

    /// <summary>Who is responsible: the sender, until it is accepted and again after it came back.</summary>
    public Guid Responsible => State is HandoverState.Accepted or HandoverState.Completed && HandoverKind != HandoverKind.Support ? Addressee : Sender;

    protected override Life<HandoverState> Life => Lives.Handover;

    protected override Guid? InStoryOf => OpgaveId;

    public override Standing StandingOf(Actor actor) =>
        (actor.Organisation == Addressee ? Standing.Addressee : Standing.None) | (actor.Organisation == Sender ? Standing.Author : Standing.None);

    public static Outcome<Handover> Ask(
        Opgave opgave, HandoverKind kind, Organisation sender, LadderLevel from, Organisation addressee, LadderLevel to, string because, DateOnly? returnBy,
        IReadOnlyCollection<Handover> others, Act act)
    {
        if (Words.Missing(("because", because)) is { } missing)
            return missing;
        if (sender.Id == addressee.Id && from.Id == to.Id)
            return new Reason("handover-to-oneself", "Hand over to another organisation or another level.");
        if (opgave.State == OpgaveState.Closed)
            return new Reason("handover-of-closed", "This opgave is closed; take it up again first.");
        if (returnBy < DateOnly.FromDateTime(act.At.UtcDateTime))
            return new Reason("return-date-past", "The date of return is in the past.");
        if (kind == HandoverKind.Whole && others.Any(other => other.HandoverKind == HandoverKind.Whole && other.State is HandoverState.Asked or HandoverState.Accepted))
            return new Reason("handover-already-open", "The whole opgave is with somebody else already; wait until that handover has ended, or withdraw it.");

        var handover = new Handover
        {
            OpgaveId = opgave.Id,
            HandoverKind = kind,
            Way = WayOf(sender, from, addressee, to),
            Sender = sender.Id,
            SenderLevel = from.Id,
            Addressee = addressee.Id,
            AddresseeLevel = to.Id,
            Because = because.Trim(),
            ReturnBy = returnBy,
        };
        handover.BeginAs(HandoverState.Asked, handover.Because, act);
        return handover;
    }

    public Outcome<HistoryEntry> Accept(string words, Act act) => With(HandoverState.Accepted, words, act);

    public Outcome<HistoryEntry> Decline(string because, Act act) => WithReason(HandoverState.Declined, because, act);

    public Outcome<HistoryEntry> Withdraw(string because, Act act) => Move(HandoverState.Withdrawn, because, act);

    public Outcome<HistoryEntry> Complete(string words, Act act) => With(HandoverState.Completed, words, act);

    public Outcome<HistoryEntry> Return(string because, Act act) => WithReason(HandoverState.Returned, because, act);

    private Outcome<HistoryEntry> WithReason(HandoverState state, string because, Act act) => string.IsNullOrWhiteSpace(because)
        ? new Reason("handover-needs-why-not", "Say why you decline or give it back.")
        : With(state, because, act);

    private Outcome<HistoryEntry> With(HandoverState state, string words, Act act)
    {
        if (!Move(state, words, act).TryGet(out var moved, out var reason))
            return reason;

        Answer = words.Trim();
        return moved;
    }

    private static HandoverWay WayOf(Organisation sender, LadderLevel from, Organisation addressee, LadderLevel to) =>
        sender.Mother == addressee.Id ? HandoverWay.Home
        : addressee.Mother == sender.Id ? HandoverWay.FromHome
        : to.Rank > from.Rank ? HandoverWay.Up
        : to.Rank < from.Rank ? HandoverWay.Down
        : HandoverWay.Sideways;
}
