// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Scale;
using Schakel.Web.Texts;
using Schakel.Workspace.Studies;
using Schakel.Workspace.Texts;

namespace Schakel.Web.Atlas;

/// <summary>How a rung is drawn.</summary>
public enum RungState
{
    /// <summary>A fading bar between two bounds.</summary>
    Estimated,

    /// <summary>Upper bound so low that the range says nothing more.</summary>
    AlmostNothing,

    /// <summary>Dotted, with the reason.</summary>
    NotEstimated,

    /// <summary>Dotted: counted together with the next finer rung.</summary>
    Merged,
}

/// <summary>One rung of the ladder.</summary>
/// <param name="Level">Level id.</param>
/// <param name="Title">"Buurt".</param>
/// <param name="Groups">"108 buurten".</param>
/// <param name="State">How it is drawn.</param>
/// <param name="Low">[0..1] part of the true differences, lower bound; 0 when there is none.</param>
/// <param name="High">[0..1] upper bound.</param>
/// <param name="Label">What stands at the bar: "0–7 %".</param>
/// <param name="Spoken">The same for a screen reader.</param>
/// <param name="Note">Why there is no figure, or what to bear in mind; null when nothing.</param>
public sealed record Rung(string Level, string Title, string Groups, RungState State, double Low, double High, string Label, string Spoken, string? Note)
{
    /// <summary>Below this upper bound a rung reads "almost nothing" (methods A: never more digits than the interval supports).</summary>
    public const double AlmostNothing = 0.03;

    public bool HasBar => State is RungState.Estimated or RungState.AlmostNothing;

    /// <summary>The rungs of a picture, coarsest first, as a ladder stands.</summary>
    public static IReadOnlyList<Rung> LadderOf(ScalePicture picture, ScreenTexts texts)
    {
        var profiles = picture.Profile.Levels.ToDictionary(level => level.Level);
        return [.. picture.Levels
            .OrderByDescending(level => level.Level.Rank)
            .Select(level => profiles.TryGetValue(level.Level.Id, out var profile)
                ? Of(profile, picture, texts)
                : Described(level, texts))];
    }

    private static Rung Of(LevelProfile profile, ScalePicture picture, ScreenTexts texts)
    {
        var id = profile.Level;
        var title = texts.Title(id);
        var groups = texts.CountOf(id, profile.Groups);
        if (profile.MergedWith is { } finer)
            return Dotted(RungState.Merged, texts["ladder.merged", texts.One(finer)], texts["ladder.reason.merged", texts.One(finer)]);
        if (profile.Low.Value is not { } low || profile.High.Value is not { } high)
            return Dotted(RungState.NotEstimated, texts["ladder.notEstimated"], WhyNot(profile, texts));

        var (from, to) = texts.Numbers.Bounds(low, high);
        var nothing = high < AlmostNothing;
        var label = nothing ? texts["ladder.almostNothing"] : texts.Numbers.Range(low, high);
        var spoken = nothing
            ? texts["ladder.spoken.none", texts.Numbers.Whole(to)]
            : texts["ladder.spoken.range", texts.Numbers.Whole(from), texts.Numbers.Whole(to)];
        var notes = new List<string>();
        if (profile.Indicative)
            notes.Add(texts["ladder.indicative"]);
        if (IsWithChance(profile, picture))
            notes.Add(texts["ladder.withChance"]);

        var note = notes.Count == 0 ? null : string.Join(", ", notes);
        return new Rung(id, title, groups, nothing ? RungState.AlmostNothing : RungState.Estimated, Math.Clamp(low, 0, 1), Math.Clamp(high, 0, 1),
            note is null ? label : $"{label} · {note}", note is null ? spoken : $"{spoken}, {note}", note);

        Rung Dotted(RungState state, string label, string why) => new(id, title, groups, state, 0, 0, label, label, why);
    }

    /// <summary>Whether chance is part of this rung, because the source gives no numbers of people (methods A.1).</summary>
    internal static bool IsWithChance(LevelProfile profile, ScalePicture picture) =>
        picture.Profile.Noise.Share.Value is null && picture.Profile.Levels.Count > 0 && picture.Profile.Levels[0].Level == profile.Level;

    private static string WhyNot(LevelProfile profile, ScreenTexts texts) => (profile.Share.Reason ?? profile.Low.Reason) switch
    {
        _ when profile.Groups == 1 => texts["ladder.reason.one", texts.One(profile.Level)],
        { Code: not "too-few-groups" } reason => ReasonTexts.Of(reason, texts.Language),
        _ => texts["ladder.reason.tooFew", texts.CountOf(profile.Level, profile.Groups), texts.Many(profile.Level)],
    };

    private static Rung Described(StudyLevel level, ScreenTexts texts)
    {
        var label = texts["ladder.notEstimated"];
        var groups = level.Codes.Length;
        var id = level.Level.Id;
        var why = groups == 1
            ? texts["ladder.reason.one", texts.One(id)]
            : texts["ladder.reason.tooFew", texts.CountOf(id, groups), texts.Many(id)];
        return new Rung(id, texts.Title(id), texts.CountOf(id, groups), RungState.NotEstimated, 0, 0, label, label, why);
    }
}
