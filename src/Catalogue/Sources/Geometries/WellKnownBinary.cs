// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Buffers.Binary;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Implementation;

namespace Schakel.Catalogue.Sources.Geometries;

/// <summary>Reads well-known binary (ISO and extended) in two dimensions; height and measure are left out.</summary>
/// <remarks>Every count is checked against the bytes that are left before anything of that size is made.</remarks>
internal ref struct WellKnownBinary
{
    private const int DeepestNesting = 32;

    private readonly ReadOnlySpan<byte> bytes;
    private int at;
    private bool little;

    private WellKnownBinary(ReadOnlySpan<byte> bytes) => this.bytes = bytes;

    internal static GeometryFactory Factory { get; } =
        new(new PrecisionModel(), Sources.Coordinates.CoordinateSystems.Rd, CoordinateArraySequenceFactory.Instance);

    /// <summary>Reads one geometry; null when it is empty.</summary>
    /// <exception cref="InputRefused">The bytes are no such geometry; row and layer are filled in by the caller.</exception>
    internal static Geometry? Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new WellKnownBinary(bytes);
        var geometry = reader.Geometry(0);
        return geometry.IsEmpty ? null : geometry;
    }

    private Geometry Geometry(int depth)
    {
        if (depth > DeepestNesting)
            throw Bad("geometries are nested too deeply");
        if (at >= bytes.Length)
            throw Bad("it ends too early");
        var order = bytes[at++];
        if (order > 1)
            throw Bad($"its byte order is {order}");
        little = order == 1;
        var type = UInt();
        if ((type & 0x20000000) != 0)
            UInt();
        var dimensions = 2 + ((type & 0x80000000) != 0 ? 1 : 0) + ((type & 0x40000000) != 0 ? 1 : 0);
        type &= 0x0FFFFFFF;
        dimensions += (type / 1000) switch { 1 or 2 => 1, 3 => 2, _ => 0 };
        return (type % 1000) switch
        {
            1 => Point(dimensions),
            2 => Factory.CreateLineString(Sequence(dimensions, 2)),
            3 => Polygon(dimensions),
            4 => Factory.CreateMultiPoint(Parts<Point>(depth)),
            5 => Factory.CreateMultiLineString(Parts<LineString>(depth)),
            6 => Factory.CreateMultiPolygon(Parts<Polygon>(depth)),
            7 => Factory.CreateGeometryCollection(Parts<Geometry>(depth)),
            >= 8 and <= 14 => throw new InputRefused("curved-geometry", "The geometry has curves, which are not read here.")
            {
                Expected = "straight lines: in QGIS 'Convert curves to lines' (ST_CurveToLine)",
            },
            var other => throw Bad($"its type is {other}"),
        };
    }

    private Point Point(int dimensions)
    {
        double x = Double(), y = Double();
        Skip((dimensions - 2) * 8);
        if (double.IsNaN(x) && double.IsNaN(y))
            return Factory.CreatePoint();
        RequireFinite(x, y);
        return Factory.CreatePoint(new Coordinate(x, y));
    }

    private Polygon Polygon(int dimensions)
    {
        var rings = Count(4);
        if (rings == 0)
            return Factory.CreatePolygon();
        var shell = Ring(dimensions);
        var holes = rings == 1 ? [] : new LinearRing[rings - 1];
        for (var i = 0; i < holes.Length; i++)
            holes[i] = Ring(dimensions);
        return GeometryParts.Polygon(shell, holes);
    }

    private LinearRing Ring(int dimensions)
    {
        var coordinates = Coordinates(dimensions);
        return GeometryParts.Ring(coordinates);
    }

    private CoordinateArraySequence Sequence(int dimensions, int least)
    {
        var coordinates = Coordinates(dimensions);
        if (coordinates.Length > 0 && coordinates.Length < least)
            throw Bad($"a line has {coordinates.Length} point");
        return new CoordinateArraySequence(coordinates, 2, 0);
    }

    private Coordinate[] Coordinates(int dimensions)
    {
        var count = Count(dimensions * 8);
        var coordinates = new Coordinate[count];
        var step = (dimensions - 2) * 8;
        for (var i = 0; i < count; i++)
        {
            double x = Double(), y = Double();
            RequireFinite(x, y);
            coordinates[i] = new Coordinate(x, y);
            at += step;
        }
        return coordinates;
    }

    private T[] Parts<T>(int depth)
        where T : Geometry
    {
        var count = Count(5);
        var parts = new T[count];
        var order = little;
        for (var i = 0; i < count; i++)
        {
            parts[i] = Geometry(depth + 1) as T ?? throw Bad($"a part is no {typeof(T).Name}");
            little = order;
        }
        return parts;
    }

    private int Count(int bytesEach)
    {
        var count = UInt();
        if (count > (uint)(bytes.Length - at) / (uint)bytesEach)
            throw Bad($"it announces {count} parts or points and has {bytes.Length - at} bytes left");
        return (int)count;
    }

    private uint UInt()
    {
        if (bytes.Length - at < 4)
            throw Bad("it ends too early");
        var value = little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]) : BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
        at += 4;
        return value;
    }

    private double Double()
    {
        if (bytes.Length - at < 8)
            throw Bad("it ends too early");
        var value = little ? BinaryPrimitives.ReadDoubleLittleEndian(bytes[at..]) : BinaryPrimitives.ReadDoubleBigEndian(bytes[at..]);
        at += 8;
        return value;
    }

    private void Skip(int count)
    {
        if (bytes.Length - at < count)
            throw Bad("it ends too early");
        at += count;
    }

    private static void RequireFinite(double x, double y)
    {
        if (!double.IsFinite(x) || !double.IsFinite(y))
            throw Bad("a coordinate is no finite number");
    }

    private static InputRefused Bad(string what) => new("geometry-damaged", $"The geometry cannot be read: {what}.") { Expected = "well-known binary as in the GeoPackage standard" };
}
