// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Autocorrelation;
using Schakel.Analysis.Clusters;
using Schakel.Workspace.Studies;

namespace Schakel.Workspace.Evidence;

/// <summary>Module E of a question: clusters that do not ask where borders run.</summary>
internal static class ClusterParts
{
    internal static Outcome<ScanFinding> Scan(EvidenceGround ground)
    {
        if (!ground.HasCases)
            return CaseTree.NoCasesKnown(ground.Indicator);
        var level = ground.Study.Units.Level.Id;
        if (!ground.Placed(level).TryGet(out var placed, out var reason))
            return reason;
        if (!placed.Points().TryGet(out var units, out reason))
            return reason;

        // A published percentage times a number of people is nearly whole, not exactly.
        var cases = Array.ConvertAll(units.Cases, Math.Round);
        var options = new PoissonScanOptions { Seed = ground.Question.Seed, Threads = ground.Options.Threads };
        if (!PoissonScan.Compute(units.X, units.Y, cases, units.People, options: options).TryGet(out var found, out reason))
            return reason;

        var (zones, codes, numbers) = Zones(ground, placed, units.Codes);
        return new ScanFinding(
            found, units, level, zones,
            [.. found.Clusters.Select(cluster => zones is not null && CrossingIndex.Compute([.. cluster.Areas], numbers, cases).TryGet(out var crossing, out _) ? crossing : null)], codes);
    }

    internal static Outcome<LocalFinding> Local(EvidenceGround ground)
    {
        var level = ground.Study.Units.Level.Id;
        if (!ground.Placed(level).TryGet(out var placed, out var reason))
            return reason;
        if (!placed.Link(threads: ground.Options.Threads).TryGet(out var units, out reason))
            return reason;

        var values = units.Values;
        var standardised = units.Denominators.Length > 0;
        if (standardised)
        {
            if (!RateStandardisation.Compute(units.Values, units.Denominators).TryGet(out var rates, out reason))
                return reason;
            values = rates.Values;
        }

        var options = new LocalOptions { Seed = ground.Question.Seed, Threads = ground.Options.Threads };
        return LocalMoran.Compute(values, units.Graph.RowStandardised(), options).TryGet(out var picture, out reason)
            ? new LocalFinding(picture, units, level, standardised)
            : reason;
    }

    // The borders that people know: those of wijken for small units, else of the next level with more than one area.
    private static (string? Zones, string[] Codes, int[] Numbers) Zones(EvidenceGround ground, PlacedUnits placed, string[] codes)
    {
        var coarser = ground.Study.Levels.Where(level => level.Rank > placed.Units.Level.Rank).Select(level => level.Id).ToList();
        foreach (var level in coarser.Contains("wijk") ? coarser.Where(id => id == "wijk").Concat(coarser) : coarser)
        {
            if (placed.Units.ParentsAt(ground.Catalogue, level) is not { } parents)
                continue;
            var all = placed.Units.Codes;
            var own = Array.ConvertAll(codes, code => parents[Array.BinarySearch(all, code, StringComparer.Ordinal)] ?? "");
            var names = own.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
            if (names.Length > 1)
                return (level, names, Array.ConvertAll(own, zone => Array.BinarySearch(names, zone, StringComparer.Ordinal)));
        }

        return (null, [], []);
    }
}
