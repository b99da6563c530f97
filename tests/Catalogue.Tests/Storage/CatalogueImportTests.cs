// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Indicators;
using Schakel.Catalogue.Storage;
using static Schakel.Catalogue.Tests.Storage.ImportedFolder;

namespace Schakel.Catalogue.Tests.Storage;

public sealed class CatalogueImportTests : IDisposable
{
    private readonly ImportedFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_table_of_figures_by_code_is_imported_and_read_back_in_the_order_of_the_areas()
    {
        folder.Import(Tables.Of("kwb 2020.csv", Tables.Text("gwb_code", "BU00140002 ", "BU00140000", "BU00140001"), Tables.Number("a_inw", 30, 10, double.NaN)));

        using var catalogue = folder.Open();
        var layer = Answer(catalogue.Areas("buurt", 2020));
        var values = Answer(catalogue.Values("aantal_inwoners", layer, 2020));
        Assert.Equal(["BU00140000", "BU00140001", "BU00140002"], layer.Codes);
        Assert.Equal([10, double.NaN, 30], values.Values);
        Assert.Equal([MissingReason.Present, MissingReason.Secret, MissingReason.Present], values.Missing);
        Assert.Equal(["WK001400", "WK001400", "WK001400"], layer.Parents["wijk"]);
        Assert.All(layer.HasBoundary, Assert.False);
    }

    [Fact]
    public void Importing_twice_changes_nothing_not_even_the_time_of_a_file()
    {
        var table = Tables.Of("kwb 2020.csv", Tables.Text("gwb_code", "BU00140000", "BU00140001"), Tables.Number("a_inw", 30, 10), Tables.Number("eigen cijfer", 1.5, 2));
        folder.Import(table);
        var before = Directory.GetFiles(folder.Directory).Order().Select(path => (path, File.GetLastWriteTimeUtc(path), Convert.ToHexString(File.ReadAllBytes(path)))).Where(file => !file.path.EndsWith(".lock", StringComparison.Ordinal)).ToList();

        folder.Import(table);

        var after = Directory.GetFiles(folder.Directory).Order().Select(path => (path, File.GetLastWriteTimeUtc(path), Convert.ToHexString(File.ReadAllBytes(path)))).Where(file => !file.path.EndsWith(".lock", StringComparison.Ordinal)).ToList();
        Assert.Equal(before, after);
    }

    [Fact]
    public void A_newer_edition_of_the_same_file_replaces_the_older_one()
    {
        folder.Import(Tables.Of("kwb 2020.csv", Tables.Text("gwb_code", "BU00140000", "BU00140001"), Tables.Number("a_inw", 30, 10)));
        folder.Import(Tables.Of("elsewhere/kwb 2020.csv", Tables.Text("gwb_code", "BU00140000", "BU00140001"), Tables.Number("a_inw", 31, 11)));

        using var catalogue = folder.Open();
        var layer = Answer(catalogue.Areas("buurt", 2020));
        Assert.Equal([31, 11], Answer(catalogue.Values("aantal_inwoners", layer, 2020)).Values);
        Assert.Single(catalogue.Datasets);
    }

    [Fact]
    public void Another_year_under_the_same_file_name_stands_beside_the_first()
    {
        folder.Import(Tables.Of("2020/kwb.csv", Tables.Text("gwb_code", "BU00140000"), Tables.Number("a_inw", 30), Tables.Text("jaar", "2020")));
        folder.Import(Tables.Of("2021/kwb.csv", Tables.Text("gwb_code", "BU00140000"), Tables.Number("a_inw", 31), Tables.Text("jaar", "2021")));

        using var catalogue = folder.Open();
        Assert.Equal([2020, 2021], catalogue.Find("a_inw")!.Years);
    }

