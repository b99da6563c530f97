// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Http.HttpResults;
using Schakel.Web.Atlas;
using Schakel.Web.Opgaven;
using Schakel.Web.Security;
using Schakel.Workspace.Desks;
using Schakel.Workspace.Members;

namespace Schakel.Web.Desks;

/// <summary><c>/tafel</c>: what others ask of me, what is mine, and who is missing. It counts nothing.</summary>
internal static class DeskEndpoints
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/tafel", (Delegate)((HttpContext http) => Page(http, null))).Needs(WorkAction.ReadOpgave).ExcludeFromDescription();
        GapEndpoints.Map(routes);
    }

    /// <summary>The desk, with the form on it that was refused.</summary>
    internal static async Task<IResult> Page(HttpContext http, Tried? tried)
    {
        http.Response.Headers.CacheControl = "no-cache, no-store";
        var texts = AtlasQuestion.TextsOf(http.Request);
        var user = http.RequestServices.GetRequiredService<CurrentUser>();
        return (await http.RequestServices.GetRequiredService<DeskReading>().Of(user.Actor, http.RequestAborted)).TryGet(out var desk, out var reason)
            ? new RazorComponentResult<DeskScreen>(new { Texts = texts, Desk = desk, User = user, Tried = tried }) { StatusCode = tried is null ? StatusCodes.Status200OK : Refusals.StatusOf(tried.Reason) }
            : Refusals.Page(texts, reason);
    }
}
