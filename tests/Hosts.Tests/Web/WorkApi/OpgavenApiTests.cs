// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using Schakel.Hosts.Tests.Web.Accounts;

namespace Schakel.Hosts.Tests.Web.WorkApi;

/// <summary>Opgaven, judgements and advice for programs, over HTTP, with the people of Voorbeeldstad.</summary>
public sealed class OpgavenApiTests
{
    [Fact]
    public async Task A_question_is_opened_read_and_moved_in_the_version_that_was_seen()
    {
        using var town = await InventedTown.Make();
        using var site = town.Served();
        using var coordinator = await ApiClient.As(site, town, "wijkcoördinator Zuid");

        var opened = (await coordinator.Post("/opgaven", new { title = "Licht op het pad", question = "Het pad langs de vaart is donker." })).Is(HttpStatusCode.Created);
        var read = (await coordinator.Get(opened.Location!["/api/v1".Length..])).Is(HttpStatusCode.OK);
        var moved = (await coordinator.Post($"/opgaven/{opened.Id}/moves", new { state = "explored", because = "We kijken ernaar." }, read.Mark)).Is(HttpStatusCode.OK);

        Assert.Equal("noticed", (string?)read.Json["state"]);
        Assert.Null(read.Json["holderLevel"]);
        Assert.Equal("explored", (string?)moved.Json["state"]);
        Assert.NotEqual(read.Mark, moved.Mark);
        Assert.Equal("1.2.0", Assert.Single(read.Message.Headers.GetValues("API-Version")));
        Assert.Contains("no-store", read.Message.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        var story = await coordinator.Get($"/opgaven/{opened.Id}/story");
        Assert.Contains(story.Items, line => (string?)line!["to"] == "explored" && (string?)line["because"] == "We kijken ernaar.");
    }

    [Fact]
    public async Task A_change_without_the_version_is_refused_and_a_second_saver_sees_both()
    {
        using var town = await InventedTown.Make();
        using var site = town.Served();
        using var first = await ApiClient.As(site, town, "wijkcoördinator Zuid");
        using var second = await ApiClient.As(site, town, "wijkagent");
        var path = await Square(first);
        var seen = (await second.Get(path)).Mark;
        (await first.Put(path + "/expectation", new { expectation = "Rustiger in het voorjaar." }, seen)).Is(HttpStatusCode.OK);

        (await second.Put(path + "/expectation", new { expectation = "Rustiger in de zomer." })).Is((HttpStatusCode)428, "if-match-missing");
        (await second.Put(path + "/expectation", new { expectation = "Rustiger in de zomer." }, "drie")).Is(HttpStatusCode.BadRequest, "bad-parameter");
        var conflict = (await second.Put(path + "/expectation", new { expectation = "Rustiger in de zomer." }, seen)).Is(HttpStatusCode.PreconditionFailed, "someone-saved-first");

        var difference = Assert.Single(conflict.Json["differences"]!.AsArray())!;
        Assert.Equal(("expectation", "Rustiger in het voorjaar.", "Rustiger in de zomer."), ((string?)difference["member"], (string?)difference["theirs"], (string?)difference["yours"]));
        Assert.Equal("Rustiger in het voorjaar.", (string?)(await second.Get(path)).Json["expectation"]);
        (await second.Put(path + "/expectation", new { expectation = "Rustiger in de zomer." }, conflict.Mark)).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_has_not_judged_sees_neither_what_others_think_nor_the_advice()
    {
        using var town = await InventedTown.Make();
        using var site = town.Served();
        using var coordinator = await ApiClient.As(site, town, "wijkcoördinator Zuid");
        using var officer = await ApiClient.As(site, town, "wijkagent");
        var opened = await coordinator.Post("/opgaven", new { title = "Licht op het pad", question = "Donker." });
        var path = $"/opgaven/{opened.Id}";
        object judgement = new { cause = 2, lever = 2, kind = "direct", authority = "own", because = "De lampen zijn van ons." };
        (await coordinator.Put(path + "/judgements/buurt", judgement)).Is(HttpStatusCode.OK);
        (await coordinator.Put(path + "/judgements/gemeente", judgement)).Is(HttpStatusCode.OK);

        var blind = (await officer.Get(path + "/judgements")).Is(HttpStatusCode.OK);
        (await officer.Get(path + "/advice")).Is(HttpStatusCode.NotFound, "no-advice");
        (await officer.Send("POST", path + "/advice")).Is(HttpStatusCode.UnprocessableEntity, "judge-first");
        (await officer.Put(path + "/judgements/buurt", new { cause = 1, lever = 3, kind = "partial", authority = "shared", because = "Het pad is van het waterschap." })).Is(HttpStatusCode.OK);
        var open = (await officer.Get(path + "/judgements")).Is(HttpStatusCode.OK);
        var advice = (await officer.Send("POST", path + "/advice?lang=en")).Is(HttpStatusCode.OK);

        Assert.DoesNotContain("De lampen zijn van ons.", blind.Text, StringComparison.Ordinal);
        Assert.All(blind.Items, rung => Assert.Null(rung!["cause"]));
        var judged = open.Items.Single(rung => (string?)rung!["level"] == "buurt")!;
        Assert.Equal((1, 2), ((int)judged["cause"]!["lowest"]!, (int)judged["cause"]!["highest"]!));
        Assert.Contains("De lampen zijn van ons.", judged["reasonings"]!.AsArray().Select(line => (string?)line));
        Assert.All(advice.Json["readings"]!.AsArray(), reading => Assert.True(reading!["precise"] is not null && reading["flexible"] is not null));
        Assert.Contains("In the precise reading", advice.Text, StringComparison.Ordinal);
        Assert.Equal((string?)advice.Json["hash"], (string?)(await coordinator.Send("POST", path + "/advice")).Json["hash"]);
    }

    [Fact]
    public async Task Nobody_reads_what_is_not_theirs_and_a_visitor_is_told_to_sign_in()
    {
        using var town = await InventedTown.Make();
        using var site = town.Served();
        using var coordinator = await ApiClient.As(site, town, "wijkcoördinator Zuid");
        using var neighbour = await ApiClient.As(site, town, "coördinator Kleindorp", InventedTown.Kleindorp);
        using var analyst = await ApiClient.As(site, town, "analist");
        using var visitor = new ApiClient(site);
        var path = await Square(coordinator);

        (await neighbour.Get(path)).Is(HttpStatusCode.NotFound, "no-such-item");
        (await neighbour.Post(path + "/positions", new { group = "buren", text = "Wij ook." })).Is(HttpStatusCode.NotFound, "no-such-item");
        (await analyst.Post("/opgaven", new { title = "Iets", question = "Iets." })).Is(HttpStatusCode.Forbidden, "not-allowed");
        (await visitor.Get(path)).Is(HttpStatusCode.Unauthorized, "sign-in-first");
        (await coordinator.Get("/opgaven/geen-id")).Is(HttpStatusCode.NotFound, "no-such-item");
        (await coordinator.Send("POST", path + "/advice", null, null, ("Origin", "https://elders.nl"))).Is(HttpStatusCode.Forbidden, "from-another-site");
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"title":"a"}""")]
    [InlineData("""{"title":"a","question":null}""")]
    [InlineData("""{"title":"a","question":"b","levle":"buurt"}""")]
    [InlineData("""{"title":"a","title":"a","question":"b"}""")]
    [InlineData("""{"title":"a","question":"b\u0000"}""")]
    [InlineData("""{"title":"a","question":"\ud800"}""")]
    [InlineData("""{"title":1,"question":"b"}""")]
    public async Task A_body_that_cannot_be_read_is_refused_with_the_members_that_it_should_have(string body)
    {
        using var town = await InventedTown.Make();
        using var site = town.Served();
        using var coordinator = await ApiClient.As(site, town, "wijkcoördinator Zuid");

        var refused = (await coordinator.Send("POST", "/opgaven", body)).Is(HttpStatusCode.BadRequest, "body-not-readable");

        Assert.Contains("title: text, question: text, level: text?", (string?)refused.Json["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_comes_by_name_in_pages()
    {
        using var town = await InventedTown.Make();
        using var site = town.Served();
        using var coordinator = await ApiClient.As(site, town, "wijkcoördinator Zuid");
        var whole = (await coordinator.Get("/opgaven")).Items.Select(entry => (string)entry!["title"]!).ToList();

        var titles = new List<string>();
        var next = "/opgaven?limit=2";
        for (var asked = 0; next is not null && asked < 20; asked++)
        {
            var page = (await coordinator.Get(next)).Is(HttpStatusCode.OK);
            titles.AddRange(page.Items.Select(entry => (string)entry!["title"]!));
            next = page.Link is { } link ? new Uri(link[1..link.IndexOf('>', StringComparison.Ordinal)]).PathAndQuery["/api/v1".Length..] : null;
        }

        Assert.Equal(whole, titles);
        Assert.Equal(whole.Order(StringComparer.Ordinal), titles);
        (await coordinator.Get("/opgaven?limit=0")).Is(HttpStatusCode.BadRequest, "bad-parameter");
        (await coordinator.Get("/opgaven?after=iets")).Is(HttpStatusCode.BadRequest, "bad-parameter");
    }

    [Fact]
    public async Task Without_a_workspace_the_answer_says_so()
    {
        using var site = new ServedSite(new SmallTown());
        using var nobody = new ApiClient(site);

        var refused = await nobody.Get("/opgaven");

        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Equal("application/problem+json", refused.Type);
    }

    private static async Task<string> Square(ApiClient client) =>
        $"/opgaven/{(string?)(await client.Get("/opgaven")).Items.Single(entry => (string?)entry!["title"] == "Jongeren en overlast rond het plein")!["id"]}";
}
