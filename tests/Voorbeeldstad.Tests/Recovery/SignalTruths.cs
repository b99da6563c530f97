// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Clusters;
using Schakel.Analysis.Signals;
using Schakel.Voorbeeldstad.Figures;
using Schakel.Voorbeeldstad.Signals;

namespace Schakel.Voorbeeldstad.Tests.Recovery;

/// <summary>Clusters, the silent wijk and the one reporter.</summary>
internal static class SignalTruths
{
    internal static IEnumerable<PlantedTruth> All =>
    [
        new("border station: found with both gemeenten", Found),
        new("border station: not with Voorbeeldstad alone", town => Alone(town, "GM9901")),
        new("border station: not with Nevenstad alone", town => Alone(town, "GM9902")),
        new("Achterkamp: silent", town => PlantedTruth.Unless(Silent(town).Contains(Reports.Silent), $"silent: {string.Join(' ', Silent(town))}")),
        new("no other wijk is silent", town => PlantedTruth.Unless(Silent(town).All(wijk => wijk == Reports.Silent), $"silent: {string.Join(' ', Silent(town))}")),
        new("Waterkant: a cluster in four weeks", town => Cluster(town, out var found) is null ? "no cluster" : found),
        new("Waterkant: one reporter makes it", OneReporter),
    ];

    private static string? Found(TownOfSeed town)
    {
        var (p, found) = Scan(town, "GM9901", "GM9902");
        string[] planted = [.. town.Figures.Buurten.Where(BikeTheft.IsAroundStation).Select(buurt => buurt.Code)];
        return PlantedTruth.Unless(p <= 0.05 && found.Intersect(planted).Count() >= 4 && found.Except(planted).Count() <= 1, $"p {p:F3}: {string.Join(' ', found)}");
    }

    private static string? Alone(TownOfSeed town, string gemeente)
    {
        var (p, found) = Scan(town, gemeente);
        return PlantedTruth.Unless(p > 0.05, $"p {p:F3}: {string.Join(' ', found)}");
    }

    /// <summary>The strongest cluster of buurten, by the default scan.</summary>
    internal static (double P, string[] Found) Scan(TownOfSeed town, params string[] gemeenten)
    {
        var figures = town.Figures;
        var members = figures.Buurten.Index().Where(buurt => gemeenten.Contains(buurt.Item.Wijk.Gemeente.Code) && figures.Published[buurt.Index]).ToArray();
        Assert.True(PoissonScan.Compute(
            [.. members.Select(buurt => buurt.Item.Shape.Centroid.X)], [.. members.Select(buurt => buurt.Item.Shape.Centroid.Y)],
            [.. members.Select(buurt => (double)figures.Stolen[^1][buurt.Index]!.Value)], [.. members.Select(buurt => (double)buurt.Item.Residents)],
            options: new PoissonScanOptions { Seed = town.Seed, Threads = 1 }).TryGet(out var scan, out var reason), reason?.Detail);
        var strongest = scan.Clusters[0];
        return (strongest.P, [.. strongest.Areas.Select(area => members[area].Item.Code)]);
    }

    private static string[] Silent(TownOfSeed town)
    {
        var wijken = Reports.Town.Where(buurt => !buurt.IsSecret).GroupBy(buurt => buurt.Wijk.Name).ToArray();
        Assert.True(ReportingPropensity.Compute(
            [.. wijken.Select(wijk => (double)wijk.Sum(buurt => town.Reports.Reported.GetValueOrDefault(buurt.Code)))],
            [.. wijken.Select(wijk => (double)wijk.Sum(buurt => town.Reports.Inspected[buurt.Code]))],
            [.. wijken.Select(wijk => (double)wijk.Sum(buurt => buurt.Residents))]).TryGet(out var areas, out _));
        return [.. wijken.Zip(areas).Where(pair => pair.Second.Silent).Select(pair => pair.First.Key)];
    }

    /// <summary>What a scan in place and time shows on the last day of the file.</summary>
    private static SpaceTimeCluster? Cluster(TownOfSeed town, out string? missed)
    {
        var buurten = Reports.Town.ToArray();
        Assert.True(SpaceTimeScan.Compute(
            [.. buurten.Select(buurt => (buurt.Shape.Centroid.X, buurt.Shape.Centroid.Y))], [.. town.Reports.All.Select(report => (ZoneOf(town, report), report.Date))],
            Reports.ClusterTo, new SpaceTimeScanOptions { Seed = town.Seed, Threads = 1 }).TryGet(out var scan, out var reason), reason?.Detail);
        var strongest = scan.Clusters is [var first, ..] ? first : null;
        missed = PlantedTruth.Unless(
            strongest is { P: <= 0.05 } && strongest.Zones.Any(zone => buurten[zone].Name == Reports.ClusterBuurt) && strongest.From == Reports.ClusterFrom,
            $"p {strongest?.P} from {strongest?.From} in {string.Join(' ', strongest?.Zones.Select(zone => buurten[zone].Name) ?? [])}");
        return strongest;
    }

    private static string? OneReporter(TownOfSeed town)
    {
        if (Cluster(town, out _) is not { } cluster)
            return "no cluster";
        var inside = town.Reports.All.Index().Where(report => cluster.Zones.Contains(ZoneOf(town, report.Item)) && report.Item.Date >= cluster.From && report.Item.Date <= cluster.To);
        Assert.True(DistinctSignals.Compute([.. inside.Select(report => new ReportedSignal(
            $"{report.Index}", report.Item.Reporter, report.Item.Category, report.Item.Date, report.Item.X, report.Item.Y))]).TryGet(out var distinct, out _));
        return PlantedTruth.Unless(distinct.Warnings.Any(warning => warning.Code == "one-reporter") && distinct.Distinct < distinct.Raw, $"largest share {distinct.LargestReporterShare.Value:F2}");
    }

    private static int ZoneOf(TownOfSeed town, Report report) => town.Reports.BuurtOf(report);
}
