// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Http.HttpResults;
using Schakel.Analysis;
using Schakel.Web.Atlas;
using Schakel.Web.Opgaven;
using Schakel.Web.Places;
using Schakel.Web.Security;
using Schakel.Workspace.History;
using Schakel.Workspace.Members;
using Schakel.Workspace.Residents;

namespace Schakel.Web.ResidentDesk;

/// <summary><c>/bewoners</c>: what residents sent, read by colleagues who let it be public, answer it, or decide on it; and what colleagues invite residents to.</summary>
internal static class ResidentDeskEndpoints
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/bewoners", (HttpContext http, CancellationToken cancel) => Page(http, null, null)).Needs(WorkAction.ReadOpgave).ExcludeFromDescription();
        Form(routes, "/bewoners/uitnodiging", "uitnodiging", WorkAction.InviteResidents, form =>
            form.Work<ResidentWork>().Invite(form.Actor, form["title"], form["text"], form.Chosen("opgave"), form.Cancel));
        Form(routes, "/bewoners/uitnodiging/{id:guid}", "uitnodiging", WorkAction.InviteResidents, form => form.Word<InvitationState>("state") is { } state
            ? form.Work<ResidentWork>().MoveInvitation(form.Actor, form.Id, form.Seen, state, form["because"], form.Cancel) : NoState<Invitation>());
        Form(routes, "/bewoners/initiatief/{id:guid}", "initiatief", WorkAction.InviteResidents, form => form.Word<InvitationState>("state") is { } state
            ? form.Work<ResidentWork>().MoveInitiative(form.Actor, form.Id, form.Seen, state, form["because"], form.Cancel) : NoState<Initiative>());
        Form(routes, "/bewoners/uitdaging/{id:guid}", "uitdaging", WorkAction.DecideChallenge, form => form.Word<ChallengeState>("state") switch
        {
            ChallengeState.InConversation => form.Work<ResidentWork>().Talk(form.Actor, form.Id, form.Seen, form["because"], form.Cancel),
            { } state => form.Work<ResidentWork>().Decide(form.Actor, form.Id, form.Seen, state, form["because"], form.Cancel),
            null => NoState<ChallengeRequest>(),
        });
        Form(routes, "/bewoners/uitdaging/{id:guid}/openbaar", "uitdaging", WorkAction.DecideChallenge, form =>
            form.Work<ResidentWork>().MakePublic(form.Actor, form.Id, form.Cancel));
        Contact(routes, "initiatief", WorkAction.InviteResidents, (work, form) => work.InitiativeContact(form.Actor, form.Id, form.Cancel));
        Contact(routes, "uitdaging", WorkAction.DecideChallenge, (work, form) => work.ChallengeContact(form.Actor, form.Id, form.Cancel));
        AskEndpoints.Map(routes);
        PublicStoryEndpoints.Map(routes);
    }

    private static Task<Outcome<T>> NoState<T>()
        where T : notnull => Task.FromResult<Outcome<T>>(SentForm.NotChosen("state"));

    private static void Form<T>(IEndpointRouteBuilder routes, string path, string deed, WorkAction action, Func<SentForm, Task<Outcome<T>>> work)
        where T : Item => routes.MapPost(path, async (HttpContext http, IFormCollection fields) =>
        {
            var form = new SentForm(http, fields);
            return (await work(form)).TryGet(out var item, out var reason)
                ? TypedResults.LocalRedirect(Work.At(form.Texts, "/bewoners") + $"#b-{item.Id:N}", permanent: false, preserveMethod: false)
                : await Page(http, form.Tried(path.Contains("{id", StringComparison.Ordinal) ? $"{deed}/{form.Id}" : deed, reason), null);
        }).Needs(action).ExcludeFromDescription();

    // Shown when it is asked for, by who may; it stands in no list.
    private static void Contact(IEndpointRouteBuilder routes, string kind, WorkAction action, Func<ResidentWork, SentForm, Task<Outcome<string>>> ask) =>
        routes.MapPost($"/bewoners/{kind}/{{id:guid}}/contact", async (HttpContext http, IFormCollection fields) =>
        {
            var form = new SentForm(http, fields);
            return (await ask(form.Work<ResidentWork>(), form)).TryGet(out var contact, out var reason)
                ? await Page(http, null, (form.Id, contact)) : await Page(http, form.Tried($"{kind}/{form.Id}", reason), null);
        }).Needs(action).ExcludeFromDescription();

    private static async Task<IResult> Page(HttpContext http, Tried? tried, (Guid Id, string Contact)? shown)
    {
        http.Response.Headers.CacheControl = "no-cache, no-store";
        var user = http.RequestServices.GetRequiredService<CurrentUser>();
        var texts = AtlasQuestion.TextsOf(http.Request);
        var places = http.RequestServices.GetRequiredService<CurrentGround>().Ask().TryGet(out var ground, out _) ? PlaceIndex.Of(ground) : null;
        string NameOf(string place) => places?.Find(place)?.Name ?? place;
        return (await http.RequestServices.GetRequiredService<ResidentWork>().Inbox(user.Actor, http.RequestAborted)).TryGet(out var inbox, out var reason)
            ? new RazorComponentResult<ResidentDeskScreen>(new
            {
                Texts = texts,
                Inbox = inbox,
                NameOf = (Func<string, string>)NameOf,
                MayInvite = user.May(WorkAction.InviteResidents),
                MayDecide = user.May(WorkAction.DecideChallenge),
                MayAsk = user.May(WorkAction.AskOfferer),
                Shown = shown,
                Tried = tried,
            })
            { StatusCode = tried is null ? StatusCodes.Status200OK : Refusals.StatusOf(tried.Reason) }
            : Refusals.Page(texts, reason);
    }
}
