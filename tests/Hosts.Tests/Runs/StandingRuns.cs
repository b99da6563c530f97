// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.Runs;

namespace Schakel.Hosts.Tests.Runs;

/// <summary>Runs that stand still at three shards of eleven until somebody stops them: a test of what is shown meanwhile need not race.</summary>
internal sealed class StandingRuns : IRuns
{
    private Run run = new(
        "evidence", new RunPlan(new string('a', 64), "{}", 11), DateTimeOffset.UnixEpoch, RunState.Running, TimeProvider.System.GetUtcNow().AddSeconds(-30), null, 0, 3, null);

    internal int Asked { get; private set; }

    public Task<Outcome<Run>> Ask(string kind, string request, bool again, CancellationToken cancel)
    {
        Asked++;
        if (again)
            run = run with { State = RunState.Running };
        return Task.FromResult(new Outcome<Run>(run));
    }

    public Outcome<Run> Find(string key) => key == run.Key ? run : new Reason("no-such-run", "There is no such run.");

    public Task<Outcome<Run>> Cancel(string key, CancellationToken cancel)
    {
        run = run with { State = RunState.Cancelled };
        return Task.FromResult(new Outcome<Run>(run));
    }

    public IReadOnlyList<int> Missing(Run asked) => [.. Enumerable.Range(3, 8)];

    public void Discard(string key)
    {
        // Nothing is kept here.
    }

    public byte[]? Result(string key) => null;
}
