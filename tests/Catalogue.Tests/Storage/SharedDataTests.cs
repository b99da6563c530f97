// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Features;
using Schakel.Catalogue.Indicators;
using Schakel.Catalogue.Storage;
using static Schakel.Catalogue.Tests.Storage.ImportedFolder;

namespace Schakel.Catalogue.Tests.Storage;

/// <summary>Every file of the shared data, with the numbers and defects that its own README states.</summary>
public sealed class SharedDataTests : IDisposable
{
    private readonly ImportedFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Groningen_has_buurten_wijken_and_squares_that_lie_in_buurten()
    {
        var report = folder.Import(Shared("geo", "groningen_2017.gpkg"));

        Assert.Equal((108, 15, 3441), (report.Areas["buurt"], report.Areas["wijk"], report.Areas["cell"]));
        using var catalogue = folder.Open();
        var cells = Answer(catalogue.Areas("cell", 2014));
        Assert.Equal(3356, cells.Parents["buurt"].Count(code => code is not null));
        var residents = Answer(catalogue.Values("aantal_inwoners", cells, 2014));
        Assert.Equal(198370, Sum(residents));
        Assert.Contains(MissingReason.Nil, residents.Missing);
        Assert.Equal(Enumerable.Range(2000, 15).Append(2017), catalogue.Find("INW2014")!.Years);
        var buurten = Answer(catalogue.Areas("buurt", null));
        Assert.Equal(202515, Sum(Answer(catalogue.Values("AANT_INW", buurten, 2017))));
        Assert.All(catalogue.Boundaries(buurten), Assert.NotNull);
    }

    [Fact]
    public void The_shapefiles_of_Groningen_say_the_same_as_the_GeoPackage()
    {
        var report = folder.Import(Shared("raw", "groningen_buurt2017_shp.zip"), Shared("raw", "groningen_wijk2017_shp.zip"), Shared("raw", "groningen_vierkant100m2014_shp.zip"));

        Assert.Equal((108, 15, 3441), (report.Areas["buurt"], report.Areas["wijk"], report.Areas["cell"]));
        using var catalogue = folder.Open();
        Assert.Equal(202515, Sum(Answer(catalogue.Values("aantal_inwoners", Answer(catalogue.Areas("buurt", 2017)), 2017))));
        Assert.Equal(198370, Sum(Answer(catalogue.Values("aantal_inwoners", Answer(catalogue.Areas("cell", 2014)), 2014))));
    }

    [Fact]
    public void Thefts_are_counted_per_buurt_and_year_and_nearly_all_fall_in_one()
    {
        var report = folder.Import(Shared("geo", "groningen_2017.gpkg"), Shared("gebeurtenissen", "groningen_fietsdiefstal_tm_2015.csv"));

        Assert.Equal(10727, report.Datasets.Single(dataset => dataset.Kind == "events").Rows);
        using var catalogue = folder.Open();
        var buurten = Answer(catalogue.Areas("buurt", 2015));
        var thefts = Enumerable.Range(2013, 3).Sum(year => Sum(Answer(catalogue.Values("fietsdiefstal", buurten, year))));
        Assert.Equal(10713, thefts);
        Assert.Equal((IndicatorKind.Count, "aantal_inwoners"), (catalogue.Find("fietsdiefstal")!.Kind, catalogue.Find("fietsdiefstal")!.Denominator));
    }

    [Fact]
    public void The_whole_country_nests_from_buurt_to_provincie()
    {
        var report = folder.Import(Shared("geo", "nl_buurt_2024_benaderd.gpkg"), Shared("kerncijfers", "nl_kerncijfers_2024.csv"), Shared("geo", "nl_regio_2022.gpkg"));

        Assert.Equal((14548, 3340, 345, 12), (report.Areas["buurt"], report.Areas["wijk"], report.Areas["gemeente"], report.Areas["provincie"]));
        using var catalogue = folder.Open();
        var buurten = Answer(catalogue.Areas("buurt", 2024));
        Assert.Equal(14574, buurten.Codes.Length);
        Assert.Equal(26, buurten.HasBoundary.Count(has => !has));
        foreach (var level in new[] { "wijk", "gemeente", "provincie" })
            Assert.All(buurten.Parents[level], Assert.NotNull);
        Assert.Equal(12, buurten.Parents["provincie"].Distinct().Count());
        Assert.Equal(17942915, Sum(Answer(catalogue.Values("inwoners", buurten, 2024))));
        Assert.Equal(8374060, Sum(Answer(catalogue.Values("huishoudens", buurten, 2024))));
        Assert.Equal(IndicatorKind.Mean, catalogue.Find("wozWaarde")!.Kind);
        Assert.Empty(report.Refused);
        Assert.DoesNotContain(catalogue.Notes, note => note.Contains("does not nest", StringComparison.Ordinal));
        Assert.Equal(17590672, Sum(Answer(catalogue.Values("population", Answer(catalogue.Areas("gemeente", 2022)), 2022))));
    }

