// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Schakel.Browser.Tests;

/// <summary>Step 6 of the first ten minutes: a resident without an account looks up a place, reads, draws "my neighbourhood" and leaves an offer.</summary>
public sealed class ResidentTests(Site site)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_resident_finds_the_place_draws_by_tapping_and_leaves_an_offer(bool phone)
    {
        await using var watched = await site.Open(site.Town + "/plek", phone ? PageSettings.Phone : new PageSettings());
        var page = watched.Page;
        await page.GetByLabel("Uw straat of buurt").FillAsync("Steigerbuurt 12");
        await page.GetByRole(AriaRole.Button, new() { Name = "Zoek" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Steigerbuurt" }).WaitForAsync();
        Assert.True(await page.GetByRole(AriaRole.Heading, new() { Name = "Samen op het Steigerplein" }).IsVisibleAsync());
        await page.GetByText("Hier zijn mensen het niet over eens").ClickAsync();
        await page.GetByText("Wij willen ergens zijn waar niemand ons wegstuurt.").WaitForAsync();
        await watched.ResidentMapIsReady();
        await Accessible(page);

        await page.GetByRole(AriaRole.Link, new() { Name = "Teken mijn buurt" }).ClickAsync();
        await watched.ResidentMapIsReady();
        var map = page.Locator("resident-map canvas");
        var box = (await map.BoundingBoxAsync())!;
        foreach (var (x, y) in new[] { (0.3, 0.3), (0.6, 0.3), (0.6, 0.65), (0.3, 0.65) })
            await map.ClickAsync(new() { Position = new() { X = (float)(x * box.Width), Y = (float)(y * box.Height) } });
        Assert.Equal(4, (await page.Locator("#hoeken").InputValueAsync()).Split(';').Length);
        await page.GetByRole(AriaRole.Button, new() { Name = "Hoek weg" }).ClickAsync();
        Assert.Equal(3, (await page.Locator("#hoeken").InputValueAsync()).Split(';').Length);
        await page.GetByLabel("Ik vind het goed dat de gemeente mijn tekening bewaart.").CheckAsync();
        await Accessible(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Klaar: bewaar mijn tekening" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Uw tekening is bewaard" }).WaitForAsync();
        await Accessible(page);
        var place = await page.GetByRole(AriaRole.Link, new() { Name = "Terug naar Steigerbuurt" }).GetAttributeAsync("href");
        await page.GetByRole(AriaRole.Link, new() { Name = "Open mijn link" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Uw tekening", Exact = true }).WaitForAsync();
        await Accessible(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Gooi mijn tekening weg" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Uw tekening is weg" }).WaitForAsync();
        await page.GotoAsync(site.Town + place);

        await page.GetByRole(AriaRole.Link, new() { Name = "Vraag mij af en toe" }).ClickAsync();
        await page.GetByLabel("Ik wil wel eens helpen met").SelectOptionAsync("gezelschap");
        await page.GetByLabel("Uw telefoon of e-mail").FillAsync("bewoner@example.nl");
        await page.GetByLabel("Ik vind het goed dat de gemeente dit bewaart").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Goed, vraag mij af en toe" }).ClickAsync();
        await page.GetByText("Dit is uw eigen link").WaitForAsync();
        await Accessible(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Open mijn link" }).ClickAsync();
        await page.GetByText("iemand gezelschap houden").WaitForAsync();
        await Accessible(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Stoppen" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Uw aanbod is weg" }).WaitForAsync();

        Assert.Empty(await page.Context.CookiesAsync());
        Assert.Equal(phone ? 390 : 1440, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(watched.Trouble());
    }

    [Fact]
    public async Task The_same_with_the_keyboard_alone()
    {
        await using var watched = await site.Open(site.Town + "/plek/BU99011002/teken");
        var page = watched.Page;
        await watched.ResidentMapIsReady();
        var map = page.Locator("resident-map canvas");
        await map.FocusAsync();
        foreach (var key in new[] { "Enter", "ArrowRight", "Enter", "ArrowDown", "Enter", "ArrowLeft", "Enter" })
        {
            await page.Keyboard.PressAsync(key);
            if (key != "Enter")
                await page.WaitForTimeoutAsync(700); // the map glides to where it was sent
        }

        Assert.Equal(4, (await page.Locator("#hoeken").InputValueAsync()).Split(';').Distinct().Count());
        await page.Keyboard.PressAsync("Backspace");
        await page.GetByText("Er staan nu 3 hoeken.").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.GetByLabel("Ik vind het goed dat de gemeente mijn tekening bewaart.").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.GetByRole(AriaRole.Button, new() { Name = "Klaar" }).PressAsync("Enter");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Uw tekening is bewaard" }).WaitForAsync();

        Assert.Empty(watched.Trouble());
    }

    [Fact]
    public async Task Without_a_script_one_chooses_from_lists()
    {
        await using var watched = await site.Open(site.Town + "/plek", new PageSettings(Script: false));
        var page = watched.Page;
        await page.Locator("summary").GetByText("Waterkant").First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Steigerbuurt" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Teken mijn buurt" }).ClickAsync();
        await page.Locator("summary").GetByText("Kies uit een lijst").ClickAsync();
        await page.GetByLabel("Steigerbuurt").CheckAsync();
        await page.GetByLabel("Ik vind het goed").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Klaar" }).ClickAsync();

        Assert.True(await page.GetByRole(AriaRole.Heading, new() { Name = "Uw tekening is bewaard" }).IsVisibleAsync());
        Assert.Empty(watched.Trouble());
    }

    [Fact]
    public async Task A_click_on_the_map_leads_to_the_place_there()
    {
        await using var watched = await site.Open(site.Town + "/plek/BU99011002");
        await watched.ResidentMapIsReady();
        var map = watched.Page.Locator("resident-map canvas");
        var box = (await map.BoundingBoxAsync())!;

        await map.ClickAsync(new() { Position = new() { X = box.Width * 0.85f, Y = box.Height * 0.3f } });
        await watched.Page.WaitForURLAsync(address => address.Contains("/plek/BU", StringComparison.Ordinal) && !address.EndsWith("BU99011002", StringComparison.Ordinal));

        Assert.True(await watched.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).IsVisibleAsync());
    }

    private static async Task Accessible(IPage page)
    {
        var findings = await page.RunAxe();
        Assert.True(findings.Violations.Length == 0, page.Url + "\n" + string.Join("\n", findings.Violations.Select(found => $"{found.Id}: {found.Help} {string.Join(" | ", found.Nodes.Select(node => node.Html))}")));
    }
}
