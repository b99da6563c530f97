// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using System.Text.RegularExpressions;
using Schakel.Hosts.Tests.Web.Accounts;
using Schakel.Workspace.Tests.Storage;

namespace Schakel.Hosts.Tests.Web.Faults;

/// <summary>The database of the real program falls, or its file is taken away, while people work; and comes back.</summary>
public sealed partial class StoreGoneTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public async Task While_the_store_is_gone_everybody_hears_so_and_what_was_typed_is_saved_when_it_is_back(string kind)
    {
        await using var server = new PostgresServer();
        await using var town = await FaultTown.On(kind, server);
        await using var site = await town.Serve();
        using var coordinator = await town.SignIn(site, "wijkcoördinator Zuid");
        var square = Link().Match((await coordinator.Get("/opgaven")).Text).Groups[1].Value;
        Assert.Equal(HttpStatusCode.Redirect, (await coordinator.Post(square, square + "/standpunt", ("group", "ervoor"), ("position", "Dit stond er al."))).Status);
        var token = Visit.TokenIn((await coordinator.Get(square)).Text);

        await Take(town, server);
        var page = await coordinator.Get(square);
        var signedInAfter = coordinator.SetCookies;
        var sent = await coordinator.Send(square + "/standpunt", ("formulier", token), ("group", "buren <i>"), ("position", "Wij willen een bank."));
        var map = await coordinator.Get("/kaart");
        var alive = await coordinator.Get("/health");
        var ready = await coordinator.Get("/health/ready");
        using var program = new HttpClient { BaseAddress = site.Address };
        using var question = new HttpRequestMessage(HttpMethod.Get, "/api/v1/opgaven") { Headers = { { "Cookie", coordinator.CookieLine } } };
        using var api = await program.SendAsync(question, Cancel);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
        Assert.Contains("Dit ging bij ons mis.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("schakel=;", signedInAfter ?? "", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, sent.Status);
        Assert.Contains("Je tekst is bewaard.", sent.Text, StringComparison.Ordinal);
        Assert.Contains("Wij willen een bank.</textarea>", sent.Text, StringComparison.Ordinal);
        Assert.Contains("buren &lt;i&gt;</textarea>", sent.Text, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.ServiceUnavailable, map.Status);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), (alive.Status, ready.Status));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "application/problem+json"), (api.StatusCode, api.Content.Headers.ContentType?.MediaType));
        Assert.NotNull(api.Headers.RetryAfter);
        Assert.Contains("/problems/store-unreachable", await api.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);

        await Give(town, server);
        // The page with the text is sent as it stands: the fields, and the token that came along.
        var again = await coordinator.Send(square + "/standpunt", [.. Fields().Matches(sent.Text).Select(field => (field.Groups[1].Value, WebUtility.HtmlDecode(field.Groups[2].Value)))]);
        var after = (await coordinator.Get(square)).Text;

        Assert.True(again.Status == HttpStatusCode.Redirect, $"{again.Status} {again.Text}");
        Assert.Contains("Dit stond er al.", after, StringComparison.Ordinal);
        // Once, like what was written before: the first sending left nothing behind.
        Assert.Equal(Regex.Count(after, "Dit stond er al\\."), Regex.Count(after, "Wij willen een bank\\."));
        // An answer about readiness holds for a second.
        while ((await coordinator.Get("/health/ready")).Status != HttpStatusCode.OK)
            await Task.Delay(100, Cancel);
    }

    [Fact]
    public async Task A_program_that_starts_without_its_database_goes_on_when_that_comes()
    {
        await using var server = new PostgresServer();
        await using var town = await FaultTown.On("PostgreSQL", server);
        Visit coordinator;
        await using (var before = await town.Serve())
            coordinator = await town.SignIn(before, "wijkcoördinator Zuid");
        using var signedIn = coordinator;
        await Take(town, server);

        await using var site = await town.Serve();
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = site.Address };
        async Task<HttpResponseMessage> Get()
        {
            using var question = new HttpRequestMessage(HttpMethod.Get, "/opgaven") { Headers = { { "Cookie", coordinator.CookieLine } } };
            return await browser.SendAsync(question, Cancel);
        }

        using var during = await Get();
        await Give(town, server);
        using var after = await Get();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, during.StatusCode);
        Assert.False(during.Headers.Contains("Set-Cookie"));
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    private static Task Take(FaultTown town, PostgresServer server) => town.Setting.File is { } file ? Move(file, file + " elders") : server.Fall();

    private static Task Give(FaultTown town, PostgresServer server) => town.Setting.File is { } file ? Move(file + " elders", file) : server.Rise();

    private static Task Move(string from, string to)
    {
        foreach (var part in new[] { "", "-wal", "-shm" })
            if (File.Exists(from + part))
                File.Move(from + part, to + part);
        return Task.CompletedTask;
    }

    [GeneratedRegex("<a href=\"(/opgaven/[0-9a-f-]{36})\">")]
    private static partial Regex Link();

    [GeneratedRegex("(?:<textarea [^>]*name|<input type=\"hidden\" name)=\"([^\"]+)\"(?: rows=\"4\" maxlength=\"4000\">| value=\")([^<\"]*)")]
    private static partial Regex Fields();
}
