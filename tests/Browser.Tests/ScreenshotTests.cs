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
    [InlineData("schaalbeeld-telefoon", "/schaalbeeld?cijfer=fietswrakken&plek=GM9901", true)]
    [InlineData("schaalbeeld-naast", "/schaalbeeld/naast?cijfer=eenzaamheid&plek=GM9901&plek2=GM9902", false)]
    [InlineData("leeg", "", false)]
    public async Task Pictures_of_the_guide(string name, string path, bool phone)
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("SCHAKEL_SCREENSHOTS") is "1", "Only when SCHAKEL_SCREENSHOTS=1: it writes into docs/screens.");
        await using var page = await site.Open(path.Length == 0 ? site.Empty + "/kaart" : site.Town + path, phone ? PageSettings.Phone : new PageSettings());
        if (path.StartsWith("/kaart", StringComparison.Ordinal))
            await page.MapIsReady();
        if (path.StartsWith("/schaalbeeld", StringComparison.Ordinal))
            await page.Page.Locator("#profile-kop, #naast-1").First.WaitForAsync(new() { Timeout = 60_000 });
        await page.Page.EvaluateAsync("document.fonts.ready");
        await page.Page.EvaluateAsync("location.hash && document.querySelector(location.hash)?.scrollIntoView()");

        var picture = SmallPicture.Of(await page.Page.ScreenshotAsync(new() { Animations = ScreenshotAnimations.Disabled }));
        await File.WriteAllBytesAsync(Path.Combine(Site.Checkout, "docs", "screens", $"{name}.png"), picture, TestContext.Current.CancellationToken);

        Assert.InRange(picture.Length, 10_000, 300_000);
        Assert.Empty(page.Trouble());
    }
}
