// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Web.Texts;
using Schakel.Workspace.Studies;

namespace Schakel.Web.Atlas;

/// <summary>The result in one plain sentence (methods A.8); what stands between * is set in bold.</summary>
public static class OpeningSentence
{
    /// <summary>Bands of methods 0: below a quarter is little, from a half is most.</summary>
    private const double Little = 0.25;
    private const double Most = 0.5;

    public static string Of(ScalePicture picture, IReadOnlyList<Rung> ladder, string level, ScreenTexts texts)
    {
        var rung = ladder.First(rung => rung.Level == level);
        var many = texts.Many(level);
        var profile = picture.Profile.Levels.FirstOrDefault(profile => profile.Level == level);

        // The noise check of A.4 is about the finest units; it goes before any share.
        if (picture.Profile.Noise.Dominates && profile is not null && profile == picture.Profile.Levels[0])
            return texts["sentence.mostlyChance", many];
        if (rung.State == RungState.Merged)
            return texts["sentence.merged", LevelWords.Capital(many), texts.Many(profile!.MergedWith!)];
        var finest = picture.Profile.Noise.Dominates ? texts.Many(picture.Profile.Levels[0].Level) : null;
        var isSingle = picture.Levels.First(described => described.Level.Id == level).Codes.Length == 1;
        if (!rung.HasBar && !isSingle && finest is not null)
            return texts["sentence.chanceNone", many, finest];
        if (!rung.HasBar)
            return isSingle
                ? texts["sentence.single", picture.Levels.First(described => described.Level.Id == level).Names[0]]
                : texts["sentence.notEstimated", many];

        // Everything is all of it: a share says something from two rungs on.
        if (picture.Profile.ShareOf.Count == 1)
            return texts["sentence.only", many];

        var numbers = texts.Numbers;
        var (from, to) = numbers.Bounds(rung.Low, rung.High);
        if (profile is not null && Rung.IsWithChance(profile, picture))
            return texts["sentence.withChance", many, numbers.Whole(from), numbers.Percent(to)];
        if (finest is not null)
            return texts["sentence.chanceFirst", many, numbers.Whole(from), numbers.Percent(to), finest];
        if (rung.State == RungState.AlmostNothing)
            return CarrierAbove(ladder, level) is { } above
                ? texts["sentence.becauseAbove", LevelWords.Capital(many), texts.Many(above)]
                : texts["sentence.nothing", many];

        var place = level == "cell" ? ".cell" : "";
        if (rung.High <= Little)
            return texts["sentence.little" + place, many, numbers.Percent(to)];
        var key = rung.Low >= Most ? "sentence.most" : IsLargest(rung, ladder) ? "sentence.largest" : "sentence.part";
        return texts[key + place, many, numbers.Whole(from), numbers.Percent(to)];
    }

    /// <summary>Whether all other rungs surely carry less: their ranges end before this one begins.</summary>
    private static bool IsLargest(Rung rung, IReadOnlyList<Rung> ladder) => ladder.All(other => other == rung || !other.HasBar || other.High < rung.Low);

    /// <summary>A coarser rung that surely carries a part: then these areas differ because those do.</summary>
    private static string? CarrierAbove(IReadOnlyList<Rung> ladder, string level) => ladder
        .TakeWhile(rung => rung.Level != level)
        .Where(rung => rung.State == RungState.Estimated && rung.High >= 0.1)
        .MaxBy(rung => rung.High)?.Level;
}
