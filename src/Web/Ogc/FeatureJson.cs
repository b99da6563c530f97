// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;
using NetTopologySuite.Geometries;

namespace Schakel.Web.Ogc;

/// <summary>Writes features as GeoJSON (RFC 7946), or with the axes of another coordinate system when that was asked for.</summary>
internal static class FeatureJson
{
    internal static void Write(Utf8JsonWriter json, FeatureSet features, int place, CoordinateReference crs, Action<Utf8JsonWriter>? links = null)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteString("id", features.Ids[place]);
        json.WritePropertyName("geometry");
        WriteShape(json, features.Shapes[place], crs);
        json.WriteStartObject("properties");
        features.WriteProperties(json, place);
        json.WriteEndObject();
        links?.Invoke(json);
        json.WriteEndObject();
    }

    private static void WriteShape(Utf8JsonWriter json, Geometry? shape, CoordinateReference crs)
    {
        var polygons = shape is null ? [] : Enumerable.Range(0, shape.NumGeometries).Select(shape.GetGeometryN).OfType<Polygon>().Where(polygon => !polygon.IsEmpty).ToArray();
        if (polygons.Length == 0)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        // Always of one type, so that a GIS can make one layer of it.
        json.WriteString("type", "MultiPolygon");
        json.WriteStartArray("coordinates");
        foreach (var polygon in polygons)
        {
            json.WriteStartArray();
            // The outer ring goes against the clock, holes go with it.
            WriteRing(json, polygon.ExteriorRing, againstTheClock: true, crs);
            foreach (var hole in polygon.InteriorRings)
                WriteRing(json, hole, againstTheClock: false, crs);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRing(Utf8JsonWriter json, LineString ring, bool againstTheClock, CoordinateReference crs)
    {
        var points = ring.CoordinateSequence;
        var isReversed = NetTopologySuite.Algorithm.Orientation.IsCCW(points) != againstTheClock;
        json.WriteStartArray();
        for (var step = 0; step < points.Count; step++)
        {
            var at = isReversed ? points.Count - 1 - step : step;
            var (x, y) = crs.FromRd(points.GetX(at), points.GetY(at));
            json.WriteStartArray();
            json.WriteNumberValue(Math.Round(x, crs.Digits));
            json.WriteNumberValue(Math.Round(y, crs.Digits));
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }
}
