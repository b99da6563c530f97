// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Security.Cryptography;
using Schakel.Analysis;
using Schakel.Writers;
using Schakel.Writers.Delimited;
using Schakel.Writers.GeoPackages;
using Schakel.Writers.Json;
using Schakel.Writers.Parquet;
using Schakel.Writers.Workbooks;

namespace Schakel.Workspace.Exports;

/// <summary>A file that was written.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Levels">Ids of the levels in it.</param>
/// <param name="Rows">Areas in it, over all levels.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Lower-case hex of its bytes.</param>
public sealed record ExportedFile(string Path, IReadOnlyList<string> Levels, int Rows, long Bytes, string Sha256);

/// <summary>Writes what was gathered, whole or not at all.</summary>
/// <param name="content">What is written.</param>
/// <param name="program">Name and version of the program, for the account.</param>
public sealed class ExportFiles(ExportContent content, string program)
{
    // SQLite takes 2,000 columns a table; the key and the shape are two of them.
    private const int MostGeoPackageColumns = 1_998;

    private readonly ExportAccount account = new(content, program);

    /// <summary>The files that a format needs: one, or one a level beside each other.</summary>
    /// <param name="format">The form.</param>
    /// <param name="path">As the user named it.</param>
    public IReadOnlyList<string> PathsFor(ExportFormat format, string path)
    {
        string[] tables = format.HoldsLevels || content.Layers.Count == 1 ? [path] : [.. content.Layers.Select(layer => PathOf(path, layer))];
        // The description first: a table without one would be the worse half.
        return format == ExportFormat.Csv ? [.. tables.Select(CsvMetadata.PathFor), .. tables] : tables;
    }

