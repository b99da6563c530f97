// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Catalogue.Sources;

/// <summary>What a file turns out to be.</summary>
internal enum FileFormat
{
    GeoPackage,
    Zip,
    Shapefile,
    Dbase,
    Json,
    Parquet,
    Text,
}

/// <summary>Recognises files by their first bytes; the extension only decides between look-alikes.</summary>
internal static class FileRecognition
{
    internal static FileFormat Of(string path, ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("SQLite format 3\0"u8))
            return FileFormat.GeoPackage;
        if (head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8))
            return FileFormat.Zip;
        if (head.StartsWith("PAR1"u8))
            return FileFormat.Parquet;
        if (head.Length >= 36 && head[0] == 0 && head[1] == 0 && head[2] == 0x27 && head[3] == 0x0a)
            return FileFormat.Shapefile;
        RefuseKnownStrangers(head);
        var extension = Path.GetExtension(path).ToUpperInvariant();
        if (extension == ".DBF" && head.Length >= 32 && head[0] is 0x03 or 0x83 or 0xF5 or 0x30 or 0x31 or 0x8B)
            return FileFormat.Dbase;
        RefuseBroken(extension, head);
        var start = head.StartsWith("\uFEFF"u8) ? head[3..] : head;
        start = start.TrimStart(" \t\r\n\u001e"u8);
        return start is [(byte)'{', ..] || (start is [(byte)'[', ..] && extension is ".JSON" or ".GEOJSON" or ".TOPOJSON") ? FileFormat.Json : FileFormat.Text;
    }

    private static void RefuseKnownStrangers(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("fgb\u0003"u8) || head.StartsWith("fgb\u0001"u8))
            throw NotRead("FlatGeobuf", "a GeoPackage; convert with 'ogr2ogr areas.gpkg areas.fgb' or save as GeoPackage in QGIS");
        if (head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
            throw NotRead("an old Excel workbook (.xls), or one with a password", ".xlsx or CSV without a password; open it in Excel or LibreOffice and save it as .xlsx");
        if (head.StartsWith("%PDF"u8))
            throw NotRead("a PDF document", "the figures themselves as CSV or XLSX");
        if (head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
            throw NotRead("a gzip archive", "the file inside it; unpack it with 'gunzip'");
        if (head.StartsWith("7z\u00bc\u00af"u8) || head.StartsWith((ReadOnlySpan<byte>)[(byte)'7', (byte)'z', 0xBC, 0xAF]) || head.StartsWith("Rar!"u8))
            throw NotRead("a 7z or RAR archive", "the files inside it, or a .zip");
        var start = head.StartsWith("\uFEFF"u8) ? head[3..] : head;
        start = start.TrimStart(" \t\r\n"u8);
        if (start.StartsWith("<!DOCTYPE"u8) || start.StartsWith("<!doctype"u8) || start.StartsWith("<html"u8) || start.StartsWith("<HTML"u8))
            throw NotRead("a web page", "the file behind the page: the download may have failed or need a sign-in");
        if (start.StartsWith("<?xml"u8) || start.StartsWith("<kml"u8) || start.StartsWith("<gml"u8) || start.StartsWith("<wfs"u8))
            throw NotRead("an XML file (GML or KML)", "GeoPackage or GeoJSON; for a WFS ask 'outputFormat=application/json'");
    }

    private static void RefuseBroken(string extension, ReadOnlySpan<byte> head)
    {
        var expected = extension switch
        {
            ".GPKG" => "a GeoPackage starts with 'SQLite format 3'",
            ".SHP" => "a shapefile starts with the number 9994",
            ".XLSX" or ".ZIP" => "the file starts with 'PK'",
            ".PARQUET" or ".GEOPARQUET" => "the file starts with 'PAR1'",
            _ => null,
        };
        if (expected is not null)
            throw new InputRefused("file-damaged", $"The file is called {extension.ToLowerInvariant()} but is none.")
            {
                Value = Convert.ToHexString(head[..Math.Min(8, head.Length)]),
                Expected = expected,
            };
    }

    private static InputRefused NotRead(string what, string instead) => new("format-not-read", $"The file is {what}, which is not read here.") { Expected = instead };
}
