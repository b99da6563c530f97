// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.Playwright;

namespace Schakel.Browser.Tests;

/// <summary>Two colleagues with the same page open, who both save.</summary>
public sealed class SavingTogetherTests(Site site)
{
    [Fact]
    public async Task The_second_sees_both_versions_with_the_own_text_still_there_and_chooses()
    {
        await using var first = await Open("wijkcoördinator Zuid");
        await using var second = await Open("wijkagent");

        await Save(first, "Rustiger in het voorjaar.");
        await Save(second, "Rustiger in de zomer.");

        var alert = second.Page.GetByRole(AriaRole.Alert);
        await Assertions.Expect(alert).ToContainTextAsync("Iemand was je voor.");
        await Assertions.Expect(alert.GetByRole(AriaRole.Cell, new() { Name = "Rustiger in het voorjaar." })).ToBeVisibleAsync();
        await Assertions.Expect(alert.GetByRole(AriaRole.Cell, new() { Name = "Rustiger in de zomer." })).ToBeVisibleAsync();
        await Assertions.Expect(second.Page.Locator("#verwachting-tekst")).ToHaveValueAsync("Rustiger in de zomer.");
        await first.Page.ReloadAsync();
        await Assertions.Expect(first.Page.GetByText("Rustiger in het voorjaar.").First).ToBeVisibleAsync();

        // A choice now, knowing what the other wrote.
        await second.Page.Locator("#vorm-verwachting button[type=submit]").ClickAsync();
        await second.Page.WaitForURLAsync("**#verwachting");
        await first.Page.ReloadAsync();
        await Assertions.Expect(first.Page.Locator("section[aria-labelledby=verwachting]").GetByText("Rustiger in de zomer.").First).ToBeVisibleAsync();
        Assert.Empty(second.Trouble(asked: 409));
    }

    private async Task<WatchedPage> Open(string function)
    {
        var page = await site.Open(site.Town + "/aanmelden?terug=/opgaven");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = function, Exact = true }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "Jongeren en overlast rond het plein" }).ClickAsync();
        await page.Page.WaitForURLAsync("**/opgaven/*-*");
        return page;
    }

    private static async Task Save(WatchedPage page, string text)
    {
        await page.Page.Locator("summary", new() { HasText = "Schrijf de verwachting" }).ClickAsync();
        await page.Page.Locator("#verwachting-tekst").FillAsync(text);
        await page.Page.Locator("#vorm-verwachting button[type=submit]").ClickAsync();
        await page.Page.WaitForLoadStateAsync();
    }
}
