// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Web.Opgaven;
using Schakel.Web.Security;
using Schakel.Workspace.Directions;
using Schakel.Workspace.Members;

namespace Schakel.Web.Directions;

/// <summary><c>/visies</c>: a short shared picture of an area or a theme, written by two; opgaven go by it.</summary>
internal static class VisionEndpoints
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/visies", (Delegate)((HttpContext http) => List(http, null))).Needs(WorkAction.ReadDirection).ExcludeFromDescription();
        routes.MapPost("/visies/nieuw", Draft).Needs(WorkAction.WriteVision).ExcludeFromDescription();
        routes.MapGet("/visies/{id:guid}", (HttpContext http, Guid id) => One(http, id, null)).Needs(WorkAction.ReadDirection).ExcludeFromDescription();
        Form(routes, "herschrijven", (form, with) => form.Work<DirectionWork>().RewriteVision(form.Actor, with, form.Id, form.Seen, form.Given("area"), form.Given("theme"), form["text"], form.Cancel));
        Form(routes, "ingaan", (form, with) => form.Work<DirectionWork>().PutVisionInForce(form.Actor, with, form.Id, form.Seen, form["because"], form.Cancel));
        Form(routes, "stoppen", (form, with) => form.Work<DirectionWork>().ReplaceVision(form.Actor, with, form.Id, form.Seen, form["because"], form.Cancel));
        Form(routes, "opvolger", (form, with) => form.Work<DirectionWork>().DraftVision(form.Actor, with, form.Given("area"), form.Given("theme"), form["text"], form.Cancel, form.Id));
    }

    private static void Form(IEndpointRouteBuilder routes, string deed, Func<SentForm, Member, Task<Outcome<Vision>>> work) =>
        routes.MapPost($"/visies/{{id:guid}}/{deed}", async (HttpContext http, IFormCollection fields) =>
        {
            var form = new SentForm(http, fields);
            return (await Together(form, with => work(form, with))).TryGet(out var vision, out var reason)
                ? TypedResults.LocalRedirect(Work.At(form.Texts, $"/visies/{vision.Id}"))
                : await One(http, form.Id, form.Tried(deed, reason));
        }).Needs(WorkAction.WriteVision).ExcludeFromDescription();

    private static async Task<IResult> Draft(HttpContext http, IFormCollection fields)
    {
        var form = new SentForm(http, fields);
        return (await Together(form, with => form.Work<DirectionWork>().DraftVision(form.Actor, with, form.Given("area"), form.Given("theme"), form["text"], form.Cancel))).TryGet(out var vision, out var reason)
            ? TypedResults.LocalRedirect(Work.At(form.Texts, $"/visies/{vision.Id}"))
            : await List(http, form.Tried("nieuw", reason));
    }

    // A vision takes two: somebody of the municipality and somebody who works or is a partner there.
    private static async Task<Outcome<Vision>> Together(SentForm form, Func<Member, Task<Outcome<Vision>>> work)
    {
        if (!(await form.Work<DirectionReading>().Visions(form.Actor, form.Cancel)).TryGet(out var file, out var reason))
            return reason;
        return file.With.FirstOrDefault(member => member.Id == form.Chosen("with")) is { } with
            ? await work(with)
            : new Reason("vision-takes-two", "A vision is written together with a professional or a partner. Choose one.");
    }

    private static async Task<IResult> List(HttpContext http, Tried? tried)
    {
        var page = new WorkPage(http, tried);
        return page.Of<VisionListScreen, VisionsFile>(await page.Work<DirectionReading>().Visions(page.Actor, page.Cancel), file => new() { ["File"] = file, ["Places"] = TownPlaces.Of(http, page.Texts) });
    }

    private static async Task<IResult> One(HttpContext http, Guid id, Tried? tried)
    {
        var page = new WorkPage(http, tried);
        return page.Of<VisionScreen, VisionFile>(await page.Work<DirectionReading>().Vision(page.Actor, id, page.Cancel), file => new() { ["File"] = file, ["Places"] = TownPlaces.Of(http, page.Texts) });
    }
}
