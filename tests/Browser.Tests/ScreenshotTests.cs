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
    [InlineData("leeg", "", false)]
    public async Task Pictures_of_the_guide(string name, string path, bool phone)
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("SCHAKEL_SCREENSHOTS") is "1", "Only when SCHAKEL_SCREENSHOTS=1: it writes into docs/screens.");
        await using var page = await site.Open(path.Length == 0 ? site.Empty + "/kaart" : site.Town + path, phone ? PageSettings.Phone : new PageSettings());
        if (path.Length > 0)
            await page.MapIsReady();
        await page.Page.EvaluateAsync("document.fonts.ready");

        var picture = SmallPicture.Of(await page.Page.ScreenshotAsync(new() { Animations = ScreenshotAnimations.Disabled }));
        await File.WriteAllBytesAsync(Path.Combine(Site.Checkout, "docs", "screens", $"{name}.png"), picture, TestContext.Current.CancellationToken);

        Assert.InRange(picture.Length, 10_000, 300_000);
        Assert.Empty(page.Trouble());
    }
}
