// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Composition;
using Schakel.Analysis.Displacement;
using Schakel.Analysis.Perception;
using Schakel.Analysis.Scale;
using Schakel.Analysis.Signals;
using Schakel.Voorbeeldstad.Figures;
using Schakel.Voorbeeldstad.Files;
using Schakel.Voorbeeldstad.Map;
using Schakel.Voorbeeldstad.People;
using Schakel.Voorbeeldstad.Signals;

namespace Schakel.Voorbeeldstad.Tests;

/// <summary>The methods of the product tell the planted stories, each by the right answer of the plan.</summary>
public sealed class StoriesTests
{
    private static readonly TownFigures figures = new(2009);

    [Fact]
    public void Four_fifths_of_the_waste_beside_containers_moved_one_street_on()
    {
        var found = Measure(Waterbed.Containers);

        Assert.Equal(("reduction", "displacement"), (found.Verdict.Local, found.Verdict.Ring));
        Assert.Equal((-200, 160), (found.Local.Estimate, found.Ring!.Estimate));
        Assert.Equal(0.8, found.Ratios.Displacement.Estimate.Value!.Value, tolerance: 1e-9);
    }

    [Fact]
    public void On_the_square_there_is_relief_and_a_shift_of_27_could_not_have_been_seen()
    {
        var found = Measure(Waterbed.Square);

        Assert.Equal(("reduction", "not-shown"), (found.Verdict.Local, found.Verdict.Ring));
        Assert.True(found.Mde.Ring.Value > 27);
    }

    [Fact]
    public void Only_Achterkamp_is_silent()
    {
        var reports = new Reports(Settlement.Cells, 2009);
        var wijken = Reports.Town.Where(buurt => !buurt.IsSecret).GroupBy(buurt => buurt.Wijk.Name).ToArray();
        Assert.True(ReportingPropensity.Compute(
            [.. wijken.Select(wijk => (double)wijk.Sum(buurt => reports.Reported.GetValueOrDefault(buurt.Code)))],
            [.. wijken.Select(wijk => (double)wijk.Sum(buurt => reports.Inspected[buurt.Code]))],
            [.. wijken.Select(wijk => (double)wijk.Sum(buurt => buurt.Residents))]).TryGet(out var areas, out _));

        Assert.Equal([Reports.Silent], wijken.Zip(areas).Where(pair => pair.Second.Silent).Select(pair => pair.First.Key));
    }

    [Fact]
    public void Seventy_percent_of_the_differences_in_debts_go_with_low_incomes()
    {
        var found = new List<double>();
        foreach (var seed in Enumerable.Range(1, 6))
        {
            var town = new TownFigures(seed);
            var shown = Enumerable.Range(0, town.Buurten.Count).Where(i => town.Published[i]).ToArray();
            var households = shown.Select(i => (double)town.Buurten[i].Households).ToArray();
            var indebted = shown.Select(i => (double)town.Indebted[^1][i]!.Value).ToArray();
            Assert.True(UnitTree.Create(["buurt", "wijk", "gemeente"], shown.Length,
                [Numbers(shown.Select(i => town.Buurten[i].Wijk.Code)), Numbers(shown.Select(i => town.Buurten[i].Wijk.Gemeente.Code))]).TryGet(out var tree, out _));
            Assert.True(AdjustedProfile.Compute(
                tree, [.. indebted.Zip(households, (y, n) => y / n)], SamplingVariance.OfProportion(households, indebted.Sum() / households.Sum()),
                [new Covariate("laag inkomen", [.. shown.Select(i => town.LowIncome[i]!.Value)])]).TryGet(out var adjusted, out var reason), reason?.Detail);
            found.Add(adjusted.Pcv.Value!.Value);
        }

        Assert.Equal(0.70, found.Average(), tolerance: 0.08);
    }

    [Fact]
    public void Around_the_footbridge_the_agreed_neighbourhood_lies_on_both_banks()
    {
        var cells = Settlement.Cells;
        var drawings = Signals.Drawings.Draw(cells, 2009);
        var drawn = new Analysis.Perception.Drawings(cells.Count, [.. drawings.Select(drawing => (IReadOnlyList<int>)[.. cells.Index().Where(cell => drawing.Shape.Contains(cell.Item.Square.Centroid)).Select(cell => cell.Index)])]);
        var weights = MembershipSurface.AroundHome(
            [.. drawings.Select(_ => 1.0)], [.. drawings.Select(drawing => drawing.Home.Distance(BarrierFile.Footbridge))]);
        Assert.True(MembershipSurface.Compute(drawn, weights, replicates: 0).TryGet(out var surface, out var reason), reason?.Detail);

        var banks = cells.Index().Where(cell => surface.Cells[cell.Index].Membership >= 0.5).ToLookup(cell => TownBlocks.East(Signals.Drawings.Middle(cell.Item)));

        Assert.True(banks[true].Count() > 10 && banks[false].Count() > 10, $"{banks[true].Count()} and {banks[false].Count()} squares");
    }

    [Fact]
    public void Debts_were_counted_more_narrowly_before_the_series_break()
    {
        double[] rates = [.. TownFigures.Years.Select((year, y) => figures.Indebted[y].Sum(cases => (double)(cases ?? 0)) / figures.Then[year].Where((_, i) => figures.Published[i]).Sum(buurt => buurt.Households))];

        Assert.Equal(TownFigures.SeenBeforeBreak, rates[..2].Average() / rates[2..].Average(), tolerance: 0.03);
    }

    private static DisplacementMeasurement Measure(Waterbed waterbed)
    {
        Assert.True(DisplacementCounts.FromPairs([.. waterbed.Counts.Select(count => (double)count)]).TryGet(out var counts, out _));
        return DisplacementDifference.Compute(counts);
    }

    private static int[] Numbers(IEnumerable<string> codes)
    {
        var all = codes.ToArray();
        var numbers = all.Distinct().Index().ToDictionary(code => code.Item, code => code.Index);
        return [.. all.Select(code => numbers[code])];
    }
}
