// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Web.Atlas;
using Schakel.Workspace.Measuring;
using Schakel.Workspace.Members;
using Schakel.Workspace.Reading;

namespace Schakel.Web.WorkApi;

/// <summary>Measuring plans: said before the figures afterwards are known, fixed by two who both confirm; and what came of them.</summary>
public static class MeasuringApi
{
    public sealed record DraftBody(string Indicator, PlanAreas Areas, PlanPeriod Before, PlanPeriod After, string CatchmentLevel);

    public sealed record ConfirmBody(string Because);

    public sealed record AmendBody(PlanAreas Areas, PlanPeriod Before, PlanPeriod After, string Because);

    public sealed record MeasureBody(string Because);

    /// <summary>What is compared with what. <c>waits</c>: one of the two has confirmed. <c>afterHadBegun</c>: the period afterwards had begun when it was fixed.</summary>
    public sealed record PlanAnswer(
        Guid Id, Guid Opgave, MeasuringPlanState State, string Indicator, PlanAreas Areas, PlanPeriod Before, PlanPeriod After, string CatchmentLevel,
        ZoneCounts? BeforeCounts, string? BeforeSource, bool Waits, DateTimeOffset? FixedAt, DateTimeOffset? AmendedAt, bool? AfterHadBegun);

    /// <summary>Relief inside and shift outside, each by itself, with what could not have been seen. Amended afterwards: the plan was changed later.</summary>
    public sealed record MeasurementAnswer(
        Guid Id, Guid Plan, MeasurementState State, MeasuredChange? Inside, MeasuredChange? Outside, MeasuredChange? Together, string? NotSeen, string Source, bool AmendedAfterwards);

    internal static void Map(IEndpointRouteBuilder group)
    {
        var routes = new WorkRoutes(group, "Measuring");
        routes.All("/opgaven/{id}/measuring-plans", WorkAction.ReadOpgave, "ListMeasuringPlans", "The plans of an opgave, oldest first.", asked => OpgavePartsApi.Of(asked, file => file.Plans.Select(Answer)));
        routes.Make<DraftBody, PlanAnswer>("/opgaven/{id}/measuring-plans", WorkAction.DraftPlan, "DraftMeasuringPlan", "Drafts a plan; what was counted before is added up from the loaded figures.", (asked, body) => Write(asked, body, null), "/measuring-plans/");
        routes.Read<PlanAnswer>("/measuring-plans/{id}", WorkAction.ReadOpgave, "GetMeasuringPlan", "One plan.", async asked =>
            Say(asked, await asked.Work<ItemReading>().One<MeasuringPlan>(asked.Actor, WorkAction.ReadOpgave, asked.Id, asked.Cancel)));
        routes.Change<DraftBody, PlanAnswer>(HttpMethods.Put, "/measuring-plans/{id}", WorkAction.DraftPlan, "RedraftMeasuringPlan", "Writes a draft anew.", (asked, body) => Write(asked, body, asked.Id));
        routes.Change<ConfirmBody, PlanAnswer>(HttpMethods.Post, "/measuring-plans/{id}/confirmations", WorkAction.DraftPlan, "ConfirmMeasuringPlan",
            "Confirms a draft or an amendment. When an analyst and a coordinator both have, it is fixed or amended.", async (asked, body) =>
            Say(asked, await asked.Work<PlanWork>().Confirm(asked.Actor, asked.Id, asked.Seen, body.Because, asked.Cancel)));
        routes.Change<AmendBody, PlanAnswer>(HttpMethods.Post, "/measuring-plans/{id}/amendments", WorkAction.DraftPlan, "AmendMeasuringPlan",
            "Asks to change a fixed plan; every outcome of it is branded once the other of the two confirms.", async (asked, body) =>
        {
            var counted = Counted(asked, await Indicator(asked), body.Areas, body.Before);
            return Say(asked, await asked.Work<PlanWork>().AskToAmend(asked.Actor, asked.Id, asked.Seen, body.Areas, body.Before, body.After, counted.Counts, counted.Source, body.Because, asked.Cancel));
        });
        routes.All("/opgaven/{id}/measurements", WorkAction.ReadOpgave, "ListMeasurements", "What was measured, oldest first.", async asked =>
            (await asked.Work<PlanReading>().Of(asked.Actor, asked.Id, asked.Cancel)).TryGet(out var file, out var reason) ? new Outcome<IReadOnlyList<MeasurementAnswer>>([.. file.Measurements.Select(Answer)]) : reason);
        routes.Make<MeasureBody, MeasurementAnswer>("/measuring-plans/{id}/measurements", WorkAction.Measure, "Measure", "Adds up the loaded figures of afterwards by a fixed plan. Once a plan, and once more after an amendment.", Measure);
    }

