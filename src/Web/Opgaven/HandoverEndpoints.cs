// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Schakel.Analysis;
using Schakel.Web.Atlas;
using Schakel.Web.Desks;
using Schakel.Web.Security;
using Schakel.Workspace.Handovers;
using Schakel.Workspace.Members;
using Schakel.Workspace.Opgaven;

namespace Schakel.Web.Opgaven;

/// <summary><c>/opgaven/{id}/schakelen</c>: asking another scale or organisation, and answering. The sender stays responsible until there is a yes.</summary>
internal static class HandoverEndpoints
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/opgaven/{id:guid}/schakelen", (HttpContext http, Guid id) => Page(http, id, null)).Needs(WorkAction.ReadOpgave).ExcludeFromDescription();
        routes.MapPost("/opgaven/{id:guid}/schakelen", Ask).Needs(WorkAction.AskHandover).ExcludeFromDescription();
        routes.MapPost("/opgaven/{id:guid}/schakelen/{handover:guid}", Answer).Needs(WorkAction.AnswerHandover).ExcludeFromDescription();
        routes.MapPost("/opgaven/{id:guid}/schakelen/{handover:guid}/intrekken", Withdraw).Needs(WorkAction.AskHandover).ExcludeFromDescription();
    }

    private static async Task<IResult> Ask(HttpContext http, IFormCollection fields, OpgaveChanges changes)
    {
        var form = new SentForm(http, fields);
        return await Done(http, form, "schakelen", await Asked(form), changes);
    }

    private static Task<Outcome<Handover>> Asked(SentForm form)
    {
        if (form.Word<HandoverKind>("kind") is not { } kind)
            return Refused("kind");
        if (form.Chosen("addressee") is not { } addressee)
            return Refused("addressee");
        DateOnly? returnBy = null;
        if (form.Given("returnBy") is { } text)
        {
            if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return Refused("returnBy");
            returnBy = day;
        }

        return form.Work<HandoverWork>().Ask(form.Actor, form.Id, kind, form["from"], addressee, form["to"], form["because"], returnBy, form.Cancel);
    }

    private static async Task<IResult> Answer(HttpContext http, IFormCollection fields, OpgaveChanges changes)
    {
        var form = new SentForm(http, fields);
        var (work, id, words) = (form.Work<HandoverWork>(), form.IdOf("handover"), form["words"]);
        var outcome = form["answer"] switch
        {
            "accept" => await work.Accept(form.Actor, id, form.Seen, words, form.Cancel),
            "decline" => await work.Decline(form.Actor, id, form.Seen, words, form.Cancel),
            "complete" => await work.Complete(form.Actor, id, form.Seen, words, form.Cancel),
            "return" => await work.Return(form.Actor, id, form.Seen, words, form.Cancel),
            _ => await Refused("answer"),
        };
        return await Done(http, form, $"schakelen/{id}", outcome, changes);
    }

    private static async Task<IResult> Withdraw(HttpContext http, IFormCollection fields, OpgaveChanges changes)
    {
        var form = new SentForm(http, fields);
        var id = form.IdOf("handover");
        return await Done(http, form, $"schakelen/{id}/intrekken", await form.Work<HandoverWork>().Withdraw(form.Actor, id, form.Seen, form["words"], form.Cancel), changes);
    }

    private static async Task<IResult> Done(HttpContext http, SentForm form, string deed, Outcome<Handover> outcome, OpgaveChanges changes)
    {
        if (!outcome.TryGet(out var handover, out var reason))
            return await Page(http, form.Id, form.Tried(deed, reason));

        changes.Tell(form.Id, "schakelen");
        // A partner whom it was asked of may not read the opgave itself: the desk is where it was asked.
        return TypedResults.LocalRedirect(Work.At(form.Texts, form["back"] == "tafel" ? "/tafel" : $"/opgaven/{form.Id}/schakelen") + $"#h-{handover.Id}");
    }

    private static Task<Outcome<Handover>> Refused(string what) => Task.FromResult<Outcome<Handover>>(SentForm.NotChosen(what));

    private static async Task<IResult> Page(HttpContext http, Guid id, Tried? tried)
    {
        if (tried?.Values.GetValueOrDefault("back") == "tafel")
            return await DeskEndpoints.Page(http, tried);

        http.Response.Headers.CacheControl = "no-cache, no-store";
        var texts = AtlasQuestion.TextsOf(http.Request);
        var user = http.RequestServices.GetRequiredService<CurrentUser>();
        return (await http.RequestServices.GetRequiredService<OpgaveReading>().Of(user.Actor, id, http.RequestAborted)).TryGet(out var file, out var reason)
            ? new RazorComponentResult<HandoverScreen>(new { Texts = texts, File = file, Tried = tried }) { StatusCode = tried is null ? StatusCodes.Status200OK : Refusals.StatusOf(tried.Reason) }
            : Refusals.Page(texts, reason);
    }
}
