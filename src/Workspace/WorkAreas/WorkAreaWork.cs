// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.EntityFrameworkCore;
using Schakel.Analysis;
using Schakel.Workspace.Members;
using Schakel.Workspace.Storage;

namespace Schakel.Workspace.WorkAreas;

/// <summary>Proposing, adjusting and deciding on work areas. Every version is counted again, also one made by hand.</summary>
public sealed class WorkAreaWork(Workroom room)
{
    public Task<Outcome<WorkAreaProposal>> Propose(
        Actor actor, string name, IReadOnlyDictionary<string, IReadOnlyList<string>> division, IReadOnlyList<UnitFigures> units, string? overBecause, CancellationToken cancel) =>
        room.Make<WorkAreaProposal>(actor, WorkAction.ProposeAreas, async turn =>
            WorkAreaProposal.Propose(name, division, units, (await turn.Municipality()).Ceilings, overBecause, turn.Act), cancel);

    public Task<Outcome<WorkAreaProposal>> Adjust(
        Actor actor, Guid id, int? seen, IReadOnlyDictionary<string, IReadOnlyList<string>> division, IReadOnlyList<UnitFigures> units, string? overBecause, string because,
        CancellationToken cancel) =>
        room.On<WorkAreaProposal, WorkAreaProposal>(actor, WorkAction.ProposeAreas, id, seen, async (turn, proposal) =>
            proposal.Adjust(division, units, (await turn.Municipality()).Ceilings, overBecause, because, turn.Act).TryGet(out _, out var reason) ? proposal : reason, cancel);

    /// <summary>A coordinator and a policy adviser decide together, with at least two different proposals side by side.</summary>
    public Task<Outcome<WorkAreaDecision>> Decide(Actor actor, Member companion, Guid chosen, IReadOnlyList<Guid> considered, string because, CancellationToken cancel) =>
        room.Make<WorkAreaDecision>(actor, WorkAction.DecideAreas, async turn =>
        {
            if (!(await turn.Find<WorkAreaProposal>(chosen)).TryGet(out var proposal, out var reason))
                return reason;

            var others = await turn.Store.WorkAreaProposals.Where(other => considered.Contains(other.Id)).ToListAsync(cancel);
            return WorkAreaDecision.Announce(proposal, others, because, turn.Act);
        }, cancel, companion);

    public Task<Outcome<FrontlineTeam>> Form(Actor actor, string name, Guid organisation, string areaCode, int? residents, string contact, DateOnly? since, CancellationToken cancel) =>
        room.Make<FrontlineTeam>(actor, WorkAction.KeepNetwork, async turn =>
            FrontlineTeam.Form(name, organisation, areaCode, residents, contact, since, (await turn.Municipality()).Ceilings, turn.Act), cancel);

    public Task<Outcome<ScaleExperience>> Tell(Actor actor, string areaCode, ExperiencedSize size, string because, CancellationToken cancel) =>
        room.Make<ScaleExperience>(actor, WorkAction.TellScale, turn => Task.FromResult(ScaleExperience.Tell(areaCode, size, because, turn.Act)), cancel);
}