    private static async Task<Outcome<Said<PlanAnswer>>> Write(Asked asked, DraftBody body, Guid? known)
    {
        var counted = Counted(asked, body.Indicator, body.Areas, body.Before);
        return Say(asked, await asked.Work<PlanWork>().Write(
            asked.Actor, asked.Id, known, asked.Seen, body.Indicator, body.Areas, body.Before, body.After, body.CatchmentLevel, counted.Counts, counted.Source, asked.Cancel));
    }

    private static async Task<Outcome<Said<MeasurementAnswer>>> Measure(Asked asked, MeasureBody body)
    {
        if (!asked.Work<CurrentGround>().Ask().TryGet(out var ground, out var reason))
            return reason;
        if (!(await asked.Work<ItemReading>().One<MeasuringPlan>(asked.Actor, WorkAction.ReadOpgave, asked.Id, asked.Cancel)).TryGet(out var plan, out reason))
            return reason;
        var counting = new ZoneCounting(ground);
        if (!(await asked.Work<PlanWork>().Measure(asked.Actor, asked.Id, counting.SourceOf(plan.Indicator, plan.After), counting.Both, body.Because, asked.Cancel)).TryGet(out var measured, out reason))
            return reason;
        asked.Tell(measured.OpgaveId, "meetplan");
        return Said.By(measured, Answer(measured), $"/opgaven/{measured.OpgaveId}/measurements");
    }

    private static async Task<string> Indicator(Asked asked) =>
        (await asked.Work<ItemReading>().One<MeasuringPlan>(asked.Actor, WorkAction.ReadOpgave, asked.Id, asked.Cancel)).TryGet(out var plan, out _) ? plan.Indicator : "";

    // Not counted is no refusal here: a plan may be drafted before its figures are loaded.
    private static (ZoneCounts? Counts, string Source) Counted(Asked asked, string indicator, PlanAreas areas, PlanPeriod before)
    {
        if (!asked.Work<CurrentGround>().Ask().TryGet(out var ground, out _))
            return (null, "");
        var counting = new ZoneCounting(ground);
        return counting.In(indicator, areas, before).TryGet(out var counts, out _) ? (counts, counting.SourceOf(indicator, before)) : (null, "");
    }

    private static Outcome<Said<PlanAnswer>> Say(Asked asked, Outcome<MeasuringPlan> outcome)
    {
        if (!outcome.TryGet(out var plan, out var reason))
            return reason;
        if (!HttpMethods.IsGet(asked.Http.Request.Method))
            asked.Tell(plan.OpgaveId, "meetplan");
        return Said.By(plan, Answer(plan), $"/measuring-plans/{plan.Id}");
    }

    private static PlanAnswer Answer(MeasuringPlan plan) => new(
        plan.Id, plan.OpgaveId, plan.State, plan.Indicator, plan.Areas, plan.Before, plan.After, plan.CatchmentLevel, plan.BeforeCounts, plan.BeforeSource,
        plan.Confirmation is not null, plan.FixedAt, plan.AmendedAt, plan.AfterHadBegun);

    private static MeasurementAnswer Answer(Measurement measured) => new(
        measured.Id, measured.PlanId, measured.State, measured.Inside, measured.Outside, measured.Together, measured.NotSeen, measured.Source, measured.AmendedAfterwards);
}
