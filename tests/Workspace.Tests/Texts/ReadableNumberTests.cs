// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Workspace.Texts;

namespace Schakel.Workspace.Tests.Texts;

public sealed class ReadableNumberTests
{
    [Theory]
    [InlineData(0.055, "0,05500", "0.05500")]
    [InlineData(1234.5678, "1.235", "1,235")]
    [InlineData(12.345678, "12,35", "12.35")]
    [InlineData(-0.5, "−0,5000", "−0.5000")]
    [InlineData(0, "0", "0")]
    [InlineData(1000000, "1.000.000", "1,000,000")]
    [InlineData(5.956570e-5, "5,957e−5", "5.957e−5")]
    public void Numbers_have_four_significant_digits_in_the_readers_notation(double value, string dutch, string english)
    {
        Assert.Equal(dutch, ReadableNumber.Significant(value, Language.Dutch));
        Assert.Equal(english, ReadableNumber.Significant(value, Language.English));
    }

    [Fact]
    public void A_year_in_a_sentence_has_no_groups_and_a_large_count_has()
    {
        Assert.Equal("2024", ReadableNumber.Argument(2024, Language.Dutch));
        Assert.Equal("12.763", ReadableNumber.Argument(12763, Language.Dutch));
    }

    [Fact]
    public void A_fraction_is_read_as_a_whole_percentage() => Assert.Equal("6%", ReadableNumber.Percent(0.055, Language.Dutch));
}
