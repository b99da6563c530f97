// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Numerics;

namespace Schakel.Catalogue.Fetching.Transport;

/// <summary>
/// How long to wait before asking again: twice as long each time, with chance in it so that many programs do not come back at one moment.
/// The chance comes from a seed, so that a run can be repeated.
/// </summary>
internal sealed class BackOff(int seed, TimeSpan first, TimeSpan longest)
{
    private readonly Lock gate = new();
    private RandomSequence random = new(seed, stream: 5);

    /// <summary>Between half of the step and the whole of it; steps grow up to the longest.</summary>
    internal TimeSpan After(int attempt)
    {
        var step = Math.Min(longest.TotalMilliseconds, first.TotalMilliseconds * Math.Pow(2, attempt));
        lock (gate)
            return TimeSpan.FromMilliseconds(step * (0.5 + 0.5 * random.NextDouble()));
    }
}
