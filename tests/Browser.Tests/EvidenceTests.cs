// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Schakel.Browser.Tests;

/// <summary>The evidence page in a real browser: map, tables and charts hang together; sliders work with keyboard and server; and all of it without script.</summary>
public sealed class EvidenceTests(Site site)
{
    private const string Question = "/schaalbeeld?cijfer=zwerfafval&plek=GM9901";

    [Fact]
    public async Task An_area_chosen_in_the_table_is_marked_on_the_map_and_in_the_address()
    {
        await using var page = await Open(Question);

        await page.Page.GetByRole(AriaRole.Link, new() { Name = "Beukenhorst" }).ClickAsync();

        await Assertions.Expect(page.Page.Locator(".area-map .chosen-line")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Page.Locator(".areas-table tr.is-chosen th")).ToHaveTextAsync("Beukenhorst");
        Assert.Contains("gebied=BU", page.Page.Url, StringComparison.Ordinal);
        Assert.Empty(page.Trouble());
    }

    [Fact]
    public async Task A_cluster_chosen_on_the_map_opens_its_row_and_marks_its_areas()
    {
        await using var page = await Open(Question);

        await page.Page.Locator(".cluster-number[data-cluster='1'] text").ClickAsync();

        await Assertions.Expect(page.Page.Locator("#plek-1")).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.Locator("#plek-1")).ToHaveClassAsync("is-chosen");
        Assert.True(await page.Page.Locator(".areas-table tr.is-chosen[data-in-cluster='1']").CountAsync() > 0);
    }

    [Fact]
    public async Task The_budget_moves_with_the_keyboard_and_sentence_map_and_table_follow()
    {
        await using var page = await Open(Question);
        var before = await page.Page.Locator(".area-map .in-budget").CountAsync();
        var slider = page.Page.GetByRole(AriaRole.Slider, new() { Name = "Voor welk deel van de inwoners" });

        await slider.FocusAsync();
        for (var step = 0; step < 4; step++)
            await page.Page.Keyboard.PressAsync("ArrowRight");

        await Assertions.Expect(page.Page.Locator("#reach .claim")).ToContainTextAsync("40");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Slider, new() { Name = "Voor welk deel van de inwoners" })).ToBeFocusedAsync();
        Assert.True(await page.Page.Locator(".area-map .in-budget").CountAsync() > before);
        Assert.Equal(await page.Page.Locator(".area-map .in-budget").CountAsync(), await page.Page.Locator(".areas-table td:nth-child(5)", new() { HasText = "ja" }).CountAsync());
        Assert.Contains("budget=40", page.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_numbers_of_zones_are_tried_while_one_slides()
    {
        await using var page = await Open(Question);

        await page.Page.GetByRole(AriaRole.Slider, new() { Name = "Probeer andere grenzen" }).FocusAsync();
        await page.Page.Keyboard.PressAsync("Home");

        await Assertions.Expect(page.Page.Locator("#borders .row-name").First).ToHaveTextAsync("3 gebieden");
        Assert.Contains("zones=3", page.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_conclusion_stands_or_falls_while_one_slides_and_only_the_last_answer_counts()
    {
        await using var page = await Open(Question);
        var asked = new List<string>();
        page.Page.Request += (_, request) => { if (request.Url.Contains("/grenzen", StringComparison.Ordinal)) asked.Add(request.Url); };

        await page.Page.GetByRole(AriaRole.Slider, new() { Name = "Probeer andere grenzen" }).FocusAsync();
        for (var step = 0; step < 5; step++)
            await page.Page.Keyboard.PressAsync("ArrowLeft");

        await Assertions.Expect(page.Page.Locator("#borders [data-verdict]")).ToContainTextAsync("Met 9 gebieden valt de keuze van de echte wijken om.");
        await Assertions.Expect(page.Page.Locator("#borders .row-here .row-name")).ToHaveTextAsync("9 gebieden");
        await Assertions.Expect(page.Page.Locator("[data-status]")).ToContainTextAsync("9 gebieden");
        Assert.InRange(asked.Count, 1, 4);
        Assert.Contains("zones=9", asked[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Areas_picked_by_dragging_over_bars_are_marked_on_the_map_in_the_table_and_in_the_other_charts()
    {
        await using var page = await Open(Question);
        var room = page.Page.Locator("[data-chart=cijfer] .area-chart-room");
        await room.ScrollIntoViewIfNeededAsync();
        var box = (await room.BoundingBoxAsync())!;

        await page.Page.Mouse.MoveAsync(box.X + (box.Width * 0.52f), box.Y + 40);
        await page.Page.Mouse.DownAsync();
        await page.Page.Mouse.MoveAsync(box.X + (box.Width * 0.70f), box.Y + 40, new() { Steps = 4 });
        await page.Page.Mouse.MoveAsync(box.X + (box.Width * 0.99f), box.Y + 40, new() { Steps = 4 });
        await page.Page.Mouse.UpAsync();

        await Assertions.Expect(page.Page.Locator("[data-picked] p")).ToContainTextAsync("Jouw keuze:");
        var rows = await page.Page.Locator(".areas-table tr.is-picked").CountAsync();
        Assert.InRange(rows, 2, 40);
        Assert.Equal(rows, await page.Page.Locator(".area-map .area.is-picked").CountAsync());
        Assert.True(await page.Page.Locator("[data-chart=grenzen] .area-chart-room .bin-picked:not([height='0'])").CountAsync() > 0);
        await Assertions.Expect(page.Page.Locator("#reach .row-picked")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Page.Locator("[data-picked] p")).ToContainTextAsync($"{rows} buurten");
        await Assertions.Expect(page.Page.Locator("[data-status]")).ToContainTextAsync($"{rows} buurten");
        Assert.Contains("kies=cijfer&van=", page.Page.Url, StringComparison.Ordinal);
        Assert.Empty(page.Trouble());
    }

    [Theory]
    [InlineData("cijfer", true)]
    [InlineData("cijfer", false)]
    [InlineData("grenzen", true)]
    [InlineData("grenzen", false)]
    public async Task The_same_is_picked_with_two_lists_with_and_without_script(string chart, bool script)
    {
        await using var page = await Open(Question, new PageSettings { Script = script });
        var form = page.Page.Locator($"form[data-pick={chart}]");

        await form.GetByLabel("Van", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Index = 5 });
        await form.GetByRole(AriaRole.Button).ClickAsync();

        await Assertions.Expect(page.Page.Locator("[data-picked] p")).ToContainTextAsync("Jouw keuze:");
        var rows = await page.Page.Locator(".areas-table tr.is-picked").CountAsync();
        Assert.InRange(rows, 1, 50);
        Assert.Equal(rows, await page.Page.Locator(".area-map .area.is-picked").CountAsync());

        // Who gets the link sees the same.
        await using var other = await Open(new Uri(page.Page.Url).PathAndQuery);
        Assert.Equal(await Picked(page), await Picked(other));
        Assert.Equal(await Bars(page), await Bars(other));
    }

    [Theory]
    [InlineData("zwerfafval", "vooral tussen losse plekken")]
    [InlineData("eenzaamheid", "wijken")]
    [InlineData("schulden", "tussen gemeenten")]
    [InlineData("fietswrakken", "vooral toeval")]
    public async Task Each_figure_of_the_town_opens_with_its_right_answer_and_chance_offers_nothing_to_pick(string figure, string words)
    {
        await using var page = await Open($"/schaalbeeld?cijfer={figure}" + (figure is "zwerfafval" or "fietswrakken" ? "&plek=GM9901" : ""));

        await Assertions.Expect(page.Sentence).ToContainTextAsync(words);
        Assert.Equal(figure != "fietswrakken", await page.Page.Locator("form[data-pick]").CountAsync() > 0);
        // Where choosing is hardly better than drawing lots, no area is marked as chosen or missed.
        Assert.Equal(figure == "zwerfafval", await page.Page.Locator(".area-map :is(.reached, .missed)").CountAsync() > 0);
        Assert.Empty(page.Trouble());
    }

    [Fact]
    public async Task With_the_keyboard_alone_one_gets_from_the_part_one_wants_to_a_pick_and_back()
    {
        await using var page = await Open(Question);

        await page.Page.GetByRole(AriaRole.Link, new() { Name = "Waar zit het verschil?" }).PressAsync("Enter");
        await Assertions.Expect(page.Page.Locator("#profile")).ToBeFocusedAsync();
        // From the heading of the part to the two lists and their button, in the order of the page.
        await page.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Page.Locator("#cijfer-van")).ToBeFocusedAsync();
        await page.Page.Keyboard.PressAsync("End");
        await page.Page.Keyboard.PressAsync("Tab");
        await page.Page.Keyboard.PressAsync("Tab");
        await page.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Page.Locator("[data-picked] p")).ToContainTextAsync("Jouw keuze:");
        await page.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Page.Locator(".picked-bar")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Escape_clears_what_was_chosen_and_says_so()
    {
        await using var page = await Open(Question + "&kies=plek&van=1&gebied=BU99010101");
        await Assertions.Expect(page.Page.Locator(".cluster.is-chosen")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Page.Locator("[data-picked] p")).ToContainTextAsync("in of rond plek 1");

        await page.Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(page.Page.Locator(".is-picked, .is-chosen, .has-picked, .picked-bar, .chosen-line")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Page.Locator("[data-status]")).ToHaveTextAsync("De keuze is gewist.");
        Assert.DoesNotContain("kies", page.Page.Url, StringComparison.Ordinal);
        Assert.DoesNotContain("gebied", page.Page.Url, StringComparison.Ordinal);
        Assert.Contains("plek=GM9901", page.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_budget_misses_has_a_mark_that_moves_with_the_slider_and_a_word_in_the_table()
    {
        await using var page = await Open(Question);

        await page.Page.GetByRole(AriaRole.Radio, new() { Name = "wijken" }).CheckAsync();

        await Assertions.Expect(page.Page.Locator("#reach [data-verdict]")).ToContainTextAsync("6 buurten met een hoog cijfer");
        await Assertions.Expect(page.Page.Locator(".area-map .missed")).ToHaveCountAsync(6);
        await Assertions.Expect(page.Page.Locator(".areas-table td", new() { HasTextString = "hoog, niet gekozen" })).ToHaveCountAsync(6);
        await Assertions.Expect(page.Page.Locator("[data-budget-key]")).ToContainTextAsync("hoog, maar buiten die keuze: 6 buurten");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Radio, new() { Name = "wijken" })).ToBeFocusedAsync();

        await page.Page.GetByRole(AriaRole.Slider, new() { Name = "Voor welk deel van de inwoners" }).PressAsync("End");

        await Assertions.Expect(page.Page.Locator("[data-budget-key]")).ToContainTextAsync("gekozen bij 50");
        await Assertions.Expect(page.Page.Locator("[data-budget-head]")).ToContainTextAsync("50");
        Assert.True(await page.Page.Locator(".area-map .missed").CountAsync() < 6);
        Assert.Contains("per=wijk", page.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_script_the_sliders_are_forms_and_the_areas_links()
    {
        await using var page = await Open(Question, new PageSettings { Script = false });

        await page.Page.GetByRole(AriaRole.Slider, new() { Name = "Voor welk deel van de inwoners" }).PressAsync("End");
        await page.Page.Locator("#reach form button").ClickAsync();

        Assert.Contains("budget=50", page.Page.Url, StringComparison.Ordinal);
        await Assertions.Expect(page.Page.Locator("#reach .claim")).ToContainTextAsync("50");
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "Beukenhorst" }).ClickAsync();
        await Assertions.Expect(page.Page.Locator(".area-map .chosen-line")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task The_atlas_leads_to_the_page_and_back()
    {
        await using var page = await Open("/kaart?cijfer=zwerfafval&plek=GM9901");

        await page.Page.GetByRole(AriaRole.Link, new() { Name = "Wat zeggen de cijfers samen?" }).ClickAsync();
        await Assertions.Expect(page.Page.Locator("h1")).ToContainTextAsync("vooral tussen losse plekken", new() { Timeout = 20_000 });
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "Terug naar de kaart" }).ClickAsync();

        await page.Page.WaitForURLAsync("**/kaart?cijfer=zwerfafval*plek=GM9901*");
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public async Task The_report_is_accessible_as_a_document_of_its_own(string language)
    {
        using var client = new HttpClient();
        await using var page = await Open(Question);
        var html = await client.GetStringAsync(new Uri($"{site.Town}/schaalbeeld/verslag.html?cijfer=zwerfafval&plek=GM9901&taal={language}"), TestContext.Current.CancellationToken);
        await page.Page.GotoAsync("about:blank");

        await page.Page.SetContentAsync(html);
        var findings = await page.Page.RunAxe();

        Assert.True(findings.Violations.Length == 0, string.Join("\n", findings.Violations.Select(found => $"{found.Id}: {found.Help} {string.Join(" | ", found.Nodes.Select(node => node.Html))}")));
        Assert.Equal(language, await page.Page.Locator("html").GetAttributeAsync("lang"));
    }

    private static Task<IReadOnlyList<string>> Picked(WatchedPage page) => page.Page.Locator(".areas-table tr.is-picked th").AllInnerTextsAsync();

    private static async Task<string[]> Bars(WatchedPage page) =>
        await page.Page.Locator(".area-chart-room .bin-picked").EvaluateAllAsync<string[]>("bars => bars.map(bar => bar.getAttribute('height'))");

    private async Task<WatchedPage> Open(string path, PageSettings? settings = null)
    {
        var page = await site.Open(site.Town + path, settings);
        // A cold question takes a moment; the page that says so reads itself anew.
        await Assertions.Expect(page.Page.Locator("h1")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        if (path.StartsWith("/schaalbeeld", StringComparison.Ordinal))
            await Assertions.Expect(page.Page.Locator("#profile-kop")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        return page;
    }
}
