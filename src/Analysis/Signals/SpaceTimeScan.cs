// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Numerics;

namespace Schakel.Analysis.Signals;

/// <summary>Is there a place where more is reported lately than place and time alone explain?</summary>
public static class SpaceTimeScan
{
    // Equal sums of logarithms may differ in the last bits.
    private const double Tie = 1e-12;

    /// <summary>The prospective space–time permutation scan: needs no number of residents, only reports.</summary>
    /// <remarks>
    /// <para><b>Definition.</b> Cylinders: a circle of zones × a window that ends on the last day. Expected μ = (reports of the circle, all days) · (reports of the
    /// window, all zones)/C. LLR = c ln(c/μ) + (C − c) ln((C − c)/(C − μ)) where c > μ, else 0. p: the days are dealt out over the reports again, and the largest
    /// LLR anywhere compared; recurrence = 1/p days.</para>
    /// <para><b>Units.</b> Metres, days, reports.</para>
    /// <para><b>Shapes.</b> One centre a zone; one zone and day a report. Reports after the last day are left out.</para>
    /// <para><b>Missing values.</b> Leave out reports without a place or day, and count them.</para>
    /// <para><b>No answer.</b> <c>too-few-reports</c>: fewer than two up to the last day. An empty list: nothing stood out.</para>
    /// <para><b>Cost.</b> O(zones · circle · windows · R), spread over the threads.</para>
    /// <para><b>Source.</b> Kulldorff, Heffernan, Hartman, Assunção and Mostashari (2005), <i>A space–time permutation scan statistic for disease outbreak
    /// detection</i>, PLoS Medicine 2:e59.</para>
    /// <para><b>Checked against.</b> The likelihood ratio in R 4.2.2, base: <c>reference/signals/K-1.json</c>; clusters against brute force in the tests.</para>
    /// </remarks>
    /// <param name="centres">[metres] of the zones.</param>
    /// <param name="reports">Zone and day of each report.</param>
    /// <param name="lastDay">The day of looking.</param>
    /// <param name="options">Windows, largest circle, replicates.</param>
    /// <returns>The clusters.</returns>
    /// <exception cref="ArgumentException">A zone does not exist, a coordinate is not finite, or an option is out of range.</exception>
    public static Outcome<SpaceTimeScanResult> Compute(
        IReadOnlyList<(double X, double Y)> centres, IReadOnlyList<(int Zone, DateOnly Day)> reports, DateOnly lastDay, SpaceTimeScanOptions? options = null)
    {
        options ??= new SpaceTimeScanOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Replicates, 19);
        if (!(options.LargestShare is > 0 and <= 1) || options.WindowDays.Count == 0 || options.WindowDays.Any(days => days < 1))
            throw new ArgumentException("Windows are one day or longer, and the largest share lies between 0 and 1.", nameof(options));
        foreach (var (x, y) in centres)
            Require.Finite([x, y], nameof(centres));

        var used = reports.Where(report => report.Day <= lastDay).OrderBy(report => report.Zone).ThenBy(report => report.Day).ToArray();
        if (used.Length < 2)
            return new Reason("too-few-reports", $"There are {used.Length} reports up to the last day; two or more can make a cluster.") { Arguments = [used.Length] };

        var search = new CylinderSearch(centres, used, lastDay, options);
        var real = search.Best(search.Ages);
        var largest = new double[options.Replicates];
        InParallel.Pieces(largest.Length, 1, options.Threads, () => (from, upTo) =>
        {
            for (var replicate = from; replicate < upTo; replicate++)
            {
                var chance = new RandomSequence(options.Seed, replicate);
                largest[replicate] = search.Best(search.Deal(ref chance)).Select(best => best.Ratio).DefaultIfEmpty(0).Max();
            }
        });

        return new SpaceTimeScanResult(Choose(search, real, largest, lastDay, options), used.Length);
    }

    /// <summary>The log-likelihood ratio of one cylinder: 0 when it holds no more than expected.</summary>
    /// <param name="cases">[reports] c, at least 0.</param>
    /// <param name="expected">[reports] μ, above 0.</param>
    /// <param name="all">[reports] C.</param>
    /// <returns>[no unit].</returns>
    public static double LogLikelihoodRatio(double cases, double expected, double all)
    {
        if (!(cases > expected) || !(expected > 0))
            return 0;
        var outside = all - cases;
        return (cases * Math.Log(cases / expected)) + (outside > 0 ? outside * Math.Log(outside / (all - expected)) : 0);
    }

    private static List<SpaceTimeCluster> Choose(
        CylinderSearch search, IReadOnlyList<Cylinder> real, double[] largest, DateOnly lastDay, SpaceTimeScanOptions options)
    {
        var chosen = new List<SpaceTimeCluster>();
        var taken = new HashSet<int>();
        foreach (var cylinder in real.OrderByDescending(found => found.Ratio).ThenBy(found => found.Centre))
        {
            var zones = search.Zones(cylinder);
            if (chosen.Count == options.MostClusters || zones.Any(taken.Contains))
                continue;
            taken.UnionWith(zones);
            var p = (1.0 + largest.Count(other => other >= cylinder.Ratio - Tie)) / (largest.Length + 1);
            chosen.Add(new SpaceTimeCluster(
                zones, lastDay.AddDays(1 - cylinder.Days), lastDay, cylinder.Cases, cylinder.Expected, cylinder.Ratio, p, 1 / p));
        }

        return chosen;
    }
}
