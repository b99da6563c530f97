// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.Runs;

namespace Schakel.Cluster;

/// <inheritdoc cref="IRuns"/>
internal sealed class OrleansRuns(RunFolder folder, RunWorks works, IGrainFactory grains, TimeProvider clock) : IRuns
{
    /// <summary>Who comes behind so many others is better told so.</summary>
    private const int MostUnfinished = 64;

    /// <inheritdoc/>
    public async Task<Outcome<Run>> Ask(string kind, string request, bool again, CancellationToken cancel)
    {
        if (works.Find(kind) is not { } work)
            return new Reason("no-such-work", $"There is no work called '{kind}'.");
        if (!work.Plan(request).TryGet(out var plan, out var reason))
            return reason;

        var known = folder.Find(plan.Key);
        var mustBegin = known is null || (again && known.State is (RunState.Cancelled or RunState.Failed));
        if (mustBegin && folder.Unfinished().Count >= MostUnfinished)
            return new Reason("server-busy", "Too many computations are waiting. Try again in a minute.");
        var run = known ?? folder.Create(kind, plan, clock.GetUtcNow());
        if (known is not null && mustBegin)
            folder.Requeue(run);
        if (mustBegin || !run.HasEnded)
            await grains.GetGrain<IRunGrain>(run.Key).GoOn().WaitAsync(cancel);
        return Find(run.Key);
    }

    /// <inheritdoc/>
    public Outcome<Run> Find(string key) => folder.Find(key) is { } run ? run : NoSuchRun(key);

    /// <inheritdoc/>
    public async Task<Outcome<Run>> Cancel(string key, CancellationToken cancel)
    {
        if (folder.Find(key) is not { } run)
            return NoSuchRun(key);
        if (!run.HasEnded)
            await grains.GetGrain<IRunGrain>(key).CallOff().WaitAsync(cancel);
        return Find(key);
    }

    /// <inheritdoc/>
    public IReadOnlyList<int> Missing(Run run) => run.State == RunState.Done ? [] : folder.Missing(run);

    /// <inheritdoc/>
    public void Discard(string key) => folder.Discard(key);

    /// <inheritdoc/>
    public byte[]? Result(string key) => folder.Result(key);

    private static Reason NoSuchRun(string key) => new("no-such-run", $"There is no run '{key}'.");
}
