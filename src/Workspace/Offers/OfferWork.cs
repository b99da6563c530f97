// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.Members;
using Schakel.Workspace.Storage;

namespace Schakel.Workspace.Offers;

/// <summary>Offering to be asked, asking once in a while, and answering; a no leaves no trace.</summary>
public sealed class OfferWork(Workroom room)
{
    public Task<Outcome<Offer>> Make(Actor actor, string theme, int radiusInMetres, string cell, string contact, bool consent, CancellationToken cancel) =>
        room.Make<Offer>(actor, WorkAction.MakeOffer, turn => Task.FromResult(Offer.Make(theme, radiusInMetres, cell, contact, consent, room.Seal, turn.Act)), cancel);

    public Task<Outcome<Offer>> Withdraw(Actor actor, Guid id, CancellationToken cancel) =>
        room.Change<Offer>(actor, WorkAction.MakeOffer, id, null, (offer, act) => offer.Withdraw(act), cancel);

    public Task<Outcome<Offer>> Pause(Actor actor, Guid id, CancellationToken cancel) =>
        room.Change<Offer>(actor, WorkAction.MakeOffer, id, null, (offer, act) => offer.Pause(act), cancel);

    public Task<Outcome<Offer>> Resume(Actor actor, Guid id, CancellationToken cancel) =>
        room.Change<Offer>(actor, WorkAction.MakeOffer, id, null, (offer, act) => offer.Resume(act), cancel);

    public Task<Outcome<Offer>> Renew(Actor actor, Guid id, CancellationToken cancel) =>
        room.On<Offer, Offer>(actor, WorkAction.MakeOffer, id, null, (turn, offer) =>
        {
            offer.Renew(turn.Act);
            return Task.FromResult<Outcome<Offer>>(offer);
        }, cancel);

    public Task<Outcome<Ask>> Ask(Actor actor, Guid offer, Guid? opgave, string text, CancellationToken cancel) =>
        room.MakeFor<Offer, Ask>(actor, WorkAction.AskOfferer, offer, (turn, found) => Task.FromResult(Offers.Ask.Send(found, opgave, text, turn.Act)), cancel);

    public Task<Outcome<Ask>> SayYes(Actor actor, Guid ask, CancellationToken cancel) =>
        room.Change<Ask>(actor, WorkAction.MakeOffer, ask, null, (found, act) => found.SayYes(act), cancel);

    /// <summary>No needs no reason. The question is gone afterwards; that it was asked counts for the quarter.</summary>
    public Task<Outcome<Offer>> SayNo(Actor actor, Guid ask, CancellationToken cancel) =>
        room.On<Ask, Offer>(actor, WorkAction.MakeOffer, ask, null, async (turn, found) =>
        {
            if (!found.CanSayNo)
                return new Reason("offer-not-open", "This question was answered already.");

            turn.Store.Remove(found);
            return await turn.Find<Offer>(found.OfferId);
        }, cancel);

    /// <summary>The contact, for who asks.</summary>
    public Task<Outcome<string>> Contact(Actor actor, Guid ask, CancellationToken cancel) =>
        room.See<Ask, string>(actor, WorkAction.AskOfferer, ask, async (turn, found) =>
            (await turn.Find<Offer>(found.OfferId)).TryGet(out var offer, out var reason)
                ? offer.Contact is { } contact && room.Seal.Open(offer.Id, contact) is { } open ? open : Workroom.NotFound()
                : reason, cancel);
}
