// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.EntityFrameworkCore;
using Schakel.Analysis;
using Schakel.Analysis.Advice;
using Schakel.Workspace.Judgements;
using Schakel.Workspace.Members;
using Schakel.Workspace.Opgaven;
using Schakel.Workspace.Storage;

namespace Schakel.Workspace.Approaches;

/// <summary>Setting roles and the chain. Advice sets nothing; who chooses otherwise than both readings overrules, with the reason.</summary>
public sealed class ApproachWork(Workroom room)
{
    /// <param name="actor">Who.</param>
    /// <param name="opgave">Of which opgave.</param>
    /// <param name="seen">The version of the approach the actor looked at.</param>
    /// <param name="level">Level id on the ladder.</param>
    /// <param name="role">What it does.</param>
    /// <param name="organisation">Who does it there.</param>
    /// <param name="because">Why.</param>
    /// <param name="cancel">To stop.</param>
    public Task<Outcome<Approach>> SetRole(
        Actor actor, Guid opgave, int? seen, string level, ApproachRole role, Guid? organisation, string because, CancellationToken cancel) =>
        Change(actor, opgave, seen, async (turn, approach) =>
        {
            if (!(await turn.Ladder()).Require(level).TryGet(out var rung, out var reason))
                return reason;
            if (organisation is not null && !(await turn.Find<Organisation>(organisation)).TryGet(out _, out reason))
                return reason;
            if (await JudgementWork.Latest(turn, opgave) is { } advice && !advice.Readings().Say(level, role) && approach.Roles.At(level)?.Role != role)
            {
                if (!Overruling.Of(advice, level, role, because, turn.Act).TryGet(out var overruling, out reason))
                    return reason;
                turn.Store.Add(overruling);
            }

            return approach.SetRole(rung, role, organisation, because, turn.Act);
        }, cancel);

    public Task<Outcome<Approach>> SetChain(Actor actor, Guid opgave, int? seen, Chain chain, string because, CancellationToken cancel) =>
        Change(actor, opgave, seen, (turn, approach) => Task.FromResult(approach.SetChain(chain, because, turn.Act)), cancel);

    private async Task<Outcome<Approach>> Change(Actor actor, Guid opgave, int? seen, Func<Turn, Approach, Task<Reason?>> change, CancellationToken cancel)
    {
        // The first change makes the draft; from then on two who change it meet in its version.
        var begun = await room.On<Opgave, Approach>(actor, WorkAction.ShapeApproach, opgave, null, async (turn, _) =>
        {
            if (await turn.Store.Approaches.SingleOrDefaultAsync(approach => approach.OpgaveId == opgave, cancel) is { } known)
                return known;

            var draft = Approach.Draft(opgave, turn.Act);
            turn.Store.Add(draft);
            return draft;
        }, cancel);
        if (!begun.TryGet(out var begunApproach, out var refused))
            return refused;

        return await room.On<Approach, Approach>(actor, WorkAction.ShapeApproach, begunApproach.Id, seen, async (turn, approach) =>
            await change(turn, approach) is { } reason ? reason : approach, cancel);
    }
}
