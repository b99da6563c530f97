// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Advice;
using Schakel.Web.Atlas;
using Schakel.Web.Texts;
using Schakel.Workspace.Directions;
using Schakel.Workspace.History;
using Schakel.Workspace.Judgements;
using Schakel.Workspace.Ladders;
using Schakel.Workspace.Opgaven;

namespace Schakel.Web.Opgaven;

/// <summary>Everything the page of one opgave shows, and the words for it.</summary>
/// <param name="Texts">Language of the reader.</param>
/// <param name="File">The opgave and what belongs to it.</param>
/// <param name="Advice">The latest advice, or why the reader sees none.</param>
/// <param name="Story">What happened, in order.</param>
/// <param name="Ground">Figures and borders that are loaded here; a link to anything else would lead nowhere. Null = none.</param>
/// <param name="Others">Other opgaven to link with, by name.</param>
/// <param name="Tried">A form that was refused.</param>
public sealed record OpgaveView(
    ScreenTexts Texts, OpgaveFile File, Outcome<ShownAdvice> Advice, IReadOnlyList<StoryLine> Story, IGround? Ground,
    IReadOnlyList<OpgaveEntry> Others, Tried? Tried)
{
    internal Opgave Opgave => File.Opgave;

    /// <summary>Directions and visions it stands under.</summary>
    internal CourseOfOpgave Course { get; init; } = CourseOfOpgave.None;

    /// <summary>Coarse above fine, as on every ladder.</summary>
    internal IEnumerable<LadderLevel> Rungs => File.Ladder.Levels.Reverse();

    internal string Level(string? id) => LadderWords.Of(Texts, File.Ladder, id);

    internal string Url(string below = "") => Work.At(Texts, $"/opgaven/{Opgave.Id}{below}");

    internal string Organisation(Guid? id) => File.Find(id)?.Name ?? Texts["work.nobody"];

    internal string Day(DateTimeOffset at) => Work.Day(Texts, at);

    internal string? Typed(string deed, string name, string? otherwise = null) => Tried.Value(Tried, deed, name, otherwise);

    /// <summary>What a piece of evidence is about, for people.</summary>
    internal string About(string title) => EvidenceTitle.Of(title).In(Texts, Ground);

    /// <summary>Where the question behind it is answered with the figures of today; null when they are not loaded.</summary>
    internal string? EvidenceUrl(string title)
    {
        var about = EvidenceTitle.Of(title);
        return Ground is not null && AtlasQuestion.Comparable(Ground).Any(known => known.Id == about.Indicator)
            ? new AtlasAddress(Texts) { Indicator = about.Indicator, Place = about.Place }.At("/schaalbeeld") : null;
    }

    internal string Role(ApproachRole role) => Work.Role(Texts, role);

    /// <summary>The overruling that the role of this level rests on, if people chose otherwise than the rules.</summary>
    internal Overruling? OverruledAt(string level) =>
        Advice.TryGet(out var shown, out _) && File.Approach?.Roles.At(level) is { } role
        && shown.Overrulings.LastOrDefault(overruling => overruling.Level == level) is { } last && last.Choice == role.Role && !shown.Readings.Say(level, role.Role)
            ? last : null;
}
