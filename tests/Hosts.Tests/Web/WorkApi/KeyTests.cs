// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Schakel.Hosts.Tests.Web.Accounts;
using Schakel.Workspace.Members;

namespace Schakel.Hosts.Tests.Web.WorkApi;

/// <summary>Keys for programs: made once by a person, holding until a day, taken back at once; and what is sent twice is done once.</summary>
public sealed class KeyTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string InAMonth => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddMonths(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_program_with_a_key_may_what_its_owner_may_until_it_is_taken_back()
    {
        using var town = await InventedTown.Make();
        using var site = town.Served();
        using var coordinator = await ApiClient.As(site, town, "wijkcoördinator Zuid");
        using var program = new ApiClient(site);
        var key = (await coordinator.Post("/keys", new { name = "koppeling", until = InAMonth, mayWrite = true })).Is(HttpStatusCode.Created);
        var bearer = ("Authorization", $"Bearer {(string?)key.Json["secret"]}");

        var opened = (await program.Send("POST", "/opgaven", new { title = "Van een programma", question = "Iets." }, null, bearer)).Is(HttpStatusCode.Created);
        (await program.Send("GET", $"/opgaven/{opened.Id}", null, null, bearer)).Is(HttpStatusCode.OK);
        (await program.Send("GET", "/members", null, null, bearer)).Is(HttpStatusCode.Forbidden, "not-allowed");
        (await program.Send("POST", "/keys", new { name = "nog een", until = InAMonth }, null, bearer)).Is(HttpStatusCode.Forbidden, "only-in-person");
        Assert.DoesNotContain((string)key.Json["secret"]!, (await coordinator.Get("/keys")).Text, StringComparison.Ordinal);
        (await coordinator.Send("DELETE", $"/keys/{key.Id}")).Is(HttpStatusCode.OK);
        var refused = (await program.Send("GET", "/opgaven", null, null, bearer)).Is(HttpStatusCode.Unauthorized);

        Assert.Contains("Bearer", refused.Message.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        await using var store = town.Stores.For(InventedTown.Voorbeeldstad);
        Assert.Equal([SecurityEventKind.KeyMade, SecurityEventKind.KeyTakenBack], await store.SecurityEvents.Where(line => line.What == SecurityEventKind.KeyMade || line.What == SecurityEventKind.KeyTakenBack).OrderBy(line => line.Since).Select(line => line.What).ToListAsync(Cancel));
        Assert.Empty(await store.AccessKeys.ToListAsync(Cancel));
    }

    [Fact]
    public async Task A_key_for_reading_changes_nothing_and_goes_with_its_owner()
    {
        using var town = await InventedTown.Make();
        using var site = town.Served();
        var officer = await town.Who("wijkagent");
        using var person = await ApiClient.As(site, officer);
        using var program = new ApiClient(site);
        var bearer = ("Authorization", $"Bearer {(string?)(await person.Post("/keys", new { name = "lezen", until = InAMonth })).Json["secret"]}");

        (await program.Send("POST", "/opgaven", new { title = "Iets", question = "Iets." }, null, bearer)).Is(HttpStatusCode.Forbidden, "key-only-reads");
        (await program.Send("GET", "/opgaven", null, null, bearer)).Is(HttpStatusCode.OK);
        await using (var store = town.Stores.For(InventedTown.Voorbeeldstad))
        {
            (await store.Members.SingleAsync(known => known.Id == officer.Id, Cancel)).Leave(DateTimeOffset.UnixEpoch);
            await store.SaveChangesAsync(Cancel);
        }

        (await program.Send("GET", "/opgaven", null, null, bearer)).Is(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("Bearer schakel_")]
    [InlineData("Bearer x")]
    [InlineData("Basic YTpi")]
    [InlineData("Bearer schakel_00000000000000000000000000000000aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task A_key_that_is_none_opens_nothing_also_beside_a_cookie(string given)
    {
        using var town = await InventedTown.Make();
        using var site = town.Served();
        using var coordinator = await ApiClient.As(site, town, "wijkcoördinator Zuid");

        (await coordinator.Send("GET", "/opgaven", null, null, ("Authorization", given))).Is(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("2000-01-01")]
    [InlineData("9999-12-31")]
    public async Task A_key_ends_within_a_year(string until)
    {
        using var town = await InventedTown.Make();
        using var site = town.Served();
        using var coordinator = await ApiClient.As(site, town, "wijkcoördinator Zuid");

        (await coordinator.Post("/keys", new { name = "lang", until })).Is(HttpStatusCode.UnprocessableEntity, "key-until-not-usable");
    }

    [Fact]
    public async Task What_is_sent_twice_with_one_key_is_made_once()
    {
        using var town = await InventedTown.Make();
        using var site = town.Served();
        using var coordinator = await ApiClient.As(site, town, "wijkcoördinator Zuid");
        using var officer = await ApiClient.As(site, town, "wijkagent");
        var mark = ("Idempotency-Key", "zaak 12");
        object body = new { title = "Een keer", question = "Niet twee keer." };

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => coordinator.Send("POST", "/opgaven", body, null, mark)));
        (await coordinator.Send("POST", "/opgaven", new { title = "Iets anders", question = "Toch." }, null, mark)).Is(HttpStatusCode.Conflict, "key-used-before");
        (await officer.Send("POST", "/opgaven", body, null, mark)).Is(HttpStatusCode.Created);
        (await coordinator.Send("POST", "/opgaven", body, null, ("Idempotency-Key", new string('x', 201)))).Is(HttpStatusCode.BadRequest, "bad-parameter");
        var refused = (await coordinator.Send("POST", "/opgaven", new { title = "", question = "x" }, null, ("Idempotency-Key", "leeg"))).Is(HttpStatusCode.UnprocessableEntity, "text-missing");

        var made = Assert.Single(answers, answer => answer.Status == HttpStatusCode.Created);
        Assert.All(answers.Where(answer => answer != made), again => Assert.Equal((HttpStatusCode.SeeOther, made.Location), (again.Status, again.Location)));
        Assert.Equal(2, (await coordinator.Get("/opgaven")).Items.Count(entry => (string?)entry!["title"] == "Een keer"));
        // A refusal is not received: mended, it may be sent again.
        Assert.NotNull(refused);
        (await coordinator.Send("POST", "/opgaven", new { title = "Hersteld", question = "x" }, null, ("Idempotency-Key", "leeg"))).Is(HttpStatusCode.Created);
    }
}
