// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.History;

namespace Schakel.Workspace.Residents;

/// <summary>
/// What residents may read about an opgave, in words that colleagues wrote for them. Without one in force an opgave is on no public page: nothing
/// becomes public by itself. A new one replaces the one before it.
/// </summary>
public sealed class PublicStory : Living<ForceState>
{
    private PublicStory()
    {
    }

    public Guid OpgaveId { get; private set; }

    /// <summary>As residents would call it; not the title among colleagues.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What goes on.</summary>
    public string What { get; private set; } = "";

    /// <summary>What was done with it; null when nothing yet.</summary>
    public string? Became { get; private set; }

    /// <summary>When residents hear more, in words: "april".</summary>
    public string? NextNews { get; private set; }

    /// <summary>Whether what groups want stands beside it; their words, next to each other.</summary>
    public bool ShowsPositions { get; private set; }

    protected override Life<ForceState> Life => Lives.PublicStory;

    protected override Guid? InStoryOf => OpgaveId;

    public static Outcome<PublicStory> Tell(Guid opgave, string title, string what, string? became, string? nextNews, bool showsPositions, Act act)
    {
        if (Words.Missing(("title", title), ("public", what)) is { } missing)
            return missing;
        if ((Words.TooLong("public", became) ?? Words.TooLong("title", nextNews)) is { } tooLong)
            return tooLong;

        var story = new PublicStory
        {
            OpgaveId = opgave,
            Title = title.Trim(),
            What = what.Trim(),
            Became = Given(became),
            NextNews = Given(nextNews),
            ShowsPositions = showsPositions,
        };
        story.BeginAs(ForceState.InForce, story.What, act);
        return story;
    }

    /// <summary>No longer public: another story came, or it was taken down.</summary>
    public Outcome<HistoryEntry> Replace(string because, Act act) => Move(ForceState.Replaced, because, act);

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
