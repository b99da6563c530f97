// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Cluster;

/// <summary>How many shards this machine computes at the same time: one a core, the rest waits its turn.</summary>
/// <param name="cores">[≥ 1]</param>
internal sealed class ShardSlots(int cores) : IDisposable
{
    private readonly SemaphoreSlim free = new(cores);

    internal async Task<T> Take<T>(Func<T> work, CancellationToken cancel)
    {
        await free.WaitAsync(cancel);
        try
        {
            // Off the scheduler of grains: it is for short turns, this may take minutes.
            return await Task.Run(work, cancel);
        }
        finally
        {
            free.Release();
        }
    }

    public void Dispose() => free.Dispose();
}
