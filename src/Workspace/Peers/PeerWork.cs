// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.EntityFrameworkCore;
using Schakel.Analysis;
using Schakel.Workspace.Members;
using Schakel.Workspace.Storage;

namespace Schakel.Workspace.Peers;

/// <summary>Learning from one another: within the municipality, and with another one as far as both accepted.</summary>
public sealed class PeerWork(Workroom room)
{
    public Task<Outcome<PeerGroup>> Form(Actor actor, string name, IReadOnlyList<Guid> members, CancellationToken cancel) =>
        room.Make<PeerGroup>(actor, WorkAction.KeepPeerGroup, async turn =>
            // Somebody of another municipality cannot be a member here: their name is not ours to see.
            await turn.Store.Members.CountAsync(member => members.Contains(member.Id), cancel) == members.Distinct().Count()
                ? PeerGroup.Form(name, members, turn.Act) : Workroom.NotFound(), cancel);

    public Task<Outcome<PeerNote>> Note(Actor actor, Guid group, string text, CancellationToken cancel) =>
        room.MakeFor<PeerGroup, PeerNote>(actor, WorkAction.ReadPeerNotes, group, (turn, found) => Task.FromResult(PeerNote.Write(found, text, turn.Act)), cancel);

    public Task<Outcome<IReadOnlyList<PeerNote>>> Notes(Actor actor, Guid group, CancellationToken cancel) =>
        room.See<PeerGroup, IReadOnlyList<PeerNote>>(actor, WorkAction.ReadPeerNotes, group, async (turn, _) =>
            await turn.Store.PeerNotes.Where(note => note.GroupId == group).OrderBy(note => note.Since).ToListAsync(cancel), cancel);

    /// <summary>A member asks a colleague in; nobody is put into a group from outside.</summary>
    public Task<Outcome<PeerGroup>> Join(Actor actor, Guid group, Guid member, CancellationToken cancel) =>
        room.On<PeerGroup, PeerGroup>(actor, WorkAction.ReadPeerNotes, group, null, async (turn, found) =>
            (await turn.Find<Member>(member)).TryGet(out var joins, out var reason) && found.Join(joins.Id, turn.Act).TryGet(out _, out reason) ? found : reason, cancel);

    /// <summary>Leaving takes no permission of anybody.</summary>
    public Task<Outcome<PeerGroup>> Leave(Actor actor, Guid group, CancellationToken cancel) =>
        room.Change<PeerGroup>(actor, WorkAction.ReadPeerNotes, group, null, (found, act) => found.Leave(actor.Member ?? Guid.Empty, act), cancel);

    public Task<Outcome<PeerGroup>> Move(Actor actor, Guid group, int? seen, PeerGroupState state, string because, CancellationToken cancel) =>
        room.Change<PeerGroup>(actor, WorkAction.ReadPeerNotes, group, seen, (found, act) => found.MoveTo(state, because, act), cancel);

    public Task<Outcome<CraftOffer>> OfferCraft(Actor actor, CraftKind kind, string title, string text, string contact, CancellationToken cancel) =>
        room.Make<CraftOffer>(actor, WorkAction.KeepPeerGroup, turn => Task.FromResult(CraftOffer.Make(kind, title, text, contact, turn.Act)), cancel);

    public Task<Outcome<CraftOffer>> EndCraft(Actor actor, Guid id, int? seen, string because, CancellationToken cancel) =>
        room.Change<CraftOffer>(actor, WorkAction.KeepPeerGroup, id, seen, (offer, act) => offer.End(because, act), cancel);

    public Task<Outcome<Exchange>> Offer(Actor actor, Guid with, string title, string text, CancellationToken cancel) =>
        room.Make<Exchange>(actor, WorkAction.ShareOutside, turn => Task.FromResult(Exchange.Offer(with, title, text, turn.Act)), cancel);

    public Task<Outcome<Exchange>> Accept(Actor actor, Guid id, bool accepts, CancellationToken cancel) =>
        room.On<Exchange, Exchange>(actor, WorkAction.ShareOutside, id, null, (_, exchange) =>
        {
            exchange.Accept(actor.Tenant, accepts);
            return Task.FromResult<Outcome<Exchange>>(exchange);
        }, cancel);

    /// <summary>What was exchanged: always the title, the text only once both accepted.</summary>
    public Task<Outcome<IReadOnlyList<(string Title, string? Text)>>> Exchanged(Actor actor, CancellationToken cancel) =>
        room.Read<IReadOnlyList<(string Title, string? Text)>>(actor, WorkAction.ShareOutside, async turn =>
            (await turn.Store.Exchanges.OrderBy(exchange => exchange.Since).ToListAsync(cancel)).Select(exchange => (exchange.Title, exchange.TextFor(actor.Tenant))).ToList(), cancel);
}
