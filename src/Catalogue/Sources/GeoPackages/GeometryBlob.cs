// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Catalogue.Sources.GeoPackages;

/// <summary>The envelope that a GeoPackage puts around well-known binary.</summary>
internal static class GeometryBlob
{
    /// <summary>The well-known binary inside.</summary>
    internal static ReadOnlySpan<byte> Body(ReadOnlySpan<byte> blob)
    {
        if (blob.Length < 8 || blob[0] != 'G' || blob[1] != 'P')
            throw new InputRefused("geometry-damaged", "The geometry does not start with the letters GP.") { Expected = "a geometry blob as in the GeoPackage standard" };
        var flags = blob[3];
        var envelope = (flags >> 1 & 7) switch
        {
            0 => 0,
            1 => 32,
            2 or 3 => 48,
            4 => 64,
            _ => throw new InputRefused("geometry-damaged", "The geometry has an unknown kind of envelope.") { Expected = "a geometry blob as in the GeoPackage standard" },
        };
        if ((flags & 0x20) != 0)
            throw new InputRefused("curved-geometry", "The geometry is of an extended type that is not read here.") { Expected = "points, lines and polygons" };
        if (blob.Length < 8 + envelope + 5)
            throw new InputRefused("geometry-damaged", "The geometry ends too early.") { Expected = "a geometry blob as in the GeoPackage standard" };
        return blob[(8 + envelope)..];
    }
}
