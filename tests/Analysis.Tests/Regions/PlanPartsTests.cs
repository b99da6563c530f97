// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Regions;
using static Schakel.Analysis.Tests.Answers;

namespace Schakel.Analysis.Tests.Regions;

/// <summary>The single steps: cutting a tree, the packing bound, comparing and checking plans.</summary>
public sealed class PlanPartsTests
{
    private static readonly string[] ids = ["a", "b", "c", "d"];

    private static readonly UnitGraph path = new(4, [(0, 1), (1, 2), (2, 3)]);

    [Fact]
    public void A_tree_is_cut_in_as_few_parts_as_it_can_be()
    {
        var worked = WorkedCase.Read("regions", "G-3");
        var parents = worked.Integers("parents");
        var weights = worked.Numbers("weights");
        var cut = new TreeCut();

        var parts = cut.Cut(Enumerable.Range(0, 8).ToArray(), parents, weights, new double[8], worked.Input.GetProperty("capacity").GetDouble(), 1, int.MaxValue);

        int[] cuts = [.. Enumerable.Range(1, 7).Where(node => cut.Part[node] != cut.Part[parents[node]])];
        Assert.Equal(worked.Expected.GetProperty("parts").GetInt32(), parts);
        Assert.Equal(worked.Expected.GetProperty("cutsAbove").EnumerateArray().Select(node => node.GetInt32()), cuts);
        Assert.Equal(weights.Sum(), Enumerable.Range(0, parts).Sum(part => Weight(part)));
        Assert.All(Enumerable.Range(0, parts), part => Assert.True(Weight(part) <= 10));

        double Weight(int part) => Enumerable.Range(0, 8).Where(node => cut.Part[node] == part).Sum(node => weights[node]);
    }

    [Fact]
    public void Items_above_half_a_box_need_a_box_each()
    {
        var worked = WorkedCase.Read("regions", "G-4");
        var sizes = worked.Numbers("sizes");
        var box = worked.Input.GetProperty("box").GetDouble();

        Assert.Equal(worked.Expected.GetProperty("sum").GetInt32(), PackingBound.Boxes(sizes.Sum(), box));
        Assert.Equal(worked.Expected.GetProperty("bound").GetInt32(), PackingBound.MartelloToth(sizes, box));
    }

    [Theory]
    [InlineData(new double[] { 6, 6, 6, 6 }, 4)]
    [InlineData(new double[] { 8, 8, 3, 3 }, 3)]
    [InlineData(new double[] { 10, 10, 1 }, 3)]
    [InlineData(new double[] { 6, 6, 4, 4 }, 2)]
    [InlineData(new double[] { 0, 0 }, 0)]
    [InlineData(new double[] { }, 0)]
    public void The_packing_bound_sees_what_does_not_fit_together(double[] sizes, int boxes) => Assert.Equal(boxes, PackingBound.MartelloToth(sizes, 10));

    [Fact]
    public void A_box_without_limit_bounds_nothing_and_a_larger_item_is_refused()
    {
        Assert.Equal(0, PackingBound.MartelloToth([5, 6], double.PositiveInfinity));
        Assert.Throws<ArgumentException>(() => PackingBound.MartelloToth([11], 10));
    }

    [Fact]
    public void Two_plans_differ_by_information_and_by_pairs()
    {
        var worked = WorkedCase.Read("regions", "G-5");
        var (first, second) = (worked.Integers("first"), worked.Integers("second"));

        var byResidents = Answer(PlanComparison.Compute(first, second, worked.Numbers("weights")));
        var byUnits = Answer(PlanComparison.Compute(first, second, [1, 1, 1, 1, 1, 1]));

        worked.Near(worked.Expected.GetProperty("variationOfInformation"), byResidents.VariationOfInformation);
        worked.Near(worked.Expected.GetProperty("byUnits"), byUnits.VariationOfInformation);
        worked.Near(worked.Expected.GetProperty("rand"), byResidents.Rand);
    }

