// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.History;

namespace Schakel.Workspace.Offers;

public enum AskState
{
    Sent,
    Yes,
    No,
    NoAnswer,
}

/// <summary>A person asks, never the machine. "No" needs no reason; who said it leaves no trace (the row goes).</summary>
public sealed class Ask : Living<AskState>
{
    private Ask()
    {
    }

    public Guid OfferId { get; private set; }

    public Guid? OpgaveId { get; private set; }

    public string Text { get; private set; } = "";

    protected override Life<AskState> Life => Lives.Ask;

    public static Outcome<Ask> Send(Offer offer, Guid? opgave, string text, Act act)
    {
        if (act.By.Member is null)
            return new Reason("ask-by-person", "A person asks, never the machine.");
        if ((Words.Missing(("ask", text)) ?? offer.MayBeAsked(act.At)) is { } refusal)
            return refusal;

        var ask = new Ask { OfferId = offer.Id, OpgaveId = opgave, Text = text.Trim() };
        ask.Begin(act);
        offer.WasAsked(act.At);
        return ask;
    }

    public Outcome<HistoryEntry> SayYes(Act act) => Move(AskState.Yes, "yes", act);

    public Outcome<HistoryEntry> GetNoAnswer(Act act) => Move(AskState.NoAnswer, "no answer", act);

    /// <summary>Whether it may be removed: a no is possible as long as nothing was said.</summary>
    public bool CanSayNo => Life.Allows(State, AskState.No);
}
