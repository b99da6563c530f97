// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Schakel.Catalogue.Tests.Sources;

namespace Schakel.Catalogue.Tests.Storage;

/// <summary>Folders as analysts have them: what cannot be read is named, and what a spreadsheet did to codes is undone.</summary>
public sealed class DownloadedFolderTests : IDisposable
{
    private readonly ImportedFolder folder = new();
    private readonly MadeFiles files = new();

    public void Dispose()
    {
        folder.Dispose();
        files.Dispose();
    }

    [Fact]
    public void Everything_in_a_folder_that_may_be_data_is_imported_or_refused_by_name()
    {
        files.Text("wijken_2023.csv", "wijkcode,inwoners\nWK001400,10\n");
        Directory.CreateDirectory(files.Path("kaart.gdb"));
        files.Text("kaart.gdb/a00000001.gdbtable", "x");
        files.Bytes("kerncijfers.csv.gz", [0x1F, 0x8B, 8, 0]);
        files.Text("wijk.gml", "<?xml version=\"1.0\"?><gml/>");
        files.Text("toelichting.docx", "x");
        files.Text("diefstal_2023.ndjson", string.Concat(Enumerable.Range(1, 3).Select(day => string.Create(CultureInfo.InvariantCulture,
            $"{{\"type\":\"Feature\",\"properties\":{{\"datum\":\"2023-01-0{day}\"}},\"geometry\":{{\"type\":\"Point\",\"coordinates\":[155000,463000]}}}}\n"))));

        var report = folder.Import(files.Folder);

        Assert.Equal(["diefstal_2023.ndjson", "wijken_2023.csv"], report.Datasets.Select(dataset => Path.GetFileName(dataset.Path)));
        Assert.Equal([("kaart.gdb", "format-not-read"), ("kerncijfers.csv.gz", "format-not-read"), ("wijk.gml", "format-not-read")],
            report.Refused.Select(refused => (Path.GetFileName(refused.Path), refused.Code)).OrderBy(pair => pair.Item1, StringComparer.Ordinal));
        Assert.Contains("areas.gdb", report.Refused.Single(refused => refused.Path.EndsWith(".gdb", StringComparison.Ordinal)).Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Codes_that_Excel_took_for_numbers_and_saved_as_text_are_codes_of_CBS_again()
    {
        folder.Import(files.Text("woz_2022.csv", "BUURTCODE;gemiddelde woningwaarde\r\n140000;\u20AC 210\r\n3630001;-\u20AC1.199,5\r\n"));

        Assert.True(folder.Open().Areas("buurt", 2022).TryGet(out var layer, out _));
        Assert.Equal(["BU00140000", "BU03630001"], layer.Codes);
        Assert.Equal([210, -1199.5], ImportedFolder.Answer(folder.Open().Values("gemiddelde_woningwaarde", layer, 2022)).Values);
    }

    [Fact]
    public void A_total_and_a_row_unknown_under_a_few_wijken_are_left_out_and_counted()
    {
        var report = folder.Import(files.Text("wijken_2023.csv", "wijkcode;inwoners\nWK001400;10\nWK001401;20\nWK001402;30\nTotaal;60\nonbekend;1\n"));

        Assert.Equal(3, Assert.Single(report.Datasets).Named);
        Assert.Contains("wijken_2023.csv: 2 rows without an area code left out.", report.Notes);
    }

    [Fact]
    public void A_municipality_s_own_short_codes_with_a_zero_in_front_are_not_taken_for_those_of_CBS()
    {
        var report = folder.TryImport(Tables.Of("eigen_2022.csv", Tables.Text("buurtcode", "010101", "020202"), Tables.Number("inwoners", 1, 2)));

        Assert.False(report.TryGet(out _, out var reason));
        Assert.Equal("no-area-codes", reason.Code);
    }
}
