// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Schakel.Browser.Tests;

/// <summary>The story of the square, told by people in browsers of their own: judging, choosing otherwise, asking somebody above the wijk, and learning.</summary>
public sealed class TheSquareTests(Site site)
{
    private const string Square = "Jongeren en overlast rond het plein";

    [Fact]
    public async Task The_square_is_judged_overruled_handed_over_and_given_back()
    {
        await using var coordinator = await SignIn("wijkcoördinator Zuid");
        await using var adviser = await SignIn("hoofd Jeugd");
        var square = await OpenOpgave(coordinator, Square);

        // Blind until one's own is given: the adviser has not judged, so neither judgements of others nor advice are shown.
        await adviser.Page.GotoAsync(square);
        Assert.True(await adviser.Page.GetByText("Geef eerst").Or(adviser.Page.GetByText("eerst je eigen oordeel")).First.IsVisibleAsync(), await adviser.Page.Locator("#rollen").InnerTextAsync());
        await coordinator.Page.GotoAsync(square + "/oordeel");
        await coordinator.Page.Locator("live-page[data-state=listening]").WaitForAsync();
        var cell = coordinator.Page.Locator("[data-live=cell]");
        var before = await cell.InnerTextAsync();
        await adviser.Page.GotoAsync(square + "/oordeel?sport=cell");
        Assert.DoesNotContain("Alleen hier is licht", await adviser.Page.ContentAsync(), StringComparison.Ordinal);

        // With the keyboard alone: digits choose, Tab goes on, Enter saves.
        var words = adviser.Page.GetByRole(AriaRole.Group, new() { Name = "Hoeveel van de oorzaak ligt hier?" });
        await words.GetByRole(AriaRole.Radio).First.FocusAsync();
        await adviser.Page.Keyboard.PressAsync("0");
        await adviser.Page.Keyboard.PressAsync("Tab");
        await adviser.Page.Keyboard.PressAsync("3");
        await adviser.Page.Keyboard.PressAsync("Tab");
        await adviser.Page.Keyboard.PressAsync("Space");
        await adviser.Page.Keyboard.PressAsync("Tab");
        await adviser.Page.Keyboard.PressAsync("Space");
        await adviser.Page.GetByLabel("Waarom denk je dat? Eén zin.").FillAsync("Wij zien ze ook elders in de stad.");
        await adviser.Page.Keyboard.PressAsync("Enter");
        await adviser.Page.WaitForURLAsync("**verder=1");
        Assert.Contains("Alleen hier is licht", await adviser.Page.ContentAsync(), StringComparison.Ordinal);

        // It arrives at the other, who does nothing for it.
        await Assertions.Expect(cell).ToContainTextAsync("Wij zien ze ook elders in de stad.", new() { UseInnerText = false });
        Assert.NotEqual(before, await cell.InnerTextAsync());
        Assert.Equal("Er kwam een oordeel bij.", await coordinator.Page.Locator("[data-status]").InnerTextAsync());

        // Both readings, and a choice of one's own with its reason beside the rule. No reason, no choice; what was typed stays.
        await coordinator.Page.GotoAsync(square);
        await coordinator.Page.GetByRole(AriaRole.Button, new() { Name = "Maak het advies opnieuw" }).ClickAsync();
        await coordinator.Page.Locator("summary", new() { HasText = "Kies een rol" }).ClickAsync();
        await Choose(coordinator, "wijk", "findingPlace", "");
        Assert.True(await coordinator.Page.GetByRole(AriaRole.Alert).IsVisibleAsync());
        Assert.Equal("findingPlace", await coordinator.Page.Locator("#rol-rol").InputValueAsync());
        await Choose(coordinator, "wijk", "findingPlace", "In de wijk kent iedereen ze.");
        await Assertions.Expect(coordinator.Page.Locator(".reason-bar", new() { HasText = "In de wijk kent iedereen ze." })).ToBeVisibleAsync();

        // Whole to Jeugd: the coordinator's department stays responsible until there is a yes; then it comes back with the reason.
        await coordinator.Page.GotoAsync(square + "/schakelen");
        var holds = await coordinator.Page.Locator("#vragen").CountAsync() > 0;
        var asker = holds ? coordinator : await SignIn("wijkagent");
        try
        {
            await asker.Page.GotoAsync(square + "/schakelen");
            await asker.Page.Locator("#schakel-naar").SelectOptionAsync("gemeente");
            await asker.Page.Locator("#schakel-wie").SelectOptionAsync(new SelectOptionValue { Label = "Gemeente Voorbeeldstad, jongerenwerk" });
            await asker.Page.Locator("#schakel-waarom").FillAsync("De stad gaat over de sporthal.");
            await asker.Page.GetByRole(AriaRole.Button, new() { Name = "Vraag het" }).ClickAsync();
            await Assertions.Expect(asker.Page.Locator(".timeline li").Last).ToContainTextAsync("wacht op antwoord");

            await adviser.Page.GotoAsync(site.Town + "/tafel");
            await Answer(adviser, "De stad gaat over de sporthal.", "accept", "Wij nemen het.");
            await adviser.Page.GotoAsync(square + "/schakelen");
            await Answer(adviser, "De stad gaat over de sporthal.", "return", "");
            Assert.True(await adviser.Page.GetByRole(AriaRole.Alert).IsVisibleAsync());
            await Send(adviser, "De stad gaat over de sporthal.", "return", "De hal is open. Het plein blijft van jullie.");
            await asker.Page.GotoAsync(square + "/schakelen");
            await Assertions.Expect(asker.Page.Locator(".timeline li").Last).ToContainTextAsync("Teruggegeven. “De hal is open. Het plein blijft van jullie.”");
        }
        finally
        {
            if (asker != coordinator)
                await asker.DisposeAsync();
        }

        Assert.Empty(coordinator.Trouble(asked: 422));
        Assert.Empty(adviser.Trouble(asked: 422));
    }

