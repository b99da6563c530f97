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
    [InlineData(null, 2022)]
    public void The_year_itself_then_the_latest_before_it_then_the_earliest_after_it(int? year, int vintage) => Assert.Equal(vintage, Vintage.Nearest([2022, 2015, 2019], year));

    [Theory]
    [InlineData(2019, 2015)]
    [InlineData(2010, 0)]
    [InlineData(null, 0)]
    [InlineData(0, 0)]
    public void An_undated_edition_is_the_current_one_and_serves_where_nothing_is_older(int? year, int vintage) => Assert.Equal(vintage, Vintage.Nearest([2015, 0], year));
}
