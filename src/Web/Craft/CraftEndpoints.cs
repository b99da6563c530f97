// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Web.Opgaven;
using Schakel.Web.Security;
using Schakel.Workspace.Members;
using Schakel.Workspace.Peers;

namespace Schakel.Web.Craft;

/// <summary><c>/vakwerk</c>: what there is to learn, peer groups with notes for members only, and what one tells other municipalities.</summary>
internal static class CraftEndpoints
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/vakwerk", (Delegate)((HttpContext http) => Page(http, null))).Needs(WorkAction.Reflect).ExcludeFromDescription();
        Form(routes, "aanbod", WorkAction.KeepPeerGroup, "aanbod", form => form.Work<PeerWork>().OfferCraft(
            form.Actor, form.Word<CraftKind>("kind") ?? (CraftKind)(-1), form["title"], form["text"], form["contact"], form.Cancel));
        Form(routes, "aanbod/{id:guid}/stoppen", WorkAction.KeepPeerGroup, "aanbod", form => form.Work<PeerWork>().EndCraft(form.Actor, form.Id, form.Seen, form["because"], form.Cancel));
        Form(routes, "groep", WorkAction.KeepPeerGroup, "groepen", form => form.Work<PeerWork>().Form(
            form.Actor, form["name"], form.Actor.Member is { } me ? [me] : [], form.Cancel));
        Form(routes, "groep/{id:guid}/notitie", WorkAction.ReadPeerNotes, "groepen", form => form.Work<PeerWork>().Note(form.Actor, form.Id, form["note"], form.Cancel));
        Form(routes, "groep/{id:guid}/erbij", WorkAction.ReadPeerNotes, "groepen", form => form.Chosen("member") is { } member
            ? form.Work<PeerWork>().Join(form.Actor, form.Id, member, form.Cancel) : Task.FromResult<Outcome<PeerGroup>>(SentForm.NotChosen("member")));
        Form(routes, "groep/{id:guid}/eruit", WorkAction.ReadPeerNotes, "groepen", form => form.Work<PeerWork>().Leave(form.Actor, form.Id, form.Cancel));
        Form(routes, "groep/{id:guid}/verder", WorkAction.ReadPeerNotes, "groepen", form => form.Work<PeerWork>().Move(
            form.Actor, form.Id, form.Seen, form.Word<PeerGroupState>("state") ?? (PeerGroupState)(-1), form["because"], form.Cancel));
        Form(routes, "uitwisseling", WorkAction.ShareOutside, "uitwisseling", form => form.Chosen("with") is { } with
            ? form.Work<PeerWork>().Offer(form.Actor, with, form["title"], form["text"], form.Cancel) : Task.FromResult<Outcome<Exchange>>(SentForm.NotChosen("municipality")));
        Form(routes, "uitwisseling/{id:guid}", WorkAction.ShareOutside, "uitwisseling", form => form.Work<PeerWork>().Accept(form.Actor, form.Id, form["answer"] == "ja", form.Cancel));
    }

    private static void Form<T>(IEndpointRouteBuilder routes, string deed, WorkAction action, string section, Func<SentForm, Task<Outcome<T>>> work)
        where T : notnull => routes.MapPost($"/vakwerk/{deed}", async (HttpContext http, IFormCollection fields) =>
        {
            var form = new SentForm(http, fields);
            return (await work(form)).TryGet(out _, out var reason)
                ? TypedResults.LocalRedirect(Work.At(form.Texts, "/vakwerk") + "#" + section)
                : await Page(http, form.Tried(http.Request.Path.Value!["/vakwerk/".Length..], reason));
        }).Needs(action).ExcludeFromDescription();

    private static async Task<IResult> Page(HttpContext http, Tried? tried)
    {
        var page = new WorkPage(http, tried);
        return page.Of<CraftScreen, CraftFile>(await page.Work<CraftReading>().Of(page.Actor, page.Cancel), file => new() { ["File"] = file });
    }
}
