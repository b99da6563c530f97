// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;
using NetTopologySuite.Geometries;
using Schakel.Catalogue.Sources.Geometries;

namespace Schakel.Catalogue.Sources.Json;

/// <summary>Reads the geometry of one GeoJSON feature; height is left out.</summary>
internal static class GeometryReader
{
    private const int DeepestCollection = 8;

    /// <summary>Reads the value that the reader stands on; null for null and for empty geometry.</summary>
    internal static Geometry? Read(ref Utf8JsonReader reader, long feature, int depth = 0)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        if (reader.TokenType != JsonTokenType.StartObject || depth > DeepestCollection)
            throw Bad(feature, $"it is {reader.TokenType}", "a geometry object, or null");
        string? type = null;
        Utf8JsonReader coordinates = default;
        var hasCoordinates = false;
        Geometry?[]? parts = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("type"u8))
            {
                reader.Read();
                type = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                if (type is null)
                    reader.Skip();
            }
            else if (reader.ValueTextEquals("coordinates"u8))
            {
                reader.Read();
                coordinates = reader;
                hasCoordinates = true;
                reader.Skip();
            }
            else if (reader.ValueTextEquals("geometries"u8))
            {
                reader.Read();
                parts = Parts(ref reader, feature, depth);
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }
        var factory = WellKnownBinary.Factory;
        if (type == "GeometryCollection")
            return NotEmpty(factory.CreateGeometryCollection([.. (parts ?? []).OfType<Geometry>()]));
        if (!hasCoordinates)
            throw Bad(feature, type is null ? "it has no type" : $"{type} has no coordinates", "a type and coordinates");
        if (coordinates.TokenType == JsonTokenType.Null)
            return null;
        var shape = new Shape(coordinates, feature);
        return NotEmpty(type switch
        {
            "Point" => shape.Point(),
            "MultiPoint" => factory.CreateMultiPointFromCoords(shape.Positions()),
            "LineString" => shape.Line(),
            "MultiLineString" => factory.CreateMultiLineString([.. shape.List(static (ref Shape each) => each.Line())]),
            "Polygon" => shape.Polygon(),
            "MultiPolygon" => factory.CreateMultiPolygon([.. shape.List(static (ref Shape each) => each.Polygon()).Where(part => !part.IsEmpty)]),
            _ => throw Bad(feature, $"its type is '{type}'", "Point, LineString, Polygon, a Multi of these, or GeometryCollection"),
        });
    }

    private static Geometry? NotEmpty(Geometry geometry) => geometry.IsEmpty ? null : geometry;

    private static Geometry?[] Parts(ref Utf8JsonReader reader, long feature, int depth)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw Bad(feature, "its geometries are no list", "a list of geometries");
        var parts = new List<Geometry?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            parts.Add(Read(ref reader, feature, depth + 1));
        return [.. parts];
    }

    private static InputRefused Bad(long feature, string what, string expected) =>
        new("geometry-damaged", $"The geometry of the feature cannot be read: {what}.") { Row = feature, Expected = expected };

    /// <summary>Coordinates at one depth of nesting; the depth must be the one that the type asks for.</summary>
    private ref struct Shape(Utf8JsonReader reader, long feature)
    {
        private Utf8JsonReader reader = reader;

        internal delegate T Take<T>(ref Shape each);

        internal Point Point()
        {
            RequireList();
            var ahead = reader;
            ahead.Read();
            return ahead.TokenType == JsonTokenType.EndArray ? Move(ahead) : WellKnownBinary.Factory.CreatePoint(Position());
        }

        private Point Move(Utf8JsonReader ahead)
        {
            reader = ahead;
            return WellKnownBinary.Factory.CreatePoint();
        }

        internal LineString Line()
        {
            var positions = Positions();
            return positions.Length == 1
                ? throw Bad(feature, "a line has one point", "two or more points")
                : WellKnownBinary.Factory.CreateLineString(positions);
        }

        internal Polygon Polygon()
        {
            var rings = List(static (ref Shape each) => GeometryParts.Ring(each.Positions()));
            return rings.Count == 0 ? WellKnownBinary.Factory.CreatePolygon() : GeometryParts.Polygon(rings[0], rings.Skip(1));
        }

        internal Coordinate[] Positions()
        {
            RequireList();
            var positions = new List<Coordinate>();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                positions.Add(Position());
            return [.. positions];
        }

        internal List<T> List<T>(Take<T> take)
        {
            RequireList();
            var all = new List<T>();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                all.Add(take(ref this));
            return all;
        }

        private Coordinate Position()
        {
            RequireList();
            double x = Number(), y = Number();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                reader.Skip();
            return new Coordinate(x, y);
        }

        private double Number()
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.Number || !reader.TryGetDouble(out var value) || !double.IsFinite(value))
                throw Bad(feature, "the nesting of its coordinates does not fit its type, or a coordinate is no number", "[x, y] with two finite numbers");
            return value;
        }

        private readonly void RequireList()
        {
            if (reader.TokenType != JsonTokenType.StartArray)
                throw Bad(feature, "the nesting of its coordinates does not fit its type", "lists as deep as the type asks for");
        }
    }
}