    /// <summary>Writes the files.</summary>
    /// <param name="format">The form.</param>
    /// <param name="path">Where; with several levels in a form that holds one, the level is put into the name.</param>
    /// <param name="overwrite">Whether files that are there may be replaced.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>The files, or <c>export-file-exists</c>, <c>export-no-folder</c>, <c>export-too-large</c>.</returns>
    public Outcome<IReadOnlyList<ExportedFile>> Write(ExportFormat format, string path, bool overwrite, CancellationToken cancel = default)
    {
        var paths = PathsFor(format, path);
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder))
            return new Reason("export-no-folder", $"There is no folder {folder} to write into.") { Arguments = [folder] };
        if (paths.FirstOrDefault(Directory.Exists) is { } taken)
            return new Reason("export-file-exists", $"{taken} is a folder; give the name of a file.") { Arguments = [taken] };
        if (!overwrite && paths.FirstOrDefault(File.Exists) is { } there)
            return new Reason("export-file-exists", $"{there} is there already; with --force it is replaced.") { Arguments = [there] };
        if (TooLarge(format) is { } reason)
            return reason;

        var files = new List<NewFile>();
        try
        {
            files.AddRange(paths.Select(name => new NewFile(name)));
            Fill(format, files, cancel);
            cancel.ThrowIfCancellationRequested();
            NewFile.PlaceAll(files, overwrite);
        }
        finally
        {
            foreach (var file in files)
                file.Dispose();
        }
        return new Outcome<IReadOnlyList<ExportedFile>>([.. paths.Select((name, i) => Written(format, name, i))]);
    }

    private void Fill(ExportFormat format, List<NewFile> files, CancellationToken cancel)
    {
        if (format == ExportFormat.GeoPackage)
            FillGeoPackage(files[0], cancel);
        else if (format == ExportFormat.Xlsx)
            using (var stream = files[0].Open())
                WorkbookFile.Write(stream, [.. content.Layers.Select(layer => Table(layer, ShapesIn.None)), .. account.Sheets()], cancel);
        else
            for (var i = 0; i < content.Layers.Count; i++)
                FillLevel(format, files, i, cancel);
    }

    private void FillLevel(ExportFormat format, List<NewFile> files, int at, CancellationToken cancel)
    {
        var layer = content.Layers[at];
        if (format == ExportFormat.GeoParquet)
        {
            GeoParquetFile.Write(files[at].WorkPath, Table(layer, ShapesIn.Metres), new Dictionary<string, string> { ["schakel"] = account.Json([layer], Say(ShapesIn.Metres)) }, cancel);
        }
        else if (format == ExportFormat.GeoJson)
        {
            using var stream = files[at].Open();
            GeoJsonFile.Write(stream, Table(layer, ShapesIn.Degrees), json => account.Write(json, [layer], Say(ShapesIn.Degrees)), cancel);
        }
        else
        {
            var (description, csv) = (files[at], files[content.Layers.Count + at]);
            var table = Table(layer, ShapesIn.None);
            using (var stream = csv.Open())
                DelimitedFile.Write(stream, table, cancel);
            using var sidecar = description.Open();
            CsvMetadata.Write(sidecar, Path.GetFileName(csv.Path), table, ExportTables.Key, json =>
            {
                json.WriteString("dc:title", account.Title);
                json.WriteString("dc:source", string.Join("; ", account.Sources));
                json.WriteString("dc:license", string.Join("; ", account.Licences));
                json.WriteString("dc:description", account.Use + " " + account.Words.Say(
                    "Tekst die een rekenblad voor een formule zou houden, begint met een apostrof.", "Text that a spreadsheet would take for a formula begins with an apostrophe."));
                json.WriteStartArray("notes");
                json.WriteStartObject();
                account.Write(json, [layer], Say(ShapesIn.None));
                json.WriteEndObject();
                json.WriteEndArray();
            });
        }
    }

    private void FillGeoPackage(NewFile place, CancellationToken cancel)
    {
        using var file = new GeoPackageFile(place, LastYear());
        foreach (var layer in content.Layers)
        {
            file.AddTable(Table(layer, ShapesIn.Metres), epsg: 28992, cancel);
            foreach (var style in MapStyles.Of(layer, account.Words))
                file.AddStyle(style);
        }
        file.AddMetadata(null, GeoPackageAccount.GdalStandard, "text/xml", GeoPackageAccount.ForGdal(account));
        // By layer: what ogrinfo says of the whole file stays readable.
        foreach (var layer in content.Layers)
            file.AddMetadata(layer.Level.Id, "urn:schakel:export:1", "application/json", account.Json([layer], Say(ShapesIn.Metres)));
        foreach (var layer in content.Layers)
            file.AddMetadata(layer.Level.Id, GeoPackageAccount.QgisStandard, "text/xml", GeoPackageAccount.ForQgis(account, layer));
        file.Complete();
    }

    private FeatureTable Table(ExportLayer layer, ShapesIn shapes) => ExportTables.Of(layer, account.Words, account.Text, shapes);

    private Reason? TooLarge(ExportFormat format)
    {
        foreach (var layer in content.Layers)
        {
            var columns = 2 + layer.Parents.Count + (2 * layer.Columns.Count);
            var (mostRows, mostColumns) = format == ExportFormat.Xlsx ? (WorkbookFile.MostRows, WorkbookFile.MostColumns)
                : format == ExportFormat.GeoPackage ? (int.MaxValue, MostGeoPackageColumns) : (int.MaxValue, int.MaxValue);
            if (layer.Codes.Length > mostRows || columns > mostColumns)
                return new Reason("export-too-large", $"Level {layer.Level.Id} has {layer.Codes.Length} rows and {columns} columns; {format.Id} holds at most {mostRows} and {mostColumns}. Ask fewer figures or years, or take another format.")
                {
                    Arguments = [layer.Level.Id, layer.Codes.Length, columns, format.Id],
                };
        }
        return null;
    }

    private ExportedFile Written(ExportFormat format, string path, int at)
    {
        var layers = format.HoldsLevels ? content.Layers : [content.Layers[at % content.Layers.Count]];
        using var stream = File.OpenRead(path);
        return new ExportedFile(path, [.. layers.Select(layer => layer.Level.Id)], layers.Sum(layer => layer.Codes.Length), stream.Length, Convert.ToHexStringLower(SHA256.HashData(stream)));
    }

    private string Say(ShapesIn shapes) => shapes switch
    {
        ShapesIn.Metres => account.Words.Say("RD New (EPSG:28992), in meters", "RD New (EPSG:28992), in metres"),
        ShapesIn.Degrees => account.Words.Say(
            "WGS 84 (lengte- en breedtegraad), zoals RFC 7946 voorschrijft; omgerekend uit RD New (EPSG:28992), binnen 0,2 m van de officiële omrekening",
            "WGS 84 (longitude and latitude), as RFC 7946 prescribes; converted from RD New (EPSG:28992), within 0.2 m of the official conversion"),
        _ => account.Words.Say("geen: gebieden zijn te herkennen aan hun code", "none: areas are known by their code"),
    };

    // The file holds no clock, so that equal content gives equal bytes: it states the end of the last year that its sources speak of.
    private DateTimeOffset LastYear() => new(content.Datasets.SelectMany(dataset => dataset.Years).Where(year => year is > 1900 and < 3000).DefaultIfEmpty(1970).Max(), 12, 31, 0, 0, 0, TimeSpan.Zero);

    private static string PathOf(string path, ExportLayer layer) =>
        Path.Combine(Path.GetDirectoryName(path) ?? "", $"{Path.GetFileNameWithoutExtension(path)}_{Plain(layer.Level.Id)}{Path.GetExtension(path)}");

    // Levels of a municipality may be called anything.
    private static string Plain(string level) => string.Concat(level.Select(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' ? letter : '_'));
}
