// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;

namespace Schakel.Workspace.Runs;

/// <summary>
/// A kind of work that is too long for one request. It is cut into shards that are pure functions: a shard that was lost with its machine
/// is computed again, anywhere, and gives the same bytes.
/// </summary>
public interface IRunWork
{
    /// <summary>Name of this kind of work in the records of runs, such as <c>evidence</c>.</summary>
    string Kind { get; }

    /// <summary>Reads a request and cuts the work.</summary>
    /// <param name="request">As a caller or an earlier plan wrote it.</param>
    /// <returns>The plan, or why this cannot be asked.</returns>
    Outcome<RunPlan> Plan(string request);

    /// <summary>Computes one shard.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="shard">[0..Shards − 1]</param>
    /// <param name="cancel">Stops the work early.</param>
    /// <returns>The bytes of the shard, or why there is no answer (then the run fails with that reason).</returns>
    Outcome<byte[]> Compute(RunPlan plan, int shard, CancellationToken cancel);

    /// <summary>Puts the shards together.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="parts">The bytes of all shards, in order.</param>
    /// <returns>The bytes of the result, or why there is no answer.</returns>
    Outcome<byte[]> Combine(RunPlan plan, IReadOnlyList<byte[]> parts);
}
