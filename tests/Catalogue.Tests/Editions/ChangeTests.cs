// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Catalogue.Editions;
using Schakel.Catalogue.Sources;
using Schakel.Catalogue.Tests.Storage;
using static Schakel.Catalogue.Tests.Storage.ImportedFolder;

namespace Schakel.Catalogue.Tests.Editions;

public sealed class ChangeTests : IDisposable
{
    private readonly ImportedFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_buurt_that_was_split_is_found_on_the_maps_with_shares_by_people_in_squares()
    {
        folder.Import(
            Map(2019, ("BU99010000", 0, 1000), ("BU99010001", 1000, 1000)),
            Map(2024, ("BU99010000", 0, 1000), ("BU99010002", 1000, 700), ("BU99010003", 1700, 300)),
            Cells(2019, (1100, 30), (1500, 50), (1800, 20)));

        using var catalogue = folder.Open();
        var change = Assert.Single(catalogue.Changes);
        Assert.Equal((ChangeKind.Split, ChangeBasis.People, 2019, 2024), (change.Kind, change.Basis, change.FromYear, change.ToYear));
        Assert.Equal([("BU99010002", 0.8), ("BU99010003", 0.2)], change.Links.Select(link => (link.After!, Math.Round(link.Share, 9))));
    }

    [Fact]
    public void Without_people_the_surface_is_used_and_that_is_said()
    {
        var report = folder.Import(Map(2019, ("BU99010001", 0, 1000)), Map(2024, ("BU99010002", 0, 700), ("BU99010003", 700, 300)));

        using var catalogue = folder.Open();
        var change = Assert.Single(catalogue.Changes);
        Assert.Equal((ChangeKind.Split, ChangeBasis.Surface), (change.Kind, change.Basis));
        Assert.Equal([0.7, 0.3], change.Links.Select(link => Math.Round(link.Share, 9)));
        Assert.Contains("buurt: 1 change of borders or codes between 2019 and 2024; schakel catalogue DIR --changes lists them.", report.Notes);
    }

    [Fact]
    public void A_border_that_is_drawn_twenty_metres_aside_is_no_change()
    {
        folder.Import(Map(2019, ("BU99010000", 0, 1000), ("BU99010001", 1000, 1000)), Map(2024, ("BU99010000", 0, 1020), ("BU99010001", 1020, 980)));

        using var catalogue = folder.Open();
        Assert.Empty(catalogue.Changes);
    }

    [Fact]
    public void A_border_that_moved_three_hundred_metres_under_the_same_codes_is()
    {
        folder.Import(Map(2019, ("BU99010000", 0, 1000), ("BU99010001", 1000, 1000)), Map(2024, ("BU99010000", 0, 1300), ("BU99010001", 1300, 700)));

        using var catalogue = folder.Open();
        var change = Assert.Single(catalogue.Changes);
        Assert.Equal(ChangeKind.Redrawn, change.Kind);
        Assert.Equal(0.3, change.Links.Single(link => link is { Before: "BU99010001", After: "BU99010000" }).Share, 1e-9);
    }

    [Fact]
    public void A_border_that_the_source_calls_approximate_shows_no_small_change()
    {
        folder.Import(
            Map(2019, ("BU99010000", 0, 1000), ("BU99010001", 1000, 1000)),
            Tables.Map("kaart_2024.gpkg", "buurten", [Tables.Square(0, 400000, 1300), Tables.Square(1300, 400000, 700)], Tables.Text("buurtcode", "BU99010000", "BU99010001"), Tables.Text("bron_geom", "benaderd", "benaderd")));

        using var catalogue = folder.Open();
        Assert.Empty(catalogue.Changes);
    }

    [Fact]
    public void A_crosswalk_goes_before_the_maps()
    {
        var report = folder.Import(
            Map(2019, ("BU99010001", 0, 1000)), Map(2024, ("BU99010002", 0, 700), ("BU99010003", 700, 300)),
            Tables.Of("omnummering.csv", Tables.Text("van", "BU99010001", "BU99010001"), Tables.Text("naar", "BU99010002", "BU99010003"), Tables.Number("jaar", 2021, 2021), Tables.Number("aandeel", 0.9, 0.1)));

        Assert.Equal("crosswalk", report.Datasets.Single(dataset => dataset.Path == "omnummering.csv").Kind);
        using var catalogue = folder.Open();
        var change = Assert.Single(catalogue.Changes);
        Assert.Equal((ChangeBasis.Crosswalk, 2020, 2021), (change.Basis, change.FromYear, change.ToYear));
        Assert.Equal([0.9, 0.1], change.Links.Select(link => link.Share));
    }

