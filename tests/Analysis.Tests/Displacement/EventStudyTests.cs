// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Displacement;

namespace Schakel.Analysis.Tests.Displacement;

public sealed class EventStudyTests
{
    [Fact]
    public void The_worked_case_comes_out()
    {
        var worked = WorkedCase.Read("displacement", "F-7");
        double[][] rings = [.. worked.Input.GetProperty("rings").EnumerateArray().Select(WorkedCase.Numbers)];

        var study = EventStudy.Compute(rings, worked.Numbers("control"), worked.Input.GetProperty("reference").GetInt32());

        for (var ring = 0; ring < rings.Length; ring++)
        {
            worked.Near(worked.Expected.GetProperty("estimates")[ring], [.. study.Rings[ring].Periods.Select(period => period.Estimate.Value!.Value)]);
            for (var period = 0; period < 5; period++)
            {
                var expected = worked.Expected.GetProperty("standardErrors")[ring][period];
                if (period == 2)
                    Assert.Equal("reference-period", study.Rings[ring].Periods[period].StandardError.Reason?.Code);
                else
                    worked.Near(expected, study.Rings[ring].Periods[period].StandardError);
            }

            Same(worked.Expected.GetProperty("perRing")[ring], study.TrendPerRing[ring]);
        }

        Same(worked.Expected.GetProperty("preTrend"), study.Trend);
        Assert.Empty(study.Warnings);

        void Same(System.Text.Json.JsonElement expected, PreTrend? trend) =>
            worked.Near(expected, [trend!.ChiSquare, trend.DegreesOfFreedom, trend.P]);
    }

    [Fact]
    public void Rings_that_ran_away_before_are_a_warning()
    {
        var study = EventStudy.Compute([[20, 60, 200, 150]], [200, 200, 200, 200], 2);

        Assert.True(study.Trend!.Unreliable);
        Assert.Equal("not-parallel", Assert.Single(study.Warnings).Code);
    }

    [Fact]
    public void A_zero_count_leaves_out_that_figure_and_the_check_only_when_it_stood_before()
    {
        var after = EventStudy.Compute([[60, 62, 0]], [200, 210, 205], 1);
        var before = EventStudy.Compute([[0, 62, 60]], [200, 210, 205], 1);

        Assert.Equal("zero-count", after.Rings[0].Periods[2].Estimate.Reason?.Code);
        Assert.NotNull(after.Trend);
        Assert.Null(before.Trend);
        Assert.Equal("zero-count", before.TrendReason?.Code);
    }

    [Fact]
    public void Without_a_time_before_nothing_says_whether_the_control_ran_parallel()
    {
        var study = EventStudy.Compute([[60, 40]], [200, 210], 0);

        Assert.Null(study.Trend);
        Assert.Equal("no-pre-periods", study.TrendReason?.Code);
        Assert.Null(Assert.Single(study.TrendPerRing));
    }
}