    [Fact]
    public void Amsterdam_has_its_own_levels_and_an_area_that_does_not_nest()
    {
        var report = folder.Import(Shared("geo", "amsterdam_buurt.gpkg"));

        // 26 gebieden in the file's README counts the empty one; 14 buurten have none.
        Assert.Equal((518, 110, 25, 9), (report.Areas["buurt"], report.Areas["wijk"], report.Areas["gebied"], report.Areas["stadsdeel"]));
        using var catalogue = folder.Open();
        Assert.Equal(["buurt", "wijk", "gebied", "stadsdeel", "gemeente"], catalogue.Levels.Select(summary => summary.Level.Id));
        var wijken = Answer(catalogue.Areas("wijk", null));
        Assert.Contains("Grachtengordel-West", wijken.Names);
        Assert.Contains(report.Notes, note => note.StartsWith("wijk does not nest in gebied", StringComparison.Ordinal) && note.Contains("WK0363NB", StringComparison.Ordinal));
        Assert.Contains(report.Notes, note => note.Contains("year is stated nowhere", StringComparison.Ordinal));
        var area = catalogue.Boundaries(Answer(catalogue.Areas("stadsdeel", null))).Sum(boundary => boundary!.Area);
        Assert.Equal(catalogue.Boundaries(Answer(catalogue.Areas("buurt", null))).Sum(boundary => boundary!.Area), area, area * 1e-6);
    }

    [Fact]
    public void Old_and_new_codes_of_Amsterdam_each_find_their_own_map()
    {
        folder.Import(Shared("geo", "amsterdam_buurt.gpkg"), Shared("kerncijfers", "amsterdam_kwb_2017.csv"), Shared("kerncijfers", "amsterdam_kwb_2019.csv"), Shared("kerncijfers", "amsterdam_kwb_2020.csv"));

        using var catalogue = folder.Open();
        foreach (var (year, residents) in new[] { (2017, 843960), (2019, 862635) })
        {
            var layer = Answer(catalogue.Areas("buurt", year));
            Assert.Equal((2015, 479), (layer.Year, layer.Codes.Length));
            Assert.Equal(residents, Sum(Answer(catalogue.Values("aantal_inwoners", layer, year))));
            Assert.Equal(1, Answer(catalogue.Values("aantal_inwoners", Answer(catalogue.Areas("rijk", year)), year)).Values.Count(value => value > 17e6));
        }
        Assert.Equal(428035, Answer(catalogue.Values("woningen", Answer(catalogue.Areas("gemeente", 2017)), 2017)).Values[0]);
        Assert.Equal(0.29, Answer(catalogue.Values("koopwoningen", Answer(catalogue.Areas("gemeente", 2020)), 2020)).Values[0], 1e-12);
        Assert.Equal(518, Answer(catalogue.Areas("buurt", null)).Codes.Length);
    }

    [Fact]
    public void StatLine_as_downloaded_has_padded_codes_and_points_for_what_is_unknown()
    {
        folder.Import(Shared("raw", "amsterdam_statline_ses_woa_2019.csv"));

        using var catalogue = folder.Open();
        var buurten = Answer(catalogue.Areas("buurt", 2019));
        var scores = Answer(catalogue.Values("ses_woa", buurten, 2019));
        Assert.Equal("Kop Zeedijk", buurten.Names[0]);
        Assert.Equal((479, "BU03630000"), (buurten.Codes.Length, buurten.Codes[0]));
        Assert.Contains(MissingReason.Unknown, scores.Missing);
        Assert.Equal(-0.1, Answer(catalogue.Values("ses_woa", Answer(catalogue.Areas("gemeente", 2019)), 2019)).Values[0], 1e-12);
    }

