// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Web.Opgaven;
using Schakel.Web.Security;
using Schakel.Workspace.Directions;
using Schakel.Workspace.Members;
using Schakel.Workspace.Tasks;

namespace Schakel.Web.Tasks;

/// <summary><c>/taken</c>: what the whole town steers, what each area does, and the room there is for one street or one person.</summary>
internal static class TaskEndpoints
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/taken", (Delegate)((HttpContext http) => List(http))).Needs(WorkAction.ReadDirection).ExcludeFromDescription();
        routes.MapGet("/taken/nieuw", (Delegate)((HttpContext http) => New(http, null))).Needs(WorkAction.KeepTasks).ExcludeFromDescription();
        routes.MapPost("/taken/nieuw", Draft).Needs(WorkAction.KeepTasks).ExcludeFromDescription();
        routes.MapGet("/taken/{id:guid}", (HttpContext http, Guid id) => One(http, id, null)).Needs(WorkAction.ReadDirection).ExcludeFromDescription();
        Form(routes, "herschrijven", form => form.Work<DirectionWork>().RewriteTask(
            form.Actor, form.Id, form.Seen, form["name"], form.Word<Steering>("steering") ?? (Steering)(-1), form.Chosen("owner"), form["room"], form.Cancel));
        Form(routes, "ingaan", form => form.Work<DirectionWork>().PutTaskInForce(form.Actor, form.Id, form.Seen, form["because"], form.Cancel));
        Form(routes, "stoppen", form => form.Work<DirectionWork>().ReplaceTask(form.Actor, form.Id, form.Seen, form["because"], form.Cancel));
        Form(routes, "opvolger", form => form.Work<DirectionWork>().DraftTask(
            form.Actor, form["name"], form.Word<Steering>("steering") ?? (Steering)(-1), form.Chosen("owner"), form["room"], form.Cancel, form.Id));
    }

    private static void Form(IEndpointRouteBuilder routes, string deed, Func<SentForm, Task<Outcome<MunicipalTask>>> work) =>
        routes.MapPost($"/taken/{{id:guid}}/{deed}", async (HttpContext http, IFormCollection fields) =>
        {
            var form = new SentForm(http, fields);
            return (await work(form)).TryGet(out var task, out var reason)
                ? TypedResults.LocalRedirect(Work.At(form.Texts, $"/taken/{task.Id}"))
                : await One(http, form.Id, form.Tried(deed, reason));
        }).Needs(WorkAction.KeepTasks).ExcludeFromDescription();

    private static async Task<IResult> Draft(HttpContext http, IFormCollection fields)
    {
        var form = new SentForm(http, fields);
        return (await form.Work<DirectionWork>().DraftTask(form.Actor, form["name"], form.Word<Steering>("steering") ?? (Steering)(-1), form.Chosen("owner"), form["room"], form.Cancel)).TryGet(out var task, out var reason)
            ? TypedResults.LocalRedirect(Work.At(form.Texts, $"/taken/{task.Id}"))
            : await New(http, form.Tried("nieuw", reason));
    }

    private static async Task<IResult> List(HttpContext http)
    {
        var page = new WorkPage(http);
        return page.Of<TaskListScreen, TaskRegister>(await page.Work<TaskReading>().All(page.Actor, page.Cancel), register => new() { ["Register"] = register });
    }

    private static async Task<IResult> New(HttpContext http, Tried? tried)
    {
        var page = new WorkPage(http, tried);
        return page.Of<NewTaskScreen, TaskRegister>(await page.Work<TaskReading>().All(page.Actor, page.Cancel), register => new() { ["Organisations"] = register.Organisations });
    }

    private static async Task<IResult> One(HttpContext http, Guid id, Tried? tried)
    {
        var page = new WorkPage(http, tried);
        return page.Of<TaskScreen, TaskFile>(await page.Work<TaskReading>().Of(page.Actor, id, page.Cancel), file => new() { ["File"] = file });
    }
}
