// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using CsCheck;
using Schakel.Analysis.Signals;
using static Schakel.Analysis.Tests.Answers;

namespace Schakel.Analysis.Tests.Signals;

public sealed class SignalTests
{
    private static readonly DateOnly start = new(2024, 1, 1);

    [Fact]
    public void The_early_warnings_come_out()
    {
        var worked = WorkedCase.Read("signals", "K-2");

        var first = Answer(EarlyAberration.Compute(Series(worked.Numbers("first"))));
        var second = Answer(EarlyAberration.Compute(Series(worked.Numbers("second"))));

        worked.Near(worked.Expected.GetProperty("c1"), [first.C1.Mean.Value!.Value, first.C1.StandardDeviation.Value!.Value, first.C1.Value.Value!.Value]);
        worked.Near(worked.Expected.GetProperty("c2"), [first.C2.Mean.Value!.Value, first.C2.StandardDeviation.Value!.Value, first.C2.Value.Value!.Value]);
        worked.Near(worked.Expected.GetProperty("c3"), second.C3.Value);
        Assert.True(first.C1.Alarm && first.C2.Alarm && second.C3.Alarm);
        Assert.Equal("series-too-short", first.C3.Value.Reason?.Code);
        Assert.False(first.C3.Alarm);
    }

    [Fact]
    public void Seven_equal_days_have_a_deviation_of_a_fifth()
    {
        var result = Answer(EarlyAberration.Compute(Series([0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.7])));

        Assert.Equal(0.2, result.C1.StandardDeviation.Value);
        Assert.Equal(3, result.C1.Value.Value!.Value, tolerance: 1e-9);
    }

    [Fact]
    public void A_series_may_come_in_any_order_but_not_with_gaps_or_doubles()
    {
        var series = Series([4, 6, 5, 7, 3, 5, 6, 4, 8, 15]);

        var (one, other) = (Answer(EarlyAberration.Compute(series)), Answer(EarlyAberration.Compute([.. series.Reverse()])));
        Assert.Equal((one.C1, one.C2), (other.C1, other.C2));
        Assert.Equal("series-has-gaps", Refusal(EarlyAberration.Compute([.. series[..4], .. series[5..]])));
        Assert.Equal("date-twice", Refusal(EarlyAberration.Compute([.. series, series[3]])));
        Assert.Equal("series-too-short", Answer(EarlyAberration.Compute(series[..1])).C1.Value.Reason?.Code);
    }

    [Fact]
    public void Capture_and_recapture_comes_out()
    {
        var worked = WorkedCase.Read("signals", "K-3");

        var result = Answer(CaptureRecapture.Compute(
            worked.Input.GetProperty("first").GetInt32(), worked.Input.GetProperty("second").GetInt32(), worked.Input.GetProperty("both").GetInt32()));

        worked.Near(worked.Expected.GetProperty("estimate"), result.Estimate);
        worked.Near(worked.Expected.GetProperty("se"), result.StandardError);
        worked.Near(worked.Expected.GetProperty("low"), result.Low);
        worked.Near(worked.Expected.GetProperty("high"), result.High);
        worked.Near(worked.Expected.GetProperty("seen"), result.Seen);
    }

    [Fact]
    public void Capture_needs_seven_in_both_and_no_more_than_in_one()
    {
        Assert.Equal("too-few-in-both", Refusal(CaptureRecapture.Compute(60, 40, 6)));
        Assert.Equal("more-in-both-than-in-one", Refusal(CaptureRecapture.Compute(60, 40, 41)));
        Assert.Throws<ArgumentOutOfRangeException>(() => CaptureRecapture.Compute(-1, 40, 7));
    }

    [Fact]
    public void The_limits_never_fall_below_what_was_seen() =>
        Gen.Select(Gen.Int[7, 400], Gen.Int[0, 400], Gen.Int[0, 400]).Sample((both, first, second) =>
        {
            var result = Answer(CaptureRecapture.Compute(both + first, both + second, both));

            Assert.InRange(result.Low, both + first + second - 1e-6, result.Estimate + 1e-6);
            Assert.True(result.High >= result.Estimate - 1e-6);
        });

