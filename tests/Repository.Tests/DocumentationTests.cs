// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.RegularExpressions;

namespace Schakel.Repository.Tests;

/// <summary>The docs are true: links lead somewhere, problem codes have a page, decisions are numbered.</summary>
public sealed partial class DocumentationTests
{
    [Fact]
    public void Every_link_between_documents_leads_somewhere()
    {
        var dead =
            from file in Checkout.Under("", ".md")
            from Match match in Link().Matches(Checkout.Read(file))
            let target = match.Groups[1].Value.Split('#')[0]
            where target.Length > 0 && !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal)
            let path = Path.GetFullPath(Path.Combine(Checkout.Root, Path.GetDirectoryName(file)!, target))
            where !File.Exists(path) && !Directory.Exists(path)
            select $"{file} → {target}";

        Assert.Empty(dead);
    }

    [Fact]
    public void Every_reason_code_in_the_source_has_a_problem_page()
    {
        var codes =
            from file in Checkout.Under("src/", ".cs")
            from Match match in ReasonCode().Matches(Checkout.Read(file))
            select (code: match.Groups[1].Value, file);
        var lacking = codes.DistinctBy(found => found.code)
            .Where(found => !Checkout.Files.Contains($"docs/problems/{found.code}.md"))
            .Select(found => $"{found.code} ({found.file})").ToList();

        Assert.NotEmpty(codes);
        Assert.True(lacking.Count == 0, "No page in docs/problems for: " + string.Join(", ", lacking));
    }

    [Fact]
    public void Every_problem_page_says_what_happened_what_it_means_and_what_to_do() => Assert.All(Checkout.Under("docs/problems/", ".md").Where(file => !file.EndsWith("README.md", StringComparison.Ordinal)), file =>
    {
        var text = Checkout.Read(file);

        Assert.True(text.StartsWith("# ", StringComparison.Ordinal) && text.Length > 120, $"{file} says too little.");
    });

    [Fact]
    public void Decision_records_have_unique_numbers_and_fit_on_a_page()
    {
        var records = Checkout.Under("docs/adr/", ".md").Where(file => !file.EndsWith("README.md", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(records);
        Assert.All(records, file => Assert.Matches(@"/\d{4}-[a-z0-9-]+\.md$", file));
        Assert.Empty(records.GroupBy(file => Path.GetFileName(file)[..4]).Where(group => group.Count() > 1).Select(group => group.Key));
        Assert.All(records, file => Assert.True(Checkout.Lines(file).Length <= 70, $"{file} is longer than a page."));
    }

    [Fact]
    public void The_glossary_holds_the_dutch_terms_that_stay_in_the_code()
    {
        var glossary = Checkout.Read("docs/glossary.md");

        Assert.All(new[] { "Buurt", "Wijk", "Gemeente", "Opgave", "Level", "Evidence", "Noise" }, term => Assert.Contains($"`{term}`", glossary, StringComparison.Ordinal));
    }

    [Fact]
    public void No_file_holds_a_path_of_somebodys_machine()
    {
        string[] kinds = [".md", ".cs", ".ts", ".razor", ".json", ".csproj", ".sh", ".yml"];
        var found = Checkout.Files.Where(file => kinds.Any(kind => file.EndsWith(kind, StringComparison.Ordinal)))
            .Where(file => MachinePath().IsMatch(Checkout.Read(file)));

        Assert.Empty(found);
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("new (?:Reason|Refusal|FetchRefused|PassingProblem)\\(\\s*\"([a-z0-9-]+)\"")]
    private static partial Regex ReasonCode();

    // A home folder, or the folder of a build: what a developer pastes by accident.
    [GeneratedRegex(@"(?<![\w.])/(?:home|Users|root)/\w|(?<![\w./])/work/\w")]
    private static partial Regex MachinePath();
}
