// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Schakel.Hosts.Tests.Web.Accounts;
using Schakel.Workspace.Offers;
using Schakel.Workspace.Opgaven;
using Schakel.Workspace.Residents;
using Schakel.Workspace.Signals;
using Schakel.Workspace.Tasks;
using static Schakel.Hosts.Tests.Web.Places.ResidentTown;

namespace Schakel.Hosts.Tests.Web.Places;

/// <summary>What residents meet: pages that say who to turn to, forms that refuse in words, and nothing of anybody on a public page before a colleague let it.</summary>
public sealed partial class ResidentPageTests
{
    private const string Attack = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_place_says_who_to_turn_to_even_when_nothing_goes_on_and_needs_no_cookie()
    {
        using var town = await Make();
        using var visit = new Visit(town.Site);

        foreach (var path in new[] { "/plek", "/plek/BU1", "/plek/WK1", "/plek/BU1/teken", "/plek/BU1/kaart.json", "/plek/BU1/volgen.atom", "/vraag-mij", "/meld", "/initiatieven", "/uitdagingen" })
        {
            var (status, _, _) = await visit.Get(path);
            Assert.Equal((path, HttpStatusCode.OK, null), (path, status, visit.SetCookies));
        }

        var (_, page, _) = await visit.Get("/plek/BU1");
        Assert.Contains("Loket Kleine Stad, telefoon 14 099", page);
        Assert.Contains("Hier speelt nu niets dat wij weten. U wel?", WebUtility.HtmlDecode(page));
        Assert.Empty(visit.Cookies);
    }

    [Fact]
    public async Task Only_what_colleagues_told_residents_is_on_the_page_and_never_as_markup()
    {
        using var town = await Make();
        using var visit = new Visit(town.Site);
        await town.Opgave("Geheime titel", "BU1", null);
        var told = await town.Opgave("Interne titel", "BU1", ("Ons plein " + Attack, Attack));
        Answer(await new OpgaveWork(town.Room).AddPosition(town.Colleague, told.Id, "jongeren " + Attack, Attack, Cancel));

        var (_, page, _) = await visit.Get("/plek/BU1");
        var (_, elsewhere, _) = await visit.Get("/plek/BU5");
        var (_, above, _) = await visit.Get("/plek/WK1");
        var (_, feed, _) = await visit.Get("/plek/BU1/volgen.atom");

        Assert.Contains("Ons plein", page);
        Assert.Contains("Ons plein", above);
        Assert.DoesNotContain("Ons plein", elsewhere);
        Assert.All([page, above, feed], text =>
        {
            Assert.DoesNotContain("Geheime titel", text);
            Assert.DoesNotContain("Interne", text);
            Assert.DoesNotContain("jongeren", text);
            Assert.DoesNotContain("<script>alert", text);
            Assert.DoesNotContain("<img src=x", text);
        });
        XNamespace atom = "http://www.w3.org/2005/Atom";
        Assert.Equal("Ons plein " + Attack, XDocument.Parse(feed).Descendants(atom + "entry").Single().Element(atom + "title")!.Value);
    }

    [Theory]
    [InlineData("Zuid")]
    [InlineData("Nergens 14")]
    [InlineData("<script>")]
    public async Task Searching_for_what_is_not_there_is_answered_in_words(string text)
    {
        using var town = await Make();

        var answer = await town.Site.Client.GetStringAsync("/plek?zoek=" + Uri.EscapeDataString(text + "onzin"), Cancel);

        Assert.Contains("Wij vonden niets bij", WebUtility.HtmlDecode(answer));
        Assert.DoesNotContain("<script>onzin", answer);
    }

    [Fact]
    public async Task A_place_is_found_by_name_by_code_in_small_letters_and_by_a_point_on_the_map()
    {
        using var town = await Make();
        using var visit = new Visit(town.Site);

        Assert.Equal("/plek/WK1", (await visit.Get("/plek?zoek=noord")).Location);
        Assert.Equal("/plek/BU1", (await visit.Get("/plek/bu1")).Location);
        var (longitude, latitude) = Catalogue.Sources.Coordinates.CoordinateSystems.RdToWgs84(231_500, 580_500);
        Assert.Equal("/plek/BU2", (await visit.Get(FormattableString.Invariant($"/plek?punt={longitude},{latitude}"))).Location);
        Assert.Equal(HttpStatusCode.NotFound, (await visit.Get("/plek?punt=0,0")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visit.Get("/plek/BU99")).Status);
    }

