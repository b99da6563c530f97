// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Numerics;
using Schakel.Analysis.Signals;

namespace Schakel.Analysis.Clusters;

/// <summary>Clusters in space, of any size, that do not ask where borders run.</summary>
public static class PoissonScan
{
    // Equal sums of logarithms may differ in the last bits.
    private const double Tie = 1e-12;

    /// <summary>Is there a place with more cases than the number of people explains, and how large is it?</summary>
    /// <remarks>
    /// <para><b>Definition.</b> Around each area circles grow by the distance of the points, areas at equal distance together, as long as they hold at most the largest share of the expected cases
    /// and the largest number of residents. LLR = O ln(O/E) + (C − O) ln((C − O)/(C − E)) where O > E, else 0; divided by φ when φ is above 1.2. Expected is nC/N from the residents, or as given, scaled to add up to C.
    /// The strongest circle around each area is kept; clusters are those in order of LLR that share no area with a stronger one.
    /// Chance: the C cases are dealt over all areas in proportion to E (multinomial), R times, and the largest LLR anywhere compared. Gumbel: with m and s (n − 1) of those,
    /// β = s√6/π, μ = m − .5772156649β, p = 1 − exp(−exp(−(LLR − μ)/β)). Monte Carlo: (1 + number at least as large)/(R + 1).</para>
    /// <para><b>Units.</b> Metres, cases, persons.</para>
    /// <para><b>Shapes.</b> One point, count and number of residents (or expected number) for each of n areas; areas without residents may be among them.</para>
    /// <para><b>Missing values.</b> Not accepted: leave those areas out of all arguments, and list them.</para>
    /// <para><b>No answer.</b> <c>no-cases</c>: there are none. <c>cases-not-whole</c>: cases are not whole numbers, so that they cannot be dealt. <c>no-expectation</c>: no residents, or nothing expected anywhere.
    /// <c>cases-without-residents</c>: cases where none can be. <c>areas-too-large</c>: each area by itself holds more than a circle may.
    /// An empty list of clusters: no circle has more than expected. Within an answer <c>residents-unknown</c>.</para>
    /// <para><b>Cost.</b> O(n·K·(log K + R)) time for circles of K areas, on all cores, eight replicates at a time; O(n·K) memory.</para>
    /// <para><b>Source.</b> Kulldorff (1997), <i>A spatial scan statistic</i>; Abrams, Kleinman and Kulldorff (2010), <i>Gumbel based p-value approximations for spatial scan statistics</i>;
    /// Han, Zhu, Kulldorff and others (2016) on why a cap on the size is needed.</para>
    /// <para><b>Checked against.</b> R 4.2.2, base: <c>reference/scan/line.json</c>, <c>reference/scan/columbus.json</c> (clusters, and what 20,000 maps of chance give) and <c>reference/scan/gumbel.json</c>; all circles one by one in the tests.</para>
    /// </remarks>
    /// <param name="x">[metres] of the middle of each area.</param>
    /// <param name="y">[metres] of the middle of each area.</param>
    /// <param name="cases">[cases] whole numbers, ≥ 0.</param>
    /// <param name="population">[persons] ≥ 0; may be empty when <paramref name="expected"/> is given.</param>
    /// <param name="expected">[cases, or anything in proportion to them] ≥ 0; empty to take them from the residents.</param>
    /// <param name="options">Limits, replicates, overdispersion; null for the defaults.</param>
    /// <returns>The clusters, or why there is no answer.</returns>
    /// <exception cref="ArgumentException">The lengths differ, a number is not finite or negative, or an option is impossible.</exception>
    public static Outcome<PoissonScanResult> Compute(
        ReadOnlySpan<double> x,
        ReadOnlySpan<double> y,
        ReadOnlySpan<double> cases,
        ReadOnlySpan<double> population,
        ReadOnlySpan<double> expected = default,
        PoissonScanOptions? options = null)
    {
        options ??= new PoissonScanOptions();
        options.Check();
        Require.SameLength(y.Length, x.Length, nameof(y));
        Require.SameLength(cases.Length, x.Length, nameof(cases));
        Require.Finite(x, nameof(x));
        Require.Finite(y, nameof(y));
        Require.Finite(cases, nameof(cases));
        Require.NotNegative(cases, nameof(cases));
        if (!population.IsEmpty || expected.IsEmpty)
            CheckColumn(population, x.Length, nameof(population));
        if (!expected.IsEmpty)
            CheckColumn(expected, x.Length, nameof(expected));
        if (!Total(cases).TryGet(out var total, out var reason) || !Expected(cases, expected.IsEmpty ? population : expected, total).TryGet(out var means, out reason))
            return reason;

        var limits = new CircleLimits(means, population.ToArray(), options.LargestShare * total, options.LargestPopulation ?? double.PositiveInfinity);
        int[] tooLarge = [.. Enumerable.Range(0, means.Length).Where(area => limits.AreExceeded(means[area], limits.PeopleIn(area)))];
        if (tooLarge.Length == means.Length)
            return new Reason("areas-too-large", $"Each of the {means.Length} areas holds more by itself than a cluster may.") { Arguments = [means.Length] };

        var map = new ScanMap(x.ToArray(), y.ToArray(), cases.ToArray(), means, population.ToArray(), total);
        var circles = GrowingCircles.Around(map.X, map.Y, limits, options.Threads);
        var search = new CircleSearch(circles, means, total);
        var largest = search.Largest(options.Replicates, options.Seed, options.Threads);
        var chance = NullDistribution(largest, options.Chance);
        var clusters = Choose(Candidates(map, circles, search, options), largest, chance, options.MostClusters);
        return new PoissonScanResult(clusters, chance, total, tooLarge);
    }

