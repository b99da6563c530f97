// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Union;
using Schakel.Analysis;
using Schakel.Analysis.Perception;
using Schakel.Catalogue.Sources.Coordinates;

namespace Schakel.Web.Places;

/// <summary>What a resident drew, from corners on the map or from a list of streets and areas, as one surface in RD.</summary>
internal static class DrawnShape
{
    private const int MostCorners = 200, MostChosen = 100;

    /// <summary>[m] on both sides of a chosen street: the houses along it.</summary>
    private const double AlongStreet = 40;

    /// <summary>The surface, or what is wrong with it in words of a reason that has a page.</summary>
    /// <param name="corners">"lon,lat;lon,lat;…", or nothing.</param>
    /// <param name="chosen">Codes and streets from the list.</param>
    /// <param name="places">Where they are looked up.</param>
    internal static Outcome<Geometry> Of(string? corners, IReadOnlyList<string> chosen, PlaceIndex places)
    {
        if (string.IsNullOrWhiteSpace(corners) && chosen.Count == 0)
            return new Reason("nothing-drawn", "Nothing was drawn or chosen yet.");

        var parts = new List<Geometry>();
        if (!string.IsNullOrWhiteSpace(corners))
        {
            if (!Around(corners).TryGet(out var polygon, out var reason))
                return reason;
            parts.Add(polygon);
        }

        foreach (var code in chosen.Take(MostChosen))
        {
            if (places.Find(code) is not { Shape: { IsEmpty: false } shape } place)
                return NotASurface();
            parts.Add(place.IsStreet ? shape.Buffer(AlongStreet) : shape);
        }

        var whole = UnaryUnionOp.Union(parts);
        return whole switch
        {
            _ when whole is not (Polygon or MultiPolygon) || whole.IsEmpty => NotASurface(),
            { Area: < DrawnPolygon.SmallestArea } => new Reason("drawing-too-small", "This drawing is too small to be a neighbourhood."),
            { Area: > DrawnPolygon.LargestArea } => new Reason("drawing-too-large", "This drawing is too large to be a neighbourhood."),
            _ => whole,
        };
    }

    private static Outcome<Geometry> Around(string corners)
    {
        var points = new List<Coordinate>();
        foreach (var corner in corners.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            if (points.Count == MostCorners || PlaceEndpoints.Degrees(corner) is not { } at)
                return NotASurface();
            var (x, y) = CoordinateSystems.Wgs84ToRd(at.Longitude, at.Latitude);
            points.Add(new Coordinate(Math.Round(x), Math.Round(y)));
        }

        if (points.Distinct().Count() < 3)
            return NotASurface();
        points.Add(points[0].Copy());
        // A line that crosses itself is a slip of the finger, not a mistake: what it goes around stays.
        return GeometryFixer.Fix(GeometryFactory.Default.CreatePolygon([.. points]));
    }

    private static Reason NotASurface() => new("drawing-not-a-polygon", "This drawing is no closed surface.");
}
