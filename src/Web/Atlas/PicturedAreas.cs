// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Catalogue.Areas;
using Schakel.Catalogue.Columns;
using Schakel.Workspace.Studies;

namespace Schakel.Web.Atlas;

/// <summary>
/// A study describes the areas that have figures. On a map and in a table the others must be seen too: unknown is drawn, not left out.
/// </summary>
internal static class PicturedAreas
{
    /// <summary>The same picture, with the areas of its place that have no figure added to each level but cells.</summary>
    internal static ScalePicture Completed(IGround ground, ScalePicture picture) =>
        picture with { Levels = [.. picture.Levels.Select(level => level.Level.Id == "cell" ? level : Completed(ground, picture, level))] };

    /// <summary>Areas that finer ones of this year lie in; an older edition may have others, which are no longer there. Null when no finer level says.</summary>
    private static HashSet<string>? InUse(IGround ground, ScalePicture picture, Level level)
    {
        foreach (var finer in picture.Levels.Where(finer => finer.Level.Id != "cell" && finer.Level.Rank < level.Rank).OrderByDescending(finer => finer.Level.Rank))
        {
            if (ground.Areas(finer.Level.Id, picture.Year).TryGet(out var layer, out _) && layer.Parents.TryGetValue(level.Id, out var parents) && parents.Any(parent => parent is not null))
                return parents.OfType<string>().ToHashSet(StringComparer.Ordinal);
        }

        return null;
    }

    private static StudyLevel Completed(IGround ground, ScalePicture picture, StudyLevel level)
    {
        if (!ground.Areas(level.Level.Id, picture.Year).TryGet(out var layer, out _))
            return level;

        // The place of a picture is what its coarsest level covers.
        var coarsest = picture.Levels.MaxBy(other => other.Level.Rank)!;
        if (coarsest == level || !layer.Parents.TryGetValue(coarsest.Level.Id, out var parents))
            return level;

        var covered = coarsest.Codes.ToHashSet(StringComparer.Ordinal);
        var inUse = InUse(ground, picture, level.Level);
        var known = level.Codes.Select((code, area) => (code, area)).ToDictionary(pair => pair.code, pair => pair.area, StringComparer.Ordinal);
        var areas = Enumerable.Range(0, layer.Codes.Length)
            .Where(area => known.ContainsKey(layer.Codes[area]) || (parents[area] is { } parent && covered.Contains(parent) && inUse?.Contains(layer.Codes[area]) != false))
            .ToArray();
        if (areas.Length == level.Codes.Length)
            return level;

        return new StudyLevel(
            level.Level,
            [.. areas.Select(area => layer.Codes[area])],
            [.. areas.Select(area => layer.Names[area])],
            layer.Parents.ToDictionary(pair => pair.Key, pair => areas.Select(area => pair.Value[area]).ToArray()),
            Spread(level.Denominators, double.NaN), Spread(level.Rates, double.NaN), Spread(level.Missing, MissingReason.Empty),
            Spread(level.Estimates, double.NaN), Spread(level.Lows, double.NaN), Spread(level.Highs, double.NaN), Spread(level.LikeMean, false));

        T[] Spread<T>(T[] column, T otherwise) =>
            [.. areas.Select(area => known.TryGetValue(layer.Codes[area], out var at) ? column[at] : otherwise)];
    }
}
