// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Valid;

namespace Schakel.Catalogue.Sources.Geometries;

/// <summary>Makes polygons valid: without crossing or double borders, holes inside their shell. Lines and points stay as they are.</summary>
internal static class GeometryRepair
{
    /// <summary>Repairs in place; what is empty becomes null.</summary>
    internal static void All(Geometry?[] geometries, List<string> notes, CancellationToken cancel)
    {
        var why = new string?[geometries.Length];
        Parallel.For(0, geometries.Length, new ParallelOptions { CancellationToken = cancel }, i =>
        {
            if (geometries[i] is not { } geometry)
                return;
            if (geometry.IsEmpty)
            {
                geometries[i] = null;
                return;
            }
            if (geometry is GeometryCollection and not (MultiPolygon or MultiLineString or MultiPoint))
                geometry = geometries[i] = OneKind(geometry);
            if (geometry is not (Polygon or MultiPolygon))
                return;
            var check = new IsValidOp(geometry);
            if (check.IsValid)
                return;
            why[i] = check.ValidationError.Message;
            geometries[i] = Repaired(geometry);
        });
        Note(geometries, why, notes);
    }

    private static Geometry? Repaired(Geometry geometry)
    {
        try
        {
            return Areas(GeometryFixer.Fix(geometry));
        }
        catch (Exception beyond) when (beyond is TopologyException or ArgumentException)
        {
            return null; // numbers so far apart that their differences vanish: no border can be made of them
        }
    }

    private static void Note(Geometry?[] geometries, string?[] why, List<string> notes)
    {
        var repaired = why.Count(reason => reason is not null);
        if (repaired == 0)
            return;
        var first = Array.FindIndex(why, reason => reason is not null);
        var lost = Enumerable.Range(0, why.Length).Count(i => why[i] is not null && geometries[i] is null);
        notes.Add(string.Create(CultureInfo.InvariantCulture,
            $"{repaired} polygon(s) were not valid and have been repaired, the first is feature {first + 1} ({why[first]}).")
            + (lost > 0 ? string.Create(CultureInfo.InvariantCulture, $" {lost} of them enclose nothing and have no boundary now.") : ""));
    }

    // A repair can leave slivers of lines beside the areas.
    private static Geometry? Areas(Geometry geometry)
    {
        if (geometry.IsEmpty)
            return null;
        if (geometry is Polygon or MultiPolygon)
            return geometry;
        var polygons = PolygonExtracter.GetPolygons(geometry).Cast<Polygon>().Where(polygon => !polygon.IsEmpty).ToArray();
        return polygons.Length == 0 ? null : WellKnownBinary.Factory.CreateMultiPolygon(polygons);
    }

    // A collection of mixed kinds is read as its areas, else its lines, else its points.
    private static Geometry? OneKind(Geometry collection)
    {
        if (Areas(collection) is { } areas)
            return areas;
        var lines = LineStringExtracter.GetLines(collection).Cast<LineString>().Where(line => !line.IsEmpty).ToArray();
        if (lines.Length > 0)
            return WellKnownBinary.Factory.CreateMultiLineString(lines);
        var points = PointExtracter.GetPoints(collection).Cast<Point>().Where(point => !point.IsEmpty).ToArray();
        return points.Length > 0 ? WellKnownBinary.Factory.CreateMultiPoint(points) : null;
    }
}
