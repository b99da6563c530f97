// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Browser.Tests;

namespace Schakel.Hosts.Tests.Web;

/// <summary>No page is forgotten by the checks in a browser: their list is compared with the routes of the program. A new page without a row fails; so does a row without a page.</summary>
public sealed class EveryPageIsLookedAtTests
{
    // What programs read: described by OpenAPI, and tested there.
    private static readonly string[] forPrograms = ["/api/", "/ogc/", "/openapi/", "/tiles/"];

    [Fact]
    public void Every_page_of_the_program_is_in_the_list_of_the_browser()
    {
        using var site = new ServedSite(new SmallTown());
        var routes = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is not { } methods || methods.Contains("GET"))
            .Select(endpoint => endpoint.RoutePattern.RawText!)
            .Where(route => !forPrograms.Any(start => route.StartsWith(start, StringComparison.Ordinal)))
            .Distinct().Order(StringComparer.Ordinal);

        var listed = PageOfTheProgram.All.Select(page => page.Route).Concat(PageOfTheProgram.LookedAtElsewhere).Concat(PageOfTheProgram.NotPages);

        Assert.Equal(routes, listed.Order(StringComparer.Ordinal));
    }
}