    [Fact]
    public void Two_columns_of_codes_with_two_years_are_a_crosswalk_too()
    {
        folder.Import(Tables.Map("omnummering.gpkg", "l", [Tables.Square(0, 400000, 9), Tables.Square(9, 400000, 9)], Tables.Text("BUURTCODE_CBS_2015", "BU03630000", "BU03630001"), Tables.Text("BUURTCODE_CBS_2022", "BU0363AE01", "BU0363AE02")));

        using var catalogue = folder.Open();
        Assert.All(catalogue.Changes, change => Assert.Equal((ChangeKind.Recoded, ChangeBasis.Crosswalk, 2021, 2022), (change.Kind, change.Basis, change.FromYear, change.ToYear)));
        Assert.Equal(2, catalogue.Changes.Count);
    }

    [Fact]
    public void What_CBS_marks_as_changed_is_a_change_that_nobody_explains()
    {
        folder.Import(
            Tables.Of("kwb_2016.csv", Tables.Text("gwb_code", "BU99010000", "BU99010001"), Tables.Number("a_inw", 1, 2)),
            Tables.Of("kwb_2017.csv", Tables.Text("gwb_code", "BU99010000", "BU99010001"), Tables.Number("a_inw", 1, 2), Tables.Number("ind_wbi", 1, 3)));

        using var catalogue = folder.Open();
        var change = Assert.Single(catalogue.Changes);
        Assert.Equal((ChangeKind.Unknown, ChangeBasis.Stated, "BU99010001", 2017), (change.Kind, change.Basis, change.After.Single(), change.ToYear));
    }

    [Fact]
    public void Codes_that_went_and_came_without_explanation_are_one_unknown_change_of_the_town()
    {
        folder.Import(
            Tables.Of("kwb_2019.csv", Tables.Text("gwb_code", "BU99010000", "BU99010001", "BU99010002", "BU99020000"), Tables.Number("a_inw", 1, 2, 3, 4)),
            Tables.Of("kwb_2020.csv", Tables.Text("gwb_code", "BU99010000", "BU99010005", "BU99010006", "BU99020000"), Tables.Number("a_inw", 1, 2, 3, 4)),
            Tables.Of("eigen_2021.csv", Tables.Text("gwb_code", "BU99010000"), Tables.Number("a_inw", 1)));

        using var catalogue = folder.Open();
        var change = Assert.Single(catalogue.Changes, change => change.Level == "buurt");
        Assert.Equal((ChangeKind.Unknown, ChangeBasis.Codes), (change.Kind, change.Basis));
        Assert.Equal(["BU99010001", "BU99010002"], change.Before);
        Assert.Equal(["BU99010005", "BU99010006"], change.After);
    }

    [Theory]
    [InlineData("BU99010001", "BU99010002", 2021, 1.5, "aandeel", "1.5")]
    [InlineData("BU99010001", "BU99010002", 21, 1, "jaar", "21")]
    [InlineData("BU99010001", "WK990102", 2021, 1, "van", "BU99010001 WK990102")]
    [InlineData(null, null, 2021, 1, "van", null)]
    [InlineData("17", "18", 2021, 1, "van", "17 18")]
    public void A_bad_row_of_a_crosswalk_is_refused_with_its_place(string? from, string? to, double year, double share, string column, string? value)
    {
        var refusal = Assert.IsType<Refusal>(ReasonOf(folder.TryImport(Tables.Of(
            "omnummering.csv", Tables.Text("van", "BU99010000", from), Tables.Text("naar", "BU99010009", to), Tables.Number("jaar", 2020, year), Tables.Number("aandeel", 1, share)))));

        Assert.Equal(("crosswalk-not-usable", 2L, column, value), (refusal.Code, refusal.Row, refusal.Column, refusal.Value));
    }

