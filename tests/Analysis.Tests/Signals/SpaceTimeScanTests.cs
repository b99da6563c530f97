// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Numerics;
using Schakel.Analysis.Signals;
using static Schakel.Analysis.Tests.Answers;

namespace Schakel.Analysis.Tests.Signals;

public sealed class SpaceTimeScanTests
{
    private static readonly DateOnly today = new(2024, 6, 30);

    // A street of twenty zones, 100 m apart.
    private static readonly (double, double)[] street = [.. Enumerable.Range(0, 20).Select(zone => (100.0 * zone, 0.0))];

    [Fact]
    public void The_likelihood_ratio_comes_out()
    {
        var worked = WorkedCase.Read("signals", "K-1");
        var cylinders = worked.Input.GetProperty("cylinders").EnumerateArray().Select(WorkedCase.Numbers).ToArray();

        worked.Near(worked.Expected.GetProperty("expected"), [.. cylinders.Select(c => c[1] * c[2] / c[3])]);
        worked.Near(worked.Expected.GetProperty("ratio"), [.. cylinders.Select(c => SpaceTimeScan.LogLikelihoodRatio(c[0], c[1] * c[2] / c[3], c[3]))]);
        Assert.Equal(0, SpaceTimeScan.LogLikelihoodRatio(3, 3, 10));
        Assert.Equal(10 * Math.Log(2), SpaceTimeScan.LogLikelihoodRatio(10, 5, 10), tolerance: 1e-12);
    }

    [Fact]
    public void A_planted_cluster_is_found_with_its_place_and_time()
    {
        var reports = Background(400, seed: 1);
        foreach (var zone in new[] { 7, 8, 9 })
            for (var i = 0; i < 7; i++)
                reports.Add((zone, today.AddDays(-(i % 7))));

        var cluster = Answer(SpaceTimeScan.Compute(street, reports, today)).Clusters[0];

        Assert.Equal([7, 8, 9], cluster.Zones);
        Assert.Equal((today.AddDays(-6), today), (cluster.From, cluster.To));
        Assert.Equal(1.0 / 200, cluster.P);
        Assert.Equal(200, cluster.RecurrenceDays, tolerance: 1e-9);
        Assert.True(cluster.Cases > 2 * cluster.Expected);
    }

    [Fact]
    public void Chance_alone_rarely_shows_a_strong_cluster()
    {
        var strong = Enumerable.Range(0, 40).Count(seed =>
            Answer(SpaceTimeScan.Compute(street, Background(150, seed + 10), today, new SpaceTimeScanOptions { Replicates = 39, WindowDays = [7] }))
                .Clusters.Any(cluster => cluster.P <= 0.05));

        // Of 40 maps two are expected below 0.05; eight or more has a chance below 1 in 1,000.
        Assert.InRange(strong, 0, 7);
    }

    [Fact]
    public void The_strongest_cylinder_is_that_of_brute_force()
    {
        var reports = Background(80, seed: 5);
        int[] windows = [1, 7, 28];
        var best = 0.0;
        for (var first = 0; first < 20; first++)
            for (var radius = 0; radius < 20; radius++)
                foreach (var days in windows)
                {
                    var zones = Enumerable.Range(first - radius, (2 * radius) + 1).Where(zone => zone is >= 0 and < 20).ToHashSet();
                    var total = reports.Count(report => zones.Contains(report.Zone));
                    if (total > 0.5 * reports.Count)
                        continue;
                    var recent = reports.Where(report => report.Day > today.AddDays(-days)).ToArray();
                    best = Math.Max(best, SpaceTimeScan.LogLikelihoodRatio(
                        recent.Count(report => zones.Contains(report.Zone)), (double)total * recent.Length / reports.Count, reports.Count));
                }

        var found = Answer(SpaceTimeScan.Compute(street, reports, today, new SpaceTimeScanOptions { WindowDays = windows, LargestShare = 0.5, Replicates = 19 }));

        Assert.Equal(best, found.Clusters[0].LogLikelihoodRatio, tolerance: 1e-12);
    }

    [Fact]
    public void Clusters_share_no_zone_and_come_strongest_first()
    {
        var clusters = Answer(SpaceTimeScan.Compute(street, Background(300, seed: 3), today, new SpaceTimeScanOptions { Replicates = 19 })).Clusters;

        Assert.Equal(clusters.Sum(cluster => cluster.Zones.Count), clusters.SelectMany(cluster => cluster.Zones).Distinct().Count());
        Assert.Equal(clusters.Select(cluster => cluster.LogLikelihoodRatio).OrderDescending(), clusters.Select(cluster => cluster.LogLikelihoodRatio));
    }

    [Fact]
    public void The_order_of_reports_and_the_number_of_threads_change_nothing()
    {
        var reports = Background(200, seed: 4);
        var one = Answer(SpaceTimeScan.Compute(street, reports, today, new SpaceTimeScanOptions { Threads = 1 }));
        reports.Reverse();
        var two = Answer(SpaceTimeScan.Compute(street, reports, today, new SpaceTimeScanOptions { Threads = 2 }));

        Assert.Equal(
            one.Clusters.Select(cluster => (string.Join(",", cluster.Zones), cluster.P, cluster.LogLikelihoodRatio)),
            two.Clusters.Select(cluster => (string.Join(",", cluster.Zones), cluster.P, cluster.LogLikelihoodRatio)));
    }

    [Fact]
    public void Reports_of_tomorrow_do_not_count_and_one_report_is_no_cluster()
    {
        Assert.Equal("too-few-reports", Refusal(SpaceTimeScan.Compute(street, [(0, today), (0, today.AddDays(1))], today)));
        Assert.Throws<ArgumentOutOfRangeException>(() => SpaceTimeScan.Compute(street, [(0, today), (20, today)], today));
        Assert.Throws<ArgumentException>(() => SpaceTimeScan.Compute(street, [(0, today)], today, new SpaceTimeScanOptions { WindowDays = [0] }));
    }

    private static List<(int Zone, DateOnly Day)> Background(int count, int seed)
    {
        var chance = new RandomSequence(seed);
        var reports = new List<(int, DateOnly)>();
        for (var i = 0; i < count; i++)
            reports.Add((chance.NextInt(20), today.AddDays(-chance.NextInt(180))));
        return reports;
    }
}
