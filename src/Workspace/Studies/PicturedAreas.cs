// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Catalogue.Areas;
using Schakel.Catalogue.Columns;

namespace Schakel.Workspace.Studies;

/// <summary>
/// A study describes the areas that have figures. On a map and in a table the others must be seen too: unknown is drawn, not left out.
/// </summary>
public static class PicturedAreas
{
    /// <summary>The same picture, with the areas of its place that have no figure added to each level but cells.</summary>
    /// <param name="areas">The layer of a level and year.</param>
    /// <param name="picture">As the study gave it.</param>
    public static ScalePicture Completed(Func<string, int?, Outcome<AreaLayer>> areas, ScalePicture picture) =>
        picture with { Levels = [.. picture.Levels.Select(level => level.Level.Id == "cell" ? level : Completed(areas, picture, level))] };

    /// <summary>Areas that finer ones of this year lie in; an older edition may have others, which are no longer there. Null when no finer level says.</summary>
    private static HashSet<string>? InUse(Func<string, int?, Outcome<AreaLayer>> areas, ScalePicture picture, Level level)
    {
        foreach (var finer in picture.Levels.Where(finer => finer.Level.Id != "cell" && finer.Level.Rank < level.Rank).OrderByDescending(finer => finer.Level.Rank))
        {
            if (areas(finer.Level.Id, picture.Year).TryGet(out var layer, out _) && layer.Parents.TryGetValue(level.Id, out var parents) && parents.Any(parent => parent is not null))
                return parents.OfType<string>().ToHashSet(StringComparer.Ordinal);
        }

        return null;
    }

    private static StudyLevel Completed(Func<string, int?, Outcome<AreaLayer>> areas, ScalePicture picture, StudyLevel level)
    {
        if (!areas(level.Level.Id, picture.Year).TryGet(out var layer, out _))
            return level;

        // The place of a picture is what its coarsest level covers.
        var coarsest = picture.Levels.MaxBy(other => other.Level.Rank)!;
        if (coarsest == level || !layer.Parents.TryGetValue(coarsest.Level.Id, out var parents))
            return level;

        var covered = coarsest.Codes.ToHashSet(StringComparer.Ordinal);
        var inUse = InUse(areas, picture, level.Level);
        var known = level.Codes.Select((code, area) => (code, area)).ToDictionary(pair => pair.code, pair => pair.area, StringComparer.Ordinal);
        var places = Enumerable.Range(0, layer.Codes.Length)
            .Where(area => known.ContainsKey(layer.Codes[area]) || (parents[area] is { } parent && covered.Contains(parent) && inUse?.Contains(layer.Codes[area]) != false))
            .ToArray();
        if (places.Length == level.Codes.Length)
            return level;

        return new StudyLevel(
            level.Level,
            [.. places.Select(area => layer.Codes[area])],
            [.. places.Select(area => layer.Names[area])],
            layer.Parents.ToDictionary(pair => pair.Key, pair => places.Select(area => pair.Value[area]).ToArray()),
            Spread(level.Denominators, double.NaN), Spread(level.Rates, double.NaN), Spread(level.Missing, MissingReason.Empty),
            Spread(level.Estimates, double.NaN), Spread(level.Lows, double.NaN), Spread(level.Highs, double.NaN), Spread(level.LikeMean, false));

        T[] Spread<T>(T[] column, T otherwise) =>
            [.. places.Select(area => known.TryGetValue(layer.Codes[area], out var at) ? column[at] : otherwise)];
    }
}
