// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Indicators;
using Schakel.Catalogue.Sources;
using Schakel.Catalogue.Sources.Recognition;
using Schakel.Catalogue.Tests.Storage;

namespace Schakel.Catalogue.Tests.Recognition;

public sealed class TableRecognitionTests
{
    [Theory]
    [InlineData("code", "BU00140000")]
    [InlineData("bu_code", " bu00140000 ")]
    [InlineData("WijkenEnBuurten", "BU00140000")]
    [InlineData("Codering_3", "BU00140000")]
    [InlineData("gwb_code_8", "00140000")]
    public void A_buurt_is_recognised_by_its_code_however_the_column_is_called(string column, string code)
    {
        var figures = Recognised(Tables.Of("x_2020.csv", Tables.Text(column, code), Tables.Number("a_inw", 1))).Figures;

        Assert.Equal(("buurt", 2020, "BU00140000"), (figures[0].Level, figures[0].Year, figures[0].Codes[0]));
    }

    [Fact]
    public void Codes_that_lost_their_prefix_and_leading_zeros_are_found_again()
    {
        Assert.Equal("BU00140000", Recognised(Tables.Of("x_2020.csv", Tables.Number("BUURTCODE", 140000), Tables.Number("a_inw", 1))).Figures[0].Codes[0]);
        Assert.Equal("GM0014", Recognised(Tables.Of("x_2020.csv", Tables.Number("gemeentecode", 14), Tables.Number("a_inw", 1))).Figures[0].Codes[0]);
    }

    [Fact]
    public void A_table_of_mixed_levels_is_split()
    {
        var figures = Recognised(Tables.Of("x_2020.csv", Tables.Text("code", "NL01", "GM0014", "WK001400", "BU00140000", "BU00140001"), Tables.Number("a_inw", 5, 4, 3, 2, 1))).Figures;

        Assert.Equal(["buurt", "wijk", "gemeente", "rijk"], figures.Select(rows => rows.Level));
        Assert.Equal("NL00", figures[3].Codes[0]);
    }

    [Fact]
    public void Squares_of_CBS_have_their_year_in_the_name_of_the_column()
    {
        var table = Recognised(Tables.Map("vierkant.gpkg", "vierkant_100m_2014", [Tables.Square(226900, 580000, 100)], Tables.Text("C28992R100", "E2269N5800"), Tables.Number("INW2013", 5), Tables.Number("INW2014", 10), Tables.Number("I2014_014", 5)));

        Assert.Equal([(2013, "aantal_inwoners"), (2014, "aantal_inwoners"), (2014, "inwoners_0_tot_15_jaar")], table.Figures.SelectMany(rows => rows.Columns.Select(column => (rows.Year, column.Indicator.Id))));
        Assert.Equal(("cell", 2014), (table.Areas[0].Level, table.Areas[0].Year));
    }

    [Theory]
    [InlineData("C28992R500", 500, "cell500")]
    [InlineData("crs28992res500m", 500, "cell500")]
    [InlineData("crs28992res100m", 100, "cell")]
    [InlineData("cbs_grid_code", 500, "cell500")]
    public void Large_squares_are_a_level_of_their_own(string column, int side, string level) =>
        Assert.Equal(level, Recognised(Tables.Map("v_2020.gpkg", "v", [Tables.Square(226500, 580000, side)], Tables.Text(column, "E2265N5800"))).Areas[0].Level);

    [Theory]
    [InlineData("kwb-2019.csv", null, null, 2019)]
    [InlineData("kwb.csv", "buurt_2017", null, 2017)]
    [InlineData("kwb_2012.csv", null, "2016JJ00", 2016)]
    [InlineData("85984NED_2024.csv", null, null, 2024)]
    [InlineData("tussen_2015_en_2018.csv", null, null, 0)]
    public void The_year_comes_from_the_rows_then_the_layer_then_the_file(string file, string? layer, string? period, int year)
    {
        Column[] columns = [Tables.Text("code", "BU00140000"), Tables.Number("a_inw", 1), .. period is null ? Array.Empty<Column>() : [Tables.Text("Perioden", period)]];

        var table = Recognised(Tables.Of(file, columns) with { Layer = layer });

        Assert.Equal(year, table.Figures[0].Year);
        Assert.Equal(year == 0, table.Notes.Any(note => note.Contains("year is stated nowhere", StringComparison.Ordinal)));
    }