    [Fact]
    public void The_order_of_importing_makes_no_difference()
    {
        var map = Tables.Map("map_2020.gpkg", "buurt_2020", [Tables.Square(0, 400000, 100), Tables.Square(100, 400000, 100)], Tables.Text("BU_CODE", "BU00140000", "BU00140001"), Tables.Number("AANT_INW", 1, 2));
        var figures = Tables.Of("kwb 2020.csv", Tables.Text("gwb_code", "BU00140000", "BU00140001", "BU00140002"), Tables.Number("a_inw", 3, 4, 5));
        folder.Import(map);
        folder.Import(figures);
        using var other = new ImportedFolder();
        other.Import(figures);
        other.Import(map);

        using var first = folder.Open();
        using var second = other.Open();
        Assert.Equal(first.Fingerprint, second.Fingerprint);
        var (one, two) = (Answer(first.Areas("buurt", 2020)), Answer(second.Areas("buurt", 2020)));
        Assert.Equal(Answer(first.Values("aantal_inwoners", one, 2020)).Values, Answer(second.Values("aantal_inwoners", two, 2020)).Values);
    }

    [Fact]
    public void Nothing_accepted_leaves_no_folder()
    {
        var reason = ReasonOf(folder.TryImport(Tables.Of("notes.csv", Tables.Text("name", "Centrum", "Noord"), Tables.Number("x1", 1, 2))));

        Assert.Equal("no-area-codes", reason.Code);
        Assert.False(Directory.Exists(folder.Directory));
    }