    [Fact]
    public async Task Drawings_are_seen_only_as_the_surface_of_ten_and_the_eleventh_changes_nothing()
    {
        using var town = await Make();
        using var visit = new Visit(town.Site);
        string? after = null;
        for (var drawing = 1; drawing <= 11; drawing++)
        {
            var (status, text, _) = await visit.Send("/plek/BU1/teken", ("gebied", "BU1"), ("gebied", drawing == 11 ? "BU2" : "BU1"), ("akkoord", "ja"));
            Assert.True(status == HttpStatusCode.OK, text);
            var (_, shapes, _) = await visit.Get("/plek/BU1/kaart.json");
            var shared = JsonDocument.Parse(shapes).RootElement.GetProperty("shared");
            Assert.Equal(drawing < 10 ? JsonValueKind.Null : JsonValueKind.Object, shared.ValueKind);
            if (drawing == 10)
                after = shapes;
            if (drawing == 11)
                Assert.Equal(after, shapes);
        }

        Assert.Contains("ten minste tien bewoners", (await visit.Get("/plek/BU1")).Text);
        Assert.Contains("niemand gevraagd", (await visit.Get("/plek/BU5")).Text);
        await using var store = town.Stores.For(town.Tenant);
        Assert.Equal("E2305N5805", (await store.DrawnNeighbourhoods.FirstAsync(Cancel)).HomeCell);
    }

    [Theory]
    [InlineData("", "ja", "nog niets getekend")]
    [InlineData("6.5,53.2;6.51,53.2;6.51,53.21", "", "Zonder toestemming")]
    [InlineData("6.5,53.2;6.51,53.2", "ja", "geen vlak")]
    [InlineData("x;y;z", "ja", "geen vlak")]
    [InlineData("6.5,53.2;6.5001,53.2;6.5001,53.2001", "ja", "halve hectare")]
    [InlineData("4,51;7,51;7,53", "ja", "25 km²")]
    [InlineData("NaN,NaN;1e308,1e308;6.5,53.2", "ja", "geen vlak")]
    public async Task A_drawing_that_cannot_be_kept_is_refused_in_words_and_nothing_is_kept(string corners, string consent, string words)
    {
        using var town = await Make();
        using var visit = new Visit(town.Site);

        var (status, text, _) = await visit.Send("/plek/BU1/teken", ("hoeken", corners), ("akkoord", consent));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains(words, WebUtility.HtmlDecode(text));
        await using var store = town.Stores.For(town.Tenant);
        Assert.False(await store.DrawnNeighbourhoods.AnyAsync(Cancel));
    }

    [Fact]
    public async Task A_line_that_crosses_itself_is_drawn_all_the_same()
    {
        using var town = await Make();
        using var visit = new Visit(town.Site);

        var (status, text, _) = await visit.Send("/plek/BU1/teken", ("hoeken", "6.50,53.20;6.52,53.22;6.52,53.20;6.50,53.22"), ("akkoord", "ja"), ("leeftijd", "65+"), ("wonen", "kasteel"));

        Assert.True(status == HttpStatusCode.OK, text);
        await using var store = town.Stores.For(town.Tenant);
        var drawn = await store.DrawnNeighbourhoods.SingleAsync(Cancel);
        Assert.True(drawn.Outline.IsValid);
        Assert.Equal(("65+", null), (drawn.AgeBand, drawn.Tenure));
    }

    [Fact]
    public async Task A_drawing_is_withdrawn_by_its_private_link_and_by_no_other()
    {
        using var town = await Make();
        using var visit = new Visit(town.Site);
        async Task<string> Drawn()
        {
            var (status, text, _) = await visit.Send("/plek/BU1/teken", ("gebied", "BU1"), ("akkoord", "ja"), ("leeftijd", "65+"));
            Assert.True(status == HttpStatusCode.OK, text);
            return WebUtility.HtmlDecode(DrawingAddress().Match(text).Value);
        }

        var (mine, other) = (await Drawn(), await Drawn());
        await using var store = town.Stores.For(town.Tenant);
        Assert.All(await store.DrawnNeighbourhoods.AsNoTracking().ToListAsync(Cancel), drawn => Assert.DoesNotContain(drawn.LinkFingerprint!, mine + other));
        var secret = mine[(mine.IndexOf('=') + 1)..];

        Assert.Contains("65 jaar of ouder", (await visit.Get(mine)).Text);
        Assert.Equal(2, await store.DrawnNeighbourhoods.CountAsync(Cancel));
        foreach (var wrong in new[] { "", "onzin", new string('x', 500), secret + "x", (await store.DrawnNeighbourhoods.FirstAsync(Cancel)).LinkFingerprint! })
            Assert.Equal(HttpStatusCode.NotFound, (await visit.Send("/mijn-tekening", ("sleutel", wrong))).Status);
        Assert.Equal(2, await store.DrawnNeighbourhoods.CountAsync(Cancel));
        var (status, text, _) = await visit.Send("/mijn-tekening", ("sleutel", secret));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Uw tekening is weg", text);
        Assert.Equal(new Workspace.Offers.PrivateLink(other[(other.IndexOf('=') + 1)..]).Fingerprint, (await store.DrawnNeighbourhoods.AsNoTracking().SingleAsync(Cancel)).LinkFingerprint);
        Assert.Equal(HttpStatusCode.NotFound, (await visit.Get(mine)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visit.Send("/mijn-tekening", ("sleutel", secret))).Status);
        Assert.Equal(HttpStatusCode.OK, (await visit.Get(other)).Status);
    }

