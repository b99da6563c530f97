// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Repository.Tests;

/// <summary>One idea, one file: above 400 lines a file needs a reason here.</summary>
public sealed class FileSizeTests
{
    private const int Limit = 400;

    // File → why it may be long.
    private static readonly Dictionary<string, string> reasons = new()
    {
        ["src/Workspace/Storage/Migrations/Sqlite/First.cs"] = "written by scripts/new-migration.sh",
        ["src/Workspace/Storage/Migrations/Sqlite/SqliteStoreModelSnapshot.cs"] = "written by scripts/new-migration.sh",
        ["src/Workspace/Storage/Migrations/Postgres/First.cs"] = "written by scripts/new-migration.sh",
        ["src/Workspace/Storage/Migrations/Postgres/PostgresStoreModelSnapshot.cs"] = "written by scripts/new-migration.sh",
    };

    [Fact]
    public void No_source_file_is_longer_than_400_lines_without_a_reason()
    {
        string[] kinds = [".cs", ".ts", ".razor", ".css", ".sh"];
        var tooLong = Checkout.Files
            .Where(file => kinds.Any(kind => file.EndsWith(kind, StringComparison.Ordinal)) && !reasons.ContainsKey(file))
            .Select(file => (file, lines: Checkout.Lines(file).Length))
            .Where(entry => entry.lines > Limit)
            .Select(entry => $"{entry.file}: {entry.lines}");

        Assert.Empty(tooLong);
    }

    [Fact]
    public void Every_reason_is_still_needed() =>
        Assert.All(reasons.Keys, file => Assert.True(Checkout.Files.Contains(file) && Checkout.Lines(file).Length > Limit, $"{file} is short now, or gone: remove its reason."));

    [Fact]
    public void No_file_is_larger_than_a_megabyte()
    {
        var large = Checkout.Files.Where(file => new FileInfo(Path.Combine(Checkout.Root, file)).Length > 1 << 20);

        Assert.Empty(large);
    }
}
