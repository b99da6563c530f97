// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Catalogue.Columns;
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
    internal static Showing Of(StudyLevel level, int area)
    {
        if (level.Missing[area] == MissingReason.Withheld)
            return Showing.TooFew;
        if (!double.IsFinite(level.Estimates[area]))
            return Showing.Missing;
        return level.LikeMean[area] ? Showing.LikeMean : Showing.Figure;
    }

    internal static bool HasRange(StudyLevel level, int area) => double.IsFinite(level.Lows[area]) && double.IsFinite(level.Highs[area]);
}
