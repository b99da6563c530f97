// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Routing.Template;
using Schakel.Web.WorkApi;

namespace Schakel.Web.Errors;

/// <summary>What an address of the API takes, for who came with another method.</summary>
internal static class OfferedMethods
{
    /// <summary>For the header <c>Allow</c>, by name; empty when there is no such address.</summary>
    internal static string At(HttpContext http)
    {
        if (!http.Request.Path.StartsWithSegments(WorkRoutes.Root))
            return "";
        var methods = http.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText?.TrimStart('/').StartsWith(WorkRoutes.Root[1..], StringComparison.OrdinalIgnoreCase) == true
                && new TemplateMatcher(new RouteTemplate(endpoint.RoutePattern), []).TryMatch(http.Request.Path, []))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [])
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        // Who asks for the head is answered like GET.
        if (methods.Contains(HttpMethods.Get))
            methods.Add(HttpMethods.Head);
        return string.Join(", ", methods.Order(StringComparer.Ordinal));
    }
}
