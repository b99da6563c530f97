// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.Playwright;

namespace Schakel.Browser.Tests;

/// <summary>Passkeys with a real browser and its virtual device: opening an account by link, adding one, signing in without typing, removing.</summary>
public sealed class PasskeyTests(Site site)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_passkey_is_made_brings_its_owner_back_and_no_longer_does_once_removed(bool phone)
    {
        await using var begun = await BegunTown.Start();
        await using var watched = await site.Open(begun.Link, phone ? PageSettings.Phone : new PageSettings());
        var page = watched.Page;
        await Device(page);
        await begun.Found(page);
        var invitation = await BegunTown.Invite(page, "Bo Wijk", "bo@example.nl");
        await page.GetByRole(AriaRole.Link, new() { Name = "Ada Beheer" }).ClickAsync();
        await AccountTests.Accessible(page);

        await page.GetByLabel("Naam van de passkey").FillAsync("telefoon van het werk");
        await page.GetByRole(AriaRole.Button, new() { Name = "Maak een passkey" }).PressAsync("Enter");
        await page.GetByRole(AriaRole.Listitem, new() { Name = "telefoon van het werk" }).WaitForAsync();
        await AccountTests.Accessible(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Afmelden", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Aanmelden met een passkey" }).WaitForAsync();
        await AccountTests.Accessible(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Aanmelden met een passkey" }).PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = "Ada Beheer" }).ClickAsync();

        await page.GetByText("Wijzig telefoon van het werk").ClickAsync();
        await AccountTests.Accessible(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Verwijder" }).ClickAsync();
        await page.GetByRole(AriaRole.Listitem, new() { Name = "telefoon van het werk" }).WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await page.GetByRole(AriaRole.Button, new() { Name = "Afmelden", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Aanmelden met een passkey" }).ClickAsync();
        await page.GetByText("Deze passkey opent hier geen account").WaitForAsync();
        await AccountTests.Accessible(page);

        await page.GotoAsync(invitation);
        await AccountTests.Accessible(page);
        await page.GetByLabel("Naam van de passkey").FillAsync("laptop");
        await page.GetByRole(AriaRole.Button, new() { Name = "Maak een passkey" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Bo Wijk" }).WaitForAsync();
        await page.GetByText("Je hebt geen wachtwoord").WaitForAsync();

        Assert.Equal(phone ? 390 : 1440, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(watched.Trouble(asked: 422));
    }

    [Fact]
    public async Task Who_changes_their_mind_is_told_and_can_try_again()
    {
        await using var begun = await BegunTown.Start();
        await using var watched = await site.Open(begun.Link);
        var page = watched.Page;
        await Device(page, verifies: false);
        await begun.Found(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Ada Beheer" }).ClickAsync();

        await page.GetByLabel("Naam van de passkey").FillAsync("telefoon");
        await page.GetByRole(AriaRole.Button, new() { Name = "Maak een passkey" }).ClickAsync();

        await page.GetByText("Er is geen passkey gemaakt").WaitForAsync();
        Assert.Equal("telefoon", await page.GetByLabel("Naam van de passkey").InputValueAsync());
        Assert.Empty(watched.Trouble());
    }

    [Fact]
    public async Task Without_script_nothing_is_offered_that_cannot_work()
    {
        await using var begun = await BegunTown.Start();
        await using var watched = await site.Open(begun.Link, new PageSettings(Script: false));
        var page = watched.Page;
        await begun.Found(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Ada Beheer" }).ClickAsync();

        await page.GetByText("Deze browser kan hier geen passkey maken").WaitForAsync();
        Assert.False(await page.GetByRole(AriaRole.Button, new() { Name = "Maak een passkey" }).IsVisibleAsync());
    }

    /// <summary>A device beside the browser, with a finger that fits or does not.</summary>
    internal static async Task Device(IPage page, bool verifies = true)
    {
        var devices = await page.Context.NewCDPSessionAsync(page);
        await devices.SendAsync("WebAuthn.enable", new Dictionary<string, object> { ["enableUI"] = false });
        await devices.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = verifies,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
