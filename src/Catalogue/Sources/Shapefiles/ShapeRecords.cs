// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Buffers.Binary;
using System.Globalization;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;
using Schakel.Catalogue.Sources.Geometries;

namespace Schakel.Catalogue.Sources.Shapefiles;

/// <summary>Reads the shapes of a .shp file in two dimensions.</summary>
internal static class ShapeRecords
{
    private const int LongestRecord = 1 << 29;

    internal static List<Geometry?> Read(Stream stream, HashSet<long> deleted, string layer, CancellationToken cancel)
    {
        var header = new byte[100];
        if (stream.ReadAtLeast(header, 100, throwOnEndOfStream: false) < 100 || BinaryPrimitives.ReadInt32BigEndian(header) != 9994)
            throw new InputRefused("file-damaged", "The .shp has no header of a shapefile.") { Layer = layer, Expected = "a complete .shp" };
        var length = BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(24)) * 2L;
        var shapes = new List<Geometry?>();
        var start = new byte[8];
        byte[] content = [];
        long at = 100;
        for (long record = 0; ; record++)
        {
            cancel.ThrowIfCancellationRequested();
            var got = stream.ReadAtLeast(start, 8, throwOnEndOfStream: false);
            if (got == 0)
                break;
            var size = got < 8 ? -1 : BinaryPrimitives.ReadInt32BigEndian(start.AsSpan(4)) * 2L;
            // Some programs leave zeros behind the last record.
            if (at >= length && (size <= 0 || got < 8))
                break;
            if (size is < 4 or > LongestRecord)
                throw Bad(layer, record, "its length is impossible");
            if (content.Length < size)
                content = Filled(stream, content, (int)size, layer, record);
            else if (stream.ReadAtLeast(content.AsSpan(0, (int)size), (int)size, throwOnEndOfStream: false) < size)
                throw Bad(layer, record, "the file ends in the middle of it");
            if (!deleted.Contains(record))
                shapes.Add(Shape(content.AsSpan(0, (int)size), layer, record));
            at += 8 + size;
        }
        if (at < length)
            throw Bad(layer, shapes.Count, string.Create(CultureInfo.InvariantCulture, $"the file should have {length} bytes and ends after {at}"));
        return shapes;
    }

    // Grows with what is really there, so that an announced length alone costs no memory.
    private static byte[] Filled(Stream stream, byte[] content, int size, string layer, long record)
    {
        var filled = 0;
        while (filled < size)
        {
            if (content.Length < size)
                Array.Resize(ref content, (int)Math.Min(size, Math.Max(filled * 2L, 1 << 16)));
            var read = stream.Read(content, filled, Math.Min(content.Length, size) - filled);
            if (read == 0)
                throw Bad(layer, record, "the file ends in the middle of it");
            filled += read;
        }
        return content;
    }

    private static Geometry? Shape(ReadOnlySpan<byte> content, string layer, long record)
    {
        var type = BinaryPrimitives.ReadInt32LittleEndian(content);
        return type switch
        {
            0 => null,
            1 or 11 or 21 => content.Length >= 20 ? Point(Position(content[4..], layer, record)) : throw Bad(layer, record, "it ends too early"),
            3 or 13 or 23 => Lines(Parts(content, layer, record)),
            5 or 15 or 25 => Polygons(Parts(content, layer, record)),
            8 or 18 or 28 => Points(content, layer, record),
            31 => throw Bad(layer, record, "it is a multipatch, which is not read here"),
            _ => throw Bad(layer, record, $"its type is {type}"),
        };
    }

    private static Point Point(Coordinate at) => WellKnownBinary.Factory.CreatePoint(at);

    private static Coordinate Position(ReadOnlySpan<byte> at, string layer, long record)
    {
        double x = BinaryPrimitives.ReadDoubleLittleEndian(at), y = BinaryPrimitives.ReadDoubleLittleEndian(at[8..]);
        return double.IsFinite(x) && double.IsFinite(y) ? new Coordinate(x, y) : throw Bad(layer, record, "a coordinate is no finite number");
    }

    private static MultiPoint? Points(ReadOnlySpan<byte> content, string layer, long record)
    {
        if (content.Length < 40)
            throw Bad(layer, record, "it ends too early");
        var count = BinaryPrimitives.ReadUInt32LittleEndian(content[36..]);
        if (count > (content.Length - 40) / 16)
            throw Bad(layer, record, $"it announces {count} points and is too short for them");
        var points = new Coordinate[count];
        for (var i = 0; i < points.Length; i++)
            points[i] = Position(content[(40 + 16 * i)..], layer, record);
        return points.Length == 0 ? null : WellKnownBinary.Factory.CreateMultiPointFromCoords(points);
    }

    private static Coordinate[][] Parts(ReadOnlySpan<byte> content, string layer, long record)
    {
        if (content.Length < 44)
            throw Bad(layer, record, "it ends too early");
        long partCount = BinaryPrimitives.ReadUInt32LittleEndian(content[36..]), pointCount = BinaryPrimitives.ReadUInt32LittleEndian(content[40..]);
        if (44 + partCount * 4 + pointCount * 16 > content.Length)
            throw Bad(layer, record, $"it announces {partCount} parts with {pointCount} points and is too short for them");
        var starts = content[44..];
        var points = content[(int)(44 + partCount * 4)..];
        var parts = new Coordinate[partCount][];
        for (var part = 0; part < parts.Length; part++)
        {
            long from = BinaryPrimitives.ReadUInt32LittleEndian(starts[(4 * part)..]);
            var to = part + 1 < parts.Length ? BinaryPrimitives.ReadUInt32LittleEndian(starts[(4 * part + 4)..]) : pointCount;
            if (from > to || to > pointCount)
                throw Bad(layer, record, "its parts overlap");
            parts[part] = new Coordinate[to - from];
            for (var i = 0; i < parts[part].Length; i++)
                parts[part][i] = Position(points[(int)(16 * (from + i))..], layer, record);
        }
        return parts;
    }

    private static Geometry? Lines(Coordinate[][] parts)
    {
        var lines = parts.Where(part => part.Length > 1).Select(part => WellKnownBinary.Factory.CreateLineString(part)).ToArray();
        return lines.Length switch { 0 => null, 1 => lines[0], _ => WellKnownBinary.Factory.CreateMultiLineString(lines) };
    }

    /// <summary>Shells run clockwise and holes the other way; a hole belongs to the smallest shell around it.</summary>
    private static Geometry? Polygons(Coordinate[][] parts)
    {
        var rings = parts.Select(GeometryParts.Ring).Where(ring => !ring.IsEmpty).ToList();
        if (rings.Count == 0)
            return null;
        if (rings.Count == 1)
            return WellKnownBinary.Factory.CreatePolygon(rings[0]);
        var shells = rings.Where(ring => !Orientation.IsCCW(ring.CoordinateSequence)).ToList();
        if (shells.Count == 0)
            return WellKnownBinary.Factory.CreateMultiPolygon([.. rings.Select(ring => WellKnownBinary.Factory.CreatePolygon(ring))]);
        shells.Sort((a, b) => a.EnvelopeInternal.Area.CompareTo(b.EnvelopeInternal.Area));
        var holes = shells.ConvertAll(_ => new List<LinearRing>());
        foreach (var hole in rings.Where(ring => Orientation.IsCCW(ring.CoordinateSequence)))
        {
            var around = shells.FindIndex(shell => Surrounds(shell, hole));
            if (around >= 0)
            {
                holes[around].Add(hole);
                continue;
            }
            shells.Add(hole);
            holes.Add([]);
        }
        var polygons = shells.Select((shell, i) => WellKnownBinary.Factory.CreatePolygon(shell, [.. holes[i]])).ToArray();
        return polygons.Length == 1 ? polygons[0] : WellKnownBinary.Factory.CreateMultiPolygon(polygons);
    }

    private static bool Surrounds(LinearRing shell, LinearRing hole)
    {
        if (!shell.EnvelopeInternal.Contains(hole.EnvelopeInternal))
            return false;
        for (var i = 0; i < hole.NumPoints; i++)
        {
            var location = PointLocation.LocateInRing(hole.GetCoordinateN(i), shell.Coordinates);
            if (location != Location.Boundary)
                return location == Location.Interior;
        }
        return true;
    }

    private static InputRefused Bad(string layer, long record, string what) => new("file-damaged", $"The shape cannot be read: {what}.")
    {
        Layer = layer,
        Row = record + 1,
        Expected = "a complete .shp; download or export the shapefile again",
    };
}
