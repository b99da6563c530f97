// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Schakel.Hosts.Tests.Web.Accounts;

namespace Schakel.Hosts.Tests.Web.Places;

/// <summary>The side of the colleagues, in the demo town: telling residents, asking somebody, letting and deciding.</summary>
public sealed partial class ResidentDeskTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_coordinator_tells_residents_about_an_opgave_and_takes_it_down_again()
    {
        using var town = await InventedTown.Make();
        using var site = town.Served();
        using var visit = await new Visit(site).As(await town.Who("wijkcoördinator Zuid"));
        await using var store = town.Stores.For(InventedTown.Voorbeeldstad);
        var opgave = await store.Opgaven.SingleAsync(opgave => opgave.Title.StartsWith("Jongeren"), Cancel);
        var page = $"/opgaven/{opgave.Id}/openbaar";
        Assert.Contains("Samen op het Steigerplein", (await visit.Get(page)).Text);

        var (refused, kept, _) = await visit.Post(page, page, ("title", "Ons plein"), ("what", " "), ("became", "Iets dat blijft staan"));
        var (told, _, _) = await visit.Post(page, page, ("title", "Ons plein"), ("what", "Wij praten"), ("positions", "ja"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused);
        Assert.Contains("Iets dat blijft staan", kept);
        Assert.Equal(HttpStatusCode.Redirect, told);
        Assert.Contains("Ons plein", (await visit.Get(page)).Text);
        Assert.Equal(HttpStatusCode.Redirect, (await visit.Post(page, page + "/weg", ("because", "Het is klaar"))).Status);
        Assert.Contains("Er is niets openbaar", (await visit.Get(page)).Text);
    }

    [Fact]
    public async Task A_youth_worker_asks_an_offerer_sees_the_contact_and_notes_a_no_that_leaves_nothing()
    {
        using var town = await InventedTown.Make();
        using var site = town.Served();
        using var visit = await new Visit(site).As(await town.Who("jongerenwerker"));
        var (_, board, _) = await visit.Get("/aanbod");
        Assert.DoesNotContain("bewoner@voorbeeldstad.example", board);
        var offer = OfferForm().Match(board).Groups[1].Value;

        var (asked, _, _) = await visit.Post("/aanbod", "/aanbod/" + offer, ("ask", "Drinkt u koffie mee in de volkstuin?"));
        var (_, after, _) = await visit.Get("/aanbod");
        var ask = AskForm().Match(after).Groups[1].Value;
        var (_, contact, _) = await visit.Post("/aanbod", $"/aanbod/vraag/{ask}/contact");
        Assert.Equal(HttpStatusCode.Redirect, (await visit.Post("/aanbod", $"/aanbod/vraag/{ask}/antwoord", ("answer", "no"))).Status);

        Assert.Equal(HttpStatusCode.Redirect, asked);
        Assert.DoesNotContain("/aanbod/" + offer + "\"", after);
        Assert.Contains("bewoner@voorbeeldstad.example", contact);
        await using var store = town.Stores.For(InventedTown.Voorbeeldstad);
        Assert.False(await store.Asks.AnyAsync(row => row.Text.Contains("volkstuin"), Cancel));
    }

    [Fact]
    public async Task An_adviser_talks_about_a_challenge_before_deciding_and_the_answer_may_become_public()
    {
        using var town = await InventedTown.Make();
        using var site = town.Served();
        var residents = new Schakel.Workspace.Residents.ResidentWork(new Schakel.Workspace.Storage.Workroom(town.Stores, Schakel.Workspace.Signals.ContactSeal.At(town.File + ".key"), TimeProvider.System));
        Assert.True((await residents.Challenge(Schakel.Workspace.Members.Actor.Visitor(InventedTown.Voorbeeldstad), "Wij maaien zelf", "Met de straat", null, "a@example.nl", mayBePublic: true, Cancel)).TryGet(out var request, out _));
        using var visit = await new Visit(site).As(await town.Who("adviseur schulden"));
        var deed = $"/bewoners/uitdaging/{request.Id}";

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visit.Post("/bewoners", deed, ("state", "granted"), ("because", "Goed plan"))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await visit.Post("/bewoners", deed, ("state", "inConversation"), ("because", "We praten"))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visit.Post("/bewoners", deed, ("state", "refused"), ("because", " "))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await visit.Post("/bewoners", deed, ("state", "partlyGranted"), ("because", "De berm wel, de heg niet"))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await visit.Post("/bewoners", deed + "/openbaar")).Status);
        using var visitor = new Visit(site);

        var (_, board, _) = await visitor.Get("/uitdagingen");

        Assert.Contains("De berm wel, de heg niet", board);
        Assert.DoesNotContain("a@example.nl", board);
    }

    [Fact]
    public async Task A_director_reads_what_residents_ask_and_changes_nothing()
    {
        using var town = await InventedTown.Make();
        using var site = town.Served();
        using var visit = await new Visit(site).As(await town.Who("gemeentesecretaris"));

        var (status, page, _) = await visit.Get("/bewoners");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.DoesNotContain("<form method=\"post\" action=\"/bewoners", page);
        Assert.Equal(HttpStatusCode.Forbidden, (await visit.Get("/aanbod")).Status);
    }

    [GeneratedRegex("action=\"/aanbod/([0-9a-f-]{36})\"")]
    private static partial Regex OfferForm();

    [GeneratedRegex("action=\"/aanbod/vraag/([0-9a-f-]{36})/antwoord\"")]
    private static partial Regex AskForm();
}
