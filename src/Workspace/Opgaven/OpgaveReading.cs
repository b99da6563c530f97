// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.EntityFrameworkCore;
using Schakel.Analysis;
using Schakel.Workspace.Members;
using Schakel.Workspace.Networks;
using Schakel.Workspace.Storage;

namespace Schakel.Workspace.Opgaven;

/// <summary>Reading opgaven: those one may read, and one with all that belongs to it.</summary>
public sealed class OpgaveReading(Workroom room)
{
    // What somebody may do to an opgave as such; answering is a matter of each handover and gap.
    private static readonly WorkAction[] actions =
    [
        WorkAction.AddPosition, WorkAction.WriteExpectation, WorkAction.Judge, WorkAction.MoveOpgave, WorkAction.ShapeApproach, WorkAction.AskHandover,
        WorkAction.RaiseGap, WorkAction.TellYield, WorkAction.KeepNetwork, WorkAction.DraftPlan, WorkAction.PublishEvidence,
    ];

    /// <summary>All opgaven the reader may read, by name.</summary>
    public Task<Outcome<IReadOnlyList<OpgaveEntry>>> All(Actor actor, CancellationToken cancel) =>
        room.Read<IReadOnlyList<OpgaveEntry>>(actor, WorkAction.ReadOpgave, async turn =>
        {
            var organisations = await turn.Store.Organisations.ToDictionaryAsync(organisation => organisation.Id, organisation => organisation.Name, cancel);
            var places = (await turn.Store.OpgavePlaces.OrderBy(place => place.Since).ToListAsync(cancel)).ToLookup(place => place.OpgaveId, place => place.Name);
            var opgaven = await turn.Store.Opgaven.OrderBy(opgave => opgave.Title).ThenBy(opgave => opgave.Id).ToListAsync(cancel);
            var standings = await turn.StandingsTo(opgaven);
            var readable = opgaven.Where(opgave => Permissions.Allows(actor.Roles, WorkAction.ReadOpgave, standings[opgave.Id]))
                .Select(opgave => new OpgaveEntry(opgave, opgave.Holder is { } holder ? organisations.GetValueOrDefault(holder) : null, [.. places[opgave.Id]])).ToList();
            return readable;
        }, cancel);

    /// <summary>The levels to choose from when nothing is chosen yet.</summary>
    public Task<Outcome<Ladders.LadderLevels>> Ladder(Actor actor, CancellationToken cancel) =>
        room.Read<Ladders.LadderLevels>(actor, WorkAction.ReadOpgave, async turn => await turn.Ladder(), cancel);

    public Task<Outcome<OpgaveFile>> Of(Actor actor, Guid id, CancellationToken cancel) =>
        room.See<Opgave, OpgaveFile>(actor, WorkAction.ReadOpgave, id, async (turn, opgave) =>
        {
            var store = turn.Store;
            var approach = await store.Approaches.SingleOrDefaultAsync(approach => approach.OpgaveId == id, cancel);
            var seats = await store.Seats.Where(seat => seat.OpgaveId == id).OrderBy(seat => seat.Since).ThenBy(seat => seat.Id).ToListAsync(cancel);
            var standing = await turn.StandingTo(opgave);
            return new OpgaveFile(
                opgave,
                await turn.Ladder(),
                await store.OpgavePlaces.Where(place => place.OpgaveId == id).OrderBy(place => place.Since).ThenBy(place => place.Id).ToListAsync(cancel),
                await Links(turn, id),
                await store.Positions.Where(position => position.OpgaveId == id).OrderBy(position => position.Since).ThenBy(position => position.Id).ToListAsync(cancel),
                await OpgaveWork.EvidenceOf(turn, id),
                approach,
                Network.Of(approach, seats),
                await Handovers(turn, id),
                await Gaps(turn, id),
                await store.MeasuringPlans.Where(plan => plan.OpgaveId == id).OrderBy(plan => plan.Since).ThenBy(plan => plan.Id).ToListAsync(cancel),
                await store.Organisations.OrderBy(organisation => organisation.Name).ThenBy(organisation => organisation.Id).ToListAsync(cancel),
                await OpgaveWork.MissingFor(turn, opgave),
                actions.Where(action => Permissions.Allows(actor.Roles, action, standing)).ToHashSet(),
                (await turn.Municipality()).AreaCode);
        }, cancel);

    // An opgave at the other end that the reader may not read is left out, not named.
    private static async Task<IReadOnlyList<LinkedOpgave>> Links(Turn turn, Guid id)
    {
        var linked = new List<LinkedOpgave>();
        foreach (var link in await turn.Store.OpgaveLinks.Where(link => link.From == id || link.To == id).OrderBy(link => link.Since).ThenBy(link => link.Id).ToListAsync(turn.Cancel))
        {
            var other = link.From == id ? link.To : link.From;
            if (await turn.Store.Opgaven.SingleOrDefaultAsync(opgave => opgave.Id == other, turn.Cancel) is { } found
                && Permissions.Allows(turn.By.Roles, WorkAction.ReadOpgave, await turn.StandingTo(found)))
                linked.Add(new LinkedOpgave(link, found, link.From == id));
        }

        return linked;
    }

    private static async Task<IReadOnlyList<AskedHandover>> Handovers(Turn turn, Guid id)
    {
        var asked = new List<AskedHandover>();
        foreach (var handover in await turn.Store.Handovers.Where(handover => handover.OpgaveId == id).OrderBy(handover => handover.Since).ThenBy(handover => handover.Id).ToListAsync(turn.Cancel))
        {
            var standing = await turn.StandingTo(handover);
            asked.Add(new AskedHandover(
                handover, Permissions.Allows(turn.By.Roles, WorkAction.AnswerHandover, standing),
                handover.Sender == turn.By.Organisation && Permissions.Allows(turn.By.Roles, WorkAction.AskHandover, standing)));
        }

        return asked;
    }

    private static async Task<IReadOnlyList<AskedGap>> Gaps(Turn turn, Guid id)
    {
        var asked = new List<AskedGap>();
        foreach (var gap in await turn.Store.PolicyGaps.Where(gap => gap.OpgaveId == id).OrderBy(gap => gap.Since).ThenBy(gap => gap.Id).ToListAsync(turn.Cancel))
            asked.Add(new AskedGap(gap, Permissions.Allows(turn.By.Roles, WorkAction.AnswerGap, await turn.StandingTo(gap))));
        return asked;
    }
}
