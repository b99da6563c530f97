// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.EntityFrameworkCore;
using Schakel.Analysis;
using Schakel.Workspace.Members;
using Schakel.Workspace.Opgaven;
using Schakel.Workspace.Storage;

namespace Schakel.Workspace.Offers;

/// <summary>Offering to be asked, asking once in a while, and answering; a no leaves no trace.</summary>
public sealed class OfferWork(Workroom room)
{
    public Task<Outcome<Offer>> Make(Actor actor, string theme, int radiusInMetres, string cell, string contact, bool consent, CancellationToken cancel) =>
        room.Make<Offer>(actor, WorkAction.MakeOffer, turn => Task.FromResult(Offer.Make(theme, radiusInMetres, cell, contact, consent, room.Seal, turn.Act)), cancel);

    /// <summary>The same by who has no account: as often as they chose, and with a private link to come back by.</summary>
    public Task<Outcome<Offer>> Leave(
        Actor actor, string theme, int radiusInMetres, int timesAYear, string cell, string contact, bool consent, PrivateLink link, CancellationToken cancel) =>
        room.Make<Offer>(actor, WorkAction.MakeOffer, turn =>
            Task.FromResult(Offer.Make(theme, radiusInMetres, cell, contact, consent, room.Seal, turn.Act, timesAYear, link)), cancel);

    /// <summary>An offer and what it is asked now, for who holds the private link.</summary>
    public Task<Outcome<AskedOffer>> Behind(Actor actor, PrivateLink link, CancellationToken cancel) =>
        room.Read<AskedOffer>(actor, WorkAction.MakeOffer, async turn =>
        {
            var print = link.Fingerprint;
            var offer = await turn.Store.Offers.SingleOrDefaultAsync(offer => offer.LinkFingerprint == print && offer.State != OfferState.Withdrawn && offer.State != OfferState.Expired, cancel);
            return offer is null ? Workroom.NotFound() : new AskedOffer(offer, await turn.Store.Asks.Where(ask => ask.OfferId == offer.Id && ask.State == AskState.Sent).OrderBy(ask => ask.Since).ToListAsync(cancel));
        }, cancel);

    /// <summary>Offers that may be asked now, and what was asked and not answered. Nothing here says how often somebody was asked, or helped.</summary>
    public Task<Outcome<OfferBoard>> Open(Actor actor, CancellationToken cancel) =>
        room.Read<OfferBoard>(actor, WorkAction.AskOfferer, async turn =>
        {
            var offers = await turn.Store.Offers.Where(offer => offer.State == OfferState.Open).ToListAsync(cancel);
            var asks = await turn.Store.Asks.Where(ask => ask.State == AskState.Sent || ask.State == AskState.Yes).OrderBy(ask => ask.Since).ToListAsync(cancel);
            return new OfferBoard(
                [.. offers.Where(offer => offer.MayBeAsked(turn.Act.At) is null && asks.All(ask => ask.OfferId != offer.Id || ask.State != AskState.Sent)).OrderBy(offer => offer.Theme, StringComparer.Ordinal).ThenBy(offer => offer.Id)],
                asks, await turn.Store.Opgaven.OrderBy(opgave => opgave.Title).ToListAsync(cancel));
        }, cancel);

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
                return Answered();

            turn.Store.Remove(found);
            return await turn.Find<Offer>(found.OfferId);
        }, cancel);

    /// <summary>What a colleague heard by phone or mail. A no leaves no trace here either.</summary>
    public Task<Outcome<Offer>> Heard(Actor actor, Guid ask, AskState answer, CancellationToken cancel) =>
        room.On<Ask, Offer>(actor, WorkAction.AskOfferer, ask, null, async (turn, found) =>
        {
            if (!found.CanSayNo)
                return Answered();
            if (answer == AskState.No)
                turn.Store.Remove(found);
            else if (!(answer == AskState.Yes ? found.SayYes(turn.Act) : found.GetNoAnswer(turn.Act)).TryGet(out _, out var reason))
                return reason;
            return await turn.Find<Offer>(found.OfferId);
        }, cancel);

    private static Reason Answered() => new("offer-not-open", "This question was answered already.");

    /// <summary>The contact, for who asks.</summary>
    public Task<Outcome<string>> Contact(Actor actor, Guid ask, CancellationToken cancel) =>
        room.See<Ask, string>(actor, WorkAction.AskOfferer, ask, async (turn, found) =>
            (await turn.Find<Offer>(found.OfferId)).TryGet(out var offer, out var reason)
                ? offer.Contact is { } contact && room.Seal.Open(offer.Id, contact) is { } open ? open : Workroom.NotFound()
                : reason, cancel);
}

/// <summary>An offer with the questions that wait for an answer.</summary>
public sealed record AskedOffer(Offer Offer, IReadOnlyList<Ask> Asks);

/// <summary>What a colleague who looks for help sees.</summary>
public sealed record OfferBoard(IReadOnlyList<Offer> Offers, IReadOnlyList<Ask> Asks, IReadOnlyList<Opgave> Opgaven);
