// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Collections.Concurrent;
using Schakel.Analysis;
using Schakel.Workspace.Runs;

namespace Schakel.Web.Runs;

/// <summary>Which run goes with which question, so that who looks how far it is does not have it planned again: that gathers all its units.</summary>
public sealed class AskedRuns(IRuns runs)
{
    private const int Kept = 1024;

    private readonly ConcurrentDictionary<(string Ground, string Kind, string Request), string> keys = new();

    /// <summary>Asks for a result, or finds the run that was asked before.</summary>
    /// <param name="ground">Fingerprint of the figures.</param>
    /// <param name="kind">Kind of work.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="again">Whether a run that was stopped or failed begins again.</param>
    /// <param name="cancel">Stops asking, not the run.</param>
    public async Task<Outcome<Run>> Ask(string ground, string kind, string request, bool again, CancellationToken cancel)
    {
        if (!again && Find(ground, kind, request) is { } known)
            return known;
        if (!(await runs.Ask(kind, request, again, cancel)).TryGet(out var run, out var reason))
            return reason;

        // What is forgotten is planned once more.
        if (keys.Count > Kept)
            keys.Clear();
        keys[(ground, kind, request)] = run.Key;
        return run;
    }

    /// <summary>The run that was asked before; null when there was none, or when it is gone.</summary>
    public Run? Find(string ground, string kind, string request) =>
        keys.TryGetValue((ground, kind, request), out var key) && runs.Find(key).TryGet(out var run, out _) ? run : null;
}
