// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Catalogue.Areas;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Indicators;
using Schakel.Web.Atlas;

namespace Schakel.Web.Figures;

/// <summary>How complete one figure is at one level in one year.</summary>
/// <param name="Level">The level.</param>
/// <param name="Year">The year.</param>
/// <param name="Present">Areas with a figure.</param>
/// <param name="Missing">Areas without one, per reason.</param>
public sealed record PresentFigures(Level Level, int Year, int Present, IReadOnlyList<(MissingReason Reason, int Areas)> Missing)
{
    /// <summary>Coarse level first, newest year first; levels without any figure are left out.</summary>
    internal static IReadOnlyList<PresentFigures> Of(IGround ground, Indicator indicator) =>
    [
        .. from summary in ground.Levels.Reverse()
           from year in indicator.Years.Reverse()
           let found = At(ground, indicator, summary.Level, year)
           where found is not null
           select found,
    ];

    private static PresentFigures? At(IGround ground, Indicator indicator, Level level, int year)
    {
        if (!ground.Areas(level.Id, year).TryGet(out var layer, out _) || !ground.Values(indicator.Id, layer, year).TryGet(out var values, out _))
            return null;

        var present = values.Missing.Count(reason => reason == MissingReason.Present);
        return present == 0 ? null : new PresentFigures(level, year, present,
            [.. values.Missing.Where(reason => reason != MissingReason.Present).GroupBy(reason => reason).OrderBy(group => group.Key).Select(group => (group.Key, group.Count()))]);
    }
}
