// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Advice;
using Schakel.Workspace.History;
using Schakel.Workspace.Ladders;
using Schakel.Workspace.Members;

namespace Schakel.Workspace.Judgements;

public enum JudgementState
{
    Given,

    /// <summary>A later one of the same person took its place; it stays, for advice that was made from it.</summary>
    Revised,
}

/// <summary>What one person thinks of one level: how much of the cause lies there, what can be done there, who decides, and why.</summary>
/// <remarks>The rater is kept so that one can find one's own; nothing groups or counts by it.</remarks>
public sealed class Judgement : Living<JudgementState>
{
    private Judgement()
    {
    }

    public Guid OpgaveId { get; private set; }

    public string Level { get; private set; } = "";

    public Guid Rater { get; private set; }

    /// <summary>[0..3] none, minor, substantial, main cause.</summary>
    public int Cause { get; private set; }

    /// <summary>[0..3] what can be done here: nothing, something, much, most.</summary>
    public int Lever { get; private set; }

    public LeverKind LeverKind { get; private set; }

    public Authority Authority { get; private set; }

    /// <summary>The line of reasoning.</summary>
    public string Because { get; private set; } = "";

    protected override Life<JudgementState> Life => Lives.Judgement;

    protected override Guid? InStoryOf => OpgaveId;

    public override Standing StandingOf(Actor actor) => actor.Member == Rater ? Standing.Author : Standing.None;

    public static Outcome<Judgement> Give(
        Guid opgave, LadderLevel level, int cause, int lever, LeverKind kind, Authority authority, string because, Act act)
    {
        if (string.IsNullOrWhiteSpace(because))
            return new Reason("judgement-needs-reasoning", "Write one line: why do you think so?");
        if (Words.TooLong("because", because) is { } tooLong)
            return tooLong;
        if (cause is < 0 or > 3 || lever is < 0 or > 3 || !Enum.IsDefined(kind) || !Enum.IsDefined(authority))
            return new Reason("judgement-out-of-range", "Cause and lever are 0, 1, 2 or 3; kind and authority are words of the list.");
        if (act.By.Member is not { } rater)
            return new Reason("not-allowed", "Only a colleague or partner with an account judges.");

        var judgement = new Judgement
        {
            OpgaveId = opgave,
            Level = level.Id,
            Rater = rater,
            Cause = cause,
            Lever = lever,
            LeverKind = kind,
            Authority = authority,
            Because = because.Trim(),
        };
        // The story tells that somebody judged; what they think stays blind until one's own is given.
        judgement.BeginAs(JudgementState.Given, "", act);
        return judgement;
    }

    /// <summary>Makes room for a newer judgement of the same person.</summary>
    internal void Revise(string because, Act act) => Move(JudgementState.Revised, because, act);
}
