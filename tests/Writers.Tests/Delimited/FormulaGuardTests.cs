// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using CsCheck;
using Schakel.Writers.Delimited;

namespace Schakel.Writers.Tests.Delimited;

public sealed class FormulaGuardTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+31")]
    [InlineData("-2")]
    [InlineData("@a")]
    [InlineData("\tx")]
    [InlineData("\nx")]
    public void What_a_spreadsheet_would_run_begins_with_an_apostrophe(string text) => Assert.Equal("'" + text, FormulaGuard.Guarded(text));

    [Theory]
    [InlineData("'s-Gravenhage")]
    [InlineData("'t Zand")]
    [InlineData("0014")]
    [InlineData("")]
    public void Names_as_they_are_stay_as_they_are(string text) => Assert.Equal(text, FormulaGuard.Guarded(text));

    [Fact]
    public void Every_text_comes_back() => Gen.String[Gen.Char["'=+-@a\t"], 0, 8].Sample(text => FormulaGuard.Plain(FormulaGuard.Guarded(text)) == text);
}
