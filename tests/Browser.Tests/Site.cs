// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics;
using Microsoft.Playwright;
using Schakel.Catalogue.Storage;
using Schakel.Voorbeeldstad.Stories;
using Schakel.Workspace.Demo;
using Schakel.Workspace.Signals;
using Schakel.Workspace.Storage;

[assembly: AssemblyFixture(typeof(Schakel.Browser.Tests.Site))]
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)] // one browser with software rendering keeps two cores busy

namespace Schakel.Browser.Tests;

/// <summary>The built program, serving Voorbeeldstad through the real importer, and one real browser for all tests.</summary>
public sealed class Site : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    /// <summary>Software WebGL, and nothing that calls home.</summary>
    private static readonly string[] flags =
    [
        "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--use-angle=swiftshader", "--enable-unsafe-swiftshader",
    ];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("schakel browser ");
    private readonly List<Process> programs = [];
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Address of the town.</summary>
    public string Town { get; private set; } = "";

    /// <summary>Address of a site that has no catalogue.</summary>
    public string Empty { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium))
            return;

        // The driver must not look for browsers to download: Debian's is used.
        Environment.SetEnvironmentVariable("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = flags });

        var files = Path.Combine(folder.FullName, "town");
        var catalogue = Path.Combine(folder.FullName, "town.catalogue");
        Voorbeeldstad.Town.Write(files, 2009);
        Assert.True(CatalogueImport.Run([files], catalogue, null, CancellationToken.None).TryGet(out _, out var reason), reason?.Detail);
        await People(catalogue);
        Town = await Serve(catalogue);
        Empty = await Serve(Path.Combine(folder.FullName, "nothing.catalogue"));
    }

    /// <summary>A fresh page. Without a browser the test is skipped; on the build server that is a failure.</summary>
    internal async Task<WatchedPage> Open(string address, PageSettings? settings = null)
    {
        if (browser is null)
        {
            const string why = "Chromium is not here: apt-get install chromium.";
            Assert.False(Environment.GetEnvironmentVariable("CI") is "true" or "1", why);
            Assert.Skip(why);
        }

        return await WatchedPage.Open(browser, address, settings ?? new PageSettings());
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        foreach (var program in programs)
        {
            program.Kill();
            await program.WaitForExitAsync();
            program.Dispose();
        }

        folder.Delete(recursive: true);
    }

    /// <summary>The people of the town and their opgaven, beside its figures.</summary>
    private static async Task People(string catalogue)
    {
        var setting = StoreSetting.Beside(catalogue);
        var stores = new StoreFactory(setting);
        Assert.True((await stores.Open(Guid.Empty, CancellationToken.None)).TryGet(out var store, out var reason), reason?.Detail);
        await store.DisposeAsync();
        Assert.True(CatalogueFolder.Open(catalogue).TryGet(out var figures, out reason), reason?.Detail);
        var stories = new DemoStories(StoryFiles.Open, StoryFiles.OpenOpgave, StoryFiles.Opgaven);
        await new DemoTown(stores, ContactSeal.At(setting.KeyFile), TimeProvider.System, stories, new CatalogueDemoFigures(figures, CancellationToken.None)).Fill(CancellationToken.None);
    }

    private async Task<string> Serve(string catalogue)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var program = Path.Combine(Checkout, "src", "Web", "bin", configuration, "net10.0", "schakel-web.dll");
        var process = Process.Start(new ProcessStartInfo("dotnet", [program, "--data", catalogue, "--urls", "http://127.0.0.1:0"]) { RedirectStandardOutput = true })!;
        programs.Add(process);

        for (var line = await process.StandardOutput.ReadLineAsync(); line is not null; line = await process.StandardOutput.ReadLineAsync())
        {
            if (line.IndexOf("http://", StringComparison.Ordinal) is >= 0 and var at)
                return line[at..].Trim();
        }

        throw new InvalidOperationException("The program ended before it named its address.");
    }

    internal static string Checkout
    {
        get
        {
            var at = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(at.FullName, "Schakel.slnx")))
                at = at.Parent ?? throw new InvalidOperationException("The tests run outside the project.");
            return at.FullName;
        }
    }
}
