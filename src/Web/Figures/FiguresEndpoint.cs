// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Http.HttpResults;
using Schakel.Web.Atlas;
using Schakel.Web.Security;

namespace Schakel.Web.Figures;

/// <summary><c>GET /cijfers</c>: what is loaded, where it comes from, and what is missing.</summary>
internal static class FiguresEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/cijfers", Show).OpenToAll().ExcludeFromDescription();

    private static IResult Show(HttpContext http, CurrentGround current)
    {
        var texts = AtlasQuestion.TextsOf(http.Request);
        http.Response.Headers.CacheControl = "no-cache";
        return current.Ask().TryGet(out var ground, out var reason)
            ? new RazorComponentResult<FiguresScreen>(new { Texts = texts, Ground = ground })
            : new RazorComponentResult<EmptyScreen>(new { Texts = texts, Reason = reason, Folder = current.Directory });
    }
}