    private static void CheckColumn(ReadOnlySpan<double> column, int length, string name)
    {
        Require.SameLength(column.Length, length, name);
        Require.Finite(column, name);
        Require.NotNegative(column, name);
    }

    private static Outcome<long> Total(ReadOnlySpan<double> cases)
    {
        var sum = 0.0;
        foreach (var count in cases)
        {
            if (count != Math.Floor(count))
                return new Reason("cases-not-whole", FormattableString.Invariant($"A number of cases is {count}; cases are dealt out one by one, so that only whole numbers can be."));
            sum += count;
        }

        // Above this whole numbers are no longer exact.
        return sum == 0 ? new Reason("no-cases", "Every count is 0.")
            : sum <= 1L << 53 ? (long)sum
            : throw new ArgumentException($"There are {sum} cases; at most {1L << 53} can be counted.", nameof(cases));
    }

    private static Outcome<double[]> Expected(ReadOnlySpan<double> cases, ReadOnlySpan<double> weights, long total)
    {
        // By the largest first, so that no sum leaves the range of numbers.
        var largest = 0.0;
        foreach (var weight in weights)
            largest = Math.Max(largest, weight);
        if (largest == 0)
            return new Reason("no-expectation", "There are no residents, or nothing is expected anywhere.");
        var means = new double[weights.Length];
        var sum = 0.0;
        for (var area = 0; area < means.Length; area++)
        {
            sum += means[area] = weights[area] / largest;
            if (means[area] == 0 && cases[area] > 0)
                return new Reason("cases-without-residents", FormattableString.Invariant($"An area has {cases[area]} cases and no residents to have them.")) { Arguments = [cases[area]] };
        }

        for (var area = 0; area < means.Length; area++)
            means[area] *= total / sum;
        return means;
    }

    private static ScanNullDistribution NullDistribution(double[] largest, ScanChance method)
    {
        var mean = largest.Average();
        var deviation = Math.Sqrt(largest.Sum(value => (value - mean) * (value - mean)) / (largest.Length - 1));

        // Asked of the replicates: no distribution can be fitted to numbers that are all the same.
        var areAlike = !largest.AsSpan().ContainsAnyExcept(largest[0]);
        return new ScanNullDistribution(areAlike ? ScanChance.MonteCarlo : method, largest.Length, mean, areAlike ? 0 : deviation);
    }

    private static List<ScanCluster> Candidates(ScanMap map, GrowingCircles circles, CircleSearch search, PoissonScanOptions options)
    {
        var found = new ScanCluster?[map.X.Length];
        InParallel.Pieces(found.Length, 16, options.Threads, () => (from, to) =>
        {
            for (var centre = from; centre < to; centre++)
                if (search.StrongestAround(centre, map.Cases) is var size and > 0)
                    found[centre] = map.Describe(centre, circles.Entries[centre].AsSpan(0, size), options.Dispersion);
        });
        return [.. found.OfType<ScanCluster>()];
    }

    private static List<ScanCluster> Choose(List<ScanCluster> candidates, double[] largest, ScanNullDistribution chance, int most)
    {
        var chosen = new List<ScanCluster>();
        var taken = new HashSet<int>();
        foreach (var cluster in candidates.OrderByDescending(found => found.LogLikelihoodRatio).ThenBy(found => found.RadiusInMetres).ThenBy(found => found.Centre))
        {
            if (chosen.Count == most)
                break;
            if (cluster.Areas.Any(taken.Contains))
                continue;
            taken.UnionWith(cluster.Areas);
            chosen.Add(cluster with { P = P(cluster.LogLikelihoodRatio, largest, chance) });
        }

        return chosen;
    }

    private static double P(double ratio, double[] largest, ScanNullDistribution chance) => chance.Method == ScanChance.Gumbel
        ? GumbelTail.Chance(chance.Mean, chance.StandardDeviation, ratio)
        : (1.0 + largest.Count(other => other >= ratio - Tie)) / (largest.Length + 1);

    /// <summary>The map as it is.</summary>
    private sealed record ScanMap(double[] X, double[] Y, double[] Cases, double[] Expected, double[] Population, long Total)
    {
        /// <summary>A circle in full; summed in the order of the areas, so that the same areas give the same numbers around any centre.</summary>
        internal ScanCluster Describe(int centre, ReadOnlySpan<int> entries, double dispersion)
        {
            var areas = new int[entries.Length];
            for (var place = 0; place < areas.Length; place++)
                areas[place] = GrowingCircles.AreaOf(entries[place]);
            var farthest = areas[^1];
            Array.Sort(areas);
            double cases = 0, expected = 0, people = 0;
            foreach (var area in areas)
            {
                cases += Cases[area];
                expected += Expected[area];
                people += Population.Length == 0 ? 0 : Population[area];
            }

            var ratio = SpaceTimeScan.LogLikelihoodRatio(cases, expected, Total);
            return new ScanCluster(
                areas,
                centre,
                GrowingCircles.Distance(X, Y, centre, farthest),
                cases,
                expected,
                dispersion > PoissonScanOptions.LeastDispersion ? ratio / dispersion : ratio,
                P: 1,
                Population.Length == 0 ? new Reason("residents-unknown", "The number of residents was not given.") : people);
        }
    }
}
