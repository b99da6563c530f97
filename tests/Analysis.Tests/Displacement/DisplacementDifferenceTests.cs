// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text.Json;
using Schakel.Analysis.Displacement;
using static Schakel.Analysis.Tests.Answers;

namespace Schakel.Analysis.Tests.Displacement;

public sealed class DisplacementDifferenceTests
{
    [Theory]
    [InlineData("F-1")]
    [InlineData("F-1-phi-2")]
    [InlineData("F-2")]
    [InlineData("F-3")]
    [InlineData("F-4")]
    public void The_worked_case_comes_out(string name)
    {
        var worked = WorkedCase.Read("displacement", name);
        var expected = worked.Expected;

        var measured = Measure(worked);

        Compare(worked, "local", measured.Local);
        Compare(worked, "ring", measured.Ring);
        Compare(worked, "total", measured.Total);
        if (expected.TryGetProperty("mde", out var mde))
        {
            worked.Near(mde.GetProperty("local"), measured.Mde.Local);
            worked.Near(mde.GetProperty("ring"), measured.Mde.Ring);
            worked.Near(mde.GetProperty("total"), measured.Mde.Total);
        }

        if (expected.TryGetProperty("displacement", out var ratio))
        {
            worked.Near(ratio.GetProperty("estimate"), measured.Ratios.Displacement.Estimate);
            worked.Near(ratio.GetProperty("low"), measured.Ratios.Displacement.Low);
            worked.Near(ratio.GetProperty("high"), measured.Ratios.Displacement.High);
        }

        if (expected.TryGetProperty("displacementReason", out var why))
            Assert.Equal(why.GetString(), measured.Ratios.Displacement.Estimate.Reason?.Code);
        if (expected.TryGetProperty("ringReason", out var noRing))
            Assert.Equal(noRing.GetString(), measured.RingReason?.Code);
        if (expected.TryGetProperty("verdict", out var verdict))
        {
            Assert.Equal(verdict.GetProperty("local").GetString(), measured.Verdict.Local);
            Assert.Equal(verdict.GetProperty("total").GetString(), measured.Verdict.Total);
            Assert.Equal(verdict.GetProperty("ring").GetString(), measured.Verdict.Ring);
            Assert.Equal(verdict.GetProperty("power").GetString(), measured.Verdict.Power);
        }
    }

    [Fact]
    public void Unknown_overdispersion_is_a_warning_with_a_second_total()
    {
        var counts = Answer(DisplacementCounts.FromPairs([207, 110, 308, 318, 178, 157, 150, 140]));

        var unknown = DisplacementDifference.Compute(counts);
        var known = DisplacementDifference.Compute(counts, new DisplacementOptions { Overdispersion = 1 });

        Assert.Equal(56, unknown.Sensitivity!.Total.StandardError, tolerance: 1e-12);
        Assert.Contains(unknown.Warnings, warning => warning.Code == "phi-unknown");
        Assert.Null(known.Sensitivity);
        Assert.Empty(known.Warnings);
    }

    [Fact]
    public void The_text_says_what_could_not_be_seen_and_never_that_there_is_no_waterbed()
    {
        CultureInfo.CurrentCulture = new CultureInfo("nl-NL");
        var measured = Measure(WorkedCase.Read("displacement", "F-1"));

        Assert.Equal(["waterbed-local-reduction", "waterbed-total-reduction", "waterbed-ring-not-shown"], measured.Verdict.Sentences.Select(sentence => sentence.Code));
        Assert.Equal("No waterbed is shown; shifts smaller than 70 cannot be excluded.", measured.Verdict.Sentences[^1].Text);
    }

    [Fact]
    public void Too_few_cases_is_then_all_that_is_said_about_the_place_itself()
    {
        var measured = Measure(WorkedCase.Read("displacement", "F-4"));

        Assert.Equal(["waterbed-too-few-cases", "waterbed-ring-not-shown"], measured.Verdict.Sentences.Select(sentence => sentence.Code));
        Assert.Contains(measured.Warnings, warning => warning.Code == "low-power");
    }

    [Fact]
    public void A_shift_and_a_benefit_around_get_their_own_words()
    {
        var shift = DisplacementDifference.Compute(Answer(DisplacementCounts.FromPairs([500, 300, 300, 300, 300, 460, 300, 300])));
        var benefit = DisplacementDifference.Compute(Answer(DisplacementCounts.FromPairs([500, 300, 300, 300, 460, 300, 300, 300])));

        Assert.Equal(("reduction", "displacement"), (shift.Verdict.Local, shift.Verdict.Ring));
        Assert.Equal(0.8, shift.Ratios.Displacement.Estimate.Value!.Value, tolerance: 1e-12);
        Assert.Equal("diffusion", benefit.Verdict.Ring);
    }

