// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.Playwright;

namespace Schakel.Browser.Tests;

/// <summary>How a page is looked at.</summary>
internal sealed record PageSettings(int Width = 1440, int Height = 900, bool Script = true, bool Touch = false, float Scale = 1)
{
    internal static PageSettings Phone { get; } = new(390, 844, Touch: true);

    internal static PageSettings Narrow { get; } = new(320, 800);
}

/// <summary>A page that remembers whatever should not happen: messages in the console, errors, requests to others.</summary>
internal sealed class WatchedPage : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly List<string> trouble = [];

    private WatchedPage(IBrowserContext context, IPage page, string home)
    {
        this.context = context;
        Page = page;
        page.Console += (_, message) => trouble.Add($"console {message.Type}: {message.Text}");
        page.PageError += (_, error) => trouble.Add($"error: {error}");
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(home, StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal))
                trouble.Add($"request to {request.Url}");
        };
    }

    internal IPage Page { get; }

    /// <summary>What happened that should not have; a refusal that a test asked for (its status) may be let through.</summary>
    internal IEnumerable<string> Trouble(int? asked = null) =>
        trouble.Where(message => asked is null || !message.Contains($"status of {asked}", StringComparison.Ordinal));

    internal ILocator Sentence => Page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    internal ILocator Table => Page.GetByRole(AriaRole.Table, new() { Name = "Tabel bij de kaart" });

    internal ILocator Rung(string name) => Page.GetByRole(AriaRole.Radio, new() { NameRegex = new($"^{name},") });

    /// <summary>Waits until all levels lie in the map.</summary>
    internal Task MapIsReady() => Page.Locator("place-map[data-ready=all]").WaitForAsync(new() { Timeout = 60_000 });

    /// <summary>Waits until the quiet map of residents is drawn.</summary>
    internal Task ResidentMapIsReady() => Page.Locator("resident-map[data-ready=all]").WaitForAsync(new() { Timeout = 60_000 });

    internal static async Task<WatchedPage> Open(IBrowser browser, string address, PageSettings settings)
    {
        var context = await browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = settings.Width, Height = settings.Height },
            DeviceScaleFactor = settings.Scale,
            JavaScriptEnabled = settings.Script,
            HasTouch = settings.Touch,
            IsMobile = settings.Touch,
            ReducedMotion = ReducedMotion.Reduce,
        });
        var page = await context.NewPageAsync();
        var watched = new WatchedPage(context, page, new Uri(address).GetLeftPart(UriPartial.Authority));
        await page.GotoAsync(address);
        return watched;
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
