// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.Members;
using Schakel.Workspace.Offers;
using Schakel.Workspace.Residents;

namespace Schakel.Web.WorkApi;

/// <summary>What residents draw, start and ask, without an account; what colleagues invite them to and decide. Nothing becomes public by itself.</summary>
public static class ResidentsApi
{
    public sealed record DrawingBody(string Outline, string HomeCell, bool Consent, string? AgeBand = null, string? Tenure = null);

    public sealed record InitiativeBody(string Title, string Text, string Place, string Contact, bool MayBePublic);

    public sealed record InvitationBody(string Title, string Text, Guid? Opgave = null);

    public sealed record ChallengeBody(string Title, string Text, string Contact, bool MayBePublic, Guid? Task = null);

    public sealed record MoveBody(InvitationState State, string Because);

    public sealed record DecideBody(ChallengeState State, string Because);

    /// <summary>A drawing that came in, with the private link by which consent is withdrawn: shown this once. What was drawn is shown to nobody; only surfaces of many are.</summary>
    public sealed record DrawingAnswer(Guid Id, string Link);

    /// <summary>That it came in.</summary>
    public sealed record ReceivedAnswer(Guid Id);

    public sealed record InitiativeAnswer(Guid Id, string Title, string Text, string Place, InvitationState State, bool IsPublic);

    public sealed record InvitationAnswer(Guid Id, string Title, string Text, Guid? Opgave, InvitationState State);

    public sealed record ChallengeAnswer(Guid Id, string Title, string Text, Guid? Task, ChallengeState State, string? Decision, bool IsPublic);

