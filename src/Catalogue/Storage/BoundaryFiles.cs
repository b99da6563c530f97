// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;
using Schakel.Catalogue.Areas;

namespace Schakel.Catalogue.Storage;

/// <summary>Gathers the boundaries of a layer from the maps that hold them.</summary>
internal static class BoundaryFiles
{
    /// <summary>One boundary a code; the codes are sorted, and <paramref name="mapOf"/> names for each the file that holds its boundary, or null.</summary>
    internal static Geometry?[] Read(ParquetFiles files, IEnumerable<StoredFile> maps, string[] codes, string?[] mapOf)
    {
        var boundaries = new Geometry?[codes.Length];
        foreach (var map in maps)
        {
            if (!mapOf.Contains(map.Name, StringComparer.Ordinal))
                continue;
            var (found, shapes) = files.ReadBoundaries(map.Name, map.Rows);
            // A map may leave out the town of its own codes, which the layer put in front.
            Dictionary<string, int>? bare = null;
            for (var i = 0; i < found.Length; i++)
                if (Array.BinarySearch(codes, found[i], StringComparer.Ordinal) is var place && place >= 0 && mapOf[place] == map.Name)
                    boundaries[place] = shapes[i];
                else if (AreaCode.LevelOf(found[i]) is null && (bare ??= InTown(codes, mapOf, map.Name)).TryGetValue(found[i], out place))
                    boundaries[place] = shapes[i];
        }
        return boundaries;
    }

    private static Dictionary<string, int> InTown(string[] codes, string?[] mapOf, string map)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var place = 0; place < codes.Length; place++)
            if (mapOf[place] == map && OwnCode.Bare(codes[place]) is { } bare)
                places.TryAdd(bare, place);
        return places;
    }
}
