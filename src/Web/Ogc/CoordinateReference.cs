// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;
using Schakel.Catalogue.Sources.Coordinates;

namespace Schakel.Web.Ogc;

/// <summary>A coordinate system that features can be asked in. They are stored in RD New.</summary>
/// <param name="Uri">Name as OGC writes it.</param>
/// <param name="Digits">Decimals that are written: a millimetre in metres, a centimetre in degrees.</param>
internal sealed record CoordinateReference(string Uri, int Digits)
{
    /// <summary>Longitude and latitude in degrees: what GeoJSON is in unless asked otherwise.</summary>
    internal static CoordinateReference Crs84 { get; } = new("http://www.opengis.net/def/crs/OGC/1.3/CRS84", 7);

    /// <summary>RD New, in metres: what the figures were measured in.</summary>
    internal static CoordinateReference Rd { get; } = new("http://www.opengis.net/def/crs/EPSG/0/28992", 3);

    internal static IReadOnlyList<CoordinateReference> All { get; } = [Crs84, Rd];

    internal static CoordinateReference? Of(string uri) => All.FirstOrDefault(known => known.Uri == uri.Trim('<', '>'));

    internal (double X, double Y) FromRd(double x, double y) => this == Rd ? (x, y) : CoordinateSystems.RdToWgs84(x, y);

    /// <summary>A box in RD that holds the box in this system: the sides of a box in degrees are no straight lines in metres, so they are followed.</summary>
    internal Envelope ToRd(Envelope box)
    {
        if (this == Rd)
            return box;

        const int steps = 8;
        var around = new Envelope();
        for (var step = 0; step <= steps; step++)
        {
            var (x, y) = (box.MinX + box.Width * step / steps, box.MinY + box.Height * step / steps);
            foreach (var (longitude, latitude) in new[] { (x, box.MinY), (x, box.MaxY), (box.MinX, y), (box.MaxX, y) })
            {
                var (east, north) = CoordinateSystems.Wgs84ToRd(longitude, latitude);
                around.ExpandToInclude(east, north);
            }
        }

        return around;
    }
}
