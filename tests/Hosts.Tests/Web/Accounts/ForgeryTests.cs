// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using System.Text;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Web.Security;
using Schakel.Workspace.Members;

namespace Schakel.Hosts.Tests.Web.Accounts;

/// <summary>A page of another site sends forms in the name of who is signed in: to every address that takes one, with every right there is.</summary>
public sealed class ForgeryTests
{
    [Fact]
    public async Task No_address_takes_a_form_of_another_site()
    {
        using var town = await InventedTown.Make();
        using var site = town.Served(("Schakel:SignInsAMinute", "10000"));
        var all = Enum.GetValues<AccessRole>().Where(role => role != AccessRole.Visitor).ToArray();
        using var visit = new Visit(site);
        await visit.As(await RoleTests.Somebody(town, InventedTown.Voorbeeldstad, all));
        var cookies = visit.CookieLine;
        var writing = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Any(method => method is not ("GET" or "HEAD" or "OPTIONS")) == true).ToArray();

        var tried = new List<string>();
        foreach (var endpoint in writing)
        {
            // What any program may ask without an account is no more open to a page of another site than to anybody.
            if (endpoint.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal) && endpoint.Metadata.GetMetadata<OpenToAllAttribute>() is not null)
                continue;
            var path = "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => segment.Parts[0] is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal ? literal.Content : Guid.NewGuid().ToString()));
            var isApi = path.StartsWith("/api/", StringComparison.Ordinal);
            using var request = new HttpRequestMessage(new HttpMethod(endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0]), path)
            {
                Content = isApi ? new StringContent("{}", Encoding.UTF8, "application/json") : new FormUrlEncodedContent([new("name", "x")]),
            };
            request.Headers.Add("Cookie", cookies);
            request.Headers.Add("Origin", "https://elders.example");
            request.Headers.Add("Sec-Fetch-Site", "cross-site");
            using var answer = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);

            tried.Add(path);
            // By its token, or, where a form has none, by where it comes from. This person has every right, so it is not for lack of one.
            Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden, $"{endpoint.RoutePattern.RawText}: {answer.StatusCode}");
        }

        Assert.True(tried.Count > 25, string.Join('\n', tried));
        Assert.Equal(HttpStatusCode.OK, (await visit.Get("/mijn-account")).Status);
    }
}
