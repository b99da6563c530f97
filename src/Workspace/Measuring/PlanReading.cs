// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.EntityFrameworkCore;
using Schakel.Analysis;
using Schakel.Workspace.Ladders;
using Schakel.Workspace.Members;
using Schakel.Workspace.Opgaven;
using Schakel.Workspace.Storage;

namespace Schakel.Workspace.Measuring;

/// <summary>The plans of one opgave, with what was measured by them.</summary>
/// <param name="Opgave">Whose plans.</param>
/// <param name="Ladder">Levels of the municipality.</param>
/// <param name="Municipality">Code of the municipality as an area; its map comes first.</param>
/// <param name="Places">Where the opgave is.</param>
/// <param name="Plans">Oldest first.</param>
/// <param name="Measurements">Oldest first.</param>
/// <param name="ConfirmedBy">Functions of who has confirmed, by plan; never names.</param>
/// <param name="May">What the reader may do here.</param>
public sealed record PlanFile(
    Opgave Opgave, LadderLevels Ladder, string Municipality, IReadOnlyList<OpgavePlace> Places, IReadOnlyList<MeasuringPlan> Plans,
    IReadOnlyList<Measurement> Measurements, IReadOnlyDictionary<Guid, string> ConfirmedBy, IReadOnlySet<WorkAction> May)
{
    public IEnumerable<Measurement> By(MeasuringPlan plan) => Measurements.Where(measurement => measurement.PlanId == plan.Id);
}

/// <summary>A plan as a list shows it: by opgave, never by outcome.</summary>
public sealed record PlanEntry(Opgave Opgave, MeasuringPlan Plan, Measurement? Latest);

/// <summary>Reading about plans and measurements.</summary>
public sealed class PlanReading(Workroom room)
{
    private static readonly WorkAction[] actions = [WorkAction.DraftPlan, WorkAction.Measure];

    public Task<Outcome<PlanFile>> Of(Actor actor, Guid opgave, CancellationToken cancel) =>
        room.See<Opgave, PlanFile>(actor, WorkAction.ReadOpgave, opgave, async (turn, found) => new Outcome<PlanFile>(await File(turn, found)), cancel);

    /// <summary>The file that a measurement belongs to.</summary>
    public Task<Outcome<PlanFile>> OfMeasurement(Actor actor, Guid id, CancellationToken cancel) =>
        room.See<Measurement, PlanFile>(actor, WorkAction.ReadOpgave, id, async (turn, measurement) =>
            (await turn.Find<Opgave>(measurement.OpgaveId)).TryGet(out var opgave, out var reason) ? new Outcome<PlanFile>(await File(turn, opgave)) : reason, cancel);

    /// <summary>All plans the reader may see.</summary>
    public Task<Outcome<IReadOnlyList<PlanEntry>>> All(Actor actor, CancellationToken cancel) =>
        room.Read<IReadOnlyList<PlanEntry>>(actor, WorkAction.ReadOpgave, async turn =>
        {
            var opgaven = await turn.Store.Opgaven.ToDictionaryAsync(opgave => opgave.Id, cancel);
            var measurements = (await turn.Store.Measurements.OrderBy(measurement => measurement.Since).ThenBy(measurement => measurement.Id).ToListAsync(cancel)).ToLookup(measurement => measurement.PlanId);
            var entries = new List<PlanEntry>();
            foreach (var plan in await turn.Store.MeasuringPlans.OrderBy(plan => plan.Since).ThenBy(plan => plan.Id).ToListAsync(cancel))
                if (opgaven.TryGetValue(plan.OpgaveId, out var opgave) && Permissions.Allows(actor.Roles, WorkAction.ReadOpgave, await turn.StandingTo(opgave)))
                    entries.Add(new PlanEntry(opgave, plan, measurements[plan.Id].LastOrDefault()));
            return entries;
        }, cancel);

    private static async Task<PlanFile> File(Turn turn, Opgave opgave)
    {
        var store = turn.Store;
        var plans = await store.MeasuringPlans.Where(plan => plan.OpgaveId == opgave.Id).OrderBy(plan => plan.Since).ThenBy(plan => plan.Id).ToListAsync(turn.Cancel);
        var confirmed = plans.Where(plan => plan.Confirmation is not null).ToDictionary(plan => plan.Id, plan => plan.Confirmation!.Member);
        var ids = confirmed.Values.ToList();
        var functions = await store.Members.Where(member => ids.Contains(member.Id)).ToDictionaryAsync(member => member.Id, member => member.Function, turn.Cancel);
        var standing = await turn.StandingTo(opgave);
        return new PlanFile(
            opgave, await turn.Ladder(), (await turn.Municipality()).AreaCode,
            await store.OpgavePlaces.Where(place => place.OpgaveId == opgave.Id).OrderBy(place => place.Since).ThenBy(place => place.Id).ToListAsync(turn.Cancel),
            plans,
            await store.Measurements.Where(measurement => measurement.OpgaveId == opgave.Id).OrderBy(measurement => measurement.Since).ThenBy(measurement => measurement.Id).ToListAsync(turn.Cancel),
            confirmed.ToDictionary(pair => pair.Key, pair => functions.GetValueOrDefault(pair.Value, "")),
            actions.Where(action => Permissions.Allows(turn.By.Roles, action, standing)).ToHashSet());
    }
}
