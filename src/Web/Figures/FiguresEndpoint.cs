// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Http.HttpResults;
using Schakel.Web.Atlas;
using Schakel.Web.Errors;
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
        if (!current.Ask().TryGet(out var ground, out var reason))
            return new RazorComponentResult<EmptyScreen>(new { Texts = texts, Reason = reason, Folder = current.Directory });

        var asked = http.Request.Query["cijfer"].ToString();
        var chosen = ground.Indicators.FirstOrDefault(indicator => indicator.Id == asked);
        return asked.Length > 0 && chosen is null
            ? ErrorPages.BadQuery(texts, AtlasQuestion.Bad("indicator", asked, string.Join(", ", ground.Indicators.Take(8).Select(indicator => indicator.Id))))
            : new RazorComponentResult<FiguresScreen>(new { Texts = texts, Ground = ground, Chosen = chosen });
    }
}