    [Fact]
    public void The_health_monitor_gives_modelled_shares_in_CSV_and_in_a_workbook_alike()
    {
        var report = folder.Import(Shared("kerncijfers", "rivm_50090NED_18plus_2016.csv"), Shared("kerncijfers", "rivm_50090NED_18plus_2020.csv"));
        using var other = new ImportedFolder();
        other.Import(Shared("raw", "rivm_50090NED_18plus_2016.xlsx"));

        using var catalogue = folder.Open();
        using var workbook = other.Open();
        var lonely = catalogue.Find("Eenzaam_28")!;
        Assert.Equal((IndicatorKind.Modelled, "rivm"), (lonely.Kind, report.Datasets[0].Source));
        Assert.Equal([2016, 2020], lonely.Years);
        Assert.Equal(0.434, Answer(catalogue.Values("eenzaam", Answer(catalogue.Areas("rijk", 2016)), 2016)).Values.Single(), 1e-12);
        var (one, two) = (Answer(catalogue.Areas("buurt", 2016)), Answer(workbook.Areas("buurt", 2016)));
        Assert.Equal(one.Codes, two.Codes);
        Assert.Equal(Answer(catalogue.Values("eenzaam", one, 2016)).Values, Answer(workbook.Values("eenzaam", two, 2016)).Values);
        Assert.All(catalogue.Indicators, indicator => Assert.True(indicator.Recognised, indicator.Id));
    }

    [Fact]
    public void Health_and_crime_by_year_are_one_indicator_with_many_years()
    {
        var report = folder.Import(Shared("kerncijfers", "nl_goed_ervaren_gezondheid_2016_2022.csv"), Shared("gebeurtenissen", "nl_misdrijven_totaal_jaar_2021_2024.csv"));

        using var catalogue = folder.Open();
        Assert.Equal([2016, 2020, 2022], catalogue.Find("ervaren_gezondheid")!.Years);
        Assert.Equal([2021, 2022, 2023, 2024], catalogue.Find("misdrijven")!.Years);
        Assert.Equal((36094, 59344), (report.Datasets.Single(dataset => dataset.Source == "rivm").Rows, report.Datasets.Single(dataset => dataset.Source == "police").Rows));
        Assert.Equal(14494, Answer(catalogue.Values("misdrijven", Answer(catalogue.Areas("buurt", 2024)), 2024)).Values.Length);
    }

    [Fact]
    public void The_gemeenten_of_2020_keep_nearly_all_of_their_columns()
    {
        var report = folder.Import(Shared("kerncijfers", "nl_gemeente_2020_kerncijfers.csv"));

        using var catalogue = folder.Open();
        var gemeenten = Answer(catalogue.Areas("gemeente", 2020));
        Assert.Equal(355, gemeenten.Codes.Length);
        Assert.Equal(17407585, Sum(Answer(catalogue.Values("aantal_inwoners", gemeenten, 2020))));
        Assert.True(report.Indicators.Count(indicator => indicator.Recognised) >= 80, "recognised");
        Assert.Equal(0.14, Answer(catalogue.Values("aandeel_0_tot_15_jaar", gemeenten, 2020)).Values[Array.IndexOf(gemeenten.Codes, "GM0010")], 1e-12);
    }

    [Fact]
    public void Breda_is_put_together_from_own_codes_squares_and_names()
    {
        var report = folder.Import(Shared("geo", "breda.gpkg"), Shared("kerncijfers", "breda_bevolking_woningen.csv"), Shared("gebeurtenissen", "breda_overlast_2022.csv"), Shared("gebeurtenissen", "breda_misdrijven_per_type.csv"));

        Assert.Equal((56, 2937, 1), (report.Areas["buurt"], report.Areas["cell"], report.Areas["gemeente"]));
        using var catalogue = folder.Open();
        Assert.Equal(2937, Answer(catalogue.Areas("cell", null)).Parents["buurt"].Count(code => code is not null));
        Assert.Contains(report.Datasets, dataset => dataset.Path.EndsWith("breda_bevolking_woningen.csv", StringComparison.Ordinal));
        Assert.Contains("Breda centrum", report.Unmatched.Single(pair => pair.Key.EndsWith("breda_bevolking_woningen.csv", StringComparison.Ordinal)).Value);
    }

