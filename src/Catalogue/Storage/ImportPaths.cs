// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Catalogue.Indicators;
using Schakel.Catalogue.Sources;
using Schakel.Catalogue.Sources.Recognition;

namespace Schakel.Catalogue.Storage;

/// <summary>Which files an import reads: those that are named, and in folders those that can be data.</summary>
internal static class ImportPaths
{
    private static readonly HashSet<string> data = new(StringComparer.OrdinalIgnoreCase)
    {
        ".gpkg", ".shp", ".zip", ".geojson", ".json", ".topojson", ".ndjson", ".jsonl", ".geojsonl", ".geojsonseq", ".geojsons",
        ".csv", ".tsv", ".tab", ".txt", ".xlsx", ".xlsm", ".parquet", ".geoparquet",
        // Not read, but whoever put them there should hear so.
        ".xls", ".ods", ".fgb", ".gml", ".kml", ".kmz", ".gz", ".7z", ".rar",
    };

    internal static IReadOnlyList<string> Expand(IReadOnlyList<string> paths, string into)
    {
        // "import . --into ./stad.catalogue" must not read the catalogue itself.
        var own = Path.GetFullPath(into) + Path.DirectorySeparatorChar;
        var files = new List<string>();
        foreach (var path in paths)
            if (Directory.Exists(path) && !SourceFile.IsGeodatabase(path))
                files.AddRange(In(new DirectoryInfo(path), path).Where(file => !Path.GetFullPath(file).StartsWith(own, StringComparison.Ordinal)).Order(StringComparer.Ordinal));
            else
                files.Add(path);
        return [.. files.Distinct(StringComparer.Ordinal)];
    }

    // A file geodatabase of Esri is a folder with hundreds of files, and one thing to a user.
    private static IEnumerable<string> In(DirectoryInfo folder, string path)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos("*", new EnumerationOptions { AttributesToSkip = FileAttributes.Hidden | FileAttributes.System }))
        {
            var name = Path.Combine(path, entry.Name);
            if (entry is not DirectoryInfo within)
            {
                if (IsData(name))
                    yield return name;
            }
            else if (SourceFile.IsGeodatabase(name))
                yield return name;
            else if (within.LinkTarget is null)
                foreach (var file in In(within, name))
                    yield return file;
        }
    }

    // A readme, a statement of origin or the description of a CSV beside the data is no failed import.
    private static bool IsData(string path) =>
        data.Contains(Path.GetExtension(path)) && !path.EndsWith("-metadata.json", StringComparison.OrdinalIgnoreCase) && Path.GetFileName(path) != StatedOrigin.FileName && !OwnMeanings.Is(path) && !Path.GetFileName(path).StartsWith("readme", StringComparison.OrdinalIgnoreCase) && !Path.GetFileName(path).StartsWith("leesmij", StringComparison.OrdinalIgnoreCase);
}
