// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Indicators;
using Schakel.Catalogue.Storage;
using Schakel.Workspace.Exports;

namespace Schakel.Workspace.Studies;

/// <summary>
/// A picture as everybody may see it: every area of its place, and no figure behind which too few people stand. What is made of it (map, table,
/// tile, report, API) cannot give away what is not in it.
/// </summary>
public static class PublicPicture
{
    /// <summary>Small squares can point at a household: with fewer nothing is shown, whatever else is known.</summary>
    private const double FewestPeople = 10, FewestCases = 5;

    /// <summary>The public picture of a catalogue.</summary>
    /// <param name="catalogue">Where the figures are.</param>
    /// <param name="picture">As the study gave it.</param>
    /// <returns>The picture, or <c>withheld</c> when its place is itself an area whose figure may not be shown.</returns>
    public static Outcome<ScalePicture> Of(CatalogueFolder catalogue, ScalePicture picture)
    {
        var withheld = WithheldAreas.Of(catalogue, picture.Indicator, picture.Year);
        return IsOfWithheldPlace(picture, withheld)
            ? new Reason("withheld", $"Too few people are behind the figure of {picture.Place} to show it.") { Arguments = [picture.Place ?? ""] }
            : Without(PicturedAreas.Completed(catalogue.Areas, picture), withheld);
    }

    /// <summary>The same picture without the figures that may not be shown.</summary>
    /// <param name="picture">As the study gave it.</param>
    /// <param name="withheld">Codes by level.</param>
    public static ScalePicture Without(ScalePicture picture, IReadOnlyDictionary<string, IReadOnlySet<string>> withheld) => picture with
    {
        Levels = [.. picture.Levels.Select(level => Without(picture.Indicator, level, withheld.GetValueOrDefault(level.Level.Id)))],
        // The same estimates stand here once more, by number; nobody outside needs them.
        Profile = picture.Profile with { Units = [] },
        UnitCodes = [],
    };

    // The mean of one small place is its figure.
    private static bool IsOfWithheldPlace(ScalePicture picture, IReadOnlyDictionary<string, IReadOnlySet<string>> withheld) =>
        picture.Question.Within is { } place && withheld.Values.Any(codes => codes.Contains(place));

    private static StudyLevel Without(Indicator indicator, StudyLevel level, IReadOnlySet<string>? withheld)
    {
        var hidden = Enumerable.Range(0, level.Codes.Length)
            .Where(area => level.Missing[area] == MissingReason.Present && (withheld?.Contains(level.Codes[area]) == true || (level.Level.Id == "cell" && IsTooSmall(indicator, level, area))))
            .ToHashSet();
        if (hidden.Count == 0)
            return level;

        T[] Blank<T>(T[] column, T instead) => [.. column.Select((value, area) => hidden.Contains(area) ? instead : value)];
        return level with
        {
            Rates = Blank(level.Rates, double.NaN),
            Missing = Blank(level.Missing, MissingReason.Withheld),
            Estimates = Blank(level.Estimates, double.NaN),
            Lows = Blank(level.Lows, double.NaN),
            Highs = Blank(level.Highs, double.NaN),
            LikeMean = Blank(level.LikeMean, false),
        };
    }

    private static bool IsTooSmall(Indicator indicator, StudyLevel level, int area)
    {
        var people = level.Denominators[area];
        if (!double.IsFinite(people) || people < FewestPeople)
            return true;

        var isCounted = indicator.Kind is IndicatorKind.Count or IndicatorKind.Proportion;
        return isCounted && double.IsFinite(level.Rates[area]) && Math.Round(level.Rates[area] * people) < FewestCases;
    }
}
