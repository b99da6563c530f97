// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.Runs;

namespace Schakel.Cluster;

/// <summary>Computes one shard of one run, on whatever machine has room. Its name is the key of the run, a slash and the number of the shard.</summary>
[Alias("schakel.shard")]
public interface IShardGrain : IGrainWithStringKey
{
    /// <summary>Computes the shard and keeps it in the folder of runs; nothing large travels between machines.</summary>
    /// <param name="cancel">Stops the work early.</param>
    /// <returns>Null when the shard is kept, otherwise why it cannot be.</returns>
    [Alias("compute")]
    [ResponseTimeout("06:00:00")]
    Task<ShardRefusal?> Compute(CancellationToken cancel);
}

/// <summary>Why a shard has no answer.</summary>
/// <param name="Why">The reason as stored.</param>
[GenerateSerializer]
[Immutable]
[Alias("schakel.shard-refusal")]
public sealed record ShardRefusal([property: Id(0)] string Why)
{
    internal static ShardRefusal Of(Reason reason) => new(StoredReason.Write(reason));

    internal Reason ToReason() => StoredReason.Read(Why);
}