    [Fact]
    public async Task An_opgave_without_anybody_above_the_wijk_cannot_be_agreed_and_says_what_is_missing()
    {
        await using var coordinator = await SignIn("wijkcoördinator Zuid");
        var page = coordinator.Page;
        await page.GotoAsync(site.Town + "/opgaven/nieuw");
        await page.GetByLabel("Naam").FillAsync("Bankjes in het park");
        await page.GetByRole(AriaRole.Button, new() { Name = "Zet op de agenda" }).ClickAsync();
        Assert.Equal("Bankjes in het park", await page.GetByLabel("Naam").InputValueAsync());
        await page.GetByLabel("Wat zie je gebeuren?").FillAsync("Ouderen lopen het park voorbij.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Zet op de agenda" }).ClickAsync();
        await page.WaitForURLAsync("**/opgaven/*-*");

        await Step(coordinator, "explored", "Bewoners vragen erom.");
        await page.Locator("summary", new() { HasText = "Zeg waarom er geen cijfers zijn" }).ClickAsync();
        await page.Locator("#vorm-geen-cijfers textarea").FillAsync("Niemand telt wie er niet komt.");
        await page.Locator("#vorm-geen-cijfers button").ClickAsync();
        await page.Locator("summary", new() { HasText = "Kies een rol" }).ClickAsync();
        await Choose(coordinator, "buurt", "lead", "Hier staat het park.");

        await Assertions.Expect(page.GetByText("Kies wie er boven de wijk meedoet.")).ToBeVisibleAsync();
        await Step(coordinator, "agreed", "We beginnen.");

