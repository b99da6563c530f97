// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Schakel.Cluster;
using Schakel.Workspace.Runs;

namespace Schakel.Hosts.Tests.Runs;

/// <summary>Runs in one program, on a folder that outlives it.</summary>
public sealed class AloneTests : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"schakel runs {Guid.NewGuid():N}");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Asking_twice_is_asking_once()
    {
        var work = new GatedWork { Shards = 5 };
        work.Open(5);
        using var program = await Start(work);

        var first = await Ended(program, await Ask(program));
        var again = await Ask(program);

        Assert.Equal(RunState.Done, first.State);
        Assert.Equal(first, again);
        Assert.Equal(5, work.Computed);
        Assert.Equal("0 1 2 3 4 ", Encoding.UTF8.GetString(Runs(program).Result(first.Key)!));
    }

    [Fact]
    public async Task A_run_that_was_interrupted_goes_on_with_the_shards_it_had()
    {
        var before = new GatedWork { Shards = 6 };
        before.Open(4);
        string key;
        using (var program = await Start(before))
        {
            key = (await Ask(program)).Key;
            await Until(() => Runs(program).Find(key).TryGet(out var run, out _) && run.Parts == 4);
            await program.StopAsync(TestContext.Current.CancellationToken);
        }

        var after = new GatedWork { Shards = 6 };
        after.Open(6);
        // Nobody asks again: the start of the program looks for what was left.
        using var next = await Start(after);
        await Until(() => Runs(next).Find(key).TryGet(out var run, out _) && run.HasEnded);

        Assert.Equal("0 1 2 3 4 5 ", Encoding.UTF8.GetString(Runs(next).Result(key)!));
        Assert.Equal(2, after.Computed);
    }

    [Fact]
    public async Task A_run_can_be_stopped_and_asked_for_again()
    {
        var work = new GatedWork { Shards = 3 };
        work.Open(1);
        using var program = await Start(work);
        var run = await Ask(program);
        await Until(() => Runs(program).Find(run.Key).TryGet(out var now, out _) && now.Parts == 1);

        Assert.True((await Runs(program).Cancel(run.Key, TestContext.Current.CancellationToken)).TryGet(out var stopped, out _));
        Assert.Equal(RunState.Cancelled, stopped.State);
        Assert.Null(Runs(program).Result(run.Key));

        work.Open(2);
        Assert.Equal(RunState.Done, (await Ended(program, await Ask(program))).State);
        Assert.Equal(3, work.Computed);
    }

    [Fact]
    public async Task A_shard_without_an_answer_fails_the_run_with_its_reason()
    {
        var work = new GatedWork { Shards = 3, Refuses = 1 };
        work.Open(3);
        using var program = await Start(work);

        var run = await Ended(program, await Ask(program));

        Assert.Equal(RunState.Failed, run.State);
        Assert.Equal(("no-variation", "All values are equal."), (run.Why?.Code, run.Why?.Detail));
    }

    [Fact]
    public async Task A_bug_in_a_shard_ends_the_run_instead_of_leaving_it_at_running()
    {
        var work = new GatedWork { Shards = 2, Breaks = true };
        work.Open(2);
        using var program = await Start(work);

        var run = await Ended(program, await Ask(program));

        Assert.Equal((RunState.Failed, "run-broke"), (run.State, run.Why?.Code));
    }

    [Fact]
    public async Task What_nobody_can_compute_or_find_is_a_clear_no()
    {
        using var program = await Start(new GatedWork { Shards = 1 });

        Assert.False((await Runs(program).Ask("alchemy", "", again: true, TestContext.Current.CancellationToken)).TryGet(out _, out var unknown));
        Assert.False((await Runs(program).Ask("gated", "nonsense", again: true, TestContext.Current.CancellationToken)).TryGet(out _, out var refused));
        Assert.False(Runs(program).Find("../../etc/passwd").TryGet(out _, out var outside));

        Assert.Equal(["no-such-work", "no-such-request", "no-such-run"], new[] { unknown.Code, refused.Code, outside.Code });
    }

    private async Task<IHost> Start(IRunWork work)
    {
        Directory.CreateDirectory(folder);
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddInProcessRuns(folder, works => works.AddSingleton(work));
        var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        return host;
    }

    private static IRuns Runs(IHost program) => program.Services.GetRequiredService<IRuns>();

    private static async Task<Run> Ask(IHost program)
    {
        Assert.True((await Runs(program).Ask("gated", "a town", again: true, TestContext.Current.CancellationToken)).TryGet(out var run, out _));
        return run;
    }

    private static async Task<Run> Ended(IHost program, Run asked)
    {
        Run? run = null;
        await Until(() => Runs(program).Find(asked.Key).TryGet(out run, out _) && run.HasEnded);
        return run!;
    }

    private static async Task Until(Func<bool> condition)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while (!condition())
            await Task.Delay(10, patience.Token);
    }
}
