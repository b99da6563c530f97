// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Clusters;
using Schakel.Analysis.Numerics;
using static Schakel.Analysis.Tests.Answers;

namespace Schakel.Analysis.Tests.Clusters;

public sealed class PoissonScanTests
{
    // A street of ten places, 100 m apart, with 100 residents each.
    private static readonly double[] street = [.. Enumerable.Range(0, 10).Select(place => 100.0 * place)];
    private static readonly double[] flat = new double[10];
    private static readonly double[] people = [.. Enumerable.Repeat(100.0, 10)];

    [Theory]
    [InlineData("line")]
    [InlineData("columbus")]
    public void Clusters_are_those_of_all_circles_one_by_one(string name)
    {
        var worked = WorkedCase.Read("scan", name);
        var options = new PoissonScanOptions { LargestShare = worked.Input.GetProperty("share").GetDouble(), LargestPopulation = null, MostClusters = int.MaxValue };
        double[] Column(string member) => worked.Input.TryGetProperty(member, out var column) ? WorkedCase.Numbers(column) : [];

        var found = Answer(PoissonScan.Compute(
            worked.Numbers("x"), worked.Numbers("y"), worked.Numbers("cases"), Column("population"), Column("expected"), options));

        var expected = worked.Expected.GetProperty("clusters").EnumerateArray().ToArray();
        Assert.Equal(expected.Length, found.Clusters.Count);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i].GetProperty("areas").EnumerateArray().Select(area => area.GetInt32()), found.Clusters[i].Areas);
            worked.Near(expected[i].GetProperty("cases"), found.Clusters[i].Cases);
            worked.Near(expected[i].GetProperty("expected"), found.Clusters[i].Expected);
            worked.Near(expected[i].GetProperty("llr"), found.Clusters[i].LogLikelihoodRatio);
        }
    }

    [Fact]
    public void Chance_gives_the_same_largest_ratios_as_in_R()
    {
        var worked = WorkedCase.Read("scan", "columbus");
        var chance = worked.Expected.GetProperty("chance");
        const int replicates = 20_000;
        double[] people = worked.Numbers("population"), x = worked.Numbers("x"), y = worked.Numbers("y");
        var total = (long)worked.Numbers("cases").Sum();
        double[] expected = [.. people.Select(count => count * total / people.Sum())];
        var limits = new CircleLimits(expected, people, worked.Input.GetProperty("share").GetDouble() * total, double.PositiveInfinity);

        var found = new CircleSearch(GrowingCircles.Around(x, y, limits, threads: 0), expected, total).Largest(replicates, seed: 11, threads: 0);

        // Both are draws: five standard errors of their difference.
        var deviation = chance.GetProperty("sd").GetDouble();
        var error = 5 * Math.Sqrt(2.0 / replicates);
        Assert.InRange(found.Average() - chance.GetProperty("mean").GetDouble(), -error * deviation, error * deviation);
        var above = WorkedCase.Numbers(chance.GetProperty("above"));
        for (var i = 0; i < above.Length; i++)
        {
            var spread = error * Math.Sqrt(above[i] * (1 - above[i]));
            Assert.InRange((found.Count(ratio => ratio >= 3 + i) / (double)replicates) - above[i], -spread, spread);
        }
    }

    [Fact]
    public void The_tail_of_Gumbel_is_that_of_R_also_far_out()
    {
        var worked = WorkedCase.Read("scan", "gumbel");
        double[] mean = worked.Numbers("mean"), deviation = worked.Numbers("sd"), x = worked.Numbers("x"), p = WorkedCase.Numbers(worked.Expected.GetProperty("p"));

        for (var i = 0; i < p.Length; i++)
            Assert.Equal(1, GumbelTail.Chance(mean[i], deviation[i], x[i]) / p[i], tolerance: 1e-9);
        Assert.InRange(GumbelTail.Chance(1, 0.1, 1e6), double.Epsilon, 1e-200);
    }

    [Fact]
    public void P_follows_from_exactly_the_numbers_that_are_reported()
    {
        var found = Answer(PoissonScan.Compute(street, flat, [9, 1, 2, 1, 0, 2, 1, 3, 1, 0], people));
        var (mean, deviation) = (found.NullDistribution.Mean, found.NullDistribution.StandardDeviation);
        var scale = deviation * Math.Sqrt(6) / Math.PI;

        Assert.Equal((ScanChance.Gumbel, 199), (found.NullDistribution.Method, found.NullDistribution.Replicates));
        Assert.Equal(
            1 - Math.Exp(-Math.Exp(-(found.Clusters[0].LogLikelihoodRatio - mean + (0.5772156649015329 * scale)) / scale)), found.Clusters[0].P, tolerance: 1e-9);
        Assert.Equal([0], found.Clusters[0].Areas);
        Assert.Equal((9.0, 2.0, 100.0, 4.5), (found.Clusters[0].Cases, found.Clusters[0].Expected, found.Clusters[0].Population.Value!.Value, found.Clusters[0].Ratio));
    }

    [Fact]
    public void A_planted_cluster_is_found_and_says_how_many_people_live_in_it()
    {
        var (x, y, cases, residents) = Town(seed: 3, hot: [44, 45, 54, 55]);

        var strongest = Answer(PoissonScan.Compute(x, y, cases, residents)).Clusters[0];

        Assert.True(strongest.Areas.Intersect([44, 45, 54, 55]).Count() >= 3, string.Join(",", strongest.Areas));
        Assert.True(strongest.P < 1e-6);
        Assert.Equal(strongest.Areas.Sum(area => residents[area]), strongest.Population.Value!.Value);
    }

    [Fact]
    public void Gumbel_and_Monte_Carlo_tell_the_same_story()
    {
        var (x, y, cases, residents) = Town(seed: 8, hot: []);

        var fitted = Answer(PoissonScan.Compute(x, y, cases, residents, options: new PoissonScanOptions { Replicates = 999 })).Clusters;
        var counted = Answer(PoissonScan.Compute(x, y, cases, residents, options: new PoissonScanOptions { Replicates = 999, Chance = ScanChance.MonteCarlo })).Clusters;

        for (var i = 0; i < fitted.Count; i++)
            Assert.InRange(fitted[i].P - counted[i].P, -0.05, 0.05);
    }

    [Fact]
    public void Chance_alone_seldom_gives_a_small_p()
    {
        var small = Enumerable.Range(0, 60).Count(seed =>
        {
            var (x, y, cases, residents) = Town(seed + 100, hot: []);
            return Answer(PoissonScan.Compute(x, y, cases, residents, options: new PoissonScanOptions { Replicates = 99, Seed = seed })).Clusters[0].P <= 0.05;
        });

        // Of 60 maps three are expected; ten or more has a chance below 1 in 1,000.
        Assert.InRange(small, 0, 9);
    }

    [Fact]
    public void The_search_among_maps_of_chance_skips_no_circle()
    {
        var (x, y, cases, residents) = Town(seed: 5, hot: [12]);
        foreach (var share in new[] { 0.1, 0.5, 1.0 })
        {
            var options = new PoissonScanOptions { Replicates = 21, LargestShare = share, LargestPopulation = null };
            var total = (long)cases.Sum();
            double[] expected = [.. residents.Select(count => count * total / residents.Sum())];
            var circles = GrowingCircles.Around(x, y, new CircleLimits(expected, residents, share * total, double.PositiveInfinity), threads: 1);

            var found = new CircleSearch(circles, expected, total).Largest(options.Replicates, options.Seed, threads: 2);

            for (var replicate = 0; replicate < found.Length; replicate++)
            {
                var dealt = new double[x.Length];
                var chance = new RandomSequence(options.Seed, replicate);
                new CaseDealer(expected, total).Deal(ref chance, dealt, 1, 0);
                Assert.Equal(total, dealt.Sum());
                Assert.Equal(BruteForce(x, y, dealt, expected, share * total), found[replicate], tolerance: 1e-9);
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void On_a_large_map_the_tree_gives_the_circles_of_sorting_all_areas(bool isCrowded)
    {
        // A town and a wide countryside on one map, many at one place or at equal distances; once with more than a circle may hold in one place.
        const int areas = 900;
        var chance = new RandomSequence(4);
        double[] x = new double[areas], y = new double[areas], expected = new double[areas];
        for (var area = 0; area < areas; area++)
        {
            var width = area < 450 ? 12 : 3000;
            (x[area], y[area]) = (100 * chance.NextInt(width), isCrowded ? 0 : 100 * chance.NextInt(width));
            expected[area] = 1 + chance.NextInt(5);
        }

        var limits = new CircleLimits(expected, [], isCrowded ? 30 : 200, double.PositiveInfinity);
        var circles = GrowingCircles.Around(x, y, limits, threads: 2);

        for (var centre = 0; centre < areas; centre++)
        {
            var all = Enumerable.Range(0, areas).Select(area => (area, distance: GrowingCircles.Distance(x, y, centre, area))).GroupBy(entry => Math.Round(entry.distance, 6)).OrderBy(group => group.Key);
            var (inside, entered) = (new List<string>(), 0.0);
            foreach (var group in all)
            {
                entered += group.Sum(entry => expected[entry.area]);
                if (entered > limits.MostExpected)
                    break;
                inside.Add(string.Join(",", group.Select(entry => entry.area).Order()));
            }

            var found = new List<string>();
            var open = new List<int>();
            foreach (var entry in circles.Entries[centre])
            {
                open.Add(GrowingCircles.AreaOf(entry));
                if (entry < 0)
                    continue;
                found.Add(string.Join(",", open.Order()));
                open.Clear();
            }

            Assert.Equal(inside, found);
            Assert.Empty(open);
        }
    }

    [Fact]
    public void Areas_at_equal_distance_enter_together()
    {
        // Left and right of the middle are as far away: neither can make a circle with it alone.
        var found = Answer(PoissonScan.Compute([0, 100, 200, 1000, 1100, 1200, 1300], new double[7], [0, 20, 20, 1, 1, 1, 1], [10, 10, 10, 10, 10, 10, 10],
            options: new PoissonScanOptions { LargestShare = 0.5 }));

        Assert.Equal([1, 2], found.Clusters[0].Areas);
        Assert.Equal(2, found.Clusters[0].Centre);
        Assert.Equal(100, found.Clusters[0].RadiusInMetres);
    }

    [Fact]
    public void Circles_stop_at_the_share_and_at_the_residents()
    {
        double[] cases = [0, 9, 9, 9, 9, 1, 0, 0, 1, 0];

        var byShare = Answer(PoissonScan.Compute(street, flat, cases, people, options: new PoissonScanOptions { LargestShare = 0.4 })).Clusters[0];
        var byPeople = Answer(PoissonScan.Compute(street, flat, cases, people, options: new PoissonScanOptions { LargestShare = 0.4, LargestPopulation = 299 })).Clusters;

        Assert.Equal(3, byShare.Areas.Count);
        Assert.All(byPeople, cluster => Assert.True(cluster.Areas.Count <= 2));
    }

    [Fact]
    public void An_area_that_is_too_large_by_itself_is_named_and_found_nowhere()
    {
        double[] residents = [1000, 100, 100, 100, 100, 100, 100, 100, 100, 100];

        var found = Answer(PoissonScan.Compute(street, flat, [90, 1, 1, 1, 1, 1, 1, 1, 1, 2], residents));

        Assert.Equal([0], found.TooLarge);
        Assert.DoesNotContain(found.Clusters, cluster => cluster.Areas.Contains(0));
        Assert.Equal("areas-too-large", Refusal(PoissonScan.Compute([0, 1], [0, 0], [1, 2], [5, 5])));
    }

    [Fact]
    public void Overdispersion_makes_clusters_weaker_but_only_above_the_threshold()
    {
        double[] cases = [9, 1, 2, 1, 0, 2, 1, 3, 1, 0];

        var plain = Answer(PoissonScan.Compute(street, flat, cases, people)).Clusters[0];
        var slight = Answer(PoissonScan.Compute(street, flat, cases, people, options: new PoissonScanOptions { Dispersion = 1.2 })).Clusters[0];
        var strong = Answer(PoissonScan.Compute(street, flat, cases, people, options: new PoissonScanOptions { Dispersion = 2 })).Clusters[0];

        Assert.Equal(plain.LogLikelihoodRatio, slight.LogLikelihoodRatio);
        Assert.Equal(plain.LogLikelihoodRatio / 2, strong.LogLikelihoodRatio, tolerance: 1e-12);
        Assert.True(strong.P > plain.P);
    }

    [Fact]
    public void What_cannot_be_looked_for_has_a_reason()
    {
        Assert.Equal("no-cases", Refusal(PoissonScan.Compute(street, flat, new double[10], people)));
        Assert.Equal("no-cases", Refusal(PoissonScan.Compute([], [], [], [])));
        Assert.Equal("cases-not-whole", Refusal(PoissonScan.Compute(street, flat, [.. people.Select(_ => 0.5)], people)));
        Assert.Equal("no-expectation", Refusal(PoissonScan.Compute(street, flat, people, new double[10])));
        Assert.Equal("cases-without-residents", Refusal(PoissonScan.Compute(street, flat, people, [0, 1, 1, 1, 1, 1, 1, 1, 1, 1])));
        Assert.Equal("residents-unknown", Answer(PoissonScan.Compute(street, flat, [9, 1, 2, 1, 0, 2, 1, 3, 1, 0], [], people)).Clusters[0].Population.Reason!.Code);
        Assert.Throws<ArgumentException>(() => PoissonScan.Compute(street, flat, people, []));
        Assert.Throws<ArgumentException>(() => PoissonScan.Compute(street, flat, [-1, 1, 1, 1, 1, 1, 1, 1, 1, 1], people));
        Assert.Throws<ArgumentOutOfRangeException>(() => PoissonScan.Compute(street, flat, people, people, options: new PoissonScanOptions { Replicates = 1 }));
        Assert.Throws<ArgumentException>(() => PoissonScan.Compute(street, flat, people, people, options: new PoissonScanOptions { LargestShare = 1.5 }));
    }

    [Fact]
    public void One_case_and_extreme_numbers_are_answered_too()
    {
        var one = Answer(PoissonScan.Compute(street, flat, [0, 0, 0, 1, 0, 0, 0, 0, 0, 0], people));
        var huge = Answer(PoissonScan.Compute([.. street.Select(place => place * 1e300)], flat, [.. people.Select((_, i) => (double)(1L << 40) + (i << 30))], [.. people.Select(_ => 1e300)], options: new PoissonScanOptions { LargestPopulation = null }));

        // On every map of chance the one case lies somewhere: nothing to fit a distribution to.
        Assert.Equal((ScanChance.MonteCarlo, 1.0), (one.NullDistribution.Method, one.Clusters[0].P));
        Assert.All(huge.Clusters, cluster => Assert.InRange(cluster.P, double.Epsilon, 1));
    }

    internal static (double[] X, double[] Y, double[] Cases, double[] Population) Town(int seed, int[] hot)
    {
        var chance = new RandomSequence(seed);
        double[] x = new double[100], y = new double[100], cases = new double[100], population = new double[100];
        for (var area = 0; area < x.Length; area++)
        {
            (x[area], y[area]) = (100 * (area % 10), 100 * (area / 10));
            population[area] = 50 + chance.NextInt(400);
            cases[area] = PoissonDraw.Next(ref chance, population[area] * (hot.Contains(area) ? 0.12 : 0.03));
        }

        return (x, y, cases, population);
    }

    private static double BruteForce(double[] x, double[] y, double[] cases, double[] expected, double most)
    {
        var best = 0.0;
        for (var centre = 0; centre < x.Length; centre++)
        {
            double[] distances = [.. Enumerable.Range(0, x.Length).Select(area => Math.Round(Math.Sqrt(Math.Pow(x[area] - x[centre], 2) + Math.Pow(y[area] - y[centre], 2)), 6))];
            foreach (var radius in distances.Distinct())
            {
                int[] inside = [.. Enumerable.Range(0, x.Length).Where(area => distances[area] <= radius)];
                var (count, sum) = (inside.Sum(area => cases[area]), inside.Sum(area => expected[area]));
                if (sum <= most * (1 + 1e-9))
                    best = Math.Max(best, Schakel.Analysis.Signals.SpaceTimeScan.LogLikelihoodRatio(count, sum, cases.Sum()));
            }
        }

        return best;
    }
}
