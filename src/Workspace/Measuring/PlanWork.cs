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

    /// <summary>Drafts with what was counted before, in one go; a plan that is a draft already is written anew.</summary>
    public Task<Outcome<MeasuringPlan>> Write(
        Actor actor, Guid opgave, Guid? known, int? seen, string indicator, PlanAreas areas, PlanPeriod before, PlanPeriod after, string catchmentLevel,
        ZoneCounts? counted, string source, CancellationToken cancel) => known is { } id
            ? room.On<MeasuringPlan, MeasuringPlan>(actor, WorkAction.DraftPlan, id, seen, async (turn, plan) =>
                !(await turn.Ladder()).Require(catchmentLevel).TryGet(out _, out var reason) ? reason
                : (plan.Redraft(indicator, areas, before, after, catchmentLevel, turn.Act) ?? (counted is null ? null : plan.Count(counted, source))) is { } refusal ? refusal : plan, cancel)
            : room.On<Opgave, MeasuringPlan>(actor, WorkAction.DraftPlan, opgave, null, async (turn, _) =>
            {
                if (!(await turn.Ladder()).Require(catchmentLevel).TryGet(out var _, out var reason)
                    || !MeasuringPlan.Draft(opgave, indicator, areas, before, after, catchmentLevel, turn.Act).TryGet(out var plan, out reason))
                    return reason;
                if (counted is not null && plan.Count(counted, source) is { } refusal)
                    return refusal;

                turn.Store.Add(plan);
                return plan;
            }, cancel);

    /// <summary>
    /// Confirms a draft, or a change of a fixed plan. The first of the two leaves a word; when an analyst and a coordinator both have, it is done.
    /// </summary>
    /// <param name="actor">An analyst or a coordinator.</param>
    /// <param name="id">Of the plan.</param>
    /// <param name="seen">The version the actor looked at.</param>
    /// <param name="because">Why.</param>
    /// <param name="cancel">To stop.</param>
    public Task<Outcome<MeasuringPlan>> Confirm(Actor actor, Guid id, int? seen, string because, CancellationToken cancel) =>
        room.On<MeasuringPlan, MeasuringPlan>(actor, WorkAction.DraftPlan, id, seen, async (turn, plan) =>
        {
            if (plan.Confirmation is not { } first)
                return plan.State != MeasuringPlanState.Draft ? new Reason("nothing-to-confirm", "This plan is fixed already, and nobody asks to change it.")
                    : plan.Confirm(new PlanConfirmation(actor.Member!.Value, because, turn.Act.At, null, null, null, null, null), turn.Act) is { } refusal ? refusal : plan;

            var other = await turn.Store.Members.SingleOrDefaultAsync(member => member.Id == first.Member, cancel);
            if (first.Member == actor.Member || Permissions.Refuse(actor, WorkAction.FixPlan, await turn.StandingTo(plan), other?.Acting().Roles) is not null)
                return new Reason("plan-needs-second", "One of the two has confirmed. Now an analyst and a coordinator are needed together: the other one confirms.");
            if (first.Areas is not { } areas)
                return plan.Fix(because, turn.Act).TryGet(out _, out var cannot) ? plan : cannot;
            if (!plan.Amend(areas, first.Before!, first.After!, first.Because, turn.Act).TryGet(out _, out var reason)
                || (first.Counted is { } counted && plan.Count(counted, first.Source ?? "") is { } unusable && (reason = unusable) is not null))
                return reason!;
            foreach (var measurement in await turn.Store.Measurements.Where(measurement => measurement.PlanId == id).ToListAsync(cancel))
                measurement.Brand(first.Because, turn.Act);
            return plan;
        }, cancel);

    /// <summary>Asks to change a fixed plan; it changes when the other of the two confirms.</summary>
    public Task<Outcome<MeasuringPlan>> AskToAmend(
        Actor actor, Guid id, int? seen, PlanAreas areas, PlanPeriod before, PlanPeriod after, ZoneCounts? counted, string? source, string because, CancellationToken cancel) =>
        room.On<MeasuringPlan, MeasuringPlan>(actor, WorkAction.DraftPlan, id, seen, (turn, plan) => Task.FromResult<Outcome<MeasuringPlan>>(
            plan.State == MeasuringPlanState.Draft ? new Reason("plan-not-fixed", "Fix the plan first; then load the figures of afterwards.")
            : plan.Confirm(new PlanConfirmation(actor.Member!.Value, because, turn.Act.At, areas, before, after, counted, source), turn.Act) is { } refusal ? refusal : plan), cancel);

    /// <summary>Loads what was counted afterwards, and says at once what came of it. Once a plan, and once more after each amendment.</summary>
    /// <param name="actor">An analyst.</param>
    /// <param name="plan">Of the plan.</param>
    /// <param name="source">Where the figures come from.</param>
    /// <param name="count">Counts by the plan as it stands; asked only when it is fixed.</param>
    /// <param name="because">Why.</param>
    /// <param name="cancel">To stop.</param>
    public Task<Outcome<Measurement>> Measure(
        Actor actor, Guid plan, string source, Func<MeasuringPlan, Outcome<MeasuredCounts>> count, string because, CancellationToken cancel) =>
        room.MakeFor<MeasuringPlan, Measurement>(actor, WorkAction.Measure, plan, async (turn, found) =>
        {
            if (!Measurement.Await(found, source, turn.Act).TryGet(out var measurement, out var reason))
                return reason;
            if (DateOnly.FromDateTime(turn.Act.At.UtcDateTime) <= found.After.To)
                return new Reason("plan-after-not-over", "The period afterwards is not over. Who looks halfway stops when it suits.");
            // Nobody measures until the outcome suits.
            if ((await turn.Store.Measurements.Where(known => known.PlanId == plan).ToListAsync(cancel)).Any(known => found.AmendedAt is not { } amended || known.Since > amended))
                return new Reason("measured-already", "This plan has been measured. Another outcome asks for another plan.");
            if (!count(found).TryGet(out var counts, out reason) || !measurement.Report(counts, because, turn.Act).TryGet(out _, out reason))
                return reason;
            return measurement;
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