        Assert.True(await page.GetByRole(AriaRole.Alert).IsVisibleAsync());
        Assert.Equal("We beginnen.", await page.Locator("#stap-waarom").InputValueAsync());
        await Assertions.Expect(page.Locator("#verder + p + ul")).ToContainTextAsync("boven de wijk");
        Assert.Empty(coordinator.Trouble(asked: 422));
    }

    [Fact]
    public async Task A_private_reflection_is_not_there_for_anybody_else_also_by_its_address()
    {
        await using var worker = await SignIn("jongerenwerker");
        await worker.Page.GotoAsync(site.Town + "/reflecties");
        await worker.Page.GetByLabel("Wat viel je op?").FillAsync("Ik luisterde te weinig.");
        await worker.Page.GetByRole(AriaRole.Button, new() { Name = "Bewaar voor mezelf" }).ClickAsync();
        await worker.Page.WaitForURLAsync("**/reflecties/*-*");
        await using var officer = await SignIn("wijkagent");

        var answer = await officer.Page.GotoAsync(worker.Page.Url);

        Assert.Equal(404, answer!.Status);
        Assert.DoesNotContain("Ik luisterde", await officer.Page.ContentAsync(), StringComparison.Ordinal);
        await worker.Page.GetByRole(AriaRole.Button, new() { Name = "Deel met collega’s" }).ClickAsync();
        Assert.Equal(200, (await officer.Page.GotoAsync(worker.Page.Url))!.Status);
    }

    [Theory]
    [InlineData("", false, "nl")]
    [InlineData("", true, "nl")]
    [InlineData("/oordeel", false, "en")]
    [InlineData("/oordeel", true, "nl")]
    [InlineData("/schakelen", false, "nl")]
    [InlineData("/schakelen", true, "en")]
    [InlineData("tafel", false, "nl")]
    [InlineData("tafel", true, "en")]
    [InlineData("opgaven", true, "nl")]
    [InlineData("opgaven/nieuw", true, "nl")]
    [InlineData("lacunes", true, "nl")]
    [InlineData("reflecties", false, "en")]
    public async Task Every_page_of_the_work_is_accessible_and_quiet(string path, bool phone, string language)
    {
        await using var page = await SignIn("wijkcoördinator Zuid", phone ? PageSettings.Phone : new PageSettings());
        var address = path.Length == 0 || path[0] == '/' ? await OpenOpgave(page, Square) + path : $"{site.Town}/{path}";
        await page.Page.GotoAsync($"{address}?taal={language}");

        var findings = await page.Page.RunAxe();

        await Picture(page, $"{(path.Length == 0 ? "opgave" : path.Trim('/').Replace('/', '-'))}{(phone ? "-telefoon" : "")}");
        Assert.Equal(language, await page.Page.Locator("html").GetAttributeAsync("lang"));
        Assert.True(findings.Violations.Length == 0, string.Join("\n", findings.Violations.Select(found => $"{found.Id}: {found.Help} {string.Join(" | ", found.Nodes.Select(node => node.Html))}")));
        Assert.Equal(phone ? 390 : 1440, await page.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(page.Trouble());
    }

    private async Task<WatchedPage> SignIn(string function, PageSettings? settings = null)
    {
        var page = await site.Open(site.Town + "/aanmelden?terug=/opgaven", settings);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = function, Exact = true }).ClickAsync();
        await page.Page.WaitForURLAsync("**/opgaven");
        return page;
    }

    private static async Task<string> OpenOpgave(WatchedPage page, string title)
    {
        await page.Page.GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await page.Page.WaitForURLAsync("**/opgaven/*-*");
        return page.Page.Url;
    }

    private static async Task Choose(WatchedPage page, string level, string role, string because)
    {
        await page.Page.Locator("#rol-niveau").SelectOptionAsync(level);
        await page.Page.Locator("#rol-rol").SelectOptionAsync(role);
        await page.Page.Locator("#rol-waarom").FillAsync(because);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Bewaar de rol" }).ClickAsync();
        await page.Page.WaitForLoadStateAsync();
    }

    private static async Task Step(WatchedPage page, string state, string because)
    {
        await page.Page.Locator("summary", new() { HasText = "Zet een stap" }).ClickAsync();
        await page.Page.Locator("#stap-naar").SelectOptionAsync(state);
        await page.Page.Locator("#stap-waarom").FillAsync(because);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Zet de stap" }).ClickAsync();
        await page.Page.WaitForLoadStateAsync();
    }

    private static async Task Answer(WatchedPage page, string asked, string answer, string words)
    {
        await page.Page.Locator("article", new() { HasText = asked }).Locator("summary", new() { HasText = "Antwoord" }).ClickAsync();
        await Send(page, asked, answer, words);
    }

    private static async Task Send(WatchedPage page, string asked, string answer, string words)
    {
        var article = page.Page.Locator("article", new() { HasText = asked });
        await article.Locator("select[name=answer]").SelectOptionAsync(answer);
        await article.Locator("[name=words]").FillAsync(words);
        await article.GetByRole(AriaRole.Button, new() { Name = "Verstuur het antwoord" }).ClickAsync();
        await page.Page.WaitForLoadStateAsync();
    }

    // Only when asked for: pictures to look at.
    private static async Task Picture(WatchedPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("SCHAKEL_LOOK") is { Length: > 0 } folder)
            await page.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
    }
}
