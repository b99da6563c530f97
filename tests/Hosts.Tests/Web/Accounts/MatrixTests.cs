// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using System.Text;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Web.Security;
using Schakel.Workspace.Members;

namespace Schakel.Hosts.Tests.Web.Accounts;

/// <summary>Every role at every address that asks for one, and somebody with all rights of another municipality.</summary>
public sealed class MatrixTests
{
    private static readonly HttpClient plain = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_address_is_closed_to_exactly_the_roles_that_the_table_refuses()
    {
        using var town = await InventedTown.Make();
        using var site = town.Served(("Schakel:SignInsAMinute", "100000"), ("Schakel:SentAnAddress", "100000"), ("Schakel:SentInAll", "100000"));
        var closed = Closed(site);
        var wrong = new List<string>();
        foreach (var role in Enum.GetValues<AccessRole>())
        {
            using var visit = new Visit(site);
            if (role != AccessRole.Visitor)
                await visit.As(await RoleTests.Somebody(town, InventedTown.Voorbeeldstad, role));
            foreach (var (endpoint, action) in closed)
            {
                var status = await Ask(site, endpoint, visit.CookieLine, Guid.NewGuid());
                var refused = status is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized || (role == AccessRole.Visitor && status == HttpStatusCode.Redirect);
                if (refused == Permissions.Allows(new HashSet<AccessRole> { role }, action, null))
                    wrong.Add($"{role} {endpoint.RoutePattern.RawText}: {status}");
            }
        }

        Assert.True(closed.Length > 40, $"{closed.Length} addresses");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Nothing_of_another_municipality_opens_to_somebody_with_every_right_at_home()
    {
        using var town = await InventedTown.Make();
        using var site = town.Served(("Schakel:SignInsAMinute", "100000"), ("Schakel:SentAnAddress", "100000"), ("Schakel:SentInAll", "100000"));
        Guid[] theirs;
        await using (var store = town.Stores.For(InventedTown.Voorbeeldstad))
        {
            theirs =
            [
                (await store.Opgaven.FirstAsync(Cancel)).Id, (await store.Members.FirstAsync(Cancel)).Id, (await store.Reflections.FirstAsync(Cancel)).Id,
                (await store.PolicyGaps.FirstAsync(Cancel)).Id, (await store.Handovers.FirstAsync(Cancel)).Id, (await store.Signals.FirstAsync(Cancel)).Id,
            ];
        }

        using var visit = new Visit(site);
        await visit.As(await RoleTests.Somebody(town, InventedTown.Kleindorp, [.. Enum.GetValues<AccessRole>().Where(role => role != AccessRole.Visitor)]));
        var wrong = new List<string>();
        foreach (var (endpoint, _) in Closed(site).Where(one => one.Endpoint.RoutePattern.RawText!.Contains(":guid", StringComparison.Ordinal)))
            foreach (var id in theirs)
                if (await Ask(site, endpoint, visit.CookieLine, id) is var status && (int)status < 400)
                    wrong.Add($"{endpoint.RoutePattern.RawText} {id}: {status}");

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static (RouteEndpoint Endpoint, WorkAction Action)[] Closed(ServedSite site) =>
    [
        .. site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            // A page that waits for news never ends by itself.
            .Where(endpoint => endpoint.Metadata.GetMetadata<NeedsAttribute>() is not null && !endpoint.RoutePattern.RawText!.EndsWith("/veranderd", StringComparison.Ordinal))
            .Select(endpoint => (endpoint, endpoint.Metadata.GetMetadata<NeedsAttribute>()!.Action)),
    ];

    // A form without its token is refused after its sender's rights are; a program sends no form, and so nothing that could be kept.
    private static async Task<HttpStatusCode> Ask(ServedSite site, RouteEndpoint endpoint, string cookies, Guid id)
    {
        var method = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0];
        var path = "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => segment.Parts[0] is RoutePatternLiteralPart literal ? literal.Content : id.ToString()));
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(site.Client.BaseAddress!, path));
        if (cookies.Length > 0)
            request.Headers.Add("Cookie", cookies);
        if (method is not ("GET" or "HEAD"))
            request.Content = path.StartsWith("/api/", StringComparison.Ordinal) ? new StringContent("{}", Encoding.UTF8, "application/json") : new FormUrlEncodedContent([new("name", "x")]);
        using var answer = await plain.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);
        return answer.StatusCode;
    }
}
