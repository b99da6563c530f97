// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using DuckDB.NET.Data;
using Schakel.Catalogue.Areas;
using static Schakel.Catalogue.Tests.Storage.ImportedFolder;

namespace Schakel.Catalogue.Tests.Storage;

public sealed class LayerTests : IDisposable
{
    private readonly ImportedFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_crosswalk_of_one_year_serves_the_maps_of_every_year()
    {
        folder.Import(
            Tables.Map("kaart_2019.gpkg", "buurten", [Tables.Square(0, 400000, 10), Tables.Square(10, 400000, 10)], Tables.Text("buurtcode", "BU99010000", "BU99010001")),
            Tables.Map("kaart_2024.gpkg", "buurten", [Tables.Square(0, 400000, 10), Tables.Square(10, 400000, 10)], Tables.Text("buurtcode", "BU99010000", "BU99010001")),
            Tables.Of("gebiedsindeling_2024.csv", Tables.Text("buurtcode", "BU99010000", "BU99010001"), Tables.Text("stadsdeelcode", "SD1", "SD1"), Tables.Text("stadsdeelnaam", "Centrum", "Centrum")));

        using var catalogue = folder.Open();
        foreach (var year in new[] { 2019, 2024 })
            Assert.Equal(["GM9901-SD1", "GM9901-SD1"], Answer(catalogue.Areas("buurt", year)).Parents["stadsdeel"]);
        var districts = Answer(catalogue.Areas("stadsdeel", 2019));
        Assert.Equal("Centrum", districts.Names.Single());
        Assert.Equal(200, catalogue.Boundaries(districts).Single()!.Area, 1e-9);
    }

    [Fact]
    public void Cells_lie_in_the_buurt_around_their_centre()
    {
        folder.Import(
            Tables.Map("vierkanten_2024.gpkg", "v", [Tables.Square(100000, 400000, 100), Tables.Square(100100, 400000, 100), Tables.Square(100900, 400000, 100)], Tables.Text("crs28992res100m", "E1000N4000", "E1001N4000", "E1009N4000")),
            Tables.Map("kaart_2024.gpkg", "buurten", [Tables.Square(100000, 400000, 120), Tables.Square(100120, 400000, 200)], Tables.Text("buurtcode", "BU99010000", "BU99010001")));

        using var catalogue = folder.Open();
        var cells = Answer(catalogue.Areas("cell", 2024));
        Assert.Equal(["BU99010000", "BU99010001", null], cells.Parents["buurt"]);
        Assert.Equal(["GM9901", "GM9901", null], cells.Parents["gemeente"]);
    }

    [Fact]
    public void Figures_name_areas_that_no_map_draws_in_their_own_year_only()
    {
        folder.Import(
            Tables.Map("kaart_2022.gpkg", "wijken", [Tables.Square(0, 400000, 10)], Tables.Text("wijkcode", "WK990100")),
            Tables.Of("kwb_2022.csv", Tables.Text("code", "WK990100"), Tables.Number("a_inw", 5)),
            Tables.Of("kwb_2024.csv", Tables.Text("code", "WK990100", "WK990177"), Tables.Number("a_inw", 6, 7)));

        using var catalogue = folder.Open();
        Assert.Equal(["WK990100"], Answer(catalogue.Areas("wijk", 2022)).Codes);
        var later = Answer(catalogue.Areas("wijk", 2024));
        Assert.Equal((2022, "WK990177"), (later.Year, later.Codes[1]));
        Assert.Equal([true, false], later.HasBoundary);
        Assert.Equal([6, 7], Answer(catalogue.Values("a_inw", later, 2024)).Values);
        Assert.Null(catalogue.Boundaries(later)[1]);
    }

    [Fact]
    public void Columns_that_contradict_the_codes_are_followed_and_that_is_said()
    {
        var report = folder.Import(Tables.Map("kaart_2024.gpkg", "buurten", [Tables.Square(0, 400000, 10), Tables.Square(10, 400000, 10)],
            Tables.Text("buurtcode", "BU99010000", "BU99010100"), Tables.Text("wijkcode", "WK990105", "WK990101"), Tables.Text("gemeentecode", "GM9901", "GM9901")));

        using var catalogue = folder.Open();
        Assert.Equal(["WK990105", "WK990101"], Answer(catalogue.Areas("buurt", 2024)).Parents["wijk"]);
        Assert.Contains(report.Notes, note => note.Contains("than its code tells", StringComparison.Ordinal));
    }

