// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using Schakel.Catalogue.Sources;

namespace Schakel.Catalogue.Tests.Sources.Malformed;

public sealed class MalformedTextTests
{
    private static readonly Dictionary<string, MalformedCase> cases = new()
    {
        ["an empty file"] = new(files => files.Text("a.csv", ""), "file-empty"),
        ["only blank lines"] = new(files => files.Text("a.csv", "\n\n  \n"), "no-rows"),
        ["only a header"] = new(files => files.Text("a.csv", "code;aantal\n"), "no-rows"),
        ["a row that is too long"] = new(files => files.Text("a.csv", "code,aantal\nBU1,1\nBU2,2,3\n"), "ragged-row") { Row = 3, Value = "3" },
        ["a row that is too short"] = new(files => files.Text("a.csv", "code,naam,aantal\nBU1,a,1\nBU2,2\nBU3,c,3\n"), "ragged-row") { Row = 3 },
        ["a row of one cell in the middle"] = new(files => files.Text("a.csv", "code,naam,aantal\nBU1,a,1\nBU2\nBU3,c,3\n"), "ragged-row") { Row = 3, Value = "BU2" },
        ["a quote that is never closed"] = new(files => files.Text("a.csv", "code,naam\nBU1,a\nBU2,\"b\nBU3,c\n"), "quote-not-closed") { Row = 3 },
        ["a record of 20 MB without an end"] = new(files => files.Text("a.csv", "code,naam\nBU1," + new string('x', 20 << 20)), "field-too-large") { Row = 2 },
        ["an open quote before 20 MB"] = new(files => files.Text("a.csv", "code,naam\n\"BU1," + new string('x', 20 << 20)), "field-too-large") { Row = 2 },
        ["bytes of zero in the middle"] = new(files => files.Text("a.csv", "code,naam\nBU1,a\nBU2,\0\n"), "not-text") { Row = 3 },
        ["bytes of zero inside quotes"] = new(files => files.Text("a.csv", "code,naam\nBU1,a\nBU2,\"\0\"\n"), "not-text") { Row = 3 },
        ["more columns than any table has"] = new(files => files.Text("a.csv", string.Join(',', Enumerable.Range(0, 140_000)) + "\n1\n"), "too-many-columns") { Row = 1 },
        ["half of UTF-16"] = new(files => files.Bytes("a.csv", [0xFF, 0xFE, (byte)'a']), "no-rows"),
        ["random bytes called csv"] = new(files => files.Bytes("a.csv", Noise()), "not-text"),
        ["random bytes called txt"] = new(files => files.Bytes("a.txt", Noise()), "not-text"),
        ["random bytes without an extension"] = new(files => files.Bytes("a", Noise()), "not-text"),
        ["random bytes called geojson"] = new(files => files.Bytes("a.geojson", Noise()), "not-text"),
        ["random bytes called gpkg"] = new(files => files.Bytes("a.gpkg", Noise()), "file-damaged"),
        ["random bytes called shp"] = new(files => files.Bytes("a.shp", Noise()), "file-damaged"),
        ["random bytes called zip"] = new(files => files.Bytes("a.zip", Noise()), "file-damaged"),
        ["random bytes called xlsx"] = new(files => files.Bytes("a.xlsx", Noise()), "file-damaged"),
        ["random bytes called parquet"] = new(files => files.Bytes("a.parquet", Noise()), "file-damaged"),
        ["a web page called csv"] = new(files => files.Text("a.csv", "<!DOCTYPE html><html><body>Inloggen</body></html>"), "format-not-read"),
        ["GML"] = new(files => files.Text("a.gml", "<?xml version=\"1.0\"?><wfs:FeatureCollection/>"), "format-not-read"),
        ["FlatGeobuf"] = new(files => files.Bytes("a.fgb", [(byte)'f', (byte)'g', (byte)'b', 3, (byte)'f', (byte)'g', (byte)'b', 0, 1, 2, 3]), "format-not-read"),
        ["an old Excel workbook"] = new(files => files.Bytes("a.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0, 0, 0]), "format-not-read"),
        ["a gzip archive"] = new(files => files.Bytes("a.csv.gz", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0]), "format-not-read"),
        ["a PDF"] = new(files => files.Text("a.pdf", "%PDF-1.7 "), "format-not-read"),
        ["a folder"] = new(files => files.Folder, "not-a-file"),
        ["a name that is no file"] = new(files => files.Path("none.csv"), "file-not-found"),
        ["a file above the limit"] = new(files => files.Text("a.csv", "code,aantal\nBU1,1\n"), "file-too-large") { Options = new ReadOptions { MaxBytes = 10 } },
    };

    public static TheoryData<string> Names { get; } = [.. cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_refused_with_what_is_wrong_and_where(string file) => cases[file].Check();

    private static byte[] Noise()
    {
        var random = new Analysis.Numerics.RandomSequence(7, 1);
        var bytes = new byte[5000];
        for (var i = 0; i < bytes.Length; i++)
            bytes[i] = (byte)(random.NextDouble() * 256);
        bytes[0] = 0x9C;
        return bytes;
    }

    [Fact]
    public void A_file_without_permission_is_refused()
    {
        Assert.SkipWhen(Environment.UserName == "root", "This user may read everything.");
        if (OperatingSystem.IsWindows())
            return;
        using var files = new MadeFiles();
        var path = files.Text("a.csv", "code,aantal\nBU1,1\n");
        File.SetUnixFileMode(path, UnixFileMode.None);

        Assert.False(SourceFile.Read(path, new ReadOptions(), TestContext.Current.CancellationToken).TryGet(out _, out var reason));
        Assert.Equal("file-not-readable", reason.Code);
    }

    [Fact]
    public void A_text_of_Windows_1252_is_no_riddle()
    {
        using var files = new MadeFiles();
        var path = files.Bytes("a.csv", [.. Encoding.Latin1.GetBytes("code;naam\nBU1;Chassé\nBU2;Café\n")]);

        var table = SharedFiles.Answer(SourceFile.Read(path, new ReadOptions(), TestContext.Current.CancellationToken))[0];

        Assert.Equal(["Chassé", "Café"], SharedFiles.Words(table, "naam"));
        Assert.Contains("Windows-1252", Assert.Single(table.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_encodings_in_one_file_are_read_cell_by_cell()
    {
        using var files = new MadeFiles();
        var path = files.Bytes("a.csv", [.. MadeFiles.Utf8("code;naam\nBU1;Chassé\n"), .. Encoding.Latin1.GetBytes("BU2;Café\n")]);

        var table = SharedFiles.Answer(SourceFile.Read(path, new ReadOptions(), TestContext.Current.CancellationToken))[0];

        Assert.Equal(["Chassé", "Café"], SharedFiles.Words(table, "naam"));
        Assert.Contains("line 3", Assert.Single(table.Notes), StringComparison.Ordinal);
    }
}
