// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.Playwright;

namespace Schakel.Browser.Tests;

/// <summary>The pictures of the guide: <c>SCHAKEL_SCREENSHOTS=1 ./test browser</c> writes docs/screens anew. Look at them before you commit them.</summary>
public sealed class ScreenshotTests(Site site)
{
    [Theory]
    [InlineData("kaart-buurt", "/kaart?cijfer=zwerfafval&schaal=buurt&gebied=BU99010101", false)]
    [InlineData("kaart-wijk", "/kaart?cijfer=eenzaamheid&schaal=wijk", false)]
    [InlineData("kaart-cel", "/kaart?cijfer=zwerfafval&schaal=cell", false)]
    [InlineData("kaart-toeval", "/kaart?cijfer=fietswrakken&schaal=buurt&taal=en", false)]
    [InlineData("kaart-buurt-telefoon", "/kaart?cijfer=zwerfafval&schaal=buurt", true)]
    [InlineData("schaalbeeld", "/schaalbeeld?cijfer=zwerfafval&plek=GM9901", false)]
    [InlineData("schaalbeeld-plekken", "/schaalbeeld?cijfer=zwerfafval&plek=GM9901#clusters", false)]
    [InlineData("schaalbeeld-keuze", "/schaalbeeld?cijfer=zwerfafval&plek=GM9901&per=wijk&kies=cijfer&van=40&tot=70&zones=9#reach", false)]
    [InlineData("schaalbeeld-eenzaamheid", "/schaalbeeld?cijfer=eenzaamheid", false)]
    [InlineData("schaalbeeld-schulden", "/schaalbeeld?cijfer=schulden", true)]
    [InlineData("schaalbeeld-telefoon", "/schaalbeeld?cijfer=fietswrakken&plek=GM9901", true)]
    [InlineData("schaalbeeld-naast", "/schaalbeeld/naast?cijfer=eenzaamheid&plek=GM9901&plek2=GM9902", false)]
    [InlineData("plek", "/plek/BU99011002", false)]
    [InlineData("plek-telefoon", "/plek/BU99011002", true)]
    [InlineData("plek-teken-telefoon", "/plek/BU99011002/teken", true)]
    [InlineData("plek-vraag-mij-telefoon", "/vraag-mij?plek=BU99011002", true)]
    [InlineData("leeg", "", false)]
    public async Task Pictures_of_the_guide(string name, string path, bool phone)
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("SCHAKEL_SCREENSHOTS") is "1", "Only when SCHAKEL_SCREENSHOTS=1: it writes into docs/screens.");
        await using var page = await site.Open(path.Length == 0 ? site.Empty + "/kaart" : site.Town + path, phone ? PageSettings.Phone : new PageSettings());
        if (path.StartsWith("/kaart", StringComparison.Ordinal))
            await page.MapIsReady();
        if (path.StartsWith("/plek", StringComparison.Ordinal))
            await page.ResidentMapIsReady();
        if (path.StartsWith("/schaalbeeld", StringComparison.Ordinal))
            await page.Page.Locator("#profile-kop, #naast-1").First.WaitForAsync(new() { Timeout = 60_000 });
        await page.Page.EvaluateAsync("document.fonts.ready");
        await page.Page.EvaluateAsync("location.hash && document.querySelector(location.hash)?.scrollIntoView()");

        var picture = SmallPicture.Of(await page.Page.ScreenshotAsync(new() { Animations = ScreenshotAnimations.Disabled }));
        await File.WriteAllBytesAsync(Path.Combine(Site.Checkout, "docs", "screens", $"{name}.png"), picture, TestContext.Current.CancellationToken);

        Assert.InRange(picture.Length, 10_000, 300_000);
        Assert.Empty(page.Trouble());
    }

    [Theory]
    [InlineData("tafel", "wijkcoördinator Zuid", "/tafel", "", false)]
    [InlineData("tafel-telefoon", "wijkcoördinator Zuid", "/tafel", "", true)]
    [InlineData("opgaven", "wijkcoördinator Zuid", "/opgaven", "", false)]
    [InlineData("opgave", "wijkcoördinator Zuid", "/opgaven", "Jongeren en overlast rond het plein", false)]
    [InlineData("opgave-telefoon", "wijkcoördinator Zuid", "/opgaven", "Jongeren en overlast rond het plein", true)]
    [InlineData("oordeel", "wijkcoördinator Zuid", "/opgaven/oordeel", "Jongeren en overlast rond het plein", false)]
    [InlineData("schakelen", "wijkagent", "/opgaven/schakelen", "Jongeren en overlast rond het plein", false)]
    [InlineData("waterbed", "wijkcoördinator Zuid", "/waterbed", "", false)]
    [InlineData("signalen", "wijkcoördinator Zuid", "/signalen", "", false)]
    public async Task Pictures_of_the_work(string name, string function, string path, string opgave, bool phone)
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("SCHAKEL_SCREENSHOTS") is "1", "Only when SCHAKEL_SCREENSHOTS=1: it writes into docs/screens.");
        var room = "/" + path.Split('/')[1];
        await using var watched = await site.Open($"{site.Town}/aanmelden?terug={room}", phone ? PageSettings.Phone : new PageSettings());
        var page = watched.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = function, Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**" + room);
        if (opgave.Length > 0)
        {
            await page.GetByRole(AriaRole.Link, new() { Name = opgave }).ClickAsync();
            await page.WaitForURLAsync("**/opgaven/*-*");
            await page.GotoAsync(page.Url + path[room.Length..]);
        }

        await Write(page, name);
        Assert.Empty(watched.Trouble());
    }

    private static async Task Write(IPage page, string name)
    {
        await page.EvaluateAsync("document.fonts.ready");
        var picture = SmallPicture.Of(await page.ScreenshotAsync(new() { Animations = ScreenshotAnimations.Disabled }));
        await File.WriteAllBytesAsync(Path.Combine(Site.Checkout, "docs", "screens", $"{name}.png"), picture, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Pictures_of_accounts()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("SCHAKEL_SCREENSHOTS") is "1", "Only when SCHAKEL_SCREENSHOTS=1: it writes into docs/screens.");
        await using var begun = await BegunTown.Start();
        await using var watched = await site.Open(begun.Link);
        var page = watched.Page;
        await PasskeyTests.Device(page);
        await begun.Found(page);
        await BegunTown.Invite(page, "Bo Wijk", "bo@example.nl");
        var invitation = await BegunTown.Invite(page, "Sam Veilig", "sam@example.nl", "beveiligingsfunctionaris");
        await page.EvaluateAsync("scrollTo(0, 0)");
        await Write(page, "mensen");
        await page.GetByRole(AriaRole.Link, new() { Name = "Ada Beheer" }).ClickAsync();
        await page.GetByLabel("Naam van de passkey").FillAsync("telefoon van het werk");
        await page.GetByRole(AriaRole.Button, new() { Name = "Maak een passkey" }).ClickAsync();
        await page.GetByRole(AriaRole.Listitem, new() { Name = "telefoon van het werk" }).WaitForAsync();
        await Write(page, "mijn-account");
        await page.SetViewportSizeAsync(390, 844);
        await page.GetByRole(AriaRole.Button, new() { Name = "Afmelden", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Aanmelden met een passkey" }).WaitForAsync();
        await Write(page, "aanmelden-telefoon");
        await page.SetViewportSizeAsync(1440, 900);
        await page.GotoAsync(invitation);
        await Write(page, "welkom");
        await page.GetByLabel("Nieuw wachtwoord").FillAsync("winter fiets lantaarn");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = "Beveiligingslogboek" }).ClickAsync();
        await Write(page, "beveiliging");
    }
}
