// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.History;
using Schakel.Workspace.Storage;

namespace Schakel.Workspace.Measuring;

public enum MeasuringPlanState
{
    Draft,
    Fixed,
    Amended,
}

/// <summary>From the first day up to and including the last.</summary>
public sealed record PlanPeriod(DateOnly From, DateOnly To) : IWrittenAsJson;

/// <summary>Where something is done, the ring around it, and what it is compared with: codes of areas.</summary>
public sealed record PlanAreas(IReadOnlyList<string> Treated, IReadOnlyList<string> Ring, IReadOnlyList<string> Control, IReadOnlyList<string> RingControl) : IWrittenAsJson
{
    internal bool Overlap => Treated.Concat(Ring).Concat(Control).Concat(RingControl).GroupBy(code => code, StringComparer.Ordinal).Any(group => group.Count() > 1);
}

/// <summary>What will be compared with what, said before the figures afterwards are known.</summary>
public sealed class MeasuringPlan : Living<MeasuringPlanState>
{
    private MeasuringPlan()
    {
    }

    public Guid OpgaveId { get; private set; }

    public string Indicator { get; private set; } = "";

    public PlanAreas Areas { get; private set; } = new([], [], [], []);

    public PlanPeriod Before { get; private set; } = new(default, default);

    public PlanPeriod After { get; private set; } = new(default, default);

    /// <summary>The smallest level that holds the catchment; its partner belongs at the table.</summary>
    public string CatchmentLevel { get; private set; } = "";

    public DateTimeOffset? FixedAt { get; private set; }

    /// <summary>Whether the period afterwards had begun when the plan was fixed; said with every outcome.</summary>
    public bool? AfterHadBegun { get; private set; }

    protected override Life<MeasuringPlanState> Life => Lives.MeasuringPlan;

    protected override Guid? InStoryOf => OpgaveId;

    public static Outcome<MeasuringPlan> Draft(
        Guid opgave, string indicator, PlanAreas areas, PlanPeriod before, PlanPeriod after, string catchmentLevel, Act act)
    {
        if (Words.Missing(("indicator", indicator), ("level", catchmentLevel)) is { } missing)
            return missing;
        if (Check(areas, before, after) is { } refusal)
            return refusal;

        var plan = new MeasuringPlan { OpgaveId = opgave, Indicator = indicator.Trim(), Areas = areas, Before = before, After = after, CatchmentLevel = catchmentLevel };
        plan.BeginAs(MeasuringPlanState.Draft, "", act);
        return plan;
    }

    public Outcome<HistoryEntry> Fix(string because, Act act)
    {
        if (!Move(MeasuringPlanState.Fixed, because, act).TryGet(out var moved, out var reason))
            return reason;

        FixedAt = act.At;
        AfterHadBegun = DateOnly.FromDateTime(act.At.UtcDateTime) >= After.From;
        return moved;
    }

    /// <summary>Changes a fixed plan; every outcome of it is branded from then on.</summary>
    public Outcome<HistoryEntry> Amend(PlanAreas areas, PlanPeriod before, PlanPeriod after, string because, Act act)
    {
        if (Check(areas, before, after) is { } refusal)
            return refusal;
        if (!Move(MeasuringPlanState.Amended, because, act).TryGet(out var moved, out var reason))
            return reason;

        (Areas, Before, After) = (areas, before, after);
        return moved;
    }

    private static Reason? Check(PlanAreas areas, PlanPeriod before, PlanPeriod after) =>
        areas.Treated.Count == 0 || areas.Ring.Count == 0 || areas.Control.Count == 0 || areas.Overlap
            ? new Reason("plan-areas-not-usable", "A plan names treated areas, a ring and controls, and no area twice.")
        : before.From > before.To || after.From > after.To || after.From <= before.To
            ? new Reason("plan-periods-not-usable", "The period before ends before the one after begins.")
        : null;
}
