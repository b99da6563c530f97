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
        room.Make<PeerGroup>(actor, WorkAction.KeepPeerGroup, turn => Task.FromResult(PeerGroup.Form(name, members, turn.Act)), cancel);

    public Task<Outcome<PeerNote>> Note(Actor actor, Guid group, string text, CancellationToken cancel) =>
        room.MakeFor<PeerGroup, PeerNote>(actor, WorkAction.ReadPeerNotes, group, (turn, found) => Task.FromResult(PeerNote.Write(found, text, turn.Act)), cancel);

    public Task<Outcome<IReadOnlyList<PeerNote>>> Notes(Actor actor, Guid group, CancellationToken cancel) =>
        room.See<PeerGroup, IReadOnlyList<PeerNote>>(actor, WorkAction.ReadPeerNotes, group, async (turn, _) =>
            await turn.Store.PeerNotes.Where(note => note.GroupId == group).OrderBy(note => note.Since).ToListAsync(cancel), cancel);

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
