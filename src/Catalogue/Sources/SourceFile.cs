// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Security.Cryptography;
using Schakel.Analysis;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Sources.Archives;
using Schakel.Catalogue.Sources.Delimited;
using Schakel.Catalogue.Sources.GeoPackages;
using Schakel.Catalogue.Sources.Json;
using Schakel.Catalogue.Sources.Parquet;
using Schakel.Catalogue.Sources.Shapefiles;

namespace Schakel.Catalogue.Sources;

/// <summary>Reads any file that a municipality downloads: GeoPackage, shapefile (also zipped), GeoJSON, TopoJSON, delimited text, StatLine CSV, XLSX, Parquet.</summary>
public static class SourceFile
{
    private const int HeadBytes = 4096;

    /// <summary>Splits <c>FILE[:LAYER]</c> as the command line accepts it (a colon inside an existing path is no layer).</summary>
    /// <param name="text">As typed.</param>
    /// <returns>Path and layer.</returns>
    public static (string Path, string? Layer) Split(string text)
    {
        if (File.Exists(text) || Directory.Exists(text))
            return (text, null);
        // The longest existing path wins; without one, the last colon splits (but not the one of a drive letter).
        for (var at = text.LastIndexOf(':'); at > 0; at = text.LastIndexOf(':', at - 1))
            if (File.Exists(text[..at]))
                return (text[..at], Named(text[(at + 1)..]));
        var last = text.LastIndexOf(':');
        return last > 1 && text.AsSpan(last).IndexOfAny('/', '\\') < 0 ? (text[..last], Named(text[(last + 1)..])) : (text, null);
    }

    private static string? Named(string layer) => layer.Length == 0 ? null : layer;

    /// <summary>Reads every table in a file (or the one asked for).</summary>
    /// <param name="path">File name.</param>
    /// <param name="options">What is needed.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <returns>The tables, or a <see cref="Refusal"/>.</returns>
    public static Outcome<IReadOnlyList<SourceTable>> Read(string path, ReadOptions options, CancellationToken cancel)
    {
        try
        {
            return Unusable(path, options) is { } unusable ? unusable : Tables(path, options, cancel);
        }
        catch (InputRefused refused)
        {
            return refused.For(path, options.Layer);
        }
        catch (UnauthorizedAccessException)
        {
            return NotReadable(path);
        }
    }

    /// <summary>Runs a faster way to read a GeoPackage, with the same refusals; null when the file is another kind or the way does not fit.</summary>
    internal static T? TryDirect<T>(string path, ReadOptions options, Func<T?> read, out Refusal? refusal)
        where T : class
    {
        refusal = null;
        try
        {
            refusal = Unusable(path, options);
            return refusal is null && FileRecognition.Of(path, Head(path)) == FileFormat.GeoPackage ? read() : null;
        }
        catch (InputRefused refused)
        {
            refusal = refused.For(path, options.Layer);
        }
        catch (UnauthorizedAccessException)
        {
            refusal = NotReadable(path);
        }
        return null;
    }

    private static Refusal NotReadable(string path) => new("file-not-readable", "The file may not be read by this user.", path) { Expected = "read permission" };

    /// <summary>Whether this is the folder of a file geodatabase (Esri).</summary>
    internal static bool IsGeodatabase(string path) => path.TrimEnd('/', '\\').EndsWith(".gdb", StringComparison.OrdinalIgnoreCase) && Directory.Exists(path);

    private static Refusal? Unusable(string path, ReadOptions options)
    {
        if (IsGeodatabase(path))
            return new Refusal("format-not-read", "This is a file geodatabase, which is not read here.", path) { Expected = "a GeoPackage; convert with 'ogr2ogr areas.gpkg areas.gdb' or save as GeoPackage in QGIS" };
        if (Directory.Exists(path))
            return new Refusal("not-a-file", "This is a folder, not a file.", path) { Expected = "one file" };
        if (!File.Exists(path))
            return new Refusal("file-not-found", "There is no such file.", path) { Expected = "the name of an existing file" };
        var length = new FileInfo(path).Length;
        if (length == 0)
            return new Refusal("file-empty", "The file is empty (0 bytes).", path) { Expected = "a file with data" };
        return length > options.MaxBytes ? new Refusal("file-too-large", $"The file has {length} bytes; at most {options.MaxBytes} are read.", path) : null;
    }

    private static Outcome<IReadOnlyList<SourceTable>> Tables(string path, ReadOptions options, CancellationToken cancel)
    {
        var sha256 = Sha256(path);
        var drafts = Drafts(path, options, cancel);
        return drafts.TrueForAll(draft => draft.RowCount == 0)
            ? new Refusal("no-rows", "The file has no rows.", path) { Layer = drafts[0].Layer, Expected = "at least one row of data below the header, or one feature" }
            : drafts.Select(draft => draft.Finish(path, sha256, cancel)).ToArray();
    }

    internal static List<TableDraft> Drafts(string path, ReadOptions options, CancellationToken cancel) =>
        FileRecognition.Of(path, Head(path)) switch
        {
            FileFormat.GeoPackage => GeoPackageFile.Read(path, options, cancel),
            FileFormat.Zip => ZipFileContent.Read(path, options, cancel),
            FileFormat.Shapefile => [ShapefileReader.Read(path, options, cancel)],
            FileFormat.Dbase => [ShapefileReader.Read(path, options with { Geometry = false }, cancel)],
            FileFormat.Json => OfOne(path, options, JsonFile.Read(Open(path), new FileInfo(path).Length, options, cancel)),
            FileFormat.Parquet => OfOne(path, options, [ParquetFile.Read(path, options, cancel)]),
            FileFormat.Text => OfOne(path, options, [DelimitedFile.Read(Open(path), options, cancel)]),
            var other => throw new InvalidOperationException($"No reader for {other}."),
        };

    // A file of one table without a name answers to its own name only: who asks for another layer took it for another file.
    private static List<TableDraft> OfOne(string path, ReadOptions options, List<TableDraft> drafts)
    {
        var own = Path.GetFileNameWithoutExtension(path);
        if (options.Layer is { } layer && drafts is [{ Layer: null }] && ColumnName.Plain(layer) != ColumnName.Plain(own))
            throw new InputRefused("no-such-layer", $"There is no layer '{layer}' in the file.") { Layer = layer, Value = layer, Expected = own };
        return drafts;
    }

    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16, FileOptions.SequentialScan);

    private static byte[] Head(string path)
    {
        using var stream = File.OpenRead(path);
        var head = new byte[HeadBytes];
        return head[..stream.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false)];
    }

    internal static string Sha256(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 0, FileOptions.SequentialScan);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
