// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Storage;
using Schakel.Workspace.Series;
using Schakel.Workspace.Studies;

namespace Schakel.Workspace.Tests.Series;

public sealed class AreaSeriesTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("schakel reeks ");
    private CatalogueFolder? catalogue;

    public void Dispose()
    {
        catalogue?.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Counts_follow_a_recoding_a_merger_and_a_split_to_the_areas_of_the_last_year()
    {
        Import(
            ("kwb_2019.csv", "gwb_code,a_inw\nBU99010000,100\nBU99010001,200\nBU99010002,300\nBU99010003,400\nBU99010004,500\n"),
            ("kwb_2024.csv", "gwb_code,a_inw\nBU99010000,110\nBU99010011,210\nBU99010023,720\nBU99010041,100\nBU99010042,420\n"),
            ("omnummering.csv", "from,to,year,share\nBU99010001,BU99010011,2021,1\nBU99010002,BU99010023,2021,1\nBU99010003,BU99010023,2021,1\nBU99010004,BU99010041,2021,0.2\nBU99010004,BU99010042,2021,0.8\n"));

        var series = Answer(AreaSeries.Gather(catalogue!, new StudyQuestion("aantal_inwoners"), "buurt", null));

        var then = series.Years.Single(year => year.Units.Year == 2019);
        Assert.Equal(["BU99010000", "BU99010011", "BU99010023", "BU99010041", "BU99010042"], series.Target.Codes);
        Assert.Equal([100, 200, 700, 100, 400], then.Units.Values);
        Assert.Equal([SeriesOrigin.Own, SeriesOrigin.Recoded, SeriesOrigin.Joined, SeriesOrigin.Weighed, SeriesOrigin.Weighed], then.Origins);
        Assert.All(series.Years.Single(year => year.Units.Year == 2024).Origins, origin => Assert.Equal(SeriesOrigin.Own, origin));
        var warning = Assert.Single(series.Warnings);
        Assert.Equal("borders-changed", warning.Code);
        Assert.Equal([2019, 2024, 4, 5, "buurt", 4, 0, 0], warning.Arguments);
    }

    [Fact]
    public void A_share_of_a_merged_area_weighs_its_parts_by_the_people_in_them()
    {
        Import(
            ("kwb_2019.csv", "gwb_code,a_inw,p_koopwon,woningen\nBU99010002,300,40,100\nBU99010003,400,60,300\n"),
            ("kwb_2024.csv", "gwb_code,a_inw,p_koopwon,woningen\nBU99010023,720,58,410\n"),
            ("omnummering.csv", "van;naar;jaar;aandeel\nBU99010002;BU99010023;2021;1\nBU99010003;BU99010023;2021;1\n"));

        var series = Answer(AreaSeries.Gather(catalogue!, new StudyQuestion("koopwoningen"), "buurt", [2019, 2024]));

        Assert.Equal(((100 * 0.4) + (300 * 0.6)) / 400, series.Years[0].Units.Values.Single(), 1e-12);
        Assert.Equal(400, series.Years[0].Units.Denominators.Single());
    }

    [Fact]
    public void A_part_that_is_secret_leaves_the_sum_unknown()
    {
        Import(
            ("kwb_2019.csv", "gwb_code,a_inw\nBU99010002,-99997\nBU99010003,400\nBU99010000,100\n"),
            ("kwb_2024.csv", "gwb_code,a_inw\nBU99010023,720\nBU99010000,110\n"),
            ("omnummering.csv", "van;naar;jaar;aandeel\nBU99010002;BU99010023;2021;1\nBU99010003;BU99010023;2021;1\n"));

        var then = Answer(AreaSeries.Gather(catalogue!, new StudyQuestion("aantal_inwoners"), "buurt", [2019, 2024])).Years[0].Units;

        Assert.Equal([MissingReason.Present, MissingReason.Unknown], then.Missing);
    }

    [Fact]
    public void The_same_code_is_not_joined_when_the_source_says_that_the_area_changed()
    {
        Import(
            ("kwb_2019.csv", "gwb_code,a_inw,ind_wbi\nBU99010000,100,1\nBU99010001,200,1\n"),
            ("kwb_2020.csv", "gwb_code,a_inw,ind_wbi\nBU99010000,105,1\nBU99010001,350,3\n"));

        var then = Answer(AreaSeries.Gather(catalogue!, new StudyQuestion("aantal_inwoners"), "buurt", [2019, 2020])).Years[0];

        Assert.Equal([SeriesOrigin.Own, SeriesOrigin.Broken], then.Origins);
        Assert.Equal([MissingReason.Present, MissingReason.BorderChanged], then.Units.Missing);
        Assert.Equal(double.NaN, then.Units.Values[1]);
    }

    [Fact]
    public void Figures_by_the_new_codes_before_the_new_map_are_taken_as_they_are()
    {
        Import(
            ("kwb_2021.csv", "gwb_code,a_inw\nBU99010041,90\nBU99010042,410\n"),
            ("kwb_2024.csv", "gwb_code,a_inw\nBU99010041,100\nBU99010042,420\n"),
            ("kaart_2018.geojson", Map(("BU99010004", 0, 1000))),
            ("kaart_2024.geojson", Map(("BU99010041", 0, 200), ("BU99010042", 200, 800))));

        var then = Answer(AreaSeries.Gather(catalogue!, new StudyQuestion("aantal_inwoners"), "buurt", [2021, 2024])).Years[0];

        Assert.Equal([90, 410], then.Units.Values);
        Assert.All(then.Origins, origin => Assert.Equal(SeriesOrigin.Own, origin));
    }

    [Fact]
    public void Shares_follow_back_to_the_areas_of_an_earlier_year_where_that_is_known()
    {
        Import(
            ("kwb_2019.csv", "gwb_code,a_inw\nBU99010004,500\n"),
            ("kwb_2024.csv", "gwb_code,a_inw\nBU99010041,100\nBU99010042,420\n"),
            ("omnummering.csv", "from,to,year,share\nBU99010004,BU99010041,2021,0.2\nBU99010004,BU99010042,2021,0.8\n"));

        var series = Answer(AreaSeries.Gather(catalogue!, new StudyQuestion("aantal_inwoners") { Year = 2019 }, "buurt", [2019, 2024]));

        Assert.Equal([500, 520], series.Years.Select(year => year.Units.Values.Single()));
        Assert.Equal(SeriesOrigin.Joined, series.Years[1].Origins.Single());
    }

    [Fact]
    public void Two_years_in_which_all_areas_broke_have_nothing_to_compare()
    {
        Import(
            ("kwb_2019.csv", "gwb_code,a_inw,eenzaam\nBU99010000,100,10\nBU99010001,200,20\n"),
            ("kwb_2020.csv", "gwb_code,a_inw,eenzaam,ind_wbi\nBU99010000,105,11,3\nBU99010001,350,22,2\n"));

        Assert.False(StabilityStudy.Run(catalogue!, new StudyQuestion("eenzaam"), ["buurt", "wijk"], [2019, 2020], equalWeights: true).TryGet(out _, out var reason));
        Assert.Equal("no-usable-units", reason.Code);
    }

    private void Import(params (string Name, string Text)[] files)
    {
        foreach (var (name, text) in files)
            File.WriteAllText(Path.Combine(folder.FullName, name), text);
        var into = Path.Combine(folder.FullName, "catalogus");
        Answer(CatalogueImport.Run([.. files.Select(file => Path.Combine(folder.FullName, file.Name))], into, null, CancellationToken.None));
        catalogue = Answer(CatalogueFolder.Open(into));
    }

    private static string Map(params (string Code, int X, int Width)[] areas) => "{\"type\":\"FeatureCollection\",\"features\":[" + string.Join(',', areas.Select(area => FormattableString.Invariant(
        $"{{\"type\":\"Feature\",\"properties\":{{\"buurtcode\":\"{area.Code}\"}},\"geometry\":{{\"type\":\"Polygon\",\"coordinates\":[[[{200000 + area.X},500000],[{200000 + area.X + area.Width},500000],[{200000 + area.X + area.Width},501000],[{200000 + area.X},501000],[{200000 + area.X},500000]]]}}}}"))) + "]}";

    private static T Answer<T>(Outcome<T> outcome)
        where T : notnull
    {
        Assert.True(outcome.TryGet(out var answer, out var reason), reason?.Detail);
        return answer;
    }
}
