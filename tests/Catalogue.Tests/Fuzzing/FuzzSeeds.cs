// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using DuckDB.NET.Data;
using Schakel.Catalogue.Tests.Sources;

namespace Schakel.Catalogue.Tests.Fuzzing;

/// <summary>A small valid file to start from.</summary>
/// <param name="Name">With the extension that it goes by.</param>
/// <param name="Bytes">Its content.</param>
internal sealed record FuzzSeed(string Name, byte[] Bytes)
{
    /// <summary>The parts of which the file is made, so that a change can go below compression, checksums and pages.</summary>
    internal IReadOnlyList<(string Name, byte[] Bytes)> Inside { get; init; } = [];

    /// <summary>Makes the file of its parts again.</summary>
    internal Func<MadeFiles, (string Name, byte[] Bytes)[], string> Assemble { get; init; } = static (files, parts) => files.Zip("m.zip", parts);
}

/// <summary>One or more valid files of each format that is read.</summary>
internal static class FuzzSeeds
{
    internal static IReadOnlyList<FuzzSeed> All()
    {
        using var files = new MadeFiles();
        var seeds = new List<FuzzSeed>
        {
            new("a.csv", MadeFiles.Utf8("code;naam;aantal;waarde\nBU1;\"Chassé; \"\"Park\"\"\";12;1,5\nBU2;geheim;.;-99997\nBU3;x;1 234;2.345,6\n")),
            new("statline.csv", MadeFiles.Utf8("\uFEFF\"Perioden\";\"Regio (code)\";\"Huishoudens\"\n\"2019\";\"GM0363    \";\"  457400\"\n\"2019\";\"WK036300  \";\"       .\"\n")),
            new("utf16.csv", Encoding.Unicode.GetBytes("\uFEFFcode\tn\r\nBU1\t1\r\nBU2\t2\r\n")),
            new("rownames.csv", MadeFiles.Utf8("\"\",\"code\",\"n\"\n\"1\",\"BU1\",5\n\"2\",\"BU2\",NA\n")),
            new("a.geojson", MadeFiles.Utf8(MadeFiles.Features(MadeFiles.RdSquare, MadeFiles.RdSquare.Replace("155100", "155090", StringComparison.Ordinal), "null"))),
            new("degrees.geojson", MadeFiles.Utf8(MadeFiles.Features(MadeFiles.DegreeSquare, """{"type":"MultiPolygon","coordinates":[[[[5.4,52.1],[5.5,52.1],[5.5,52.2],[5.4,52.1]]]]}""", """{"type":"LineString","coordinates":[[5,52],[5.1,52.1]]}"""))),
            new("records.json", MadeFiles.Utf8("""{"value":[{"code":"BU1","n":"  12","list":[1,{"a":2}]},{"code":"BU2","n":null}]}""")),
            new("a.topojson", MadeFiles.Utf8("""{"type":"Topology","transform":{"scale":[100,100],"translate":[155000,463000]},"arcs":[[[1,0],[0,1]],[[1,1],[-1,0],[0,-1],[1,0]]],"objects":{"b":{"type":"GeometryCollection","geometries":[{"type":"Polygon","arcs":[[0,1]],"properties":{"c":1}},{"type":"MultiPolygon","arcs":[[[0,1]]]}]}}}""")),
            new("a.gpkg", File.ReadAllBytes(files.GeoPackage("a.gpkg"))),
            new("bowtie.gpkg", File.ReadAllBytes(files.GeoPackage("b.gpkg", shapes: ["MULTIPOLYGON(((155000 463000, 155100 463100, 155100 463000, 155000 463100, 155000 463000)),((155200 463000, 155300 463000, 155300 463100, 155200 463000)))", "GEOMETRYCOLLECTION(POINT(1 1), LINESTRING(0 0, 5 5))"]))),
            new("a.parquet", Parquet(files)),
        };
        byte[][] blobs =
        [
            MadeFiles.Blob(MadeFiles.Wkb(MadeFiles.Squares[0])),
            MadeFiles.Blob(MadeFiles.Wkb("MULTIPOLYGON(((155000 463000, 155100 463100, 155100 463000, 155000 463000)),((155200 463000, 155300 463000, 155300 463100, 155200 463000),(155210 463005, 155220 463010, 155215 463012, 155210 463005)))")),
            MadeFiles.Blob(MadeFiles.Wkb("GEOMETRYCOLLECTION(POINT(155000 463000), POLYGON((155000 463000, 155100 463100, 155100 463000, 155000 463000)))")),
        ];
        seeds.Add(new FuzzSeed("blobs.gpkg", seeds[8].Bytes)
        {
            Inside = [.. blobs.Select(blob => ("", blob))],
            Assemble = static (made, parts) => made.GeoPackage("m.gpkg", blobs: [.. parts.Select(part => part.Bytes)]),
        });
        files.Shapefile("s");
        (string, byte[]) Part(string extension) => ("map/s" + extension, File.ReadAllBytes(files.Path("s" + extension)));
        seeds.Add(Archive(files, "shp.zip", Part(".shp"), Part(".dbf"), Part(".prj")));
        seeds.Add(Archive(files, "gpkg.zip", ("a.gpkg", seeds[8].Bytes)));
        seeds.Add(Archive(files, "csv.zip", ("a.csv", seeds[0].Bytes), ("b.csv", seeds[1].Bytes)));
        seeds.Add(new FuzzSeed("s.dbf", Part(".dbf").Item2));
        files.Workbook("book.xlsx", MadeFiles.Row(1, "code", "n") + MadeFiles.Row(2, "BU1", 12.5) + "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>0</v></c><c r=\"B3\" s=\"1\"><f>A1</f><v>42369</v></c></row></sheetData><mergeCells><mergeCell ref=\"A2:A4\"/><mergeCell ref=\"B2:C9\"/></mergeCells><sheetData>",
            "<si><t>BU2</t></si>", "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>");
        using (var archive = System.IO.Compression.ZipFile.OpenRead(files.Path("book.xlsx")))
            seeds.Add(Archive(files, "b.xlsx", [.. archive.Entries.Select(entry =>
            {
                using var stream = entry.Open();
                using var memory = new MemoryStream();
                stream.CopyTo(memory);
                return (entry.FullName, memory.ToArray());
            })]));
        seeds.Add(new FuzzSeed("statline.json", MadeFiles.Utf8("""
            {"TableInfos":[{"Title":"Kerncijfers"}],"DataProperties":[{"ID":1,"ParentID":null,"Type":"TopicGroup","Title":"Wonen"},{"ID":2,"ParentID":1,"Type":"Topic","Key":"Koop_47","Title":"Koopwoningen","Unit":"%"}],
            "Dimensions":{"WijkenEnBuurten":[{"Key":"BU00140000","Title":"Binnenstad"}],"Soort":[{"Key":"1 ","Title":"Inbraak"}]},"value":[{"WijkenEnBuurten":"BU00140000","Soort":"1 ","Koop_47":"   12"},{"WijkenEnBuurten":"BU00140001","Soort":"2","Koop_47":"."}]}
            """)));
        seeds.Add(new FuzzSeed("observations.json", MadeFiles.Utf8("""
            {"MeasureCodes":[{"Identifier":"T1","Title":"Aantal inwoners","Unit":"aantal"}],"Dimensions":{"WijkenEnBuurten":[{"Identifier":"BU00140000","Title":"Binnenstad"}]},
            "value":[{"Measure":"T1","Value":12.5,"ValueAttribute":"None","WijkenEnBuurten":"BU00140000"},{"Measure":"T1","Value":null,"StringValue":null,"ValueAttribute":"Secret","WijkenEnBuurten":"BU00140001"}]}
            """)));
        return seeds;
    }

    private static FuzzSeed Archive(MadeFiles files, string name, params (string Name, byte[] Bytes)[] entries) =>
        new(name, File.ReadAllBytes(files.Zip("fuzz-" + name, entries))) { Inside = entries };

    private static byte[] Parquet(MadeFiles files)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        const string geo = """{"primary_column":"geometry","columns":{"geometry":{"encoding":"WKB","crs":null}}}""";
        var shape = Convert.ToHexString(MadeFiles.Wkb(MadeFiles.Squares[0]));
        command.CommandText = $$"""
            COPY (SELECT 'BU' || i AS code, i AS n, from_hex('{{shape}}') AS geometry FROM range(3) AS r(i))
            TO '{{files.Path("a.parquet")}}' (FORMAT parquet, KV_METADATA {geo: '{{geo}}'})
            """;
        command.ExecuteNonQuery();
        return File.ReadAllBytes(files.Path("a.parquet"));
    }
}
