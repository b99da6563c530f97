// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Sources;

namespace Schakel.Catalogue.Tests.Sources;

/// <summary>The real files beside the repository; a test that needs them is skipped, with the reason, where they are not.</summary>
internal static class SharedFiles
{
    internal static string Path(string name)
    {
        var file = System.IO.Path.Combine(Folder(), name);
        if (!File.Exists(file))
            Assert.Skip($"../shared/data is not here: {name} cannot be read.");
        return file;
    }

    private static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Schakel.slnx")))
                return System.IO.Path.GetFullPath(System.IO.Path.Combine(folder.FullName, "..", "shared", "data"));
        return "";
    }

    internal static IReadOnlyList<SourceTable> Read(string name, ReadOptions? options = null) =>
        Answer(SourceFile.Read(Path(name), options ?? new ReadOptions(), TestContext.Current.CancellationToken));

    internal static T Answer<T>(Analysis.Outcome<T> outcome)
        where T : notnull
    {
        Assert.True(outcome.TryGet(out var answer, out var reason), $"{reason}");
        return answer;
    }

    internal static NumberColumn Figures(SourceTable table, string column) => Assert.IsType<NumberColumn>(table.Find(column));

    internal static string?[] Words(SourceTable table, string column) => Assert.IsType<TextColumn>(table.Find(column)).Values;

    internal static int Count(NumberColumn column, MissingReason reason) => column.Missing.Count(missing => missing == reason);
}
