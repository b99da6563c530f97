// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Workspace.Runs;

/// <summary>Where a run stands: Queued > Running > Done, Cancelled or Failed; the last two may be queued again.</summary>
public enum RunState
{
    /// <summary>Asked for; nobody has begun.</summary>
    Queued,

    /// <summary>Somebody computes.</summary>
    Running,

    /// <summary>The result is there and will never change.</summary>
    Done,

    /// <summary>Somebody stopped it. What was computed is kept for a next time.</summary>
    Cancelled,

    /// <summary>There is no result, and the run says why.</summary>
    Failed,
}