    [Fact]
    public async Task An_offer_is_answered_by_its_private_link_and_a_no_leaves_nothing()
    {
        using var town = await Make();
        using var visit = new Visit(town.Site);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visit.Send("/vraag-mij", Offered("a@example.nl") with { Consent = "" })).Status);
        var (status, text, _) = await visit.Send("/vraag-mij", Offered("a@example.nl"));
        Assert.Equal(HttpStatusCode.OK, status);
        var link = WebUtility.HtmlDecode(PrivateAddress().Match(text).Value);
        await using var store = town.Stores.For(town.Tenant);
        var offer = await store.Offers.AsNoTracking().SingleAsync(Cancel);
        Assert.DoesNotContain("a@example.nl", System.Text.Encoding.UTF8.GetString(offer.Contact!));
        Assert.DoesNotContain(offer.LinkFingerprint!, link);
        Answer(await new OfferWork(town.Room).Ask(town.Colleague, offer.Id, null, "Komt u planten? " + Attack, Cancel));

        var (_, mine, _) = await visit.Get(link);
        var ask = AskId().Match(mine).Groups[1].Value;
        var secret = link[(link.IndexOf('=') + 1)..];
        var (answered, _, _) = await visit.Send("/vraag-mij/mijn", ("sleutel", secret), ("vraag", ask), ("doe", "nee"));

        Assert.Contains("Komt u planten?", mine);
        Assert.DoesNotContain("<script>alert", mine);
        Assert.Equal(HttpStatusCode.Redirect, answered);
        Assert.False(await store.Asks.AnyAsync(Cancel));
        Assert.Equal(HttpStatusCode.NotFound, (await visit.Get("/vraag-mij/mijn?sleutel=onzin")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visit.Send("/vraag-mij/mijn", ("sleutel", secret), ("vraag", ask), ("doe", "ja"))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await visit.Send("/vraag-mij/mijn", ("sleutel", secret), ("doe", "pauze"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await visit.Send("/vraag-mij/mijn", ("sleutel", secret), ("doe", "weg"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visit.Get(link)).Status);
    }

    [Fact]
    public async Task A_report_about_a_task_of_the_whole_town_goes_to_its_owner_and_its_contact_is_sealed()
    {
        using var town = await Make();
        using var visit = new Visit(town.Site);
        var owner = Guid.NewGuid();
        await using var store = town.Stores.For(town.Tenant);
        var act = new Workspace.History.Act(town.Colleague, TimeProvider.System.GetUtcNow());
        var task = Answer(MunicipalTask.Draft("Strooien", Steering.Central, owner, "Bij een helling komen we kijken.", act));
        Answer(task.PutInForce("zo", act));
        store.Add(task);
        await store.SaveChangesAsync(Cancel);
        Assert.Contains("Meld iets over Strooien", (await visit.Get("/plek/BU1")).Text);

        var (empty, kept, _) = await visit.Send("/meld", ("plek", "BU1"), ("tekst", " "), ("contact", "06 12345678"));
        var (status, _, location) = await visit.Send("/meld", ("plek", "BU1"), ("tekst", "Onze stoep is glad " + Attack), ("contact", "06 12345678"), ("taak", task.Id.ToString()));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty);
        Assert.Contains("06 12345678", kept);
        Assert.Equal((HttpStatusCode.Redirect, "/meld/dank?antwoord=ja"), (status, location));
        var signal = await store.Signals.SingleAsync(Cancel);
        Assert.Equal((owner, SignalState.Routed), (signal.Owner, signal.State));
        Assert.Equal("06 12345678", town.Seal.Open(signal.Id, signal.Contact!));
        Assert.DoesNotContain("stoep", (await visit.Get("/plek/BU1")).Text);
    }

    [Fact]
    public async Task What_residents_start_or_claim_is_public_only_with_consent_and_after_a_colleague_let_it()
    {
        using var town = await Make();
        using var visit = new Visit(town.Site);
        foreach (var (title, consent) in new[] { ("Tuin met elkaar", "ja"), ("Liever stil", "") })
            Assert.Equal(HttpStatusCode.Redirect, (await visit.Send("/initiatieven", ("titel", title), ("tekst", "Wij planten. " + Attack), ("plek", "BU1"), ("contact", "b@example.nl"), ("openbaar", consent))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await visit.Send("/uitdagingen", ("titel", "Wij legen de bak"), ("tekst", "Met de straat"), ("contact", "c@example.nl"), ("openbaar", "ja"))).Status);
        Assert.All(new[] { "/initiatieven", "/uitdagingen", "/plek/BU1" }, path => Assert.DoesNotContain("Tuin met", Read(visit, path)));

        var work = new ResidentWork(town.Room);
        await using var store = town.Stores.For(town.Tenant);
        foreach (var initiative in await store.Initiatives.AsNoTracking().ToListAsync(Cancel))
            Answer(await work.MoveInitiative(town.Colleague, initiative.Id, null, InvitationState.Open, "Mooi", Cancel));
        var request = await store.ChallengeRequests.AsNoTracking().SingleAsync(Cancel);
        Assert.DoesNotContain("Wij legen", Read(visit, "/uitdagingen"));
        Answer(await work.MakePublic(town.Colleague, request.Id, Cancel));

        Assert.All(new[] { "/initiatieven", "/plek/BU1" }, path =>
        {
            Assert.Contains("Tuin met elkaar", Read(visit, path));
            Assert.DoesNotContain("Liever stil", Read(visit, path));
            Assert.DoesNotContain("example.nl", Read(visit, path));
            Assert.DoesNotContain("<script>alert", Read(visit, path));
        });
        Assert.Contains("Wij legen de bak", Read(visit, "/uitdagingen"));
        Assert.Equal("b@example.nl", Answer(await work.InitiativeContact(town.Colleague, (await store.Initiatives.FirstAsync(initiative => initiative.Title == "Tuin met elkaar", Cancel)).Id, Cancel)));
    }

    [Fact]
    public async Task A_form_from_another_site_is_refused_and_so_is_one_that_is_too_large()
    {
        using var town = await Make();
        using var strange = new HttpRequestMessage(HttpMethod.Post, "/meld") { Content = new FormUrlEncodedContent([new("plek", "BU1"), new("tekst", "x")]) };
        strange.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var large = new FormUrlEncodedContent([new("plek", "BU1"), new("tekst", new string('x', 100_000))]);

        using var refused = await town.Site.Client.SendAsync(strange, Cancel);
        using var tooLarge = await town.Site.Client.PostAsync("/meld", large, Cancel);

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooLarge.StatusCode);
        await using var store = town.Stores.For(town.Tenant);
        Assert.False(await store.Signals.AnyAsync(Cancel));
    }

    [Theory]
    [InlineData("Schakel:SentAnAddress")]
    [InlineData("Schakel:SentInAll")]
    public async Task A_flood_of_forms_is_stopped_and_readers_go_on_reading(string setting)
    {
        using var town = await Make((setting, "2"));
        using var visit = new Visit(town.Site);

        HttpStatusCode[] sent = [await Send(), await Send(), await Send()];

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Redirect, HttpStatusCode.TooManyRequests], sent);
        Assert.Equal(HttpStatusCode.OK, (await visit.Get("/plek/BU1")).Status);

        async Task<HttpStatusCode> Send() => (await visit.Send("/meld", ("plek", "BU1"), ("tekst", "Er ligt afval"))).Status;
    }

    [Fact]
    public async Task A_site_without_a_workspace_says_so()
    {
        using var site = new ServedSite(new SmallTown());

        using var answer = await site.Client.GetAsync("/plek/BU1", Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("nog geen pagina’s voor bewoners", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel)));
    }

    private static string Read(Visit visit, string path) => Task.Run(() => visit.Get(path), Cancel).GetAwaiter().GetResult().Text;

    private static OfferedForm Offered(string contact) => new(contact, "ja");

    private sealed record OfferedForm(string Contact, string Consent)
    {
        public static implicit operator (string, string)[](OfferedForm form) =>
            [("plek", "BU1"), ("thema", "buiten"), ("afstand", "800"), ("keer", "2"), ("contact", form.Contact), ("akkoord", form.Consent)];
    }

    [GeneratedRegex("/vraag-mij/mijn\\?sleutel=[A-Za-z0-9_-]+")]
    private static partial Regex PrivateAddress();

    [GeneratedRegex("/mijn-tekening\\?sleutel=[A-Za-z0-9_-]+")]
    private static partial Regex DrawingAddress();

    [GeneratedRegex("name=\"vraag\" value=\"([0-9a-f]+)\"")]
    private static partial Regex AskId();
}