    [Fact]
    public void A_plan_does_not_differ_from_itself_under_other_numbers()
    {
        var likeness = Answer(PlanComparison.Compute([7, 7, 2, 3, 3], [0, 0, 1, 2, 2], [0.1, 0.2, 0.3, 0.7, 0.1]));

        Assert.Equal((0, 1), (likeness.VariationOfInformation, likeness.Rand.Value));
        Assert.Equal("no-residents", Refusal(PlanComparison.Compute([1, 2], [1, 2], [0, 0])));
        Assert.Equal("too-few-units", Answer(PlanComparison.Compute([1], [1], [1])).Rand.Reason?.Code);
    }

    [Fact]
    public void A_good_plan_has_no_violations() => Assert.Empty(Check(("a", "1"), ("b", "1"), ("c", "2"), ("d", "2")).Violations);

    [Fact]
    public void Every_mistake_has_its_code()
    {
        Assert.Equal(["not-contiguous"], Codes(("a", "1"), ("b", "2"), ("c", "1"), ("d", "3")));
        Assert.Equal(["dwellings-above-ceiling", "population-above-ceiling"], Codes(("a", "1"), ("b", "1"), ("c", "1"), ("d", "1")));
        Assert.Equal(["unit-missing"], Codes(("a", "1"), ("b", "1"), ("c", "2")));
        Assert.Equal(["unit-twice"], Codes(("a", "1"), ("b", "1"), ("c", "2"), ("d", "2"), ("a", "2")));
        Assert.Equal(["unknown-unit"], Codes(("a", "1"), ("b", "1"), ("c", "2"), ("d", "2"), ("x", "2")));

        static string[] Codes(params (string, string)[] plan) => [.. Check(plan).Violations.Select(violation => violation.Code)];
    }

    [Fact]
    public void A_violation_names_the_area_and_its_units()
    {
        var violation = Check(("a", "1"), ("b", "2"), ("c", "1"), ("d", "3")).Violations.Single();

        Assert.Equal("1", violation.Area);
        Assert.Equal(["c"], violation.Ids);
    }

    [Fact]
    public void Nothing_is_joined_over_a_removed_border()
    {
        var cut = new UnitGraph(4, [(0, 1), (1, 2), (2, 3)], removed: [true, false, false]);

        var check = AreaPlanCheck.Check(cut, ids, [("a", "1"), ("b", "1"), ("c", "2"), ("d", "2")], null, null, new WorkAreaOptions());

        Assert.Equal(["not-contiguous"], check.Violations.Select(violation => violation.Code));
    }

    [Fact]
    public void A_unit_that_is_too_large_by_itself_is_listed_and_no_violation()
    {
        var check = AreaPlanCheck.Check(path, ids, [("a", "1"), ("b", "2"), ("c", "2"), ("d", "2")], [12_000, 10, 10, 10], null, new WorkAreaOptions());

        Assert.True(check.IsValid);
        Assert.Equal(["a"], check.OverCeiling);
    }

    [Fact]
    public void A_graph_refuses_pairs_that_cannot_be()
    {
        Assert.Throws<ArgumentException>(() => new UnitGraph(2, [(0, 2)]));
        Assert.Throws<ArgumentException>(() => new UnitGraph(2, [(1, 1)]));
        Assert.Throws<ArgumentException>(() => new UnitGraph(2, [(0, 1), (1, 0)]));
        Assert.Throws<ArgumentException>(() => new UnitGraph(2, [(0, 1)], severity: [1.5]));
        Assert.Throws<ArgumentException>(() => new UnitGraph(2, [(0, 1)], lengthInMetres: [double.NaN]));
        Assert.Throws<ArgumentException>(() => new UnitGraph(2, [(0, 1)], crossings: [-1]));
    }

    [Fact]
    public void The_order_of_the_pairs_does_not_matter()
    {
        var graph = new UnitGraph(3, [(2, 1), (1, 0)], lengthInMetres: [21, 10], severity: [0.3, 0]);

        Assert.Equal([0, 1], graph.First);
        Assert.Equal([10, 21], graph.LengthInMetres);
        Assert.Equal([0, 0.3], graph.Severity);
    }

    private static PlanCheckResult Check(params (string, string)[] plan) =>
        AreaPlanCheck.Check(path, ids, plan, [4000, 4000, 3000, 3000], [1500, 1500, 1500, 1500], new WorkAreaOptions());
}
