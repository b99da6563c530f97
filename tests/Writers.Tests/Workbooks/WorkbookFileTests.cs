// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.IO.Compression;
using System.Xml.Linq;
using Schakel.Writers.Workbooks;

namespace Schakel.Writers.Tests.Workbooks;

public sealed class WorkbookFileTests : IDisposable
{
    private readonly string path = Path.Combine(Directory.CreateTempSubdirectory("werkboek ").FullName, "a.xlsx");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);

    [Fact]
    public void Text_that_looks_like_a_formula_is_text_and_no_cell_is_a_formula()
    {
        Write(new FeatureTable("blad", [new TextCells("=KOP()", ["=1+1", "@SUM(A1)", "+31", "-cmd|' /C calc'!A0"])]));

        var sheet = Sheet();
        Assert.DoesNotContain(sheet.Descendants(), element => element.Name.LocalName == "f");
        Assert.All(sheet.Descendants().Where(element => element.Name.LocalName == "c"), cell => Assert.Equal("inlineStr", (string?)cell.Attribute("t")));
        Assert.Contains("=1+1", sheet.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Signs_that_xml_cannot_hold_do_not_break_the_file()
    {
        Write(new FeatureTable("b\u0001l[a]d", [new TextCells("a", ["bel\u0007", "half \uD800 teken", "<&>\"", "_x0041_", new string('x', 40_000)])]));

        Assert.Contains("bel_x0007_", Sheet().Value, StringComparison.Ordinal);
        Assert.Contains("_x005F_x0041_", Sheet().Value, StringComparison.Ordinal);
        Assert.Contains("half ", Programs.Gdal("ogrinfo", "-al", path), StringComparison.Ordinal);
    }

    [Fact]
    public void Gdal_reads_numbers_to_their_last_digit_and_codes_with_their_zeros()
    {
        Write(new FeatureTable("blad", [new TextCells("code", ["0001", "0002"]), new NumberCells("getal", [1.0 / 3, double.NaN])]), new FeatureTable("tweede", [new TextCells("a", ["b"])]));

        var csv = Programs.Gdal("ogr2ogr", "-f", "CSV", "/vsistdout/", path, "blad", "-oo", "HEADERS=FORCE");

        Assert.Equal("code,getal\n0001,0.333333333333333\n0002,\n", csv.ReplaceLineEndings("\n").Replace("0.3333333333333333", "0.333333333333333", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal));
        Assert.Contains("tweede", Programs.Gdal("ogrinfo", path), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_sheets_of_one_name_and_more_columns_than_fit_are_our_mistake()
    {
        var table = new FeatureTable("blad", [new TextCells("a", ["b"])]);

        Assert.Throws<ArgumentException>(() => Write(table, table with { Name = "BLAD" }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Write(table with { Columns = [.. Enumerable.Repeat(table.Columns[0], WorkbookFile.MostColumns + 1)] }));
    }

    private void Write(params FeatureTable[] sheets)
    {
        using var stream = File.Create(path);
        WorkbookFile.Write(stream, sheets, TestContext.Current.CancellationToken);
    }

    private XElement Sheet()
    {
        using var archive = ZipFile.OpenRead(path);
        using var part = archive.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        return XElement.Load(part);
    }
}