    [Fact]
    public void Shares_that_are_more_than_the_whole_are_refused()
    {
        var refusal = Assert.IsType<Refusal>(ReasonOf(folder.TryImport(Tables.Of(
            "omnummering.csv", Tables.Text("from", "BU99010000", "BU99010000"), Tables.Text("to", "BU99010008", "BU99010009"), Tables.Number("year", 2020, 2020), Tables.Number("share", 0.7, 0.4)))));

        Assert.Equal(("crosswalk-not-usable", 2L), (refusal.Code, refusal.Row));
    }

    [Fact]
    public void The_order_of_importing_makes_no_difference_to_the_changes()
    {
        var first = Map(2019, ("BU99010001", 0, 1000));
        var second = Map(2024, ("BU99010002", 0, 700), ("BU99010003", 700, 300));
        folder.Import(first);
        folder.Import(second);
        using var other = new ImportedFolder();
        other.Import(second, first);

        using var one = folder.Open();
        using var two = other.Open();
        Assert.Equal(one.Fingerprint, two.Fingerprint);
        Assert.Equal(one.Changes.SelectMany(change => change.Links), two.Changes.SelectMany(change => change.Links));
    }

    [Fact]
    public void Amsterdam_got_other_codes_for_439_buurten()
    {
        folder.Import(Shared("geo", "amsterdam_buurt.gpkg"), Shared("kerncijfers", "amsterdam_kwb_2017.csv"));

        using var catalogue = folder.Open();
        Assert.Equal(439, catalogue.Changes.Count(change => change is { Kind: ChangeKind.Recoded, Basis: ChangeBasis.Crosswalk, ToYear: 2022 }));
    }

    [Fact]
    public void The_map_of_Groningen_marks_three_buurten_as_changed_in_2017()
    {
        folder.Import(Shared("geo", "groningen_2017.gpkg"));

        using var catalogue = folder.Open();
        Assert.Equal(3, catalogue.Changes.Count(change => change is { Level: "buurt", Kind: ChangeKind.Unknown, Basis: ChangeBasis.Stated, FromYear: 2016, ToYear: 2017 }));
    }

    [Fact]
    public void Between_two_real_maps_of_Groningen_the_people_in_squares_tell_how_buurten_were_divided()
    {
        folder.Import(Shared("geo", "groningen_2017.gpkg"), Shared("geo", "nl_buurt_2024_benaderd.gpkg"));

        using var catalogue = folder.Open();
        var meerstad = Assert.Single(catalogue.Changes, change => change.ToYear == 2024 && change.Before.Contains("BU00141400"));
        Assert.Equal((ChangeKind.Split, 2017, 2024), (meerstad.Kind, meerstad.FromYear, meerstad.ToYear));
        Assert.Contains(meerstad.Links, link => link is { After: "BU00141400", Basis: ChangeBasis.People, Share: > 0.5 });
        // The binnenstad of 2024 is drawn roughly; that is no change.
        Assert.DoesNotContain(catalogue.Changes, change => change is { ToYear: 2024 } && change.Before.Contains("BU00140000"));
    }

    internal static SourceTable Map(int year, params (string Code, double X, double Width)[] areas) => Tables.Map(
        $"kaart_{year}.gpkg", "buurten", [.. areas.Select(area => new NetTopologySuite.Geometries.Polygon(new NetTopologySuite.Geometries.LinearRing(
            [new(area.X, 400000), new(area.X + area.Width, 400000), new(area.X + area.Width, 401000), new(area.X, 401000), new(area.X, 400000)])) { SRID = 28992 })],
        Tables.Text("buurtcode", [.. areas.Select(area => area.Code)]));

    private static SourceTable Cells(int year, params (int X, double People)[] cells) => Tables.Map(
        $"vierkanten_{year}.gpkg", "v", [.. cells.Select(cell => Tables.Square(cell.X, 400500, 100))],
        Tables.Text("C28992R100", [.. cells.Select(cell => $"E{cell.X / 100:0000}N4005")]), Tables.Number("INW", [.. cells.Select(cell => cell.People)]));
}
