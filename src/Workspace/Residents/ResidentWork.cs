// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.EntityFrameworkCore;
using Schakel.Analysis;
using Schakel.Workspace.Members;
using Schakel.Workspace.Offers;
using Schakel.Workspace.Opgaven;
using Schakel.Workspace.Storage;

namespace Schakel.Workspace.Residents;

/// <summary>What residents start, ask and draw, without an account; and what colleagues do with it.</summary>
public sealed class ResidentWork(Workroom room)
{
    /// <param name="actor">Anybody.</param>
    /// <param name="outline">Well-known text, in RD.</param>
    /// <param name="homeCell">Cell of 100 m.</param>
    /// <param name="ageBand">Optional.</param>
    /// <param name="tenure">Optional.</param>
    /// <param name="consent">To keep it at all.</param>
    /// <param name="cancel">To stop.</param>
    /// <param name="link">By which consent can be withdrawn again.</param>
    public Task<Outcome<DrawnNeighbourhood>> Draw(
        Actor actor, string outline, string homeCell, string? ageBand, string? tenure, bool consent, CancellationToken cancel, PrivateLink? link = null) =>
        room.Make<DrawnNeighbourhood>(actor, WorkAction.DrawNeighbourhood, turn => Task.FromResult(DrawnNeighbourhood.Draw(outline, homeCell, ageBand, tenure, consent, turn.Act, link)), cancel);

    /// <summary>One's own drawing, for who holds the private link.</summary>
    public Task<Outcome<DrawnNeighbourhood>> DrawingBehind(Actor actor, PrivateLink link, CancellationToken cancel) =>
        room.Read<DrawnNeighbourhood>(actor, WorkAction.DrawNeighbourhood, async turn => await Behind(turn, link, cancel) is { } drawn ? drawn : Workroom.NotFound(), cancel);

    /// <summary>Withdraws consent: the drawing is gone at once, and no trace of it stays.</summary>
    public Task<Outcome<DrawnNeighbourhood>> WithdrawDrawing(Actor actor, PrivateLink link, CancellationToken cancel) =>
        room.Do<DrawnNeighbourhood>(actor, WorkAction.DrawNeighbourhood, async turn =>
        {
            if (await Behind(turn, link, cancel) is not { } drawn)
                return Workroom.NotFound();

            turn.Store.Remove(drawn);
            return drawn;
        }, cancel);

    private static Task<DrawnNeighbourhood?> Behind(Turn turn, PrivateLink link, CancellationToken cancel)
    {
        var print = link.Fingerprint;
        return turn.Store.DrawnNeighbourhoods.SingleOrDefaultAsync(drawn => drawn.LinkFingerprint == print, cancel);
    }

    /// <summary>Outlines that residents drew, oldest first, of those whose cell is asked. For making surfaces of many; they never leave by themselves.</summary>
    public Task<Outcome<DrawnOutlines>> Outlines(Actor actor, CancellationToken cancel) =>
        room.Read<DrawnOutlines>(actor, WorkAction.ReadPublicPage, async turn => new DrawnOutlines(
            [.. (await turn.Store.DrawnNeighbourhoods.OrderBy(drawn => drawn.Since).ThenBy(drawn => drawn.Id).ToListAsync(cancel)).Select(drawn => (drawn.HomeCell, drawn.Outline))]), cancel);

    /// <summary>What residents sent and nobody read yet, and what is under way.</summary>
    public Task<Outcome<ResidentInbox>> Inbox(Actor actor, CancellationToken cancel) =>
        room.Read<ResidentInbox>(actor, WorkAction.ReadOpgave, async turn => new ResidentInbox(
            [.. (await turn.Store.Initiatives.ToListAsync(cancel)).OrderBy(initiative => initiative.State).ThenBy(initiative => initiative.Title, StringComparer.Ordinal)],
            [.. (await turn.Store.Invitations.ToListAsync(cancel)).OrderBy(invitation => invitation.State).ThenBy(invitation => invitation.Title, StringComparer.Ordinal)],
            [.. (await turn.Store.ChallengeRequests.ToListAsync(cancel)).OrderBy(request => request.State).ThenBy(request => request.Title, StringComparer.Ordinal)],
            await turn.Store.Opgaven.OrderBy(opgave => opgave.Title).ToListAsync(cancel)), cancel);

