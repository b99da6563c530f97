// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Signals;

/// <summary>Today against a baseline.</summary>
/// <param name="Mean">[reports] of the baseline; missing with <c>series-too-short</c>.</param>
/// <param name="StandardDeviation">[reports] of the baseline (n − 1), 0.2 where it is 0.</param>
/// <param name="Value">Standard deviations above the mean.</param>
/// <param name="Alarm">Whether the value is 3 or more; false when it is missing.</param>
public sealed record EarsStatistic(Figure Mean, Figure StandardDeviation, Figure Value, bool Alarm);

/// <summary>The sum of what stood out in the last three days.</summary>
/// <param name="Value">Missing with <c>series-too-short</c>.</param>
/// <param name="Alarm">Whether the value is 2 or more; false when it is missing.</param>
public sealed record EarsSum(Figure Value, bool Alarm);

/// <summary>Early warnings for the last day of a series.</summary>
/// <param name="Date">The last day.</param>
/// <param name="C1">Against the seven days before.</param>
/// <param name="C2">Against seven days with two days between, so that a slow rise does not hide itself.</param>
/// <param name="C3">C2 of three days together.</param>
public sealed record EarsResult(DateOnly Date, EarsStatistic C1, EarsStatistic C2, EarsSum C3);

/// <summary>Are there more reports today than one would expect?</summary>
public static class EarlyAberration
{
    private const int Baseline = 7, Gap = 2, Days = 3;

    // EARS: a week without any variation would make every report an alarm.
    private const double LeastDeviation = 0.2;

    private const double Alarm = 3, AlarmOfSum = 2;

    /// <summary>The early-warning statistics C1, C2 and C3 for a short series of counts.</summary>
    /// <remarks>
    /// <para><b>Definition.</b> (x_t − mean)/sd over t−7…t−1 (C1) or t−9…t−3 (C2), sd with n − 1 and 0.2 for 0; alarm from 3.
    /// C3 = Σ over the last three days of max(0, C2 − 1); alarm from 2.</para>
    /// <para><b>Units.</b> Reports; values in standard deviations.</para>
    /// <para><b>Shapes.</b> One count a day (or a week), any order, without gaps.</para>
    /// <para><b>Missing values.</b> Not accepted: a day without a count is not a day without reports.</para>
    /// <para><b>No answer.</b> <c>series-has-gaps</c>, <c>date-twice</c>; within an answer <c>series-too-short</c> (8 days for C1, 10 for C2, 12 for C3).</para>
    /// <para><b>Cost.</b> O(days log days).</para>
    /// <para><b>Source.</b> Hutwagner, Thompson, Seeman and Treadwell (2003), <i>The bioterrorism preparedness and response Early Aberration
    /// Reporting System (EARS)</i>; Fricker, Hegler and Dunfee (2008).</para>
    /// <para><b>Checked against.</b> R 4.2.2, base: <c>reference/signals/K-2.json</c>.</para>
    /// </remarks>
    /// <param name="series">[reports] ≥ 0 with their dates; at least one.</param>
    /// <returns>The statistics for the last date.</returns>
    public static Outcome<EarsResult> Compute(IReadOnlyList<(DateOnly Date, double Count)> series)
    {
        ArgumentOutOfRangeException.ThrowIfZero(series.Count);
        var sorted = series.OrderBy(day => day.Date).ToArray();
        double[] counts = [.. sorted.Select(day => day.Count)];
        Require.Finite(counts, nameof(series));
        Require.NotNegative(counts, nameof(series));
        for (var i = 1; i < sorted.Length; i++)
        {
            var (step, first) = (sorted[i].Date.DayNumber - sorted[i - 1].Date.DayNumber, sorted[1].Date.DayNumber - sorted[0].Date.DayNumber);
            var date = sorted[i].Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
            if (step == 0)
                return new Reason("date-twice", $"The date {date} stands in the series twice.") { Arguments = [date] };
            if (step != first)
                return new Reason("series-has-gaps", $"Before {date} lie {step} days instead of {first}; give every day (or week) a count, also 0.") { Arguments = [date, step, first] };
        }

        return new EarsResult(
            sorted[^1].Date, Against(counts, counts.Length - 1, gap: 0), Against(counts, counts.Length - 1, Gap), Together(counts));
    }

    private static EarsStatistic Against(double[] counts, int day, int gap)
    {
        var from = day - gap - Baseline;
        if (from < 0)
        {
            var reason = TooShort(counts.Length, Baseline + gap + 1);
            return new EarsStatistic(reason, reason, reason, false);
        }

        var baseline = counts.AsSpan(from, Baseline);
        double mean = 0, square = 0;
        foreach (var count in baseline)
            mean += count / Baseline;
        foreach (var count in baseline)
            square += (count - mean) * (count - mean);

        // Asked of the counts: seven equal ones have no deviation, whatever rounding makes of their mean.
        var deviation = baseline.ContainsAnyExcept(baseline[0]) ? Math.Sqrt(square / (Baseline - 1)) : LeastDeviation;
        var value = (counts[day] - mean) / deviation;
        return new EarsStatistic(mean, deviation, value, value >= Alarm);
    }

    private static EarsSum Together(double[] counts)
    {
        const int needed = Baseline + Gap + Days;
        if (counts.Length < needed)
            return new EarsSum(TooShort(counts.Length, needed), false);

        var sum = 0.0;
        for (var day = counts.Length - Days; day < counts.Length; day++)
            sum += Math.Max(0, Against(counts, day, Gap).Value.Value!.Value - 1);
        return new EarsSum(sum, sum >= AlarmOfSum);
    }

    private static Reason TooShort(int length, int needed) =>
        new("series-too-short", $"The series has {length} counts; {needed} are needed.") { Arguments = [length, needed] };
}