    [Fact]
    public void An_area_that_reports_little_while_there_is_much_is_silent()
    {
        var worked = WorkedCase.Read("signals", "K-4");

        var areas = Answer(ReportingPropensity.Compute(worked.Numbers("reports"), worked.Numbers("objective"), worked.Numbers("population")));

        worked.Near(worked.Expected.GetProperty("propensity"), [.. areas.Select(area => area.Propensity.Value!.Value)]);
        worked.Near(worked.Expected.GetProperty("shrunken"), [.. areas.Select(area => area.Shrunken.Value!.Value)]);
        worked.Near(worked.Expected.GetProperty("perThousand"), [.. areas.Select(area => area.ObjectivePerThousand)]);
        Assert.Equal(worked.Expected.GetProperty("silent").EnumerateArray().Select(silent => silent.GetBoolean()), areas.Select(area => area.Silent));
    }

    [Fact]
    public void Where_nothing_was_measured_readiness_is_unknown_not_0()
    {
        var areas = Answer(ReportingPropensity.Compute([10, 5, 3], [20, 10, 0], [100, 100, 100]));

        Assert.Equal("nothing-objective", areas[2].Propensity.Reason?.Code);
        Assert.False(areas[2].Silent);
        Assert.Equal(1, areas[0].Propensity.Value!.Value, tolerance: 1e-12);
        Assert.Equal("no-reports", Refusal(ReportingPropensity.Compute([0, 0], [1, 2], [10, 10])));
        Assert.Equal("no-reports", Refusal(ReportingPropensity.Compute([0, 3], [1, 0], [10, 10])));
        Assert.Equal("nothing-objective", Refusal(ReportingPropensity.Compute([1, 0], [0, 0], [10, 10])));
    }

    [Fact]
    public void A_reporter_counts_once_a_week_and_place_from_the_first_kept_report()
    {
        var result = Answer(DistinctSignals.Compute([
            Signal("a", 0, 0), Signal("b", 7, 100), Signal("c", 8, 0), Signal("d", 8, 101), Signal("e", 15, 0), Signal("f", 0, 0, reporter: "q"),
            Signal("g", 0, 0, category: "licht"), Signal("h", 0, 0, reporter: null), Signal("i", 0, 0, reporter: "")]));

        Assert.Equal(["a", "c", "d", "f", "g", "h", "i"], result.Kept);
        Assert.Equal(("a", "c"), (result.RepeatOf["b"], result.RepeatOf["e"]));
        Assert.Equal((9, 7), (result.Raw, result.Distinct));
    }

    [Fact]
    public void One_busy_reporter_is_named_as_a_warning()
    {
        var busy = Answer(DistinctSignals.Compute([Signal("a", 0, 0), Signal("b", 20, 0), Signal("c", 0, 0, reporter: "q"), Signal("d", 0, 0, reporter: "r")]));
        var even = Answer(DistinctSignals.Compute([Signal("a", 0, 0), Signal("b", 0, 0, reporter: "q")]));
        var unknown = Answer(DistinctSignals.Compute([Signal("a", 0, 0, reporter: null)]));

        Assert.Equal("one-reporter", Assert.Single(busy.Warnings).Code);
        Assert.Equal(0.5, busy.LargestReporterShare.Value);
        Assert.Empty(even.Warnings);
        Assert.Equal("reporters-unknown", unknown.LargestReporterShare.Reason?.Code);
        Assert.Equal("signal-twice", Refusal(DistinctSignals.Compute([Signal("a", 0, 0), Signal("a", 1, 1)])));
    }

    [Fact]
    public void The_order_of_reports_changes_nothing() =>
        Gen.Select(Gen.Int[0, 30], Gen.Int[0, 300], Gen.Int[0, 2]).Array[0, 30].Sample(reports =>
        {
            var signals = reports.Select((report, i) => Signal($"s{i:00}", report.Item1, report.Item2, reporter: $"{report.Item3}")).ToArray();

            var (one, other) = (Answer(DistinctSignals.Compute(signals)), Answer(DistinctSignals.Compute([.. signals.Reverse()])));

            Assert.Equal(one.Kept, other.Kept);
            Assert.Equal(one.RepeatOf, other.RepeatOf);
            Assert.Equal(one.Raw, one.Distinct + one.RepeatOf.Count);
        });

    private static (DateOnly, double)[] Series(double[] counts) => [.. counts.Select((count, day) => (start.AddDays(day), count))];

    private static ReportedSignal Signal(string id, int day, double x, string? reporter = "p", string category = "afval") =>
        new(id, reporter, category, start.AddDays(day), x, 0);
}
