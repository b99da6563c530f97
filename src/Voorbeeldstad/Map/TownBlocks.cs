// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace Schakel.Voorbeeldstad.Map;

/// <summary>Divides the land of the town into blocks between main roads, railway, canal and moat, and knows which block a place lies in.</summary>
internal static class TownBlocks
{
    private static readonly Polygon oldCentre = Pen.Paper.CreatePolygon(
        [.. TownSketch.Moat.Coordinates, Place(-1600, -900), Place(-1600, 900), Place(430, 900), TownSketch.Moat.Coordinates[0].Copy()]);

    /// <summary>Which line cuts where; in this order, so that a later line stops at an earlier one.</summary>
    private static readonly (Geometry Line, Func<Coordinate, bool> Where)[] cuts =
    [
        (TownSketch.BuiltUp.Boundary, _ => true),
        (TownSketch.BorderStation.Boundary, _ => true),
        (TownSketch.Railway, _ => true),
        (TownSketch.Canal, _ => true),
        (TownSketch.RingRoad.Boundary, InTown),
        (TownSketch.Moat, c => InRing(c) && !North(c) && East(c)),
        (TownSketch.NorthRoad, c => InTown(c) && North(c) && East(c)),
        (TownSketch.StationRoad, c => InRing(c) && !North(c) && East(c) && !Contains(oldCentre, c)),
        (TownSketch.ForestRoad, c => InTown(c) && !InRing(c) && North(c) && c.X > XOf(TownSketch.NorthRoad, c.Y)),
        (TownSketch.ReedRoad, c => InTown(c) && !InRing(c) && !North(c) && East(c)),
        (TownSketch.DockRoad, c => InTown(c) && !InRing(c) && !North(c) && !East(c)),
        (TownSketch.QuayStreet, c => InRing(c) && !North(c) && !East(c)),
        (TownSketch.EastBank, c => InTown(c) && !InRing(c) && !North(c) && East(c) && c.Y < YOf(TownSketch.ReedRoad, c.X)),
        (TownSketch.WestBank, c => InTown(c) && !InRing(c) && !North(c) && !East(c) && c.Y < YOf(TownSketch.DockRoad, c.X)),
    ];

    /// <summary>Land by block; a block may come in pieces.</summary>
    internal static ILookup<string, Polygon> Of(IEnumerable<Polygon> land)
    {
        var pieces = land.ToList();
        foreach (var (line, where) in cuts)
            pieces = [.. pieces.SelectMany(piece => where(piece.InteriorPoint.Coordinate) ? Knife.Cut(piece, line) : [piece])];
        return pieces.ToLookup(piece => KeyOf(piece.InteriorPoint.Coordinate));
    }

    /// <summary>The moat as far as there is water in it: south of the railway and east of the canal.</summary>
    internal static LineString Moat => Pen.Paper.CreateLineString([.. TownSketch.Moat.Coordinates.Where(c => !North(c) && East(c))]);

    internal static bool North(Coordinate c) => c.Y > YOf(TownSketch.Railway, c.X);

    internal static bool East(Coordinate c) => c.X > XOf(TownSketch.Canal, c.Y);

    private static bool InTown(Coordinate c) => Contains(TownSketch.BuiltUp, c) && !Contains(TownSketch.BorderStation, c);

    private static bool InRing(Coordinate c) => Contains(TownSketch.RingRoad, c);

    private static string KeyOf(Coordinate c) => (North(c), East(c)) switch
    {
        (true, _) when Contains(TownSketch.BorderStation, c) => "grens-n",
        (false, _) when Contains(TownSketch.BorderStation, c) => "grens-s",
        var (north, east) when !InTown(c) => "polder-" + (north ? "n" : "s") + (east ? "e" : "w"),
        (true, false) => InRing(c) ? "achterkamp-in" : "achterkamp-out",
        (true, true) when c.X < XOf(TownSketch.NorthRoad, c.Y) => InRing(c) ? "station" : "noorderpark",
        (true, true) when InRing(c) => "spoor-n",
        (true, true) => c.Y > YOf(TownSketch.ForestRoad, c.X) ? "dennen" : "rietlanden-n",
        (false, false) when InRing(c) => c.Y > YOf(TownSketch.QuayStreet, c.X) ? "haven-in" : "waterkant-wi",
        (false, false) when c.Y > YOf(TownSketch.DockRoad, c.X) => "haven-out",
        (false, false) => c.X > XOf(TownSketch.WestBank, c.Y) ? "waterkant-wo" : "zuiderveld",
        (false, true) when Contains(oldCentre, c) => "binnenstad",
        (false, true) when InRing(c) => c.Y > YOf(TownSketch.StationRoad, c.X) ? "spoor-s" : "singel",
        (false, true) when c.Y > YOf(TownSketch.ReedRoad, c.X) => "rietlanden-s",
        (false, true) => c.X < XOf(TownSketch.EastBank, c.Y) ? "waterkant-e" : "weiden",
    };

    private static Coordinate Place(double x, double y) => new(TownSketch.OriginX + x, TownSketch.OriginY + y);

    private static bool Contains(Polygon area, Coordinate c) => PointLocation.IsInRing(c, area.ExteriorRing.Coordinates);

    /// <summary>Height of a line that runs west to east.</summary>
    internal static double YOf(LineString line, double x) => Along(line, x, c => c.X, c => c.Y);

    /// <summary>Easting of a line that runs north to south.</summary>
    internal static double XOf(LineString line, double y) => Along(line, y, c => c.Y, c => c.X);

    private static double Along(LineString line, double at, Func<Coordinate, double> run, Func<Coordinate, double> rise)
    {
        var points = line.Coordinates;
        if (run(points[0]) > run(points[^1]))
            Array.Reverse(points = [.. points]);

        var i = 1;
        while (i < points.Length - 1 && run(points[i]) < at)
            i++;
        var (from, to) = (points[i - 1], points[i]);
        var part = Math.Clamp((at - run(from)) / (run(to) - run(from)), 0, 1);
        return rise(from) + (part * (rise(to) - rise(from)));
    }
}
