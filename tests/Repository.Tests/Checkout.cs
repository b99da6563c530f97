// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics;

namespace Schakel.Repository.Tests;

/// <summary>The files of this project, as git knows them.</summary>
internal static class Checkout
{
    private static readonly Lazy<string> root = new(FindRoot);
    private static readonly Lazy<IReadOnlyList<string>> files = new(List);

    internal static string Root => root.Value;

    /// <summary>Paths relative to the root, with forward slashes: tracked files and new ones that are not ignored.</summary>
    internal static IReadOnlyList<string> Files => files.Value;

    internal static IEnumerable<string> Under(string folder, string extension) => Files
        .Where(file => file.StartsWith(folder, StringComparison.Ordinal) && file.EndsWith(extension, StringComparison.Ordinal));

    internal static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    internal static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Root, file));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Schakel.slnx")))
                return folder.FullName;
        throw new InvalidOperationException("Schakel.slnx is in none of the folders above the tests.");
    }

    private static List<string> List()
    {
        var git = new ProcessStartInfo("git", ["-C", Root, "ls-files", "--cached", "--others", "--exclude-standard"]) { RedirectStandardOutput = true };
        using var process = Process.Start(git)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Distinct().Where(file => File.Exists(Path.Combine(Root, file))).Order(StringComparer.Ordinal)];
    }
}
