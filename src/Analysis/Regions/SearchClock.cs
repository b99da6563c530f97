// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Regions;

/// <summary>Stops a search by the clock. Without a limit the clock is never asked, so that the same seed gives the same plans anywhere.</summary>
internal sealed class SearchClock(WorkAreaOptions options)
{
    // Of the time that a user gives: how much goes to the search for fewer areas, and how much to all of the search.
    private const double FewestShare = 0.55, WholeShare = 0.9;

    private volatile bool wasCut;

    /// <summary>Whether the clock cut a search short.</summary>
    internal bool WasCut => wasCut;

    internal bool IsFewestOver() => IsOver(FewestShare);

    internal bool IsOver() => IsOver(WholeShare);

    private bool IsOver(double share)
    {
        if (options.TimeUsed is not { } used || used() < share)
            return false;
        return wasCut = true;
    }
}
