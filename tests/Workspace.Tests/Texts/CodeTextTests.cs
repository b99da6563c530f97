// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.RegularExpressions;
using Schakel.Analysis;
using Schakel.Catalogue;
using Schakel.Workspace.Texts;

namespace Schakel.Workspace.Tests.Texts;

public sealed partial class CodeTextTests
{
    [Fact]
    public void Every_code_of_a_reason_a_refusal_or_a_warning_has_a_dutch_and_an_english_text()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root!.FullName, "Schakel.slnx")))
            root = root.Parent;
        var codes =
            from file in Directory.EnumerateFiles(Path.Combine(root.FullName, "src"), "*.cs", SearchOption.AllDirectories)
            where !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            from Match match in CodeInSource().Matches(File.ReadAllText(file))
            select (Code: match.Groups[1].Value, File: Path.GetFileName(file));
        var lacking = codes.DistinctBy(found => found.Code)
            .Where(found => !ReasonTexts.Knows(found.Code, Language.Dutch) || !ReasonTexts.Knows(found.Code, Language.English))
            .Select(found => $"{found.Code} ({found.File})").ToList();

        Assert.NotEmpty(codes);
        Assert.True(lacking.Count == 0, "No text in codes.nl.json or codes.en.json for: " + string.Join(", ", lacking));
    }

    [Fact]
    public void Both_languages_know_the_same_codes() =>
        Assert.Equal(
            CodeTexts.For(Language.Dutch).Keys.Where(code => !code.EndsWith(CodeTexts.Right, StringComparison.Ordinal)).Order(StringComparer.Ordinal),
            CodeTexts.For(Language.English).Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void A_dutch_sentence_repeats_the_figures_with_a_decimal_comma()
    {
        var reason = new Reason("mean-out-of-range", "The overall rate is 1234.5.") { Arguments = [1.25] };

        Assert.Contains("1,25", ReasonTexts.Of(reason, Language.Dutch), StringComparison.Ordinal);
        Assert.Equal("The overall rate is 1234.5.", ReasonTexts.Of(reason, Language.English));
    }

    [Fact]
    public void An_unknown_code_falls_back_to_the_detail() =>
        Assert.Equal("Something new.", ReasonTexts.Of(new Reason("never-heard-of", "Something new."), Language.Dutch));

    [Fact]
    public void A_refusal_names_file_layer_row_column_and_value()
    {
        var refusal = new Refusal("not-a-number", "'noord' is not a number.", "kaart.gpkg") { Layer = "buurten", Row = 12345, Column = "naam", Value = "noord", Expected = "a number", Arguments = ["noord"] };

        var text = ReasonTexts.Of(refusal, Language.Dutch);

        Assert.StartsWith("kaart.gpkg, laag buurten, rij 12345, kolom naam, waarde 'noord': ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dutch_refusal_holds_no_english_rule_but_does_repeat_names()
    {
        var rule = new Refusal("p-out-of-range", "A p-value lies between 0 and 1.", "toetsen.csv") { Expected = "a number from 0 to 1" };
        var names = new Refusal("no-such-layer", "There is no layer 'x'.", "kaart.gpkg") { Expected = "buurten, wijken" };

        Assert.DoesNotContain("number", ReasonTexts.Of(rule, Language.Dutch), StringComparison.Ordinal);
        Assert.EndsWith("Goed is: buurten, wijken.", ReasonTexts.Of(names, Language.Dutch), StringComparison.Ordinal);
        Assert.EndsWith("Right would be: a number from 0 to 1.", ReasonTexts.Of(rule, Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void What_would_be_right_is_dutch_wherever_it_was_written_in_english()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root!.FullName, "Schakel.slnx")))
            root = root.Parent;
        var english =
            (from file in Directory.EnumerateFiles(Path.Combine(root.FullName, "src"), "*.cs", SearchOption.AllDirectories)
             where !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
             from Match match in RightInSource().Matches(File.ReadAllText(file))
             let text = match.Groups[1].Value.Replace("\\\"", "\"", StringComparison.Ordinal)
             select text.StartsWith('{') && text.Contains('"', StringComparison.Ordinal) ? text : Hole().Replace(text, "7")).Distinct().ToList();
        var lacking = english.Where(text => PhraseTexts.InDutch(text) is null).ToList();

        Assert.True(english.Count > 50, $"Only {english.Count} found.");
        Assert.True(lacking.Count == 0, "No Dutch in phrases.nl.json for: " + string.Join(" | ", lacking));
    }

    [Theory]
    [InlineData("kaart.gpkg:buurt: 1 area of water left out.", "kaart.gpkg:buurt: 1 gebied met water is weggelaten.")]
    [InlineData("kaart.gpkg:buurt: 12 areas of water left out.", "kaart.gpkg:buurt: 12 gebieden met water zijn weggelaten.")]
    [InlineData("fietsdiefstal: 14 of 10727 events lie in no area of buurt (year unknown).", "fietsdiefstal: 14 van 10727 gebeurtenissen liggen in geen gebied van buurt (jaar onbekend).")]
    [InlineData("The text was read as WINDOWS-1252.", "De tekst is gelezen als WINDOWS-1252.")]
    [InlineData("Never said before.", "Never said before.")]
    public void What_a_reader_noticed_is_told_in_dutch(string english, string dutch)
    {
        Assert.Equal(dutch, PhraseTexts.Of(english, Language.Dutch));
        Assert.Equal(english, PhraseTexts.Of(english, Language.English));
    }

    // Lists of names are joined, not written: they have no quote behind the word.
    [GeneratedRegex("""[Ee]xpected[ =:]+(?:string\.Create\(CultureInfo\.InvariantCulture, )?\$?"((?:[^"\\]|\\.)+)"(?!\s*\+)""")]
    private static partial Regex RightInSource();

    [GeneratedRegex("""\{[^}]+\}""")]
    private static partial Regex Hole();

    [GeneratedRegex("""(?:new (?:Reason|Refusal|Warning|InputRefused|FetchRefused|PassingProblem)|WrongUse\.With)\(\s*"([a-z0-9-]+)",""")]
    private static partial Regex CodeInSource();
}
