// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using CsCheck;
using Schakel.Analysis.Displacement;
using static Schakel.Analysis.Tests.Answers;

namespace Schakel.Analysis.Tests.Displacement;

public sealed class DisplacementProperties
{
    private static readonly Gen<double[]> eightCounts = Gen.Int[0, 500].Select(count => (double)count).Array[8];

    [Fact]
    public void Swapping_treated_and_control_changes_the_sign_of_local_and_nothing_else() =>
        eightCounts.Sample(counts =>
        {
            double[] swapped = [counts[2], counts[3], counts[0], counts[1], .. counts[4..]];
            var (one, other) = (Measure(counts), Measure(swapped));

            Assert.Equal(one.Local.Estimate, -other.Local.Estimate, tolerance: 1e-9);
            Assert.Equal(one.Local.StandardError, other.Local.StandardError, tolerance: 1e-9);
            Assert.Equal(one.Ring, other.Ring);
            Assert.Equal(one.Mde.Local, other.Mde.Local, tolerance: 1e-9);
            Assert.Equal(one.Mde.Ring, other.Mde.Ring);
            Assert.Equal(one.Ratios.Ring, other.Ratios.Ring);
        });

    [Fact]
    public void A_trend_that_all_areas_share_leaves_the_ratio_at_1() =>
        Gen.Select(Gen.Int[1, 400], Gen.Int[1, 400], Gen.Int[1, 9], Gen.Int[1, 9]).Sample((treated, control, times, parts) =>
        {
            var ratio = RatioEffect.Compute(new(treated * parts, treated * times), new(control * parts, control * times));

            Assert.Equal(1, ratio.Estimate.Value!.Value, tolerance: 1e-12);
        });

    [Fact]
    public void The_total_is_local_and_ring_together() =>
        eightCounts.Sample(counts =>
        {
            var measured = Measure(counts);

            Assert.Equal(measured.Local.Estimate + measured.Ring!.Estimate, measured.Total.Estimate, tolerance: 1e-9);
            Assert.Equal(
                Math.Pow(measured.Local.StandardError, 2) + Math.Pow(measured.Ring.StandardError, 2), Math.Pow(measured.Total.StandardError, 2), tolerance: 1e-6);
        });

    [Fact]
    public void A_ratio_is_shown_exactly_when_the_local_interval_leaves_out_0_and_then_lies_between_its_limits() =>
        eightCounts.Sample(counts =>
        {
            var measured = Measure(counts);
            var ratio = measured.Ratios.Displacement;

            Assert.Equal(measured.Local.Low > 0 || measured.Local.High < 0, ratio.Estimate.Value is not null);
            if (ratio.Estimate.Value is { } value)
                Assert.InRange(value, ratio.Low.Value!.Value, ratio.High.Value!.Value);
        });

    [Fact]
    public void Every_text_with_a_ring_holds_the_smallest_shift_that_could_have_been_seen() =>
        eightCounts.Sample(counts =>
        {
            var measured = Measure(counts);
            var shown = Math.Round(measured.Mde.Ring.Value!.Value, MidpointRounding.AwayFromZero);

            Assert.StartsWith("waterbed-ring-", measured.Verdict.Sentences[^1].Code, StringComparison.Ordinal);
            Assert.Contains(shown, measured.Verdict.Sentences[^1].Arguments.Cast<double>());
        });

    [Fact]
    public void Doubling_all_weights_halves_all_figures_and_keeps_z() =>
        eightCounts.Where(counts => counts.Sum() > 0).Sample(counts =>
        {
            var one = Measure(counts);
            var halved = DisplacementDifference.Compute(
                Answer(DisplacementCounts.FromPairs(counts)), new DisplacementOptions { AreaWeights = new(2, 2, 2, 2) });

            Assert.Equal(one.Total.Estimate / 2, halved.Total.Estimate, tolerance: 1e-9);
            Assert.Equal(one.Total.Z.Value!.Value, halved.Total.Z.Value!.Value, tolerance: 1e-9);
        });

    private static DisplacementMeasurement Measure(double[] counts) => DisplacementDifference.Compute(Answer(DisplacementCounts.FromPairs(counts)));
}
