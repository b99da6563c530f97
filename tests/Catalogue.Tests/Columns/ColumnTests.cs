// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using CsCheck;
using Schakel.Catalogue.Columns;

namespace Schakel.Catalogue.Tests.Columns;

/// <summary>What cells mean: figures, codes, and reasons why there is none.</summary>
public sealed class ColumnTests
{
    private static Column Made(string name, params ReadOnlySpan<string> cells) => Made(name, commaDelimited: false, [], cells);

    private static Column Made(string name, bool commaDelimited, List<string> notes, params ReadOnlySpan<string> cells)
    {
        var builder = new ColumnBuilder(name);
        foreach (var cell in cells)
            builder.AddText(cell);
        return ColumnFinish.All([builder], commaDelimited, row => row + 2, notes)[0];
    }

    private static double[] Figures(Column column) => Assert.IsType<NumberColumn>(column).Values;

    [Theory]
    [InlineData("", MissingReason.Empty)]
    [InlineData("   ", MissingReason.Empty)]
    [InlineData("       .", MissingReason.Unknown)]
    [InlineData("geheim", MissingReason.Secret)]
    [InlineData("Geheim", MissingReason.Secret)]
    [InlineData("x", MissingReason.Secret)]
    [InlineData("nihil", MissingReason.Nil)]
    [InlineData("-", MissingReason.Nil)]
    [InlineData("NA", MissingReason.Unknown)]
    [InlineData("NaN", MissingReason.Unknown)]
    [InlineData("#N/A", MissingReason.Unknown)]
    [InlineData("null", MissingReason.Unknown)]
    [InlineData("n.v.t.", MissingReason.Unknown)]
    [InlineData("Infinity", MissingReason.NotANumber)]
    [InlineData("-inf", MissingReason.NotANumber)]
    [InlineData("#DIV/0!", MissingReason.NotANumber)]
    [InlineData("-99995", MissingReason.Unknown)]
    [InlineData("-99997", MissingReason.Unknown)]
    [InlineData("-99997,0", MissingReason.Unknown)]
    [InlineData("-99998", MissingReason.Nil)]
    [InlineData("-99999", MissingReason.Unknown)]
    [InlineData("-99999999", MissingReason.Unknown)]
    [InlineData("-123456", MissingReason.Unknown)]
    [InlineData("40% tot 60%", MissingReason.ClassOnly)]
    [InlineData("minder dan 40%", MissingReason.ClassOnly)]
    [InlineData("90% of meer", MissingReason.ClassOnly)]
    [InlineData("<5", MissingReason.ClassOnly)]
    [InlineData("onzin", MissingReason.NotANumber)]
    [InlineData("1.2.3", MissingReason.NotANumber)]
    [InlineData("0", MissingReason.Present)]
    public void A_cell_among_figures_says_why_it_is_none(string cell, MissingReason reason)
    {
        var column = Assert.IsType<NumberColumn>(Made("n", ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", cell]));

        Assert.Equal(reason, column.Missing[^1]);
        Assert.Equal(reason != MissingReason.Present, double.IsNaN(column.Values[^1]));
    }

    [Fact]
    public void A_secret_of_a_square_is_told_from_an_unknown_of_a_map()
    {
        var key = new ColumnBuilder("crs28992res100m");
        key.AddText("E1200N4800");
        var people = new ColumnBuilder("aantal_inwoners");
        people.AddNumber(-99997);

        var columns = ColumnFinish.All([key, people], false, row => row, []);

        Assert.Equal(MissingReason.Secret, Assert.IsType<NumberColumn>(columns[1]).Missing[0]);
        Assert.IsType<TextColumn>(columns[0]);
    }

    [Fact]
    public void A_balance_may_really_be_far_below_zero_but_not_be_a_code()
    {
        var column = Assert.IsType<NumberColumn>(Made("Migratiesaldo", "-123456", "-99997", "12"));

        Assert.Equal([-123456, double.NaN, 12], column.Values);
    }

    [Theory]
    [InlineData("1,5|2,25", "1.5|2.25")]
    [InlineData("1.5|2.25", "1.5|2.25")]
    [InlineData("1.234,5|2,1", "1234.5|2.1")]
    [InlineData("1,234.5|2.1", "1234.5|2.1")]
    [InlineData("1.234.567|3", "1234567|3")]
    [InlineData("1 234 567|12", "1234567|12")]
    [InlineData("1\u00a0234|1\u202f234", "1234|1234")]
    [InlineData("0,123|0,456", "0.123|0.456")]
    [InlineData("-0.100|1.010", "-0.1|1.01")]
    [InlineData("1,234|2,345", "1.234|2.345")]
    [InlineData("12%|45,5 %", "12|45.5")]
    [InlineData("1e+05|2.5E-3", "100000|0.0025")]
    [InlineData("\u22125|+7", "-5|7")]
    [InlineData(",5|,25", "0.5|0.25")]
    [InlineData("123456789012345678|1", "123456789012345680|1")]
    public void The_decimal_mark_is_found_per_column(string cells, string expected) => Assert.Equal(
        expected.Split('|').Select(value => double.Parse(value, CultureInfo.InvariantCulture)), Figures(Made("n", cells.Split('|'))));

    [Fact]
    public void Between_commas_a_comma_in_a_number_groups_thousands() =>
        Assert.Equal([1234, 12345], Figures(Made("n", commaDelimited: true, [], "1,234", "12,345")));

    [Fact]
    public void Where_other_columns_use_a_decimal_comma_a_point_before_three_digits_groups_thousands()
    {
        var clear = new ColumnBuilder("a");
        clear.AddText("1,5");
        var doubtful = new ColumnBuilder("b");
        doubtful.AddText("1.234");

        Assert.Equal([1234.0], Figures(ColumnFinish.All([clear, doubtful], false, row => row, [])[1]));
    }

    [Theory]
    [InlineData("n", "0601|0602")]
    [InlineData("n", "00|01")]
    [InlineData("Regiocode", "363|599")]
    [InlineData("POSTCODE", "9712|9711")]
    [InlineData("n", "BU03630000|BU03630001")]
    [InlineData("n", "E1200N4800|E1201N4800")]
    [InlineData("n", "2015-12-31|2016-01-01")]
    [InlineData("n", "12.11.2015|13.11.2015")]
    [InlineData("n", "4811-4817|4811")]
    [InlineData("n", "0 tot 15 jaar|65 jaar of ouder")]
    [InlineData("n", "x|x")]
    [InlineData("n", "|")]
    public void Codes_dates_and_labels_stay_text(string name, string cells) => Assert.IsType<TextColumn>(Made(name, cells.Split('|')));

    [Fact]
    public void A_few_words_among_figures_are_noted_with_the_first_row()
    {
        List<string> notes = [];
        var cells = Enumerable.Range(1, 30).Select(i => i == 12 ? "ca. 5" : i.ToString(CultureInfo.InvariantCulture)).ToArray();

        var column = Assert.IsType<NumberColumn>(Made("n", false, notes, cells));

        Assert.Equal("ca. 5", column.Words[11]);
        Assert.Equal("ca. 5", column.TextAt(11));
        Assert.Contains("row 13", Assert.Single(notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Classes_alone_are_figures_that_are_not_there_and_keep_their_words()
    {
        var column = Assert.IsType<NumberColumn>(Made("P_AUTO", "40% tot 60%", "geheim", "geen auto", "nihil"));

        Assert.Equal([MissingReason.ClassOnly, MissingReason.Secret, MissingReason.ClassOnly, MissingReason.Nil], column.Missing);
        Assert.Equal("geen auto", column.Words[2]);
    }

    [Fact]
    public void A_code_column_leaves_missing_codes_out() => Assert.Equal(["9712", null], Assert.IsType<TextColumn>(Made("POSTCODE", "9712", "-99999999")).Values);

    [Fact]
    public void Codes_that_a_source_stores_as_numbers_are_codes_all_the_same()
    {
        var code = new ColumnBuilder("gemeentecode") { Declared = true };
        code.AddNumber(363);
        code.AddNumber(-99997);

        Assert.Equal(["363", null], Assert.IsType<TextColumn>(ColumnFinish.All([code], false, row => row, [])[0]).Values);
    }

    [Fact]
    public void Any_number_comes_back_as_it_was_written() =>
        Gen.Double[-99_989, 1e12].Array[1, 20].Sample(values =>
        {
            var column = Made("n", values.Select(value => value.ToString("R", CultureInfo.InvariantCulture)).Append("0.5").ToArray());

            Assert.Equal(values.Append(0.5), Figures(column));
        });

    [Fact]
    public void Dutch_notation_means_the_same_as_invariant_notation() =>
        Gen.Int[-99_000_00, 2_000_000_000].Where(cents => cents > -9_000_000).Array[1, 20].Sample(cents =>
        {
            var dutch = CultureInfo.GetCultureInfo("nl-NL");
            var written = cents.Select(value => (value / 100m).ToString("N2", dutch)).ToArray();

            Assert.Equal(cents.Select(value => (double)(value / 100m)), Figures(Made("n", written)));
        });
}
