// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Catalogue.Areas;
using Schakel.Catalogue.Indicators;
using Schakel.Web.Atlas;
using Schakel.Web.Texts;

namespace Schakel.Web.Ogc;

/// <summary>
/// A collection of the standard: the areas of a level (<c>buurt</c>), or a figure for the areas of a level in a year (<c>zwerfafval.buurt.2024</c>).
/// Squares of 100 m are no collection: one could point at a household.
/// </summary>
/// <param name="Level">The level.</param>
/// <param name="Indicator">The figure; null for the areas alone.</param>
/// <param name="Year">Year of the figure, or newest vintage of the areas; 0 when nobody says.</param>
internal sealed record FeatureCollection(Level Level, Indicator? Indicator, int Year)
{
    internal string Id => Indicator is null ? Level.Id : $"{Indicator.Id}.{Level.Id}.{Year:D4}";

    internal string Title(ScreenTexts texts) => Indicator is null
        ? texts["ogc.areas", texts.Title(Level.Id)]
        : texts["ogc.figures", Capital(Measure.TitleOf(Indicator, texts)), texts.One(Level.Id), texts.Year(Year)];

    internal string Description(ScreenTexts texts) => Indicator is null
        ? texts["ogc.areas.text"]
        : texts["ogc.figures.text", Sources.Plain(Indicator.Source), Indicator.Licence];

    /// <summary>Areas of every level, then each figure in its newest year.</summary>
    internal static IEnumerable<FeatureCollection> Listed(IGround ground) =>
        Shown(ground).Select(summary => new FeatureCollection(summary.Level, null, summary.Years.Count > 0 ? summary.Years[^1] : 0))
            .Concat(Comparable(ground).SelectMany(indicator => LevelsOf(ground, indicator).Select(level => new FeatureCollection(level, indicator, indicator.Years[^1]))));

    /// <summary>The collection of an id, also of an older year than the list names; null when there is none.</summary>
    internal static FeatureCollection? Find(IGround ground, string id)
    {
        var parts = id.Split('.');
        return parts.Length switch
        {
            1 => Listed(ground).FirstOrDefault(known => known.Indicator is null && known.Id == id),
            3 when Comparable(ground).FirstOrDefault(known => known.Id == parts[0]) is { } indicator && int.TryParse(parts[2], out var year) && indicator.Years.Contains(year)
                => LevelsOf(ground, indicator).Where(level => level.Id == parts[1]).Select(level => new FeatureCollection(level, indicator, year)).FirstOrDefault(),
            _ => null,
        };
    }

    /// <summary>The same figure in other years.</summary>
    internal IEnumerable<FeatureCollection> OtherYears() => Indicator is null ? [] : Indicator.Years.Where(year => year != Year).Select(year => this with { Year = year });

    private static IEnumerable<Catalogue.Storage.LevelSummary> Shown(IGround ground) => ground.Levels.Where(summary => summary.Level.Id != "cell" && summary.Areas > 0);

    private static IEnumerable<Indicator> Comparable(IGround ground) => ground.Indicators.Where(indicator => indicator.Kind != IndicatorKind.Amount && indicator.Years.Count > 0);

    // A picture describes its finest level and all above it, so that is where there is something to give.
    private static IEnumerable<Level> LevelsOf(IGround ground, Indicator indicator)
    {
        var finest = ground.Levels.Where(summary => indicator.Values.GetValueOrDefault(summary.Level.Id) > 0).Select(summary => summary.Level.Rank).DefaultIfEmpty(int.MaxValue).Min();
        return Shown(ground).Select(summary => summary.Level).Where(level => level.Rank >= finest);
    }

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
