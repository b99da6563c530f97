// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Schakel.Analysis;
using Schakel.Workspace.Runs;

namespace Schakel.Cluster;

/// <inheritdoc cref="IShardGrain"/>
internal sealed class ShardGrain(RunFolder folder, RunWorks works, ShardSlots slots) : Grain, IShardGrain
{
    /// <inheritdoc/>
    public async Task<ShardRefusal?> Compute(CancellationToken cancel)
    {
        DeactivateOnIdle();
        var name = this.GetPrimaryKeyString().Split('/');
        var (key, shard) = (name[0], int.Parse(name[1], CultureInfo.InvariantCulture));
        if (folder.Find(key) is not { HasEnded: false } run)
            return null;
        if (works.Find(run.Kind) is not { } work)
            return ShardRefusal.Of(new Reason("no-such-work", $"This program has no work called '{run.Kind}'.") { Arguments = [run.Kind] });

        return await slots.Take(
            () =>
            {
                if (!work.Compute(run.Plan, shard, cancel).TryGet(out var bytes, out var reason))
                    return ShardRefusal.Of(reason);
                cancel.ThrowIfCancellationRequested();
                folder.Keep(key, shard, bytes);
                return null;
            },
            cancel);
    }
}
