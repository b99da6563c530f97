// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Schakel.Analysis;
using Schakel.Web.Directions;
using Schakel.Web.Opgaven;
using Schakel.Web.Security;
using Schakel.Workspace.Members;
using Schakel.Workspace.Signals;

namespace Schakel.Web.Signals;

/// <summary><c>/signalen</c>: what was noticed, who answers, and what became of it. Closed never means solved.</summary>
internal static class SignalEndpoints
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/signalen", (Delegate)((HttpContext http) => List(http))).Needs(WorkAction.HandleSignal).ExcludeFromDescription();
        routes.MapGet("/signalen/nieuw", (Delegate)((HttpContext http) => New(http, null))).Needs(WorkAction.GiveSignal).ExcludeFromDescription();
        routes.MapPost("/signalen/nieuw", Give).Needs(WorkAction.GiveSignal).ExcludeFromDescription();
        routes.MapGet("/signalen/{id:guid}", (HttpContext http, Guid id) => One(http, id, null)).Needs(WorkAction.HandleSignal).ExcludeFromDescription();
        Form(routes, "doorsturen", Pass);
        Form(routes, "verbinden", form => form.Chosen("opgave") is { } opgave
            ? form.Work<SignalWork>().Link(form.Actor, form.Id, form.Seen, opgave, form["because"], form.Cancel)
            : Task.FromResult<Outcome<Signal>>(SentForm.NotChosen("opgave")));
        Form(routes, "antwoord", Reply);
        Form(routes, "sluiten", form => form.Work<SignalWork>().Close(form.Actor, form.Id, form.Seen, form["because"], form.Cancel));
        Form(routes, "heropenen", form => form.Work<SignalWork>().Reopen(form.Actor, form.Id, form.Seen, form["because"], form.Cancel));
        Form(routes, "splitsen", form => form.Work<SignalWork>().Split(form.Actor, form.Id, form["text"], form.Cancel));
    }

    private static void Form(IEndpointRouteBuilder routes, string deed, Func<SentForm, Task<Outcome<Signal>>> work) =>
        routes.MapPost($"/signalen/{{id:guid}}/{deed}", async (HttpContext http, IFormCollection fields) =>
        {
            var form = new SentForm(http, fields);
            return (await work(form)).TryGet(out var signal, out var reason)
                ? TypedResults.LocalRedirect(Work.At(form.Texts, $"/signalen/{signal.Id}"))
                : await One(http, form.Id, form.Tried(deed, reason));
        }).Needs(WorkAction.HandleSignal).ExcludeFromDescription();

    // About a task it goes to the owner of that task; else to whom one chooses.
    private static Task<Outcome<Signal>> Pass(SentForm form)
    {
        var work = form.Work<SignalWork>();
        return form.Chosen("task") is { } task ? work.RouteToTask(form.Actor, form.Id, form.Seen, task, form.Chosen("copy"), form["because"], form.Cancel)
            : form.Chosen("owner") is { } owner ? work.Route(form.Actor, form.Id, form.Seen, owner, form.Chosen("copy"), form["because"], form.Cancel)
            : Task.FromResult<Outcome<Signal>>(SentForm.NotChosen("addressee"));
    }

    // An answer in words may close it at once: that is what mostly happens on the phone.
    private static async Task<Outcome<Signal>> Reply(SentForm form)
    {
        var work = form.Work<SignalWork>();
        var replied = await work.Reply(form.Actor, form.Id, form.Seen, form["answer"], form.Cancel);
        return form.Given("close") is null || !replied.TryGet(out var signal, out _) ? replied
            : await work.Close(form.Actor, signal.Id, null, form["answer"], form.Cancel);
    }

    private static async Task<IResult> Give(HttpContext http, IFormCollection fields)
    {
        var form = new SentForm(http, fields);
        var areas = TownAreas.Of(http);
        if (!Place(form, areas).TryGet(out var at, out var reason)
            || !(await form.Work<SignalWork>().GiveAround(
                form.Actor, form.Word<SignalSource>("source") ?? SignalSource.Professional, form["text"], at, form.Given("contact"), form.Chosen("task"),
                [.. areas.Around(at.X, at.Y).Select(area => area.Code)], form.Cancel)).TryGet(out var signal, out reason))
            return await New(http, form.Tried("nieuw", reason));

        // A partner gives signals and does not handle them: the page of this one is not theirs.
        return TypedResults.LocalRedirect(Work.At(form.Texts, form.Work<CurrentUser>().May(WorkAction.HandleSignal) && MayRead(form, signal) ? $"/signalen/{signal.Id}" : "/signalen/nieuw?gegeven=1"));
    }

    private static bool MayRead(SentForm form, Signal signal) => Permissions.Allows(form.Actor.Roles, WorkAction.HandleSignal, signal.StandingOf(form.Actor));

    private static Outcome<SignalPoint> Place(SentForm form, TownAreas areas)
    {
        if (form.Given("x") is { } x && form.Given("y") is { } y)
            return int.TryParse(x, NumberStyles.None, CultureInfo.InvariantCulture, out var east) && int.TryParse(y, NumberStyles.None, CultureInfo.InvariantCulture, out var north)
                ? new SignalPoint(east, north)
                : new Reason("place-not-understood", "This point is not inside the Netherlands (RD New, metres).");
        return form.Given("area") is not { } area ? SentForm.NotChosen("place")
            : areas.MiddleOf(area.Trim()) is { } middle ? middle
            : new Reason("place-not-understood", "No area with this code is loaded. Type a point in RD New, in metres.");
    }

    private static async Task<IResult> List(HttpContext http)
    {
        var page = new WorkPage(http);
        var areas = TownAreas.Of(http);
        return page.Of<SignalListScreen, IReadOnlyList<SignalEntry>>(await page.Work<SignalReading>().All(page.Actor, page.Cancel), entries => new()
        {
            ["Entries"] = entries,
            ["Places"] = entries.ToDictionary(entry => entry.Signal.Id, entry => areas.NameAt(entry.Signal)),
        });
    }

    private static async Task<IResult> New(HttpContext http, Tried? tried)
    {
        var page = new WorkPage(http, tried);
        return page.Of<NewSignalScreen, SignalChoices>(await page.Work<SignalReading>().Choices(page.Actor, page.Cancel), choices => new()
        {
            ["Choices"] = choices,
            ["Places"] = TownPlaces.Of(http, page.Texts),
            ["About"] = http.Request.Query["taak"].ToString(),
            ["WasGiven"] = http.Request.Query["gegeven"] == "1",
        });
    }

    private static async Task<IResult> One(HttpContext http, Guid id, Tried? tried)
    {
        var page = new WorkPage(http, tried);
        var read = await page.Work<SignalReading>().Of(page.Actor, id, page.Cancel);
        // Only who answers opens the contact; the others do not even ask for it.
        string? contact = null;
        if (read.TryGet(out var file, out _) && file.MaySeeContact && (await page.Work<SignalWork>().Contact(page.Actor, id, page.Cancel)).TryGet(out var open, out _))
            contact = open;
        var areas = TownAreas.Of(http);
        return page.Of<SignalScreen, SignalFile>(read, shown => new() { ["File"] = shown, ["Contact"] = contact, ["Place"] = areas.NameAt(shown.Entry.Signal) });
    }
}
