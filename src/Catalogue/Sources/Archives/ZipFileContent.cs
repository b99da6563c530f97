// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.IO.Compression;
using Schakel.Catalogue.Sources.Delimited;
using Schakel.Catalogue.Sources.Json;
using Schakel.Catalogue.Sources.Shapefiles;
using Schakel.Catalogue.Sources.Workbooks;

namespace Schakel.Catalogue.Sources.Archives;

/// <summary>Reads what lies in a zip archive: a workbook (which is one), shapefiles, a GeoPackage, GeoJSON or text.</summary>
/// <remarks>Entries are read in memory, as streams; only a GeoPackage or Parquet file needs a folder of its own, which is removed whatever happens. Names of entries never become file names.</remarks>
internal static class ZipFileContent
{
    internal static List<TableDraft> Read(string path, ReadOptions options, CancellationToken cancel)
    {
        try
        {
            using var archive = ZipFile.OpenRead(path);
            return Read(archive, options, cancel);
        }
        catch (InvalidDataException broken)
        {
            throw new InputRefused("file-damaged", $"The archive cannot be unpacked: {broken.Message}") { Expected = "a complete .zip or .xlsx; download it again" };
        }
    }

    private static List<TableDraft> Read(ZipArchive archive, ReadOptions options, CancellationToken cancel)
    {
        var entries = archive.Entries.Where(IsFile).ToList();
        if (archive.GetEntry("xl/workbook.xml") is not null || entries.Exists(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.OrdinalIgnoreCase)))
            return WorkbookFile.Read(archive, options, cancel);
        foreach (var entry in entries)
            RequireReadable(entry);

