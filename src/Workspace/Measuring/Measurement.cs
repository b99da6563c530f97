// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Schakel.Analysis;
using Schakel.Analysis.Displacement;
using Schakel.Workspace.History;
using Schakel.Workspace.Storage;

namespace Schakel.Workspace.Measuring;

public enum MeasurementState
{
    Awaited,
    Done,
    Unreliable,
}

/// <summary>A change with its range, and the smallest change that could have been seen.</summary>
/// <param name="Estimate">[count] after − before, against the controls.</param>
/// <param name="Low">[count] lower end of the 95 % range.</param>
/// <param name="High">[count] upper end.</param>
/// <param name="SmallestVisible">[count] less than this could not have been seen (MDE).</param>
public sealed record MeasuredChange(double Estimate, double Low, double High, double SmallestVisible) : IWrittenAsJson;

/// <summary>What came of it: relief inside and shift outside, each by itself, never added into one verdict.</summary>
public sealed class Measurement : Living<MeasurementState>
{
    private Measurement()
    {
    }

    public Guid OpgaveId { get; private set; }

    public Guid PlanId { get; private set; }

    public MeasuredChange? Inside { get; private set; }

    public MeasuredChange? Outside { get; private set; }

    /// <summary>Both together; it takes the place of neither.</summary>
    public MeasuredChange? Together { get; private set; }

    /// <summary>What it was computed from; null when only the outcome was reported.</summary>
    public MeasuredCounts? Counts { get; private set; }

    /// <summary>What it could not have seen, in words.</summary>
    public string? NotSeen { get; private set; }

    public string Source { get; private set; } = "";

    /// <summary>The plan was changed afterwards.</summary>
    public bool AmendedAfterwards { get; private set; }

    protected override Life<MeasurementState> Life => Lives.Measurement;

    protected override Guid? InStoryOf => OpgaveId;

    /// <summary>Figures of afterwards may be loaded only once the plan is fixed.</summary>
    public static Outcome<Measurement> Await(MeasuringPlan plan, string source, Act act)
    {
        if (plan.State == MeasuringPlanState.Draft)
            return new Reason("plan-not-fixed", "Fix the plan first; then load the figures of afterwards.");
        if (Words.Missing(("source", source)) is { } missing)
            return missing;

        var measurement = new Measurement { OpgaveId = plan.OpgaveId, PlanId = plan.Id, Source = source.Trim(), AmendedAfterwards = plan.State == MeasuringPlanState.Amended };
        measurement.BeginAs(MeasurementState.Awaited, "", act);
        return measurement;
    }

    public Outcome<HistoryEntry> Report(MeasuredChange inside, MeasuredChange outside, string notSeen, string because, Act act)
    {
        if (string.IsNullOrWhiteSpace(notSeen) || !IsWhole(inside) || !IsWhole(outside))
            return new Reason("measurement-needs-smallest-effect", "Say for inside and outside which change could not have been seen, with the range.");
        if (Words.TooLong("notSeen", notSeen) is { } tooLong)
            return tooLong;
        if (!Move(MeasurementState.Done, because, act).TryGet(out var moved, out var reason))
            return reason;

        (Inside, Outside, NotSeen) = (inside, outside, notSeen.Trim());
        return moved;
    }

    /// <summary>Measures from counts. Without a single event there is nothing to tell.</summary>
    public Outcome<HistoryEntry> Report(MeasuredCounts counts, string because, Act act)
    {
        var measured = counts.Compute();
        Counts = counts;
        if (measured.Total.Z.Reason is { } nothing)
            return CannotTell(nothing.Detail, act);

        var (inside, outside) = (Change(measured.Local, measured.Mde.Local), Change(measured.Ring!, measured.Mde.Ring.Value!.Value));
        Together = Change(measured.Total, measured.Mde.Total);
        return Report(inside, outside, string.Create(CultureInfo.InvariantCulture, $"Binnen: minder dan {inside.SmallestVisible:F0}. Eromheen: minder dan {outside.SmallestVisible:F0}."), because, act);
    }

    public Outcome<HistoryEntry> CannotTell(string because, Act act) => Move(MeasurementState.Unreliable, because, act);

    internal void Brand(string because, Act act)
    {
        if (AmendedAfterwards)
            return;

        AmendedAfterwards = true;
        Tell("brand", null, "amendedAfterwards", because, act);
    }

    private static MeasuredChange Change(DisplacementEffect effect, double detectable) => new(effect.Estimate, effect.Low, effect.High, detectable);

    private static bool IsWhole(MeasuredChange change) =>
        double.IsFinite(change.Estimate) && change.Low <= change.Estimate && change.Estimate <= change.High && change.SmallestVisible > 0 && double.IsFinite(change.SmallestVisible);
}
