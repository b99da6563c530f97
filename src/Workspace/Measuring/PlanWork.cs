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
        room.On<MeasuringPlan, MeasuringPlan>(actor, WorkAction.FixPlan, id, seen, (turn, plan) => Task.FromResult<Outcome<MeasuringPlan>>(
            plan.Fix(because, turn.Act).TryGet(out _, out var reason) ? plan : reason), cancel, companion);

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
        room.On<MeasuringPlan, Measurement>(actor, WorkAction.Measure, plan, null, (turn, found) =>
        {
            var awaited = Measurement.Await(found, source, turn.Act);
            if (awaited.TryGet(out var measurement, out _))
                turn.Store.Add(measurement);
            return Task.FromResult(awaited);
        }, cancel);

    public Task<Outcome<Measurement>> Report(
        Actor actor, Guid id, int? seen, MeasuredChange inside, MeasuredChange outside, string notSeen, string because, CancellationToken cancel) =>
        room.On<Measurement, Measurement>(actor, WorkAction.Measure, id, seen, (turn, measurement) => Task.FromResult<Outcome<Measurement>>(
            measurement.Report(inside, outside, notSeen, because, turn.Act).TryGet(out _, out var reason) ? measurement : reason), cancel);
}
