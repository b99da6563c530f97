// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using Schakel.Catalogue.Sources.Coordinates;

namespace Schakel.Catalogue.Areas;

/// <summary>From the Dutch grid to degrees, for formats that know nothing else.</summary>
public static class WorldPlaces
{
    private static readonly GeometryFactory degrees = new(new PrecisionModel(), 4326);

    /// <summary>The shape in longitude and latitude (ETRS89, which is WGS 84 to within a metre); back again it is the same to a millimetre.</summary>
    /// <param name="shape">In metres of RD New.</param>
    public static Geometry ToDegrees(Geometry shape)
    {
        var editor = new GeometryEditor(degrees);
        return editor.Edit(shape, new IntoDegrees());
    }

    private sealed class IntoDegrees : GeometryEditor.CoordinateSequenceOperation
    {
        public IntoDegrees()
            : base(Convert)
        {
        }

        private static CoordinateSequence Convert(CoordinateSequence points, Geometry shape)
        {
            var converted = degrees.CoordinateSequenceFactory.Create(points.Count, Ordinates.XY);
            for (var i = 0; i < points.Count; i++)
            {
                var (longitude, latitude) = RijksDriehoek.ToDegrees(points.GetX(i), points.GetY(i));
                converted.SetX(i, longitude);
                converted.SetY(i, latitude);
            }
            return converted;
        }
    }
}
