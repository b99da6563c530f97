// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Catalogue.Sources;
using Schakel.Catalogue.Tests.Sources;

namespace Schakel.Catalogue.Tests.Storage;

/// <summary>What an export wrote, or an analyst made of it, comes back as the same figures of the same areas.</summary>
public sealed class OwnExportTests : IDisposable
{
    private readonly ImportedFolder folder = new();
    private readonly MadeFiles files = new();

    public void Dispose()
    {
        folder.Dispose();
        files.Dispose();
    }

    [Fact]
    public void Published_shares_in_whole_percents_are_no_small_percentages()
    {
        folder.Import(files.Text("pub.csv", "code,naam,eenzaamheid_2024,eenzaamheid_2024_reden\nBU00140000,Markt,0.14,\nBU00140001,Haven,0.5,\nBU00140002,Dijk,,achtergehouden: herleidbaar\n"));

        Assert.Equal([0.14, 0.5, double.NaN], Values("eenzaamheid", "buurt", 2024));
    }

    [Fact]
    public void Percentages_of_one_decimal_below_one_stay_percentages()
    {
        folder.Import(files.Text("klein_2024.csv", "code,eenzaamheid\nBU00140000,0.5\nBU00140001,1\n"));

        Assert.Equal([0.005, 0.01], Values("eenzaamheid", "buurt", 2024));
    }

    [Theory]
    [InlineData("stad_kern.csv", "code,naam,wijkcode,gemeentecode,aantal_inwoners_2024\nKN990401,Dorp,WK990400,GM9904,10\nKN990402,Buiten,WK990401,GM9904,20\n", "kern", "KN990401")]
    [InlineData("stad_stadsdeel.csv", "code,naam,gemeentecode,aantal_inwoners_2024\nSD990101,Centrum,GM9901,10\nSD990102,Noord,GM9901,20\n", "stadsdeel", "SD990101")]
    [InlineData("inwoners_2024.csv", "stadsdeelcode,gemeentecode,aantal inwoners\nA,GM0363,10\nB,GM0363,20\n", "stadsdeel", "GM0363-A")]
    [InlineData("kerncijfers_2024.csv", "wijkcode,gemeentecode,code,aantal inwoners\nWK990100,GM9901,1,10\nWK990101,GM9901,2,20\n", "wijk", "WK990100")]
    public void A_table_without_a_map_is_about_its_own_rows_not_about_the_areas_that_they_lie_in(string name, string text, string level, string first)
    {
        var report = folder.Import(files.Text(name, text));

        Assert.Empty(report.Refused);
        Assert.Equal([10, 20], Values("aantal_inwoners", level, 2024));
        Assert.True(folder.Open().Areas(level, 2024).TryGet(out var layer, out _));
        Assert.Equal(first, layer.Codes[0]);
    }

    [Fact]
    public void Text_that_was_kept_from_being_a_formula_comes_back_without_the_apostrophe()
    {
        var table = Assert.Single(SharedFiles.Answer(SourceFile.Read(
            files.Text("a.csv", "code,naam,'=som\nBU1,'-Noord,1\nBU2,''+Zuid,2\nBU3,'s-Gravenhage,3\nBU4,',4\n"), new ReadOptions(), TestContext.Current.CancellationToken)));

        Assert.Equal(["-Noord", "'+Zuid", "'s-Gravenhage", "'"], SharedFiles.Words(table, "naam"));
        Assert.Equal("=som", table.Columns[2].Name);
    }

    [Fact]
    public void All_sheets_of_a_workbook_are_imported_and_explanation_is_said_to_be_left_out()
    {
        var report = folder.Import(Book(
            ("Toelichting", MadeFiles.Row(1, "onderwerp", "uitleg") + MadeFiles.Row(2, "inwoners", "op 1 januari")),
            ("buurt", MadeFiles.Row(1, "code", "aantal_inwoners_2024") + MadeFiles.Row(2, "BU00140000", 100)),
            ("wijk", MadeFiles.Row(1, "code", "aantal_inwoners_2024") + MadeFiles.Row(2, "WK001400", 300)),
            ("stuk", "<row r=\"1\"><c r=\"ZZZZ1\"><v>1</v></c></row>")));

        Assert.Empty(report.Refused);
        Assert.Equal([100], Values("aantal_inwoners", "buurt", 2024));
        Assert.Equal([300], Values("aantal_inwoners", "wijk", 2024));
        Assert.Contains("boek.xlsx:Toelichting: this sheet holds no table of areas and was left out.", report.Notes);
        Assert.Contains(report.Notes, note => note.Contains("Sheet 'stuk' was left out: ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_sheet_that_gives_the_same_figures_again_does_not_mix_with_the_first()
    {
        var report = folder.Import(Book(
            ("aantallen", MadeFiles.Row(1, "code", "aantal_inwoners_2024") + MadeFiles.Row(2, "BU00140000", 100) + MadeFiles.Row(3, "BU00140001", "geheim")),
            ("Aandelen", MadeFiles.Row(1, "code", "aantal_inwoners_2024") + MadeFiles.Row(2, "BU00140000", 40) + MadeFiles.Row(3, "BU00140001", 60))));

        Assert.Equal([100, double.NaN], Values("aantal_inwoners", "buurt", 2024));
        Assert.Contains("boek.xlsx:Aandelen: this sheet gives figures that an earlier sheet of the workbook gave, and was left out.", report.Notes);
    }

    [Fact]
    public void A_code_that_stands_twice_on_a_later_sheet_is_refused_with_the_name_of_the_sheet()
    {
        var report = folder.Import(Book(
            ("wijk", MadeFiles.Row(1, "code", "aantal_inwoners_2024") + MadeFiles.Row(2, "WK001400", 300)),
            ("buurt", MadeFiles.Row(1, "code", "aantal_inwoners_2024") + MadeFiles.Row(2, "BU00140000", 100) + MadeFiles.Row(3, "BU00140000", 100))));

        var refused = Assert.Single(report.Refused);
        Assert.Equal(("duplicate-area-year", "buurt", 2L, "BU00140000"), (refused.Code, refused.Layer, refused.Row, refused.Value));
    }

    private double[] Values(string indicator, string level, int year)
    {
        var catalogue = folder.Open();
        return ImportedFolder.Answer(catalogue.Values(indicator, ImportedFolder.Answer(catalogue.Areas(level, year)), year)).Values;
    }

    private string Book(params (string Name, string Rows)[] sheets) => files.Zip("boek.xlsx",
    [
        ("xl/workbook.xml", MadeFiles.Utf8("<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
            + string.Concat(sheets.Select((sheet, i) => $"<sheet name=\"{sheet.Name}\" sheetId=\"{i + 1}\" r:id=\"rId{i + 1}\"/>")) + "</sheets></workbook>")),
        ("xl/_rels/workbook.xml.rels", MadeFiles.Utf8("<Relationships>" + string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"rId{i + 1}\" Target=\"worksheets/sheet{i + 1}.xml\"/>")) + "</Relationships>")),
        .. sheets.Select((sheet, i) => ($"xl/worksheets/sheet{i + 1}.xml", MadeFiles.Utf8($"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{sheet.Rows}</sheetData></worksheet>"))),
    ]);
}