    [Fact]
    public void Percentages_are_kept_as_fractions()
    {
        var column = Recognised(Tables.Of("x_2020.csv", Tables.Text("code", "BU00140000", "BU00140001"), Tables.Number("Eenzaamheid (%)", 13.9, 0.4))).Figures[0].Columns[0];

        Assert.Equal((IndicatorKind.Proportion, "aantal_inwoners"), (column.Indicator.Kind, column.Indicator.Denominator));
        Assert.Equal([0.139, 0.004], column.Values.Select(value => Math.Round(value, 12)));
    }

    [Fact]
    public void Shares_that_are_fractions_already_stay_so()
    {
        var column = Recognised(Tables.Of("x_2020.csv", Tables.Text("code", "BU00140000", "BU00140001"), Tables.Number("eenzaamheid", 0.1392, 0.25))).Figures[0].Columns[0];

        Assert.Equal([0.1392, 0.25], column.Values);
    }

    [Fact]
    public void A_share_above_one_is_missing_and_reported_with_its_row()
    {
        var table = Recognised(Tables.Of("x_2020.csv", Tables.Text("code", "BU00140000", "BU00140001"), Tables.Number("koopwoningen", 40, 140)));

        Assert.Equal(MissingReason.NotANumber, table.Figures[0].Columns[0].Missing[1]);
        Assert.Contains(table.Notes, note => note.Contains("row 2, column koopwoningen: 1.4", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_kind_of_offence_becomes_an_indicator_and_whole_years_only_are_summed()
    {
        var months = Enumerable.Range(1, 12).ToArray();
        string[] codes = [.. months.Select(_ => "BU00140000"), "BU00140001", "BU00140000"];
        var table = Recognised(Tables.Of("misdrijven.csv",
            Tables.Text("bu_code", codes), Tables.Number("jaar", [.. months.Select(_ => 2016.0), 2016, 2017]), Tables.Number("maand", [.. months.Select(month => (double)month), 3, 1]),
            Tables.Text("delict", [.. months.Select(_ => "Fietsdiefstal"), "1.1.1 Diefstal/inbraak woning", "Fietsdiefstal"]), Tables.Number("aantal", [.. months.Select(_ => 2.0), 7, 5])));

        Assert.Equal([2016], table.Years);
        Assert.Equal("police", table.Provider.Id);
        var rows = table.Figures.Single();
        Assert.Equal(["BU00140000", "BU00140001"], rows.Codes);
        Assert.Equal([24, 0], rows.Columns.Single(column => column.Indicator.Id == "fietsdiefstal").Values);
        Assert.Equal([0, 7], rows.Columns.Single(column => column.Indicator.Id == "woninginbraak").Values);
        Assert.Contains(table.Notes, note => note.Contains("2017 has 1 of 12 months", StringComparison.Ordinal));
    }

    [Fact]
    public void Only_the_values_of_RIVM_are_kept_not_the_ends_of_their_intervals()
    {
        var table = Recognised(Tables.Of("50090NED_2020.csv",
            Tables.Text("Leeftijd", "20300", "20300"), Tables.Text("Marges", "MW00000", "MW00001"), Tables.Text("WijkenEnBuurten", "BU00140000", "BU00140000"), Tables.Text("Perioden", "2020JJ00", "2020JJ00"), Tables.Number("Eenzaam_28", 47, 40)));

        Assert.Equal(0.47, table.Figures.Single().Columns.Single().Values.Single(), 1e-12);
        Assert.Equal((IndicatorKind.Modelled, "rivm"), (table.Figures[0].Columns[0].Indicator.Kind, table.Provider.Id));
    }

    [Fact]
    public void Water_and_foreign_land_are_left_out_and_counted()
    {
        var table = Recognised(Tables.Map("m_2020.gpkg", "buurten", [Tables.Square(0, 400000, 9), Tables.Square(9, 400000, 9), Tables.Square(18, 400000, 9)],
            Tables.Text("buurtcode", "BU00140000", "BU00140998", "BU09980000"), Tables.Text("water", "NEE", "JA", "B")));

        Assert.Equal(["BU00140000"], table.Areas[0].Codes);
        Assert.Contains(table.Notes, note => note.Contains("1 area of water left out", StringComparison.Ordinal));
        Assert.Contains(table.Notes, note => note.Contains("1 area abroad left out", StringComparison.Ordinal));
    }

    [Fact]
    public void Own_levels_of_a_municipality_come_from_columns_beside_the_CBS_code()
    {
        var rows = Recognised(Tables.Map("b.gpkg", "buurt", [Tables.Square(0, 400000, 9)], Tables.Text("CBS_Buurtcode", "BU0363AC02"), Tables.Text("Buurtcode", "AC02"), Tables.Text("Buurt", "Leliegracht e.o."),
            Tables.Text("Wijkcode", "AC"), Tables.Text("Wijk", "Grachtengordel-West"), Tables.Text("Gebiedcode", "GA01"), Tables.Text("Gebied", "Centrum-West"), Tables.Text("Stadsdeelcode", "A"), Tables.Text("Stadsdeel", "Centrum"))).Areas[0];

        Assert.Equal(("buurt", "BU0363AC02", "Leliegracht e.o."), (rows.Level, rows.Codes[0], rows.Names[0]));
        Assert.Equal("GM0363-A", rows.Parents["stadsdeel"].Codes[0]);
        Assert.Equal(("GM0363-GA01", "Centrum-West"), (rows.Parents["gebied"].Codes[0], rows.Parents["gebied"].Names![0]));
        Assert.Null(rows.Parents["wijk"].Codes[0]);
        Assert.Equal("Grachtengordel-West", rows.Parents["wijk"].Names![0]);
    }

    [Fact]
    public void Own_codes_of_buurten_count_when_there_are_no_others()
    {
        var rows = Recognised(Tables.Map("b.gpkg", "buurt", [Tables.Square(0, 400000, 9), Tables.Square(9, 400000, 9)], Tables.Text("BUURTCODE", "0601", "0602"), Tables.Text("BUURT", "A", "B"), Tables.Text("GEMEENTECODE", "0758", "0758"))).Areas[0];

        Assert.Equal(("buurt", "GM0758-0601", "GM0758"), (rows.Level, rows.Codes[0], rows.Parents["gemeente"].Codes[0]));
    }

    [Fact]
    public void Points_with_dates_are_events_also_in_Dutch_order()
    {
        var table = Recognised(Tables.Of("groningen_fietsdiefstal.csv", Tables.Number("x_rd", 233620, 233830, 12), Tables.Number("y_rd", 581600, 581980, 5), Tables.Text("datum", "2013-01-01 01:00", "31-12-2014", "2014-01-01")));

        Assert.Equal(("events", "fietsdiefstal"), (table.Kind, table.Events!.Indicator.Id));
        Assert.Equal([2013, 2014], table.Events.Years);
        Assert.Contains(table.Notes, note => note.Contains("1 of 3 events without a usable place", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("no-rows")]
    [InlineData("not-areas")]
    [InlineData("no-area-codes")]
    [InlineData("no-figures")]
    [InlineData("no-dates")]
    [InlineData("no-complete-year")]
    public void What_cannot_be_used_is_refused_in_words(string code)
    {
        var table = code switch
        {
            "no-rows" => Tables.Of("x.csv", Tables.Text("code"), Tables.Number("a_inw")),
            "not-areas" => Tables.Map("x.gpkg", "lijnen", [new LineString([new(0, 0), new(1, 1)])], Tables.Text("code", "GM0014")),
            "no-area-codes" => Tables.Of("x.csv", Tables.Text("region", "Centrum", "Noord"), Tables.Number("houses", 1, 2)),
            "no-figures" => Tables.Of("x_2020.csv", Tables.Text("code", "BU00140000"), Tables.Text("opmerking", "=HYPERLINK(\"x\")")),
            "no-dates" => Tables.Of("x.csv", Tables.Number("x", 233620), Tables.Number("y", 581600)),
            _ => Tables.Of("x.csv", Tables.Text("code", "BU00140000"), Tables.Number("jaar", 2020), Tables.Number("maand", 1), Tables.Number("aantal", 3)),
        };

        Assert.False(TableRecognition.Recognise(table, null).TryGet(out _, out var reason));
        var refusal = Assert.IsType<Refusal>(reason);
        Assert.Equal((code, table.Path), (refusal.Code, refusal.Path));
        Assert.NotNull(refusal.Expected);
    }

    [Fact]
    public void A_column_of_figures_called_code_gets_another_id() =>
        Assert.Equal("code_waarde", Recognised(Tables.Of("x_2020.csv", Tables.Text("bu_code", "BU00140000"), Tables.Number("code", 7))).Figures[0].Columns[0].Indicator.Id);

    [Fact]
    public void A_cell_that_looks_like_a_formula_is_a_name_and_nothing_else() =>
        Assert.Equal("=1+1", Recognised(Tables.Of("x_2020.csv", Tables.Text("code", "BU00140000"), Tables.Text("naam", "=1+1"), Tables.Number("a_inw", 1))).Areas[0].Names[0]);

    private static RecognisedTable Recognised(SourceTable table) => ImportedFolder.Answer(TableRecognition.Recognise(table, null));
}
