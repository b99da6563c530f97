// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;

namespace Schakel.Workspace.Runs;

/// <summary>Long work, for callers: ask, look, stop, fetch. Where and on how many machines it is computed is not their business.</summary>
public interface IRuns
{
    /// <summary>Asks for a result. Asking twice is asking once: the run of the same key is returned, done or not.</summary>
    /// <param name="kind">Kind of work.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="again">Whether a run that was stopped or failed begins again, with the shards it had.</param>
    /// <param name="cancel">Stops asking, not the run.</param>
    /// <returns>The run, or why this cannot be asked (<c>no-such-work</c>, <c>server-busy</c>, or a reason of the work).</returns>
    Task<Outcome<Run>> Ask(string kind, string request, bool again, CancellationToken cancel);

    /// <summary>The run of a key, or <c>no-such-run</c>.</summary>
    /// <param name="key">As in <see cref="RunPlan.Key"/>.</param>
    Outcome<Run> Find(string key);

    /// <summary>Stops a run; one that has ended stays as it is.</summary>
    /// <param name="key">As in <see cref="RunPlan.Key"/>.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>The run, or <c>no-such-run</c>.</returns>
    Task<Outcome<Run>> Cancel(string key, CancellationToken cancel);

    /// <summary>Shards of a run that are still to be computed.</summary>
    /// <param name="run">The run.</param>
    IReadOnlyList<int> Missing(Run run);

    /// <summary>Throws away a run that has ended, because its result cannot be read any more; who asks again gets a new one.</summary>
    /// <param name="key">As in <see cref="RunPlan.Key"/>.</param>
    void Discard(string key);

    /// <summary>The result of a run that is done; null when it is not.</summary>
    /// <param name="key">As in <see cref="RunPlan.Key"/>.</param>
    byte[]? Result(string key);
}
