// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Schakel.Catalogue.Tests.Sources;

/// <summary>Files that the tests make themselves, in a folder that goes away with the test.</summary>
internal sealed class MadeFiles : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("schakel test ");

    internal string Folder => folder.FullName;

    internal string Path(string name) => System.IO.Path.Combine(folder.FullName, name);

    public void Dispose() => folder.Delete(recursive: true);

    internal string Text(string name, string text, Encoding? encoding = null)
    {
        File.WriteAllText(Path(name), text, encoding ?? new UTF8Encoding(false));
        return Path(name);
    }

    internal string Bytes(string name, byte[] bytes)
    {
        File.WriteAllBytes(Path(name), bytes);
        return Path(name);
    }

    /// <summary>The file again with its bytes changed.</summary>
    internal string Changed(string name, Func<byte[], byte[]> change) => Bytes(name, change(File.ReadAllBytes(Path(name))));

    internal string Zip(string name, params ReadOnlySpan<(string Name, byte[] Bytes)> entries)
    {
        using var archive = ZipFile.Open(Path(name), ZipArchiveMode.Create);
        foreach (var (entryName, bytes) in entries)
        {
            using var stream = archive.CreateEntry(entryName).Open();
            stream.Write(bytes);
        }
        return Path(name);
    }

    internal static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>Two squares of 100 m beside each other near Amersfoort.</summary>
    internal static string[] Squares { get; } =
    [
        "POLYGON((155000 463000, 155100 463000, 155100 463100, 155000 463100, 155000 463000))",
        "POLYGON((155100 463000, 155200 463000, 155200 463100, 155100 463100, 155100 463000))",
    ];

    internal static byte[] Wkb(string wkt) => new WKBWriter().Write(new WKTReader().Read(wkt));

    internal static byte[] Blob(byte[] wkb, int srs = 28992)
    {
        var blob = new byte[8 + wkb.Length];
        (blob[0], blob[1], blob[3]) = ((byte)'G', (byte)'P', 1);
        BinaryPrimitives.WriteInt32LittleEndian(blob.AsSpan(4), srs);
        wkb.CopyTo(blob, 8);
        return blob;
    }

    /// <summary>A GeoPackage with one layer <c>buurt</c>: a code, a figure and a square a row.</summary>
    internal string GeoPackage(string name, int srs = 28992, string[]? shapes = null, string? sql = null, byte[][]? blobs = null)
    {
        var path = Path(name);
        using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            connection.Open();
            Run(connection, """
                PRAGMA synchronous = OFF;
                PRAGMA journal_mode = MEMORY;
                PRAGMA application_id = 1196444487;
                CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT, organization_coordsys_id INTEGER, definition TEXT);
                INSERT INTO gpkg_spatial_ref_sys VALUES ('RD', 28992, 'EPSG', 28992, 'x'), ('WGS 84', 4326, 'EPSG', 4326, 'x'), ('Web', 3857, 'EPSG', 3857, 'x'), ('UTM', 32631, 'EPSG', 32631, 'x');
                CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT, srs_id INTEGER);
                CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER, z TINYINT, m TINYINT);
                CREATE TABLE buurt (fid INTEGER PRIMARY KEY, geom BLOB, bu_code TEXT, aantal INTEGER);
                INSERT INTO gpkg_contents VALUES ('buurt', 'features', 28992);
                """);
            Run(connection, string.Create(CultureInfo.InvariantCulture, $"INSERT INTO gpkg_geometry_columns VALUES ('buurt', 'geom', 'GEOMETRY', {srs}, 0, 0)"));
            blobs ??= [.. (shapes ?? Squares).Select(wkt => Blob(Wkb(wkt), srs))];
            for (var i = 0; i < blobs.Length; i++)
            {
                using var insert = connection.CreateCommand();
                insert.CommandText = "INSERT INTO buurt (geom, bu_code, aantal) VALUES ($geom, $code, $count)";
                insert.Parameters.AddWithValue("$geom", blobs[i]);
                insert.Parameters.AddWithValue("$code", string.Create(CultureInfo.InvariantCulture, $"BU0307000{i}"));
                insert.Parameters.AddWithValue("$count", 10 * (i + 1));
                insert.ExecuteNonQuery();
            }
            if (sql is not null)
                Run(connection, sql);
        }
        return path;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>A shapefile with two squares, written by hand: .shp, .shx, .dbf, .prj.</summary>
    internal string Shapefile(string stem, string[]? wkt = null, string prj = """PROJCS["RD_New"]""", string[]? codes = null)
    {
        var shapes = (wkt ?? Squares).Select(text => (Polygon)new WKTReader().Read(text)).ToArray();
        using var shp = new MemoryStream();
        shp.Write(new byte[100]);
        for (var i = 0; i < shapes.Length; i++)
        {
            var rings = new[] { shapes[i].ExteriorRing.Coordinates }.Concat(shapes[i].InteriorRings.Select(ring => ring.Coordinates)).ToArray();
            var points = rings.Sum(ring => ring.Length);
            var content = new byte[44 + 4 * rings.Length + 16 * points];
            BinaryPrimitives.WriteInt32LittleEndian(content, 5);
            BinaryPrimitives.WriteInt32LittleEndian(content.AsSpan(36), rings.Length);
            BinaryPrimitives.WriteInt32LittleEndian(content.AsSpan(40), points);
            var point = 0;
            for (var ring = 0; ring < rings.Length; ring++)
            {
                BinaryPrimitives.WriteInt32LittleEndian(content.AsSpan(44 + 4 * ring), point);
                // Shells clockwise, holes the other way: the reverse of how the texts above run.
                foreach (var at in rings[ring].Reverse())
                {
                    BinaryPrimitives.WriteDoubleLittleEndian(content.AsSpan(44 + 4 * rings.Length + 16 * point), at.X);
                    BinaryPrimitives.WriteDoubleLittleEndian(content.AsSpan(52 + 4 * rings.Length + 16 * point++), at.Y);
                }
            }
            var head = new byte[8];
            BinaryPrimitives.WriteInt32BigEndian(head, i + 1);
            BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), content.Length / 2);
            shp.Write(head);
            shp.Write(content);
        }
        var bytes = shp.ToArray();
        BinaryPrimitives.WriteInt32BigEndian(bytes, 9994);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(24), bytes.Length / 2);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(28), 1000);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(32), 5);
        Bytes(stem + ".shp", bytes);
        Bytes(stem + ".dbf", Dbase(codes ?? [.. shapes.Select((_, i) => $"BU0307000{i}")]));
        Text(stem + ".prj", prj);
        return Path(stem + ".shp");
    }

    /// <summary>A table with a code of 10 letters and a figure of 8 digits.</summary>
    internal static byte[] Dbase(string[] codes, Encoding? encoding = null, byte language = 0)
    {
        using var dbf = new MemoryStream();
        var header = new byte[32 + 2 * 32 + 1];
        header[0] = 3;
        header[29] = language;
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(4), codes.Length);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(8), (short)header.Length);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(10), 19);
        Utf8("BU_CODE").CopyTo(header, 32);
        (header[43], header[48]) = ((byte)'C', 10);
        Utf8("AANT_INW").CopyTo(header, 64);
        (header[75], header[80]) = ((byte)'N', 8);
        header[^1] = 0x0D;
        dbf.Write(header);
        for (var i = 0; i < codes.Length; i++)
            dbf.Write((encoding ?? Encoding.UTF8).GetBytes(string.Create(CultureInfo.InvariantCulture, $" {codes[i],-10}{(i + 1) * 10,8}")));
        return dbf.ToArray();
    }

    /// <summary>A workbook with one sheet of the given XML.</summary>
    internal string Workbook(string name, string sheetData, string? sharedStrings = null, string? styles = null, string? sheets = null)
    {
        var entries = new List<(string, byte[])>
        {
            ("xl/workbook.xml", Utf8($"""
                <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
                <sheets>{sheets ?? """<sheet name="Blad1" sheetId="1" r:id="rId1"/>"""}</sheets></workbook>
                """)),
            ("xl/_rels/workbook.xml.rels", Utf8("""<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="worksheets/sheet2.xml"/></Relationships>""")),
            ("xl/worksheets/sheet1.xml", Utf8($"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{sheetData}</sheetData></worksheet>""")),
        };
        if (sharedStrings is not null)
            entries.Add(("xl/sharedStrings.xml", Utf8($"<sst>{sharedStrings}</sst>")));
        if (styles is not null)
            entries.Add(("xl/styles.xml", Utf8($"<styleSheet>{styles}</styleSheet>")));
        return Zip(name, [.. entries]);
    }

    /// <summary>A row of a sheet with texts and numbers in columns A, B, C …</summary>
    internal static string Row(int number, params ReadOnlySpan<object> cells)
    {
        var row = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"<row r=\"{number}\">"));
        for (var i = 0; i < cells.Length; i++)
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + i)}{number}");
            row.Append(cells[i] is string text
                ? $"<c r=\"{at}\" t=\"inlineStr\"><is><t>{text}</t></is></c>"
                : string.Create(CultureInfo.InvariantCulture, $"<c r=\"{at}\"><v>{cells[i]}</v></c>"));
        }
        return row.Append("</row>").ToString();
    }

    /// <summary>A feature collection with one feature for each geometry.</summary>
    internal static string Features(params ReadOnlySpan<string> geometries)
    {
        var features = new List<string>();
        for (var i = 0; i < geometries.Length; i++)
            features.Add("{\"type\":\"Feature\",\"properties\":{\"code\":\"BU0" + i.ToString(CultureInfo.InvariantCulture) + "\",\"aantal\":" + i.ToString(CultureInfo.InvariantCulture) + "},\"geometry\":" + geometries[i] + "}");
        return "{\"type\":\"FeatureCollection\",\"features\":[" + string.Join(",", features) + "]}";
    }

    internal const string RdSquare = """{"type":"Polygon","coordinates":[[[155000,463000],[155100,463000],[155100,463100],[155000,463100],[155000,463000]]]}""";

    internal const string DegreeSquare = """{"type":"Polygon","coordinates":[[[5.38,52.15],[5.39,52.15],[5.39,52.16],[5.38,52.16],[5.38,52.15]]]}""";
}