    [Fact]
    public void Two_rows_about_one_area_and_year_are_refused_with_both_row_numbers()
    {
        var refusal = Assert.IsType<Refusal>(ReasonOf(folder.TryImport(
            Tables.Of("kwb 2020.csv", Tables.Text("gwb_code", "BU00140000", "BU00140001", "BU00140000"), Tables.Number("a_inw", 1, 2, 3)))));

        Assert.Equal(("duplicate-area-year", 3L, "gwb_code", "BU00140000"), (refusal.Code, refusal.Row, refusal.Column, refusal.Value));
        Assert.Contains("rows 1 and 3", refusal.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_boundaries_with_one_code_are_refused()
    {
        var refusal = ReasonOf(folder.TryImport(Tables.Map("map.gpkg", "buurt_2020", [Tables.Square(0, 400000, 100), Tables.Square(100, 400000, 100)], Tables.Text("BU_CODE", "BU00140000", "BU00140000"))));

        Assert.Equal("duplicate-area", refusal.Code);
    }

    [Fact]
    public void A_folder_with_other_files_is_left_alone()
    {
        Directory.CreateDirectory(folder.Directory);
        File.WriteAllText(Path.Combine(folder.Directory, "my thesis.docx"), "x");

        var reason = ReasonOf(folder.TryImport(Tables.Of("kwb 2020.csv", Tables.Text("gwb_code", "BU00140000"), Tables.Number("a_inw", 1))));

        Assert.Equal("not-a-catalogue", reason.Code);
        Assert.Equal(["my thesis.docx"], Directory.GetFileSystemEntries(folder.Directory).Select(Path.GetFileName));
    }

    [Fact]
    public void A_folder_is_read_whole_but_for_the_catalogue_in_it_and_readmes()
    {
        var parent = Path.GetDirectoryName(folder.Directory)!;
        Directory.CreateDirectory(folder.Beside("sub"));
        File.WriteAllText(folder.Beside("kwb_2020.csv"), "gwb_code,a_inw\nBU00140000,30\n");
        File.WriteAllText(folder.Beside(Path.Combine("sub", "kwb_2021.csv")), "gwb_code,a_inw\nBU00140000,31\n");
        File.WriteAllText(folder.Beside("README.txt"), "Read me.");
        File.WriteAllText(folder.Beside("leeg.csv"), "");

        for (var time = 0; time < 2; time++)
        {
            var report = folder.Import(parent);

            Assert.Equal(["kwb_2020.csv", "kwb_2021.csv"], report.Datasets.Select(dataset => Path.GetFileName(dataset.Path)));
            Assert.Equal("leeg.csv", Path.GetFileName(Assert.Single(report.Refused).Path));
        }
    }

    [Fact]
    public void A_file_in_the_place_of_the_folder_is_left_alone()
    {
        File.WriteAllText(folder.Directory, "x");

        Assert.Equal("not-a-catalogue", ReasonOf(folder.TryImport(Tables.Of("kwb 2020.csv", Tables.Text("gwb_code", "BU00140000"), Tables.Number("a_inw", 1)))).Code);
        Assert.Equal("x", File.ReadAllText(folder.Directory));
    }

    [Fact]
    public void A_file_that_is_gone_makes_the_catalogue_damaged_not_empty()
    {
        folder.Import(Tables.Of("kwb 2020.csv", Tables.Text("gwb_code", "BU00140000"), Tables.Number("a_inw", 1)));
        File.Delete(Directory.GetFiles(folder.Directory, "figures-*").Single());

        Assert.Equal("catalogue-damaged", ReasonOf(CatalogueFolder.Open(folder.Directory)).Code);
        Assert.Equal("no-catalogue", ReasonOf(CatalogueFolder.Open(folder.Beside("nowhere"))).Code);
    }

    [Fact]
    public void The_day_of_import_stands_in_the_manifest_and_changes_nothing_else()
    {
        var table = Tables.Of("kwb 2020.csv", Tables.Text("gwb_code", "BU00140000"), Tables.Number("a_inw", 1));
        folder.Import(table);
        using var other = new ImportedFolder();
        other.Import(table);

        Assert.Contains("\"imported\": \"2", File.ReadAllText(Path.Combine(folder.Directory, "manifest.json")), StringComparison.Ordinal);
        using var first = folder.Open();
        using var second = other.Open();
        Assert.Equal(first.Fingerprint, second.Fingerprint);
    }

    [Fact]
    public void An_unknown_column_keeps_its_own_name_and_is_listed()
    {
        var report = folder.Import(Tables.Of("kwb 2020.csv", Tables.Text("gwb_code", "BU00140000"), Tables.Number("Boze Buren", 3), Tables.Number("a_inw", 1)));

        var indicator = Assert.Single(report.Indicators, known => !known.Recognised);
        Assert.Equal(("boze_buren", "Boze Buren", IndicatorKind.Amount), (indicator.Id, indicator.Column, indicator.Kind));
        Assert.Equal(["Boze Buren"], report.Unrecognised["kwb 2020.csv"]);
    }

    [Fact]
    public void A_table_with_names_only_is_matched_to_the_map_of_the_same_import_in_any_order()
    {
        string[] codes = ["0601", "0602", "0603", "0604", "0605", "0606"];
        var map = Tables.Map("stad_2022.gpkg", "buurt", [.. codes.Select((_, i) => Tables.Square(100 * i, 400000, 100))], Tables.Text("BUURTCODE", codes), Tables.Text("BUURT", "Bavel", "Belcrum", "Boeimeer", "Brabantpark", "Chassé", "Centrum"));
        var figures = Tables.Of("overlast_2022.csv", Tables.Text("region", "Breda", "belcrum", "Boeimeer", "Brabantpark", "Chasse", "Centrum", "Bavel", "Bavel"), Tables.Number("Total nuisance registrations", 99, 2, 3, 4, 5, 6, 7, 8));

        var report = folder.Import(figures, map);

        using var catalogue = folder.Open();
        var layer = Answer(catalogue.Areas("buurt", 2022));
        Assert.Equal([double.NaN, 2, 3, 4, 5, 6], Answer(catalogue.Values("overlast", layer, 2022)).Values);
        Assert.Equal(["Bavel", "Breda"], report.Unmatched["overlast_2022.csv"]);
        Assert.Contains(report.Notes, note => note.Contains("5 of 8 rows were found by name", StringComparison.Ordinal));
    }

    [Fact]
    public void Names_of_one_town_are_found_though_the_country_is_full_of_them_but_not_when_two_towns_come_near()
    {
        string[] names = ["Bavel", "Belcrum", "Boeimeer", "Brabantpark", "Noord", "Centrum"];
        string[] elsewhere = ["Centrum", "Noord", "Zuid", "Oost", "West", "Haven"];
        var map = Tables.Map("land_2022.gpkg", "buurt", [.. Enumerable.Range(0, 12).Select(i => Tables.Square(100 * i, 400000, 100))],
            Tables.Text("BU_CODE", [.. Enumerable.Range(0, 12).Select(i => $"BU{(i < 6 ? "0758" : "0014")}000{i % 6}")]), Tables.Text("BU_NAAM", [.. names, .. elsewhere]));

        var report = folder.Import(map, Tables.Of("overlast_2022.csv", Tables.Text("wijk", names), Tables.Number("overlast", 1, 2, 3, 4, 5, 6)));
        using (var catalogue = folder.Open())
            Assert.Equal([double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, 1, 2, 3, 4, 5, 6], Answer(catalogue.Values("overlast", Answer(catalogue.Areas("buurt", 2022)), 2022)).Values);
        Assert.Empty(report.Refused);

        using var other = new ImportedFolder();
        string[] common = ["Centrum", "Noord", "Zuid", "Oost", "West"];
        var twice = Tables.Map("land_2022.gpkg", "buurt", [.. Enumerable.Range(0, 10).Select(i => Tables.Square(100 * i, 400000, 100))],
            Tables.Text("BU_CODE", [.. Enumerable.Range(0, 10).Select(i => $"BU{(i < 5 ? "0758" : "0014")}000{i % 5}")]), Tables.Text("BU_NAAM", [.. common, .. common]));
        Assert.Equal("no-area-codes", Assert.Single(other.Import(twice, Tables.Of("overlast_2022.csv", Tables.Text("wijk", common), Tables.Number("overlast", 1, 2, 3, 4, 5))).Refused).Code);
    }

    [Fact]
    public void A_reader_that_opened_before_an_import_keeps_its_catalogue()
    {
        folder.Import(Tables.Of("kwb 2020.csv", Tables.Text("gwb_code", "BU00140000"), Tables.Number("a_inw", 30)));
        using var before = folder.Open();

        folder.Import(Tables.Of("kwb 2020.csv", Tables.Text("gwb_code", "BU00140000"), Tables.Number("a_inw", 31)));

        using var after = folder.Open();
        Assert.Equal([30], Answer(before.Values("a_inw", Answer(before.Areas("buurt", 2020)), 2020)).Values);
        Assert.Equal([31], Answer(after.Values("a_inw", Answer(after.Areas("buurt", 2020)), 2020)).Values);
        folder.Import(Tables.Of("kwb 2020.csv", Tables.Text("gwb_code", "BU00140000"), Tables.Number("a_inw", 32)));
        Assert.Equal(2, Directory.GetFiles(folder.Directory, "figures-*").Length);
    }

    [Fact]
    public void Two_imports_at_once_do_not_mix()
    {
        folder.Import(Tables.Of("kwb 2020.csv", Tables.Text("gwb_code", "BU00140000"), Tables.Number("a_inw", 30)));
        using var held = Answer(FolderLock.Take(folder.Directory));

        Assert.Equal("catalogue-busy", ReasonOf(folder.TryImport(Tables.Of("kwb 2021.csv", Tables.Text("gwb_code", "BU00140000"), Tables.Number("a_inw", 31)))).Code);
    }

    [Fact]
    public void A_damaged_file_is_said_to_be_damaged()
    {
        folder.Import(Tables.Of("kwb 2020.csv", Tables.Text("gwb_code", "BU00140000"), Tables.Number("a_inw", 30)));
        var path = Directory.GetFiles(folder.Directory, "figures-*").Single();
        var bytes = File.ReadAllBytes(path);
        Array.Clear(bytes, 4, bytes.Length - 4);
        File.WriteAllBytes(path, bytes);

        using var catalogue = folder.Open();
        Assert.Equal("catalogue-damaged", ReasonOf(catalogue.Values("a_inw", Answer(catalogue.Areas("buurt", 2020)), 2020)).Code);
        File.WriteAllBytes(path, bytes[..^1]);
        Assert.Equal("catalogue-damaged", ReasonOf(CatalogueFolder.Open(folder.Directory)).Code);
        File.WriteAllText(Path.Combine(folder.Directory, "manifest.json"), "{ \"format\": 1, ");
        Assert.Equal("catalogue-damaged", ReasonOf(CatalogueFolder.Open(folder.Directory)).Code);
    }

    [Theory]
    [InlineData("{ \"format\": 2 }")]
    [InlineData("{ \"format\": 3 }")]
    [InlineData("{ \"format\": 0 }")]
    [InlineData("{ \"format\": 1, \"datasets\": [ { \"path\": \"kwb 2020.csv\" } ] }")]
    public void A_catalogue_of_another_version_is_not_called_damaged(string manifest)
    {
        folder.Import(Tables.Of("kwb 2020.csv", Tables.Text("gwb_code", "BU00140000"), Tables.Number("a_inw", 30)));
        File.WriteAllText(Path.Combine(folder.Directory, "manifest.json"), manifest);

        var reason = ReasonOf(CatalogueFolder.Open(folder.Directory));

        Assert.Equal("catalogue-other-version", reason.Code);
        Assert.Contains("Import the files again", reason.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cancelled_import_leaves_the_old_catalogue_and_nothing_else()
    {
        folder.Import(Tables.Of("kwb 2020.csv", Tables.Text("gwb_code", "BU00140000"), Tables.Number("a_inw", 30)));
        var before = Directory.GetFiles(folder.Directory).Order().ToList();
        using var cancel = new CancellationTokenSource();
        var second = Tables.Of("kwb 2021.csv", Tables.Text("gwb_code", "BU00140000"), Tables.Number("a_inw", 31));

        Assert.Throws<OperationCanceledException>(() => CatalogueImport.Run(["a", "b"], folder.Directory, new ImportOptions(), path =>
        {
            if (path == "b")
                cancel.Cancel();
            return new List<Schakel.Catalogue.Sources.SourceTable> { second with { Path = path } };
        }, null, cancel.Token));

        Assert.Equal(before, Directory.GetFiles(folder.Directory).Order());
    }

    [Fact]
    public void A_cancelled_first_import_leaves_no_folder()
    {
        using var cancel = new CancellationTokenSource();
        var table = Tables.Of("kwb 2021.csv", Tables.Text("gwb_code", "BU00140000"), Tables.Number("a_inw", 31));

        Assert.Throws<OperationCanceledException>(() => CatalogueImport.Run(["a", "b"], folder.Directory, new ImportOptions(), path =>
        {
            Assert.Equal(path == "b", Directory.Exists(folder.Directory));
            if (path == "b")
                cancel.Cancel();
            return new List<Schakel.Catalogue.Sources.SourceTable> { table with { Path = path } };
        }, null, cancel.Token));

        Assert.False(Directory.Exists(folder.Directory));
    }

    [Fact]
    public void Many_readers_at_once_get_the_same_figures()
    {
        var codes = Enumerable.Range(0, 2000).Select(i => $"BU0014{i:0000}").ToArray();
        folder.Import(Tables.Of("kwb 2020.csv", [Tables.Text("gwb_code", codes), .. Enumerable.Range(0, 30).Select(k => Tables.Number($"cijfer {k}", [.. codes.Select((_, i) => (double)(i + k))]))]));
        using var catalogue = folder.Open();

        Parallel.For(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = TestContext.Current.CancellationToken }, i =>
        {
            var layer = Answer(catalogue.Areas("buurt", 2020));
            var values = Answer(catalogue.Values($"cijfer {i % 30}", layer, 2020)).Values;
            Assert.Equal(1999 + i % 30, values[1999]);
        });
    }
}
