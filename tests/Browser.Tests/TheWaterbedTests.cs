// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Schakel.Browser.Tests;

/// <summary>The fifth step of the first ten minutes: fix the plan of the containers, load 2024, read the verdict; and the square, where a shift could not have been seen.</summary>
public sealed class TheWaterbedTests(Site site)
{
    private const string Containers = "Zwerfafval bij containers";

    [Fact]
    public async Task The_plan_of_the_containers_is_fixed_by_two_the_figures_are_loaded_once_and_four_fifths_moved_on()
    {
        await using var analyst = await SignIn("analist");
        await using var coordinator = await SignIn("wijkcoördinator Zuid");
        await analyst.Page.GotoAsync(site.Town + "/waterbed");
        await analyst.Page.Locator(".work-list").GetByRole(AriaRole.Link, new() { Name = Containers }).ClickAsync();
        var plan = analyst.Page.Url;

        // Before it is fixed the page says what it will not see, and shows no figure of afterwards.
        await Assertions.Expect(analyst.Page.Locator(".unseen-box")).ToContainTextAsync("minder dan 112");
        await Assertions.Expect(analyst.Page.Locator(".unseen-box")).ToContainTextAsync("minder dan 97");
        Assert.DoesNotContain("460", await analyst.Page.Locator(".zones").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await analyst.Page.GetByRole(AriaRole.Button, new() { Name = "Laad de cijfers van 2024" }).CountAsync());

        // One is not enough, and no reason is no confirmation.
        await Confirm(analyst, "Bevestig dit plan", "");
        Assert.True(await analyst.Page.GetByRole(AriaRole.Alert).IsVisibleAsync());
        await Confirm(analyst, "Bevestig dit plan", "De aantallen kloppen.");
        await Confirm(analyst, "Bevestig als tweede", "Nog eens.");
        await Assertions.Expect(analyst.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("nu is de ander aan de beurt");
        await coordinator.Page.GotoAsync(plan);
        await Assertions.Expect(coordinator.Page.GetByText("Bevestigd door: analist")).ToBeVisibleAsync();
        await Confirm(coordinator, "Bevestig als tweede", "De rand klopt.");
        await Assertions.Expect(coordinator.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Het meetplan ligt vast.");

        await analyst.Page.GotoAsync(plan);
        await analyst.Page.GetByRole(AriaRole.Button, new() { Name = "Laad de cijfers van 2024" }).ClickAsync();
        await analyst.Page.WaitForURLAsync("**/waterbed/*");

        await Assertions.Expect(analyst.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Op de plek zelf werd het minder. Ongeveer vier vijfde schoof op naar de rand.");
        Assert.Equal(["500", "300", "300", "300", "300", "460", "300", "300"], await analyst.Page.Locator(".zones td").AllInnerTextsAsync());
        await Accessible(analyst);
        // Once is enough.
        await analyst.Page.GotoAsync(plan);
        Assert.Equal(0, await analyst.Page.GetByRole(AriaRole.Button, new() { Name = "Laad de cijfers van 2024" }).CountAsync());
        await Assertions.Expect(analyst.Page.GetByRole(AriaRole.Link, new() { Name = "Lees de uitkomst" })).ToBeVisibleAsync();
        Assert.Empty(analyst.Trouble(asked: 422));
        Assert.Empty(coordinator.Trouble());
    }

    [Fact]
    public async Task At_the_square_a_shift_of_27_is_said_to_be_too_small_to_be_sure_and_never_that_there_was_none()
    {
        await using var page = await SignIn("wijkcoördinator Zuid");
        await page.Page.GotoAsync(site.Town + "/waterbed");
        await page.Page.Locator(".work-list").GetByRole(AriaRole.Link, new() { Name = "Jongeren en overlast rond het plein" }).ClickAsync();

        await Assertions.Expect(page.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Op de plek zelf werd het minder. Een verschuiving is niet aangetoond.");
        await Assertions.Expect(page.Page.Locator(".unseen-box")).ToContainTextAsync("minder dan 73. We telden er 27 meer. Dat is te weinig om zeker te zijn.");
        Assert.DoesNotContain("geen waterbed", await page.Page.ContentAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.Empty(page.Trouble());
    }

    [Fact]
    public async Task A_plan_is_made_from_names_alone_and_the_ring_is_what_touches()
    {
        await using var page = await SignIn("analist");
        await OpenOpgave(page, "Fietsdiefstal bij het station");
        await page.Page.GotoAsync(page.Page.Url.Split('?', '#')[0] + "/meetplan?nieuw=1");
        await page.Page.GetByLabel("Wat tellen we?").SelectOptionAsync("fietsdiefstal");
        await page.Page.Locator("#zone-treated").FillAsync("Nergenshuizen");
        await Days(page);
        await page.Page.GetByLabel("Welk niveau omvat plek en rand?").SelectOptionAsync("gemeente");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Bewaar het plan" }).ClickAsync();

        // What was typed stays, and the refusal names it.
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Nergenshuizen");
        Assert.Equal("Nergenshuizen", await page.Page.Locator("#zone-treated").InputValueAsync());

        // By mouse on the map it works too: the field says what was clicked.
        await page.Page.Locator("#zone-treated").FillAsync("Perronbuurt");
        await page.Page.GetByRole(AriaRole.Radio, new() { Name = "vergelijking", Exact = true }).CheckAsync(new() { Force = true });
        await page.Page.Locator("path[data-name=Seringenbuurt]").ClickAsync();
        Assert.StartsWith("Seringenbuurt (BU", await page.Page.Locator("#zone-control").InputValueAsync(), StringComparison.Ordinal);
        await page.Page.Locator("#zone-ringControl").FillAsync("Korenveld");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Bewaar het plan" }).ClickAsync();
        await page.Page.WaitForURLAsync("**plan=*");

        await Assertions.Expect(page.Page.Locator(".zones tbody tr").Nth(2)).ToContainTextAsync("rand eromheen");
        Assert.NotEqual("–", await page.Page.Locator(".zones tbody tr").Nth(2).Locator("td").First.InnerTextAsync());
        Assert.Empty(page.Trouble(asked: 422));
    }

    [Theory]
    [InlineData("/waterbed", false, "nl")]
    [InlineData("/waterbed", true, "en")]
    [InlineData("meetplan", false, "nl")]
    [InlineData("meetplan", true, "en")]
    [InlineData("meetplan?nieuw=1", false, "en")]
    [InlineData("meetplan?nieuw=1", true, "nl")]
    [InlineData("/opgaven/cijfers", true, "nl")]
    public async Task Every_page_of_measuring_is_accessible_and_fits(string path, bool phone, string language)
    {
        await using var page = await SignIn("analist", phone ? PageSettings.Phone : new PageSettings());
        if (path.StartsWith('/'))
            await page.Page.GotoAsync($"{site.Town}{path}?taal={language}");
        else
        {
            await OpenOpgave(page, Containers);
            await page.Page.GotoAsync($"{page.Page.Url}/{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}taal={language}");
        }

        Assert.Equal(language, await page.Page.Locator("html").GetAttributeAsync("lang"));
        Assert.Equal(phone ? 390 : 1440, await page.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await Accessible(page);
        await page.Page.SetViewportSizeAsync(320, 800);
        Assert.Equal(320, await page.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(page.Trouble());
    }

    [Fact]
    public async Task A_place_is_drawn_with_the_keyboard_and_links_and_figures_are_added_with_their_reasons()
    {
        await using var coordinator = await SignIn("wijkcoördinator Zuid");
        await OpenOpgave(coordinator, "Gladheid");
        var page = coordinator.Page;
        await page.Locator("summary", new() { HasText = "Teken een plek" }).ClickAsync();
        await page.GetByLabel("Hoe heet deze plek?").FillAsync("De brug");
        await page.Locator(".draw-map").FocusAsync();
        foreach (var key in new[] { "Enter", "Shift+ArrowRight", "Enter", "Shift+ArrowDown", "Enter" })
            await page.Keyboard.PressAsync(key);
        Assert.Equal(3, (await page.GetByLabel("Hoeken").InputValueAsync()).Split('\n').Length);
        await page.GetByRole(AriaRole.Button, new() { Name = "Bewaar deze plek" }).ClickAsync();
        await Assertions.Expect(page.Locator("#plekken + ul")).ToContainTextAsync("De brug · getekend");

        // A circle of parts is refused in words.
        await page.Locator("summary", new() { HasText = "Verbind met een andere opgave" }).ClickAsync();
        await Link(coordinator, "partOf:from", "Schulden");
        await Assertions.Expect(page.Locator("#delen ~ ul")).ToContainTextAsync("Schulden");
        await page.Locator("summary", new() { HasText = "Verbind met een andere opgave" }).ClickAsync();
        await Link(coordinator, "partOf:to", "Schulden");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("deel");

        await using var analyst = await SignIn("analist");
        await analyst.Page.GotoAsync(site.Town + "/schaalbeeld?cijfer=zwerfafval&plek=GM9901");
        await analyst.Page.GetByRole(AriaRole.Link, new() { Name = "Gebruik bij een opgave" }).ClickAsync();
        await analyst.Page.GetByLabel("Opgave", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "Gladheid" });
        await analyst.Page.GetByLabel("Waarom zegt dit iets over deze opgave?").FillAsync("Waar afval ligt, wordt ook niet gestrooid.");
        await analyst.Page.GetByRole(AriaRole.Button, new() { Name = "Voeg deze cijfers toe" }).ClickAsync();
        await analyst.Page.WaitForURLAsync("**#cijfers-en-oordelen");
        await Assertions.Expect(analyst.Page.Locator("#cijfers-en-oordelen + ul")).ToContainTextAsync("meldingen van zwerfafval, Voorbeeldstad");
        Assert.Empty(coordinator.Trouble(asked: 422));
        Assert.Empty(analyst.Trouble());
    }

    private static async Task Link(WatchedPage page, string kind, string other)
    {
        await page.Page.Locator("#verband-hoe").SelectOptionAsync(kind);
        await page.Page.Locator("#verband-met").SelectOptionAsync(new SelectOptionValue { Label = other });
        await page.Page.Locator("#verband-waarom").FillAsync("Het hangt samen.");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Verbind", Exact = true }).ClickAsync();
        await page.Page.WaitForLoadStateAsync();
    }

    private static async Task Days(WatchedPage page)
    {
        foreach (var (id, day) in new[] { ("voor-van", "2023-01-01"), ("voor-tot", "2023-12-31"), ("na-van", "2024-01-01"), ("na-tot", "2024-12-31") })
            await page.Page.Locator("#" + id).FillAsync(day);
    }

    private static async Task Confirm(WatchedPage page, string button, string because)
    {
        await page.Page.Locator("#bevestig-waarom").FillAsync(because);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await page.Page.WaitForLoadStateAsync();
    }

    private static async Task Accessible(WatchedPage page)
    {
        var findings = await page.Page.RunAxe();
        Assert.True(findings.Violations.Length == 0, string.Join("\n", findings.Violations.Select(found => $"{found.Id}: {found.Help} {string.Join(" | ", found.Nodes.Select(node => node.Html))}")));
    }

    private async Task<WatchedPage> SignIn(string function, PageSettings? settings = null)
    {
        var page = await site.Open(site.Town + "/aanmelden?terug=/opgaven", settings);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = function, Exact = true }).ClickAsync();
        await page.Page.WaitForURLAsync("**/opgaven");
        return page;
    }

    private static async Task OpenOpgave(WatchedPage page, string title)
    {
        await page.Page.Locator(".work-list").GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await page.Page.WaitForURLAsync("**/opgaven/*-*");
    }
}