    [Fact]
    public void An_area_in_two_others_is_reported_by_name()
    {
        var report = folder.Import(Tables.Map("kaart_2024.gpkg", "buurten", [Tables.Square(0, 400000, 10), Tables.Square(10, 400000, 10)],
            Tables.Text("buurtcode", "BU99010000", "BU99010001"), Tables.Text("stadsdeelcode", "A", "B")));

        Assert.Contains("wijk does not nest in stadsdeel (buurt 2024): 1 lie in more than one, such as WK990100.", report.Notes);
    }

    [Fact]
    public void Own_levels_stand_in_the_ladder_between_wijk_and_gemeente()
    {
        Assert.Equal(["cell", "cell500", "buurt", "kern", "wijk", "gebied", "stadsdeel", "iets-eigens", "gemeente"],
            new[] { "gemeente", "iets-eigens", "stadsdeel", "gebied", "wijk", "kern", "buurt", "cell500", "cell" }.OrderBy(id => Level.Of(id).Rank));
        Assert.False(Level.Of("gebied").IsSupraLocal);
        Assert.True(Level.Of("iets-eigens").IsSupraLocal);
    }

    [Fact]
    public void A_level_or_indicator_that_is_not_there_is_a_reason_that_names_what_is()
    {
        folder.Import(Tables.Of("kwb_2022.csv", Tables.Text("code", "WK990100"), Tables.Number("a_inw", 5)));

        using var catalogue = folder.Open();
        var wijken = Answer(catalogue.Areas("wijk", null));
        Assert.Contains("it has wijk", ReasonOf(catalogue.Areas("buurt", null)).Detail, StringComparison.Ordinal);
        Assert.Equal("no-such-indicator", ReasonOf(catalogue.Values("geluk", wijken, 2022)).Code);
        Assert.Contains("2022", ReasonOf(catalogue.Values("A-INW", wijken, 2021)).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_map_is_GeoParquet_that_other_programs_understand()
    {
        folder.Import(Tables.Map("kaart_2024.gpkg", "buurten", [Tables.Square(0, 400000, 10)], Tables.Text("buurtcode", "BU99010000")));

        var map = folder.Beside("map.parquet");
        File.Copy(Directory.GetFiles(folder.Directory, "map-buurt-*").Single(), map);
        using var duck = new DuckDBConnection("DataSource=:memory:");
        duck.Open();
        using var command = duck.CreateCommand();
        command.CommandText = $"SELECT decode(value) FROM parquet_kv_metadata('{map}') WHERE decode(key) = 'geo'";
        using var geo = System.Text.Json.JsonDocument.Parse((string)command.ExecuteScalar()!);
        var column = geo.RootElement.GetProperty("columns").GetProperty(geo.RootElement.GetProperty("primary_column").GetString()!);
        Assert.Equal(("1.1.0", "WKB", 28992), (geo.RootElement.GetProperty("version").GetString(), column.GetProperty("encoding").GetString(), column.GetProperty("crs").GetProperty("id").GetProperty("code").GetInt32()));
        Assert.Equal([0, 400000, 10, 400010], column.GetProperty("bbox").EnumerateArray().Select(number => number.GetDouble()));
        // A reader that knows GeoParquet gets a geometry, not bytes.
        command.CommandText = $"SELECT typeof(geometry) FROM read_parquet('{map}')";
        Assert.StartsWith("GEOMETRY", (string)command.ExecuteScalar()!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_town_with_a_newer_map_does_not_hide_the_map_of_the_others()
    {
        var report = folder.Import(
            Tables.Map("land_2022.gpkg", "wijken", [Tables.Square(0, 400000, 10), Tables.Square(10, 400000, 10), Tables.Square(50, 400000, 10)], Tables.Text("wijkcode", "WK990100", "WK990101", "WK990200")),
            Tables.Map("stad_2024.gpkg", "wijken", [Tables.Square(0, 400000, 20)], Tables.Text("wijkcode", "WK990109")));

        Assert.Equal(2, report.Areas["wijk"]);
        using var catalogue = folder.Open();
        Assert.Equal((2, "2022 2024"), (catalogue.Levels.Single(level => level.Level.Id == "wijk").Areas, string.Join(' ', catalogue.Levels.Single(level => level.Level.Id == "wijk").Years)));
        var now = Answer(catalogue.Areas("wijk", 2024));
        Assert.Equal(["WK990109", "WK990200"], now.Codes);
        Assert.Equal([2024, 2022], now.Editions);
        Assert.Equal([400, 100], catalogue.Boundaries(now).Select(boundary => boundary!.Area));
        var then = Answer(catalogue.Areas("wijk", 2022));
        Assert.Equal(["WK990100", "WK990101", "WK990200"], then.Codes);
        Assert.Equal([2022, 2022, 2022], then.Editions);
    }

    [Fact]
    public void A_town_that_was_absorbed_by_another_does_not_come_back_under_it()
    {
        folder.Import(
            Tables.Map("land_2018.gpkg", "wijken", [Tables.Square(0, 400000, 10), Tables.Square(10, 400000, 10), Tables.Square(50, 400000, 10)], Tables.Text("wijkcode", "WK990100", "WK990300", "WK990200")),
            Tables.Map("land_2024.gpkg", "wijken", [Tables.Square(0, 400000, 20)], Tables.Text("wijkcode", "WK990100")));

        using var catalogue = folder.Open();
        Assert.Equal(["WK990100", "WK990200"], Answer(catalogue.Areas("wijk", 2024)).Codes);
        Assert.Equal(["WK990100", "WK990200", "WK990300"], Answer(catalogue.Areas("wijk", 2018)).Codes);
    }

    [Fact]
    public void Squares_of_two_towns_and_years_stand_side_by_side()
    {
        var report = folder.Import(
            Tables.Map("vierkanten_2014.gpkg", "v", [Tables.Square(100000, 400000, 100)], Tables.Text("C28992R100", "E1000N4000")),
            Tables.Map("leefbaarheid.gpkg", "v", [Tables.Square(100900, 400000, 100)], Tables.Text("C28992R100", "E1009N4000"), Tables.Number("livability_score", 2.4)));

        Assert.Equal(2, report.Areas["cell"]);
        using var catalogue = folder.Open();
        Assert.Equal([true, true], Answer(catalogue.Areas("cell", null)).HasBoundary);
    }

    [Fact]
    public void The_stadsdeel_A_of_one_town_is_not_that_of_another()
    {
        folder.Import(
            Tables.Map("kaart_2024.gpkg", "buurten", [Tables.Square(0, 400000, 10), Tables.Square(10, 400000, 10)], Tables.Text("buurtcode", "BU99010000", "BU99020000"), Tables.Text("stadsdeelcode", "A", "A"), Tables.Text("stadsdeelnaam", "Centrum", "Noord")));

        using var catalogue = folder.Open();
        var districts = Answer(catalogue.Areas("stadsdeel", null));
        Assert.Equal(["GM9901-A", "GM9902-A"], districts.Codes);
        Assert.Equal(["Centrum", "Noord"], districts.Names);
    }

    [Fact]
    public void Figures_by_a_towns_own_code_find_their_area_without_the_town_in_front()
    {
        var map = Tables.Map("kaart_2024.gpkg", "buurten", [Tables.Square(0, 400000, 10), Tables.Square(10, 400000, 10)], Tables.Text("buurtcode", "BU99010000", "BU99010001"), Tables.Text("stadsdeelcode", "N", "A"));
        folder.Import(Tables.Map("eigen_2024.gpkg", "stadsdeel", [Tables.Square(0, 400000, 10), Tables.Square(10, 400000, 10)], Tables.Text("stadsdeelcode", "N", "A"), Tables.Number("a_inw", 7, 9)), map);

        using var catalogue = folder.Open();
        var districts = Answer(catalogue.Areas("stadsdeel", 2024));
        Assert.Equal(["GM9901-A", "GM9901-N"], districts.Codes);
        Assert.Equal([9, 7], Answer(catalogue.Values("a_inw", districts, 2024)).Values);
        Assert.Equal([100, 100], catalogue.Boundaries(districts).Select(boundary => boundary!.Area));
    }
}
