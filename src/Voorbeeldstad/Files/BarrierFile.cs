// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;
using Schakel.Voorbeeldstad.Map;
using Schakel.Writers.GeoPackages;

namespace Schakel.Voorbeeldstad.Files;

/// <summary>What divides the town, and where one can cross: lines for the delineation of work areas.</summary>
internal static class BarrierFile
{
    /// <summary>[m] from the market square: where roads pass the railway. None in Spoorwijk, so that it falls apart at the track.</summary>
    private static readonly (string Name, int X)[] overRailway = [("Overweg Achterkamp", -1_700), ("Stationstunnel", -150), ("Viaduct Rietlanden", 2_700)];

    /// <summary>[m] from the market square: where one passes the canal.</summary>
    private static readonly (string Name, int Y)[] overCanal = [("Stadsbrug", -300), ("Loopbrug Waterkant", FootbridgeY)];

    internal const int FootbridgeY = -2_150;

    /// <summary>Where the footbridge lies, in RD.</summary>
    internal static Coordinate Footbridge
    {
        get
        {
            var y = TownSketch.OriginY + FootbridgeY;
            return new Coordinate(TownBlocks.XOf(TownSketch.Canal, y), y);
        }
    }

    internal static void Write(string path)
    {
        using var file = TownMap.Begin(path);
        file.AddLayer(new("barrieres", "LINESTRING", [new("naam", GeoPackageType.Text), new("class", GeoPackageType.Text)]), Barriers());
        file.AddLayer(new("oversteken", "LINESTRING", [new("naam", GeoPackageType.Text), new("over", GeoPackageType.Text)]), Crossings());
        file.Finish();
    }

    internal static IEnumerable<GeoPackageFeature> Barriers() =>
    [
        new(Within(TownSketch.Railway), ["Spoorlijn", "rail"]),
        new(Within(TownSketch.Canal), ["Stadskanaal", "water"]),
    ];

    internal static IEnumerable<GeoPackageFeature> Crossings()
    {
        foreach (var (name, x) in overRailway)
        {
            var at = TownSketch.OriginX + x;
            var y = TownBlocks.YOf(TownSketch.Railway, at);
            yield return new(Pen.Paper.CreateLineString([Pen.Rounded(at, y - 40), Pen.Rounded(at, y + 40)]), [name, "rail"]);
        }

        foreach (var (name, y) in overCanal)
        {
            var at = TownSketch.OriginY + y;
            var x = TownBlocks.XOf(TownSketch.Canal, at);
            yield return new(Pen.Paper.CreateLineString([Pen.Rounded(x - 40, at), Pen.Rounded(x + 40, at)]), [name, "water"]);
        }
    }

    /// <summary>The part inside the region.</summary>
    private static LineString Within(LineString line) => (LineString)line.Intersection(TownSketch.Region);
}
