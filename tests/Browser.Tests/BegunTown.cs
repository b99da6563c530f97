// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics;
using Microsoft.Playwright;

namespace Schakel.Browser.Tests;

/// <summary>A program of its own with an empty folder, at the moment that it prints the link for the first administrator; by the name localhost, as a passkey needs one.</summary>
internal sealed class BegunTown : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("schakel begin ");
    private readonly Process program;

    private BegunTown()
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var web = Path.Combine(Site.Checkout, "src", "Web", "bin", configuration, "net10.0", "schakel-web.dll");
        program = Process.Start(new ProcessStartInfo("dotnet", [web, "--data", Path.Combine(folder.FullName, "stad.catalogue"), "--urls", "http://127.0.0.1:0"]) { RedirectStandardOutput = true })!;
    }

    internal string Link { get; private set; } = "";

    internal static async Task<BegunTown> Start()
    {
        var town = new BegunTown();
        string line;
        while (!(line = await town.program.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) ?? throw new InvalidOperationException("It ended.")).Contains("/eerste-beheerder", StringComparison.Ordinal))
        {
        }

        town.Link = line[line.IndexOf("http", StringComparison.Ordinal)..].Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        return town;
    }

    /// <summary>Fills in the form of the first administrator, on the page that shows it.</summary>
    internal async Task Found(IPage page)
    {
        await page.GetByLabel("Code van de gemeente").FillAsync("GM0014");
        await page.GetByLabel("Naam van de gemeente").FillAsync("Proefstad");
        await page.GetByLabel("Loket voor bewoners").FillAsync("Loket, telefoon 14 099");
        await page.GetByLabel("Naam", new() { Exact = true }).FillAsync("Ada Beheer");
        await page.GetByLabel("E-mailadres van het werk").FillAsync("ada@example.nl");
        await page.GetByLabel("Nieuw wachtwoord").FillAsync("paraplu koffie trein");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Mensen en rollen" }).WaitForAsync();
    }

    /// <summary>Invites a colleague from the page of people; the link.</summary>
    internal static async Task<string> Invite(IPage page, string name, string email, string role = "coördinator")
    {
        await page.GetByLabel("Naam", new() { Exact = true }).FillAsync(name);
        await page.GetByLabel("Functie").FillAsync(role);
        await page.GetByLabel("E-mailadres van het werk").FillAsync(email);
        await page.GetByLabel(role).Last.FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.GetByRole(AriaRole.Button, new() { Name = "Nodig uit" }).PressAsync("Enter");
        return await page.GetByRole(AriaRole.Status).Locator("code").InnerTextAsync();
    }

    public async ValueTask DisposeAsync()
    {
        program.Kill();
        await program.WaitForExitAsync(CancellationToken.None);
        program.Dispose();
        folder.Delete(recursive: true);
    }
}
