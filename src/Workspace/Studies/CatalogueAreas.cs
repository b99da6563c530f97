// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Catalogue.Areas;
using Schakel.Catalogue.Storage;

namespace Schakel.Workspace.Studies;

/// <summary>The areas of one level, in a place or everywhere.</summary>
/// <param name="Level">The level.</param>
/// <param name="Layer">All areas of that level.</param>
/// <param name="Places">Index in <paramref name="Layer"/> of each area that was asked for, rising.</param>
public sealed record CatalogueAreas(Level Level, AreaLayer Layer, int[] Places)
{
    /// <summary>Finds the areas of a level inside a place.</summary>
    /// <param name="catalogue">Where the areas are.</param>
    /// <param name="level">Level id.</param>
    /// <param name="within">Code of the place, of any level; null = everywhere.</param>
    /// <param name="year">Wanted vintage; null = newest.</param>
    /// <returns>The areas, or <c>no-such-level</c>, <c>no-such-place</c>.</returns>
    public static Outcome<CatalogueAreas> Gather(CatalogueFolder catalogue, string level, string? within, int? year)
    {
        if (catalogue.Levels.FirstOrDefault(rung => rung.Level.Id == level)?.Level is not { } found)
            return NoSuchLevel(catalogue, level);

        if (!catalogue.Areas(level, year).TryGet(out var layer, out var reason))
            return reason;
        if (within is null)
            return new CatalogueAreas(found, layer, [.. Enumerable.Range(0, layer.Codes.Length)]);
        if (!Place.Find(catalogue, within, year).TryGet(out var place, out reason))
            return reason;

        return new CatalogueAreas(found, layer, Inside(catalogue, layer, found, place));
    }

    /// <summary>The parent of each area at a coarser level: as stored, else by way of finer areas that know both.</summary>
    internal static string?[]? ParentsOf(CatalogueFolder catalogue, AreaLayer layer, string level)
    {
        if (layer.Parents.TryGetValue(level, out var stored))
            return stored;

        foreach (var finer in catalogue.Levels.TakeWhile(rung => rung.Level.Id != layer.Level).Reverse())
        {
            if (!catalogue.Areas(finer.Level.Id, layer.Year).TryGet(out var parts, out _)
                || !parts.Parents.TryGetValue(layer.Level, out var areas) || !parts.Parents.TryGetValue(level, out var parents))
                continue;

            var found = new Dictionary<string, string?>(StringComparer.Ordinal);
            for (var part = 0; part < parts.Codes.Length; part++)
                if (areas[part] is { } area && parents[part] is { } parent && !found.TryAdd(area, parent) && found[area] != parent)
                    found[area] = null; // It lies in two of them: that is not nesting.
            return Array.ConvertAll(layer.Codes, code => found.GetValueOrDefault(code));
        }

        return null;
    }

    internal static Reason NoSuchLevel(CatalogueFolder catalogue, string level)
    {
        var levels = string.Join(", ", catalogue.Levels.Select(rung => rung.Level.Id));
        return new Reason("no-such-level", $"The catalogue has no level '{level}'. It has: {levels}.") { Arguments = [level, levels] };
    }

    private static int[] Inside(CatalogueFolder catalogue, AreaLayer layer, Level level, Place place)
    {
        var codes = place.Codes.ToHashSet(StringComparer.Ordinal);
        if (place.Level.Id == level.Id)
            return [.. Enumerable.Range(0, layer.Codes.Length).Where(area => codes.Contains(layer.Codes[area]))];
        return ParentsOf(catalogue, layer, place.Level.Id) is { } parents
            ? [.. Enumerable.Range(0, layer.Codes.Length).Where(area => parents[area] is { } parent && codes.Contains(parent))]
            : [];
    }
}
