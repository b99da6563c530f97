// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics;
using System.Globalization;
using Schakel.Silo;
using Schakel.Workspace.Runs;

namespace Schakel.Hosts.Tests.Runs;

/// <summary>Two real programs that share a folder and find each other through a real Redis.</summary>
public sealed class TogetherTests : IAsyncLifetime
{
    private const string Request = "2009 60 2000";
    private readonly string folder = Directory.CreateTempSubdirectory("schakel cluster ").FullName;
    private readonly List<Process> started = [];
    private readonly int redis = FreePort.Take();

    public ValueTask InitializeAsync()
    {
        if (!File.Exists("/usr/bin/redis-server"))
        {
            Assert.SkipWhen(Environment.GetEnvironmentVariable("CI") is null, "redis-server is not here: Debian package redis-server.");
            Assert.Fail("The build server has no redis-server.");
        }

        Start("/usr/bin/redis-server", ["--port", $"{redis}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", folder]);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in started)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_machine_that_dies_in_the_middle_costs_time_and_changes_no_byte()
    {
        var runs = new RunFolder(Path.Combine(folder, "runs"));
        var (first, second) = (await Silo("a"), await Silo("a"));
        var key = await Ask(first, Request);
        await Until(() => runs.Find(key) is { Parts: >= 10 });

        // The one that was asked most likely sees the run through: the other must take that over as well.
        first.Kill();
        var atDeath = runs.Find(key)!.Parts;
        await Until(() => runs.Find(key) is { HasEnded: true });

        Assert.InRange(atDeath, 10, 59);
        Assert.Equal((RunState.Done, null), (runs.Find(key)!.State, runs.Find(key)!.Why));
        Assert.Equal(Alone(), runs.Result(key));
        Assert.False(second.HasExited);
    }

    private static byte[] Alone()
    {
        var work = new ChanceWork();
        Assert.True(work.Plan(Request).TryGet(out var plan, out _));
        var parts = Enumerable.Range(0, plan.Shards).Select(shard => work.Compute(plan, shard, CancellationToken.None).TryGet(out var part, out _) ? part : []).ToArray();
        Assert.True(work.Combine(plan, parts).TryGet(out var whole, out _));
        return whole;
    }

    private async Task<Process> Silo(string cluster)
    {
        var silo = Start("dotnet", [Path.Combine(AppContext.BaseDirectory, "schakel-test-silo.dll"), Path.Combine(folder, "runs"), $"127.0.0.1:{redis}", cluster, FreePort.Take().ToString(CultureInfo.InvariantCulture)]);
        Assert.Equal("ready", await silo.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
        return silo;
    }

    private static async Task<string> Ask(Process silo, string request)
    {
        await silo.StandardInput.WriteLineAsync(request);
        await silo.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        return await silo.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) ?? "";
    }

    private Process Start(string program, string[] arguments)
    {
        var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = folder })!;
        started.Add(process);
        return process;
    }

    private static async Task Until(Func<bool> condition)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(120));
        while (!condition())
            await Task.Delay(10, patience.Token);
    }
}
