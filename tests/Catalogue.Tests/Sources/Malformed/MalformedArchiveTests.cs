// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.IO.Compression;
using Schakel.Catalogue.Sources;

namespace Schakel.Catalogue.Tests.Sources.Malformed;

public sealed class MalformedArchiveTests
{
    private static readonly Dictionary<string, MalformedCase> cases = new()
    {
        ["an archive without files"] = new(files => files.Zip("a.zip"), "archive-without-data"),
        ["an archive of documents"] = new(files => files.Zip("a.zip", ("leesmij.docx", [1, 2]), ("kaart.png", [3])), "archive-without-data"),
        ["an archive that was cut off"] = new(files => Cut(files, files.Zip("a.zip", ("a.csv", MadeFiles.Utf8("code;n\nBU1;1\n")))), "file-damaged"),
        ["an archive with a broken entry"] = new(files => Broken(files, files.Zip("a.zip", ("a.csv", MadeFiles.Utf8(Long())))), "file-damaged"),
        ["an archive with a password"] = new(files => Encrypted(files, files.Zip("a.zip", ("a.csv", MadeFiles.Utf8("code;n\nBU1;1\n")))), "archive-encrypted"),
        ["a name that climbs out of the archive"] = new(files => files.Zip("a.zip", ("../../a.csv", MadeFiles.Utf8("code;n\nBU1;1\n"))), "archive-unsafe") { Value = "../../a.csv" },
        ["a name that starts at the root"] = new(files => files.Zip("a.zip", ("/etc/a.csv", MadeFiles.Utf8("code;n\nBU1;1\n"))), "archive-unsafe"),
        ["a bomb of blanks as text"] = new(files => Bomb(files, "a.csv", 24), "archive-too-large"),
        ["a bomb inside a shapefile"] = new(files => Bomb(files, "a.prj", 24, "a.shp", "a.dbf"), "file-damaged"),
        ["a bomb as GeoPackage"] = new(files => Bomb(files, "a.gpkg", 24), "archive-too-large"),
        ["a bomb as GeoJSON"] = new(files => Bomb(files, "a.geojson", 24), "archive-too-large"),
        ["an archive that unpacks above the limit"] = new(files => Bomb(files, "a.csv", 4), "archive-too-large") { Options = new ReadOptions { MaxBytes = 1 << 20 } },
        ["a shapefile in an archive without its table"] = new(files => files.Zip("a.zip", ("map/a.shp", [0, 0, 0x27, 0x0a])), "file-part-missing"),
        ["a layer of a table that has another name"] = new(files => files.Zip("a.zip", ("b.parquet", [1])), "no-such-layer") { Layer = "c", Value = "c", Options = new ReadOptions { Layer = "c" } },
        ["a layer that is not in the archive"] = new(files => files.Zip("a.zip", ("a.csv", [1]), ("b.csv", [1])), "no-such-layer") { Options = new ReadOptions { Layer = "c" } },
        ["an archive in an archive"] = new(files => files.Zip("a.zip", ("a.zip", [(byte)'P', (byte)'K', 3, 4])), "archive-without-data"),
    };

