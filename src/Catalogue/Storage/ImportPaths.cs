// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Catalogue.Indicators;
using Schakel.Catalogue.Sources.Recognition;

namespace Schakel.Catalogue.Storage;

/// <summary>Which files an import reads: those that are named, and in folders those that can be data.</summary>
internal static class ImportPaths
{
    private static readonly HashSet<string> data = new(StringComparer.OrdinalIgnoreCase)
    {
        ".gpkg", ".shp", ".zip", ".geojson", ".json", ".topojson", ".csv", ".tsv", ".txt", ".xlsx", ".xls", ".parquet", ".geoparquet", ".fgb",
    };

    internal static IReadOnlyList<string> Expand(IReadOnlyList<string> paths, string into)
    {
        // "import . --into ./stad.catalogue" must not read the catalogue itself.
        var own = Path.GetFullPath(into) + Path.DirectorySeparatorChar;
        var files = new List<string>();
        foreach (var path in paths)
            if (Directory.Exists(path))
                files.AddRange(Directory.EnumerateFiles(path, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System })
                    .Where(path => IsData(path) && !Path.GetFullPath(path).StartsWith(own, StringComparison.Ordinal)).Order(StringComparer.Ordinal));
            else
                files.Add(path);
        return [.. files.Distinct(StringComparer.Ordinal)];
    }

    // A readme, a statement of origin or the description of a CSV beside the data is no failed import.
    private static bool IsData(string path) =>
        data.Contains(Path.GetExtension(path)) && !path.EndsWith("-metadata.json", StringComparison.OrdinalIgnoreCase) && Path.GetFileName(path) != StatedOrigin.FileName && !OwnMeanings.Is(path) && !Path.GetFileName(path).StartsWith("readme", StringComparison.OrdinalIgnoreCase) && !Path.GetFileName(path).StartsWith("leesmij", StringComparison.OrdinalIgnoreCase);
}
