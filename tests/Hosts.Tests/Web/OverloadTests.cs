// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using System.Text.Json;
using Schakel.Hosts.Tests.Web.Accounts;

namespace Schakel.Hosts.Tests.Web;

/// <summary>More questions than the server can answer: some are refused in words, none hangs.</summary>
public sealed class OverloadTests
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(20);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Beyond_those_that_may_wait_a_question_is_refused_and_nobody_hangs()
    {
        using var mayEnd = new ManualResetEventSlim();
        using var site = new ServedSite(Slow(mayEnd), ("Schakel:AtOnce", "2"), ("Schakel:Waiting", "4")); // half of it for one address

        // Equal questions are one question; these differ in their address.
        var asked = Enumerable.Range(0, 12).Select(reader => site.Client.GetAsync($"/api/v1/scale-picture?indicator=fietsdiefstal&reader={reader}", Cancel)).ToArray();
        while (asked.Count(answer => answer.IsCompleted) < 9)
            await Task.Delay(10, Cancel);
        using var health = await site.Client.GetAsync("/health", Cancel);
        mayEnd.Set();
        var answers = await Task.WhenAll(asked).WaitAsync(patience, Cancel);

        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        Assert.Equal(3, answers.Count(answer => answer.StatusCode == HttpStatusCode.OK));
        var refused = answers.Where(answer => answer.StatusCode == HttpStatusCode.TooManyRequests).ToArray();
        Assert.Equal(9, refused.Length);
        Assert.All(refused, answer => Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType));
        Assert.All(refused, answer => Assert.NotNull(answer.Headers.RetryAfter));
        using var problem = JsonDocument.Parse(await refused[0].Content.ReadAsStringAsync(Cancel));
        Assert.Equal("/problems/too-many-requests", problem.RootElement.GetProperty("type").GetString());
        using var afterwards = await site.Client.GetAsync("/kaart", Cancel);
        Assert.Equal(HttpStatusCode.OK, afterwards.StatusCode);
    }

    [Fact]
    public async Task Too_many_new_pictures_are_refused_with_503_and_the_server_recovers()
    {
        using var mayEnd = new ManualResetEventSlim();
        using var site = new ServedSite(Slow(mayEnd));

        // A year makes a question of its own; the study of each waits until it may end.
        var asked = Enumerable.Range(1000, 80).Select(year => site.Client.GetAsync($"/api/v1/scale-picture?indicator=fietsdiefstal&year={year}", Cancel)).ToArray();
        while (asked.Count(answer => answer.IsCompleted) < 16)
            await Task.Delay(10, Cancel);
        using var page = await site.Client.GetAsync("/kaart?taal=en", Cancel);
        mayEnd.Set();
        var answers = await Task.WhenAll(asked).WaitAsync(patience, Cancel);
        using var afterwards = await site.Client.GetAsync("/kaart", Cancel);

        Assert.Equal(64, answers.Count(answer => answer.StatusCode == HttpStatusCode.OK));
        Assert.Equal(16, answers.Count(answer => answer.StatusCode == HttpStatusCode.ServiceUnavailable));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
        Assert.Contains("The server is stopping or too busy.", await page.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, afterwards.StatusCode);
    }

    [Fact]
    public async Task Somebody_who_asks_without_end_takes_only_their_own_room()
    {
        using var mayEnd = new ManualResetEventSlim();
        using var town = await InventedTown.Make();
        using var site = new ServedSite(Slow(mayEnd), ("Schakel:Workspace", town.File), ("Schakel:AtOnceOfOne", "2"), ("Schakel:WaitingOfOne", "3"));
        using var greedy = await new Visit(site).As(await town.Who("wijkcoördinator Zuid"));
        using var colleague = await new Visit(site).As(await town.Who("wijkagent"));

        var asked = Enumerable.Range(0, 12).Select(_ => greedy.Get("/api/v1/scale-picture?indicator=fietsdiefstal")).ToArray();
        while (asked.Count(answer => answer.IsCompleted) < 7)
            await Task.Delay(10, Cancel);
        var other = await colleague.Get("/opgaven").WaitAsync(patience, Cancel);
        using var forged = new HttpRequestMessage(HttpMethod.Get, "/cijfers") { Headers = { { "Cookie", "schakel=verzonnen" } } };
        using var stranger = await site.Client.SendAsync(forged, Cancel);
        mayEnd.Set();
        var answers = await Task.WhenAll(asked).WaitAsync(patience, Cancel);

        Assert.Equal((5, 7), (answers.Count(answer => answer.Status == HttpStatusCode.OK), answers.Count(answer => answer.Status == HttpStatusCode.TooManyRequests)));
        Assert.Equal(HttpStatusCode.OK, other.Status);
        Assert.Equal(HttpStatusCode.OK, stranger.StatusCode);
    }

    [Fact]
    public async Task A_form_that_was_too_much_comes_back_with_what_was_typed()
    {
        using var mayEnd = new ManualResetEventSlim();
        using var town = await InventedTown.Make();
        using var site = new ServedSite(Slow(mayEnd), ("Schakel:Workspace", town.File), ("Schakel:AtOnceOfOne", "1"), ("Schakel:WaitingOfOne", "0"));
        using var greedy = await new Visit(site).As(await town.Who("wijkcoördinator Zuid"));
        var token = Visit.TokenIn((await greedy.Get("/opgaven/nieuw")).Text);

        var slow = greedy.Get("/api/v1/scale-picture?indicator=fietsdiefstal");
        (HttpStatusCode Status, string Text, string? Location) form;
        do
            form = await greedy.Send("/opgaven/nieuw", ("formulier", token), ("title", "Bankjes in het park"), ("question", "Wie zit er?"));
        while (form.Status == HttpStatusCode.Redirect);
        mayEnd.Set();
        await slow.WaitAsync(patience, Cancel);

        Assert.Equal(HttpStatusCode.TooManyRequests, form.Status);
        Assert.Contains("Bankjes in het park</textarea>", form.Text, StringComparison.Ordinal);
        Assert.Contains("Wie zit er?</textarea>", form.Text, StringComparison.Ordinal);
    }

    private static SmallTown Slow(ManualResetEventSlim mayEnd) => new()
    {
        Answer = question =>
        {
            mayEnd.Wait(patience, CancellationToken.None);
            return SmallTown.Picture() with { Question = question };
        },
    };
}
