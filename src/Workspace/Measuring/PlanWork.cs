// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.EntityFrameworkCore;
using Schakel.Analysis;
using Schakel.Workspace.Members;
using Schakel.Workspace.Opgaven;
using Schakel.Workspace.Storage;

namespace Schakel.Workspace.Measuring;

/// <summary>Measuring plans and what came of them.</summary>
public sealed class PlanWork(Workroom room)
{
    public Task<Outcome<MeasuringPlan>> Draft(
        Actor actor, Guid opgave, string indicator, PlanAreas areas, PlanPeriod before, PlanPeriod after, string catchmentLevel, CancellationToken cancel) =>
        room.On<Opgave, MeasuringPlan>(actor, WorkAction.DraftPlan, opgave, null, async (turn, _) =>
        {
            if (!(await turn.Ladder()).Require(catchmentLevel).TryGet(out var _, out var reason)
                || !MeasuringPlan.Draft(opgave, indicator, areas, before, after, catchmentLevel, turn.Act).TryGet(out var plan, out reason))
                return reason;

            turn.Store.Add(plan);
            return plan;
        }, cancel);

    /// <summary>An analyst and a coordinator fix it together.</summary>
    public Task<Outcome<MeasuringPlan>> Fix(Actor actor, Member companion, Guid id, int? seen, string because, CancellationToken cancel) =>
        room.Change<MeasuringPlan>(actor, WorkAction.FixPlan, id, seen, (plan, act) => plan.Fix(because, act), cancel, companion);

    /// <summary>Every measurement of the plan is branded from then on.</summary>
    public Task<Outcome<MeasuringPlan>> Amend(
        Actor actor, Member companion, Guid id, int? seen, PlanAreas areas, PlanPeriod before, PlanPeriod after, string because, CancellationToken cancel) =>
        room.On<MeasuringPlan, MeasuringPlan>(actor, WorkAction.FixPlan, id, seen, async (turn, plan) =>
        {
            if (!plan.Amend(areas, before, after, because, turn.Act).TryGet(out _, out var reason))
                return reason;
            foreach (var measurement in await turn.Store.Measurements.Where(measurement => measurement.PlanId == id).ToListAsync(cancel))
                measurement.Brand(because, turn.Act);
            return plan;
        }, cancel, companion);

    /// <summary>The door for figures of afterwards: closed until the plan is fixed.</summary>
    public Task<Outcome<Measurement>> Await(Actor actor, Guid plan, string source, CancellationToken cancel) =>
        room.MakeFor<MeasuringPlan, Measurement>(actor, WorkAction.Measure, plan, (turn, found) => Task.FromResult(Measurement.Await(found, source, turn.Act)), cancel);

    public Task<Outcome<Measurement>> Report(
        Actor actor, Guid id, int? seen, MeasuredChange inside, MeasuredChange outside, string notSeen, string because, CancellationToken cancel) =>
        room.Change<Measurement>(actor, WorkAction.Measure, id, seen, (measurement, act) => measurement.Report(inside, outside, notSeen, because, act), cancel);

    public Task<Outcome<Measurement>> CannotTell(Actor actor, Guid id, int? seen, string because, CancellationToken cancel) =>
        room.Change<Measurement>(actor, WorkAction.Measure, id, seen, (measurement, act) => measurement.CannotTell(because, act), cancel);
}
