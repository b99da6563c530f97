// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Web.Opgaven;
using Schakel.Web.Security;
using Schakel.Workspace.Desks;
using Schakel.Workspace.Members;
using Schakel.Workspace.PolicyGaps;

namespace Schakel.Web.Desks;

/// <summary><c>/lacunes</c>: every gap in policy, with its answer or openly without one; who is asked answers here.</summary>
internal static class GapEndpoints
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/lacunes", (Delegate)((HttpContext http) => Page(http, null))).Needs(WorkAction.ReadOpgave).ExcludeFromDescription();
        routes.MapPost("/lacunes/nieuw", Raise).Needs(WorkAction.RaiseGap).ExcludeFromDescription();
        // Who is asked answers here, also without a seat at the table of the opgave.
        routes.MapPost("/lacunes/{gap:guid}", Answer).Needs(WorkAction.AnswerGap).ExcludeFromDescription();
    }

    private static async Task<IResult> Raise(HttpContext http, IFormCollection fields)
    {
        var form = new SentForm(http, fields);
        var work = form.Work<GapWork>();
        var outcome = form.Chosen("opgave") is { } opgave
            ? await work.Raise(form.Actor, opgave, form["question"], form.Chosen("addressee"), form.Cancel)
            : await work.Raise(form.Actor, form["question"], form.Chosen("addressee"), form.Cancel);
        return outcome.TryGet(out var gap, out var reason) ? TypedResults.LocalRedirect(Work.At(form.Texts, "/lacunes") + $"#l-{gap.Id}") : await Page(http, form.Tried("nieuw", reason));
    }

    private static async Task<IResult> Answer(HttpContext http, IFormCollection fields)
    {
        var form = new SentForm(http, fields);
        var id = form.IdOf("gap");
        return (await GapAnswers.Give(form)).TryGet(out _, out var reason)
            ? TypedResults.LocalRedirect(Work.At(form.Texts, "/lacunes") + $"#l-{id}")
            : await Page(http, form.Tried($"lacunes/{id}", reason));
    }

    private static async Task<IResult> Page(HttpContext http, Tried? tried)
    {
        var page = new WorkPage(http, tried);
        return page.Of<GapsScreen, GapsFile>(await page.Work<GapReading>().All(page.Actor, page.Cancel), file => new() { ["File"] = file });
    }
}
