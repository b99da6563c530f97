// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Http.HttpResults;
using Schakel.Web.Atlas;
using Schakel.Web.Security;
using Schakel.Workspace.Directions;
using Schakel.Workspace.History;
using Schakel.Workspace.Judgements;
using Schakel.Workspace.Members;
using Schakel.Workspace.Opgaven;

namespace Schakel.Web.Opgaven;

/// <summary><c>/opgaven</c>: the list, beginning one, and the page of one.</summary>
internal static class OpgaveEndpoints
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/opgaven", List).Needs(WorkAction.ReadOpgave).ExcludeFromDescription();
        routes.MapGet("/opgaven/nieuw", New).Needs(WorkAction.OpenOpgave).ExcludeFromDescription();
        routes.MapPost("/opgaven/nieuw", Open).Needs(WorkAction.OpenOpgave).ExcludeFromDescription();
        routes.MapGet("/opgaven/{id:guid}", Show).Needs(WorkAction.ReadOpgave).ExcludeFromDescription();
        OpgaveForms.Map(routes);
        PlaceForms.Map(routes);
        EvidenceForms.Map(routes);
        JudgementEndpoints.Map(routes);
        HandoverEndpoints.Map(routes);
    }

    private static async Task<IResult> List(HttpContext http, CurrentUser user, OpgaveReading reading, CancellationToken cancel)
    {
        http.Response.Headers.CacheControl = "no-cache, no-store";
        var texts = AtlasQuestion.TextsOf(http.Request);
        if (!(await reading.All(user.Actor, cancel)).TryGet(out var entries, out var reason) || !(await reading.Ladder(user.Actor, cancel)).TryGet(out var ladder, out reason))
            return Refusals.Page(texts, reason);
        return new RazorComponentResult<OpgaveListScreen>(new { Texts = texts, Entries = entries, Ladder = ladder, MayOpen = user.May(WorkAction.OpenOpgave) });
    }

    private static Task<IResult> New(HttpContext http, CurrentUser user, OpgaveReading reading, CancellationToken cancel) => Begin(http, user, reading, null, cancel);

    private static async Task<IResult> Open(HttpContext http, IFormCollection fields, CurrentUser user, OpgaveReading reading, OpgaveWork work, CancellationToken cancel)
    {
        var form = new SentForm(http, fields);
        return (await work.Open(user.Actor, form["title"], form["question"], form.Given("level"), cancel)).TryGet(out var opgave, out var reason)
            ? TypedResults.LocalRedirect(Work.At(form.Texts, $"/opgaven/{opgave.Id}"))
            : await Begin(http, user, reading, form.Tried("nieuw", reason), cancel);
    }

    private static async Task<IResult> Begin(HttpContext http, CurrentUser user, OpgaveReading reading, Tried? tried, CancellationToken cancel)
    {
        http.Response.Headers.CacheControl = "no-cache, no-store";
        var texts = AtlasQuestion.TextsOf(http.Request);
        return (await reading.Ladder(user.Actor, cancel)).TryGet(out var ladder, out var reason)
            ? new RazorComponentResult<NewOpgaveScreen>(new { Texts = texts, Ladder = ladder, Tried = tried }) { StatusCode = tried is null ? StatusCodes.Status200OK : Refusals.StatusOf(tried.Reason) }
            : Refusals.Page(texts, reason);
    }

    private static Task<IResult> Show(HttpContext http, Guid id) => Page(http, id, null);

    /// <summary>The page of an opgave, with the form on it that was refused.</summary>
    internal static async Task<IResult> Page(HttpContext http, Guid id, Tried? tried)
    {
        http.Response.Headers.CacheControl = "no-cache, no-store";
        var (services, cancel) = (http.RequestServices, http.RequestAborted);
        var texts = AtlasQuestion.TextsOf(http.Request);
        var actor = services.GetRequiredService<CurrentUser>().Actor;
        if (!(await services.GetRequiredService<OpgaveReading>().Of(actor, id, cancel)).TryGet(out var file, out var reason)
            || !(await services.GetRequiredService<StoryWork>().OfOpgave(actor, id, cancel)).TryGet(out var story, out reason))
            return Refusals.Page(texts, reason);

        var advice = await services.GetRequiredService<JudgementWork>().Show(actor, id, cancel);
        var ground = services.GetRequiredService<CurrentGround>().Ask().TryGet(out var found, out _) ? found : null;
        IReadOnlyList<OpgaveEntry> others = [];
        if (file.May.Contains(WorkAction.MoveOpgave) && !(await services.GetRequiredService<OpgaveReading>().All(actor, cancel)).TryGet(out others!, out reason))
            return Refusals.Page(texts, reason);
        var view = new OpgaveView(texts, file, advice, story, ground, [.. others.Where(other => other.Opgave.Id != id)], tried)
        {
            Course = (await services.GetRequiredService<DirectionReading>().OfOpgave(actor, id, cancel)).TryGet(out var course, out _) ? course : CourseOfOpgave.None,
        };
        return new RazorComponentResult<OpgaveScreen>(new { View = view }) { StatusCode = tried is null ? StatusCodes.Status200OK : Refusals.StatusOf(tried.Reason) };
    }
}
