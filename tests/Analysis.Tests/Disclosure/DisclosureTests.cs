// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Disclosure;
using static Schakel.Analysis.Tests.Answers;

namespace Schakel.Analysis.Tests.Disclosure;

public sealed class DisclosureTests
{
    [Fact]
    public void Counts_are_rounded_to_five_half_up()
    {
        var worked = WorkedCase.Read("disclosure", "J-1");

        worked.Near(worked.Expected.GetProperty("rounded"), [.. worked.Numbers("counts").Select(CountRounding.ToFive)]);
    }

    [Fact]
    public void A_rate_of_rounded_figures_is_an_interval()
    {
        var worked = WorkedCase.Read("disclosure", "J-4");
        foreach (var (pair, expected) in worked.Input.GetProperty("pairs").EnumerateArray().Zip(worked.Expected.GetProperty("intervals").EnumerateArray()))
        {
            var (low, high) = CountRounding.RateInterval(pair[0].GetDouble(), pair[1].GetDouble());

            worked.Near(expected, [low, high]);
        }

        Assert.Equal(0, CountRounding.RateInterval(0, 100).Low);
    }

    [Fact]
    public void One_large_contributor_is_given_away()
    {
        var worked = WorkedCase.Read("disclosure", "J-2");
        for (var i = 0; i < 2; i++)
        {
            var figures = DominanceRule.Compute(WorkedCase.Numbers(worked.Input.GetProperty("contributions")[i]));

            worked.Near(worked.Expected.GetProperty("share")[i], figures.Share);
            worked.Near(worked.Expected.GetProperty("rest")[i], figures.Rest);
            Assert.Equal(worked.Expected.GetProperty("withhold")[i].GetString(), figures.Withhold);
        }

        Assert.Equal("p-rule", DominanceRule.Compute([52, 45, 3]).Withhold);
        Assert.Equal("no-contributions", DominanceRule.Compute([0, 0]).Share.Reason?.Code);
        Assert.Equal("dominance", DominanceRule.Compute([7]).Withhold);
    }

    [Fact]
    public void The_smallest_sister_of_a_small_buurt_is_withheld_too()
    {
        var worked = WorkedCase.Read("disclosure", "J-3");
        var buurten = worked.Numbers("buurten");

        var result = Check([new("wijk", worked.Input.GetProperty("wijk").GetDouble()), .. buurten.Select((cases, i) => new PublicationCell($"buurt-{i}", cases, Parent: "wijk"))]);

        Assert.Equal(worked.Expected.GetProperty("suppressed").EnumerateArray().Select(id => id.GetString()), result.Suppressed.Select(cell => cell.Id));
        Assert.Equal(worked.Expected.GetProperty("secondary").EnumerateArray().Select(id => id.GetString()), result.Secondary.Select(cell => cell.Id));
        Assert.Equal("minimum", result.Suppressed[0].Reason);
        Assert.Equal(["buurt-0"], result.Secondary[0].Protects);
        Assert.Equal(25, result.Cells.Single(cell => cell.Id == "buurt-2").Published);
        Assert.Equal(40, result.Cells.Single(cell => cell.Id == "wijk").Published);
        Assert.Null(result.Cells.Single(cell => cell.Id == "buurt-1").Published);
        Assert.False(result.IsSafe);
    }

    [Fact]
    public void Two_proposals_that_differ_by_three_events_do_not_appear_together()
    {
        var worked = WorkedCase.Read("disclosure", "J-5");
        var cells = worked.Input.GetProperty("events").EnumerateObject().Select(unit => new PublicationCell(unit.Name, unit.Value.GetDouble())).ToArray();

        var result = Check(cells, [Zoning("1", "first"), Zoning("2", "second")]);

        Assert.Contains(result.Suppressed, cell => cell is { Id: "1:x" or "2:x", Reason: "differencing" });

        PublishedZoning Zoning(string name, string member) =>
            new(name, worked.Input.GetProperty(member).EnumerateArray().ToDictionary(id => id.GetString()!, _ => "x"));
    }

