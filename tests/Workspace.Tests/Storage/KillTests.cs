// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Schakel.Analysis.Numerics;
using Schakel.Workspace.Members;
using Schakel.Workspace.Opgaven;
using Schakel.Workspace.Storage;

namespace Schakel.Workspace.Tests.Storage;

/// <summary>A real process that writes, killed without warning. SCHAKEL_KILLS sets how often (100 for a thorough run).</summary>
public sealed class KillTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("schakel kill ").FullName;

    private static int Kills => int.TryParse(Environment.GetEnvironmentVariable("SCHAKEL_KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills : 6;

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task No_acknowledged_write_is_lost_and_none_is_half_after_a_kill_at_any_moment()
    {
        var cancel = TestContext.Current.CancellationToken;
        var setting = StoreSetting.OfFile(Path.Combine(folder, "een werkruimte.workspace"));
        var stores = await StoreUnderTest.Opened(setting);
        var (tenant, member) = (Guid.NewGuid(), Guid.NewGuid());
        await using (var store = stores.For(tenant))
        {
            Assert.True(Municipality.Found(tenant, "GM0001", "Stad", "Loket").TryGet(out var municipality, out _));
            store.Add(municipality);
            await store.SaveChangesAsync(cancel);
        }

        var random = new RandomSequence(2009);
        var (opened, moved) = (new HashSet<Guid>(), new HashSet<Guid>());
        // Two at once, so that one dies while the other waits for its turn. Starting is nearly all that a round costs, so one new writer starts for each
        // that dies, and it starts while the others work.
        var writers = new Queue<(Process Program, Task Heard)>();
        for (var kill = 0; kill < Kills; kill++)
        {
            while (writers.Count < 2)
            {
                var (program, before) = (Writer(setting, tenant, member), opened.Count);
                writers.Enqueue((program, Hear(program, opened, moved)));
                var patience = Stopwatch.StartNew();
                while (opened.Count == before && patience.Elapsed < TimeSpan.FromSeconds(60))
                    await Task.Delay(20, cancel);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(400 * random.NextDouble()), cancel);
            await End(writers.Dequeue());
        }

        while (writers.Count > 0)
            await End(writers.Dequeue());

        Assert.True(opened.Count >= Kills, $"Only {opened.Count} writes were acknowledged; the test proves too little.");
        await using var read = stores.For(tenant);
        var kept = await read.Opgaven.ToDictionaryAsync(opgave => opgave.Id, cancel);
        Assert.All(opened, id => Assert.True(kept.ContainsKey(id), $"{id} was acknowledged and is lost."));
        Assert.All(moved, id => Assert.Equal(OpgaveState.Explored, kept[id].State));
        // None half: every opgave has exactly the lines of its story that its state asks for.
        var lines = (await read.History.ToListAsync(cancel)).ToLookup(line => line.Subject);
        Assert.All(kept.Values, opgave => Assert.Equal(
            opgave.State == OpgaveState.Explored ? ["noticed", "explored"] : new[] { "noticed" }, lines[opgave.Id].Select(line => line.To)));
        Assert.All(lines, story => Assert.True(kept.ContainsKey(story.Key)));
        Assert.Equal("ok", (await read.Database.SqlQueryRaw<string>("pragma integrity_check").ToListAsync(cancel)).Single());
    }

    private static async Task End((Process Program, Task Heard) writer)
    {
        writer.Program.Kill();
        await writer.Heard;
        writer.Program.Dispose();
    }

    private static Process Writer(StoreSetting setting, Guid tenant, Guid member)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Schakel.StoreWriter.dll"), setting.File!, tenant.ToString(), member.ToString()])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start)!;
    }

    private static async Task Hear(Process writer, HashSet<Guid> opened, HashSet<Guid> moved)
    {
        writer.ErrorDataReceived += (_, _) => { };
        writer.BeginErrorReadLine();
        while (await writer.StandardOutput.ReadLineAsync() is { } line)
            if (line.Split(' ') is [var what, var id] && Guid.TryParse(id, out var known))
                lock (opened)
                    (what == "opened" ? opened : moved).Add(known);
    }
}