        // The same areas often come in several formats; the richest is read.
        if (OfKind(entries, ".gpkg") is { Count: > 0 } packages)
            return Extracted(packages, options, cancel);
        if (OfKind(entries, ".shp") is { Count: > 0 } shapes)
            return Shapes(archive, shapes, options, cancel);
        if (OfKind(entries, ".parquet", ".geoparquet") is { Count: > 0 } parquet)
            return Extracted(parquet, options, cancel);
        if (OfKind(entries, ".geojson", ".topojson", ".json", ".ndjson") is { Count: > 0 } json)
            return Each(json, options, entry => JsonFile.Read(Open(entry, options, JsonFile.MostBytes), entry.Length, options, cancel));
        if (OfKind(entries, ".csv", ".tsv", ".tab", ".txt") is { Count: > 0 } text)
            return Each(WithoutDescriptions(text), options, entry => [DelimitedFile.Read(Open(entry, options), options, cancel)]);
        if (OfKind(entries, ".xlsx") is { Count: > 0 } books)
            return Each(books, options, entry => Workbook(entry, options, cancel));
        throw new InputRefused("archive-without-data", entries.Count == 0 ? "The archive is empty." : "The archive holds no file that is read here.")
        {
            Value = string.Join(", ", entries.Take(5).Select(entry => entry.Name)),
            Expected = "a GeoPackage, shapefile, GeoJSON, Parquet, CSV or XLSX inside",
        };
    }

    private static bool IsFile(ZipArchiveEntry entry) =>
        entry.Name.Length > 0 && !entry.Name.StartsWith("._", StringComparison.Ordinal) && !entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal);

    private static void RequireReadable(ZipArchiveEntry entry)
    {
        if (entry.IsEncrypted)
            throw new InputRefused("archive-encrypted", "The archive is protected with a password.") { Value = entry.FullName, Expected = "an archive without password" };
        var parts = entry.FullName.Split('/', '\\');
        if (parts.Contains("..") || entry.FullName.StartsWith('/') || entry.FullName.Contains(':', StringComparison.Ordinal))
            throw new InputRefused("archive-unsafe", "The archive holds a name that points outside itself.") { Value = entry.FullName, Expected = "names without '..' and drive letters" };
    }

    private static List<ZipArchiveEntry> OfKind(List<ZipArchiveEntry> entries, params ReadOnlySpan<string> extensions)
    {
        var found = new List<ZipArchiveEntry>();
        foreach (var entry in entries)
            foreach (var extension in extensions)
                if (entry.Name.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
                    found.Add(entry);
        found.Sort((a, b) => string.CompareOrdinal(a.FullName, b.FullName));
        return found;
    }

    // Downloads of CBS come with a readme and a description of the columns beside the data.
    private static List<ZipArchiveEntry> WithoutDescriptions(List<ZipArchiveEntry> text)
    {
        var tables = text.Where(entry => !entry.Name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase)
            && !entry.Name.Contains("metadata", StringComparison.OrdinalIgnoreCase)).ToList();
        return tables.Count > 0 ? tables : text;
    }

    /// <summary>Opens an entry for as many bytes as its reader can keep.</summary>
    internal static LimitedStream Open(ZipArchiveEntry entry, ReadOptions options, long mostBytes = long.MaxValue) =>
        entry.IsEncrypted
            ? throw new InputRefused("archive-encrypted", "The archive is protected with a password.") { Value = entry.FullName, Expected = "an archive without password" }
            : new LimitedStream(entry.Open(), entry.CompressedLength, Math.Min(options.MaxBytes, mostBytes), entry.FullName);

    private static List<TableDraft> Each(List<ZipArchiveEntry> entries, ReadOptions options, Func<ZipArchiveEntry, List<TableDraft>> read)
    {
        if (entries.Count == 1)
            return read(entries[0]);
        var chosen = options.Layer is null ? entries : entries.Where(entry => IsNamed(entry, options.Layer)).ToList();
        if (chosen.Count == 0)
            throw NoSuchLayer(options.Layer!, entries);
        return [.. chosen.SelectMany(entry => read(entry).Select(draft => draft.Layer is null ? draft.Named(Path.GetFileNameWithoutExtension(entry.Name)) : draft))];
    }

    private static bool IsNamed(ZipArchiveEntry entry, string layer) =>
        string.Equals(Path.GetFileNameWithoutExtension(entry.Name), layer, StringComparison.OrdinalIgnoreCase) || string.Equals(entry.Name, layer, StringComparison.OrdinalIgnoreCase);

    private static InputRefused NoSuchLayer(string layer, List<ZipArchiveEntry> entries) => new("no-such-layer", $"There is no layer '{layer}' in the archive.")
    {
        Layer = layer,
        Value = layer,
        Expected = string.Join(", ", entries.Select(entry => Path.GetFileNameWithoutExtension(entry.Name))),
    };

    private static List<TableDraft> Shapes(ZipArchive archive, List<ZipArchiveEntry> shapes, ReadOptions options, CancellationToken cancel)
    {
        var chosen = options.Layer is null ? shapes : shapes.Where(entry => IsNamed(entry, options.Layer)).ToList();
        if (chosen.Count == 0)
            throw NoSuchLayer(options.Layer!, shapes);
        return [.. chosen.Select(shape => ShapefileReader.Read(
            Path.GetFileNameWithoutExtension(shape.Name),
            extension => Sibling(archive, shape, extension) is { } entry ? Open(entry, options) : null, options, cancel))];
    }

    private static ZipArchiveEntry? Sibling(ZipArchive archive, ZipArchiveEntry shape, string extension)
    {
        var wanted = Path.ChangeExtension(shape.FullName, extension);
        return archive.Entries.FirstOrDefault(entry => string.Equals(entry.FullName, wanted, StringComparison.OrdinalIgnoreCase))
            ?? archive.Entries.FirstOrDefault(entry => string.Equals(entry.FullName, shape.FullName + extension, StringComparison.OrdinalIgnoreCase));
    }

    private static List<TableDraft> Extracted(List<ZipArchiveEntry> entries, ReadOptions options, CancellationToken cancel)
    {
        using var folder = new OwnFolder();
        var drafts = new List<TableDraft>();
        InputRefused? missing = null;
        foreach (var entry in entries)
        {
            var file = folder.File("content" + Path.GetExtension(entry.Name).ToLowerInvariant());
            using (var unpacked = Open(entry, options))
            using (var target = File.Create(file))
                unpacked.CopyTo(target);
            try
            {
                // A table without a name of its own answers to that of its entry; unpacked it has lost that.
                var hasLayers = !file.EndsWith(".parquet", StringComparison.Ordinal);
                if (!hasLayers && options.Layer is { } layer && !IsNamed(entry, layer))
                    throw NoSuchLayer(layer, entries);
                drafts.AddRange(SourceFile.Drafts(file, hasLayers ? options : options with { Layer = null }, cancel));
            }
            catch (InputRefused refused) when (refused.Code == "no-such-layer" && entries.Count > 1)
            {
                missing = refused;
            }
        }
        return drafts.Count == 0 && missing is not null ? throw missing : drafts;
    }

    private static List<TableDraft> Workbook(ZipArchiveEntry entry, ReadOptions options, CancellationToken cancel)
    {
        using var memory = new MemoryStream();
        using (var unpacked = Open(entry, options, WorkbookFile.MostBytes))
            unpacked.CopyTo(memory);
        using var book = new ZipArchive(memory);
        return WorkbookFile.Read(book, options, cancel);
    }
}
