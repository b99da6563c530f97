// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Advice;
using Schakel.Web.Texts;
using Schakel.Workspace.History;

namespace Schakel.Web.Opgaven;

/// <summary>A line of the history as a sentence of the story.</summary>
internal static class StoryWords
{
    /// <summary>Judgements one after another are one line without names: a row of them would count who judged how often.</summary>
    internal static IEnumerable<StoryLine> Told(IReadOnlyList<StoryLine> story)
    {
        StoryLine? before = null;
        foreach (var line in story)
        {
            if (line.Kind != "judgement" || before?.Kind != "judgement")
                yield return line.Kind == "judgement" ? line with { Who = null, To = "given" } : line;
            before = line;
        }
    }

    internal static string Of(OpgaveView view, StoryLine line)
    {
        var texts = view.Texts;
        return (line.Kind, line.What) switch
        {
            ("opgave", "state") when line.From is null => texts["story.opened"],
            ("opgave", "state") => texts["story.moved", State(texts, line.From!), State(texts, line.To!)],
            ("judgement", "state") => texts["story.judged"],
            ("advice", "state") => texts[line.To == "stale" ? "story.advice.stale" : "story.advice"],
            ("approach", "state") => texts[line.To == "agreed" ? "story.approach.agreed" : line.To == "revised" ? "story.approach.revised" : "story.approach"],
            ("handover", "state") => texts[$"story.handover.{line.To}"],
            ("policyGap", "state") => texts[$"story.gap.{line.To}"],
            ("invitation", _) => texts["story.invitation"],
            ("measuringPlan", "state") => texts[$"story.plan.{line.To}"],
            ("measurement", "state") => texts[$"story.measured.{line.To}"],
            (_, "confirmation") => texts[$"story.confirmed.{line.To}"],
            ("signal", "state") => texts[line.To == "linked" ? "story.signal.linked" : "story.signal"],
            (_, "vision") => texts["story.vision", line.To ?? ""],
            (_, "role") => texts["story.role", LevelAndRole(view, line.To)],
            (_, "overruling") => texts["story.overruled", LevelAndRole(view, line.To), LevelAndRole(view, line.From)],
            (_, "link") => texts["story.link", line.To ?? ""],
            (_, "seat") => line.To == "empty" ? texts["story.seat.empty", Place(view, line.From)] : texts["story.seat", line.To ?? "", Place(view, line.From)],
            (_, "holder") => texts["story.holder", view.Level(line.To).ToLowerInvariant()],
            (_, "position") => texts["story.position", line.To ?? ""],
            (_, "place") => texts["story.place", line.To ?? ""],
            (_, "evidence") => texts["story.evidence", view.About(line.To ?? "")],
            _ => texts.Or($"story.{line.What}", texts["story.other"]),
        };
    }

    private static string State(ScreenTexts texts, string state) => texts.Or($"opgave.state.{state}", state).ToLowerInvariant().TrimEnd('.');

    // A seat is for a level or a sector; the history keeps the word of either.
    private static string Place(OpgaveView view, string? place) => place is not null && view.File.Ladder.Find(place) is not null ? view.Level(place).ToLowerInvariant() : place ?? "";

    // "gemeente: coLead", as the history keeps it.
    private static string LevelAndRole(OpgaveView view, string? kept)
    {
        if (kept?.Split(": ") is not [var level, var role])
            return kept ?? "";
        return $"{view.Level(level)}: {(Enum.TryParse<ApproachRole>(role, ignoreCase: true, out var known) ? view.Role(known).ToLowerInvariant() : role)}";
    }
}
