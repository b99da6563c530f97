// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using System.Text.RegularExpressions;
using Schakel.Hosts.Tests.Web.Accounts;

namespace Schakel.Hosts.Tests.Web.Town;

/// <summary>Tasks, signals, directions, visions, gaps and the craft over HTTP, without script: refusals in words, two who save at once, and walls.</summary>
public sealed partial class TownPageTests
{
    [Theory]
    [InlineData("name", "")]
    [InlineData("steering", "")]
    [InlineData("steering", "2")]
    [InlineData("owner", "")]
    [InlineData("room", " ")]
    public async Task A_central_task_without_owner_or_room_for_tailor_made_answers_is_refused_and_keeps_what_was_typed(string field, string value)
    {
        using var town = await InventedTown.Make();
        using var site = town.Served();
        using var keeper = await new Visit(site).As(await town.Who("beheerder openbare ruimte"));
        var owner = Option((await keeper.Get("/taken/nieuw")).Text, "nieuw-eigenaar", "openbare ruimte");
        (string, string)[] good = [("name", "Bomen snoeien"), ("steering", "central"), ("owner", owner), ("room", "Een gevaarlijke tak halen we meteen weg.")];

        var (status, text, _) = await keeper.Post("/taken/nieuw", "/taken/nieuw", [.. good.Where(known => known.Item1 != field), (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("role=\"alert\"", text, StringComparison.Ordinal);
        Assert.Contains(field == "room" ? "Bomen snoeien" : "gevaarlijke tak", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Bomen snoeien", (await keeper.Get("/taken")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await keeper.Post("/taken/nieuw", "/taken/nieuw", good)).Status);
    }

    [Fact]
    public async Task A_next_version_takes_the_place_of_a_task_once_and_the_second_who_tries_is_told()
    {
        using var town = await InventedTown.Make();
        using var site = town.Served();
        using var keeper = await new Visit(site).As(await town.Who("beheerder openbare ruimte"));
        var task = Link((await keeper.Get("/taken")).Text, "/taken", "Afval ophalen");
        var owner = Option((await keeper.Get(task)).Text, "opvolger-eigenaar", "openbare ruimte");
        async Task<string> Next(string room) => (await keeper.Post(task, task + "/opvolger", ("name", "Afval ophalen"), ("steering", "mixed"), ("owner", owner), ("room", room))).Location!;
        var (first, second) = (await Next("Ook bij de poort."), await Next("Ook in de steeg."));

        Assert.Equal(HttpStatusCode.Redirect, (await keeper.Post(first, first + "/ingaan", ("because", "Bewoners vroegen erom."))).Status);
        var (status, text, _) = await keeper.Post(second, second + "/ingaan", ("because", "Ik ook."));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("Alleen wat geldt kan een volgende versie krijgen", WebUtility.HtmlDecode(text), StringComparison.Ordinal);
        Assert.Contains("Dit geldt niet meer.", (await keeper.Get(task)).Text, StringComparison.Ordinal);
        Assert.Contains("Bewoners vroegen erom.", (await keeper.Get(task)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_rewrite_a_draft_at_once_see_both_versions()
    {
        using var town = await InventedTown.Make();
        using var site = town.Served();
        using var director = await new Visit(site).As(await town.Who("gemeentesecretaris"));
        var (_, _, draft) = await director.Post("/richting", "/richting/nieuw", ("text", "We vragen het eerst."), ("networks", "ja"));
        var seen = Regex.Match((await director.Get(draft!)).Text, "id=\"vorm-herschrijven\".*?name=\"seen\" value=\"([0-9]+)\"", RegexOptions.Singleline).Groups[1].Value;
        await director.Post(draft!, draft + "/herschrijven", ("seen", seen), ("text", "We vragen het de straat eerst."), ("networks", "ja"));

        var (status, text, _) = await director.Post(draft!, draft + "/herschrijven", ("seen", seen), ("text", "We vragen het de stad eerst."), ("networks", "ja"));

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("We vragen het de straat eerst.", text, StringComparison.Ordinal);
        Assert.Contains("We vragen het de stad eerst.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signal_needs_words_and_a_place_and_goes_to_nobody_when_it_is_about_no_task()
    {
        using var town = await InventedTown.Make();
        using var site = town.Served();
        using var officer = await new Visit(site).As(await town.Who("wijkagent"));
        async Task<HttpStatusCode> Given(params (string, string)[] fields) => (await officer.Post("/signalen/nieuw", "/signalen/nieuw", fields)).Status;

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Given(("text", ""), ("x", "155000"), ("y", "463000")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Given(("text", "Glas op straat.")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Given(("text", "Glas op straat."), ("area", "BU00000000")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Given(("text", "Glas op straat."), ("x", "52.1"), ("y", "5.3")));
        var (status, _, signal) = await officer.Post("/signalen/nieuw", "/signalen/nieuw", ("text", "Glas op straat."), ("source", "resident"), ("x", "155000"), ("y", "463000"), ("contact", "b@voorbeeldstad.example"));

        Assert.Equal(HttpStatusCode.Redirect, status);
        var page = (await officer.Get(signal!)).Text;
        Assert.Contains("Nog bij niemand", page, StringComparison.Ordinal);
        Assert.Contains("b@voorbeeldstad.example", page, StringComparison.Ordinal);
        // A department answers for its own tasks; what lies with nobody is not theirs to open, nor its contact to see.
        using var adviser = await new Visit(site).As(await town.Who("hoofd Jeugd"));
        Assert.Equal(HttpStatusCode.Forbidden, (await adviser.Get(signal!)).Status);
        Assert.DoesNotContain("Glas op straat.", (await adviser.Get("/signalen")).Text, StringComparison.Ordinal);
        using var neighbour = await new Visit(site).As(await town.Who("coördinator Kleindorp", InventedTown.Kleindorp));
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.Get(signal!)).Status);
    }

    [Fact]
    public async Task A_signal_that_is_taken_up_again_asks_for_an_answer_again()
    {
        using var town = await InventedTown.Make();
        using var site = town.Served();
        using var owner = await new Visit(site).As(await town.Who("beheerder openbare ruimte"));
        var signal = Link((await owner.Get("/signalen")).Text, "/signalen", "De helling bij de fietstunnel");
        Assert.Equal(HttpStatusCode.Redirect, (await owner.Post(signal, signal + "/antwoord", ("answer", "Er is gestrooid."), ("close", "ja"))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await owner.Post(signal, signal + "/heropenen", ("because", "Het is weer glad."))).Status);
        var task = Option((await owner.Get(signal)).Text, "door-taak", "Strooien bij gladheid");
        Assert.Equal(HttpStatusCode.Redirect, (await owner.Post(signal, signal + "/doorsturen", ("task", task), ("because", "Weer voor ons."))).Status);

        var (status, text, _) = await owner.Post(signal, signal + "/sluiten", ("because", "Klaar."));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("Antwoord in woorden", text, StringComparison.Ordinal);
        // What was answered the first time stays in the story.
        Assert.Contains("Er is gestrooid.", (await owner.Get(signal)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_asked_a_gap_answers_it_without_a_seat_at_the_table()
    {
        using var town = await InventedTown.Make();
        using var site = town.Served();
        using var coordinator = await new Visit(site).As(await town.Who("wijkcoördinator Zuid"));
        var police = Option((await coordinator.Get("/lacunes")).Text, "lacune-wie", "Politie");
        Assert.Equal(HttpStatusCode.Redirect, (await coordinator.Post("/lacunes", "/lacunes/nieuw", ("question", "Mag een buurtvader de sleutel hebben?"), ("addressee", police))).Status);
        using var officer = await new Visit(site).As(await town.Who("wijkagent"));
        var form = Regex.Match((await officer.Get("/lacunes")).Text, "action=\"(/lacunes/lacunes/[0-9a-f-]{36}|/lacunes/[0-9a-f-]{36})\"").Groups[1].Value;

        Assert.NotEmpty(form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await officer.Post("/lacunes", form, ("answer", "explain"), ("words", ""))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await officer.Post("/lacunes", form, ("answer", "explain"), ("words", "Nee, de school gaat over de sleutel."))).Status);
        Assert.Contains("Nee, de school gaat over de sleutel.", (await coordinator.Get("/lacunes")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await coordinator.Post("/lacunes", form, ("answer", "explain"), ("words", "Ik antwoord zelf."))).Status);
    }

    [Fact]
    public async Task Notes_of_a_group_are_for_its_members_and_a_story_opens_when_both_municipalities_say_yes()
    {
        const string note = "In een dorp zonder wijken begint het bij de bakker.";
        const string story = "Kleindorp is te klein om dit alleen te leren.";
        using var town = await InventedTown.Make();
        using var site = town.Served();
        using var member = await new Visit(site).As(await town.Who("wijkcoördinator Zuid"));
        using var other = await new Visit(site).As(await town.Who("wijkagent"));
        using var neighbour = await new Visit(site).As(await town.Who("coördinator Kleindorp", InventedTown.Kleindorp));

        Assert.Contains(note, (await member.Get("/vakwerk")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(note, (await other.Get("/vakwerk")).Text, StringComparison.Ordinal);
        var before = (await neighbour.Get("/vakwerk")).Text;
        Assert.DoesNotContain(note, before, StringComparison.Ordinal);
        Assert.DoesNotContain(story, before, StringComparison.Ordinal);
        var form = Regex.Match(before, "action=\"(/vakwerk/uitwisseling/[0-9a-f-]{36})\"").Groups[1].Value;
        Assert.Equal(HttpStatusCode.Redirect, (await neighbour.Post("/vakwerk", form, ("answer", "ja"))).Status);
        Assert.Contains(story, (await neighbour.Get("/vakwerk")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_vision_takes_two_and_an_opgave_goes_by_it_once()
    {
        using var town = await InventedTown.Make();
        using var site = town.Served();
        using var coordinator = await new Visit(site).As(await town.Who("wijkcoördinator Zuid"));
        var with = Option((await coordinator.Get("/visies")).Text, "nieuw-met", "jongerenwerker");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await coordinator.Post("/visies", "/visies/nieuw", ("theme", "Spelen"), ("text", "Elke straat heeft een speelplek."))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await coordinator.Post("/visies", "/visies/nieuw", ("text", "Zomaar."), ("with", with))).Status);
        var (_, _, vision) = await coordinator.Post("/visies", "/visies/nieuw", ("theme", "Spelen"), ("text", "Elke straat heeft een speelplek."), ("with", with));
        Assert.Contains("Samen geschreven met: jongerenwerker.", (await coordinator.Get(vision!)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await coordinator.Post(vision!, vision + "/ingaan", ("with", with), ("because", "De kinderraad vroeg erom."))).Status);
        var opgave = Link((await coordinator.Get("/opgaven")).Text, "/opgaven", "Schulden");
        var id = vision![^36..];
        Assert.Equal(HttpStatusCode.Redirect, (await coordinator.Post(opgave, opgave + "/visie", ("vision", id), ("because", "Ouders praten daar."))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await coordinator.Post(opgave, opgave + "/visie", ("vision", id), ("because", "Nog eens."))).Status);
        Assert.Contains("Elke straat heeft een speelplek.", (await coordinator.Get(opgave)).Text, StringComparison.Ordinal);
        Assert.Contains("Schulden", (await coordinator.Get(vision)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wijkcoördinator Zuid")]
    [InlineData("gemeentesecretaris")]
    [InlineData("hoofd Jeugd")]
    public async Task No_page_counts_what_people_do_and_a_director_reads_no_signal(string function)
    {
        using var town = await InventedTown.Make();
        using var site = town.Served();
        using var reader = await new Visit(site).As(await town.Who(function));

        foreach (var page in new[] { "/taken", "/richting", "/visies", "/vakwerk", "/lacunes", "/tafel" })
        {
            var (status, text, _) = await reader.Get(page);
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.DoesNotMatch(@"(?i)\bscore\b|ranglijst|gemiddeld|\b\d+ (taken|signalen|richtingen|visies|leden|notities|antwoorden)\b", Tags().Replace(text, " "));
        }

        Assert.Equal(function == "gemeentesecretaris" ? HttpStatusCode.Forbidden : HttpStatusCode.OK, (await reader.Get("/signalen")).Status);
    }

    private static string Link(string text, string room, string words) =>
        Regex.Match(text, $"<a href=\"({room}/[0-9a-f-]{{36}})\">{Regex.Escape(words)}").Groups[1].Value;

    private static string Option(string text, string field, string words) =>
        Regex.Match(text, $"id=\"{field}\".*?<option value=\"([0-9a-f-]{{36}})\"[^>]*>(?:(?!</option>).)*{Regex.Escape(words)}", RegexOptions.Singleline) is { Success: true } found
            ? Regex.Matches(found.Value, "<option value=\"([0-9a-f-]{36})\"")[^1].Groups[1].Value : "";

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();
}
