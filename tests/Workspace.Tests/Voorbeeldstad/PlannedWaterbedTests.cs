// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;
using Schakel.Voorbeeldstad.Stories;
using Schakel.Workspace.Measuring;

namespace Schakel.Workspace.Tests.Voorbeeldstad;

/// <summary>The two plans of the demo, counted in the catalogue: what was planted comes out, and what could not have been seen is said.</summary>
public sealed class PlannedWaterbedTests(ImportedTown town) : IClassFixture<ImportedTown>
{
    private static readonly PlanPeriod before = new(new(2023, 1, 1), new(2023, 12, 31)), after = new(new(2024, 1, 1), new(2024, 12, 31));

    private ZoneCounting Counting => new(new CountedCatalogue(town.Catalogue));

    [Fact]
    public void At_the_containers_four_fifths_of_the_gain_moved_one_street_on()
    {
        var measured = Measured("zwerfafval", "containers");

        Assert.Equal((-200.0, 160.0, -40.0), (measured.Local.Estimate, measured.Ring!.Estimate, measured.Total.Estimate));
        Assert.Equal(("reduction", "displacement", "not-shown"), (measured.Verdict.Local, measured.Verdict.Ring, measured.Verdict.Total));
        Assert.Equal(0.8, measured.Ratios.Displacement.Estimate.Value!.Value, 9);
    }

    [Fact]
    public void At_the_square_a_shift_of_27_could_not_have_been_seen()
    {
        var measured = Measured("plein", "overlast");

        Assert.Equal((-129.0, 27.0), (measured.Local.Estimate, measured.Ring!.Estimate));
        Assert.Equal(("reduction", "not-shown"), (measured.Verdict.Local, measured.Verdict.Ring));
        Assert.Equal(73, measured.Mde.Ring.Value!.Value, 0);
    }

    [Fact]
    public void What_was_not_counted_is_said_and_is_no_zero()
    {
        var areas = AreasOf("zwerfafval");

        Assert.Equal("place-not-known", Refused(areas with { Ring = ["E9999N9999"] }));
        Assert.Equal("zone-not-counted", Refused(areas, before: new(new(2019, 1, 1), new(2019, 12, 31))));
        Assert.Equal("plan-period-not-years", Refused(areas, before: new(new(2023, 2, 1), new(2023, 12, 31))));
        Assert.Equal("plan-figure-not-counted", Refused(areas, "eenzaamheid"));
        Assert.Equal("no-such-indicator", Refused(areas, "regen"));
    }

    private string Refused(PlanAreas areas, string indicator = "containers", PlanPeriod? before = null)
    {
        Assert.False(Counting.In(indicator, areas, before ?? PlannedWaterbedTests.before).TryGet(out _, out var reason));
        return reason!.Code;
    }

    private Analysis.Displacement.DisplacementMeasurement Measured(string story, string indicator)
    {
        Assert.True(Counting.In(indicator, AreasOf(story), before).TryGet(out var first, out var reason), reason?.Detail);
        Assert.True(Counting.In(indicator, AreasOf(story), after).TryGet(out var then, out reason), reason?.Detail);
        return new MeasuredCounts(first, then, 1, null, []).Compute();
    }

    private static PlanAreas AreasOf(string story)
    {
        using var file = StoryFiles.OpenOpgave(story);
        using var document = JsonDocument.Parse(file);
        return document.RootElement.GetProperty("measuringPlan").GetProperty("areas").Deserialize<PlanAreas>(JsonSerializerOptions.Web)!;
    }
}
