// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Web.Texts;
using Schakel.Workspace.Studies;

namespace Schakel.Web.Atlas;

/// <summary>The part of the atlas that changes with the rung: sentence, chosen area and table.</summary>
/// <param name="Level">The rung.</param>
/// <param name="Sentence">The opening sentence.</param>
/// <param name="Table">The table.</param>
/// <param name="Chosen">The chosen area as it lies at the listed level; null when none.</param>
public sealed record LevelView(string Level, string Sentence, AtlasTable Table, ChosenArea? Chosen);

/// <summary>An area that was chosen.</summary>
/// <param name="Level">Where its figures are.</param>
/// <param name="Area">Its position there.</param>
public sealed record ChosenArea(StudyLevel Level, int Area)
{
    public string Code => Level.Codes[Area];

    public string Name => Level.Names[Area];
}

/// <summary>All that a page of the atlas shows; made from the question and the picture alone.</summary>
public sealed class AtlasView
{
    public AtlasView(IGround ground, AtlasQuestion question, ScalePicture picture)
    {
        Ground = ground;
        Picture = picture;
        Texts = question.Address.Texts;
        Measure = Measure.Of(picture, Texts);
        Breaks = Atlas.Breaks.Of(picture, Measure);
        Ladder = Rung.LadderOf(picture, Texts);
        Notice = question.Notice;

        var level = question.Address.Level;
        if (level is null || Ladder.All(rung => rung.Level != level))
        {
            var instead = DefaultLevel(picture);
            if (level is not null)
                Notice = Texts["notice.level", Texts.One(level), Texts.Many(instead)];
            level = instead;
        }

        Address = question.Address with { Level = level };
        Current = For(level);
    }

    public IGround Ground { get; }

    public ScalePicture Picture { get; }

    public ScreenTexts Texts { get; }

    public AtlasAddress Address { get; }

    public Measure Measure { get; }

    public double[] Breaks { get; }

    /// <summary>Coarsest first.</summary>
    public IReadOnlyList<Rung> Ladder { get; }

    public LevelView Current { get; }

    public string? Notice { get; }

    public string Title => Measure.TitleOf(Picture.Indicator, Texts);

    public string PlaceName => Picture.Place ?? PlaceChoices.NameOfAll(Ground, Texts);

    public string MeanText => Measure.Number(Picture.Profile.Mean);

    public LevelView For(string level)
    {
        var table = AtlasTable.Of(Picture, level, Texts);
        return new LevelView(level, OpeningSentence.Of(Picture, Ladder, level, Texts), table, ChosenAt(table.Level));
    }

    /// <summary>The chosen area at a level: itself, or the larger area it lies in.</summary>
    private ChosenArea? ChosenAt(string level)
    {
        if (Address.Area is not { } code)
            return null;

        var listed = Picture.Levels.First(described => described.Level.Id == level);
        if (Position(listed, code) is { } itself)
            return new ChosenArea(listed, itself);

        return Picture.Levels
            .Where(finer => finer.Level.Rank < listed.Level.Rank && finer.Parents.ContainsKey(level))
            .Select(finer => Position(finer, code) is { } area ? finer.Parents[level][area] : null)
            .Where(parent => parent is not null)
            .Select(parent => Position(listed, parent!))
            .Where(area => area is not null)
            .Select(area => new ChosenArea(listed, area!.Value))
            .FirstOrDefault();
    }

    private static int? Position(StudyLevel level, string code) =>
        Array.BinarySearch(level.Codes, code, StringComparer.Ordinal) is >= 0 and var area ? area : null;

    private static string DefaultLevel(ScalePicture picture) =>
        picture.Levels.FirstOrDefault(level => level.Level.Id == "buurt")?.Level.Id
        ?? picture.Levels.Where(level => level.Level.Id != "cell").MinBy(level => level.Level.Rank)?.Level.Id
        ?? picture.Levels[0].Level.Id;
}
