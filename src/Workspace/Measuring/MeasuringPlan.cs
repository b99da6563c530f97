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
public sealed record PlanPeriod(DateOnly From, DateOnly To) : IWrittenAsJson
{
    /// <summary>Length against another period. Whole months count as months: a leap year is no longer than another year.</summary>
    internal double Over(PlanPeriod other) => Months is { } here && other.Months is { } there ? (double)here / there : (double)Days / other.Days;

    /// <summary>The calendar years it consists of; null when it begins or ends inside a year.</summary>
    internal IReadOnlyList<int>? Years => From is { Month: 1, Day: 1 } && To is { Month: 12, Day: 31 } && To > From ? [.. Enumerable.Range(From.Year, To.Year - From.Year + 1)] : null;

    private int Days => To.DayNumber - From.DayNumber + 1;

    private int? Months => From.Day == 1 && To.AddDays(1).Day == 1 && To > From ? ((To.Year - From.Year) * 12) + To.Month - From.Month + 1 : null;
}

/// <summary>Where something is done, the ring around it, and what it is compared with: codes of areas.</summary>
public sealed record PlanAreas(IReadOnlyList<string> Treated, IReadOnlyList<string> Ring, IReadOnlyList<string> Control, IReadOnlyList<string> RingControl) : IWrittenAsJson
{
    /// <summary>All codes, zone after zone.</summary>
    public IEnumerable<string> All => Treated.Concat(Ring).Concat(Control).Concat(RingControl);

    internal bool Overlap => All.GroupBy(code => code, StringComparer.Ordinal).Any(group => group.Count() > 1);
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

    /// <summary>What was counted in the period before; null = not counted yet. It says beforehand what could not be seen.</summary>
    public ZoneCounts? BeforeCounts { get; private set; }

    /// <summary>Where those counts come from.</summary>
    public string? BeforeSource { get; private set; }

    /// <summary>What one of the two who fix it has said; null = nobody yet.</summary>
    public PlanConfirmation? Confirmation { get; private set; }

    public DateTimeOffset? FixedAt { get; private set; }

    public DateTimeOffset? AmendedAt { get; private set; }

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

    /// <summary>Writes the draft anew; who had confirmed the old one confirms again.</summary>
    public Reason? Redraft(string indicator, PlanAreas areas, PlanPeriod before, PlanPeriod after, string catchmentLevel, Act act)
    {
        if (State != MeasuringPlanState.Draft)
            return new Reason("plan-not-draft", "A fixed plan is not written anew; it is amended, and that shows.");
        if ((Words.Missing(("indicator", indicator), ("level", catchmentLevel)) ?? Check(areas, before, after)) is { } refusal)
            return refusal;

        (Indicator, Areas, Before, After, CatchmentLevel) = (indicator.Trim(), areas, before, after, catchmentLevel);
        (BeforeCounts, BeforeSource, Confirmation) = (null, null, null);
        Tell("plan", null, null, Indicator, act);
        return null;
    }

    /// <summary>Says what was counted before. Nothing of afterwards can be said here.</summary>
    public Reason? Count(ZoneCounts before, string source)
    {
        if (!before.IsUsable)
            return new Reason("counts-not-usable", "A count is 0 or more.");
        if (Words.Missing(("source", source)) is { } missing)
            return missing;

        (BeforeCounts, BeforeSource) = (before, source.Trim());
        return null;
    }

    /// <summary>Length of the period before over that of the one after.</summary>
    public double Lengths => Before.Over(After);

    /// <summary>What could be seen with these counts if nothing changed; null when nothing was counted before.</summary>
    public Analysis.Displacement.DisplacementMeasurement? Foreseen() => BeforeCounts is not { } counts ? null
        : new MeasuredCounts(counts, Expected(counts), Lengths, null, []).Compute();

    internal Reason? Confirm(PlanConfirmation said, Act act)
    {
        if (string.IsNullOrWhiteSpace(said.Because))
            return new Reason("move-needs-reason", "Say why this moves on.");
        if ((Words.TooLong("because", said.Because) ?? (said.Areas is null ? null : Check(said.Areas, said.Before!, said.After!))) is { } refusal)
            return refusal;

        Confirmation = said with { Because = said.Because.Trim() };
        Tell("confirmation", null, Words.Of(said.Areas is null ? MeasuringPlanState.Fixed : MeasuringPlanState.Amended), Confirmation.Because, act);
        return null;
    }

    // As many a month as before.
    private ZoneCounts Expected(ZoneCounts counts)
    {
        return new ZoneCounts(counts.Treated / Lengths, counts.Ring / Lengths, counts.Control / Lengths, counts.RingControl / Lengths);
    }

    public Outcome<HistoryEntry> Fix(string because, Act act)
    {
        if (!Move(MeasuringPlanState.Fixed, because, act).TryGet(out var moved, out var reason))
            return reason;

        Confirmation = null;
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

        (Areas, Before, After, Confirmation) = (areas, before, after, null);
        (BeforeCounts, BeforeSource, AmendedAt) = (null, null, act.At);
        return moved;
    }

    private static Reason? Check(PlanAreas areas, PlanPeriod before, PlanPeriod after) =>
        areas.Treated.Count == 0 || areas.Ring.Count == 0 || areas.Control.Count == 0 || areas.RingControl.Count == 0 || areas.Overlap
            ? new Reason("plan-areas-not-usable", "A plan names treated areas, a ring and controls for both, and no area twice.")
        : before.From > before.To || after.From > after.To || after.From <= before.To
            ? new Reason("plan-periods-not-usable", "The period before ends before the one after begins.")
        : null;
}
