// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Catalogue.Sources.Coordinates;

/// <summary>UTM: metres for places outside the Netherlands that come in degrees.</summary>
/// <remarks>Krüger's series to the fourth order in n: below a millimetre within the zone and its neighbours.</remarks>
internal static class TransverseMercator
{
    private const double ScaleFactor = 0.9996, FalseEasting = 500000, Degree = Math.PI / 180;

    private static readonly double n = Ellipsoid.Wgs84.Flattening / (2 - Ellipsoid.Wgs84.Flattening);
    private static readonly double radius = Ellipsoid.Wgs84.A / (1 + n) * (1 + n * n / 4 + n * n * n * n / 64);
    private static readonly double[] alpha =
    [
        n / 2 - 2 * n * n / 3 + 5 * n * n * n / 16 + 41 * n * n * n * n / 180,
        13 * n * n / 48 - 3 * n * n * n / 5 + 557 * n * n * n * n / 1440,
        61 * n * n * n / 240 - 103 * n * n * n * n / 140,
        49561 * n * n * n * n / 161280,
    ];

    private static readonly double[] beta =
    [
        n / 2 - 2 * n * n / 3 + 37 * n * n * n / 96 - n * n * n * n / 360,
        n * n / 48 + n * n * n / 15 - 437 * n * n * n * n / 1440,
        17 * n * n * n / 480 - 37 * n * n * n * n / 840,
        4397 * n * n * n * n / 161280,
    ];

    /// <summary>Zone and hemisphere of an EPSG number of WGS84 (326…, 327…) or ETRS89 (258…).</summary>
    internal static (int Zone, bool North) ZoneOf(int epsg) => (epsg % 100, epsg / 100 != 327);

    /// <summary>The zone [1..60] of a longitude in degrees.</summary>
    internal static int Zone(double longitude) => Math.Clamp((int)Math.Floor((longitude + 180) / 6) + 1, 1, 60);

    /// <summary>EPSG number of a zone of WGS84.</summary>
    internal static int Epsg(int zone, bool north) => (north ? 32600 : 32700) + zone;

    /// <summary>From degrees to metres in a zone.</summary>
    internal static (double X, double Y) FromDegrees(double longitude, double latitude, int zone, bool north)
    {
        var lambda = (longitude - (zone * 6 - 183)) * Degree;
        var phi = latitude * Degree;
        var e = Ellipsoid.Wgs84.E;
        var sin = Math.Sin(phi);
        var t = Math.Sinh(Math.Atanh(sin) - e * Math.Atanh(e * sin));
        var (sinL, cosL) = Math.SinCos(lambda);
        var xi = Math.Atan2(t, cosL);
        var eta = Math.Atanh(sinL / Math.Sqrt(1 + t * t));
        double x = eta, y = xi;
        for (var k = 1; k <= 4; k++)
        {
            x += alpha[k - 1] * Math.Cos(2 * k * xi) * Math.Sinh(2 * k * eta);
            y += alpha[k - 1] * Math.Sin(2 * k * xi) * Math.Cosh(2 * k * eta);
        }
        return (FalseEasting + ScaleFactor * radius * x, (north ? 0 : 10000000) + ScaleFactor * radius * y);
    }

    /// <summary>From metres in a zone to degrees.</summary>
    internal static (double Longitude, double Latitude) ToDegrees(double x, double y, int zone, bool north)
    {
        var xi = (y - (north ? 0 : 10000000)) / (ScaleFactor * radius);
        var eta = (x - FalseEasting) / (ScaleFactor * radius);
        double flatXi = xi, flatEta = eta;
        for (var k = 1; k <= 4; k++)
        {
            flatXi -= beta[k - 1] * Math.Sin(2 * k * xi) * Math.Cosh(2 * k * eta);
            flatEta -= beta[k - 1] * Math.Cos(2 * k * xi) * Math.Sinh(2 * k * eta);
        }
        // The latitude on the ellipsoid whose conformal latitude this is, by iteration.
        var e = Ellipsoid.Wgs84.E;
        var isometric = Math.Atanh(Math.Clamp(Math.Sin(flatXi) / Math.Cosh(flatEta), -1 + 1e-15, 1 - 1e-15));
        var sin = Math.Tanh(isometric);
        for (var round = 0; round < 6; round++)
            sin = Math.Tanh(isometric + e * Math.Atanh(e * sin));
        return (zone * 6 - 183 + Math.Atan2(Math.Sinh(flatEta), Math.Cos(flatXi)) / Degree, Math.Asin(sin) / Degree);
    }
}
