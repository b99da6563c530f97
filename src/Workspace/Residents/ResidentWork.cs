// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.EntityFrameworkCore;
using Schakel.Analysis;
using Schakel.Workspace.History;
using Schakel.Workspace.Members;
using Schakel.Workspace.Opgaven;
using Schakel.Workspace.Storage;

namespace Schakel.Workspace.Residents;

/// <summary>What residents start, ask and draw, and the public page of a place. None of it needs an account.</summary>
public sealed class ResidentWork(Workroom room)
{
    public Task<Outcome<DrawnNeighbourhood>> Draw(Actor actor, string outline, string homeCell, string? ageBand, string? tenure, bool consent, CancellationToken cancel) =>
        room.Make<DrawnNeighbourhood>(actor, WorkAction.DrawNeighbourhood, turn => Task.FromResult(DrawnNeighbourhood.Draw(outline, homeCell, ageBand, tenure, consent, turn.Act)), cancel);

    public Task<Outcome<Initiative>> Start(Actor actor, string title, string text, string place, string contact, bool mayBePublic, CancellationToken cancel) =>
        room.Make<Initiative>(actor, WorkAction.StartInitiative, turn => Task.FromResult(Initiative.Start(title, text, place, contact, mayBePublic, room.Seal, turn.Act)), cancel);

    public Task<Outcome<Initiative>> MoveInitiative(Actor actor, Guid id, int? seen, InvitationState state, string because, CancellationToken cancel) =>
        room.Change<Initiative>(actor, WorkAction.InviteResidents, id, seen, (initiative, act) => initiative.MoveTo(state, because, act), cancel);

    public Task<Outcome<Invitation>> Invite(Actor actor, string title, string text, Guid? opgave, CancellationToken cancel) =>
        room.Make<Invitation>(actor, WorkAction.InviteResidents, turn => Task.FromResult(Invitation.Draft(title, text, opgave, turn.Act)), cancel);

    public Task<Outcome<Invitation>> MoveInvitation(Actor actor, Guid id, int? seen, InvitationState state, string because, CancellationToken cancel) =>
        room.Change<Invitation>(actor, WorkAction.InviteResidents, id, seen, (invitation, act) => invitation.MoveTo(state, because, act), cancel);

    public Task<Outcome<ChallengeRequest>> Challenge(Actor actor, string title, string text, Guid? task, string contact, CancellationToken cancel) =>
        room.Make<ChallengeRequest>(actor, WorkAction.RequestChallenge, turn => Task.FromResult(ChallengeRequest.Submit(title, text, task, contact, room.Seal, turn.Act)), cancel);

    public Task<Outcome<ChallengeRequest>> Talk(Actor actor, Guid id, int? seen, string because, CancellationToken cancel) =>
        room.Change<ChallengeRequest>(actor, WorkAction.DecideChallenge, id, seen, (request, act) => request.Talk(because, act), cancel);

    public Task<Outcome<ChallengeRequest>> Decide(Actor actor, Guid id, int? seen, ChallengeState decision, string because, CancellationToken cancel) =>
        room.Change<ChallengeRequest>(actor, WorkAction.DecideChallenge, id, seen, (request, act) => request.Decide(decision, because, act), cancel);

    /// <summary>The page of an area, which always says who to turn to.</summary>
    public Task<Outcome<PlacePage>> Page(Actor actor, string areaCode, string name, CancellationToken cancel) =>
        room.Read<PlacePage>(actor, WorkAction.ReadPublicPage, async turn =>
        {
            var here = await turn.Store.OpgavePlaces.Where(place => place.Code == areaCode).Select(place => place.OpgaveId).ToListAsync(cancel);
            return PlacePage.Of(
                name, await turn.Municipality(), await turn.Store.FrontlineTeams.FirstOrDefaultAsync(team => team.AreaCode == areaCode, cancel),
                await turn.Store.Opgaven.Where(opgave => here.Contains(opgave.Id) && opgave.State != OpgaveState.Noticed).ToListAsync(cancel),
                await turn.Store.MunicipalTasks.Where(task => task.State == ForceState.InForce).ToListAsync(cancel));
        }, cancel);
}
