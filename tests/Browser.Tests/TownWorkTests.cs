// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Schakel.Browser.Tests;

/// <summary>The municipality's own side: tasks and the complaint about one, directions, visions, gaps, and the desk of each of the nine.</summary>
public sealed class TownWorkTests(Site site)
{
    [Fact]
    public async Task A_complaint_about_a_central_task_goes_to_its_owner_and_closes_with_an_answer_in_words()
    {
        await using var coordinator = await SignIn("wijkcoördinator Zuid", "/taken");
        var page = coordinator.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Strooien bij gladheid" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Geef een klacht over deze taak door" }).ClickAsync();
        // With the keyboard alone: the form begins where the page begins.
        await page.GetByLabel("Wat is er gezien?").FocusAsync();
        await page.Keyboard.TypeAsync("De stoep bij de school is een ijsbaan.");
        await page.GetByLabel("Van wie komt het?").SelectOptionAsync("resident");
        await page.Locator("#signaal-plek").SelectOptionAsync(new SelectOptionValue { Value = "BU99011002" });
        await page.GetByLabel("E-mail of telefoon van de melder").FillAsync("ouder@voorbeeldstad.example");
        await page.GetByLabel("E-mail of telefoon van de melder").PressAsync("Enter");
        await page.WaitForURLAsync("**/signalen/*-*");
        await Assertions.Expect(page.GetByText("Gemeente Voorbeeldstad, openbare ruimte antwoordt.", new() { Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Kopie: Gemeente Voorbeeldstad, openbaar bestuur.")).ToBeVisibleAsync();
        var signal = page.Url;

        // Somebody of another house handles signals, and does not see how the reporter is reached.
        await using var officer = await SignIn("wijkagent", "/signalen");
        await officer.Page.GotoAsync(signal);
        Assert.DoesNotContain("ouder@voorbeeldstad.example", await officer.Page.ContentAsync(), StringComparison.Ordinal);
        // An adviser of another department does not even find it.
        await using var debts = await SignIn("adviseur schulden", "/signalen");
        Assert.Equal(403, (await debts.Page.GotoAsync(signal))!.Status);

        await using var owner = await SignIn("beheerder openbare ruimte", "/tafel");
        await owner.Page.GetByRole(AriaRole.Link, new() { Name = "De stoep bij de school is een ijsbaan." }).ClickAsync();
        await Assertions.Expect(owner.Page.GetByText("ouder@voorbeeldstad.example")).ToBeVisibleAsync();
        await owner.Page.Locator("summary", new() { HasText = "Sluit het signaal" }).ClickAsync();
        await owner.Page.Locator("#sluiten-waarom").FillAsync("Er is gestrooid.");
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "Sluit", Exact = true }).ClickAsync();
        await Assertions.Expect(owner.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Geef antwoord in woorden");
        Assert.Equal("Er is gestrooid.", await owner.Page.Locator("#sluiten-waarom").InputValueAsync());
        await owner.Page.GetByLabel("Antwoord in woorden").FillAsync("Ik belde de ouder. Er staat nu een zoutkist bij de school.");
        await owner.Page.GetByLabel("Hiermee is het afgehandeld").CheckAsync();
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "Bewaar het antwoord" }).ClickAsync();
        await Assertions.Expect(owner.Page.GetByText("Afgehandeld betekent niet: opgelost.").First).ToBeVisibleAsync();

        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("blockquote")).ToContainTextAsync("Er staat nu een zoutkist bij de school.");
        Assert.Empty(owner.Trouble(asked: 422));
        Assert.Empty(coordinator.Trouble());
    }

    [Fact]
    public async Task A_direction_is_in_words_has_a_core_value_and_its_next_version_takes_its_place()
    {
        await using var director = await SignIn("gemeentesecretaris", "/richting");
        var page = director.Page;
        await page.Locator("summary", new() { HasText = "Schrijf een richting" }).ClickAsync();
        await page.Locator("#nieuw-tekst").FillAsync("In 2027 is er 20 % minder overlast.");
        await page.Locator("#nieuw-networks").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Bewaar als concept" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Er staat geen getal in.");
        Assert.True(await page.Locator("#nieuw-networks").IsCheckedAsync());
        await page.Locator("#nieuw-tekst").FillAsync("We beginnen klein en vertellen wat het werd.");
        await page.Locator("#nieuw-networks").UncheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Bewaar als concept" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("kernwaarde");
        await page.Locator("#nieuw-creativity").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Bewaar als concept" }).ClickAsync();
        await page.WaitForURLAsync("**/richting/*-*");
        var first = page.Url;

        // Nobody else reads a draft, also by its address.
        await using var worker = await SignIn("jongerenwerker", "/richting");
        Assert.Equal(404, (await worker.Page.GotoAsync(first))!.Status);
        await page.GetByLabel("Waarom?").FillAsync("Dit leerden we van het plein.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Laat ingaan" }).ClickAsync();
        await worker.Page.GotoAsync(site.Town + "/tafel");
        await Assertions.Expect(worker.Page.GetByText("We beginnen klein en vertellen wat het werd.")).ToBeVisibleAsync();

        await page.Locator("summary", new() { HasText = "Schrijf een volgende versie" }).ClickAsync();
        await page.Locator("#opvolger-tekst").FillAsync("We beginnen klein, samen, en vertellen wat het werd.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Bewaar als concept" }).ClickAsync();
        await page.GetByLabel("Waarom?").FillAsync("Samen ontbrak.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Laat ingaan" }).ClickAsync();
        await worker.Page.GotoAsync(first);
        await Assertions.Expect(worker.Page.GetByText("Dit geldt niet meer.")).ToBeVisibleAsync();
        await worker.Page.GetByRole(AriaRole.Link, new() { Name = "Naar wat nu geldt" }).ClickAsync();
        await Assertions.Expect(worker.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("klein, samen");
        Assert.Empty(director.Trouble(asked: 422));
    }

    [Theory]
    [InlineData("wijkcoördinator Zuid", false, "nl")]
    [InlineData("wijkcoördinator Zuid", true, "nl")]
    [InlineData("jongerenwerker", false, "nl")]
    [InlineData("wijkagent", false, "en")]
    [InlineData("analist", false, "nl")]
    [InlineData("adviseur schulden", true, "nl")]
    [InlineData("hoofd Jeugd", false, "nl")]
    [InlineData("beheerder openbare ruimte", false, "nl")]
    [InlineData("gemeentesecretaris", true, "en")]
    [InlineData("coördinator Kleindorp", false, "nl")]
    public async Task The_desk_of_each_of_the_nine_is_accessible_and_counts_nothing(string function, bool phone, string language)
    {
        await using var page = await SignIn(function, $"/tafel?taal={language}", phone ? PageSettings.Phone : new PageSettings());

        await Check(page, language, phone, $"tafel-{function.Replace(' ', '-')}");
        Assert.DoesNotMatch(@"\b\d+ (taken|opgaven|signalen|tasks|signals|vragen)\b", await page.Page.InnerTextAsync("main"));
    }

    [Theory]
    [InlineData("beheerder openbare ruimte", "/taken", null)]
    [InlineData("beheerder openbare ruimte", "/taken", "Strooien bij gladheid")]
    [InlineData("beheerder openbare ruimte", "/taken/nieuw", null)]
    [InlineData("wijkcoördinator Zuid", "/signalen", null)]
    [InlineData("beheerder openbare ruimte", "/signalen", "De helling bij de fietstunnel")]
    [InlineData("wijkcoördinator Zuid", "/signalen", "De lamp bij het trapveld")]
    [InlineData("wijkcoördinator Zuid", "/signalen/nieuw", null)]
    [InlineData("gemeentesecretaris", "/richting", null)]
    [InlineData("gemeentesecretaris", "/richting", "sinds")]
    [InlineData("wijkcoördinator Zuid", "/visies", null)]
    [InlineData("wijkcoördinator Zuid", "/visies", "Het water verbindt")]
    [InlineData("hoofd Jeugd", "/lacunes", null)]
    [InlineData("wijkcoördinator Zuid", "/vakwerk", null)]
    [InlineData("coördinator Kleindorp", "/vakwerk", null)]
    public async Task Every_page_of_the_town_is_accessible_quiet_and_fits(string function, string path, string? link)
    {
        await using var desktop = await SignIn(function, path);
        if (link is not null)
            await desktop.Page.GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync();
        var address = desktop.Page.Url;
        await Check(desktop, "nl", false, Name(path, link));

        await desktop.Page.GotoAsync(address + "?taal=en");
        await Check(desktop, "en", false, Name(path, link) + "-en");
        await desktop.Page.SetViewportSizeAsync(390, 844);
        await desktop.Page.GotoAsync(address);
        await Picture(desktop, Name(path, link) + "-telefoon");
        await desktop.Page.SetViewportSizeAsync(320, 800);
        Assert.Equal(320, await desktop.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(desktop.Trouble());
    }

    private static string Name(string path, string? link) => path.Trim('/').Replace('/', '-') + (link is null ? "" : "-" + link.Split(' ')[0].ToLowerInvariant());

    private static async Task Check(WatchedPage page, string language, bool phone, string name)
    {
        var findings = await page.Page.RunAxe();

        await Picture(page, name);
        Assert.Equal(language, await page.Page.Locator("html").GetAttributeAsync("lang"));
        Assert.True(findings.Violations.Length == 0, string.Join("\n", findings.Violations.Select(found => $"{found.Id}: {found.Help} {string.Join(" | ", found.Nodes.Select(node => node.Html))}")));
        Assert.Equal(phone ? 390 : 1440, await page.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(page.Trouble());
    }

    private async Task<WatchedPage> SignIn(string function, string back, PageSettings? settings = null)
    {
        var page = await site.Open($"{site.Town}/aanmelden?terug={Uri.EscapeDataString(back)}", settings);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = function, Exact = true }).ClickAsync();
        await page.Page.WaitForURLAsync($"**{back.Split('?')[0]}*");
        return page;
    }

    // Only when asked for: pictures to look at.
    private static async Task Picture(WatchedPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("SCHAKEL_LOOK") is { Length: > 0 } folder)
            await page.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
    }
}
