// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Encodings.Web;
using System.Text.Json;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace Schakel.Writers.Json;

/// <summary>Writes GeoJSON (RFC 7946): WGS 84, longitude first, outer rings counterclockwise, nine decimals (a tenth of a millimetre).</summary>
public static class GeoJsonFile
{
    private const int Decimals = 9;
    private const int FlushEvery = 1 << 16;

    /// <summary>Writes one collection.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="table">Its shapes are in WGS 84 degrees.</param>
    /// <param name="members">Writes foreign members of the collection: where it comes from.</param>
    /// <param name="cancel">Stops the work.</param>
    public static void Write(Stream stream, FeatureTable table, Action<Utf8JsonWriter> members, CancellationToken cancel = default)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteString("name", table.Name);
        members(json);
        json.WriteStartArray("features");
        for (var row = 0; row < table.Rows; row++)
        {
            cancel.ThrowIfCancellationRequested();
            json.WriteStartObject();
            json.WriteString("type", "Feature");
            json.WritePropertyName("geometry");
            Shape(json, table.Shapes?[row]);
            json.WriteStartObject("properties");
            foreach (var column in table.Columns)
                Cell(json, column, row);
            json.WriteEndObject();
            json.WriteEndObject();
            if (json.BytesPending > FlushEvery)
                json.Flush();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        stream.WriteByte((byte)'\n');
    }

    private static void Cell(Utf8JsonWriter json, TableColumn column, int row)
    {
        json.WritePropertyName(column.Name);
        switch (column)
        {
            case TextCells text:
                json.WriteStringValue(text.Values[row]);
                break;
            case NumberCells numbers when double.IsNaN(numbers.Values[row]):
                json.WriteNullValue();
                break;
            case NumberCells numbers:
                json.WriteNumberValue(numbers.Values[row]);
                break;
        }
    }

    private static void Shape(Utf8JsonWriter json, Geometry? shape)
    {
        if (shape is null || shape.IsEmpty)
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartObject();
        json.WriteString("type", shape.GeometryType);
        json.WritePropertyName(shape is GeometryCollection and not (MultiPolygon or MultiLineString or MultiPoint) ? "geometries" : "coordinates");
        Coordinates(json, shape);
        json.WriteEndObject();
    }

    private static void Coordinates(Utf8JsonWriter json, Geometry shape)
    {
        switch (shape)
        {
            case Point point:
                Position(json, point.CoordinateSequence, 0);
                break;
            case LineString line:
                Positions(json, line.CoordinateSequence, reverse: false);
                break;
            case Polygon polygon:
                json.WriteStartArray();
                Ring(json, polygon.Shell, counterclockwise: true);
                foreach (var hole in polygon.Holes)
                    Ring(json, hole, counterclockwise: false);
                json.WriteEndArray();
                break;
            case GeometryCollection many:
                json.WriteStartArray();
                foreach (var part in many.Geometries)
                    if (many is MultiPolygon or MultiLineString or MultiPoint)
                        Coordinates(json, part);
                    else
                        Shape(json, part);
                json.WriteEndArray();
                break;
        }
    }

    private static void Ring(Utf8JsonWriter json, LineString ring, bool counterclockwise) =>
        Positions(json, ring.CoordinateSequence, Orientation.IsCCW(ring.CoordinateSequence) != counterclockwise);

    private static void Positions(Utf8JsonWriter json, CoordinateSequence points, bool reverse)
    {
        json.WriteStartArray();
        for (var i = 0; i < points.Count; i++)
            Position(json, points, reverse ? points.Count - 1 - i : i);
        json.WriteEndArray();
    }

    private static void Position(Utf8JsonWriter json, CoordinateSequence points, int at)
    {
        json.WriteStartArray();
        json.WriteNumberValue(Math.Round(points.GetX(at), Decimals));
        json.WriteNumberValue(Math.Round(points.GetY(at), Decimals));
        json.WriteEndArray();
    }
}
