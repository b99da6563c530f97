// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.Members;
using Schakel.Workspace.Peers;
using Schakel.Workspace.Reading;

namespace Schakel.Web.WorkApi;

/// <summary>Learning from one another: groups of peers with notes for their members alone, and what two municipalities tell each other.</summary>
public static class PeersApi
{
    public sealed record GroupBody(string Name, IReadOnlyList<Guid> Members);

    public sealed record NoteBody(string Text);

    public sealed record ExchangeBody(Guid With, string Title, string Text);

    public sealed record AcceptBody(bool Accepts);

    /// <summary>A group one belongs to.</summary>
    public sealed record GroupAnswer(Guid Id, string Name, PeerGroupState State, IReadOnlyList<Guid> Members);

    /// <summary>What a group wrote down. It names no author.</summary>
    public sealed record NoteAnswer(Guid Id, string Text, DateTimeOffset Since);

    /// <summary>What one municipality tells another: the text is here once both accepted.</summary>
    public sealed record ExchangeAnswer(Guid Id, Guid From, Guid With, string Title, string? Text, bool IsAcceptedByBoth);

    internal static void Map(IEndpointRouteBuilder group)
    {
        var routes = new WorkRoutes(group, "Peers");
        routes.List("/peer-groups", WorkAction.ReadPeerNotes, "ListPeerGroups", "The groups one belongs to, by name.", async asked =>
            (await asked.Work<ItemReading>().All<PeerGroup>(asked.Actor, WorkAction.ReadPeerNotes, _ => true, known => known.Name, asked.Cancel)).TryGet(out var found, out var reason)
                ? new Outcome<IReadOnlyList<GroupAnswer>>([.. found.Where(known => asked.Actor.Member is { } me && known.Members.Ids.Contains(me)).Select(Answer)]) : reason, known => known.Id);
        routes.Make<GroupBody, GroupAnswer>("/peer-groups", WorkAction.KeepPeerGroup, "FormPeerGroup", "Forms a group of colleagues.", async (asked, body) =>
            (await asked.Work<PeerWork>().Form(asked.Actor, body.Name, body.Members, asked.Cancel)).TryGet(out var made, out var reason) ? Said.By(made, Answer(made), "/peer-groups") : reason);
        routes.All("/peer-groups/{id}/notes", WorkAction.ReadPeerNotes, "ListPeerNotes", "What the group wrote down, for its members.", async asked =>
            (await asked.Work<PeerWork>().Notes(asked.Actor, asked.Id, asked.Cancel)).TryGet(out var notes, out var reason) ? new Outcome<IReadOnlyList<NoteAnswer>>([.. notes.Select(Answer)]) : reason);
        routes.Make<NoteBody, NoteAnswer>("/peer-groups/{id}/notes", WorkAction.ReadPeerNotes, "WritePeerNote", "Writes something down for the group.", async (asked, body) =>
            (await asked.Work<PeerWork>().Note(asked.Actor, asked.Id, body.Text, asked.Cancel)).TryGet(out var note, out var reason) ? new Said<NoteAnswer>(Answer(note), null, $"/peer-groups/{asked.Id}/notes") : reason);
        routes.List("/exchanges", WorkAction.ShareOutside, "ListExchanges", "What is told between municipalities, by title.", async asked =>
            (await asked.Work<ItemReading>().All<Exchange>(asked.Actor, WorkAction.ShareOutside, _ => true, known => known.Title, asked.Cancel)).TryGet(out var found, out var reason)
                ? new Outcome<IReadOnlyList<ExchangeAnswer>>([.. found.Select(known => Answer(asked, known))]) : reason, known => known.Id);
        routes.Make<ExchangeBody, ExchangeAnswer>("/exchanges", WorkAction.ShareOutside, "OfferExchange", "Tells another municipality something; they read it once both accepted.", async (asked, body) =>
            (await asked.Work<PeerWork>().Offer(asked.Actor, body.With, body.Title, body.Text, asked.Cancel)).TryGet(out var made, out var reason) ? new Said<ExchangeAnswer>(Answer(asked, made), null, "/exchanges") : reason);
        routes.Set<AcceptBody, ExchangeAnswer>(HttpMethods.Put, "/exchanges/{id}/acceptance", WorkAction.ShareOutside, "AcceptExchange", "Accepts for one's own municipality, or takes that back.", async (asked, body) =>
            (await asked.Work<PeerWork>().Accept(asked.Actor, asked.Id, body.Accepts, asked.Cancel)).TryGet(out var known, out var reason) ? new Said<ExchangeAnswer>(Answer(asked, known)) : reason);
    }

    private static GroupAnswer Answer(PeerGroup known) => new(known.Id, known.Name, known.State, known.Members.Ids);

    private static NoteAnswer Answer(PeerNote note) => new(note.Id, note.Text, note.Since);

    private static ExchangeAnswer Answer(Asked asked, Exchange exchange) => new(
        exchange.Id, exchange.Tenant, exchange.With, exchange.Title, exchange.TextFor(asked.Actor.Tenant), exchange.GiverAccepts && exchange.ReceiverAccepts);
}
