// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Web.Security;
using Schakel.Workspace.Members;

namespace Schakel.Hosts.Tests.Web;

/// <summary>Who may call what, as one table. An endpoint without a row fails; so does a row without an endpoint.</summary>
public sealed class AccessTests
{
    private static readonly string[] openToAll =
    [
        "/", "/kaart", "/kaart/delen", "/kaart/gebied", "/kaart/beeld.json", "/cijfers", "/schaalbeeld", "/schaalbeeld/bereik", "/schaalbeeld/grenzen", "/schaalbeeld/keuze", "/schaalbeeld/naast", "/schaalbeeld/verslag.html", "/schaalbeeld/verslag.pdf", "/meenemen/{format}", "/health", "/health/ready", "/favicon.ico",
        "/assets/{version}/{**name}",
        "/tiles/{level}/{year:int}/{z:int}/{x:int}/{y:int}.mvt", "/tiles/ground/{z:int}/{x:int}/{y:int}.mvt", "/tiles/{level}/{year:int}/names/{z:int}/{x:int}/{y:int}.mvt",
        "/api/v1/catalogue", "/api/v1/scale-picture", "/api/v1/scale-picture/areas", "/openapi/{documentName}.json", "/api/v1/openapi.json",
        "/gemeenten", "/gemeenten/stop", "/gemeenten/opnieuw", "/schaalbeeld/stop", "/schaalbeeld/verder", "/api/v1/evidence", "/api/v1/evidence/{key}", "/api/v1/runs", "/api/v1/runs/{key}", "/api/v1/runs/{key}/result",
        "/aanmelden", "/aanmelden/voorbeeld", "/aanmelden/organisatie", "/aanmelden/passkey", "/aanmelden/passkey/vraag", "/welkom/passkey", "/welkom/passkey/vraag", "/afmelden", "/welkom", "/eerste-beheerder",
        "/ogc/v1/", "/ogc/v1/conformance", "/ogc/v1/api", "/ogc/v1/collections", "/ogc/v1/collections/{collectionId}",
        "/ogc/v1/collections/{collectionId}/items", "/ogc/v1/collections/{collectionId}/items/{featureId}",
        "/plek", "/plek/{code}", "/plek/{code}/kaart.json", "/plek/{code}/volgen.atom", "/plek/{code}/teken", "/mijn-tekening",
        "/vraag-mij", "/vraag-mij/mijn", "/meld", "/meld/dank", "/initiatieven", "/initiatieven/dank", "/uitdagingen", "/uitdagingen/dank",
        "{**path}", // nothing there: 404 in words
    ];

    // One rule for each address, by the action of the table of permissions.
    private static readonly Dictionary<string, WorkAction> needs = new(StringComparer.Ordinal)
    {
        ["/mijn-account"] = WorkAction.KeepOwnAccount,
        ["/mijn-account/wachtwoord"] = WorkAction.KeepOwnAccount,
        ["/mijn-account/overal-afmelden"] = WorkAction.KeepOwnAccount,
        ["/mijn-account/sleutels"] = WorkAction.KeepOwnAccount,
        ["/mijn-account/sleutels/{id:guid}/weg"] = WorkAction.KeepOwnAccount,
        ["/mijn-account/passkeys"] = WorkAction.KeepOwnAccount,
        ["/mijn-account/passkeys/vraag"] = WorkAction.KeepOwnAccount,
        ["/mijn-account/passkeys/{id:guid}/naam"] = WorkAction.KeepOwnAccount,
        ["/mijn-account/passkeys/{id:guid}/weg"] = WorkAction.KeepOwnAccount,
        ["/beheer/mensen"] = WorkAction.KeepAccounts,
        ["/beheer/mensen/{id:guid}/link"] = WorkAction.KeepAccounts,
        ["/beheer/mensen/{id:guid}/rollen"] = WorkAction.KeepAccounts,
        ["/beheer/mensen/{id:guid}/vertrek"] = WorkAction.KeepAccounts,
        ["/beheer/beveiliging"] = WorkAction.ReadSecurityLog,
    };

