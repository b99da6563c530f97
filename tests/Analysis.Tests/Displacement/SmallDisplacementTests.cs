// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Adjacency;
using Schakel.Analysis.Displacement;
using static Schakel.Analysis.Tests.Answers;

namespace Schakel.Analysis.Tests.Displacement;

/// <summary>The smaller statistics around the waterbed: quotient, ratio, exposure, placebo, dispersion, forecast.</summary>
public sealed class SmallDisplacementTests
{
    [Theory]
    [InlineData("F-5")]
    [InlineData("F-5-published-counts")]
    public void The_quotient_comes_out(string name)
    {
        var worked = WorkedCase.Read("displacement", name);

        var quotient = DisplacementQuotient.Compute(Answer(DisplacementCounts.FromPairs(worked.Numbers("counts"))));

        worked.Near(worked.Expected.GetProperty("value"), quotient.Value);
        worked.Near(worked.Expected.GetProperty("success"), quotient.Success);
        worked.Near(worked.Expected.GetProperty("buffer"), quotient.Buffer);
        worked.Near(worked.Expected.GetProperty("gross"), quotient.Gross);
        worked.Near(worked.Expected.GetProperty("totalNet"), quotient.TotalNet);
    }

    [Fact]
    public void Without_success_or_without_a_ring_there_is_no_quotient_but_there_are_parts()
    {
        var worse = DisplacementQuotient.Compute(Answer(DisplacementCounts.FromPairs([100, 120, 400, 400, 80, 80, 10, 10])));
        var same = DisplacementQuotient.Compute(Answer(DisplacementCounts.FromPairs([30, 30, 10, 10, 80, 80, 10, 10])));
        var bare = DisplacementQuotient.Compute(Answer(DisplacementCounts.FromPairs([100, 60, 400, 380])));

        Assert.Equal("no-success", worse.Value.Reason?.Code);
        Assert.Equal(0.05, worse.Success.Value!.Value, tolerance: 1e-12);
        Assert.Equal("no-success", same.Value.Reason?.Code);
        Assert.Equal("no-ring", bare.Value.Reason?.Code);
        Assert.NotNull(bare.Success.Value);
    }

    [Fact]
    public void The_ratio_effects_come_out()
    {
        var worked = WorkedCase.Read("displacement", "F-6");
        var cases = worked.Input.GetProperty("pairs").EnumerateArray().Zip(worked.Expected.GetProperty("ratios").EnumerateArray());

        foreach (var (pair, expected) in cases)
        {
            var c = WorkedCase.Numbers(pair.GetProperty("counts"));
            var ratio = RatioEffect.Compute(new(c[0], c[1]), new(c[2], c[3]), pair.GetProperty("phi").GetDouble());

            worked.Near(expected, [ratio.Estimate.Value!.Value, ratio.Low.Value!.Value, ratio.High.Value!.Value]);
        }
    }

    [Fact]
    public void A_zero_gets_a_half_on_all_four_counts()
    {
        var ratio = RatioEffect.Compute(new(10, 0), new(20, 20));

        Assert.Equal(0.5 / 10.5, ratio.Estimate.Value!.Value, tolerance: 1e-12);
    }

    [Fact]
    public void The_allocation_comes_out_and_adds_up()
    {
        var worked = WorkedCase.Read("displacement", "F-8");

        var expected = Answer(ExposureAllocation.Compute(
            worked.Input.GetProperty("volume").GetDouble(), worked.Numbers("opportunities"), worked.Numbers("distances"), worked.Input.GetProperty("lambda").GetDouble()));

        worked.Near(worked.Expected.GetProperty("expected"), expected);
        Assert.Equal(12, expected.Sum(), tolerance: 1e-12);
    }

    [Fact]
    public void Far_places_still_share_the_volume()
    {
        var expected = Answer(ExposureAllocation.Compute(10, [1, 1, 0], [1e7, 1e7, 0], 500));

        Assert.Equal([5, 5, 0], expected);
        Assert.Equal("no-opportunities", Refusal(ExposureAllocation.Compute(10, [0, 0], [100, 200], 500)));
    }

    [Fact]
    public void The_counter_level_is_the_smallest_that_holds_four_fifths()
    {
        int[] wijken = [0, 0, 1, 2], gemeenten = [0, 0, 0, 0];

        Assert.Equal((0, 0), ExposureAllocation.CounterLevel([50, 30, 10, 10], [wijken, gemeenten]));
        Assert.Equal((1, 0), ExposureAllocation.CounterLevel([40, 30, 20, 10], [wijken, gemeenten]));
        Assert.Null(ExposureAllocation.CounterLevel([40, 30, 20, 10], [wijken]));
        Assert.Null(ExposureAllocation.CounterLevel([0, 0, 0, 0], [wijken]));
    }