    /// <summary>How to reach who began something, for who helps them on.</summary>
    public Task<Outcome<string>> InitiativeContact(Actor actor, Guid id, CancellationToken cancel) =>
        room.See<Initiative, string>(actor, WorkAction.InviteResidents, id, (_, initiative) => Task.FromResult(Open(initiative.Id, initiative.Contact)), cancel);

    /// <summary>How to reach who challenges, for who decides.</summary>
    public Task<Outcome<string>> ChallengeContact(Actor actor, Guid id, CancellationToken cancel) =>
        room.See<ChallengeRequest, string>(actor, WorkAction.DecideChallenge, id, (_, request) => Task.FromResult(Open(request.Id, request.Contact)), cancel);

    private Outcome<string> Open(Guid item, byte[]? contact) => contact is not null && room.Seal.Open(item, contact) is { } open ? open : Workroom.NotFound();

    public Task<Outcome<Initiative>> Start(Actor actor, string title, string text, string place, string contact, bool mayBePublic, CancellationToken cancel) =>
        room.Make<Initiative>(actor, WorkAction.StartInitiative, turn => Task.FromResult(Initiative.Start(title, text, place, contact, mayBePublic, room.Seal, turn.Act)), cancel);

    public Task<Outcome<Initiative>> MoveInitiative(Actor actor, Guid id, int? seen, InvitationState state, string because, CancellationToken cancel) =>
        room.Change<Initiative>(actor, WorkAction.InviteResidents, id, seen, (initiative, act) => initiative.MoveTo(state, because, act), cancel);

    public Task<Outcome<Invitation>> Invite(Actor actor, string title, string text, Guid? opgave, CancellationToken cancel) =>
        room.Make<Invitation>(actor, WorkAction.InviteResidents, turn => Task.FromResult(Invitation.Draft(title, text, opgave, turn.Act)), cancel);

    public Task<Outcome<Invitation>> MoveInvitation(Actor actor, Guid id, int? seen, InvitationState state, string because, CancellationToken cancel) =>
        room.Change<Invitation>(actor, WorkAction.InviteResidents, id, seen, (invitation, act) => invitation.MoveTo(state, because, act), cancel);

    public Task<Outcome<ChallengeRequest>> Challenge(Actor actor, string title, string text, Guid? task, string contact, bool mayBePublic, CancellationToken cancel) =>
        room.Make<ChallengeRequest>(actor, WorkAction.RequestChallenge, turn => Task.FromResult(ChallengeRequest.Submit(title, text, task, contact, mayBePublic, room.Seal, turn.Act)), cancel);

    public Task<Outcome<ChallengeRequest>> MakePublic(Actor actor, Guid id, CancellationToken cancel) =>
        room.Change<ChallengeRequest>(actor, WorkAction.DecideChallenge, id, null, (request, act) => request.MakePublic(act), cancel);

    public Task<Outcome<ChallengeRequest>> Talk(Actor actor, Guid id, int? seen, string because, CancellationToken cancel) =>
        room.Change<ChallengeRequest>(actor, WorkAction.DecideChallenge, id, seen, (request, act) => request.Talk(because, act), cancel);

    public Task<Outcome<ChallengeRequest>> Decide(Actor actor, Guid id, int? seen, ChallengeState decision, string because, CancellationToken cancel) =>
        room.Change<ChallengeRequest>(actor, WorkAction.DecideChallenge, id, seen, (request, act) => request.Decide(decision, because, act), cancel);
}

/// <summary>Outlines with the cell that each was drawn around.</summary>
public sealed record DrawnOutlines(IReadOnlyList<(string HomeCell, NetTopologySuite.Geometries.Geometry Outline)> Drawn);

/// <summary>What colleagues read and decide on.</summary>
public sealed record ResidentInbox(
    IReadOnlyList<Initiative> Initiatives, IReadOnlyList<Invitation> Invitations, IReadOnlyList<ChallengeRequest> Challenges, IReadOnlyList<Opgave> Opgaven);