    [Fact]
    public void A_map_of_police_wijken_and_a_panel_by_month_keep_whole_years_only()
    {
        var report = folder.Import(Shared("geo", "haaglanden_zonder_denhaag_wijk.gpkg"), Shared("gebeurtenissen", "haaglanden_zonder_denhaag_buurten.csv"), Shared("gebeurtenissen", "haaglanden_zonder_denhaag_misdrijven_maand_2011_2017.csv"));

        Assert.Equal(191, report.Areas["wijk"]);
        using var catalogue = folder.Open();
        Assert.Equal(Enumerable.Range(2011, 6), catalogue.Find("delict 101")!.Years);
        Assert.Equal("Ridderbuurt", Answer(catalogue.Areas("buurt", 2016)).Names[0]);
        Assert.Contains(report.Notes, note => note.Contains("2017 has 11 of 12 months", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("raw", "amsterdam_api_gebieden_buurten.geojson", "buurt", 518)]
    [InlineData("raw", "alkmaar_wijken_pdok_2024.geojson", "wijk", 8)]
    [InlineData("raw", "breda_buurten.geojson", "buurt", 56)]
    [InlineData("raw", "ermelo_pdok_buurten.gpkg", "buurt", 16)]
    public void Maps_as_downloaded_are_recognised(string where, string file, string level, int areas)
    {
        var report = folder.Import(Shared(where, file));

        Assert.Equal(areas, report.Areas[level]);
        using var catalogue = folder.Open();
        var extent = new NetTopologySuite.Geometries.Envelope();
        foreach (var boundary in catalogue.Boundaries(Answer(catalogue.Areas(level, null))))
            extent.ExpandToInclude(boundary!.EnvelopeInternal);
        Assert.True(extent is { MinX: > 10000, MaxX: < 280000, MinY: > 300000, MaxY: < 620000 }, extent.ToString());
    }

    [Fact]
    public void Accidents_are_events_and_are_counted_once_there_is_a_map()
    {
        var alone = folder.Import(Shared("raw", "alkmaar_ongevallen_2021_2026.geojson"));
        Assert.Equal((5085, "events"), (alone.Datasets[0].Rows, alone.Datasets[0].Kind));
        Assert.Empty(alone.Indicators[0].Years);

        folder.Import(Shared("geo", "nl_buurt_2024_benaderd.gpkg"));

        using var catalogue = folder.Open();
        Assert.Equal(Enumerable.Range(2021, 6), catalogue.Find("verkeersongevallen")!.Years);
        // The registration is about Alkmaar and what lies around it; about the rest of the country it says nothing, not 0.
        var buurten = Answer(catalogue.Areas("buurt", 2024));
        var accidents = Answer(catalogue.Values("verkeersongevallen", buurten, 2024));
        Assert.InRange(accidents.Missing.Count(reason => reason == MissingReason.Present), 60, 250);
        Assert.Equal(MissingReason.Empty, accidents.Missing[Array.FindIndex(buurten.Codes, code => code.StartsWith("BU0599", StringComparison.Ordinal))]);
    }

    [Theory]
    [InlineData("geo", "nl_spoor.gpkg", 810, "rail")]
    [InlineData("raw", "ermelo_barrieres.gpkg", 3, null)]
    public void Railways_and_barriers_are_kept_as_lines_that_divide(string where, string file, int lines, string? kind)
    {
        var report = folder.Import(Shared(where, file));

        Assert.Equal(("barriers", lines), (report.Datasets[0].Kind, report.Datasets[0].Rows));
        using var catalogue = folder.Open();
        Assert.Empty(catalogue.Levels);
        Assert.All(catalogue.Features(FeatureKind.Barriers), barrier => Assert.Equal((kind, true), (barrier.Class, barrier.Shape.Length > 0)));
        Assert.Equal(lines, catalogue.Features(FeatureKind.Barriers).Count);
    }

    [Theory]
    [InlineData("gebeurtenissen", "haaglanden_delictcodes.csv", "no-area-codes")]
    [InlineData("gebeurtenissen", "amsterdam_veiligheidsmonitor_wijk.csv", "no-area-codes")]
    public void What_is_no_area_figure_or_event_is_refused(string where, string file, string code)
    {
        var reason = ReasonOf(CatalogueImport.Run([Shared(where, file)], folder.Directory, null, TestContext.Current.CancellationToken));

        Assert.Equal(code, reason.Code);
        Assert.False(Directory.Exists(folder.Directory));
    }

    private static double Sum(IndicatorValues values) => values.Values.Where(value => !double.IsNaN(value)).Sum();
}
