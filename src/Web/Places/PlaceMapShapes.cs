// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;
using NetTopologySuite.Simplify;
using Schakel.Analysis;
using Schakel.Catalogue.Sources.Coordinates;
using Schakel.Workspace.Residents;

namespace Schakel.Web.Places;

/// <summary>A numbered thing on the map of a place.</summary>
/// <param name="Number">As in the list beside the map.</param>
/// <param name="At">Longitude and latitude.</param>
internal sealed record Spot(int Number, double[] At);

/// <summary>What the map of a place draws beside the ground: the place, numbers, and what many drew alike. Never one drawing.</summary>
/// <param name="Here">The middle of the place.</param>
/// <param name="Place">GeoJSON of the place; null when no boundary is loaded.</param>
/// <param name="Spots">Numbers of the list.</param>
/// <param name="Shared">GeoJSON of what half of many drew; null when there is none.</param>
/// <param name="Core">GeoJSON of what three quarters drew.</param>
internal sealed record PlaceMapShapes(double[]? Here, object? Place, IReadOnlyList<Spot> Spots, object? Shared, object? Core)
{
    /// <summary>[m] a pixel or two at the zoom of a buurt.</summary>
    private const double Fineness = 3;

    internal static PlaceMapShapes Of(PlaceView view, Outcome<SharedNeighbourhood> shared)
    {
        var place = view.Place;
        var drawn = shared.TryGet(out var surface, out _) ? surface : null;
        return new PlaceMapShapes(
            place.Shape is { IsEmpty: false } shape ? Degrees(shape.InteriorPoint.Coordinate) : null, GeoJson(place.Shape), Number(place, view.GoingOn, view.Places), GeoJson(drawn?.Shared), GeoJson(drawn?.Core));
    }

    /// <summary>[degrees] west, south, east, north of a shape, with room around it.</summary>
    internal static double[]? Bounds(Geometry? shape, double roomInMetres)
    {
        if (shape is null || shape.IsEmpty)
            return null;
        var box = shape.EnvelopeInternal.Copy();
        box.ExpandBy(roomInMetres);
        var (low, high) = (Degrees(new Coordinate(box.MinX, box.MinY)), Degrees(new Coordinate(box.MaxX, box.MaxY)));
        return [low[0], low[1], high[0], high[1]];
    }

    private static double[] Degrees(Coordinate at)
    {
        var (longitude, latitude) = CoordinateSystems.RdToWgs84(at.X, at.Y);
        return [Math.Round(longitude, 6), Math.Round(latitude, 6)];
    }

    /// <summary>What lies in one smaller area has a spot there; what is about the whole place or more has none, for it is everywhere.</summary>
    private static List<Spot> Number(Place place, IReadOnlyList<PlacePageItem> items, PlaceIndex places)
    {
        var spots = new List<Spot>();
        foreach (var (at, item) in items.Index())
        {
            var finest = item.Codes.Select(places.Find).OfType<Place>().Where(found => found.Shape is not null && (places.Finest?.Level == found.Level || place.Code == found.Code)).ToList();
            if (finest.Count == 0 || finest.Where(found => found.Code == place.Code || found.Above.Contains(place.Code) || place.Above.Contains(found.Code)).MinBy(found => found.Shape!.Area) is not { } here)
                continue;
            var middle = here.Shape!.InteriorPoint.Coordinate;
            // Several in one area stand around its middle, where the yellow dot may be.
            var (turn, aside) = (2 * Math.PI * at / Math.Max(3, items.Count), Math.Min(180, Math.Sqrt(here.Shape.Area) / 4));
            spots.Add(new Spot(at + 1, Degrees(new Coordinate(middle.X + (aside * Math.Cos(turn)), middle.Y + (aside * Math.Sin(turn))))));
        }

        return spots;
    }

    private static object? GeoJson(Geometry? shape) => shape is null || shape.IsEmpty ? null : TopologyPreservingSimplifier.Simplify(shape, Fineness) switch
    {
        LineString line => new { type = "MultiLineString", coordinates = new[] { Line(line) } },
        MultiLineString lines => new { type = "MultiLineString", coordinates = lines.Geometries.OfType<LineString>().Select(Line).ToArray() },
        Polygon polygon => new { type = "MultiPolygon", coordinates = new[] { Rings(polygon) } },
        MultiPolygon many => new { type = "MultiPolygon", coordinates = many.Geometries.OfType<Polygon>().Select(Rings).ToArray() },
        _ => null,
    };

    private static double[][] Line(LineString line) => [.. line.Coordinates.Select(Degrees)];

    private static double[][][] Rings(Polygon polygon) => [Line(polygon.ExteriorRing), .. polygon.InteriorRings.Select(Line)];
}
