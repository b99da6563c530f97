// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Composition;
using Schakel.Analysis.Scale;
using Schakel.Voorbeeldstad.Figures;
using Schakel.Voorbeeldstad.Tests.Recovery;

namespace Schakel.Voorbeeldstad.Tests;

/// <summary>Stories that a table of 40 towns does not tell: see <see cref="RecoveryTests"/> for those.</summary>
public sealed class StoriesTests
{
    private static readonly TownFigures figures = new(2009);

    [Fact]
    public void Seventy_percent_of_the_differences_in_debts_go_with_low_incomes()
    {
        var found = new List<double>();
        foreach (var seed in Enumerable.Range(1, 6))
        {
            var town = new TownFigures(seed);
            var shown = TownProfiles.Shown(town);
            var households = shown.Select(i => (double)town.Buurten[i].Households).ToArray();
            var indebted = shown.Select(i => (double)town.Indebted[^1][i]!.Value).ToArray();
            Assert.True(AdjustedProfile.Compute(
                TownProfiles.Tree(town, shown), [.. indebted.Zip(households, (y, n) => y / n)], SamplingVariance.OfProportion(households, indebted.Sum() / households.Sum()),
                [new Covariate("laag inkomen", [.. shown.Select(i => town.LowIncome[i]!.Value)])]).TryGet(out var adjusted, out var reason), reason?.Detail);
            found.Add(adjusted.Pcv.Value!.Value);
        }

        Assert.Equal(0.70, found.Average(), tolerance: 0.08);
    }

    [Fact]
    public void Debts_were_counted_more_narrowly_before_the_series_break()
    {
        double[] rates = [.. TownFigures.Years.Select((year, y) => figures.Indebted[y].Sum(cases => (double)(cases ?? 0)) / figures.Then[year].Where((_, i) => figures.Published[i]).Sum(buurt => buurt.Households))];

        Assert.Equal(TownFigures.SeenBeforeBreak, rates[..2].Average() / rates[2..].Average(), tolerance: 0.03);
    }
}
