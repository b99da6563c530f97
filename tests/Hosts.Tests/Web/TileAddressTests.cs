// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text.RegularExpressions;
using Schakel.Analysis;
using Schakel.Catalogue.Storage;
using Schakel.Hosts.Tests.Cli;
using Schakel.Web.Atlas;

namespace Schakel.Hosts.Tests.Web;

/// <summary>The map loads borders again only where they differ. In Voorbeeldstad a buurt was split in 2022; wijken and gemeenten stayed.</summary>
public sealed class TileAddressTests(DemoTown town) : IClassFixture<DemoTown>
{
    [Fact]
    public async Task Another_figure_and_a_year_with_the_same_borders_ask_the_same_tiles_and_other_borders_ask_others()
    {
        Assert.True(CatalogueFolder.Open(town.Catalogue).TryGet(out var catalogue, out var reason), reason?.Detail);
        using var site = new ServedSite(new Outcome<IGround>(new CatalogueGround(catalogue, town.Catalogue)));

        var litter = await Borders(site, "zwerfafval", 2024);

        Assert.Equal(litter, await Borders(site, "eenzaamheid", 2024));
        Assert.Equal(litter, await Borders(site, "zwerfafval", 2022));
        var before = await Borders(site, "zwerfafval", 2021);
        Assert.NotEqual(litter["buurt"], before["buurt"]);
        Assert.Equal(litter["wijk"], before["wijk"]);
        Assert.Equal(litter["gemeente"], before["gemeente"]);

        var (now, then) = (await Tile(site, "buurt", litter["buurt"]), await Tile(site, "buurt", before["buurt"]));
        Assert.NotEqual(now.Bytes, then.Bytes);
        Assert.All([now.Cache, then.Cache], cache => Assert.Contains("immutable", cache, StringComparison.Ordinal));
        // The tile of the first year with these borders is that of every later one.
        Assert.Equal(now.Bytes, (await Tile(site, "buurt", "2024:" + litter["buurt"].Split(':')[1])).Bytes);
    }

    [Fact]
    public async Task A_tile_asked_under_borders_that_are_gone_is_not_kept_by_browsers()
    {
        using var site = new ServedSite(new SmallTown());

        using var old = await site.Client.GetAsync(new Uri("/tiles/buurt/2023/0/0/0.mvt?v=0000000000000000", UriKind.Relative), TestContext.Current.CancellationToken);
        using var ground = await site.Client.GetAsync(new Uri("/tiles/ground/0/0/0.mvt?v=gone", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal("no-cache", old.Headers.CacheControl?.ToString());
        Assert.Equal("no-cache", ground.Headers.CacheControl?.ToString());
    }

    /// <summary>Per level the year and the mark that the map puts in the addresses of its tiles.</summary>
    private static async Task<Dictionary<string, string>> Borders(ServedSite site, string indicator, int year)
    {
        var page = await site.Client.GetStringAsync(new Uri(string.Create(CultureInfo.InvariantCulture, $"/kaart?cijfer={indicator}&jaar={year}&plek=GM9901"), UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("data-tiles=\"/tiles/{level}/{year}/{z}/{x}/{y}.mvt?v={mark}\"", page, StringComparison.Ordinal);
        return Regex.Match(page, "data-borders=\"([^\"]+)\"").Groups[1].Value.Split(' ').Select(pair => pair.Split('='))
            .Where(pair => pair[0] is "buurt" or "wijk" or "gemeente").ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
    }

    private static async Task<(byte[] Bytes, string Cache)> Tile(ServedSite site, string level, string borders)
    {
        var (year, mark) = (borders.Split(':')[0], borders.Split(':')[1]);
        using var answer = await site.Client.GetAsync(new Uri($"/tiles/{level}/{year}/6/32/21.mvt?v={mark}", UriKind.Relative), TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), answer.Headers.CacheControl?.ToString() ?? "");
    }
}
