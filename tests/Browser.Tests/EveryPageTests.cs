// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Schakel.Browser.Tests;

/// <summary>Rules for every page, in both languages and on both kinds of screen.</summary>
public sealed class EveryPageTests(Site site)
{
    /// <summary>Every route of the program, in the order of who looks: another test compares them with the program.</summary>
    public static TheoryData<string> Routes => [.. PageOfTheProgram.All.Select(page => page.Route)];

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Every_page_is_accessible_in_both_languages_fits_320_px_and_goes_by_keyboard(string route)
    {
        var asked = PageOfTheProgram.All.Single(page => page.Route == route);
        await using var watched = await site.Open(site.Town + (asked.Function is null ? asked.At ?? route : "/aanmelden?terug=/mijn-account"));
        var page = watched.Page;
        if (asked.Function is { } function)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = function, Exact = true }).ClickAsync();
            await page.WaitForURLAsync("**/mijn-account");
            await Answers(page, await Find(page, asked));
        }

        await Ready(watched, route);
        await Accessible(watched, "nl");
        await ByKeyboard(page);

        await page.SetViewportSizeAsync(320, 800);
        Assert.Equal(320, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await Answers(page, page.Url.Split('#')[0] + (page.Url.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "taal=en");
        await Ready(watched, route);
        await Accessible(watched, "en");
        Assert.Equal(320, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Theory]
    [InlineData("/kaart?cijfer=zwerfafval&schaal=cell", "nl", false, null)]
    [InlineData("/kaart?cijfer=zwerfafval&schaal=cell", "en", true, null)]
    [InlineData("/schaalbeeld?cijfer=zwerfafval&plek=GM9901&gebied=BU99010101", "en", true, null)]
    [InlineData("/schaalbeeld?cijfer=schulden&budget=35", "nl", false, null)]
    [InlineData("/schaalbeeld/naast?cijfer=eenzaamheid&plek=GM9901&plek2=GM9902&jaar2=2022", "nl", true, null)]
    [InlineData("/plek?zoek=weg", "nl", true, null)]
    [InlineData("/plek/stationsweg", "en", false, null)]
    [InlineData("/mijn-tekening?sleutel=weg", "nl", true, 404)]
    [InlineData("/mijn-tekening?sleutel=weg", "en", false, 404)]
    [InlineData("/nergens", "nl", true, 404)]
    [InlineData("/nergens", "en", false, 404)]
    [InlineData("/kaart?jaar=ooit", "nl", false, 400)]
    [InlineData("leeg", "nl", true, null)]
    [InlineData("leeg", "en", false, null)]
    public async Task So_is_a_page_in_an_uncommon_state(string path, string language, bool phone, int? status)
    {
        var address = path == "leeg" ? $"{site.Empty}/kaart?taal={language}" : $"{site.Town}{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}taal={language}";
        await using var page = await site.Open(address, phone ? PageSettings.Phone : new PageSettings());
        await Ready(page, path.Split('?')[0] is "/schaalbeeld" or "/schaalbeeld/naast" ? path : "");

        await Accessible(page, language, status);

        Assert.Equal(phone ? 390 : 1440, await page.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Fact]
    public async Task The_pages_of_the_geographic_service_fit_320_px()
    {
        await using var page = await site.Open(site.Town + "/ogc/v1?f=html", PageSettings.Narrow);

        Assert.Equal(320, await page.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
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
        await page.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });

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
        await page.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.True(await page.Page.GetByText("schakel profile --catalogue").IsVisibleAsync());
        Assert.False(await page.Page.GetByRole(AriaRole.Button, new() { Name = "Toon" }).IsVisibleAsync());
    }

    /// <summary>The address of a page; with an id in it, that of the first link to it on the list.</summary>
    private async Task<string> Find(IPage page, PageOfTheProgram asked)
    {
        var (list, rest) = asked.Route.IndexOf("/{", StringComparison.Ordinal) is >= 0 and var at ? (asked.Route[..at], asked.Route[at..]) : (asked.At ?? asked.Route, "");
        if (rest.Length == 0)
            return site.Town + list;
        await Answers(page, site.Town + list);
        var one = await page.EvaluateAsync<string?>("list => [...document.querySelectorAll('main a')].map(link => link.pathname).find(path => path.startsWith(list + '/') && path.split('/').at(-1).length === 36)", list);
        Assert.True(one is not null, $"{list} links to nothing.");
        return site.Town + one + rest[(rest.IndexOf('}', StringComparison.Ordinal) + 1)..];
    }

    private static async Task Answers(IPage page, string address) => Assert.Equal(200, (await page.GotoAsync(address))!.Status);

    private static async Task Ready(WatchedPage page, string route)
    {
        if (route == "/kaart")
            await page.MapIsReady();
        if (route.StartsWith("/schaalbeeld", StringComparison.Ordinal))
            await page.Page.Locator("#profile-kop, #naast-1").First.WaitForAsync(new() { Timeout = 60_000 });
    }

    private static async Task Accessible(WatchedPage page, string language, int? status = null)
    {
        var findings = await page.Page.RunAxe();

        Assert.Equal(language, await page.Page.Locator("html").GetAttributeAsync("lang"));
        Assert.True(findings.Violations.Length == 0, page.Page.Url + "\n" + string.Join("\n", findings.Violations.Select(found => $"{found.Id}: {found.Help} {string.Join(" | ", found.Nodes.Select(node => node.Html))}")));
        Assert.Empty(page.Trouble(asked: status));
    }

    /// <summary>The first stop skips to the content. From there one goes on, in the order of reading, and sees where one is.</summary>
    private static async Task ByKeyboard(IPage page)
    {
        await page.EvaluateAsync("() => { document.activeElement?.blur(); scrollTo(0, 0); }");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("#inhoud", await page.EvaluateAsync<string?>("document.activeElement.getAttribute('href')"));
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("inhoud", await page.EvaluateAsync<string>("document.activeElement.id"));
        Assert.Equal(0, await page.Locator("[tabindex]:not([tabindex='0']):not([tabindex='-1'])").CountAsync());

        for (var stop = 0; stop < 8; stop++)
        {
            var from = await page.EvaluateHandleAsync("document.activeElement");
            await page.Keyboard.PressAsync("Tab");
            var unseen = await page.EvaluateAsync<string?>("""
                from => {
                  const here = document.activeElement;
                  if (here === document.body) return null; // behind the last
                  const box = here.getBoundingClientRect();
                  const look = getComputedStyle(here);
                  const label = here.closest('label') ? getComputedStyle(here.closest('label')) : look;
                  if (here === from && here.matches('input[type=date]')) return null; // day, month and year are stops of their own
                  if (here === from) return 'One cannot leave ' + here.outerHTML;
                  if (!(from.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING)) return 'Backwards to ' + here.outerHTML;
                  if (box.width === 0 || box.height === 0) return 'Not to be seen: ' + here.outerHTML;
                  if (look.outlineStyle === 'none' && look.boxShadow === 'none' && label.outlineStyle === 'none' && !here.matches('input, canvas')) return 'No sign of the focus on ' + here.outerHTML;
                  return null;
                }
                """, from);
            Assert.True(unseen is null, unseen);
            if (await page.EvaluateAsync<bool>("document.activeElement === document.body"))
                break;
        }
    }
}
