// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Catalogue.Sources.Coordinates;

/// <summary>The figure of the earth under a coordinate system.</summary>
internal sealed class Ellipsoid
{
    /// <summary>WGS84; GRS80 differs by a tenth of a millimetre.</summary>
    internal static Ellipsoid Wgs84 { get; } = new(6378137, 298.257223563);

    internal Ellipsoid(double a, double inverseFlattening)
    {
        A = a;
        Flattening = 1 / inverseFlattening;
        E2 = Flattening * (2 - Flattening);
        E = Math.Sqrt(E2);
    }

    /// <summary>[m] half the long axis.</summary>
    internal double A { get; }

    internal double Flattening { get; }

    /// <summary>Squared eccentricity.</summary>
    internal double E2 { get; }

    /// <summary>Eccentricity.</summary>
    internal double E { get; }

    /// <summary>From longitude and latitude in radians and height in metres.</summary>
    internal (double X, double Y, double Z) ToCartesian(double lambda, double phi, double height)
    {
        var (sin, cos) = Math.SinCos(phi);
        var (sinL, cosL) = Math.SinCos(lambda);
        var nu = A / Math.Sqrt(1 - E2 * sin * sin);
        return ((nu + height) * cos * cosL, (nu + height) * cos * sinL, (nu * (1 - E2) + height) * sin);
    }

    /// <summary>To longitude and latitude in radians and height in metres (Bowring's closed form: a micrometre near the surface).</summary>
    internal (double Lambda, double Phi, double Height) FromCartesian((double X, double Y, double Z) at)
    {
        var p = Math.Sqrt(at.X * at.X + at.Y * at.Y);
        var b = A * (1 - Flattening);
        var second = E2 / (1 - E2);
        var (sinT, cosT) = Math.SinCos(Math.Atan2(at.Z * A, p * b));
        var phi = Math.Atan2(at.Z + second * b * sinT * sinT * sinT, p - E2 * A * cosT * cosT * cosT);
        var (sin, cos) = Math.SinCos(phi);
        var nu = A / Math.Sqrt(1 - E2 * sin * sin);
        return (Math.Atan2(at.Y, at.X), phi, p * cos + at.Z * sin - A * A / nu);
    }
}
