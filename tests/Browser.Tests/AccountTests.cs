// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Schakel.Browser.Tests;

/// <summary>A municipality begins: the link on the console, an invitation, the first password, signing out. By keyboard, and every page accessible on the way.</summary>
public sealed class AccountTests(Site site)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task From_the_link_on_the_console_to_a_colleague_who_signs_in(bool phone)
    {
        await using var begun = await BegunTown.Start();
        await using var watched = await site.Open(begun.Link, phone ? PageSettings.Phone : new PageSettings());
        var page = watched.Page;
        await Accessible(page);
        await begun.Found(page);
        await page.GetByText("Wijzig Ada Beheer").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Accessible(page);

        var invitation = await BegunTown.Invite(page, "Bo Wijk", "bo@example.nl");
        await Accessible(page);

        await page.GetByRole(AriaRole.Link, new() { Name = "Ada Beheer" }).ClickAsync();
        await Accessible(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Afmelden", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Aanmelden" }).WaitForAsync();
        await Accessible(page);
        await page.GotoAsync(invitation);
        await Accessible(page);
        await page.GetByLabel("Nieuw wachtwoord").FillAsync("winter fiets lantaarn");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Bo Wijk" }).WaitForAsync();

        Assert.Equal(phone ? 390 : 1440, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(watched.Trouble(asked: null));
    }

    [Fact]
    public async Task In_Voorbeeldstad_one_takes_a_function_by_keyboard()
    {
        await using var watched = await site.Open($"{site.Town}/aanmelden?terug=/mijn-account");
        var page = watched.Page;
        await Accessible(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "jongerenwerker" }).PressAsync("Enter");
        await page.GetByRole(AriaRole.Heading, new() { Name = "jongerenwerker" }).WaitForAsync();

        await Accessible(page);
        await page.GetByLabel("Naam van de sleutel").FillAsync("koppeling");
        await page.GetByLabel("Geldt tot").FillAsync(TimeProvider.System.GetUtcNow().AddDays(30).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await page.GetByRole(AriaRole.Button, new() { Name = "Maak een sleutel" }).PressAsync("Enter");
        await page.Locator("[data-key]").WaitForAsync();
        await Accessible(page);
        Assert.Empty(watched.Trouble(asked: null));
    }

    internal static async Task Accessible(IPage page)
    {
        var findings = await page.RunAxe();
        Assert.True(findings.Violations.Length == 0, page.Url + "\n" + string.Join("\n", findings.Violations.Select(found => $"{found.Id}: {found.Help} {string.Join(" | ", found.Nodes.Select(node => node.Html))}")));
    }
}
