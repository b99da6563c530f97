// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Tests.Fetching.Replay;
using static Schakel.Catalogue.Tests.Storage.ImportedFolder;

namespace Schakel.Catalogue.Tests.Fetching;

public sealed class FetchTests : IDisposable
{
    private readonly FetchedFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_gemeente_comes_with_boundaries_key_figures_crime_and_health()
    {
        await using var server = await ReplayServer.Start(new Behaviour());

        var fetched = await FetchedFolder.Get(folder.Request(server));
        var report = folder.Import(fetched);

        Assert.Empty(fetched.Refused);
        Assert.Empty(report.Refused);
        Assert.Equal((81, 3, 1), (report.Areas["buurt"], report.Areas["wijk"], report.Areas["gemeente"]));
        Assert.Equal(["cbs", "pdok", "pdok", "pdok", "police", "rivm"], report.Datasets.Select(dataset => dataset.Source).Order());
        Assert.All(report.Datasets, dataset => Assert.Equal("CC BY 4.0", dataset.Licence));
        Assert.Equal(
            ["Bron: CBS / Kadaster", "Bron: CBS / Kadaster, via PDOK", "Bron: Politie, via CBS (dataderden)", "Bron: RIVM, GGD'en, CBS (Gezondheidsmonitor)"],
            report.Datasets.Select(dataset => dataset.Attribution).Distinct().Order(StringComparer.Ordinal));
        Assert.Contains(fetched.Notes, note => note.Contains("not held in 2024; the figures are those of 2022", StringComparison.Ordinal));
        Assert.Contains(fetched.Notes, note => note.Contains("figures of 2024 are provisional", StringComparison.Ordinal));
        using var catalogue = folder.Open();
        var buurten = Answer(catalogue.Areas("buurt", 2024));
        Assert.All(buurten.HasBoundary, Assert.True);
        var residents = Answer(catalogue.Values("aantal_inwoners", buurten, 2024));
        for (var i = 0; i < buurten.Codes.Length; i++)
            if (SmallCountry.Number("missing " + buurten.Codes[i] + "AantalInwoners_5", 20) == 0)
                Assert.NotEqual(MissingReason.Present, residents.Missing[i]);
            else
                Assert.Equal(SmallCountry.Number(buurten.Codes[i] + "AantalInwoners_5", 5000), residents.Values[i]);
        foreach (var (id, year) in new[] { ("gemiddelde_woz_waarde", 2024), ("woninginbraak", 2024), ("eenzaam", 2022) })
            Assert.True(catalogue.Find(id) is { Recognised: true } indicator && indicator.Years.Contains(year), $"{id}: {string.Join(", ", catalogue.Indicators.Select(known => known.Id))}");
    }