    [Fact]
    public void Every_endpoint_has_a_rule()
    {
        using var site = new ServedSite(new SmallTown());

        var endpoints = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(endpoint => !WorkAccessTests.Covers(endpoint) && !WorkApi.ApiAccessTests.Covers(endpoint)).ToArray();

        Assert.All(endpoints, endpoint => Assert.True(
            endpoint.Metadata.GetMetadata<IAllowAnonymous>() is OpenToAllAttribute || endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null,
            $"{endpoint.RoutePattern.RawText} has no rule of its own."));
        var closed = endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null).ToArray();
        Assert.All(closed, endpoint => Assert.Equal(needs.GetValueOrDefault(endpoint.RoutePattern.RawText!, (WorkAction)(-1)), endpoint.Metadata.GetMetadata<NeedsAttribute>()?.Action));
        Assert.Equal(needs.Keys.Order(StringComparer.Ordinal), closed.Select(endpoint => endpoint.RoutePattern.RawText!).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(openToAll.Order(StringComparer.Ordinal), endpoints.Except(closed).Select(endpoint => endpoint.RoutePattern.RawText!).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Without_a_mark_nobody_may()
    {
        using var site = new ServedSite(new SmallTown());
        var policies = site.Services.GetRequiredService<IAuthorizationPolicyProvider>();
        using var asking = site.Services.CreateScope();
        var authorisation = asking.ServiceProvider.GetRequiredService<IAuthorizationService>();

        var fallback = await policies.GetFallbackPolicyAsync();

        Assert.NotNull(fallback);
        Assert.False((await authorisation.AuthorizeAsync(new System.Security.Claims.ClaimsPrincipal(), fallback)).Succeeded);
    }

    [Theory]
    [InlineData("/kaart")]
    [InlineData("/api/v1/catalogue")]
    [InlineData("/tiles/buurt/2023/10/530/330.mvt")]
    [InlineData("/nergens")]
    public async Task Every_answer_carries_the_security_headers_and_no_cookie(string path)
    {
        using var site = new ServedSite(new SmallTown());

        using var answer = await site.Client.GetAsync(path, TestContext.Current.CancellationToken);

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("worker-src 'self'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("/?cijfer=fietsdiefstal", 200)] // by way of /kaart
    [InlineData("/kaart", 200)]
    [InlineData("/cijfers", 200)]
    [InlineData("/api/v1/catalogue", 200)]
    [InlineData("/tiles/buurt/2023/10/530/330.mvt", 204)]
    [InlineData("/health", 200)]
    [InlineData("/nergens", 404)]
    public async Task Who_asks_for_the_head_gets_that_of_GET(string path, int status)
    {
        using var site = new ServedSite(new SmallTown());
        using var request = new HttpRequestMessage(HttpMethod.Head, path);

        using var head = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);
        using var get = await site.Client.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Equal(status, (int)head.StatusCode);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("POST", "/kaart", 405)]
    [InlineData("DELETE", "/api/v1/catalogue", 405)]
    [InlineData("GET", "/nergens", 404)]
    [InlineData("GET", "/assets/oud/css/page.css", 404)]
    [InlineData("GET", "/assets/../appsettings.json", 404)]
    public async Task What_is_not_offered_is_refused_in_words(string method, string path, int status)
    {
        using var site = new ServedSite(new SmallTown());
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var answer = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.NotEmpty(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("DELETE", "/api/v1/catalogue", "GET, HEAD")]
    [InlineData("PATCH", "/api/v1/keys", "GET, HEAD, POST")]
    [InlineData("GET", "/api/v1/keys/00000000-0000-0000-0000-000000000001", "DELETE")]
    public async Task A_wrong_method_on_an_address_of_the_API_says_which_are_right(string method, string path, string allowed)
    {
        using var site = new ServedSite(new SmallTown());
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var answer = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.MethodNotAllowed, allowed), (answer.StatusCode, string.Join(", ", answer.Content.Headers.Allow)));
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }
}
