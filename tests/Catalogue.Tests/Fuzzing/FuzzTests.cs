// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics;
using System.Globalization;
using Schakel.Analysis.Numerics;
using Schakel.Catalogue.Areas;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Sources;

namespace Schakel.Catalogue.Tests.Fuzzing;

/// <summary>
/// Whatever a file holds, reading it ends soon, within bounded memory, in tables or in a refusal. Ten seconds in every run;
/// <c>SCHAKEL_FUZZ_SECONDS=600</c> for longer, <c>SCHAKEL_FUZZ_SEED=n</c> for other files or to see one again, <c>SCHAKEL_FUZZ_ONLY=.gpkg</c> for one format.
/// </summary>
public sealed class FuzzTests
{
    private static readonly TimeSpan longestReading = TimeSpan.FromSeconds(30);

    private const long MostMemory = 1L << 30;

    [Fact]
    public void Changed_files_give_tables_or_a_refusal_and_nothing_else()
    {
        var seconds = Setting("SCHAKEL_FUZZ_SECONDS", 10);
        var firstSeed = Setting("SCHAKEL_FUZZ_SEED", 2009);
        var only = Environment.GetEnvironmentVariable("SCHAKEL_FUZZ_ONLY") ?? "";
        var all = FuzzSeeds.All();
        var seeds = all.Where(seed => seed.Name.EndsWith(only, StringComparison.Ordinal)).ToList();
        var output = TestContext.Current.TestOutputHelper;
        output?.WriteLine($"First seed {firstSeed}, {seconds} s, {seeds.Count} kinds of file.");

        var folder = Directory.CreateTempSubdirectory("schakel fuzz ");
        var clock = Stopwatch.StartNew();
        var number = firstSeed;
        int read = 0, refused = 0;
        for (; clock.Elapsed.TotalSeconds < seconds; number++)
        {
            var random = new RandomSequence(number);
            var seed = seeds[random.NextInt(seeds.Count)];
            var path = Path.Combine(folder.FullName, string.Create(CultureInfo.InvariantCulture, $"{number} {seed.Name}"));
            File.WriteAllBytes(path, Mutation.Of(seed, all, ref random));
            var wrong = WhatIsWrong(path, ref read, ref refused);
            if (wrong is not null)
                Assert.Fail($"Seed {number} ({seed.Name}), kept as {path}: {wrong}");
            File.Delete(path);
        }
        folder.Delete(recursive: true);
        output?.WriteLine($"{number - firstSeed} files: {read} read, {refused} refused.");

        Assert.True(read > 0 && refused > 0, $"{read} files read, {refused} refused: the changes are too small or too large.");
    }

    private static string? WhatIsWrong(string path, ref int read, ref int refused)
    {
        var memory = GC.GetTotalAllocatedBytes();
        using var stop = new CancellationTokenSource();
        var task = Task.Run(() => SourceFile.Read(path, new ReadOptions { MaxBytes = 64 << 20 }, stop.Token), TestContext.Current.CancellationToken);
        try
        {
            if (!task.Wait((int)longestReading.TotalMilliseconds, TestContext.Current.CancellationToken))
            {
                stop.Cancel();
                return $"reading took more than {longestReading.TotalSeconds} s";
            }
        }
        catch (AggregateException broken)
        {
            return $"an exception: {broken.InnerException}";
        }
        var used = GC.GetTotalAllocatedBytes() - memory;
        if (used > MostMemory)
            return $"reading took {used >> 20} MB";
        if (!task.GetAwaiter().GetResult().TryGet(out var tables, out var reason))
        {
            refused++;
            return reason is Refusal { Code.Length: > 0, Detail.Length: > 0 } refusal && refusal.Path == path ? null : $"a refusal that says nothing: {reason}";
        }
        read++;
        return tables.Select(WhatIsWrong).FirstOrDefault(wrong => wrong is not null);
    }

    private static string? WhatIsWrong(SourceTable table)
    {
        foreach (var column in table.Columns)
        {
            if (column.Count != table.RowCount)
                return $"column {column.Name} has {column.Count} cells in {table.RowCount} rows";
            if (column is NumberColumn figures)
                for (var row = 0; row < figures.Count; row++)
                    if (figures.Missing[row] == MissingReason.Present ? !double.IsFinite(figures.Values[row]) : !double.IsNaN(figures.Values[row]))
                        return $"column {column.Name}, row {row}: {figures.Values[row]} is {figures.Missing[row]}";
        }
        if (table.Columns.Select(column => column.Name).Distinct().Count() != table.Columns.Count)
            return "two columns have one name";
        if (table.Geometries is null)
            return null;
        if (table.Geometries.Length != table.RowCount)
            return $"{table.Geometries.Length} geometries in {table.RowCount} rows";
        BoundaryColumns.AreaBoundariesOf(table.Geometries);
        return table.Geometries.Any(geometry => geometry is { IsEmpty: true }) ? "an empty geometry is not null" : null;
    }

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : usual;
}
