// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using System.Text.Json.Nodes;
using Schakel.Hosts.Tests.Web.Accounts;

namespace Schakel.Hosts.Tests.Web.WorkApi;

/// <summary>The story of the square, told by programs: from a question to an approach at the right scales, and back.</summary>
public sealed class TheSquareApiTests
{
    [Fact]
    public async Task From_a_question_to_an_approach_and_back()
    {
        using var town = await InventedTown.Make();
        using var site = town.Served();
        using var coordinator = await ApiClient.As(site, town, "wijkcoördinator Zuid");
        using var officer = await ApiClient.As(site, town, "wijkagent");
        using var youth = await ApiClient.As(site, town, "hoofd Jeugd");
        var organisations = (await coordinator.Get("/organisations")).Items;
        var ours = (await town.Who("wijkcoördinator Zuid")).Organisation;
        var theirs = (await town.Who("hoofd Jeugd")).Organisation;
        Assert.Contains(organisations, known => (string?)known!["id"] == theirs.ToString());

        // Open.
        var path = (await coordinator.Post("/opgaven", new { title = "Avonden op het plein", question = "Buren slapen slecht; jongeren kunnen nergens heen." })).Is(HttpStatusCode.Created).Location!["/api/v1".Length..];
        (await coordinator.Post(path + "/moves", new { state = "explored", because = "We zoeken uit wat er speelt." }, (await coordinator.Get(path)).Mark)).Is(HttpStatusCode.OK);
        (await coordinator.Post(path + "/positions", new { group = "jongeren", text = "Wij willen een plek." })).Is(HttpStatusCode.Created);
        (await coordinator.Post(path + "/places", new { name = "Het plein", outline = "POLYGON ((100 400000, 200 400000, 200 400100, 100 400100, 100 400000))" })).Is(HttpStatusCode.Created);

        // Judge, twice, and ask for advice.
        foreach (var judge in new[] { coordinator, officer })
        {
            (await judge.Put(path + "/judgements/buurt", new { cause = 2, lever = 2, kind = "partial", authority = "own", because = "Hier zien we het." })).Is(HttpStatusCode.OK);
            (await judge.Put(path + "/judgements/gemeente", new { cause = 2, lever = 3, kind = "direct", authority = "own", because = "De sporthal is van de stad." })).Is(HttpStatusCode.OK);
        }

        var advice = (await coordinator.Send("POST", path + "/advice")).Is(HttpStatusCode.OK);
        var buurt = advice.Json["readings"]!.AsArray().Single(reading => (string?)reading!["level"] == "buurt")!;

        // Overrule: nobody may do so without a reason, and then it stands beside the rule.
        var choice = new[] { "supplementary", "findingPlace" }.First(role => role != (string?)buurt["precise"] && role != (string?)buurt["flexible"]);
        var approach = (await coordinator.Get(path + "/approach")).Is(HttpStatusCode.OK);
        (await coordinator.Put(path + "/approach/roles/buurt", new { role = choice, because = " ", organisation = ours }, approach.Mark)).Is(HttpStatusCode.UnprocessableEntity, "overruling-needs-reason");
        approach = (await coordinator.Get(path + "/approach")).Is(HttpStatusCode.OK);
        (await coordinator.Put(path + "/approach/roles/buurt", new { role = choice, because = "De buurt weet wie er zijn.", organisation = ours }, approach.Mark)).Is(HttpStatusCode.OK);
        var overruling = Assert.Single((await coordinator.Get(path + "/advice")).Json["overrulings"]!.AsArray())!;
        Assert.Equal((choice, "De buurt weet wie er zijn."), ((string?)overruling["choice"], (string?)overruling["because"]));

        // Agreeing lists what is missing, and is refused without anybody above the wijk.
        await Write("/no-figures", new { because = "Slapeloze nachten worden niet geteld." });
        await Write("/expectation", new { expectation = "Rustiger nachten voor het einde van de zomer." });
        (await coordinator.Post(path + "/moves", new { state = "agreed", because = "Zo doen we het." }, (await coordinator.Get(path)).Mark)).Is(HttpStatusCode.UnprocessableEntity, "approach-needs-supra-local");
        Assert.Contains((await coordinator.Get(path + "/missing")).Items, lack => (string?)lack!["code"] == "approach-needs-supra-local");
        (await coordinator.Put(path + "/approach/roles/gemeente", new { role = "lead", because = "De sporthal gaat open.", organisation = theirs }, (await coordinator.Get(path + "/approach")).Mark)).Is(HttpStatusCode.OK);
        var agreed = (await coordinator.Post(path + "/moves", new { state = "agreed", because = "Zo doen we het." }, (await coordinator.Get(path)).Mark)).Is(HttpStatusCode.OK);
        Assert.Equal("agreed", (string?)agreed.Json["state"]);

        // Hand over, and get it back with a reason.
        var handover = (await coordinator.Post(path + "/handovers", new { kind = "whole", fromLevel = "buurt", addressee = theirs, toLevel = "gemeente", because = "Jullie gaan over de sporthal.", returnBy = "2100-01-01" })).Is(HttpStatusCode.Created);
        (await coordinator.Post(path + "/handovers", new { kind = "whole", fromLevel = "buurt", addressee = theirs, toLevel = "gemeente", because = "Nog eens." })).Is(HttpStatusCode.Conflict, "handover-already-open");
        var at = handover.Location!["/api/v1".Length..];
        Assert.Equal(ours.ToString(), (string?)handover.Json["responsible"]);
        (await coordinator.Post(at + "/answers", new { answer = "accept", words = "Wij zelf." }, handover.Mark)).Is(HttpStatusCode.Forbidden, "not-allowed");
        var accepted = (await youth.Post(at + "/answers", new { answer = "accept", words = "Dat doen wij." }, (await youth.Get(at)).Mark)).Is(HttpStatusCode.OK);
        Assert.Equal(theirs.ToString(), (string?)accepted.Json["responsible"]);
        (await youth.Post(at + "/answers", new { answer = "return", words = "" }, accepted.Mark)).Is(HttpStatusCode.UnprocessableEntity, "handover-needs-why-not");
        var returned = (await youth.Post(at + "/answers", new { answer = "return", words = "Er is geen geld voor toezicht." }, accepted.Mark)).Is(HttpStatusCode.OK);
        Assert.Equal(("returned", ours.ToString()), ((string?)returned.Json["state"], (string?)returned.Json["responsible"]));

        // What policy does not provide for is asked, and answered in words.
        var gap = (await coordinator.Post(path + "/policy-gaps", new { question = "Wie betaalt het toezicht?", addressee = theirs })).Is(HttpStatusCode.Created);
        gap = (await youth.Post($"/policy-gaps/{gap.Id}/answers", new { answer = "receive", words = "We kijken ernaar." }, gap.Mark)).Is(HttpStatusCode.OK);
        (await youth.Post($"/policy-gaps/{gap.Id}/answers", new { answer = "explain", words = "Vanaf volgend jaar wij." }, gap.Mark)).Is(HttpStatusCode.OK);

        // A reflection is its author's until they share it.
        var reflection = (await officer.Post("/reflections", new { text = "Ik had eerder met de jongeren moeten praten.", opgave = path[^36..] })).Is(HttpStatusCode.Created);
        (await coordinator.Get($"/reflections/{reflection.Id}")).Is(HttpStatusCode.NotFound, "no-such-item");
        (await coordinator.Put($"/reflections/{reflection.Id}/state", new { state = "shared" })).Is(HttpStatusCode.NotFound, "no-such-item");
        (await coordinator.Send("DELETE", $"/reflections/{reflection.Id}")).Is(HttpStatusCode.NotFound, "no-such-item");
        (await officer.Put($"/reflections/{reflection.Id}/state", new { state = "shared" })).Is(HttpStatusCode.OK);
        Assert.False((bool)(await coordinator.Get($"/reflections/{reflection.Id}")).Is(HttpStatusCode.OK).Json["isMine"]!);

        // And all of it reads as one story, in which judgements have no names.
        var story = (await coordinator.Get(path + "/story")).Items;
        Assert.Contains(story, line => (string?)line!["because"] == "Er is geen geld voor toezicht.");
        Assert.All(story.Where(line => (string?)line!["kind"] == "judgement"), line => Assert.Null((JsonNode?)line!["who"]));

        async Task Write(string part, object body) => (await coordinator.Put(path + part, body, (await coordinator.Get(path)).Mark)).Is(HttpStatusCode.OK);
    }
}
