// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using Microsoft.EntityFrameworkCore;
using Schakel.Workspace.Members;

namespace Schakel.Hosts.Tests.Web.Accounts;

/// <summary>Who is signed in, as pages see it.</summary>
public sealed class SessionTests
{
    [Fact]
    public async Task In_the_invented_town_one_chooses_a_function_and_is_signed_in()
    {
        using var town = await InventedTown.Make();
        using var site = town.Served();
        using var visit = new Visit(site);
        var (_, page, _) = await visit.Get("/aanmelden?terug=/kaart");

        await visit.As(await town.Who("jongerenwerker"));
        var (_, map, _) = await visit.Get("/kaart");

        Assert.Contains("Voorbeeldstad is een verzonnen gemeente", page, StringComparison.Ordinal);
        Assert.Contains("gemeentesecretaris", page, StringComparison.Ordinal);
        Assert.Contains("coördinator Kleindorp", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("jongerenwerker", map, StringComparison.Ordinal);
        Assert.DoesNotContain("Aanmelden", map, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cookie_is_closed_to_scripts_other_sites_and_plain_HTTP_elsewhere()
    {
        using var town = await InventedTown.Make();
        using var site = town.Served();
        using var visit = new Visit(site);
        await visit.As(await town.Who("analist"));

        var cookie = visit.SetCookies!;

        Assert.StartsWith("schakel=", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("schakel.example.nl", true)]
    [InlineData("127.0.0.1.example.nl", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("localhost", false)]
    [InlineData("[::1]", false)]
    public void Only_on_ones_own_machine_a_cookie_travels_without_HTTPS(string host, bool secure)
    {
        var http = new Microsoft.AspNetCore.Http.DefaultHttpContext();
        http.Request.Scheme = "http";
        http.Request.Host = new(host, 5151);

        Assert.Equal(secure, new Schakel.Web.Accounts.SafeCookie("schakel", Microsoft.AspNetCore.Http.SameSiteMode.Lax).Build(http, DateTimeOffset.UnixEpoch).Secure);
    }

    [Fact]
    public async Task A_public_page_sets_no_cookie_where_one_can_sign_in_too()
    {
        using var town = await InventedTown.Make();
        using var site = town.Served();
        using var visit = new Visit(site);

        var (status, text, _) = await visit.Get("/kaart");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Aanmelden", text, StringComparison.Ordinal);
        Assert.Null(visit.SetCookies);
    }

    [Fact]
    public async Task Who_leaves_the_organisation_is_signed_out_at_the_next_page()
    {
        using var town = await InventedTown.Make();
        using var site = town.Served();
        using var visit = new Visit(site);
        var member = await town.Who("wijkagent");
        await visit.As(member);
        await using (var store = town.Stores.For(InventedTown.Voorbeeldstad))
        {
            (await store.Members.SingleAsync(known => known.Id == member.Id, TestContext.Current.CancellationToken)).Leave(DateTimeOffset.UnixEpoch);
            await store.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var (_, map, _) = await visit.Get("/kaart");

        Assert.Contains("Aanmelden", map, StringComparison.Ordinal);
        Assert.DoesNotContain(visit.Cookies, cookie => cookie.Name == "schakel");
    }

    [Fact]
    public async Task A_cookie_of_this_server_still_holds_after_a_restart_and_a_made_up_one_never_does()
    {
        using var town = await InventedTown.Make();
        var member = await town.Who("analist");
        string cookie;
        using (var site = town.Served())
        using (var visit = new Visit(site))
        {
            await visit.As(member);
            cookie = visit.Cookies["schakel"]!.Value;
        }

        using var again = town.Served();

        Assert.Contains("analist", await MapWith(cookie), StringComparison.Ordinal);
        Assert.Contains("Aanmelden", await MapWith(cookie[..^4] + "AAAA"), StringComparison.Ordinal);

        async Task<string> MapWith(string value)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/kaart");
            request.Headers.Add("Cookie", $"schakel={value}");
            using var answer = await again.Client.SendAsync(request, TestContext.Current.CancellationToken);
            return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task Nobody_is_anybody_in_a_municipality_that_is_not_invented()
    {
        using var town = await InventedTown.Make();
        var real = Guid.NewGuid();
        Guid colleague;
        await using (var store = town.Stores.For(real))
        {
            Assert.True(Municipality.Found(real, "GM0014", "Groningen", "Loket, telefoon 14 050").TryGet(out var municipality, out _));
            Assert.True(Member.Join("A. Naam", "coördinator", null, null, [AccessRole.Coordinator], new(new Actor(real, null, null, new HashSet<AccessRole>()), DateTimeOffset.UnixEpoch)).TryGet(out var member, out _));
            store.AddRange(municipality, member);
            await store.SaveChangesAsync(TestContext.Current.CancellationToken);
            colleague = member.Id;
        }

        using var site = town.Served();
        using var visit = new Visit(site);
        var (_, page, _) = await visit.Get("/aanmelden");
        var (status, _, _) = await visit.Post("/aanmelden", "/aanmelden/voorbeeld", ("municipality", real.ToString()), ("member", colleague.ToString()));
        var (crossed, _, _) = await visit.Post("/aanmelden", "/aanmelden/voorbeeld", ("municipality", InventedTown.Voorbeeldstad.ToString()), ("member", colleague.ToString()));

        Assert.DoesNotContain("A. Naam", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, crossed);
        Assert.DoesNotContain(visit.Cookies, cookie => cookie.Name == "schakel");
    }

    [Fact]
    public async Task Beside_a_real_municipality_there_is_no_list_of_invented_people_and_who_played_one_is_out()
    {
        using var town = await InventedTown.Make();
        using var site = town.Served();
        using var visit = new Visit(site);
        var analyst = await town.Who("analist");
        await visit.As(analyst);
        Assert.Contains("is een verzonnen gemeente", (await visit.Get("/aanmelden")).Text, StringComparison.Ordinal);
        var real = Guid.NewGuid();
        await using (var store = town.Stores.For(real))
        {
            Assert.True(Municipality.Found(real, "GM0014", "Groningen", "Loket, telefoon 14 050").TryGet(out var municipality, out _));
            store.Add(municipality);
            await store.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        using var again = town.Served();
        using var later = new Visit(again);
        var (_, page, _) = await later.Get("/aanmelden");
        var (status, _, _) = await later.Post("/aanmelden", "/aanmelden/voorbeeld", ("municipality", analyst.Tenant.ToString()), ("member", analyst.Id.ToString()));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/kaart");
        request.Headers.Add("Cookie", $"schakel={visit.Cookies["schakel"]!.Value}");
        using var map = await again.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.DoesNotContain("verzonnen gemeente", page, StringComparison.Ordinal);
        Assert.Contains("name=\"password\"", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.DoesNotContain("page-user", await map.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_Voorbeeldstad_one_may_walk_through_the_administration_and_the_log()
    {
        using var town = await InventedTown.Make();
        using var site = town.Served();
        using var visit = new Visit(site);
        await visit.As(await town.Who("beheerder van Schakel"));
        var (people, list, _) = await visit.Get("/beheer/mensen");
        await visit.As(await town.Who("beveiligingsfunctionaris"));
        var (security, log, _) = await visit.Get("/beheer/beveiliging");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (people, security));
        Assert.Contains("jongerenwerker", list, StringComparison.Ordinal);
        Assert.Contains("beheerder van Schakel", log, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await visit.Get("/beheer/mensen")).Status);
    }

    [Fact]
    public async Task Who_signs_in_to_a_workspace_that_came_after_the_start_is_still_signed_in_after_a_restart()
    {
        using var town = await InventedTown.Make();
        var folder = Directory.CreateTempSubdirectory("schakel later ");
        try
        {
            var file = Path.Combine(folder.FullName, "later.workspace");
            string cookie;
            using (var site = new ServedSite(new SmallTown(), ("Schakel:Workspace", file)))
            using (var visit = new Visit(site))
            {
                // As ./run does: the map is read already, and a form may have been shown.
                await visit.Get("/aanmelden");
                File.Copy(town.File + ".key", file + ".key");
                File.Copy(town.File, file);
                await visit.As(await town.Who("analist"));
                cookie = visit.Cookies["schakel"]!.Value;
            }

            using var again = new ServedSite(new SmallTown(), ("Schakel:Workspace", file));
            using var request = new HttpRequestMessage(HttpMethod.Get, "/kaart");
            request.Headers.Add("Cookie", $"schakel={cookie}");
            using var answer = await again.Client.SendAsync(request, TestContext.Current.CancellationToken);

            Assert.Contains("page-user", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("/kaart?cijfer=zwerfafval", "/kaart?cijfer=zwerfafval")]
    [InlineData("//elders.nl", "/kaart")]
    [InlineData("/\\elders.nl", "/kaart")]
    [InlineData("https://elders.nl", "/kaart")]
    [InlineData("/\t/elders.nl", "/kaart")]
    [InlineData(null, "/kaart")]
    public void Back_is_always_on_this_site(string? asked, string expected) => Assert.Equal(expected, Schakel.Web.Accounts.SignInAddress.Back(asked));

    [Fact]
    public async Task A_form_without_its_token_or_from_another_site_is_refused()
    {
        using var town = await InventedTown.Make();
        using var site = town.Served();
        using var visit = new Visit(site);
        var member = await town.Who("analist");

        var (status, _, _) = await visit.Send("/aanmelden/voorbeeld", ("municipality", member.Tenant.ToString()), ("member", member.Id.ToString()));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.DoesNotContain(visit.Cookies, cookie => cookie.Name == "schakel");
    }

    [Fact]
    public async Task Without_a_workspace_there_is_nothing_to_sign_in_to_and_nothing_is_made()
    {
        using var site = new ServedSite(new SmallTown());
        using var visit = new Visit(site);

        var (status, text, _) = await visit.Get("/aanmelden");
        var (_, map, _) = await visit.Get("/kaart");

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains("geen werkruimte", text, StringComparison.Ordinal);
        Assert.DoesNotContain("/aanmelden", map, StringComparison.Ordinal);
    }
}
