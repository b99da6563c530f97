// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Catalogue.Indicators;
using Schakel.Workspace.Studies;

namespace Schakel.Web.Atlas;

/// <summary>What may be shown of one area.</summary>
public enum Showing
{
    /// <summary>A figure that differs from the mean.</summary>
    Figure,

    /// <summary>A figure whose range holds the mean: it looks like all others of its kind, whatever its estimate.</summary>
    LikeMean,

    /// <summary>Too few people to show anything.</summary>
    TooFew,

    /// <summary>No figure.</summary>
    Missing,
}

/// <summary>Which areas may be shown how. The map, the table, the panel and the API all ask here.</summary>
internal static class AreaFigure
{
    /// <summary>Small squares can point at a household: below these nothing is drawn.</summary>
    private const double FewestPeople = 10;
    private const double FewestCases = 5;

    internal static Showing Of(ScalePicture picture, StudyLevel level, int area)
    {
        if (!double.IsFinite(level.Estimates[area]))
            return Showing.Missing;
        if (level.Level.Id == "cell" && IsTooSmall(picture.Indicator, level, area))
            return Showing.TooFew;
        return level.LikeMean[area] ? Showing.LikeMean : Showing.Figure;
    }

    internal static bool HasRange(StudyLevel level, int area) => double.IsFinite(level.Lows[area]) && double.IsFinite(level.Highs[area]);

    private static bool IsTooSmall(Indicator indicator, StudyLevel level, int area)
    {
        var people = level.Denominators[area];
        if (!double.IsFinite(people) || people < FewestPeople)
            return true;

        var isCounted = indicator.Kind is IndicatorKind.Count or IndicatorKind.Proportion;
        return isCounted && double.IsFinite(level.Rates[area]) && Math.Round(level.Rates[area] * people) < FewestCases;
    }
}
