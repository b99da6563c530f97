// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Http.HttpResults;
using Schakel.Web.Atlas;
using Schakel.Web.Opgaven;
using Schakel.Web.Security;
using Schakel.Workspace.Members;
using Schakel.Workspace.Residents;

namespace Schakel.Web.ResidentDesk;

/// <summary><c>/opgaven/{id}/openbaar</c>: what residents read about an opgave, in words written for them; and taking it down.</summary>
internal static class PublicStoryEndpoints
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/opgaven/{id:guid}/openbaar", (HttpContext http, Guid id) => Page(http, id, null)).Needs(WorkAction.ReadOpgave).ExcludeFromDescription();
        routes.MapPost("/opgaven/{id:guid}/openbaar", async (HttpContext http, IFormCollection fields) =>
        {
            var form = new SentForm(http, fields);
            return (await form.Work<PublicStoryWork>().Tell(form.Actor, form.Id, form["title"], form["what"], form.Given("became"), form.Given("next"), form["positions"] == "ja", form.Cancel)).TryGet(out _, out var reason)
                ? Back(form) : await Page(http, form.Id, form.Tried("openbaar", reason));
        }).Needs(WorkAction.MoveOpgave).ExcludeFromDescription();
        routes.MapPost("/opgaven/{id:guid}/openbaar/weg", async (HttpContext http, IFormCollection fields) =>
        {
            var form = new SentForm(http, fields);
            return (await form.Work<PublicStoryWork>().TakeDown(form.Actor, form.Id, form["because"], form.Cancel)).TryGet(out _, out var reason)
                ? Back(form) : await Page(http, form.Id, form.Tried("openbaar/weg", reason));
        }).Needs(WorkAction.MoveOpgave).ExcludeFromDescription();
    }

    private static RedirectHttpResult Back(SentForm form) => TypedResults.LocalRedirect(Work.At(form.Texts, $"/opgaven/{form.Id}/openbaar"), permanent: false, preserveMethod: false);

    private static async Task<IResult> Page(HttpContext http, Guid id, Tried? tried)
    {
        http.Response.Headers.CacheControl = "no-cache, no-store";
        var texts = AtlasQuestion.TextsOf(http.Request);
        var user = http.RequestServices.GetRequiredService<CurrentUser>();
        return (await http.RequestServices.GetRequiredService<PublicStoryWork>().Of(user.Actor, id, http.RequestAborted)).TryGet(out var told, out var reason)
            ? new RazorComponentResult<PublicStoryScreen>(new { Texts = texts, Told = told, MayTell = user.May(WorkAction.MoveOpgave), Tried = tried }) { StatusCode = tried is null ? StatusCodes.Status200OK : Refusals.StatusOf(tried.Reason) }
            : Refusals.Page(texts, reason);
    }
}
