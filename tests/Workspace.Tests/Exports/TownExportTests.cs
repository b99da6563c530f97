// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text.Json;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Sources;
using Schakel.Workspace.Exports;
using Schakel.Workspace.Exports.Results;
using Schakel.Workspace.Tests.Voorbeeldstad;
using Schakel.Writers.Tests;

namespace Schakel.Workspace.Tests.Exports;

/// <summary>The demo town goes out, and other programs open it.</summary>
public sealed class TownExportTests(ImportedTown town) : IClassFixture<ImportedTown>, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("export van de stad ").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Every_figure_of_the_catalogue_is_in_the_file_with_the_reason_where_it_is_missing()
    {
        var path = Write(new ExportRequest { Levels = ["buurt"] }, ExportFormat.GeoPackage);
        var table = Read(path, "buurt");
        Assert.True(town.Catalogue.Areas("buurt", null).TryGet(out var layer, out _));

        Assert.Equal(layer.Codes, Enumerable.Range(0, table.RowCount).Select(row => table.Find("code")!.TextAt(row)!));
        Assert.Equal(layer.Parents["wijk"], Enumerable.Range(0, table.RowCount).Select(row => table.Find("wijkcode")!.TextAt(row)));
        foreach (var id in new[] { "eenzaamheid", "schulden", "fietsdiefstal", "aantal_inwoners" })
        {
            Assert.True(town.Catalogue.Values(id, layer, 2024).TryGet(out var values, out _));
            var read = Assert.IsType<NumberColumn>(table.Find($"{id}_2024"));
            Assert.Equal(values.Values, read.Values);
            Assert.Equal(values.Missing, read.Missing);
        }
        Assert.Contains(((NumberColumn)table.Find("eenzaamheid_2024")!).Missing, reason => reason != MissingReason.Present);
        var boundaries = town.Catalogue.Boundaries(layer);
        Assert.All(Enumerable.Range(0, table.RowCount), row => Assert.True(boundaries[row]!.Normalized().EqualsExact(table.Geometries![row]!.Normalized(), 0)));
    }

    [Fact]
    public void Gdal_opens_the_layers_with_source_licence_and_styles()
    {
        var path = Write(new ExportRequest(), ExportFormat.GeoPackage);

        var listed = Programs.Gdal("ogrinfo", "-so", path);
        var buurten = Programs.Gdal("ogrinfo", "-so", "-al", path, "buurt");
        var styles = Programs.Gdal("ogrinfo", "-q", "-sql", "SELECT f_table_name, styleName, length(styleQML) AS qml, length(styleSLD) AS sld FROM layer_styles WHERE useAsDefault = 1", path);

        foreach (var level in new[] { "buurt", "wijk", "stadsdeel", "gemeente", "regio" })
            Assert.Contains($": {level} (Multi Polygon)", listed, StringComparison.Ordinal);
        Assert.Contains("LICENCE=CC0 1.0", listed, StringComparison.Ordinal);
        Assert.Contains("Voorbeeldstad", listed, StringComparison.Ordinal);
        Assert.Contains("ID[\"EPSG\",28992]", buurten, StringComparison.Ordinal);
        Assert.Contains("Feature Count: 165", buurten, StringComparison.Ordinal);
        Assert.Contains("fietsdiefstal_2024: Integer64", buurten, StringComparison.Ordinal);
        Assert.Contains("eenzaamheid_2024: Real", buurten, StringComparison.Ordinal);
        Assert.Contains("f_table_name (String) = buurt", styles, StringComparison.Ordinal);
    }

    [Fact]
    public void A_map_of_clusters_colours_only_what_stands_out_from_chance()
    {
        var path = Write(new ExportRequest { Levels = ["buurt"], Results = [Result("lisa.json", """{"areas":[{"id":"BU99010000","quadrant":"HH","significant":true},{"id":"BU99010001","quadrant":"LL","significant":false}]""")] }, ExportFormat.GeoPackage);

        var style = Programs.Gdal("ogrinfo", "-q", "-sql", "SELECT styleName, styleQML, styleSLD FROM layer_styles WHERE useAsDefault = 1", path);

        Assert.Contains("styleName (String) = lisa_quadrant", style, StringComparison.Ordinal);
        Assert.Contains("filter=\"&quot;lisa_quadrant&quot; = 'HH' AND &quot;lisa_significant&quot; = 1\"", style, StringComparison.Ordinal);
        Assert.Contains("filter=\"&quot;lisa_significant&quot; = 0\"", style, StringComparison.Ordinal);
        Assert.Contains("<ogc:PropertyName>lisa_significant</ogc:PropertyName><ogc:Literal>0</ogc:Literal>", style, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("geojson")]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public void Gdal_opens_the_other_forms(string id)
    {
        var path = Write(new ExportRequest { Levels = ["wijk"] }, ExportFormat.ById(id)!);

        var dump = Programs.Gdal("ogrinfo", "-al", path);

        Assert.Contains("Feature Count: 51", dump, StringComparison.Ordinal);
        Assert.Contains("= WK990100", dump, StringComparison.Ordinal);
        Assert.Contains("eenzaamheid_2024", dump, StringComparison.Ordinal);
    }

    [Fact]
    public void R_opens_the_geopackage_and_the_geojson_and_finds_the_same_shapes()
    {
        var (package, json) = (Write(new ExportRequest { Levels = ["buurt"] }, ExportFormat.GeoPackage), Write(new ExportRequest { Levels = ["buurt"] }, ExportFormat.GeoJson));

        var said = Programs.R($$"""
            suppressMessages(library(sf))
            a <- st_read("{{package}}", "buurt", quiet = TRUE); b <- st_read("{{json}}", quiet = TRUE)
            b <- st_transform(b, 28992)
            cat(nrow(a), nrow(b), all(st_is_valid(a)), st_crs(a)$epsg, class(a$code), max(abs(as.numeric(st_area(a)) - as.numeric(st_area(b)))) < 50)
            """);

        Assert.Equal("165 165 TRUE 28992 character TRUE", said);
    }

    [Fact]
    public void Geojson_is_in_degrees_with_rings_counterclockwise_and_says_where_it_comes_from()
    {
        var path = Write(new ExportRequest { Levels = ["gemeente"] }, ExportFormat.GeoJson);

        using var document = JsonDocument.Parse(File.ReadAllText(path));
        var root = document.RootElement;
        var ring = root.GetProperty("features")[0].GetProperty("geometry").GetProperty("coordinates")[0][0].EnumerateArray().Select(point => (X: point[0].GetDouble(), Y: point[1].GetDouble())).ToArray();

        Assert.False(root.TryGetProperty("crs", out _));
        Assert.All(ring, point => Assert.True(point.X is > 3 and < 8 && point.Y is > 50 and < 54));
        Assert.True(ring.Zip(ring.Skip(1)).Sum(side => (side.First.X * side.Second.Y) - (side.Second.X * side.First.Y)) > 0);
        Assert.Contains("RFC 7946", root.GetProperty("schakel").GetProperty("coordinates").GetString(), StringComparison.Ordinal);
        Assert.Contains("CC0 1.0", root.GetProperty("schakel").GetProperty("sources")[0].GetProperty("licence").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_holds_its_account_and_a_csv_has_it_beside_it()
    {
        var workbook = Write(new ExportRequest { Levels = ["wijk"] }, ExportFormat.Xlsx);
        var csv = Write(new ExportRequest { Levels = ["wijk"] }, ExportFormat.Csv);

        var account = Read(workbook, "Verantwoording");
        var columns = Read(workbook, "Kolommen");
        using var metadata = JsonDocument.Parse(File.ReadAllText(csv + "-metadata.json"));

        Assert.Contains("intern gebruik", account.Find("tekst")!.TextAt(0), StringComparison.Ordinal);
        Assert.Contains("eenzaamheid_2024", Enumerable.Range(0, columns.RowCount).Select(row => columns.Find("kolom")!.TextAt(row)));
        Assert.All(Enumerable.Range(0, columns.RowCount), row => Assert.False(string.IsNullOrEmpty(columns.Find("licentie")!.TextAt(row))));
        Assert.Equal("http://www.w3.org/ns/csvw", metadata.RootElement.GetProperty("@context")[0].GetString());
        var header = File.ReadLines(csv).First().Split(',');
        Assert.Equal(header, metadata.RootElement.GetProperty("tableSchema").GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("titles")[0].GetString()!));
        Assert.Equal("CC0 1.0", metadata.RootElement.GetProperty("dc:license").GetString());
    }

    [Fact]
    public void A_publication_holds_no_count_below_five_and_nothing_that_is_not_rounded()
    {
        var content = Gather(new ExportRequest { Publish = true });

        foreach (var column in content.Layers.SelectMany(layer => layer.Columns).Where(column => column.IsCount && column.Unit != "ha"))
            Assert.All(column.Numbers!, value => Assert.True(double.IsNaN(value) || value % 5 == 0, $"{column.Name}: {value}"));
        foreach (var column in content.Layers.SelectMany(layer => layer.Columns).Where(column => column.Name.StartsWith("eenzaamheid", StringComparison.Ordinal)))
            Assert.All(column.Numbers!, value => Assert.True(double.IsNaN(value) || Math.Abs((value * 100) - Math.Round(value * 100)) < 1e-9));
        var stolen = Buurten(content).Columns.Single(column => column.Name == "fietsdiefstal_2024");
        Assert.True(stolen.Withheld > 0);
        Assert.Contains("achtergehouden: minimum", stolen.Missing);
        Assert.Contains("publicatie", Read(Write(new ExportRequest { Publish = true }, ExportFormat.Xlsx), "Verantwoording").Find("tekst")!.TextAt(0), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_withheld_does_not_depend_on_the_levels_or_the_place_that_are_taken()
    {
        var all = Buurten(Gather(new ExportRequest { Publish = true, Indicators = ["fietsdiefstal"] }));
        var alone = Buurten(Gather(new ExportRequest { Publish = true, Indicators = ["fietsdiefstal"], Levels = ["buurt"] }));
        var place = Buurten(Gather(new ExportRequest { Publish = true, Indicators = ["fietsdiefstal"], Levels = ["buurt"], Within = "GM9901" }));

        Assert.Equal(all.Columns[0].Missing, alone.Columns[0].Missing);
        Assert.Equal(60, place.Codes.Length);
        Assert.All(place.Codes.Index(), area => Assert.Equal(all.Columns[0].Missing[Array.IndexOf(all.Codes, area.Item)], place.Columns[0].Missing[area.Index]));
    }

    [Fact]
    public void Without_publication_small_counts_are_there_with_a_warning()
    {
        var content = Gather(new ExportRequest { Levels = ["buurt"], Indicators = ["fietsdiefstal"] });

        Assert.Contains(content.Layers[0].Columns[0].Numbers!, value => value is > 0 and < 5);
        Assert.Equal("small-counts", Assert.Single(content.Warnings).Code);
    }

    [Fact]
    public void Equal_requests_give_equal_bytes_whatever_the_culture()
    {
        foreach (var format in ExportFormat.All)
        {
            var before = CultureInfo.CurrentCulture;
            var first = File.ReadAllBytes(Write(new ExportRequest { Levels = ["wijk"] }, format));
            CultureInfo.CurrentCulture = new CultureInfo("nl-NL");
            var second = File.ReadAllBytes(Write(new ExportRequest { Levels = ["wijk"] }, format));
            CultureInfo.CurrentCulture = before;

            Assert.Equal(first, second);
        }
    }

    [Fact]
    public void Several_years_stand_beside_each_other()
    {
        var layer = Buurten(Gather(new ExportRequest { Levels = ["buurt"], Indicators = ["eenzaamheid"], Years = [2023, 2024] }));

        Assert.Equal(["eenzaamheid_2023", "eenzaamheid_2024"], layer.Columns.Select(column => column.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Results_of_every_shape_are_joined_to_the_areas()
    {
        var content = Gather(new ExportRequest
        {
            Levels = ["buurt", "wijk"],
            Indicators = ["eenzaamheid"],
            Results =
            [
                Result("lisa.json", """{"areas":[{"id":"BU99010000","value":0.5,"z":null,"zReason":"te weinig buren","quadrant":"HH","significant":true},{"id":"BU99999999","value":1}],"excluded":[{"id":"BU99010001","reason":"eiland"}]"""),
                Result("scan.json", """{"clusters":[{"ids":["BU99010000","BU99010001"],"cases":40,"p":0.01}]"""),
                Result("werkgebieden.json", """{"proposals":[{"areas":2,"assignment":{"BU99010000":"A","BU99010001":"B"}},{"areas":1,"assignment":{"BU99010000":1,"BU99010001":1}}]"""),
                Result("profiel.json", """{"units":[{"level":"wijk","id":"WK990100","estimate":0.1},{"level":"buurt","id":"BU99010000","estimate":0.2}]"""),
                Result("gezien.json", """{"membership":{"BU99010000":0.75},"noise":{"mean":1}"""),
            ],
        });
        var (buurten, wijken) = (Buurten(content), content.Layers.Single(layer => layer.Level.Id == "wijk"));

        Assert.Equal((0.5, "HH", 1d), (Number("lisa_value"), Word("lisa_quadrant"), Number("lisa_significant")));
        Assert.Equal("te weinig buren", Column("lisa_z").Missing[0]);
        Assert.Equal("eiland", Column("lisa_value").Missing[1]);
        Assert.Equal("niet in dit resultaat", Column("lisa_value").Missing[2]);
        Assert.Equal(["BU99999999"], content.Results[0].Unmatched);
        Assert.Equal((1d, 40d, 0.01), (Number("scan_clusters"), Number("scan_clusters_cases"), Number("scan_clusters_p")));
        Assert.Equal(("A", "1"), (Word("werkgebieden_1"), Word("werkgebieden_2")));
        Assert.Equal((0.2, 0.1), (Number("profiel_estimate"), wijken.Columns.Single(column => column.Name == "profiel_estimate").Numbers![Array.IndexOf(wijken.Codes, "WK990100")]));
        Assert.Equal(0.75, Number("gezien_membership"));
        Assert.DoesNotContain(buurten.Columns, column => column.Name.Contains("noise", StringComparison.Ordinal));

        ExportColumn Column(string name) => buurten.Columns.Single(column => column.Name == name);
        double Number(string name) => Column(name).Numbers![0];
        string? Word(string name) => Column(name).Words![0];
    }

    [Fact]
    public void A_publication_keeps_of_results_only_classes_and_areas()
    {
        var content = Gather(new ExportRequest
        {
            Levels = ["buurt"],
            Indicators = ["eenzaamheid"],
            Publish = true,
            Results =
            [
                Result("lisa.json", """{"areas":[{"id":"BU99010000","value":0.5,"p":0.01,"quadrant":"HH","significant":true}]"""),
                Result("scan.json", """{"clusters":[{"ids":["BU99010000"],"cases":4}]"""),
                Result("gebied.json", """{"assignment":{"BU99010000":"A"}"""),
            ],
        });

        Assert.Equal(["eenzaamheid_2024", "lisa_quadrant", "lisa_significant", "gebied"], content.Layers[0].Columns.Select(column => column.Name));
        Assert.Equal(["lisa_value", "lisa_p"], content.Results[0].Withheld);
        Assert.Equal(["scan_clusters", "scan_clusters_cases"], content.Results[1].Withheld);
    }

    [Fact]
    public void Names_of_results_keep_away_from_columns_that_are_there_and_impossible_numbers_are_missing()
    {
        const string assignment = """{"assignment":{"BU99010000":"A"}""";
        var request = new ExportRequest
        {
            Levels = ["buurt"],
            Indicators = ["eenzaamheid"],
            Results = [Result("code.json", assignment), Result("Naam.json", assignment), Result("geom.json", assignment), Result("wijkcode.json", assignment), Result("x.json", """{"areas":[{"id":"BU99010000","p":1e999}]""")],
        };

        var layer = Buurten(Gather(request));
        Write(request, ExportFormat.GeoPackage);
        Write(request, ExportFormat.GeoParquet);
        Write(request, ExportFormat.GeoJson);

        Assert.Equal(["eenzaamheid_2024", "code_2", "naam_2", "geom_2", "wijkcode_2", "x_p"], layer.Columns.Select(column => column.Name));
        Assert.True(double.IsNaN(layer.Columns[^1].Numbers![0]) && layer.Columns[^1].Missing[0] is not null);
    }

    [Theory]
    [InlineData("{\"areas\":[]", "json-damaged")]
    [InlineData("[]", "result-without-provenance")]
    [InlineData("{\"I\":0.3,\"provenance\":{\"method\":\"moran\"}}", "result-without-areas")]
    public void A_file_that_is_no_result_is_refused(string text, string code)
    {
        var path = Path.Combine(folder, "antwoord.json");
        File.WriteAllText(path, text);

        Assert.False(ResultTable.Read(path).TryGet(out _, out var reason));
        Assert.Equal(code, reason!.Code);
    }

    [Fact]
    public void A_result_about_other_areas_is_refused_and_so_are_questions_that_cannot_be_answered()
    {
        Assert.Equal("result-matches-nothing", Refused(new ExportRequest { Levels = ["buurt"], Results = [Result("x.json", """{"areas":[{"id":"BU00140000","value":1}]""")] }));
        Assert.Equal("no-such-level", Refused(new ExportRequest { Levels = ["straat"] }));
        Assert.Equal("no-such-indicator", Refused(new ExportRequest { Indicators = ["geluk"] }));
        Assert.Equal("no-such-place", Refused(new ExportRequest { Within = "GM0000" }));
        Assert.Equal("no-values", Refused(new ExportRequest { Indicators = ["eenzaamheid"], Years = [1999] }));
    }

    [Fact]
    public void Files_that_are_there_stay_as_they_are_unless_they_may_be_replaced()
    {
        var content = Gather(new ExportRequest { Levels = ["buurt", "wijk"], Indicators = ["eenzaamheid"] });
        var taken = Path.Combine(folder, "uit_wijk.csv");
        File.WriteAllText(taken, "van een ander");
        var files = new ExportFiles(content, "test");

        Assert.False(files.Write(ExportFormat.Csv, Path.Combine(folder, "uit.csv"), overwrite: false, Stop).TryGet(out _, out var reason));
        Assert.Equal(("export-file-exists", "van een ander"), (reason!.Code, File.ReadAllText(taken)));
        Assert.Single(Directory.GetFiles(folder));

        Assert.True(files.Write(ExportFormat.Csv, Path.Combine(folder, "uit.csv"), overwrite: true, Stop).TryGet(out var written, out _));
        Assert.Equal(["uit_buurt.csv", "uit_buurt.csv-metadata.json", "uit_wijk.csv", "uit_wijk.csv-metadata.json"], Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(written, file => Assert.Equal(file.Bytes, new FileInfo(file.Path).Length));
        Assert.False(files.Write(ExportFormat.Csv, Path.Combine(folder, "nergens", "uit.csv"), overwrite: true, Stop).TryGet(out _, out reason));
        Assert.Equal("export-no-folder", reason!.Code);
    }

    [Fact]
    public void When_the_last_file_cannot_be_placed_those_before_it_are_as_they_were()
    {
        var content = Gather(new ExportRequest { Levels = ["buurt"], Indicators = ["eenzaamheid"] });
        var path = Path.Combine(folder, "uit.csv");
        File.WriteAllText(path + "-metadata.json", "oud");
        // A folder in the place of the work file: the second file cannot even begin.
        Directory.CreateDirectory(Path.Combine(path + ".part", "in de weg"));

        Assert.ThrowsAny<Exception>(() => new ExportFiles(content, "test").Write(ExportFormat.Csv, path, overwrite: true, Stop));

        Assert.Equal("oud", File.ReadAllText(path + "-metadata.json"));
        Assert.Equal([path + "-metadata.json"], Directory.GetFiles(folder));
    }

    private static ExportLayer Buurten(ExportContent content) => content.Layers.Single(layer => layer.Level.Id == "buurt");

    private ExportContent Gather(ExportRequest request)
    {
        Assert.True(ExportContent.Gather(town.Catalogue, request, Stop).TryGet(out var content, out var reason), reason?.Detail);
        return content;
    }

    private string Refused(ExportRequest request)
    {
        Assert.False(ExportContent.Gather(town.Catalogue, request, Stop).TryGet(out _, out var reason));
        return reason!.Code;
    }

    private string Write(ExportRequest request, ExportFormat format)
    {
        var path = Path.Combine(folder, "uit" + format.Ending);
        Assert.True(new ExportFiles(Gather(request), "test").Write(format, path, overwrite: true, Stop).TryGet(out var files, out var reason), reason?.Detail);
        return files[^1].Path;
    }

    private ResultTable Result(string name, string members)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, members + ",\"provenance\":{\"version\":\"0.1.0\",\"method\":\"proef\",\"parameters\":{},\"seed\":2009,\"inputs\":[]}}");
        Assert.True(ResultTable.Read(path).TryGet(out var result, out var reason), reason?.Detail);
        return result;
    }

    private static SourceTable Read(string path, string layer)
    {
        Assert.True(SourceFile.Read(path, new ReadOptions { Layer = layer }, Stop).TryGet(out var tables, out var reason), reason?.Detail);
        return Assert.Single(tables);
    }
}
