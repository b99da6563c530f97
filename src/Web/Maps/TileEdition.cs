// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using Schakel.Catalogue.Areas;
using Schakel.Web.Atlas;

namespace Schakel.Web.Maps;

/// <summary>
/// What the address of a tile says of its borders: the first year that has them, and their mark. Years with the same borders have the same edition, so
/// who goes to another year or another figure loads no borders again; an import that leaves the borders alone changes no address either.
/// </summary>
/// <param name="Year">First year of the catalogue with these borders.</param>
/// <param name="Mark">Names the borders by what they are.</param>
internal sealed record TileEdition(int Year, string Mark)
{
    private static readonly ConditionalWeakTable<IGround, ConcurrentDictionary<(string Level, int Year), TileEdition>> known = [];

    internal static TileEdition Of(IGround ground, string level, int year) => known.GetOrCreateValue(ground).GetOrAdd((level, year), asked => First(ground, asked.Level, asked.Year));

    /// <summary>Years that areas or figures are of: layers are made of no other.</summary>
    internal static IEnumerable<int> YearsOf(IGround ground) => ground.Levels.SelectMany(known => known.Years).Concat(ground.Indicators.SelectMany(known => known.Years)).Distinct();

    private static TileEdition First(IGround ground, string level, int year)
    {
        var mark = MarkOf(ground, level, year);
        foreach (var earlier in YearsOf(ground).Where(other => other < year).Order())
            if (MarkOf(ground, level, earlier) == mark)
                return new TileEdition(earlier, mark);
        return new TileEdition(year, mark);
    }

    private static string MarkOf(IGround ground, string level, int year)
    {
        if (!ground.Areas(level, year).TryGet(out var areas, out _))
            return string.Create(CultureInfo.InvariantCulture, $"{GroundLayer.MarkOf(ground)}-{year}");
        var mark = ground.BoundaryMark(areas);
        return IsDrawnFromParts(ground, areas) ? string.Create(CultureInfo.InvariantCulture, $"{mark}-{GroundLayer.MarkOf(ground)}-{year}") : mark;
    }

    /// <summary>What lacks a boundary may be drawn from finer areas, and then more than its own map counts: such a year stands by itself.</summary>
    private static bool IsDrawnFromParts(IGround ground, AreaLayer areas)
    {
        var rank = ground.Levels.First(summary => summary.Level.Id == areas.Level).Level.Rank;
        return areas.HasBoundary.Contains(false) && ground.Levels.Any(finer => finer.Level.Id != "cell" && finer.Level.Rank < rank && finer.Areas > 0);
    }
}