    [Fact]
    public void A_withheld_wijk_does_not_follow_from_city_minus_the_others_through_two_levels()
    {
        // Wijk x holds a withheld buurt and one other; withholding wijk x alone is no help while city, wijk y and buurt x2 are there.
        var result = Check([
            new("city", 100), new("x", 23, Parent: "city"), new("y", 77, Parent: "city"),
            new("x1", 3, Parent: "x"), new("x2", 20, Parent: "x"), new("y1", 40, Parent: "y"), new("y2", 37, Parent: "y")]);

        Assert.Equal(["x1"], result.Suppressed.Select(cell => cell.Id));
        Assert.Equal(["x2"], result.Secondary.Select(cell => cell.Id));
    }

    [Fact]
    public void Two_small_sisters_of_four_together_need_a_third()
    {
        var result = Check([new("w", 30), new("a", 3, Parent: "w"), new("b", 1, Parent: "w"), new("c", 26, Parent: "w")]);

        Assert.Equal(["a", "b"], result.Suppressed.Select(cell => cell.Id));
        Assert.Equal(["c"], result.Secondary.Select(cell => cell.Id));
    }

    [Fact]
    public void A_withheld_magnitude_does_not_follow_from_its_parts()
    {
        var result = Check([new("w", 100, Contributions: [95, 5]), new("a", 60, Parent: "w"), new("b", 40, Parent: "w")]);

        Assert.Equal(("w", "dominance"), (result.Suppressed[0].Id, result.Suppressed[0].Reason));
        Assert.Equal(["b"], result.Secondary.Select(cell => cell.Id));
        Assert.Equal(["w"], result.Secondary[0].Protects);
    }

    [Theory]
    [InlineData(0, 49, null, "group")]
    [InlineData(0, 50, null, null)]
    [InlineData(49, 49, null, "group")]
    [InlineData(50, 50, null, null)]
    [InlineData(4, 500, null, "minimum")]
    [InlineData(5, 500, null, null)]
    [InlineData(6, 19, null, "minimum")]
    [InlineData(6, 20, null, null)]
    [InlineData(30, 500, 9, "minimum")]
    [InlineData(30, 500, 10, null)]
    public void A_figure_has_rules_of_its_own(int cases, int people, int? respondents, string? reason)
    {
        var result = Check([new("a", cases, people, respondents)]);

        Assert.Equal(reason, result.Suppressed.SingleOrDefault()?.Reason);
        Assert.Equal(reason is null, result.IsSafe);
    }

    [Fact]
    public void Rates_leave_in_whole_percents_and_rounded_input_as_an_interval()
    {
        var own = Check([new("a", 17, 120)]).Cells[0];
        var rounded = Answer(PublicationCheck.Compute([new("a", 15, 120)], rules: new PublicationRules { IsRounded = true })).Cells[0];

        Assert.Equal((15, 0.14), (own.Published, own.Rate));
        Assert.Equal((15, 0.125), (rounded.Published, rounded.Rate));
        Assert.Equal(0.102041, rounded.RateLow!.Value, tolerance: 1e-6);
    }

    [Fact]
    public void A_table_that_cannot_be_read_says_why()
    {
        Assert.Equal("cell-twice", Refusal(PublicationCheck.Compute([new("a", 9), new("a", 9)])));
        Assert.Equal("parent-unknown", Refusal(PublicationCheck.Compute([new("a", 9, Parent: "b")])));
        Assert.Equal("parent-cycle", Refusal(PublicationCheck.Compute([new("a", 9, Parent: "b"), new("b", 9, Parent: "a")])));
        Assert.Equal("zoning-of-unknown-cell", Refusal(PublicationCheck.Compute([new("a", 9)], [new("z", new Dictionary<string, string> { ["b"] = "1" })])));
        Assert.Throws<ArgumentException>(() => PublicationCheck.Compute([new("a", -1)]));
    }

    private static PublicationResult Check(PublicationCell[] cells, PublishedZoning[]? zonings = null) => Answer(PublicationCheck.Compute(cells, zonings));
}
