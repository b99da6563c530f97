// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics;
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
        var folder = Directory.CreateTempSubdirectory("schakel begin ");
        using var program = Start(Path.Combine(folder.FullName, "stad.catalogue"));
        try
        {
            string link;
            while (!(link = await program.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) ?? throw new InvalidOperationException("It ended.")).Contains("/eerste-beheerder", StringComparison.Ordinal))
            {
            }

            link = link[link.IndexOf("http", StringComparison.Ordinal)..];
            await using var watched = await site.Open(link, phone ? PageSettings.Phone : new PageSettings());
            var page = watched.Page;
            await Accessible(page);
            await page.GetByLabel("Code van de gemeente").FillAsync("GM0014");
            await page.GetByLabel("Naam van de gemeente").FillAsync("Proefstad");
            await page.GetByLabel("Loket voor bewoners").FillAsync("Loket, telefoon 14 099");
            await page.GetByLabel("Naam", new() { Exact = true }).FillAsync("Ada Beheer");
            await page.GetByLabel("E-mailadres van het werk").FillAsync("ada@example.nl");
            await page.GetByLabel("Nieuw wachtwoord").FillAsync("paraplu koffie trein");
            await page.Keyboard.PressAsync("Enter");
            await page.GetByRole(AriaRole.Heading, new() { Name = "Mensen en rollen" }).WaitForAsync();
            await page.GetByText("Wijzig Ada Beheer").FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            await Accessible(page);

            await page.GetByLabel("Naam", new() { Exact = true }).FillAsync("Bo Wijk");
            await page.GetByLabel("Functie").FillAsync("coördinator");
            await page.GetByLabel("E-mailadres van het werk").FillAsync("bo@example.nl");
            await page.GetByLabel("coördinator").Last.FocusAsync();
            await page.Keyboard.PressAsync("Space");
            await page.GetByRole(AriaRole.Button, new() { Name = "Nodig uit" }).PressAsync("Enter");
            var invitation = await page.GetByRole(AriaRole.Status).Locator("code").InnerTextAsync();
            await Accessible(page);

            await page.GetByRole(AriaRole.Link, new() { Name = "Ada Beheer" }).ClickAsync();
            await Accessible(page);
            await page.GetByRole(AriaRole.Button, new() { Name = "Afmelden" }).ClickAsync();
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
        finally
        {
            program.Kill();
            await program.WaitForExitAsync(CancellationToken.None);
            folder.Delete(recursive: true);
        }
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
        Assert.Empty(watched.Trouble(asked: null));
    }

    private static async Task Accessible(IPage page)
    {
        var findings = await page.RunAxe();
        Assert.True(findings.Violations.Length == 0, page.Url + "\n" + string.Join("\n", findings.Violations.Select(found => $"{found.Id}: {found.Help} {string.Join(" | ", found.Nodes.Select(node => node.Html))}")));
    }

    private static Process Start(string catalogue)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var program = Path.Combine(Site.Checkout, "src", "Web", "bin", configuration, "net10.0", "schakel-web.dll");
        return Process.Start(new ProcessStartInfo("dotnet", [program, "--data", catalogue, "--urls", "http://127.0.0.1:0"]) { RedirectStandardOutput = true })!;
    }
}
