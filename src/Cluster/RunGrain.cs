// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Microsoft.Extensions.Logging;
using Schakel.Analysis;
using Schakel.Workspace.Runs;

namespace Schakel.Cluster;

/// <inheritdoc cref="IRunGrain"/>
internal sealed partial class RunGrain(RunFolder folder, RunWorks works, TimeProvider clock, ILogger<RunGrain> log) : Grain, IRunGrain, IDisposable
{
    // Enough to keep every core of a handful of machines busy; more would only wait in their queues.
    private const int ShardsUnderway = 64;

    // A machine that dies loses its shards again and again only when the machines keep dying.
    private const int AttemptsOfOneShard = 20;

    private CancellationTokenSource? stopping;
    private Task attempt = Task.CompletedTask;

    /// <inheritdoc/>
    public Task GoOn()
    {
        if (attempt.IsCompleted && folder.Find(this.GetPrimaryKeyString()) is { HasEnded: false } run)
        {
            stopping?.Dispose();
            stopping = new CancellationTokenSource();
            // Not awaited: the run outlives the call. It goes on in turns of this grain, so a call to stop can come in between.
            attempt = SeeThrough(run, stopping.Token);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task CallOff()
    {
        folder.AskToStop(this.GetPrimaryKeyString());
        if (stopping is not null)
            await stopping.CancelAsync();
        await attempt;
        if (folder.Find(this.GetPrimaryKeyString()) is { HasEnded: false } run)
            folder.End(run, RunState.Cancelled, null, clock.GetUtcNow());
    }

    /// <inheritdoc/>
    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        // A machine that is stopped in peace leaves the run unfinished, for the next one.
        if (stopping is not null)
            await stopping.CancelAsync();
        await attempt.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    /// <inheritdoc/>
    public void Dispose() => stopping?.Dispose();

    private async Task SeeThrough(Run run, CancellationToken cancel)
    {
        // An activation in the middle of a run must not be put away for being idle.
        DelayDeactivation(TimeSpan.FromDays(7));
        try
        {
            folder.Begin(run, clock.GetUtcNow());
            run = folder.Find(run.Key)!;
            if (folder.MustStop(run.Key))
                throw new OperationCanceledException();
            if (folder.FinishIfThere(run, clock.GetUtcNow()))
                return;
            if (await Shards(run, cancel) is { } why)
                folder.End(run, RunState.Failed, why, clock.GetUtcNow());
            else
                await Finish(run);
        }
        catch (OperationCanceledException)
        {
            if (folder.MustStop(run.Key))
                folder.End(run, RunState.Cancelled, null, clock.GetUtcNow());
        }
#pragma warning disable CA1031 // Whatever broke, the run must say so instead of standing at "running" for ever.
        catch (Exception broken)
#pragma warning restore CA1031
        {
            LogBroken(log, broken, run.Kind, run.Key);
            folder.End(run, RunState.Failed, new Reason("run-broke", "Something went wrong inside the program; the log says what."), clock.GetUtcNow());
        }
        finally
        {
            DeactivateOnIdle();
        }
    }

    private async Task<Reason?> Shards(Run run, CancellationToken cancel)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var (waiting, underway) = (new Queue<int>(folder.Missing(run)), new List<Task<ShardRefusal?>>());
        try
        {
            while (waiting.Count > 0 || underway.Count > 0)
            {
                while (waiting.Count > 0 && underway.Count < ShardsUnderway)
                    underway.Add(Shard(run.Key, waiting.Dequeue(), enough.Token));
                var done = await Task.WhenAny(underway);
                underway.Remove(done);
                if (await done is { } refusal)
                    return refusal.ToReason();
            }

            return null;
        }
        finally
        {
            // One shard without an answer leaves the whole without: the others need not go on.
            await enough.CancelAsync();
            await ((Task)Task.WhenAll(underway)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }
    }

    private async Task<ShardRefusal?> Shard(string key, int shard, CancellationToken cancel)
    {
        for (var attempts = 1; ; attempts++)
        {
            try
            {
                return await GrainFactory.GetGrain<IShardGrain>(string.Create(CultureInfo.InvariantCulture, $"{key}/{shard}")).Compute(cancel);
            }
            catch (Exception lost) when ((lost is OrleansException or TimeoutException) && attempts < AttemptsOfOneShard)
            {
                // A shard is a pure function: computed again, elsewhere, it gives the same bytes.
                LogLost(log, shard, key);
                await Task.Delay(TimeSpan.FromMilliseconds(250), clock, cancel);
            }
        }
    }

    private async Task Finish(Run run)
    {
        var work = works.Find(run.Kind)!;
        if ((await Task.Run(() => work.Combine(run.Plan, folder.Parts(run)))).TryGet(out var result, out var reason))
            folder.Finish(run, result, clock.GetUtcNow());
        else
            folder.End(run, RunState.Failed, reason, clock.GetUtcNow());
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Run {Key} ({Kind}) broke.")]
    private static partial void LogBroken(ILogger log, Exception broken, string kind, string key);

    [LoggerMessage(Level = LogLevel.Information, Message = "Shard {Shard} of run {Key} was lost with its machine and is computed again.")]
    private static partial void LogLost(ILogger log, int shard, string key);
}
