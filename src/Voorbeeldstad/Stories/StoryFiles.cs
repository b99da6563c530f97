// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Reflection;

namespace Schakel.Voorbeeldstad.Stories;

/// <summary>The people of the town and what they work on, as JSON inside the program. What each file holds stands in the README beside them.</summary>
public static class StoryFiles
{
    private const string prefix = "Schakel.Voorbeeldstad.Stories.", extension = ".json", opgave = "Opgaven.";

    private static readonly Assembly program = typeof(StoryFiles).Assembly;

    /// <summary>All files, by name: <c>people</c>, <c>organisations</c> …</summary>
    public static IReadOnlyList<string> Names { get; } = Named(name => !name.StartsWith(opgave, StringComparison.Ordinal));

    /// <summary>The opgaven, by id.</summary>
    public static IReadOnlyList<string> Opgaven { get; } = [.. Named(name => name.StartsWith(opgave, StringComparison.Ordinal)).Select(name => name[opgave.Length..])];

    /// <summary>Opens a file for reading.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <returns>UTF-8 JSON; to be closed by the caller.</returns>
    /// <exception cref="ArgumentException">There is no such file.</exception>
    public static Stream Open(string name) => program.GetManifestResourceStream(prefix + name + extension)
        ?? throw new ArgumentException($"There is no file {name}; there are {string.Join(", ", Names)}.", nameof(name));

    /// <summary>Opens an opgave for reading.</summary>
    /// <param name="id">One of <see cref="Opgaven"/>.</param>
    /// <returns>UTF-8 JSON; to be closed by the caller.</returns>
    /// <exception cref="ArgumentException">There is no such opgave.</exception>
    public static Stream OpenOpgave(string id) => program.GetManifestResourceStream(prefix + opgave + id + extension)
        ?? throw new ArgumentException($"There is no opgave {id}; there are {string.Join(", ", Opgaven)}.", nameof(id));

    private static string[] Named(Func<string, bool> which) =>
    [
        .. program.GetManifestResourceNames().Where(name => name.StartsWith(prefix, StringComparison.Ordinal) && name.EndsWith(extension, StringComparison.Ordinal))
            .Select(name => name[prefix.Length..^extension.Length]).Where(which).Order(StringComparer.Ordinal),
    ];
}
