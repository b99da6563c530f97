// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.Members;
using Schakel.Workspace.Offers;

namespace Schakel.Web.WorkApi;

/// <summary>"You can ask me for …": left without an account, asked by a person once in a while. Nothing says how often somebody was asked, or helped.</summary>
public static class OffersApi
{
    public sealed record OfferBody(string Theme, int RadiusInMetres, int TimesAYear, string Cell, string Contact, bool Consent);

    public sealed record LinkBody(string Link);

    public sealed record WishBody(string Link, OfferWish Wish);

    public sealed record AskBody(string Text, Guid? Opgave = null);

    public sealed record ReplyBody(string Link, bool Yes);

    public sealed record HeardBody(AskState Answer);

    public enum OfferWish
    {
        Pause,
        Resume,
        Renew,
        Withdraw,
    }

    /// <summary>An offer that was just left, with the private link to come back by: shown this once.</summary>
    public sealed record LeftAnswer(Guid Id, string Link);

    /// <summary>An offer for who looks for help: what, and from where to how far. No name.</summary>
    public sealed record OfferAnswer(Guid Id, string Theme, int RadiusInMetres, string Cell);

    /// <summary>A question that waits for an answer.</summary>
    public sealed record AskAnswer(Guid Id, Guid Offer, Guid? Opgave, string Text, AskState State);

    /// <summary>One's own offer, and what it is asked now.</summary>
    public sealed record OwnAnswer(Guid Id, string Theme, OfferState State, IReadOnlyList<AskAnswer> Asks);

    internal static void Map(IEndpointRouteBuilder group)
    {
        var routes = new WorkRoutes(group, "Offers");
        routes.List("/offers", WorkAction.AskOfferer, "ListOffers", "Offers that may be asked now, by theme.", async asked =>
            (await asked.Work<OfferWork>().Open(asked.Actor, asked.Cancel)).TryGet(out var board, out var reason)
                ? new Outcome<IReadOnlyList<OfferAnswer>>([.. board.Offers.Select(offer => new OfferAnswer(offer.Id, offer.Theme, offer.RadiusInMetres, offer.Cell))]) : reason, offer => offer.Id);
        routes.Make<OfferBody, LeftAnswer>("/offers", WorkAction.MakeOffer, "LeaveOffer", "Leaves an offer, by consent and without an account.", async (asked, body) =>
        {
            var link = PrivateLink.New();
            return (await asked.Work<OfferWork>().Leave(asked.Actor, body.Theme, body.RadiusInMetres, body.TimesAYear, body.Cell, body.Contact, body.Consent, link, asked.Cancel)).TryGet(out var offer, out var reason)
                ? new Said<LeftAnswer>(new LeftAnswer(offer.Id, link.Secret)) : reason;
        });
        // The link is a secret, so it travels in a body and never in an address.
        routes.Set<LinkBody, OwnAnswer>(HttpMethods.Post, "/own-offer", WorkAction.MakeOffer, "GetOwnOffer", "One's own offer, for who holds its private link.", async (asked, body) => await Own(asked, body.Link));
        routes.Set<WishBody, OwnAnswer>(HttpMethods.Post, "/own-offer/wishes", WorkAction.MakeOffer, "WishForOffer", "Pauses, resumes, renews or withdraws one's own offer.", Wish);
        routes.Set<ReplyBody, OwnAnswer>(HttpMethods.Post, "/asks/{id}/replies", WorkAction.MakeOffer, "ReplyToAsk", "Says yes or no, by who holds the private link. No needs no reason and leaves no trace.", Reply);
        routes.InPerson.Make<AskBody, AskAnswer>("/offers/{id}/asks", WorkAction.AskOfferer, "AskOfferer", "Asks: a person does this, never a program with a key; at most twice a quarter.", async (asked, body) =>
            (await asked.Work<OfferWork>().Ask(asked.Actor, asked.Id, body.Opgave, body.Text, asked.Cancel)).TryGet(out var ask, out var reason) ? new Said<AskAnswer>(Answer(ask), null, "/asks") : reason);
        routes.List("/asks", WorkAction.AskOfferer, "ListAsks", "What was asked and waits, or was answered with yes.", async asked =>
            (await asked.Work<OfferWork>().Open(asked.Actor, asked.Cancel)).TryGet(out var board, out var reason) ? new Outcome<IReadOnlyList<AskAnswer>>([.. board.Asks.Select(Answer)]) : reason, ask => ask.Id);
        routes.Set<HeardBody, OfferAnswer>(HttpMethods.Post, "/asks/{id}/heard", WorkAction.AskOfferer, "HearAnswer", "Writes down what was heard by phone or mail.", async (asked, body) =>
            (await asked.Work<OfferWork>().Heard(asked.Actor, asked.Id, body.Answer, asked.Cancel)).TryGet(out var offer, out var reason) ? new Said<OfferAnswer>(new OfferAnswer(offer.Id, offer.Theme, offer.RadiusInMetres, offer.Cell)) : reason);
        routes.Read<SignalsApi.ContactAnswer>("/asks/{id}/contact", WorkAction.AskOfferer, "GetOfferer", "How to reach who was asked, for who asks.", async asked =>
            (await asked.Work<OfferWork>().Contact(asked.Actor, asked.Id, asked.Cancel)).TryGet(out var contact, out var reason) ? new Said<SignalsApi.ContactAnswer>(new SignalsApi.ContactAnswer(contact)) : reason);
    }

