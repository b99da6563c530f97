// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.RegularExpressions;
using Schakel.Web.Texts;
using Schakel.Workspace.Texts;

namespace Schakel.Hosts.Tests.Web;

public sealed partial class ScreenTextTests
{
    private static readonly ScreenTexts dutch = ScreenTexts.In(Language.Dutch);
    private static readonly ScreenTexts english = ScreenTexts.In(Language.English);

    [Fact]
    public void Both_languages_have_the_same_texts() => Assert.Equal(dutch.Keys.Order(StringComparer.Ordinal), english.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void A_text_takes_the_same_figures_in_both_languages() => Assert.All(dutch.Keys, key =>
        Assert.Equal(Places().Matches(dutch[key]).Select(match => match.Value).Distinct().Order(), Places().Matches(english[key]).Select(match => match.Value).Distinct().Order()));

    [Fact]
    public void Every_text_that_a_screen_asks_for_exists_and_none_is_left_over()
    {
        var source = Path.Combine(Root, "src", "Web");
        var code = string.Concat(Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories)
            .Where(file => (file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal)) && !Left().IsMatch(file))
            .Select(File.ReadAllText));

        // A key is written whole, or as the beginning of one that the data completes ($"missing.{reason}", "sentence.most" + place).
        var whole = Words().Matches(code).Select(match => match.Groups[1].Value).ToHashSet();
        var begun = Begun().Matches(code).Select(match => match.Groups[1].Value).Distinct().ToArray();

        Assert.All(dutch.Keys, key => Assert.True(
            whole.Contains(key) || whole.Contains(key.Replace(".cell", "", StringComparison.Ordinal)) || begun.Any(start => key.StartsWith(start, StringComparison.Ordinal)),
            $"No screen uses the text '{key}'."));
        Assert.All(Asked().Matches(code).Select(match => match.Groups[1].Value), key => Assert.Contains(key, dutch.Keys));
    }

    [Theory]
    [InlineData(0.59, 0.96, "59–96 %")]
    [InlineData(0, 0.07, "0–7 %")]
    [InlineData(0.071, 0.0711, "7–8 %")]
    [InlineData(1, 1, "100 %")]
    public void A_range_is_widened_never_narrowed(double low, double high, string text) => Assert.Equal(text, dutch.Numbers.Range(low, high).Replace('\u00A0', ' '));

    [Fact]
    public void Numbers_are_written_in_the_language_of_the_reader()
    {
        Assert.Equal("1.846", dutch.Numbers.Whole(1846));
        Assert.Equal("1,846", english.Numbers.Whole(1846));
        Assert.Equal("8,3", dutch.Numbers.Fixed(8.25, 1));
        Assert.Equal("−0.4", english.Numbers.Fixed(-0.4, 1));
        Assert.Equal("0,0", dutch.Numbers.Fixed(-0.04, 1));
    }

    private static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "Schakel.slnx")))
                folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the project.");
            return folder.FullName;
        }
    }

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Places();

    [GeneratedRegex(@"[\\/](obj|bin|node_modules)[\\/]")]
    private static partial Regex Left();

    [GeneratedRegex("\"([a-z0-9A-Z.]+)\"")]
    private static partial Regex Words();

    [GeneratedRegex("\\$\"([a-z0-9A-Z.]+\\.)\\{")]
    private static partial Regex Begun();

    [GeneratedRegex("[Tt]exts\\[\"([a-zA-Z0-9.]+)\"[],]")]
    private static partial Regex Asked();
}
