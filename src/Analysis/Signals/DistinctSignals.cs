// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Signals;

/// <summary>One report.</summary>
/// <param name="Id">Its code.</param>
/// <param name="Reporter">Who reported, as a pseudonym; null or empty = unknown.</param>
/// <param name="Category">About what.</param>
/// <param name="Date">On which day.</param>
/// <param name="X">[metres].</param>
/// <param name="Y">[metres].</param>
public sealed record ReportedSignal(string Id, string? Reporter, string Category, DateOnly Date, double X, double Y);

/// <summary>Reports, counted once each.</summary>
/// <param name="Raw">All reports.</param>
/// <param name="Distinct">Those that count.</param>
/// <param name="Kept">Codes of those that count, sorted.</param>
/// <param name="RepeatOf">Code of a repeat → code of the one that it repeats.</param>
/// <param name="LargestReporterShare">[0..1] of all reports with a known reporter, by the busiest one; missing with <c>reporters-unknown</c>.</param>
/// <param name="Warnings"><c>one-reporter</c>.</param>
public sealed record DistinctSignalsResult(
    int Raw, int Distinct, IReadOnlyList<string> Kept, IReadOnlyDictionary<string, string> RepeatOf, Figure LargestReporterShare, IReadOnlyList<Warning> Warnings);

/// <summary>How many different things were reported?</summary>
public static class DistinctSignals
{
    private const int RepeatDays = 7;
    private const double RepeatMetres = 100, DrivenByOne = 0.30;

    /// <summary>Counts a reporter once for each place and week, and says when one reporter makes the picture.</summary>
    /// <remarks>
    /// <para><b>Definition.</b> In order of date and code, a report repeats an earlier kept one of the same reporter and category when it is at most 7 days
    /// and 100 metres away from that one. The busiest reporter's share is of all reports with a known reporter; above .30 it is shown.</para>
    /// <para><b>Units.</b> Days, metres.</para>
    /// <para><b>Shapes.</b> One record a report, any order.</para>
    /// <para><b>Missing values.</b> A report without a reporter repeats nothing.</para>
    /// <para><b>No answer.</b> <c>signal-twice</c>: two reports with one code. Within an answer <c>reporters-unknown</c>.</para>
    /// <para><b>Cost.</b> O(n log n), and for each reporter and category the kept ones of a week.</para>
    /// <para><b>Source.</b> Convention of this library.</para>
    /// <para><b>Checked against.</b> By hand in the tests.</para>
    /// </remarks>
    /// <param name="signals">The reports.</param>
    /// <returns>What counts.</returns>
    public static Outcome<DistinctSignalsResult> Compute(IReadOnlyList<ReportedSignal> signals)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var signal in signals)
        {
            Require.Finite([signal.X, signal.Y], nameof(signals));
            if (!seen.Add(signal.Id))
                return new Reason("signal-twice", $"The report {signal.Id} stands in the file twice.") { Arguments = [signal.Id] };
        }

        var kept = new SortedSet<string>(StringComparer.Ordinal);
        var repeats = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var own in signals.GroupBy(signal => (signal.Reporter, signal.Category)))
        {
            var earlier = new List<ReportedSignal>();
            foreach (var signal in own.OrderBy(signal => signal.Date).ThenBy(signal => signal.Id, StringComparer.Ordinal))
            {
                if (!string.IsNullOrEmpty(signal.Reporter) && earlier.Find(first => Repeats(signal, first)) is { } repeated)
                {
                    repeats[signal.Id] = repeated.Id;
                    continue;
                }

                kept.Add(signal.Id);
                earlier.RemoveAll(first => signal.Date.DayNumber - first.Date.DayNumber > RepeatDays);
                earlier.Add(signal);
            }
        }

        return new DistinctSignalsResult(signals.Count, kept.Count, [.. kept], repeats, Busiest(signals, out var warnings), warnings);
    }

    private static bool Repeats(ReportedSignal signal, ReportedSignal first)
    {
        double dx = signal.X - first.X, dy = signal.Y - first.Y;
        return signal.Date.DayNumber - first.Date.DayNumber <= RepeatDays && (dx * dx) + (dy * dy) <= RepeatMetres * RepeatMetres;
    }

    private static Figure Busiest(IReadOnlyList<ReportedSignal> signals, out IReadOnlyList<Warning> warnings)
    {
        warnings = [];
        var counts = signals.Where(signal => !string.IsNullOrEmpty(signal.Reporter)).GroupBy(signal => signal.Reporter).Select(own => own.Count()).ToArray();
        if (counts.Length == 0)
            return new Reason("reporters-unknown", "No report names a reporter.");

        var share = (double)counts.Max() / counts.Sum();
        // Of three reports each makes a third; it takes a second report to drive a picture.
        if (share > DrivenByOne && counts.Max() > 1)
            warnings = [new Warning("one-reporter", FormattableString.Invariant($"One reporter made {100 * share:F0} % of these reports: driven by one reporter.")) { Arguments = [share] }];
        return share;
    }
}
