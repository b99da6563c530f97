// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics;
using System.Globalization;
using Schakel.Catalogue.Storage;
using Schakel.Hosts.Tests.Cli;
using Schakel.Hosts.Tests.Web.Faults;
using Schakel.Workspace.Evidence;
using Schakel.Workspace.Runs;
using Schakel.Workspace.Studies;

namespace Schakel.Hosts.Tests.Runs;

/// <summary>Two real web programs with one folder of runs and a real Redis: the one that was asked dies, the other gives the same bytes.</summary>
public sealed class EvidenceTogetherTests(DemoTown town) : IClassFixture<DemoTown>, IDisposable
{
    private readonly TestFolder folder = new();
    private Process? redis;

    public void Dispose()
    {
        redis?.Kill();
        redis?.WaitForExit();
        redis?.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Evidence_survives_the_death_of_the_program_that_was_asked_and_has_the_same_bytes()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/redis-server"), "redis-server is not here: Debian package redis-server.");
        var port = FreePort.Take();
        redis = Process.Start(new ProcessStartInfo("/usr/bin/redis-server", ["--port", $"{port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", folder.Path]) { RedirectStandardOutput = true })!;
        var runs = new RunFolder(folder.Find("berekeningen"));
        var (first, second) = (await Start("een", port), await Start("twee", port));
        await using var _ = second;

        Assert.True(CatalogueFolder.Open(town.Catalogue).TryGet(out var catalogue, out var reason), reason?.Detail);
        var work = new EvidenceRun(() => catalogue);
        Assert.True(work.Plan(EvidenceRun.Request(new StudyQuestion("zwerfafval") { Year = 2024 })).TryGet(out var plan, out reason), reason?.Detail);
        using (var client = new HttpClient { BaseAddress = first.Address })
        {
            using var asked = await client.PostAsync(new Uri("/api/v1/runs", UriKind.Relative), new StringContent("""{"kind":"evidence","indicator":"zwerfafval","year":2024}""", System.Text.Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
            Assert.True(asked.IsSuccessStatusCode, await asked.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }

        await Until(() => runs.Find(plan.Key) is { Parts: >= 1 });
        var atDeath = runs.Find(plan.Key)!;
        await first.Kill();
        await Until(() => runs.Find(plan.Key) is { HasEnded: true });

        Assert.Equal(RunState.Done, runs.Find(plan.Key)!.State);
        Assert.False(atDeath.HasEnded, "It was done before it could be killed: ask something larger.");
        var parts = Enumerable.Range(0, plan.Shards).Select(shard => work.Compute(plan, shard, CancellationToken.None).TryGet(out var part, out var why) ? part : throw new InvalidOperationException(why.Detail)).ToArray();
        Assert.True(work.Combine(plan, parts).TryGet(out var alone, out reason), reason?.Detail);
        Assert.Equal(alone, runs.Result(plan.Key));
        using (var client = new HttpClient { BaseAddress = second.Address })
            Assert.Contains(plan.Key, await client.GetStringAsync(new Uri($"/api/v1/evidence/{plan.Key}", UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await first.DisposeAsync();
    }

    private Task<RealSite> Start(string name, int redisPort) => RealSite.Start(folder.Find($"{name}.workspace"), settings:
    [
        ("data", town.Catalogue), ("Schakel:Runs:Off", "false"), ("Schakel:Runs:Folder", folder.Find("berekeningen")), ("Schakel:Cluster:Redis", $"127.0.0.1:{redisPort}"),
        ("Schakel:Cluster:SiloPort", FreePort.Take().ToString(CultureInfo.InvariantCulture)), ("Schakel:Cluster:Name", "bewijs"),
    ]);

    private static async Task Until(Func<bool> condition)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(120));
        while (!condition())
            await Task.Delay(10, patience.Token);
    }
}
