// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.RegularExpressions;

namespace Schakel.Repository.Tests;

/// <summary>Every public statistic says what it is, in which unit, for which shape, from which source and checked against what (CONTRIBUTING.md).</summary>
public sealed partial class StatisticsDocumentationTests
{
    private static readonly string[] headings = ["Definition", "Units", "Shapes", "Missing values", "No answer", "Cost", "Source", "Checked against"];

    /// <summary>A statistic: a public static method of Analysis that answers with an Outcome, outside the plain building blocks.</summary>
    private static IEnumerable<(string File, string Name, string Docs)> Statistics() =>
        from file in Checkout.Under("src/Analysis/", ".cs")
        from Match match in Statistic().Matches(Checkout.Read(file))
        select (file, match.Groups["name"].Value, match.Groups["docs"].Value);

    [Fact]
    public void Every_statistic_has_all_headings_in_order()
    {
        var statistics = Statistics().ToList();
        var lacking = new List<string>();

        foreach (var (file, name, docs) in statistics.Where(statistic => statistic.Name is "Compute"))
        {
            var at = headings.Select(heading => docs.IndexOf($"<b>{heading}.</b>", StringComparison.Ordinal)).ToArray();
            var missing = headings.Where((_, i) => at[i] < 0).ToList();
            if (missing.Count > 0)
                lacking.Add($"{file} {name}: no {string.Join(", ", missing)}");
            else if (!at.SequenceEqual(at.Order()))
                lacking.Add($"{file} {name}: the headings are not in the order {string.Join(", ", headings)}");
        }

        Assert.NotEmpty(statistics);
        Assert.Empty(lacking);
    }

    [Fact]
    public void Every_reference_file_that_the_docs_name_exists()
    {
        var named = Checkout.Under("src/Analysis/", ".cs").SelectMany(file => ReferenceFile().Matches(Checkout.Read(file)).Select(match => match.Value)).Distinct().ToList();

        Assert.NotEmpty(named);
        Assert.All(named, path => Assert.True(Exists(path), $"The docs name {path}, which is not there."));
    }

    [Fact]
    public void Every_statistic_has_a_page_in_the_docs_that_the_list_of_analyses_names()
    {
        var pages = MethodPage().Matches(Checkout.Read("src/Analysis/Analyses.cs")).Select(match => match.Groups[1].Value).Distinct().ToList();

        Assert.NotEmpty(pages);
        Assert.All(pages, page => Assert.True(Checkout.Files.Contains($"docs/methods/{page}.md"), $"docs/methods/{page}.md is not there."));
    }

    private static bool Exists(string path) =>
        Checkout.Files.Any(file => file == path || file.StartsWith(path.TrimEnd('/') + "/", StringComparison.Ordinal));

    [GeneratedRegex(@"(?<docs>(?:^[ \t]*///.*\n)+)(?:[ \t]*\[.*\]\n)*[ \t]*public static Outcome<[^\n]*?>\s+(?<name>\w+)\(", RegexOptions.Multiline)]
    private static partial Regex Statistic();

    [GeneratedRegex(@"reference/[\w\-/]+(?:\.json|\.csv)?")]
    private static partial Regex ReferenceFile();

    [GeneratedRegex("docs/methods/([\\w-]+)\\.md|\"([a-z0-9-]+)\\.md\"")]
    private static partial Regex MethodPage();
}
