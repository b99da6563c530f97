// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Xml.Linq;

namespace Schakel.Repository.Tests;

/// <summary>One line of dependency: Analysis ← Catalogue ← Workspace ← Cluster ← Web, and Cli on Workspace.</summary>
public sealed class DependencyTests
{
    // Which projects each project may name. Voorbeeldstad stands beside the line: it only needs chance from Analysis (ADR 0002).
    // Writers stand beside it too and know nothing of us: the town writes with them, and so does the export (ADR 0100).
    private static readonly Dictionary<string, string[]> allowed = new()
    {
        ["Analysis"] = [],
        ["Catalogue"] = ["Analysis", "Writers"],
        ["Writers"] = [],
        ["Workspace"] = ["Catalogue"],
        ["Cluster"] = ["Workspace"],
        ["Voorbeeldstad"] = ["Analysis", "Writers"],
        ["Web"] = ["Workspace", "Cluster"],
        ["Cli"] = ["Workspace", "Voorbeeldstad"],
    };

    [Fact]
    public void Projects_depend_inward_only()
    {
        var projects = Checkout.Under("src/", ".csproj").ToList();

        Assert.NotEmpty(projects);
        foreach (var project in projects)
        {
            var name = Path.GetFileNameWithoutExtension(project);
            Assert.True(allowed.ContainsKey(name), $"{project} is new: give it a place in the line of dependency.");
            Assert.All(References(project, "ProjectReference"), reference =>
                Assert.True(allowed[name].Contains(Path.GetFileNameWithoutExtension(reference)), $"{name} may not depend on {reference}."));
        }
    }

    [Fact]
    public void Analysis_depends_on_no_package_at_all() =>
        Assert.DoesNotContain(References("src/Analysis/Analysis.csproj", "PackageReference"), package => !package.EndsWith("Analyzers", StringComparison.Ordinal));

    [Fact]
    public void Analysis_knows_no_files_no_network_and_no_clock()
    {
        string[] foreign = ["System.IO", "System.Net", "Microsoft.Data", "DuckDB", "NetTopologySuite", "TimeProvider", "File.", "Directory.", "HttpClient"];

        foreach (var file in Checkout.Under("src/Analysis/", ".cs"))
            foreach (var line in Checkout.Lines(file).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)))
                Assert.All(foreign, word => Assert.False(line.Contains(word, StringComparison.Ordinal), $"{file} knows {word}: {line.Trim()}"));
    }

    [Fact]
    public void Only_the_workspace_and_the_doors_know_orleans_or_a_relational_store()
    {
        foreach (var project in new[] { "src/Analysis/Analysis.csproj", "src/Catalogue/Catalogue.csproj", "src/Voorbeeldstad/Voorbeeldstad.csproj" })
            Assert.DoesNotContain(References(project, "PackageReference"), package =>
                package.Contains("EntityFramework", StringComparison.Ordinal) || package.Contains("Orleans", StringComparison.Ordinal) || package.Contains("AspNetCore", StringComparison.Ordinal));
    }

    private static List<string> References(string project, string kind) =>
        [.. XDocument.Parse(Checkout.Read(project)).Descendants(kind).Select(element => (string?)element.Attribute("Include") ?? "")];
}
