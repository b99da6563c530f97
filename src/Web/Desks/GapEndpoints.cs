// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Http.HttpResults;
using Schakel.Web.Atlas;
using Schakel.Web.Opgaven;
using Schakel.Web.Security;
using Schakel.Workspace.Desks;
using Schakel.Workspace.Members;

namespace Schakel.Web.Desks;

/// <summary><c>/lacunes</c>: every gap in policy, with its answer or openly without one.</summary>
internal static class GapEndpoints
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/lacunes", async (HttpContext http, CurrentUser user, GapReading reading, CancellationToken cancel) =>
    {
        http.Response.Headers.CacheControl = "no-cache, no-store";
        var texts = AtlasQuestion.TextsOf(http.Request);
        return (await reading.All(user.Actor, cancel)).TryGet(out var gaps, out var reason)
            ? (IResult)new RazorComponentResult<GapsScreen>(new { Texts = texts, Gaps = gaps })
            : Refusals.Page(texts, reason);
    }).Needs(WorkAction.ReadOpgave).ExcludeFromDescription();
}
