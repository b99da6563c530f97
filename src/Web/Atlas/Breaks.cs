// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Workspace.Studies;

namespace Schakel.Web.Atlas;

/// <summary>
/// Where one colour ends and the next begins, in the unit of the screen: numbers that a reader can repeat, the same for every level of a picture,
/// so that moving along the ladder compares like with like.
/// </summary>
public static class Breaks
{
    /// <summary>Five classes of equally many areas, before the breaks are made readable.</summary>
    private static readonly double[] cuts = [0.2, 0.4, 0.6, 0.8];

    /// <summary>At most four breaks, rising; fewer when the values do not differ enough to tell five classes apart.</summary>
    public static double[] Of(ScalePicture picture, Measure measure)
    {
        var level = picture.Levels.Where(level => level.Level.Id != "cell").OrderByDescending(level => Known(level).Length).FirstOrDefault()
            ?? picture.Levels[0];
        return Of([.. Known(level).Select(value => value * measure.Factor)], Math.Pow(10, -measure.Decimals));
    }

    /// <param name="values">In the unit of the screen.</param>
    /// <param name="finest">The smallest step that the digits on the screen can show.</param>
    public static double[] Of(double[] values, double finest)
    {
        if (values.Length == 0)
            return [];

        var sorted = values.Order().ToArray();
        var low = sorted[sorted.Length / 20];
        var high = sorted[sorted.Length - 1 - (sorted.Length / 20)];

        // One step for all breaks, at first about a twentieth of the spread, so that 8, 14, 20, 30 come out and not 7.9, 13.6, 19.8, 30.4.
        for (var step = Math.Max(finest, Readable((high - low) / 20)); ; step = Math.Max(finest, Readable(step / 2.1)))
        {
            var breaks = cuts
                .Select(share => Clean(Math.Round(Quantile(sorted, share) / step) * step))
                .Where(at => at > sorted[0] && at <= sorted[^1])
                .Distinct()
                .ToArray();
            if (breaks.Length == 4 || step <= finest || step < (high - low) / 200)
                return breaks;
        }
    }

    /// <summary>0 for values below the first break, one more for each break reached.</summary>
    public static int ClassOf(double value, double[] breaks) => breaks.Count(at => value >= at);

    private static double[] Known(StudyLevel level) => [.. level.Estimates.Where(double.IsFinite)];

    private static double Quantile(double[] sorted, double share)
    {
        var position = share * (sorted.Length - 1);
        var below = (int)position;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((position - below) * (sorted[above] - sorted[below]));
    }

    /// <summary>The nearest of 1, 2, 5 times a power of ten.</summary>
    private static double Readable(double size)
    {
        if (!(size > 0) || !double.IsFinite(size))
            return 0;

        var power = Math.Pow(10, Math.Floor(Math.Log10(size)));
        return (size / power) switch { < 1.5 => power, < 3.5 => 2 * power, < 7.5 => 5 * power, _ => 10 * power };
    }

    // 3 · 0.1 is not exactly 0.3; two breaks that read alike must be alike.
    private static double Clean(double value) => Math.Round(value, 9, MidpointRounding.AwayFromZero);
}
