// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Schakel.Analysis;
using Schakel.Catalogue.Storage;
using Schakel.Web.Atlas;

namespace Schakel.Hosts.Tests.Web;

/// <summary>What readers take along from the screens: the files of <c>schakel export --publish</c>, for everybody.</summary>
public sealed class DownloadTests(Cli.ExportTests.Town town) : IClassFixture<Cli.ExportTests.Town>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("gpkg", "application/geopackage+sqlite3", "fietsdiefstal-2024.gpkg", "SQLite format 3")]
    [InlineData("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "fietsdiefstal-2024.xlsx", "PK")]
    [InlineData("geojson", "application/geo+json", "fietsdiefstal-2024-buurt.geojson", "{\"type\":\"FeatureCollection\"")]
    [InlineData("geoparquet", "application/vnd.apache.parquet", "fietsdiefstal-2024-buurt.parquet", "PAR1")]
    [InlineData("csv", "application/zip", "fietsdiefstal-2024-buurt.zip", "PK")]
    public async Task A_download_has_its_type_its_name_and_its_bytes(string format, string type, string name, string begins)
    {
        using var site = Site();
        var level = name.Contains("buurt", StringComparison.Ordinal) ? "&schaal=buurt" : "";

        using var answer = await site.Client.GetAsync($"/meenemen/{format}?cijfer=fietsdiefstal&jaar=2024{level}", Cancel);
        var bytes = await answer.Content.ReadAsByteArrayAsync(Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(("attachment", name), (answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentDisposition.FileName));
        Assert.Equal(bytes.Length, answer.Content.Headers.ContentLength);
        Assert.StartsWith(begins, Encoding.Latin1.GetString(bytes, 0, 40), StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task Small_counts_never_leave_and_the_file_says_so()
    {
        using var site = Site();

        using var document = JsonDocument.Parse(await site.Client.GetStringAsync("/meenemen/geojson?cijfer=fietsdiefstal&jaar=2024&schaal=buurt", Cancel));
        var features = document.RootElement.GetProperty("features").EnumerateArray().Select(feature => feature.GetProperty("properties")).ToList();

        Assert.Equal(165, features.Count);
        Assert.Equal("publication", document.RootElement.GetProperty("schakel").GetProperty("use").GetString());
        var counts = features.Select(feature => feature.GetProperty("fietsdiefstal_2024")).Where(count => count.ValueKind == JsonValueKind.Number).Select(count => count.GetDouble()).ToList();
        Assert.All(counts, count => Assert.Equal(0, count % 5));
        Assert.Contains(features, feature => feature.GetProperty("fietsdiefstal_2024_reden").GetString() == "achtergehouden: minimum");
    }

    [Fact]
    public async Task A_csv_comes_with_its_description()
    {
        using var site = Site();

        using var archive = new ZipArchive(await site.Client.GetStreamAsync("/meenemen/csv?cijfer=eenzaamheid&schaal=wijk&plek=GM9901", Cancel));

        Assert.Equal(["eenzaamheid-GM9901-wijk.csv", "eenzaamheid-GM9901-wijk.csv-metadata.json"], archive.Entries.Select(entry => entry.Name));
        using var reader = new StreamReader(archive.Entries[0].Open());
        Assert.StartsWith("code,naam,", await reader.ReadLineAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_the_file_already_is_told_so()
    {
        using var site = Site();
        const string url = "/meenemen/geojson?cijfer=eenzaamheid&schaal=wijk";
        using var first = await site.Client.GetAsync(url, Cancel);
        using var again = new HttpRequestMessage(HttpMethod.Get, url) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };

        using var answer = await site.Client.SendAsync(again, Cancel);
        using var other = await site.Client.GetAsync(url + "&taal=en", Cancel);

        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
        Assert.NotEqual(first.Headers.ETag, other.Headers.ETag);
    }

    [Theory]
    [InlineData("/meenemen/doc", 400, "gpkg")]
    [InlineData("/meenemen/gpkg?cijfer=geluk", 400, "geluk")]
    [InlineData("/meenemen/gpkg?plek=GM0000", 400, "GM0000")]
    [InlineData("/meenemen/gpkg?schaal=straat", 400, "straat")]
    [InlineData("/meenemen/gpkg?jaar=ooit", 400, "ooit")]
    [InlineData("/meenemen/gpkg?cijfer=eenzaamheid&jaar=1999", 422, "1999")]
    public async Task What_is_not_there_is_refused_in_words(string url, int status, string says)
    {
        using var site = Site();

        using var answer = await site.Client.GetAsync(url, Cancel);

        Assert.Equal(status, (int)answer.StatusCode);
        if (status == 400)
            Assert.Contains(says, await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Null(answer.Content.Headers.ContentDisposition);
    }

    [Fact]
    public async Task Screens_link_to_downloads_that_exist()
    {
        using var site = Site();
        foreach (var screen in new[] { "/kaart?cijfer=fietsdiefstal&schaal=wijk&plek=GM9901", "/cijfers", "/cijfers?cijfer=eenzaamheid&taal=en" })
        {
            var page = await Page(site, screen);
            var links = System.Text.RegularExpressions.Regex.Matches(page, "href=\"(/meenemen/[^\"]+)\"").Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)).ToList();

            Assert.Equal(4, links.Count);
            foreach (var link in links)
            {
                using var answer = await site.Client.GetAsync(link, Cancel);
                Assert.True(answer.IsSuccessStatusCode, $"{screen} → {link}: {answer.StatusCode}");
            }
        }
    }

    [Fact]
    public async Task More_downloads_than_the_server_can_make_are_refused_and_the_map_goes_on()
    {
        using var mayEnd = new ManualResetEventSlim();
        var slow = new SmallTown
        {
            Taken = _ =>
            {
                mayEnd.Wait(TimeSpan.FromSeconds(20), CancellationToken.None);
                return new Reason("export-without-areas", "Not here.");
            },
        };
        using var site = new ServedSite(slow, ("Schakel:DownloadsAtOnce", "1"), ("Schakel:DownloadsWaiting", "1"));

        var asked = Enumerable.Range(0, 6).Select(_ => site.Client.GetAsync("/meenemen/gpkg", Cancel)).ToArray();
        while (asked.Count(answer => answer.IsCompleted) < 4)
            await Task.Delay(10, Cancel);
        using var map = await site.Client.GetAsync("/kaart", Cancel);
        mayEnd.Set();
        var answers = await Task.WhenAll(asked);

        Assert.Equal(HttpStatusCode.OK, map.StatusCode);
        Assert.Equal(4, answers.Count(answer => answer.StatusCode == HttpStatusCode.TooManyRequests));
        Assert.Equal(2, answers.Count(answer => answer.StatusCode == HttpStatusCode.UnprocessableEntity));
    }

    [Fact]
    public async Task No_file_is_left_on_the_disk_of_the_server()
    {
        var before = Directory.GetDirectories(Path.GetTempPath(), "schakel-*").ToHashSet();
        using var site = Site();

        using (var answer = await site.Client.GetAsync("/meenemen/gpkg?cijfer=eenzaamheid", Cancel))
            Assert.True(answer.IsSuccessStatusCode);

        Assert.DoesNotContain(Directory.GetDirectories(Path.GetTempPath(), "schakel-*"), folder => !before.Contains(folder) && Directory.GetFiles(folder, "eenzaamheid*").Length > 0);
    }

    private ServedSite Site()
    {
        Assert.True(CatalogueFolder.Open(town.Catalogue).TryGet(out var catalogue, out var reason), reason?.Detail);
        return new ServedSite(new CatalogueGround(catalogue, town.Catalogue));
    }

    private static async Task<string> Page(ServedSite site, string url)
    {
        for (; ; await Task.Delay(50, Cancel))
        {
            using var answer = await site.Client.GetAsync(url, Cancel);
            if (answer.StatusCode != HttpStatusCode.Accepted)
                return await answer.Content.ReadAsStringAsync(Cancel);
        }
    }
}
