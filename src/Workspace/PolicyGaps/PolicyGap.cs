// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.History;
using Schakel.Workspace.Members;

namespace Schakel.Workspace.PolicyGaps;

public enum PolicyGapState
{
    Raised,
    Received,
    Adopted,
    Explained,
    Forwarded,
}

/// <summary>Lacune: what policy does not provide for, as a question to one addressee. Openly unanswered until answered in words.</summary>
public sealed class PolicyGap : Living<PolicyGapState>
{
    private PolicyGap()
    {
    }

    public Guid? OpgaveId { get; private set; }

    public string Question { get; private set; } = "";

    /// <summary>One organisation: a question to everybody is a question to nobody.</summary>
    public Guid Addressee { get; private set; }

    public string? Answer { get; private set; }

    public bool IsUnanswered => State is PolicyGapState.Raised or PolicyGapState.Received or PolicyGapState.Forwarded;

    protected override Life<PolicyGapState> Life => Lives.PolicyGap;

    protected override Guid? InStoryOf => OpgaveId;

    public override Standing StandingOf(Actor actor) => actor.Organisation == Addressee ? Standing.Addressee : Standing.None;

    public static Outcome<PolicyGap> Raise(string question, Organisation? addressee, Guid? opgave, Act act)
    {
        if (Words.Missing(("question", question)) is { } missing)
            return missing;
        if (addressee is null)
            return new Reason("gap-needs-addressee", "Choose one organisation that has to answer.");

        var gap = new PolicyGap { Question = question.Trim(), Addressee = addressee.Id, OpgaveId = opgave };
        gap.BeginAs(PolicyGapState.Raised, gap.Question, act);
        return gap;
    }

    public Outcome<HistoryEntry> Receive(string words, Act act) => Move(PolicyGapState.Received, words, act);

    public Outcome<HistoryEntry> Adopt(string answer, Act act) => With(PolicyGapState.Adopted, answer, act);

    public Outcome<HistoryEntry> Explain(string answer, Act act) => With(PolicyGapState.Explained, answer, act);

    /// <summary>To another addressee, where it is a raised question again.</summary>
    public Outcome<HistoryEntry> Forward(Organisation? addressee, string because, Act act)
    {
        if (addressee is null || addressee.Id == Addressee)
            return new Reason("gap-needs-addressee", "Choose one other organisation that has to answer.");
        Reason? reason;
        if (State == PolicyGapState.Raised && !Move(PolicyGapState.Received, because, act).TryGet(out _, out reason))
            return reason;
        if (!Move(PolicyGapState.Forwarded, because, act).TryGet(out _, out reason))
            return reason;

        Addressee = addressee.Id;
        return Move(PolicyGapState.Raised, because, act);
    }

    private Outcome<HistoryEntry> With(PolicyGapState state, string answer, Act act)
    {
        if (string.IsNullOrWhiteSpace(answer))
            return new Reason("gap-needs-answer", "Answer in words.");
        // Who answers at once has received it by that.
        Reason? reason;
        if (State == PolicyGapState.Raised && !Move(PolicyGapState.Received, answer, act).TryGet(out _, out reason))
            return reason;
        if (!Move(state, answer, act).TryGet(out var moved, out reason))
            return reason;

        Answer = answer.Trim();
        return moved;
    }
}
