// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Precision;
using Schakel.Analysis.Numerics;
using Schakel.Voorbeeldstad.Files;
using Schakel.Voorbeeldstad.People;

namespace Schakel.Voorbeeldstad.Map;

/// <summary>A road or street.</summary>
/// <param name="Type">hoofdweg, straat or landweg.</param>
/// <param name="Line">Its middle.</param>
/// <param name="Name">As people call it; small streets have none.</param>
internal sealed record Street(string Type, Geometry Line, string? Name = null);

/// <summary>The streets of the town: main roads of the sketch, and between them rows that run as they did when the wijk was built. To look at only.</summary>
internal static class Streets
{
    internal const string OldCentre = "Binnenstad";

    private const int step = 45;

    /// <summary>[m²] of a block in the old centre.</summary>
    private const double block = 5_500;

    private static readonly Lazy<Geometry> builtUp = new(BuiltUpNow);

    /// <summary>Where houses stand: the inhabited squares, with their edges smoothed.</summary>
    internal static Geometry BuiltUp => builtUp.Value;

    internal static IEnumerable<Street> Draw()
    {
        var barred = Barred(25);
        foreach (var (name, road) in MainRoads())
            yield return new Street("hoofdweg", Overlay(road, barred, SpatialFunction.Difference), name);
        foreach (var crossing in BarrierFile.Crossings())
            yield return new Street(crossing.Values[0] is "Loopbrug Waterkant" ? "fietspad" : "hoofdweg", crossing.Shape!, crossing.Values[0] as string);
        var edges = Precise(Pen.Paper.CreateGeometryCollection([TownSketch.Railway, TownSketch.Canal, TownBlocks.Moat]).Buffer(2));
        var town = Landscape.Drawn.Buurten.Where(buurt => buurt.Wijk.Stadsdeel is not null).ToArray();
        foreach (var (number, buurt) in town.Index())
        {
            var polder = buurt.Built < 0.1;
            var random = new RandomSequence(2009, 3_000 + number);
            if (buurt.Residents == 0)
                continue;
            var inside = polder ? buurt.Shape : Overlay(Overlay(buurt.Shape, BuiltUp, SpatialFunction.Intersection), edges, SpatialFunction.Difference);
            var style = polder ? new StreetStyle(900, 1_700, 0, 1_000) : StreetStyle.Of(buurt.Wijk.Name);
            var drawn = buurt.Wijk.Name == OldCentre ? Lanes(buurt.Shape, ref random) : Rows(buurt.Shape, style, ref random);
            var rows = Overlay(drawn, inside, SpatialFunction.Intersection);
            if (!rows.IsEmpty)
                yield return new Street(polder ? "landweg" : "straat", rows);
            if (!polder)
                yield return new Street("straat", Overlay(buurt.Shape.ExteriorRing, edges, SpatialFunction.Difference));
        }
    }

    /// <summary>Where no road passes: along the railway and the canal, but for the crossings.</summary>
    private static Geometry Barred(double distance)
    {
        var along = Pen.Paper.CreateGeometryCollection([TownSketch.Railway, TownSketch.Canal]).Buffer(distance);
        var passages = Pen.Paper.CreateGeometryCollection([.. BarrierFile.Crossings().Select(crossing => crossing.Shape!)]).Buffer(90);
        return Overlay(Precise(along), Precise(passages), SpatialFunction.Difference);
    }

    private static IEnumerable<(string? Name, Geometry Road)> MainRoads()
    {
        (string Name, Geometry Road)[] inTown =
        [
            ("Ringweg", TownSketch.RingRoad.ExteriorRing), ("Noorderweg", TownSketch.NorthRoad), ("Stationsweg", TownSketch.StationRoad),
            ("Bosweg", TownSketch.ForestRoad), ("Rietweg", TownSketch.ReedRoad), ("Dokweg", TownSketch.DockRoad), ("Kadestraat", TownSketch.QuayStreet),
            ("Oosterkade", TownSketch.EastBank), ("Westerkade", TownSketch.WestBank),
        ];
        foreach (var (name, road) in inTown)
            yield return (name, Overlay(road, TownSketch.BuiltUp, SpatialFunction.Intersection));
        // From the edge of the town to each neighbour, along the way that somebody once dug.
        foreach (var (number, plan) in NeighbourPlan.All.Index())
        {
            var random = new RandomSequence(2009, 3_500 + number);
            var middle = new Coordinate(TownSketch.OriginX, TownSketch.OriginY);
            var there = Pen.Rounded(TownSketch.OriginX + plan.X, TownSketch.OriginY + plan.Y);
            var road = Pen.Paper.CreateLineString([.. Pen.Ditch(middle, there, ref random, 700, 0.07)]);
            yield return (null, Overlay(road, TownSketch.RingRoad, SpatialFunction.Difference));
        }
    }

    /// <summary>The old centre was never planned: plots were cut from plots.</summary>
    private static Geometry Lanes(Polygon area, ref RandomSequence random) => UnaryUnionNG.Union(
        Knife.Divide(area, Math.Max(2, (int)(area.Area / block)), ref random, 0.07, smallest: 1).Select(Geometry (part) => part.ExteriorRing), Pen.Centimetres);

    /// <summary>Long streets along the axis of an area, and cross streets between each two of them.</summary>
    private static MultiLineString Rows(Polygon area, StreetStyle style, ref RandomSequence random)
    {
        var angle = Knife.LongAxis(area);
        var (alongX, alongY) = (Math.Cos(angle), Math.Sin(angle));
        var centre = area.Centroid.Coordinate;
        var reach = area.EnvelopeInternal.Diameter / 2;
        var count = (int)(reach / style.Row);
        // Each street bends a little otherwise than the one beside it.
        var phases = new double[(2 * count) + 2];
        phases[0] = 2 * Math.PI * random.NextDouble();
        for (var i = 1; i < phases.Length; i++)
            phases[i] = phases[i - 1] + (1.6 * (random.NextDouble() - 0.5));
        var lines = new List<LineString>();
        for (var row = -count; row <= count; row++)
        {
            var points = new List<Coordinate>();
            for (var along = -reach; along <= reach; along += step)
                points.Add(At(along, Aside(along, row)));
            lines.Add(Pen.Paper.CreateLineString([.. points]));
            for (var along = -reach + (style.Cross * random.NextDouble()); along < reach; along += style.Cross * (0.7 + (0.6 * random.NextDouble())))
                lines.Add(Pen.Paper.CreateLineString([At(along, Aside(along, row)), At(along, Aside(along, row + 1))]));
        }

        return Pen.Paper.CreateMultiLineString([.. lines]);

        double Aside(double along, int row) => (row * style.Row) + (style.Sway * Math.Sin((2 * Math.PI * along / style.Bend) + phases[row + count]));

        Coordinate At(double along, double aside) => Pen.Rounded(centre.X + (along * alongX) - (aside * alongY), centre.Y + (along * alongY) + (aside * alongX));
    }

    private static Geometry BuiltUpNow()
    {
        var squares = CoverageUnion.Union(Pen.Paper.CreateGeometryCollection([.. Settlement.Cells.Where(cell => cell.Residents > 0).Select(cell => cell.Square)]));
        return Precise(squares.Buffer(70, 2).Buffer(-55, 2));
    }

    /// <summary>In whole centimetres, as everything that is drawn.</summary>
    internal static Geometry Precise(Geometry rough) => GeometryPrecisionReducer.Reduce(rough, Pen.Centimetres);

    internal static Geometry Overlay(Geometry one, Geometry other, SpatialFunction function) =>
        OverlayNG.Overlay(one, other, function, Pen.Centimetres);
}