    [Fact]
    public void Without_any_event_there_is_no_z_but_an_answer()
    {
        var measured = DisplacementDifference.Compute(Answer(DisplacementCounts.FromPairs([0, 0, 0, 0, 0, 0, 0, 0])));

        Assert.Equal("no-events", measured.Total.Z.Reason?.Code);
        Assert.Equal("no-events", measured.Total.P.Reason?.Code);
        Assert.Equal("no-events", measured.Ratios.Treated.Estimate.Reason?.Code);
        Assert.Equal("control-count-zero", measured.Quotient.Value.Reason?.Code);
        Assert.Equal("too-few-cases", measured.Verdict.Power);
    }

    [Fact]
    public void A_peak_just_before_is_a_warning()
    {
        var counts = Answer(DisplacementCounts.FromPairs([207, 110, 308, 318]));

        var peaked = DisplacementDifference.Compute(counts, new DisplacementOptions { EarlierTreated = [150, 160, 170, 155] });
        var level = DisplacementDifference.Compute(counts, new DisplacementOptions { EarlierTreated = [150, 260, 200, 155] });

        Assert.Contains(peaked.Warnings, warning => warning.Code == "regression-to-mean");
        Assert.DoesNotContain(level.Warnings, warning => warning.Code == "regression-to-mean");
    }

    [Fact]
    public void Counts_come_in_four_or_eight_and_are_never_negative()
    {
        Assert.Equal("counts-not-usable", Refusal(DisplacementCounts.FromPairs([1, 2, 3])));
        Assert.Equal("counts-not-usable", Refusal(DisplacementCounts.FromPairs([1, 2, 3, -1])));
        Assert.Equal("counts-not-usable", Refusal(DisplacementCounts.FromPairs([1, 2, double.NaN, 1])));
    }

    [Fact]
    public void A_caller_who_breaks_the_contract_hears_it_at_once()
    {
        var counts = new DisplacementCounts(new(1, 2), new(3, 4), null, null);

        Assert.Throws<ArgumentException>(() => DisplacementDifference.Compute(counts with { Ring = new(1, 1) }));
        Assert.Throws<ArgumentException>(() => DisplacementDifference.Compute(counts with { Treated = new(-1, 1) }));
        Assert.Throws<ArgumentException>(() => DisplacementDifference.Compute(counts, new DisplacementOptions { Overdispersion = 0.5 }));
        Assert.Throws<ArgumentException>(() => DisplacementDifference.Compute(counts, new DisplacementOptions { TimeWeights = new(0, 1) }));
        Assert.Throws<ArgumentException>(() => DisplacementDifference.Compute(counts, new DisplacementOptions { AreaWeights = new(1, double.PositiveInfinity) }));
    }

    private static DisplacementMeasurement Measure(WorkedCase worked)
    {
        var input = worked.Input;
        var options = new DisplacementOptions { Overdispersion = input.GetProperty("phi").GetDouble() };
        if (input.TryGetProperty("areaWeights", out var sizes) && WorkedCase.Numbers(sizes) is { } size)
            options = options with { AreaWeights = new(size[0], size[1], size[2], size[3]) };
        if (input.TryGetProperty("timeWeights", out var lengths) && WorkedCase.Numbers(lengths) is { } length)
            options = options with { TimeWeights = new(length[0], length[1]) };
        return DisplacementDifference.Compute(Answer(DisplacementCounts.FromPairs(worked.Numbers("counts"))), options);
    }

    private static void Compare(WorkedCase worked, string part, DisplacementEffect? effect)
    {
        if (!worked.Expected.TryGetProperty(part, out var expected))
            return;

        Assert.NotNull(effect);
        foreach (JsonProperty member in expected.EnumerateObject())
            worked.Near(member.Value, member.Name switch
            {
                "estimate" => effect.Estimate,
                "se" => effect.StandardError,
                "low" => effect.Low,
                "high" => effect.High,
                "z" => effect.Z.Value!.Value,
                "p" => effect.P.Value!.Value,
                _ => throw new InvalidDataException(member.Name),
            });
    }
}
