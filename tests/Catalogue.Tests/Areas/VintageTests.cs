// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Catalogue.Areas;

namespace Schakel.Catalogue.Tests.Areas;

public sealed class VintageTests
{
    [Theory]
    [InlineData(2019, 2019)]
    [InlineData(2020, 2019)]
    [InlineData(2030, 2022)]
    [InlineData(2010, 2015)]
    public void The_year_itself_then_the_latest_before_it_then_the_earliest_after_it(int year, int vintage) => Assert.Equal(vintage, Vintage.Nearest([2022, 2015, 2019], year));

    [Theory]
    [InlineData(2019, 2015)]
    [InlineData(2010, 0)]
    [InlineData(0, 0)]
    public void An_undated_edition_serves_where_nothing_is_older(int year, int vintage) => Assert.Equal(vintage, Vintage.Nearest([2015, 0], year));

    [Theory]
    [InlineData(439, 518, 0)]
    [InlineData(14548, 574, 2024)]
    [InlineData(9, 9, 0)]
    [InlineData(0, 0, 2024)]
    public void Without_a_year_the_newest_edition_is_shown_unless_an_undated_one_draws_as_many(int dated, int undated, int shown) =>
        Assert.Equal(shown, Vintage.Current([(2015, 9999, 9999), (2024, dated, 1), (0, undated + 20000, undated)]));

    [Fact]
    public void Editions_stand_in_the_order_in_which_they_serve_a_year()
    {
        Assert.Equal([2019, 2015, 0, 2022, 2024], Vintage.InOrder([2015, 2019, 2022, 2024, 0], 2020));
        Assert.Equal([0, 2024, 2022], Vintage.InOrder([2022, 2024, 0], 0));
    }
}
