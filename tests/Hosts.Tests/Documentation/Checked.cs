// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Hosts.Tests.Documentation;

/// <summary>Where the documents that tests read stand.</summary>
internal static class Checked
{
    internal static string Root { get; } = FindRoot();

    internal static string Guide { get; } = Path.Combine(Root, "docs", "guide", "library.md");

    internal static string Readme { get; } = Path.Combine(Root, "src", "Analysis", "README.md");

    /// <summary>The text of the first fenced block of a language after a heading.</summary>
    internal static string Block(string file, string heading, string language)
    {
        var lines = File.ReadAllLines(file);
        var at = Array.FindIndex(lines, Array.IndexOf(lines, heading), line => line == $"```{language}") + 1;
        return string.Join('\n', lines[at..Array.FindIndex(lines, at, line => line == "```")]) + "\n";
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Schakel.slnx")))
                return folder.FullName;
        throw new InvalidOperationException("Schakel.slnx is in none of the folders above the tests.");
    }
}
