// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Deque.AxeCore.Playwright;

namespace Schakel.Browser.Tests;

/// <summary>Rules for every page, in both languages and on both kinds of screen.</summary>
public sealed class EveryPageTests(Site site)
{
    public static TheoryData<string, string, bool> Pages
    {
        get
        {
            var pages = new TheoryData<string, string, bool>();
            foreach (var path in new[] { "/kaart?cijfer=zwerfafval&schaal=buurt&gebied=BU99010101", "/kaart?cijfer=zwerfafval&schaal=cell", "/cijfers?cijfer=zwerfafval", "/schaalbeeld?cijfer=zwerfafval&plek=GM9901&gebied=BU99010101", "/schaalbeeld?cijfer=schulden&budget=35", "/schaalbeeld/naast?cijfer=eenzaamheid&plek=GM9901&plek2=GM9902&jaar2=2022", "/gemeenten?cijfer=zwerfafval", "/plek", "/plek?zoek=weg", "/plek/BU99011002", "/plek/stationsweg", "/plek/BU99011002/teken", "/mijn-tekening?sleutel=weg", "/vraag-mij?plek=BU99011002", "/meld", "/initiatieven", "/uitdagingen", "/nergens", "/kaart?jaar=ooit", "leeg" })
            {
                foreach (var language in new[] { "nl", "en" })
                {
                    pages.Add(path, language, false);
                    pages.Add(path, language, true);
                }
            }

            return pages;
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task It_is_accessible_quiet_and_asks_nothing_of_others(string path, string language, bool phone)
    {
        var address = path == "leeg" ? $"{site.Empty}/kaart?taal={language}" : $"{site.Town}{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}taal={language}";
        await using var page = await site.Open(address, phone ? PageSettings.Phone : new PageSettings());
        if (path.StartsWith("/kaart", StringComparison.Ordinal) && path.Contains("zwerfafval&schaal", StringComparison.Ordinal))
            await page.MapIsReady();
        if (path.StartsWith("/schaalbeeld", StringComparison.Ordinal))
            await page.Page.Locator("#profile-kop, #naast-1").First.WaitForAsync(new() { Timeout = 60_000 });

        var findings = await page.Page.RunAxe();

        Assert.Equal(language, await page.Page.Locator("html").GetAttributeAsync("lang"));
        Assert.True(findings.Violations.Length == 0, string.Join("\n", findings.Violations.Select(found => $"{found.Id}: {found.Help} {string.Join(" | ", found.Nodes.Select(node => node.Html))}")));
        Assert.Empty(page.Trouble(asked: path == "/nergens" ? 404 : path.EndsWith("ooit", StringComparison.Ordinal) ? 400 : null));
    }

    [Theory]
    [InlineData("/kaart?cijfer=zwerfafval&schaal=buurt&gebied=BU99010101")]
    [InlineData("/kaart?cijfer=eenzaamheid&taal=en")]
    [InlineData("/cijfers")]
    [InlineData("/schaalbeeld?cijfer=zwerfafval&plek=GM9901")]
    [InlineData("/schaalbeeld/naast?cijfer=eenzaamheid&plek=GM9901&plek2=GM9902")]
    [InlineData("/gemeenten?cijfer=zwerfafval")]
    [InlineData("/ogc/v1?f=html")]
    [InlineData("/plek")]
    [InlineData("/plek/BU99011002")]
    [InlineData("/plek/BU99011002/teken")]
    [InlineData("/vraag-mij")]
    [InlineData("/meld")]
    [InlineData("/initiatieven")]
    [InlineData("/uitdagingen")]
    [InlineData("/nergens")]
    public async Task On_a_screen_of_320_px_or_at_400_per_cent_nothing_scrolls_sideways(string path)
    {
        await using var page = await site.Open(site.Town + path, PageSettings.Narrow);

        var width = await page.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");

        Assert.Equal(320, width);
    }

    [Theory]
    [InlineData("/kaart?cijfer=zwerfafval")]
    [InlineData("/cijfers")]
    [InlineData("/schaalbeeld?cijfer=eenzaamheid&plek=GM9901")]
    [InlineData("/plek/BU99011002")]
    [InlineData("/vraag-mij")]
    public async Task Text_may_be_spaced_out(string path)
    {
        await using var page = await site.Open(site.Town + path, PageSettings.Narrow);

        // WCAG 1.4.12, by constructed style sheet: style elements are refused by our own policy.
        var width = await page.Page.EvaluateAsync<int>("""
            () => {
              const sheet = new CSSStyleSheet();
              sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }');
              document.adoptedStyleSheets = [sheet];
              return document.documentElement.scrollWidth;
            }
            """);

        Assert.Equal(320, width);
    }

    [Fact]
    public async Task In_forced_colours_the_ladder_keeps_its_lines()
    {
        await using var page = await site.Open(site.Town + "/kaart?cijfer=zwerfafval");
        await page.Page.EmulateMediaAsync(new() { ForcedColors = Microsoft.Playwright.ForcedColors.Active });

        var findings = await page.Page.RunAxe();

        Assert.Empty(findings.Violations);
        var end = page.Page.Locator("scale-ladder .bar-end").First;
        var (line, ground) = (await end.EvaluateAsync<string>("line => getComputedStyle(line).stroke"), await end.EvaluateAsync<string>("line => getComputedStyle(document.body).backgroundColor"));
        Assert.NotEqual(ground, line);
        Assert.NotEqual("none", line);
    }

    [Fact]
    public async Task On_paper_everything_is_open()
    {
        await using var page = await site.Open(site.Town + "/kaart?cijfer=zwerfafval&gebied=BU99010101");
        await page.MapIsReady();

        var paper = await page.Page.PdfAsync(new() { Format = "A4", PrintBackground = true });

        Assert.True(paper.Length > 20_000);
        await page.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        Assert.True(await page.Page.GetByText("schakel profile --catalogue").IsVisibleAsync());
        Assert.False(await page.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Toon" }).IsVisibleAsync());
    }
}
