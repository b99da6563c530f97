// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics;
using System.Net;
using System.Text;
using Schakel.Hosts.Tests.Web.Accounts;
using Schakel.Workspace.Tests.Storage;

namespace Schakel.Hosts.Tests.Web.Faults;

/// <summary>A program that is asked to stop finishes what it was asked, takes nothing new, and is gone within seconds.</summary>
public sealed class StopTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_form_that_is_on_its_way_is_still_saved_and_an_open_page_does_not_hold_the_stop()
    {
        await using var server = new PostgresServer();
        await using var town = await FaultTown.On("SQLite", server);
        await using var site = await town.Serve();
        using var coordinator = await town.SignIn(site, "wijkcoördinator Zuid");
        var token = Visit.TokenIn((await coordinator.Get("/opgaven/nieuw")).Text);
        var made = (await coordinator.Send("/opgaven/nieuw", ("formulier", token), ("title", "Voor de stop"), ("question", "Wat nu?"))).Location!;
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = site.Address };
        client.DefaultRequestHeaders.Add("Cookie", coordinator.CookieLine);
        // A page that waits for news, and a form of which half has arrived.
        using var news = await client.GetAsync(made + "/veranderd", HttpCompletionOption.ResponseHeadersRead, Cancel);
        using var slow = new SlowForm($"formulier={Uri.EscapeDataString(token)}&title=Onderweg", "&question=Komt+het+aan%3F");
        var sending = client.PostAsync("/opgaven/nieuw", slow, Cancel);
        await slow.Half.WaitAsync(Cancel);

        var (watch, ending) = (Stopwatch.StartNew(), site.End());
        await UntilRefused(site.Address);
        slow.GoOn();
        using var answer = await sending;
        var code = await ending;
        var took = watch.Elapsed;

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(0, code);
        Assert.True(took < TimeSpan.FromSeconds(8), $"It took {took}.");
        await using var read = town.Stores.For(InventedTown.Voorbeeldstad);
        Assert.Contains(read.Opgaven.Select(opgave => opgave.Title).ToList(), title => title == "Onderweg");
    }

    private static async Task UntilRefused(Uri address)
    {
        using var stranger = new HttpClient();
        while (true)
        {
            try
            {
                using var answer = await stranger.GetAsync(new Uri(address, "/health"), Cancel);
            }
            catch (HttpRequestException)
            {
                return;
            }

            await Task.Delay(20, Cancel);
        }
    }

    private sealed class SlowForm : HttpContent
    {
        private readonly string first, second;
        private readonly TaskCompletionSource half = new(), goOn = new();

        internal SlowForm(string first, string second)
        {
            (this.first, this.second) = (first, second);
            Headers.ContentType = new("application/x-www-form-urlencoded");
        }

        internal Task Half => half.Task;

        internal void GoOn() => goOn.SetResult();

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(first));
            await stream.FlushAsync();
            half.SetResult();
            await goOn.Task;
            await stream.WriteAsync(Encoding.ASCII.GetBytes(second));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = first.Length + second.Length;
            return true;
        }
    }
}
