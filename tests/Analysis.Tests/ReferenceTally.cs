// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Collections.Concurrent;

[assembly: AssemblyFixture(typeof(Schakel.Analysis.Tests.ReferenceTally))]

namespace Schakel.Analysis.Tests;

/// <summary>Counts the reference cases that tests of this run really opened, and says so at the end: the test command repeats it.</summary>
public sealed class ReferenceTally : IDisposable
{
    private static readonly ConcurrentDictionary<string, bool> opened = new(StringComparer.Ordinal);

    /// <summary>A test is about to compare with this file.</summary>
    internal static string Open(string file)
    {
        opened.TryAdd(Path.GetFullPath(file), true);
        return File.ReadAllText(file);
    }

    public void Dispose()
    {
        var ours = opened.Keys.Count(file => file.StartsWith(Path.Combine(WorkedCase.RepositoryRoot, "reference"), StringComparison.Ordinal));
        Console.WriteLine($"reference: {opened.Count} cases ({ours} files of reference, {opened.Count - ours} of other software beside it)");
    }
}
