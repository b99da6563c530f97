// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Buffers.Binary;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Schakel.Writers.GeoPackages;

/// <summary>Well-known binary behind the header of GeoPackage, with the envelope that spares readers from looking inside.</summary>
internal sealed class GeometryBlob(int epsg)
{
    private const int HeaderLength = 8, EnvelopeLength = 32;
    private const byte LittleEndian = 1, EnvelopeXY = 1 << 1, Empty = 1 << 4;

    // The coordinate system stands in the header; within the well-known binary it would make another format of it.
    private readonly WKBWriter writer = new(ByteOrder.LittleEndian, handleSRID: false, emitZ: false, emitM: false);

    internal byte[] Write(Geometry shape)
    {
        var body = writer.Write(shape);
        // A point is its own envelope, and an empty shape has none.
        var hasEnvelope = !shape.IsEmpty && shape is not Point;
        var start = HeaderLength + (hasEnvelope ? EnvelopeLength : 0);
        var blob = new byte[start + body.Length];
        blob[0] = (byte)'G';
        blob[1] = (byte)'P';
        blob[3] = (byte)(LittleEndian | (hasEnvelope ? EnvelopeXY : 0) | (shape.IsEmpty ? Empty : 0));
        BinaryPrimitives.WriteInt32LittleEndian(blob.AsSpan(4), epsg);
        if (hasEnvelope)
        {
            var box = shape.EnvelopeInternal;
            BinaryPrimitives.WriteDoubleLittleEndian(blob.AsSpan(8), box.MinX);
            BinaryPrimitives.WriteDoubleLittleEndian(blob.AsSpan(16), box.MaxX);
            BinaryPrimitives.WriteDoubleLittleEndian(blob.AsSpan(24), box.MinY);
            BinaryPrimitives.WriteDoubleLittleEndian(blob.AsSpan(32), box.MaxY);
        }
        body.CopyTo(blob, start);
        return blob;
    }
}