    [Fact]
    public void The_placebo_test_comes_out()
    {
        var worked = WorkedCase.Read("displacement", "F-9");

        var result = Answer(PlaceboTest.Compute(worked.Input.GetProperty("measured").GetDouble(), worked.Numbers("placebos")));

        worked.Near(worked.Expected.GetProperty("p"), result.P);
        Assert.Equal("too-few-placebos", Refusal(PlaceboTest.Compute(-118, worked.Numbers("placebos").AsSpan(1))));
    }

    [Fact]
    public void Placebo_areas_are_contiguous_outside_what_was_measured_comparable_and_the_same_for_the_same_seed()
    {
        const int side = 12;
        var grid = Grid(side);
        var before = Enumerable.Range(0, side * side).Select(unit => 10.0 + (unit % 7)).ToArray();
        var after = Enumerable.Range(0, side * side).Select(unit => 10.0 + (unit % 5)).ToArray();
        var measured = new MeasuredUnits([0, 1, 12], [2, 13, 24], [143, 142, 131], [130, 141, 119]);
        var taken = new HashSet<int>(measured.Treated.Concat(measured.Ring).Concat(measured.Control).Concat(measured.RingControl));

        var found = PlaceboAreas.Find(grid, before, after, measured);
        var again = PlaceboAreas.Find(grid, before, after, measured);

        Assert.True(found.Count >= PlaceboTest.FewestPlacebos);
        Assert.Equal(found.Select(area => area.Measurement), again.Select(area => area.Measurement));
        foreach (var area in found)
        {
            Assert.Equal((3, 3), (area.Units.Count, area.Ring.Count));
            Assert.DoesNotContain(area.Units.Concat(area.Ring), taken.Contains);
            Assert.Empty(area.Units.Intersect(area.Ring));
            Assert.All(area.Units, unit => Assert.Contains(area.Units, other => grid.Of(unit).Contains(other)));
            Assert.InRange(area.Units.Sum(unit => before[unit]), 0.5 * (10 + 11 + 15), 2 * (10 + 11 + 15));
        }
    }

    [Fact]
    public void Dispersion_is_that_of_a_quasi_Poisson_fit_and_never_below_1()
    {
        var worked = WorkedCase.Read("displacement", "dispersion");
        double[][] counts = [.. worked.Input.GetProperty("counts").EnumerateArray().Select(WorkedCase.Numbers)];

        worked.Near(worked.Expected.GetProperty("phi"), Answer(CountDispersion.Estimate(counts)));
        Assert.Equal(1, Answer(CountDispersion.Estimate([[5, 5, 5, 5, 5, 5]])));
        Assert.Equal("too-few-periods", Refusal(CountDispersion.Estimate([[5, 5, 5, 5, 5]])));
        Assert.Equal("no-events", Refusal(CountDispersion.Estimate([[0, 0, 0, 0, 0, 0]])));
    }

    [Fact]
    public void The_forecast_counts_unknown_as_1_and_two_unknowns_as_unknown()
    {
        int?[] answers = [null, 0, 1, 2];
        var all = (from a in answers from b in answers from c in answers from d in answers select DisplacementForecast.Compute(new(a, b, c, d))).ToArray();

        Assert.Equal(256, all.Length);
        // Of 81 full answers 15 sum to at most 2, 51 to 3–5 and 15 to at least 6; with one unknown (4 × 27) 4 × 4, 4 × 19 and 4 × 4.
        Assert.Equal((31, 127, 31, 67), (Count(DisplacementRisk.Low), Count(DisplacementRisk.Medium), Count(DisplacementRisk.High), Count(DisplacementRisk.Unknown)));
        Assert.Throws<ArgumentOutOfRangeException>(() => DisplacementForecast.Compute(new(3, 0, 0, 0)));

        int Count(DisplacementRisk risk) => all.Count(result => result.Risk == risk);
    }

    private static Neighbours Grid(int side)
    {
        var offsets = new List<int> { 0 };
        var targets = new List<int>();
        for (var unit = 0; unit < side * side; unit++)
        {
            var (row, column) = (unit / side, unit % side);
            if (row > 0) targets.Add(unit - side);
            if (column > 0) targets.Add(unit - 1);
            if (column < side - 1) targets.Add(unit + 1);
            if (row < side - 1) targets.Add(unit + side);
            offsets.Add(targets.Count);
        }

        return new Neighbours([.. offsets], [.. targets]);
    }
}
