// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics;
using System.Net;
using System.Text.Json;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;
using Schakel.Catalogue.Sources.Coordinates;

namespace Schakel.Hosts.Tests.Web;

/// <summary>OGC API Features, parts 1 and 2, requirement by requirement, on the small town.</summary>
public sealed class OgcTests : IDisposable
{
    private readonly ServedSite site = new(new SmallTown());

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task A_GIS_finds_everything_from_the_landing_page_on()
    {
        var seen = new HashSet<string>();
        var waiting = new Queue<string>(["/ogc/v1"]);
        while (waiting.TryDequeue(out var path))
        {
            using var answer = await site.Client.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
            if (answer.Content.Headers.ContentType?.MediaType is "text/html")
                continue;
            using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            foreach (var link in Links(json.RootElement))
            {
                var (href, type) = (link.GetProperty("href").GetString()!, link.GetProperty("type").GetString());
                Assert.NotEmpty(link.GetProperty("rel").GetString()!);
                Assert.NotEmpty(type!);
                if (seen.Add(href))
                    waiting.Enqueue(new Uri(href).PathAndQuery);
            }
        }

        Assert.Contains(seen, href => href.EndsWith("/ogc/v1/conformance", StringComparison.Ordinal));
        Assert.Contains(seen, href => href.EndsWith("/collections/buurt/items", StringComparison.Ordinal));
        Assert.Contains(seen, href => href.EndsWith("/collections/fietsdiefstal.buurt.2023", StringComparison.Ordinal));
        Assert.DoesNotContain(seen, href => href.Contains("cell", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_description_is_OpenAPI_3_0_and_names_every_parameter_that_is_taken()
    {
        using var answer = await site.Client.GetAsync("/ogc/v1/api", TestContext.Current.CancellationToken);
        using var json = await Read("/ogc/v1/api");

        Assert.Equal("application/vnd.oai.openapi+json; version=3.0", answer.Content.Headers.ContentType?.ToString().Replace(";version", "; version", StringComparison.Ordinal));
        Assert.StartsWith("3.0.", json.RootElement.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        var items = json.RootElement.GetProperty("paths").GetProperty("/ogc/v1/collections/{collectionId}/items").GetProperty("get").GetProperty("parameters");
        Assert.Equal(["bbox", "bbox-crs", "collectionId", "crs", "datetime", "f", "lang", "limit", "offset"], items.EnumerateArray().Select(each => each.GetProperty("name").GetString()!).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(1000)]
    public async Task Page_after_page_gives_every_feature_once(int limit)
    {
        var (ids, next) = (new List<string>(), $"/ogc/v1/collections/buurt/items?limit={limit}");
        while (next is not null)
        {
            using var page = await Read(next);
            Assert.Equal(6, page.RootElement.GetProperty("numberMatched").GetInt32());
            var features = page.RootElement.GetProperty("features").EnumerateArray().ToArray();
            Assert.Equal(features.Length, page.RootElement.GetProperty("numberReturned").GetInt32());
            Assert.InRange(features.Length, 1, limit);
            ids.AddRange(features.Select(feature => feature.GetProperty("id").GetString()!));
            next = Links(page.RootElement).Where(link => link.GetProperty("rel").GetString() == "next").Select(link => new Uri(link.GetProperty("href").GetString()!).PathAndQuery).FirstOrDefault();
        }

        Assert.Equal(["BU1", "BU2", "BU3", "BU4", "BU5", "BU6"], ids);
    }

    [Fact]
    public async Task A_box_gives_what_touches_it_in_degrees_and_in_metres()
    {
        using var all = await Read("/ogc/v1/collections/buurt/items?crs=http://www.opengis.net/def/crs/EPSG/0/28992");
        foreach (var feature in all.RootElement.GetProperty("features").EnumerateArray())
        {
            var middle = Ring(feature).EnvelopeInternal.Centre;
            var (longitude, latitude) = CoordinateSystems.RdToWgs84(middle.X, middle.Y);
            using var metres = await Read(FormattableString.Invariant($"/ogc/v1/collections/buurt/items?bbox={middle.X - 1},{middle.Y - 1},{middle.X + 1},{middle.Y + 1}&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/28992"));
            using var degrees = await Read(FormattableString.Invariant($"/ogc/v1/collections/buurt/items?bbox={longitude - 0.00001},{latitude - 0.00001},{longitude + 0.00001},{latitude + 0.00001}"));

            Assert.Equal([feature.GetProperty("id").GetString()], Ids(metres));
            Assert.Equal([feature.GetProperty("id").GetString()], Ids(degrees));
        }

        using var world = await Read("/ogc/v1/collections/buurt/items?bbox=-180,-90,180,90");
        using var elsewhere = await Read("/ogc/v1/collections/buurt/items?bbox=100,-40,120,-20");
        Assert.Equal(6, Ids(world).Length);
        Assert.Empty(Ids(elsewhere));
    }

    [Fact]
    public async Task Shapes_are_closed_and_turn_as_GeoJSON_wants_and_the_header_names_the_system()
    {
        using var answer = await site.Client.GetAsync("/ogc/v1/collections/buurt/items", TestContext.Current.CancellationToken);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal("<http://www.opengis.net/def/crs/OGC/1.3/CRS84>", Assert.Single(answer.Headers.GetValues("Content-Crs")));
        Assert.Equal("application/geo+json", answer.Content.Headers.ContentType?.MediaType);
        foreach (var feature in json.RootElement.GetProperty("features").EnumerateArray())
        {
            var ring = Ring(feature);
            Assert.True(ring.IsClosed);
            Assert.True(Orientation.IsCCW(ring.CoordinateSequence));
            Assert.InRange(ring.Coordinate.X, 3, 8);
            Assert.InRange(ring.Coordinate.Y, 50, 54);
        }
    }

    [Theory]
    [InlineData("2023-05-01", 6)]
    [InlineData("2023-01-01T00:00:00Z/..", 6)]
    [InlineData("../2022-12-31", 0)]
    [InlineData("2020-01-01/2023-01-01", 6)]
    [InlineData("2024-01-01/2025-01-01", 0)]
    public async Task A_period_gives_features_of_years_in_it(string period, int features)
    {
        using var json = await Read($"/ogc/v1/collections/fietsdiefstal.buurt.2023/items?datetime={period}");

        Assert.Equal(features, Ids(json).Length);
    }

    [Theory]
    [InlineData("/ogc/v1?wat=1")]
    [InlineData("/ogc/v1/collections?limit=3")]
    [InlineData("/ogc/v1/collections/buurt/items?wat=1")]
    [InlineData("/ogc/v1/collections/buurt/items?limit=0")]
    [InlineData("/ogc/v1/collections/buurt/items?limit=-1")]
    [InlineData("/ogc/v1/collections/buurt/items?limit=veel")]
    [InlineData("/ogc/v1/collections/buurt/items?limit=1&limit=2")]
    [InlineData("/ogc/v1/collections/buurt/items?offset=-3")]
    [InlineData("/ogc/v1/collections/buurt/items?bbox=1,2,3")]
    [InlineData("/ogc/v1/collections/buurt/items?bbox=1,2,3,NaN")]
    [InlineData("/ogc/v1/collections/buurt/items?bbox=4,53,5,52")]
    [InlineData("/ogc/v1/collections/buurt/items?bbox=100000,400000,110000,410000")]
    [InlineData("/ogc/v1/collections/buurt/items?crs=EPSG:28992")]
    [InlineData("/ogc/v1/collections/buurt/items?datetime=gisteren")]
    [InlineData("/ogc/v1/collections/buurt/items?datetime=2024-01-01/2020-01-01")]
    [InlineData("/ogc/v1/collections/buurt/items?f=xml")]
    [InlineData("/ogc/v1/collections/buurt/items/BU1?bbox=1,2,3,4")]
    public async Task What_is_not_right_is_refused_with_what_would_be(string path)
    {
        using var answer = await site.Client.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Goed is:", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/ogc/v1/collections/nergens")]
    [InlineData("/ogc/v1/collections/cell/items")]
    [InlineData("/ogc/v1/collections/fietsdiefstal.buurt.1999/items")]
    [InlineData("/ogc/v1/collections/buurt/items/BU99")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        using var answer = await site.Client.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_browser_gets_a_page_and_a_program_gets_JSON()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/ogc/v1/collections/buurt/items/BU1");
        request.Headers.Accept.ParseAdd("text/html,application/xhtml+xml,*/*;q=0.8");

        using var page = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        Assert.Contains("BU1", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/ogc/v1/collections/buurt/items")]
    [InlineData("/api/v1/catalogue")]
    [InlineData("/api/v1/scale-picture?indicator=fietsdiefstal")]
    public async Task What_has_not_changed_is_not_sent_again_and_any_site_may_read_it(string path)
    {
        using var first = new HttpRequestMessage(HttpMethod.Get, path);
        first.Headers.Add("Origin", "https://kaart.example");
        using var answer = await site.Client.SendAsync(first, TestContext.Current.CancellationToken);
        using var again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);

        using var unchanged = await site.Client.SendAsync(again, TestContext.Current.CancellationToken);
        using var other = new HttpRequestMessage(HttpMethod.Get, path + (path.Contains('?', StringComparison.Ordinal) ? "&lang=en" : "?lang=en"));
        other.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        using var english = await site.Client.SendAsync(other, TestContext.Current.CancellationToken);

        Assert.Equal("*", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        Assert.Equal(HttpStatusCode.OK, english.StatusCode);
    }

    [Fact]
    public async Task A_figure_that_may_not_be_public_is_given_to_no_program()
    {
        using var careful = new ServedSite(new SmallTown { NotForAll = new Dictionary<string, IReadOnlySet<string>> { ["buurt"] = new HashSet<string> { "BU2" } } });
        foreach (var path in new[] { "/ogc/v1/collections/fietsdiefstal.buurt.2023/items?limit=2", "/api/v1/scale-picture/areas?indicator=fietsdiefstal&level=buurt&limit=2" })
        {
            using var json = JsonDocument.Parse(await careful.Client.GetStringAsync(path, TestContext.Current.CancellationToken));
            var areas = json.RootElement.TryGetProperty("features", out var features) ? features.EnumerateArray().Select(feature => feature.GetProperty("properties")).ToArray() : [.. json.RootElement.GetProperty("areas").EnumerateArray()];

            Assert.Equal(JsonValueKind.Number, areas[0].GetProperty("estimate").ValueKind);
            foreach (var member in new[] { "observed", "estimate", "low", "high", "likeMean" })
                Assert.Equal(JsonValueKind.Null, areas[1].GetProperty(member).ValueKind);
        }
    }

    [Fact]
    public async Task GDAL_opens_it_as_layers_with_the_right_number_of_areas()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/ogrinfo"), "ogrinfo is not here: Debian package gdal-bin.");
        var start = new ProcessStartInfo("/usr/bin/ogrinfo", ["-ro", "-so", $"OAPIF:{site.Client.BaseAddress}ogc/v1", "fietsdiefstal.buurt.2023"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal("", await errors);
        Assert.Contains("Feature Count: 6", output, StringComparison.Ordinal);
        Assert.Contains("estimate: Real", output, StringComparison.Ordinal);
    }

    private async Task<JsonDocument> Read(string path) => JsonDocument.Parse(await site.Client.GetStringAsync(path, TestContext.Current.CancellationToken));

    private static string?[] Ids(JsonDocument json) => [.. json.RootElement.GetProperty("features").EnumerateArray().Select(feature => feature.GetProperty("id").GetString())];

    private static LinearRing Ring(JsonElement feature) => new([.. feature.GetProperty("geometry").GetProperty("coordinates")[0][0].EnumerateArray().Select(point => new Coordinate(point[0].GetDouble(), point[1].GetDouble()))]);

    private static IEnumerable<JsonElement> Links(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => member.NameEquals("links") ? member.Value.EnumerateArray() : Links(member.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Links),
        _ => [],
    };
}
