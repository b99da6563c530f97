// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;
using Schakel.Analysis.Adjacency;
using Schakel.Analysis.Regions;
using Schakel.Voorbeeldstad.Files;
using Schakel.Voorbeeldstad.Map;
using Schakel.Voorbeeldstad.Signals;

namespace Schakel.Voorbeeldstad.Tests.Recovery;

/// <summary>What divides and what does not: the track, the canal, and borders that residents draw themselves.</summary>
internal static class BorderTruths
{
    private static readonly Buurt[] buurten = [.. Reports.Town];

    private static readonly Lazy<UnitGraph> graph = new(Graph);

    /// <summary>Pairs of buurten of the town that an area may join.</summary>
    internal static IEnumerable<(Buurt First, Buurt Second)> Joinable => Enumerable.Range(0, graph.Value.PairCount).Where(pair => !graph.Value.Removed[pair])
        .Select(pair => (buurten[graph.Value.First[pair]], buurten[graph.Value.Second[pair]]));

    internal static IEnumerable<PlantedTruth> All =>
    [
        new("Spoorwijk: work areas stop at the track", Split),
        new("Hoge Dennen: marked as too large alone", OverCeiling),
        new("Spoorwijk: drawings stop at the track", DrawnSplit),
        new("footbridge: drawn as one on both banks", BothBanks),
        new("two fifths of the drawn squares: too few voices", FewVoices),
    ];

    private static string? Split(TownOfSeed town)
    {
        var crossing = Proposals(town).Proposals.Count(plan => buurten.Index().Where(buurt => buurt.Item.Wijk.Name == "Spoorwijk")
            .GroupBy(buurt => plan.Assignment[buurt.Index]).Any(area => area.DistinctBy(buurt => TownBlocks.North(buurt.Item.Shape.InteriorPoint.Coordinate)).Count() > 1));
        return PlantedTruth.Unless(crossing == 0, $"{crossing} proposals cross it");
    }

    private static string? OverCeiling(TownOfSeed town)
    {
        string[] over = [.. Proposals(town).Proposals[0].OverCeiling.Select(unit => buurten[unit].Name)];
        return PlantedTruth.Unless(over is ["Hoge Dennen"], $"over: {string.Join(' ', over)}");
    }

    private static WorkAreasResult Proposals(TownOfSeed town)
    {
        Assert.True(WorkAreas.Compute(
            graph.Value, new AreaUnits([.. buurten.Select(buurt => (double)buurt.Residents)], [.. buurten.Select(buurt => (double)buurt.Dwellings)]),
            new WorkAreaOptions { Seed = town.Seed, Threads = 1, Iterations = 2_000 }).TryGet(out var result, out var reason), reason?.Detail);
        return result;
    }

    private static UnitGraph Graph() => BarrierGraph.Build(new BarrierMap(
        Boundaries(), [.. buurten.Select(buurt => (double)buurt.Residents)],
        [.. buurten.Select(buurt => buurt.Shape.Centroid.X)], [.. buurten.Select(buurt => buurt.Shape.Centroid.Y)])
    {
        Barriers = [.. BarrierFile.Barriers().Select(feature => new BarrierLine(BarrierKind.Hard, Line(feature.Shape)))],
        Links = [.. BarrierFile.Crossings().Select(feature => Line(feature.Shape))],
    });

    private static AreaBoundaries Boundaries()
    {
        List<double> x = [], y = [];
        List<int> rings = [0], areas = [0];
        foreach (var buurt in buurten)
        {
            foreach (var ring in buurt.Shape.InteriorRings.Prepend(buurt.Shape.ExteriorRing))
            {
                x.AddRange(ring.Coordinates.Select(point => point.X));
                y.AddRange(ring.Coordinates.Select(point => point.Y));
                rings.Add(x.Count);
            }

            areas.Add(rings.Count - 1);
        }

        return new AreaBoundaries([.. x], [.. y], [.. rings], [.. areas]);
    }

    private static MapLine Line(Geometry? line) => new([.. line!.Coordinates.Select(point => point.X)], [.. line!.Coordinates.Select(point => point.Y)]);

    /// <summary>Neighbouring squares across the track are hardly ever drawn together, those beside each other on one side mostly are.</summary>
    private static string? DrawnSplit(TownOfSeed town)
    {
        var surface = new DrawnTown(town);
        var pairs = surface.Pairs(cell => cell.Buurt.Wijk.Name == "Spoorwijk" && Drawings.Middle(cell).Distance(Drawings.Track) < 350);
        var across = pairs.ToLookup(
            pair => TownBlocks.North(Drawings.Middle(surface.Cells[pair.A])) != TownBlocks.North(Drawings.Middle(surface.Cells[pair.B])));
        var (over, along) = (surface.MeanAffinity([.. across[true]]), surface.MeanAffinity([.. across[false]]));
        return PlantedTruth.Unless(over < 0.1 && along > 0.6, $"across {over:F2}, along {along:F2}");
    }

    private static string? BothBanks(TownOfSeed town)
    {
        var surface = new DrawnTown(town);
        var banks = surface.AgreedAround(BarrierFile.Footbridge).ToLookup(cell => TownBlocks.East(Drawings.Middle(cell)));
        return PlantedTruth.Unless(banks[true].Count() > 10 && banks[false].Count() > 10, $"{banks[true].Count()} and {banks[false].Count()} squares");
    }

    private static string? FewVoices(TownOfSeed town)
    {
        var few = new DrawnTown(town).ShareWithFewVoices;
        return PlantedTruth.Unless(Math.Abs(few - 0.40) <= 0.06, $"{few:F2}");
    }
}