    private static async Task<Outcome<Said<OwnAnswer>>> Wish(Asked asked, WishBody body)
    {
        var work = asked.Work<OfferWork>();
        if (!(await work.Behind(asked.Actor, new PrivateLink(body.Link), asked.Cancel)).TryGet(out var known, out var reason))
            return reason;
        var id = known.Offer.Id;
        var outcome = body.Wish switch
        {
            OfferWish.Pause => await work.Pause(asked.Actor, id, asked.Cancel),
            OfferWish.Resume => await work.Resume(asked.Actor, id, asked.Cancel),
            OfferWish.Renew => await work.Renew(asked.Actor, id, asked.Cancel),
            _ => await work.Withdraw(asked.Actor, id, asked.Cancel),
        };
        return outcome.TryGet(out var offer, out reason) ? new Said<OwnAnswer>(new OwnAnswer(offer.Id, offer.Theme, offer.State, offer.State == OfferState.Withdrawn ? [] : [.. known.Asks.Select(Answer)])) : reason;
    }

    private static async Task<Outcome<Said<OwnAnswer>>> Reply(Asked asked, ReplyBody body)
    {
        var work = asked.Work<OfferWork>();
        if (!(await work.Behind(asked.Actor, new PrivateLink(body.Link), asked.Cancel)).TryGet(out var known, out var reason))
            return reason;
        if (known.Asks.All(ask => ask.Id != asked.Id))
            return Asked.NotFound();
        if (body.Yes ? !(await work.SayYes(asked.Actor, asked.Id, asked.Cancel)).TryGet(out _, out reason) : !(await work.SayNo(asked.Actor, asked.Id, asked.Cancel)).TryGet(out _, out reason))
            return reason;
        return await Own(asked, body.Link);
    }

    private static async Task<Outcome<Said<OwnAnswer>>> Own(Asked asked, string link) =>
        (await asked.Work<OfferWork>().Behind(asked.Actor, new PrivateLink(link), asked.Cancel)).TryGet(out var known, out var reason)
            ? new Said<OwnAnswer>(new OwnAnswer(known.Offer.Id, known.Offer.Theme, known.Offer.State, [.. known.Asks.Select(Answer)])) : reason;

    private static AskAnswer Answer(Ask ask) => new(ask.Id, ask.OfferId, ask.OpgaveId, ask.Text, ask.State);
}
