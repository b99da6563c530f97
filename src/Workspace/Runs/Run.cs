// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;

namespace Schakel.Workspace.Runs;

/// <summary>A run as its record says.</summary>
/// <param name="Kind">Kind of work.</param>
/// <param name="Plan">What is computed, and the name of the result.</param>
/// <param name="AskedAt">When it was first asked for.</param>
/// <param name="State">Where it stands.</param>
/// <param name="StartedAt">When the present attempt began; null before that.</param>
/// <param name="EndedAt">When it ended; null before that.</param>
/// <param name="PartsAtStart">[0..Shards] Shards that an earlier attempt had left.</param>
/// <param name="Parts">[0..Shards] Shards that are there now.</param>
/// <param name="Why">Why there is no result; only with <see cref="RunState.Failed"/>.</param>
public sealed record Run(
    string Kind, RunPlan Plan, DateTimeOffset AskedAt, RunState State, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt, int PartsAtStart, int Parts, Reason? Why)
{
    /// <summary>Name of the run and of its result.</summary>
    public string Key => Plan.Key;

    /// <summary>Whether nothing will happen any more unless somebody asks again.</summary>
    public bool HasEnded => State is RunState.Done or RunState.Cancelled or RunState.Failed;

    /// <summary>How long it will still take if the rest goes as fast as what this attempt did; null when nothing can be said yet.</summary>
    /// <param name="now">The present.</param>
    public TimeSpan? Remaining(DateTimeOffset now)
    {
        var (done, left) = (Parts - PartsAtStart, Plan.Shards - Parts);
        return State == RunState.Running && StartedAt is { } started && done > 0 ? (now - started) / done * left : null;
    }
}