    private static readonly Dictionary<string, MalformedCase> workbooks = new()
    {
        ["a workbook without sheets"] = new(files => files.Workbook("a.xlsx", "", sheets: ""), "no-layers"),
        ["a workbook whose sheet is gone"] = new(files => files.Workbook("a.xlsx", "", sheets: "<sheet name=\"x\" sheetId=\"1\" r:id=\"rId2\"/>"), "file-damaged"),
        ["a workbook without a list of sheets"] = new(files => files.Zip("a.xlsx", ("xl/worksheets/sheet1.xml", MadeFiles.Utf8("<worksheet/>"))), "file-damaged"),
        ["a sheet that is not there"] = new(files => files.Workbook("a.xlsx", MadeFiles.Row(1, "code", "n")), "no-such-layer") { Layer = "Blad9", Options = new ReadOptions { Layer = "Blad9" } },
        ["an empty sheet"] = new(files => files.Workbook("a.xlsx", ""), "no-rows"),
        ["a sheet with only a header"] = new(files => files.Workbook("a.xlsx", MadeFiles.Row(1, "code", "n")), "no-rows"),
        ["a sheet with broken XML"] = new(files => files.Workbook("a.xlsx", "<row><c></row>"), "file-damaged"),
        ["a sheet with an entity bomb"] = new(files => files.Zip("a.xlsx", ("xl/workbook.xml", MadeFiles.Utf8("<!DOCTYPE x [<!ENTITY a \"aaaa\">]><workbook>&a;</workbook>"))), "file-damaged"),
        ["a text that is not in the workbook"] = new(files => files.Workbook("a.xlsx", MadeFiles.Row(1, "code", "n") + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>99</v></c></row>", sharedStrings: ""), "file-damaged") { Row = 2, Value = "99" },
        ["a cell far beyond the last column"] = new(files => files.Workbook("a.xlsx", "<row r=\"1\"><c r=\"ZZZZ1\"><v>1</v></c></row>"), "too-many-columns") { Row = 1 },
        ["a last row of ten thousand cells below ten thousand rows of one"] = new(files => files.Workbook("a.xlsx",
            MadeFiles.Row(1, "code", "n") + string.Concat(Enumerable.Repeat("<row><c><v>1</v></c></row>", 10_000)) + "<row>" + string.Concat(Enumerable.Repeat("<c><v>1</v></c>", 10_000)) + "</row>"), "table-too-large")
        { Layer = "Blad1" },
        ["a bomb as workbook"] = new(files => Bomb(files, "xl/worksheets/sheet1.xml", 24, "xl/workbook.xml"), "file-damaged"),
    };

    public static TheoryData<string> Names { get; } = [.. cases.Keys];

    public static TheoryData<string> WorkbookNames { get; } = [.. workbooks.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_refused_with_what_is_wrong_and_where(string file) => cases[file].Check();

    [Theory]
    [MemberData(nameof(WorkbookNames))]
    public void A_workbook_is_refused_with_what_is_wrong_and_where(string file) => workbooks[file].Check();

    [Fact]
    public void A_bomb_is_stopped_before_it_fills_the_memory()
    {
        using var files = new MadeFiles();
        var path = Bomb(files, "a.csv", 24);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.False(SourceFile.Read(path, new ReadOptions(), TestContext.Current.CancellationToken).TryGet(out _, out _));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100L << 20);
    }

    [Fact]
    public void Formulas_give_their_kept_answer_and_cells_in_error_are_missing()
    {
        using var files = new MadeFiles();
        var path = files.Workbook("a.xlsx",
            MadeFiles.Row(1, "code", "n", "leeg")
            + "<row r=\"2\"><c r=\"A2\" t=\"str\"><f>\"BU\"&amp;1</f><v>BU1</v></c><c r=\"B2\"><f>1+1</f><v>2</v></c><c r=\"C2\"><f>B2*2</f></c></row>"
            + "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><r><t>BU</t></r><r><t>2</t></r></is></c><c r=\"B3\" t=\"e\"><v>#DIV/0!</v></c><c r=\"C3\" t=\"e\"><f>x</f><v>#N/A</v></c></row>"
            + "<row r=\"4\"><c r=\"A4\" t=\"inlineStr\"><is><t>BU3</t></is></c><c r=\"B4\" t=\"inlineStr\"><is><t> 1.234,5 </t></is></c></row>");

        var table = SharedFiles.Answer(SourceFile.Read(path, new ReadOptions(), TestContext.Current.CancellationToken))[0];

        Assert.Equal("Blad1", table.Layer);
        Assert.Equal(["BU1", "BU2", "BU3"], SharedFiles.Words(table, "code"));
        Assert.Equal([2, double.NaN, 1234.5], SharedFiles.Figures(table, "n").Values);
        Assert.Contains(table.Notes, note => note.Contains("formula", StringComparison.Ordinal) && note.Contains("row 2", StringComparison.Ordinal));
    }

    [Fact]
    public void A_merged_code_holds_for_its_rows_a_merged_figure_does_not_and_merged_headings_go_before_those_under_them()
    {
        using var files = new MadeFiles();
        var path = files.Workbook("a.xlsx",
            MadeFiles.Row(1, "Overlast in de stad") + MadeFiles.Row(2, "wijk", "buurt", "Bevolking") + "<row r=\"3\"><c r=\"C3\" t=\"inlineStr\"><is><t>inwoners</t></is></c><c r=\"D3\" t=\"inlineStr\"><is><t>huishoudens</t></is></c></row>"
            + MadeFiles.Row(4, "WK001400", "BU00140000", 100, 50)
            + "<row r=\"5\"><c r=\"B5\" t=\"inlineStr\"><is><t>BU00140001</t></is></c><c r=\"C5\"><v>200</v></c></row>" + MadeFiles.Row(6, "WK001401", "BU00140100", 300, 90)
            + "</sheetData><mergeCells><mergeCell ref=\"A1:D1\"/><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"B2:B3\"/><mergeCell ref=\"C2:D2\"/><mergeCell ref=\"A4:A5\"/><mergeCell ref=\"D4:D5\"/><mergeCell ref=\"ZZZZZ9:A0\"/><mergeCell/></mergeCells><sheetData>");

        var table = SharedFiles.Answer(SourceFile.Read(path, new ReadOptions(), TestContext.Current.CancellationToken))[0];

        Assert.Equal(["wijk", "buurt", "Bevolking inwoners", "Bevolking huishoudens"], table.Columns.Select(column => column.Name));
        Assert.Equal(["WK001400", "WK001400", "WK001401"], SharedFiles.Words(table, "wijk"));
        Assert.Equal([100, 200, 300], SharedFiles.Figures(table, "Bevolking inwoners").Values);
        Assert.Equal([50, double.NaN, 90], SharedFiles.Figures(table, "Bevolking huishoudens").Values);
        Assert.Contains("1 cell(s) lie under a merged cell above them and got its text.", table.Notes);
    }

    [Fact]
    public void A_title_above_the_header_and_dates_by_their_style_are_understood()
    {
        using var files = new MadeFiles();
        var path = files.Workbook("a.xlsx",
            MadeFiles.Row(1, "Fietsdiefstallen 2015") + MadeFiles.Row(3, "code", "datum")
            + "<row r=\"4\"><c r=\"A4\" t=\"s\"><v>0</v></c><c r=\"B4\" s=\"1\"><v>42369</v></c></row>",
            sharedStrings: "<si><t>BU1</t></si>",
            styles: "<numFmts><numFmt numFmtId=\"164\" formatCode=\"dd\\-mm\\-yyyy\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs>");

        var table = SharedFiles.Answer(SourceFile.Read(path, new ReadOptions(), TestContext.Current.CancellationToken))[0];

        Assert.Equal("2015-12-31", SharedFiles.Words(table, "datum")[0]);
        Assert.Contains("title", Assert.Single(table.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Layers_of_an_archive_carry_the_names_of_their_files()
    {
        using var files = new MadeFiles();
        files.Shapefile("a");
        byte[] Part(string extension) => File.ReadAllBytes(files.Path("a" + extension));
        var path = files.Zip("a.zip",
            ("kaart/buurt_2017.shp", Part(".shp")), ("kaart/buurt_2017.DBF", Part(".dbf")), ("kaart/buurt_2017.prj", Part(".prj")),
            ("kaart/wijk_2017.shp", Part(".shp")), ("kaart/wijk_2017.dbf", Part(".dbf")), ("__MACOSX/kaart/._wijk_2017.shp", [1]));

        var tables = SharedFiles.Answer(SourceFile.Read(path, new ReadOptions(), TestContext.Current.CancellationToken));

        Assert.Equal(["buurt_2017", "wijk_2017"], tables.Select(table => table.Layer));
        Assert.All(tables, table => Assert.Equal(2, table.Geometries!.Length));
    }

    [Fact]
    public void A_GeoPackage_in_an_archive_is_preferred_and_its_folder_goes_away()
    {
        using var files = new MadeFiles();
        var package = File.ReadAllBytes(files.GeoPackage("inner.gpkg"));
        var path = files.Zip("a.zip", ("wijkenbuurten_2025.gpkg", package), ("buurt.shp", [0]), ("leesmij.txt", [65]));

        Assert.Equal("buurt", SharedFiles.Answer(SourceFile.Read(path, new ReadOptions(), TestContext.Current.CancellationToken))[0].Layer);

        string name;
        using (var folder = new OwnFolder())
        {
            name = folder.Name;
            Assert.True(Directory.Exists(name));
        }
        Assert.False(Directory.Exists(name));
    }

    private static string Long() => "code;n\n" + string.Join('\n', Enumerable.Range(0, 5000).Select(i => $"BU{i};{i * 7919 % 1000}"));

    private static string Cut(MadeFiles files, string path) => files.Changed(Path.GetFileName(path), bytes => bytes[..^40]);

    private static string Broken(MadeFiles files, string path) => files.Changed(Path.GetFileName(path), bytes =>
    {
        bytes.AsSpan(2000, 400).Fill(0xFF);
        return bytes;
    });

    // The flag for encryption, in the entry and in the list at the end.
    private static string Encrypted(MadeFiles files, string path) => files.Changed(Path.GetFileName(path), bytes =>
    {
        bytes[6] |= 1;
        var list = bytes.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        bytes[list + 8] |= 1;
        return bytes;
    });

    private static string Bomb(MadeFiles files, string name, int megabytes, params ReadOnlySpan<string> beside)
    {
        using (var archive = ZipFile.Open(files.Path("bomb.zip"), ZipArchiveMode.Create))
        {
            foreach (var other in beside)
            {
                using var small = archive.CreateEntry(other).Open();
                small.WriteByte((byte)'{');
            }
            using var stream = archive.CreateEntry(name, CompressionLevel.Optimal).Open();
            var blanks = new byte[1 << 20];
            blanks.AsSpan().Fill((byte)' ');
            for (var i = 0; i < megabytes; i++)
            {
                blanks[^1] = (byte)'\n';
                stream.Write(blanks);
            }
        }
        return files.Path("bomb.zip");
    }
}
