// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Workspace.Studies;

namespace Schakel.Web.Atlas;

/// <summary>What the map needs of one level: per area one sign.</summary>
/// <param name="Codes">Area codes.</param>
/// <param name="Signs"><c>1</c>–<c>5</c> a shade, <c>=</c> like the mean, <c>-</c> no figure, <c>x</c> too few people.</param>
public sealed record LevelSigns(string[] Codes, string Signs);

/// <summary>The figures of all levels at once, so that moving along the ladder needs nothing from the server.</summary>
public static class MapFigures
{
    internal static string Url(AtlasView view) =>
        (view.Address with { Level = null, Area = null, Texts = Texts.ScreenTexts.In(Workspace.Texts.Language.Dutch) }).At("/kaart/beeld.json") + $"&v={view.Picture.Fingerprint}";

    public static Dictionary<string, LevelSigns> Of(ScalePicture picture, Measure measure)
    {
        var breaks = Breaks.Of(picture, measure);
        return picture.Levels.ToDictionary(
            level => level.Level.Id,
            level => new LevelSigns(level.Codes, string.Create(level.Codes.Length, (level, breaks, measure.Factor), static (signs, state) =>
            {
                for (var area = 0; area < signs.Length; area++)
                    signs[area] = Sign(state.level, area, state.breaks, state.Factor);
            })));
    }

    private static char Sign(StudyLevel level, int area, double[] breaks, double factor) => AreaFigure.Of(level, area) switch
    {
        Showing.LikeMean => '=',
        Showing.Missing => '-',
        Showing.TooFew => 'x',
        _ => (char)('0' + MapShades.Of(Breaks.ClassOf(level.Estimates[area] * factor, breaks), breaks.Length + 1)),
    };
}
