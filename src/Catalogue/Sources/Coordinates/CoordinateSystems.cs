// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Catalogue.Sources.Coordinates;

/// <summary>Conversions between the coordinate systems that Dutch files come in.</summary>
/// <remarks>Figures are kept in RD New (EPSG:28992) and longitude and latitude derived from it; WGS84 and ETRS89 are taken as equal (they differ by less than a metre).</remarks>
public static class CoordinateSystems
{
    /// <summary>EPSG number of RD New.</summary>
    public const int Rd = 28992;

    /// <summary>Converts RD to longitude and latitude.</summary>
    /// <param name="x">[m].</param>
    /// <param name="y">[m].</param>
    /// <returns>[degrees].</returns>
    public static (double Longitude, double Latitude) RdToWgs84(double x, double y) => RijksDriehoek.ToDegrees(x, y);

    /// <summary>Converts longitude and latitude to RD.</summary>
    /// <param name="longitude">[degrees].</param>
    /// <param name="latitude">[degrees].</param>
    /// <returns>[m].</returns>
    public static (double X, double Y) Wgs84ToRd(double longitude, double latitude) => RijksDriehoek.FromDegrees(longitude, latitude);

    /// <summary>Converts a whole layer from RD to longitude and latitude.</summary>
    /// <param name="x">[m].</param>
    /// <param name="y">[m] as many as <paramref name="x"/>.</param>
    /// <param name="longitude">[degrees] receives one a point; may be the same memory as <paramref name="x"/>.</param>
    /// <param name="latitude">[degrees] receives one a point; may be the same memory as <paramref name="y"/>.</param>
    /// <exception cref="ArgumentException">The columns differ in length.</exception>
    public static void RdToWgs84(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> longitude, Span<double> latitude)
    {
        SameLength(x.Length, y.Length, longitude.Length, latitude.Length);
        for (var i = 0; i < x.Length; i++)
            (longitude[i], latitude[i]) = RijksDriehoek.ToDegrees(x[i], y[i]);
    }

    /// <summary>Converts a whole layer from longitude and latitude to RD.</summary>
    /// <param name="longitude">[degrees].</param>
    /// <param name="latitude">[degrees] as many as <paramref name="longitude"/>.</param>
    /// <param name="x">[m] receives one a point.</param>
    /// <param name="y">[m] receives one a point.</param>
    /// <exception cref="ArgumentException">The columns differ in length.</exception>
    public static void Wgs84ToRd(ReadOnlySpan<double> longitude, ReadOnlySpan<double> latitude, Span<double> x, Span<double> y)
    {
        SameLength(longitude.Length, latitude.Length, x.Length, y.Length);
        for (var i = 0; i < longitude.Length; i++)
            (x[i], y[i]) = RijksDriehoek.FromDegrees(longitude[i], latitude[i]);
    }

    private static void SameLength(int first, int second, int third, int fourth)
    {
        if (first != second || first != third || first != fourth)
            throw new ArgumentException($"The columns have {first}, {second}, {third} and {fourth} points; they must be equally long.");
    }
}