    [Fact]
    public async Task Beside_the_files_stands_where_they_come_from_and_when()
    {
        await using var server = await ReplayServer.Start(new Behaviour());

        var fetched = await FetchedFolder.Get(folder.Request(server));

        foreach (var of in fetched.Files.GroupBy(file => Path.GetDirectoryName(file)!))
        {
            using var origin = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(of.Key, "herkomst.json")));
            Assert.Equal("CC BY 4.0", origin.RootElement.GetProperty("licentie").GetString());
            Assert.Equal(of.Select(Path.GetFileName), origin.RootElement.GetProperty("bestanden").EnumerateArray().Select(file => file.GetProperty("naam").GetString()));
            foreach (var file in origin.RootElement.GetProperty("bestanden").EnumerateArray())
                Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(Path.Combine(of.Key, file.GetProperty("naam").GetString()!)))), file.GetProperty("sha256").GetString());
            Assert.All(origin.RootElement.GetProperty("antwoorden").EnumerateArray(), page =>
            {
                Assert.StartsWith(server.Address.AbsoluteUri, page.GetProperty("adres").GetString(), StringComparison.Ordinal);
                Assert.Matches("^20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z$", page.GetProperty("opgehaald").GetString());
            });
        }
    }

    [Fact]
    public async Task What_a_person_put_beside_the_files_stays_and_what_an_earlier_fetch_left_goes()
    {
        await using var server = await ReplayServer.Start(new Behaviour());
        var beside = Path.GetDirectoryName(Assert.Single((await FetchedFolder.Get(folder.Request(server) with { Publishers = ["cbs"] })).Files))!;
        await File.WriteAllTextAsync(Path.Combine(beside, "meanings.csv"), "id", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(beside, "cbs_11111NED_GM0344_2024.json"), "{}", TestContext.Current.CancellationToken);

        await FetchedFolder.Get(folder.Request(server) with { Publishers = ["cbs"] });

        Assert.Equal(["cbs_85984NED_GM0344_2024.json", "herkomst.json", "meanings.csv"], Directory.GetFiles(beside).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_code_that_looks_like_a_year_is_none_and_towns_stand_beside_each_other()
    {
        await using var server = await ReplayServer.Start(new Behaviour());

        folder.Import(await FetchedFolder.Get(folder.Request(server, 2024, SmallCountry.Town, SmallCountry.YearLike)));

        using var catalogue = folder.Open();
        Assert.Equal([2024], catalogue.Find("aantal_inwoners")!.Years);
        Assert.Equal(81 + 16, Answer(catalogue.Areas("buurt", 2024)).Codes.Length);
    }

    [Fact]
    public async Task More_rows_than_the_api_gives_are_asked_in_parts()
    {
        await using var server = await ReplayServer.Start(new Behaviour());

        var fetched = await FetchedFolder.Get(folder.Request(server, 2024, SmallCountry.City) with { Publishers = ["politie"] });
        var report = folder.Import(fetched);

        Assert.Equal((324 + 36 + 2) * 40, Assert.Single(report.Datasets).Rows);
        Assert.Contains(server.Asked, address => address.Contains("%27BU0363A%27", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_same_files_come_whatever_the_service_makes_of_the_question(bool silent)
    {
        await using var plain = await ReplayServer.Start(new Behaviour());
        await using var odd = await ReplayServer.Start(new Behaviour { IgnoresFilters = true, KnowsNoGemeenteFilter = true, MostRows = 300, MostFeatures = 7, IsSilentAboutRows = silent });
        await using var strict = await ReplayServer.Start(new Behaviour { KnowsNoGemeenteFilter = true, MostRows = 60, MostFeatures = 25, IsSilentAboutRows = silent });
        using var other = new FetchedFolder();
        using var third = new FetchedFolder();
        string[] publishers = ["pdok", "politie", "cbs"];

        folder.Import(await FetchedFolder.Get(folder.Request(plain) with { Publishers = publishers }));
        third.Import(await FetchedFolder.Get(third.Request(strict) with { Publishers = publishers }));
        // A service that ignores filters and gives few rows cannot be asked in parts; boundaries it can.
        other.Import(await FetchedFolder.Get(other.Request(odd) with { Publishers = ["pdok"] }));

        Assert.Equal(folder.Bytes(), third.Bytes());
        Assert.Equal(folder.Bytes().Where(file => file.Key.StartsWith("map-", StringComparison.Ordinal)), other.Bytes().Where(file => file.Key.StartsWith("map-", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Rows_that_nobody_asked_for_are_left_out()
    {
        await using var plain = await ReplayServer.Start(new Behaviour());
        await using var ignoring = await ReplayServer.Start(new Behaviour { IgnoresFilters = true, MostRows = 1_000_000 });
        using var other = new FetchedFolder();

        folder.Import(await FetchedFolder.Get(folder.Request(plain)));
        other.Import(await FetchedFolder.Get(other.Request(ignoring)));

        Assert.Equal(folder.Bytes(), other.Bytes());
    }

    [Fact]
    public async Task Without_an_ogc_api_the_wfs_gives_the_same_areas()
    {
        await using var wfs = await ReplayServer.Start(new Behaviour { OnlyWfs = true, MostFeatures = 20 });

        var fetched = await FetchedFolder.Get(folder.Request(wfs) with { Publishers = ["pdok"] });
        var report = folder.Import(fetched);

        Assert.Equal((81, 3, 1), (report.Areas["buurt"], report.Areas["wijk"], report.Areas["gemeente"]));
        Assert.Contains(fetched.Notes, note => note.Contains("from its WFS", StringComparison.Ordinal));
        Assert.Contains(wfs.Asked, address => address.Contains("bbox=129999,399999,134501,404501,urn:ogc:def:crs:EPSG::28992", StringComparison.Ordinal));
        using var catalogue = folder.Open();
        var layer = Answer(catalogue.Areas("buurt", 2024));
        Assert.Equal(new NetTopologySuite.Geometries.Envelope(130_000, 130_500, 400_000, 400_500), catalogue.Boundaries(layer)[Array.IndexOf(layer.Codes, "BU03440000")]!.EnvelopeInternal);
    }

    [Fact]
    public async Task Version_4_gives_the_figures_with_the_reason_where_one_is_missing()
    {
        await using var server = await ReplayServer.Start(new Behaviour());

        var fetched = await FetchedFolder.Get(folder.Request(server) with { Publishers = ["cbs"], ODataVersion4 = true });
        folder.Import(fetched);

        using var catalogue = folder.Open();
        var layer = Answer(catalogue.Areas("buurt", 2024));
        var residents = Answer(catalogue.Values("aantal_inwoners", layer, 2024));
        for (var i = 0; i < layer.Codes.Length; i++)
        {
            var missing = SmallCountry.Number("missing " + layer.Codes[i] + "T001036", 20);
            Assert.Equal(missing switch { 0 => MissingReason.Secret, 1 => MissingReason.Unknown, _ => MissingReason.Present }, residents.Missing[i]);
            if (missing > 1)
                Assert.Equal(SmallCountry.Number(layer.Codes[i] + "T001036", 5000), residents.Values[i]);
        }
        Assert.Equal("Buurt 0000", layer.Names[Array.IndexOf(layer.Codes, "BU03440000")]);
    }

    [Theory]
    [InlineData("GM9999", 2024, "no-such-gemeente")]
    [InlineData("GM0344", 2020, "no-such-edition")]
    [InlineData("GM0344", 2012, "no-such-edition")]
    public async Task What_is_not_there_is_told_and_leaves_no_folder(string gemeente, int year, string code)
    {
        await using var server = await ReplayServer.Start(new Behaviour());

        var reason = ReasonOf(await FetchedFolder.Try(folder.Request(server, year, gemeente) with { Publishers = ["cbs"] }));

        Assert.Equal(code, reason.Code);
        Assert.False(Directory.Exists(folder.Catalogue));
        Assert.DoesNotContain(server.Asked, address => address.Contains("evil", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_table_with_another_number_is_found_in_the_catalogue_of_the_service()
    {
        await using var server = await ReplayServer.Start(new Behaviour());

        var fetched = await FetchedFolder.Get(folder.Request(server, 2021) with { Publishers = ["cbs"] });

        Assert.Equal("cbs_99021NED_GM0344_2021.json", Path.GetFileName(Assert.Single(fetched.Files)));
        folder.Import(fetched);
        using var catalogue = folder.Open();
        Assert.Equal([2021], catalogue.Find("aantal_inwoners")!.Years);
    }

    [Fact]
    public async Task One_publisher_that_fails_does_not_keep_the_others()
    {
        await using var server = await ReplayServer.Start(new Behaviour());

        var fetched = await FetchedFolder.Get(folder.Request(server, 2022) with { Publishers = ["pdok", "cbs", "politie"] });

        Assert.Equal("no-such-edition", Assert.Single(fetched.Refused).Code);
        Assert.Equal(4, folder.Import(fetched).Datasets.Count);
    }

    [Fact]
    public async Task No_more_than_two_questions_at_a_time_go_to_a_service()
    {
        await using var server = await ReplayServer.Start(new Behaviour { Delay = TimeSpan.FromMilliseconds(5) });

        await FetchedFolder.Get(folder.Request(server));

        // Three hosts are asked, and police and RIVM share one.
        Assert.InRange(server.MostAtOnce, 1, 6);
    }
}
