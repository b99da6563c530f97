// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using CsCheck;
using Schakel.Voorbeeldstad.Figures;

namespace Schakel.Voorbeeldstad.Tests;

public sealed class IncomeGroupsTests
{
    [Fact]
    public void Nationally_the_groups_have_the_mean_of_the_indicator_and_are_everybody()
    {
        Assert.Equal(NestedFigure.Debts.Mean, IncomeGroups.All.Sum(group => group.Nationally * group.Indebted), tolerance: 1e-12);
        Assert.Equal(1, IncomeGroups.All.Sum(group => group.Nationally), tolerance: 1e-12);
        Assert.Equal([200, 200, 400, 200], IncomeGroups.SharesFor(NestedFigure.Debts.Mean));
    }

    [Fact]
    public void Groups_make_one_expect_what_was_asked_and_none_is_below_zero() => Gen.Double[0.02, 0.2].Sample(expected =>
    {
        var shares = IncomeGroups.SharesFor(expected);

        Assert.Equal(1_000, shares.Sum());
        Assert.All(shares, share => Assert.InRange(share, 0, 1_000));
        Assert.Equal(expected, IncomeGroups.Expected([.. shares.Select(share => share / 1000.0)]), tolerance: 0.0005);
    });

    [Fact]
    public void Every_published_buurt_has_groups_that_explain_its_planted_part()
    {
        var figures = new TownFigures(2009);
        var shown = Enumerable.Range(0, figures.Buurten.Count).Where(i => figures.Published[i]).ToArray();

        Assert.All(shown.Index(), place => Assert.Equal(
            NestedFigure.Debts.Mean + figures.Debts.Explained[place.Index],
            IncomeGroups.Expected([.. figures.Incomes[place.Item]!.Select(share => share / 1000.0)]), tolerance: 0.0005));
        Assert.All(Enumerable.Range(0, figures.Buurten.Count).Except(shown), i => Assert.Null(figures.Incomes[i]));
    }
}
