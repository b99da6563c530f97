// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Http.HttpResults;
using Schakel.Web.Api;
using Schakel.Web.Errors;
using Schakel.Web.Security;

namespace Schakel.Web.Atlas;

/// <summary><c>GET /kaart</c> and the parts of it that the browser fetches while somebody moves along the ladder.</summary>
internal static class AtlasEndpoints
{
    /// <summary>Under this time nobody needs to be told that we are busy.</summary>
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(1);

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", (HttpRequest request) => TypedResults.LocalRedirect("/kaart" + request.QueryString)).OpenToAll().ExcludeFromDescription();
        routes.MapGet("/kaart", Show).OpenToAll().ExcludeFromDescription();
        routes.MapGet("/kaart/delen", ShowParts).OpenToAll().ExcludeFromDescription();
        routes.MapGet("/kaart/gebied", ShowArea).OpenToAll().ExcludeFromDescription();
        routes.MapGet("/kaart/beeld.json", ShowFigures).OpenToAll().ExcludeFromDescription();
    }

    private static async Task<IResult> Show(HttpContext http, CurrentGround current, Pictures pictures, TimeProvider clock, Maps.MapLayers layers)
    {
        http.Response.Headers.CacheControl = "no-cache";
        var (view, otherwise) = await Look(http, current, pictures, clock);
        if (view is null)
            return otherwise!;

        layers.Prepare(view.Ground, view.Picture);
        return new RazorComponentResult<AtlasScreen>(new { View = view });
    }

    private static async Task<IResult> ShowParts(HttpContext http, CurrentGround current, Pictures pictures, TimeProvider clock)
    {
        var (view, otherwise) = await Look(http, current, pictures, clock);
        if (view is null)
            return otherwise!;
        return IsKnown(http, view) ? Mark.Unchanged() : new RazorComponentResult<AtlasParts>(new { View = view });
    }

    private static async Task<IResult> ShowArea(HttpContext http, CurrentGround current, Pictures pictures, TimeProvider clock)
    {
        var (view, otherwise) = await Look(http, current, pictures, clock);
        if (view is null)
            return otherwise!;
        return IsKnown(http, view) ? Mark.Unchanged() : new RazorComponentResult<AreaPanel>(new { View = view, Level = view.Current });
    }

    private static async Task<IResult> ShowFigures(HttpContext http, CurrentGround current, Pictures pictures, TimeProvider clock)
    {
        var (view, otherwise) = await Look(http, current, pictures, clock);
        if (view is null)
            return otherwise!;
        return IsKnown(http, view) ? Mark.Unchanged() : TypedResults.Ok(MapFigures.Of(view.Picture, view.Measure));
    }

    /// <summary>The view that the address asks, or the page that says why there is none.</summary>
    private static async Task<(AtlasView? View, IResult? Otherwise)> Look(HttpContext http, CurrentGround current, Pictures pictures, TimeProvider clock)
    {
        var texts = AtlasQuestion.TextsOf(http.Request);
        if (!current.Ask().TryGet(out var ground, out var noGround))
            return (null, new RazorComponentResult<EmptyScreen>(new { Texts = texts, Reason = noGround, Folder = current.Directory }));
        if (!AtlasQuestion.Read(http.Request, ground).TryGet(out var question, out var notUnderstood))
        {
            return (null, notUnderstood.Code == AtlasQuestion.BadQuery
                ? ErrorPages.BadQuery(texts, notUnderstood)
                : new RazorComponentResult<EmptyScreen>(new { Texts = texts, Reason = notUnderstood, Folder = current.Directory }));
        }

        var making = pictures.Ask(ground, question.Study);
        if (await Task.WhenAny(making.Outcome, Task.Delay(patience, clock, http.RequestAborted)) != making.Outcome)
        {
            return (null, new RazorComponentResult<WaitScreen>(new { Ground = ground, Question = question, Seconds = (int)(clock.GetUtcNow() - making.Started).TotalSeconds })
            {
                StatusCode = StatusCodes.Status202Accepted,
            });
        }

        if ((await making.Outcome).TryGet(out var picture, out var reason))
            return (new AtlasView(ground, question, picture), null);
        return reason.Code == Pictures.TooBusy
            ? (null, TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable))
            : (null, new RazorComponentResult<NoAnswerScreen>(new { Ground = ground, Question = question, Reason = reason }) { StatusCode = StatusCodes.Status422UnprocessableEntity });
    }

    /// <summary>The same question on the same catalogue has the same answer. True when the browser has it already.</summary>
    private static bool IsKnown(HttpContext http, AtlasView view) => Mark.PutAndIsKnown(http, view.Picture.Fingerprint, $"{http.Request.Path}{http.Request.QueryString}");
}
