// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.History;
using Schakel.Workspace.Members;
using Schakel.Workspace.Tasks;

namespace Schakel.Workspace.Signals;

public enum SignalState
{
    Received,
    Linked,
    Routed,
    Answered,

    /// <summary>Handled; never means solved.</summary>
    Closed,
}

public enum SignalSource
{
    Resident,
    Professional,
    PartnerSystem,
}

/// <summary>Where something was noticed, in RD New metres.</summary>
public sealed record SignalPoint(int X, int Y)
{
    private const int CellInMetres = 100;

    /// <summary>The middle of the cell of 100 m: what stays of a place once a signal is closed.</summary>
    internal SignalPoint ToCell() => new(Middle(X), Middle(Y));

    private static int Middle(int metres) => (int)Math.Floor(metres / (double)CellInMetres) * CellInMetres + CellInMetres / 2;
}

/// <summary>What a resident, a professional or a partner system noticed.</summary>
public sealed class Signal : Living<SignalState>
{
    private Signal()
    {
    }

    public SignalSource Source { get; private set; }

    /// <summary>Empty once erased.</summary>
    public string Text { get; private set; } = "";

    public int X { get; private set; }

    public int Y { get; private set; }

    /// <summary>Sealed; null when the reporter left none, or it is erased.</summary>
    public byte[]? Contact { get; private set; }

    /// <summary>The task of the register it is a complaint about.</summary>
    public Guid? TaskId { get; private set; }

    /// <summary>Who has to answer.</summary>
    public Guid? Owner { get; private set; }

    /// <summary>Who knows the area, and gets a copy.</summary>
    public Guid? AreaContact { get; private set; }

    public Guid? OpgaveId { get; private set; }

    /// <summary>The signal this was split from: terms run with that one.</summary>
    public Guid? SplitFrom { get; private set; }

    public string? Answer { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>When the first of a signal and its pieces was closed: personal data go by this date, so that splitting never prolongs them.</summary>
    public DateTimeOffset? TermFrom { get; private set; }

    public bool CanReachReporter => Contact is not null;

    protected override Life<SignalState> Life => Lives.Signal;

    protected override Guid? InStoryOf => OpgaveId;

    public override Standing StandingOf(Actor actor) =>
        actor.Organisation is { } organisation && (Owner is null ? TakesUp(actor) : organisation == Owner || organisation == AreaContact) ? Standing.Answers : Standing.None;

    // What lies with nobody yet is taken up by who works in the area; a department answers for its own tasks only.
    private static bool TakesUp(Actor actor) => actor.Is(AccessRole.Professional) || actor.Is(AccessRole.Coordinator);

    public static Outcome<Signal> Receive(SignalSource source, string text, SignalPoint at, string? contact, ContactSeal seal, MunicipalTask? about, Act act)
    {
        if (Words.Missing(("signal", text)) is { } missing)
            return missing;
        if (at is not { X: >= 0 and <= 300_000, Y: >= 300_000 and <= 630_000 })
            return new Reason("place-not-understood", "This point is not inside the Netherlands (RD New, metres).");
        if (contact?.Length > 200)
            return new Reason("text-too-long", "This is longer than 200 characters: contact.") { Arguments = [200, new Texts.Term("text.contact")] };

        var signal = new Signal { Source = source, Text = text.Trim(), X = at.X, Y = at.Y, TaskId = about?.Id };
        // The text of a signal may name people; it never enters the history.
        signal.BeginAs(SignalState.Received, "", act);
        if (!string.IsNullOrWhiteSpace(contact))
            signal.Contact = seal.Seal(signal.Id, contact.Trim());
        return signal;
    }

    /// <summary>A part of it that goes its own way. No contact goes along, and its terms are those of the first.</summary>
    public Outcome<Signal> Split(string text, Act act)
    {
        if (Words.Missing(("signal", text)) is { } missing)
            return missing;

        var piece = new Signal { Source = Source, Text = text.Trim(), X = X, Y = Y, TaskId = TaskId, SplitFrom = SplitFrom ?? Id, TermFrom = TermFrom };
        piece.BeginAs(SignalState.Received, "", act);
        return piece;
    }

    public Outcome<HistoryEntry> Link(Guid opgave, string because, Act act)
    {
        if (CannotMove(SignalState.Linked, because) is { } refusal)
            return refusal;

        // First, so that the line stands in the story of the opgave.
        OpgaveId = opgave;
        return Move(SignalState.Linked, because, act);
    }

    /// <param name="owner">Who has to answer; for a complaint on a task the owner of that task.</param>
    /// <param name="about">The task, when it is a complaint on one.</param>
    /// <param name="areaContact">Who gets a copy.</param>
    /// <param name="because">Why.</param>
    /// <param name="act">Who and when.</param>
    public Outcome<HistoryEntry> Route(Guid owner, MunicipalTask? about, Guid? areaContact, string because, Act act)
    {
        if (about is { Steering: not Steering.ByArea } && about.Owner != owner)
            return new Reason("complaint-goes-to-owner", $"A complaint about {about.Name} goes to the owner of that task.") { Arguments = [about.Name] };
        if (!Move(SignalState.Routed, because, act).TryGet(out var moved, out var reason))
            return reason;

        (Owner, AreaContact, TaskId) = (owner, areaContact, about?.Id ?? TaskId);
        return moved;
    }

    /// <summary>Answers in words; who can be reached gets them.</summary>
    public Outcome<HistoryEntry> Reply(string answer, Act act)
    {
        if (Words.Missing(("answer", answer)) is { } missing)
            return missing;
        // A routed or linked signal stays where it is; the answer goes with it.
        Answer = answer.Trim();
        return State == SignalState.Received ? Move(SignalState.Answered, answer, act) : Tell("answer", null, null, Answer, act);
    }

    public Outcome<HistoryEntry> Close(string because, Act act)
    {
        if (TaskId is not null && CanReachReporter && string.IsNullOrWhiteSpace(Answer))
            return new Reason("complaint-needs-answer", "The reporter can be reached. Answer in words before you close this.");
        if (!Move(SignalState.Closed, because, act).TryGet(out var moved, out var reason))
            return reason;

        ClosedAt = act.At;
        TermFrom ??= act.At;
        (X, Y) = new SignalPoint(X, Y).ToCell();
        return moved;
    }

    /// <summary>Taken up again: the contact and the text that are left keep the term they had.</summary>
    public Outcome<HistoryEntry> Reopen(string because, Act act)
    {
        if (!Move(SignalState.Received, because, act).TryGet(out var moved, out var reason))
            return reason;

        // Whoever comes back with it gets an answer again; the first one stays in the history.
        (ClosedAt, Answer) = (null, null);
        return moved;
    }

    internal void TermRunsFrom(DateTimeOffset closed) => TermFrom = TermFrom is { } known && known < closed ? known : closed;

    internal void EraseContact() => Contact = null;

    internal void EraseText()
    {
        (Text, Answer) = ("", null);
        (X, Y) = new SignalPoint(X, Y).ToCell();
    }
}
