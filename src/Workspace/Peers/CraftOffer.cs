// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.History;

namespace Schakel.Workspace.Peers;

public enum CraftKind
{
    Training,
    Coaching,
    PeerConsultation,
}

/// <summary>Something to learn from: a training, a coach, a consultation among peers. Nobody is signed up in here, so nobody is counted.</summary>
public sealed class CraftOffer : Item
{
    private CraftOffer()
    {
    }

    public CraftKind CraftKind { get; private set; }

    public string Title { get; private set; } = "";

    public string Text { get; private set; } = "";

    /// <summary>Who to turn to: a function or a desk.</summary>
    public string Contact { get; private set; } = "";

    /// <summary>Why it is not there any more; null as long as it is.</summary>
    public string? EndedBecause { get; private set; }

    protected override string Kind => "craftOffer";

    public static Outcome<CraftOffer> Make(CraftKind kind, string title, string text, string contact, Act act)
    {
        if (!Enum.IsDefined(kind))
            return new Reason("text-missing", "Fill in: kind.") { Arguments = [new Texts.Term("text.kind")] };
        if (Words.Missing(("title", title), ("description", text), ("contact", contact)) is { } missing)
            return missing;

        var offer = new CraftOffer { CraftKind = kind, Title = title.Trim(), Text = text.Trim(), Contact = contact.Trim() };
        offer.Begin(act);
        offer.Tell("offered", null, offer.Title, offer.Text, act);
        return offer;
    }

    public Outcome<HistoryEntry> End(string because, Act act)
    {
        if (EndedBecause is not null)
            return new Reason("already-ended", "This has ended already.");
        if (Words.Missing(("because", because)) is { } missing)
            return missing;

        EndedBecause = because.Trim();
        return Tell("ended", Title, null, EndedBecause, act);
    }
}