    internal static void Map(IEndpointRouteBuilder group)
    {
        var routes = new WorkRoutes(group, "Residents");
        routes.Make<DrawingBody, DrawingAnswer>("/drawings", WorkAction.DrawNeighbourhood, "DrawNeighbourhood", "Leaves a drawing of one's own neighbourhood (well-known text in RD New), by consent.", async (asked, body) =>
        {
            var link = PrivateLink.New();
            return (await asked.Work<ResidentWork>().Draw(asked.Actor, body.Outline, body.HomeCell, body.AgeBand, body.Tenure, body.Consent, asked.Cancel, link)).TryGet(out var drawn, out var reason)
                ? new Said<DrawingAnswer>(new DrawingAnswer(drawn.Id, link.Secret)) : reason;
        });
        // The link is a secret, so it travels in a body and never in an address.
        routes.Set<OffersApi.LinkBody, ReceivedAnswer>(HttpMethods.Post, "/own-drawing/withdrawal", WorkAction.DrawNeighbourhood, "WithdrawDrawing", "Withdraws consent for one's own drawing, by who holds its private link. It is gone at once.", async (asked, body) =>
            (await asked.Work<ResidentWork>().WithdrawDrawing(asked.Actor, new PrivateLink(body.Link), asked.Cancel)).TryGet(out var drawn, out var reason) ? new Said<ReceivedAnswer>(new ReceivedAnswer(drawn.Id)) : reason);
        routes.List("/initiatives", WorkAction.ReadOpgave, "ListInitiatives", "What residents started, for colleagues.", asked => Inbox(asked, inbox => inbox.Initiatives.Select(Answer)), initiative => initiative.Id);
        routes.Make<InitiativeBody, ReceivedAnswer>("/initiatives", WorkAction.StartInitiative, "StartInitiative", "Tells of an initiative of residents, without an account.", async (asked, body) =>
            (await asked.Work<ResidentWork>().Start(asked.Actor, body.Title, body.Text, body.Place, body.Contact, body.MayBePublic, asked.Cancel)).TryGet(out var started, out var reason) ? new Said<ReceivedAnswer>(new ReceivedAnswer(started.Id)) : reason);
        routes.Change<MoveBody, InitiativeAnswer>(HttpMethods.Post, "/initiatives/{id}/moves", WorkAction.InviteResidents, "MoveInitiative", "Moves an initiative on; open and public by consent it stands on public pages.", async (asked, body) =>
            (await asked.Work<ResidentWork>().MoveInitiative(asked.Actor, asked.Id, asked.Seen, body.State, body.Because, asked.Cancel)).TryGet(out var moved, out var reason) ? Said.By(moved, Answer(moved)) : reason);
        routes.Read<InitiativeAnswer>("/initiatives/{id}", WorkAction.ReadOpgave, "GetInitiative", "One initiative.", asked => One(asked, inbox => inbox.Initiatives, Answer));
        routes.List("/invitations", WorkAction.ReadOpgave, "ListInvitations", "What residents are invited to.", asked => Inbox(asked, inbox => inbox.Invitations.Select(Answer)), invitation => invitation.Id);
        routes.Make<InvitationBody, InvitationAnswer>("/invitations", WorkAction.InviteResidents, "InviteResidents", "Drafts a creative challenge to residents.", async (asked, body) =>
            (await asked.Work<ResidentWork>().Invite(asked.Actor, body.Title, body.Text, body.Opgave, asked.Cancel)).TryGet(out var made, out var reason) ? Said.By(made, Answer(made), $"/invitations/{made.Id}") : reason, "/invitations/");
        routes.Read<InvitationAnswer>("/invitations/{id}", WorkAction.ReadOpgave, "GetInvitation", "One invitation.", asked => One(asked, inbox => inbox.Invitations, Answer));
        routes.Change<MoveBody, InvitationAnswer>(HttpMethods.Post, "/invitations/{id}/moves", WorkAction.InviteResidents, "MoveInvitation", "Opens, begins, ends or reopens an invitation.", async (asked, body) =>
            (await asked.Work<ResidentWork>().MoveInvitation(asked.Actor, asked.Id, asked.Seen, body.State, body.Because, asked.Cancel)).TryGet(out var moved, out var reason) ? Said.By(moved, Answer(moved)) : reason);
        routes.List("/challenge-requests", WorkAction.ReadOpgave, "ListChallengeRequests", "What residents ask to do themselves.", asked => Inbox(asked, inbox => inbox.Challenges.Select(Answer)), request => request.Id);
        routes.Make<ChallengeBody, ReceivedAnswer>("/challenge-requests", WorkAction.RequestChallenge, "RequestChallenge", "Asks to do a task of the municipality oneself (uitdaagrecht), without an account.", async (asked, body) =>
            (await asked.Work<ResidentWork>().Challenge(asked.Actor, body.Title, body.Text, body.Task, body.Contact, body.MayBePublic, asked.Cancel)).TryGet(out var made, out var reason) ? new Said<ReceivedAnswer>(new ReceivedAnswer(made.Id)) : reason);
        routes.Read<ChallengeAnswer>("/challenge-requests/{id}", WorkAction.ReadOpgave, "GetChallengeRequest", "One request.", asked => One(asked, inbox => inbox.Challenges, Answer));
        routes.Change<DecideBody, ChallengeAnswer>(HttpMethods.Post, "/challenge-requests/{id}/moves", WorkAction.DecideChallenge, "DecideChallenge", "Begins the conversation; then grants, grants in part or refuses, in words.", async (asked, body) =>
            (body.State == ChallengeState.InConversation
                ? await asked.Work<ResidentWork>().Talk(asked.Actor, asked.Id, asked.Seen, body.Because, asked.Cancel)
                : await asked.Work<ResidentWork>().Decide(asked.Actor, asked.Id, asked.Seen, body.State, body.Because, asked.Cancel)).TryGet(out var moved, out var reason) ? Said.By(moved, Answer(moved)) : reason);
        routes.Do<ChallengeAnswer>(HttpMethods.Put, "/challenge-requests/{id}/publication", WorkAction.DecideChallenge, "PublishChallenge", "Lets everybody read it, when who asked consents.", async asked =>
            (await asked.Work<ResidentWork>().MakePublic(asked.Actor, asked.Id, asked.Cancel)).TryGet(out var told, out var reason) ? Said.By(told, Answer(told)) : reason);
    }

    private static async Task<Outcome<IReadOnlyList<T>>> Inbox<T>(Asked asked, Func<ResidentInbox, IEnumerable<T>> part) =>
        (await asked.Work<ResidentWork>().Inbox(asked.Actor, asked.Cancel)).TryGet(out var inbox, out var reason) ? new Outcome<IReadOnlyList<T>>([.. part(inbox)]) : reason;

    private static async Task<Outcome<Said<TAnswer>>> One<TItem, TAnswer>(Asked asked, Func<ResidentInbox, IEnumerable<TItem>> part, Func<TItem, TAnswer> say)
        where TItem : Workspace.History.Item =>
        !(await asked.Work<ResidentWork>().Inbox(asked.Actor, asked.Cancel)).TryGet(out var inbox, out var reason) ? reason
        : part(inbox).FirstOrDefault(item => item.Id == asked.Id) is { } found ? Said.By(found, say(found)) : Asked.NotFound();

    private static InitiativeAnswer Answer(Initiative initiative) => new(initiative.Id, initiative.Title, initiative.Text, initiative.Place, initiative.State, initiative.IsPublic);

    private static InvitationAnswer Answer(Invitation invitation) => new(invitation.Id, invitation.Title, invitation.Text, invitation.OpgaveId, invitation.State);

    private static ChallengeAnswer Answer(ChallengeRequest request) => new(request.Id, request.Title, request.Text, request.TaskId, request.State, request.Decision, request.IsPublic);
}
