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

        var (zones, zoneOf) = Zones(ground, placed, units.Codes);
        var codes = zoneOf.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var numbers = Array.ConvertAll(zoneOf, zone => zone is null ? -1 : Array.BinarySearch(codes, zone, StringComparer.Ordinal));
        return new ScanFinding(
            found, units, level, zones,
            [.. found.Clusters.Select(cluster => zones is not null && CrossingIndex.Compute([.. cluster.Areas.Where(area => numbers[area] >= 0)], numbers, cases).TryGet(out var crossing, out _) ? crossing : null)],
            codes, zoneOf, cases)
        {
            ZoneNames = NamesOf(ground, zones, codes),
        };
    }

    private static string[] NamesOf(EvidenceGround ground, string? level, string[] codes)
    {
        if (level is null || !CatalogueAreas.Gather(ground.Catalogue, level, null, ground.Year).TryGet(out var areas, out _))
            return codes;
        var layer = areas.Layer;
        return Array.ConvertAll(codes, code => Array.BinarySearch(layer.Codes, code, StringComparer.Ordinal) is >= 0 and var at ? layer.Names[at] : code);
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
    private static (string? Level, string?[] ZoneOf) Zones(EvidenceGround ground, PlacedUnits placed, string[] codes)
    {
        var coarser = ground.Study.Levels.Where(level => level.Rank > placed.Units.Level.Rank).Select(level => level.Id).ToList();
        foreach (var level in coarser.OrderByDescending(id => id == "wijk"))
        {
            if (placed.Units.ParentsAt(ground.Catalogue, level) is not { } parents)
                continue;
            var all = placed.Units.Codes;
            var own = Array.ConvertAll(codes, code => parents[Array.BinarySearch(all, code, StringComparer.Ordinal)]);
            if (own.OfType<string>().Distinct(StringComparer.Ordinal).Take(2).Count() == 2)
                return (level, own);
        }

        return (null, []);
    }
}
