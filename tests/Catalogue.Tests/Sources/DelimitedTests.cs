// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Sources;

namespace Schakel.Catalogue.Tests.Sources;

/// <summary>Text tables as people and programs write them.</summary>
public sealed class DelimitedTests
{
    [Theory]
    [InlineData(",")]
    [InlineData(";")]
    [InlineData("\t")]
    [InlineData("|")]
    public void Any_delimiter_is_found(string delimiter)
    {
        var table = Read($"code{delimiter}naam{delimiter}aantal\nBU1{delimiter}a{delimiter}1\nBU2{delimiter}b{delimiter}2\n");

        Assert.Equal(["code", "naam", "aantal"], table.Columns.Select(column => column.Name));
        Assert.Equal([1, 2], SharedFiles.Figures(table, "aantal").Values);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Any_unicode_with_its_mark_is_read(string encoding)
    {
        using var files = new MadeFiles();

        var table = Read(files.Text("a b.csv", "code;naam\nBU1;Súdwest-Fryslân\n", Encoding.GetEncoding(encoding)));

        Assert.Equal("code", table.Columns[0].Name);
        Assert.Equal("Súdwest-Fryslân", SharedFiles.Words(table, "naam")[0]);
    }

    [Fact]
    public void Utf_16_without_its_mark_is_recognised_by_its_zeros()
    {
        using var files = new MadeFiles();

        var table = Read(files.Bytes("a.csv", Encoding.Unicode.GetBytes("code\taantal\r\nBU1\t5\r\n")));

        Assert.Equal([5.0], SharedFiles.Figures(table, "aantal").Values);
    }

    [Fact]
    public void Quotes_hold_delimiters_new_lines_and_quotes()
    {
        var table = Read("code,naam,n\r\nBU1,\"a, \"\"b\"\"\r\nc\",1\r\nBU2,de \"Hoek\" van,2\r\nBU3,\"een \"los\" teken\",3\r\n");

        Assert.Equal(["a, \"b\"\r\nc", "de \"Hoek\" van", "een \"los\" teken"], SharedFiles.Words(table, "naam"));
        Assert.Equal([1, 2, 3], SharedFiles.Figures(table, "n").Values);
    }

    [Fact]
    public void A_record_that_does_not_fit_the_buffer_at_once_is_the_same_record()
    {
        var text = new StringBuilder("code,naam,n\n");
        for (var i = 0; i < 400; i++)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"BU{i},\"{new string('x', 3000)} \"\"{i}\"\"\",{i}\n");

        var table = Read(text.ToString());

        Assert.Equal(400, table.RowCount);
        Assert.Equal(new string('x', 3000) + " \"399\"", SharedFiles.Words(table, "naam")[399]);
        Assert.Equal(Enumerable.Range(0, 400).Select(i => (double)i), SharedFiles.Figures(table, "n").Values);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Any_end_of_line_will_do_and_the_last_may_be_absent(string end) => Assert.Equal(2, Read($"code,n{end}BU1,1{end}{end}BU2,2").RowCount);

    [Fact]
    public void Excel_s_own_line_with_the_delimiter_is_no_header()
    {
        var table = Read("sep=;\r\ncode;n\r\nBU1;1,5\r\n");

        Assert.Equal(["code", "n"], table.Columns.Select(column => column.Name));
        Assert.Equal([1.5], SharedFiles.Figures(table, "n").Values);
    }

    [Fact]
    public void A_title_above_and_a_footnote_below_are_left_out_and_that_is_said()
    {
        var table = Read("\"Kerncijfers; wijken\"\n\"code\";\"n\";\"m\"\n\"BU1\";\"1\";\"2\"\n\"© Centraal Bureau voor de Statistiek\"\n");

        Assert.Equal(1, table.RowCount);
        Assert.Equal(2, table.Notes.Count);
    }

    [Fact]
    public void R_row_names_without_a_header_are_left_out()
    {
        Assert.Equal(["code", "n"], Read("\"code\",\"n\"\n\"1\",\"BU1\",5\n\"2\",\"BU2\",6\n").Columns.Select(column => column.Name));
        Assert.Equal(["code", "n"], Read("\"\",\"code\",\"n\"\n\"1\",\"BU1\",5\n\"2\",\"BU2\",6\n").Columns.Select(column => column.Name));
    }

    [Fact]
    public void Columns_of_one_name_and_of_no_name_get_names_of_their_own()
    {
        var table = Read("code;n;n;   ;\nBU1;1;2;3;\nBU2;4;5;6;\n");

        Assert.Equal(["code", "n", "n (2)", "column 4"], table.Columns.Select(column => column.Name));
        Assert.Contains("Two columns", Assert.Single(table.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_thousand_columns_are_a_table_like_any_other()
    {
        var names = string.Join(',', Enumerable.Range(0, 10_000).Select(i => $"c{i}"));
        var row = string.Join(',', Enumerable.Range(0, 10_000));

        var table = Read($"{names}\n{row}\n{row}\n");

        Assert.Equal(10_000, table.Columns.Count);
        Assert.Equal([9999, 9999], SharedFiles.Figures(table, "c9999").Values);
    }

    [Fact]
    public void Names_are_found_without_regard_to_case_and_underscores()
    {
        var table = Read("aantal_inwoners,AantalInwoners\n1,2\n");

        Assert.Equal("AantalInwoners", table.Find("AantalInwoners")!.Name);
        Assert.Equal("aantal_inwoners", table.Find(" Aantal_Inwoners ")!.Name);
        Assert.Null(table.Find("inwoners"));
    }

    [Fact]
    public void Only_named_columns_are_kept() =>
        Assert.Equal(["aantal_inwoners"], Read("code,aantal_inwoners,n\nBU1,1,2\n", new ReadOptions { Columns = ["AantalInwoners"] }).Columns.Select(column => column.Name));

    [Fact]
    public void A_colon_is_part_of_the_name_where_such_a_file_exists()
    {
        using var files = new MadeFiles();
        var path = files.Text("a:b.csv", "code\nBU1\n");

        Assert.Equal((path, null), SourceFile.Split(path));
        Assert.Equal((path, "laag"), SourceFile.Split(path + ":laag"));
        Assert.Equal(("none.gpkg", "buurt"), SourceFile.Split("none.gpkg:buurt"));
        Assert.Equal(("none.gpkg", null), SourceFile.Split("none.gpkg:"));
        Assert.Equal((@"C:\none.gpkg", null), SourceFile.Split(@"C:\none.gpkg"));
    }

    [Fact]
    public void A_duplicate_code_names_both_rows()
    {
        var table = Read("code,n\nBU1,1\nBU2,2\n BU1 ,3\n");

        Assert.False(UniqueCodes.Of(table, "CODE").TryGet(out _, out var reason));
        var refusal = Assert.IsType<Refusal>(reason);
        Assert.Equal(("duplicate-code", 3L, "code", "BU1"), (refusal.Code, refusal.Row, refusal.Column, refusal.Value));
    }

    [Fact]
    public void Cancelling_stops_reading()
    {
        using var files = new MadeFiles();
        var path = files.Text("a.csv", "code\nBU1\n");

        Assert.ThrowsAny<OperationCanceledException>(() => SourceFile.Read(path, new ReadOptions(), new CancellationToken(canceled: true)));
    }

    private static SourceTable Read(string text, ReadOptions? options = null)
    {
        if (File.Exists(text))
            return SharedFiles.Answer(SourceFile.Read(text, options ?? new ReadOptions(), TestContext.Current.CancellationToken))[0];
        using var files = new MadeFiles();
        return SharedFiles.Answer(SourceFile.Read(files.Text("tabel met blanks.csv", text), options ?? new ReadOptions(), TestContext.Current.CancellationToken))[0];
    }
}
