// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Tests;

/// <summary>What the library's README shows is what the library does.</summary>
public sealed class ReadmeTests
{
    private static readonly string root = Root();
    private static readonly string readme = File.ReadAllText(Path.Combine(root, "src", "Analysis", "README.md"));

    [Theory]
    [InlineData("profile")]
    [InlineData("local")]
    public void The_readme_holds_the_example_that_runs(string name)
    {
        var lines = File.ReadAllLines(Path.Combine(root, "tests", "Analysis.Tests", "ReadmeExamples.cs"));
        var first = Array.FindIndex(lines, line => line.Trim() == $"// <{name}>") + 1;
        var last = Array.FindIndex(lines, line => line.Trim() == $"// </{name}>");
        var code = string.Join('\n', lines[first..last].Select(line => line.Length > 8 ? line[8..] : ""));

        Assert.True(first > 0 && last > first, $"No example {name}.");
        Assert.Contains($"```csharp\n{code}\n```", readme, StringComparison.Ordinal);
    }

    [Fact]
    public void The_readme_shows_what_the_profile_prints() => Shows(ReadmeExamples.Profile);

    [Fact]
    public void The_readme_shows_what_the_local_example_prints() => Shows(ReadmeExamples.Local);

    [Fact]
    public void The_readme_names_every_family() =>
        Assert.All(Analyses.All.Select(entry => entry.Family).Distinct(), family => Assert.Contains($"`{family}`", readme, StringComparison.Ordinal));

    private static void Shows(Action<TextWriter> example)
    {
        using var output = new StringWriter { NewLine = "\n" };

        example(output);

        Assert.Contains($"```text\n{output}```", readme, StringComparison.Ordinal);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Schakel.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("No Schakel.slnx above the tests.");
    }
}
