// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.History;

namespace Schakel.Workspace.Opgaven;

public enum OpgaveState
{
    Noticed,
    Explored,
    Agreed,
    Underway,
    Learned,
    Closed,
}

public enum OpgaveOutcome
{
    Solved,
    Better,
    Unchanged,
    Moved,
    SteeredCentrally,
    NotOurs,
    Unknown,
}

/// <summary>Shared work on a societal problem, at any level or drawn place; not a place's fault.</summary>
public sealed class Opgave : Living<OpgaveState>
{
    private Opgave()
    {
    }

    public string Title { get; private set; } = "";

    /// <summary>What people see, in their words.</summary>
    public string Question { get; private set; } = "";

    /// <summary>What can reasonably be reached, written before acting.</summary>
    public string? Expectation { get; private set; }

    /// <summary>Why there are no figures; evidence or this is needed to agree.</summary>
    public string? NoFiguresBecause { get; private set; }

    /// <summary>What became of it, told by the team beside the measurements.</summary>
    public string? Yield { get; private set; }

    public OpgaveOutcome? Outcome { get; private set; }

    /// <summary>The organisation that is responsible now.</summary>
    public Guid? Holder { get; private set; }

    /// <summary>The level at which it is held now.</summary>
    public string? HolderLevel { get; private set; }

    protected override Life<OpgaveState> Life => Lives.Opgave;

    protected override Guid? InStoryOf => Id;

    public static Outcome<Opgave> Open(string title, string question, Act act)
    {
        if (Words.Missing(("title", title), ("question", question)) is { } missing)
            return missing;

        var opgave = new Opgave { Title = title.Trim(), Question = question.Trim(), Holder = act.By.Organisation };
        opgave.BeginAs(OpgaveState.Noticed, opgave.Question, act);
        return opgave;
    }

    public Reason? Expect(string expectation, Act act)
    {
        if (Words.Missing(("expectation", expectation)) is { } missing)
            return missing;

        Tell("expectation", Expectation, expectation.Trim(), expectation.Trim(), act);
        Expectation = expectation.Trim();
        return null;
    }

    public Reason? SayNoFigures(string because, Act act)
    {
        if (Words.Missing(("because", because)) is { } missing)
            return missing;

        NoFiguresBecause = because.Trim();
        Tell("noFigures", null, null, NoFiguresBecause, act);
        return null;
    }

    public Reason? TellYield(string words, Act act)
    {
        if (Words.Missing(("yield", words)) is { } missing)
            return missing;

        Yield = words.Trim();
        Tell("yield", null, null, Yield, act);
        return null;
    }

    /// <summary>Any move that needs nothing but a reason. Agreeing and closing ask more.</summary>
    public Outcome<HistoryEntry> MoveTo(OpgaveState state, string because, Act act) => state switch
    {
        OpgaveState.Agreed => new Reason("agree-by-agreeing", "Agreeing asks for evidence, judgements, an approach and an expectation."),
        OpgaveState.Closed => new Reason("close-by-closing", "Closing asks what became of it, and what happens to open parts."),
        _ => Move(state, because, act),
    };

    /// <summary>Agrees, when nothing is missing any more.</summary>
    public Outcome<HistoryEntry> Agree(string because, IReadOnlyList<Reason> missing, Act act) =>
        CannotMove(OpgaveState.Agreed, because) is { } refusal ? refusal
        : missing.Count > 0 ? missing[0]
        : Move(OpgaveState.Agreed, because, act);

    /// <summary>Closes with an outcome; says what happens to the parts that are still open.</summary>
    public Outcome<HistoryEntry> Close(OpgaveOutcome outcome, string because, IReadOnlyList<Opgave> openParts, string? aboutOpenParts, Act act)
    {
        if (openParts.Count > 0 && string.IsNullOrWhiteSpace(aboutOpenParts))
            return new Reason("open-parts-need-words", $"{openParts.Count} parts are still open. Say what happens to them.") { Arguments = [openParts.Count] };
        if (Words.TooLong("aboutOpenParts", aboutOpenParts) is { } tooLong)
            return tooLong;
        if (!Move(OpgaveState.Closed, because, act).TryGet(out var moved, out var reason))
            return reason;

        Outcome = outcome;
        Tell("outcome", null, Words.Of(outcome), because.Trim(), act);
        if (openParts.Count > 0)
            Tell("openParts", null, string.Join(", ", openParts.Select(part => part.Title)), aboutOpenParts!.Trim(), act);
        return moved;
    }

    /// <summary>Another organisation becomes responsible: only a handover does this.</summary>
    internal void HeldBy(Guid? organisation, string? level, string because, Act act)
    {
        Tell("holder", HolderLevel, level, because, act);
        (Holder, HolderLevel) = (organisation, level);
    }

    internal void StartAt(string? level) => HolderLevel = level;
}
