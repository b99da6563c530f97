// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;

namespace Schakel.Catalogue.Sources.Geometries;

/// <summary>Makes rings and polygons from coordinates that may not be closed or long enough.</summary>
internal static class GeometryParts
{
    /// <summary>A ring; closed when the source left that out, empty when there are too few points to enclose anything.</summary>
    internal static LinearRing Ring(Coordinate[] coordinates)
    {
        if (coordinates.Length > 0 && !coordinates[0].Equals2D(coordinates[^1]))
            coordinates = [.. coordinates, coordinates[0].Copy()];
        return coordinates.Length < 4 ? WellKnownBinary.Factory.CreateLinearRing() : WellKnownBinary.Factory.CreateLinearRing(coordinates);
    }

    /// <summary>A polygon, without holes that enclose nothing; empty when its shell encloses nothing.</summary>
    internal static Polygon Polygon(LinearRing shell, IEnumerable<LinearRing> holes) =>
        shell.IsEmpty
            ? WellKnownBinary.Factory.CreatePolygon()
            : WellKnownBinary.Factory.CreatePolygon(shell, [.. holes.Where(hole => !hole.IsEmpty)]);
}
