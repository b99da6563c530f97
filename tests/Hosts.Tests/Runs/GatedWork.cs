// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using Schakel.Analysis;
using Schakel.Workspace.Runs;

namespace Schakel.Hosts.Tests.Runs;

/// <summary>Work whose shards wait at a gate until the test lets them through.</summary>
internal sealed class GatedWork : IRunWork, IDisposable
{
    private readonly SemaphoreSlim gate = new(0);
    private int computed;

    internal required int Shards { get; init; }

    internal int? Refuses { get; init; }

    internal bool Breaks { get; init; }

    internal int Computed => computed;

    public string Kind => "gated";

    public void Dispose() => gate.Dispose();

    internal void Open(int shards) => gate.Release(shards);

    public Outcome<RunPlan> Plan(string request) =>
        request == "a town" ? new RunPlan(new string('a', 64), request, Shards) : new Reason("no-such-request", "Ask for a town.");

    public Outcome<byte[]> Compute(RunPlan plan, int shard, CancellationToken cancel)
    {
        gate.Wait(cancel);
        if (Breaks)
            throw new InvalidOperationException("A bug.");
        if (Refuses == shard)
            return new Reason("no-variation", "All values are equal.");
        Interlocked.Increment(ref computed);
        return Encoding.UTF8.GetBytes($"{shard} ");
    }

    public Outcome<byte[]> Combine(RunPlan plan, IReadOnlyList<byte[]> parts) => parts.SelectMany(part => part).ToArray();
}
