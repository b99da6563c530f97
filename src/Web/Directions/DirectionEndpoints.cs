// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Web.Opgaven;
using Schakel.Web.Security;
using Schakel.Workspace.Directions;
using Schakel.Workspace.Members;

namespace Schakel.Web.Directions;

/// <summary><c>/richting</c>: where to, and out of which conviction; in words, without a number or a person.</summary>
internal static class DirectionEndpoints
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/richting", (Delegate)((HttpContext http) => List(http, null))).Needs(WorkAction.ReadDirection).ExcludeFromDescription();
        routes.MapPost("/richting/nieuw", Draft).Needs(WorkAction.SetDirection).ExcludeFromDescription();
        routes.MapGet("/richting/{id:guid}", (HttpContext http, Guid id) => One(http, id, null)).Needs(WorkAction.ReadDirection).ExcludeFromDescription();
        Form(routes, "herschrijven", form => form.Work<DirectionWork>().RewriteDirection(form.Actor, form.Id, form.Seen, form["text"], Values(form), form.Cancel));
        Form(routes, "ingaan", form => form.Work<DirectionWork>().PutDirectionInForce(form.Actor, form.Id, form.Seen, form["because"], form.Cancel));
        Form(routes, "stoppen", form => form.Work<DirectionWork>().ReplaceDirection(form.Actor, form.Id, form.Seen, form["because"], form.Cancel));
        Form(routes, "opvolger", form => form.Work<DirectionWork>().DraftDirection(form.Actor, form["text"], Values(form), form.Cancel, form.Id));
        VisionEndpoints.Map(routes);
    }

    private static void Form(IEndpointRouteBuilder routes, string deed, Func<SentForm, Task<Outcome<Direction>>> work) =>
        routes.MapPost($"/richting/{{id:guid}}/{deed}", async (HttpContext http, IFormCollection fields) =>
        {
            var form = new SentForm(http, fields);
            return (await work(form)).TryGet(out var direction, out var reason)
                ? TypedResults.LocalRedirect(Work.At(form.Texts, $"/richting/{direction.Id}"))
                : await One(http, form.Id, form.Tried(deed, reason));
        }).Needs(WorkAction.SetDirection).ExcludeFromDescription();

    private static async Task<IResult> Draft(HttpContext http, IFormCollection fields)
    {
        var form = new SentForm(http, fields);
        return (await form.Work<DirectionWork>().DraftDirection(form.Actor, form["text"], Values(form), form.Cancel)).TryGet(out var direction, out var reason)
            ? TypedResults.LocalRedirect(Work.At(form.Texts, $"/richting/{direction.Id}"))
            : await List(http, form.Tried("nieuw", reason));
    }

    // Each core value is a box of its own, so that a refused form brings them all back.
    private static CoreValue[] Values(SentForm form) => [.. Enum.GetValues<CoreValue>().Where(value => form.Given(Work.Of(value)) is not null)];

    private static async Task<IResult> List(HttpContext http, Tried? tried)
    {
        var page = new WorkPage(http, tried);
        return page.Of<DirectionListScreen, DirectionsFile>(await page.Work<DirectionReading>().Directions(page.Actor, page.Cancel), file => new() { ["File"] = file });
    }

    private static async Task<IResult> One(HttpContext http, Guid id, Tried? tried)
    {
        var page = new WorkPage(http, tried);
        return page.Of<DirectionScreen, DirectionFile>(await page.Work<DirectionReading>().Direction(page.Actor, id, page.Cancel), file => new() { ["File"] = file });
    }
}
