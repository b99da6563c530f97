// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Http.HttpResults;
using Schakel.Web.Atlas;
using Schakel.Web.Opgaven;
using Schakel.Web.Security;
using Schakel.Workspace.Members;
using Schakel.Workspace.Reflections;

namespace Schakel.Web.Reflections;

/// <summary><c>/reflecties</c>: what people learned. Private until its author shares it, also for who knows the address.</summary>
internal static class ReflectionEndpoints
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/reflecties", (Delegate)((HttpContext http) => List(http, null))).Needs(WorkAction.Reflect).ExcludeFromDescription();
        routes.MapPost("/reflecties/nieuw", Write).Needs(WorkAction.Reflect).ExcludeFromDescription();
        routes.MapGet("/reflecties/{id:guid}", (HttpContext http, Guid id) => One(http, id)).Needs(WorkAction.Reflect).ExcludeFromDescription();
        routes.MapPost("/reflecties/{id:guid}/delen", (HttpContext http, IFormCollection fields) => Turn(http, fields, share: true)).Needs(WorkAction.ShareReflection).ExcludeFromDescription();
        routes.MapPost("/reflecties/{id:guid}/terugnemen", (HttpContext http, IFormCollection fields) => Turn(http, fields, share: false)).Needs(WorkAction.ShareReflection).ExcludeFromDescription();
    }

    private static async Task<IResult> Write(HttpContext http, IFormCollection fields)
    {
        var form = new SentForm(http, fields);
        return (await form.Work<ReflectionWork>().Write(form.Actor, form["reflection"], form.Chosen("opgave"), form.Cancel)).TryGet(out var reflection, out var reason)
            ? TypedResults.LocalRedirect(Work.At(form.Texts, $"/reflecties/{reflection.Id}"))
            : await List(http, form.Tried("nieuw", reason));
    }

    private static async Task<IResult> Turn(HttpContext http, IFormCollection fields, bool share)
    {
        var form = new SentForm(http, fields);
        var work = form.Work<ReflectionWork>();
        var outcome = share ? await work.Share(form.Actor, form.Id, form.Cancel) : await work.TakeBack(form.Actor, form.Id, form.Cancel);
        return outcome.TryGet(out _, out var reason) ? TypedResults.LocalRedirect(Work.At(form.Texts, $"/reflecties/{form.Id}")) : Refusals.Page(form.Texts, reason);
    }

    private static async Task<IResult> One(HttpContext http, Guid id)
    {
        http.Response.Headers.CacheControl = "no-cache, no-store";
        var texts = AtlasQuestion.TextsOf(http.Request);
        var actor = http.RequestServices.GetRequiredService<CurrentUser>().Actor;
        return (await http.RequestServices.GetRequiredService<ReflectionWork>().Read(actor, id, http.RequestAborted)).TryGet(out var reflection, out var reason)
            ? new RazorComponentResult<ReflectionScreen>(new { Texts = texts, Reflection = reflection, IsOwn = reflection.Author == actor.Member })
            : Refusals.Page(texts, reason);
    }

    private static async Task<IResult> List(HttpContext http, Tried? tried)
    {
        http.Response.Headers.CacheControl = "no-cache, no-store";
        var texts = AtlasQuestion.TextsOf(http.Request);
        var actor = http.RequestServices.GetRequiredService<CurrentUser>().Actor;
        return (await http.RequestServices.GetRequiredService<ReflectionWork>().All(actor, http.RequestAborted)).TryGet(out var reflections, out var reason)
            ? new RazorComponentResult<ReflectionListScreen>(new { Texts = texts, Reflections = reflections, Me = actor.Member, Tried = tried }) { StatusCode = tried is null ? StatusCodes.Status200OK : Refusals.StatusOf(tried.Reason) }
            : Refusals.Page(texts, reason);
    }
}
