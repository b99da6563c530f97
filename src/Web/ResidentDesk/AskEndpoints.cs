// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Http.HttpResults;
using Schakel.Web.Atlas;
using Schakel.Web.Opgaven;
using Schakel.Web.Places;
using Schakel.Web.Security;
using Schakel.Workspace.Members;
using Schakel.Workspace.Offers;

namespace Schakel.Web.ResidentDesk;

/// <summary><c>/aanbod</c>: residents who may be asked something now, asking one of them, and what they said. A person asks, never the machine.</summary>
internal static class AskEndpoints
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/aanbod", (HttpContext http, CancellationToken cancel) => Page(http, null, null)).Needs(WorkAction.AskOfferer).ExcludeFromDescription();
        routes.MapPost("/aanbod/{id:guid}", async (HttpContext http, IFormCollection fields) =>
        {
            var form = new SentForm(http, fields);
            return (await form.Work<OfferWork>().Ask(form.Actor, form.Id, form.Chosen("opgave"), form["ask"], form.Cancel)).TryGet(out var ask, out var reason)
                ? TypedResults.LocalRedirect(Work.At(form.Texts, "/aanbod") + $"#v-{ask.Id:N}", permanent: false, preserveMethod: false)
                : await Page(http, form.Tried(form.Id.ToString(), reason), null);
        }).Needs(WorkAction.AskOfferer).ExcludeFromDescription();
        routes.MapPost("/aanbod/vraag/{id:guid}/antwoord", async (HttpContext http, IFormCollection fields) =>
        {
            var form = new SentForm(http, fields);
            var heard = form.Word<AskState>("answer") is { } answer and not AskState.Sent
                ? await form.Work<OfferWork>().Heard(form.Actor, form.Id, answer, form.Cancel) : SentForm.NotChosen("answer");
            return heard.TryGet(out _, out var reason)
                ? TypedResults.LocalRedirect(Work.At(form.Texts, "/aanbod"), permanent: false, preserveMethod: false)
                : await Page(http, form.Tried($"vraag/{form.Id}/antwoord", reason), null);
        }).Needs(WorkAction.AskOfferer).ExcludeFromDescription();
        routes.MapPost("/aanbod/vraag/{id:guid}/contact", async (HttpContext http, IFormCollection fields) =>
        {
            var form = new SentForm(http, fields);
            return (await form.Work<OfferWork>().Contact(form.Actor, form.Id, form.Cancel)).TryGet(out var contact, out var reason)
                ? await Page(http, null, (form.Id, contact)) : await Page(http, form.Tried($"vraag/{form.Id}/contact", reason), null);
        }).Needs(WorkAction.AskOfferer).ExcludeFromDescription();
    }

    private static async Task<IResult> Page(HttpContext http, Tried? tried, (Guid Id, string Contact)? shown)
    {
        http.Response.Headers.CacheControl = "no-cache, no-store";
        var texts = AtlasQuestion.TextsOf(http.Request);
        var services = http.RequestServices;
        if (!(await services.GetRequiredService<OfferWork>().Open(services.GetRequiredService<CurrentUser>().Actor, http.RequestAborted)).TryGet(out var board, out var reason))
            return Refusals.Page(texts, reason);
        var places = services.GetRequiredService<CurrentGround>().Ask().TryGet(out var ground, out _) ? PlaceIndex.Of(ground) : null;
        // Where somebody lives is the area around their square: no more is needed to know whether it is near.
        string? Near(Offer offer) => HomeCell.Middle(offer.Cell) is { } middle ? places?.At(middle.X, middle.Y)?.Name : null;
        return new RazorComponentResult<AskScreen>(new { Texts = texts, Board = board, Near = (Func<Offer, string?>)Near, Shown = shown, Tried = tried })
        {
            StatusCode = tried is null ? StatusCodes.Status200OK : Refusals.StatusOf(tried.Reason),
        };
    }
}
