// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Catalogue.Sources.Coordinates;

/// <summary>The Dutch grid (RD New, EPSG:28992): oblique stereographic on the Bessel ellipsoid, tied to ETRS89 by seven parameters.</summary>
/// <remarks>
/// Within 0.2 m of the official transformation with its correction grid: enough for areas and neighbours, not for cadastral use.
/// A point is taken to lie on the Bessel ellipsoid (which is near sea level in the Netherlands) in both directions, so that there and back is the same
/// point to a tenth of a millimetre; with height 0 on the other ellipsoid it would be 12 mm off.
/// Formulas: IOGP Geomatics guidance note 7-2, oblique stereographic (method 9809) and position vector (method 1033).
/// </remarks>
internal static class RijksDriehoek
{
    private const double ScaleFactor = 0.9999079, FalseEasting = 155000, FalseNorthing = 463000;
    private const double West = 3.2, East = 7.3, South = 50.7, North = 53.6;
    private const double Degree = Math.PI / 180, ArcSecond = Degree / 3600;

    private static readonly double phi0 = 52.15616055555555 * Degree, lambda0 = 5.38763888888889 * Degree;
    private static readonly Ellipsoid bessel = new(6377397.155, 299.1528128), grs80 = new(6378137, 298.257222101);
    private static readonly double n, c, chi0, twoRk;
    private static readonly double[] toEtrs, fromEtrs, corners, fromConformal;

    static RijksDriehoek()
    {
        var e2 = bessel.E2;
        var sin = Math.Sin(phi0);
        var rho = bessel.A * (1 - e2) / Math.Pow(1 - e2 * sin * sin, 1.5);
        var nu = bessel.A / Math.Sqrt(1 - e2 * sin * sin);
        twoRk = 2 * Math.Sqrt(rho * nu) * ScaleFactor;
        n = Math.Sqrt(1 + e2 * Math.Pow(Math.Cos(phi0), 4) / (1 - e2));
        var w1 = Math.Pow(Conformal(sin), n);
        var sinChi = (w1 - 1) / (w1 + 1);
        c = (n + sin) * (1 - sinChi) / ((n - sin) * (1 + sinChi));
        chi0 = Math.Asin((c * w1 - 1) / (c * w1 + 1));

        double rx = -0.398957388243134 * ArcSecond, ry = 0.343987817378283 * ArcSecond, rz = -1.87740163998045 * ArcSecond;
        var m = 1 + 4.0725e-6;
        toEtrs = [m, -m * rz, m * ry, m * rz, m, -m * rx, -m * ry, m * rx, m];
        fromEtrs = Inverse(toEtrs);
        corners = [HeightAbove(West, South), HeightAbove(East, South), HeightAbove(West, North), HeightAbove(East, North)];

        double e4 = e2 * e2, e6 = e4 * e2, e8 = e4 * e4;
        fromConformal =
        [
            e2 / 2 + 5 * e4 / 24 + e6 / 12 + 13 * e8 / 360,
            7 * e4 / 48 + 29 * e6 / 240 + 811 * e8 / 11520,
            7 * e6 / 120 + 81 * e8 / 1120,
            4279 * e8 / 161280,
        ];
    }

    private const double Tx = 565.4171, Ty = 50.3319, Tz = 465.5524;

    private static double Conformal(double sin) =>
        (1 + sin) / (1 - sin) * Math.Pow((1 - bessel.E * sin) / (1 + bessel.E * sin), bessel.E);

    /// <summary>From ETRS89 (for our purpose also WGS84) degrees to RD metres.</summary>
    internal static (double X, double Y) FromDegrees(double longitude, double latitude)
    {
        var (x, y, z) = grs80.ToCartesian(longitude * Degree, latitude * Degree, HeightAt(longitude, latitude));
        var (lambda, phi, _) = bessel.FromCartesian(Turn(fromEtrs, x - Tx, y - Ty, z - Tz));
        return Project(lambda, phi);
    }

    /// <summary>[m] height on GRS80 of a point with height 0 on Bessel, between its values at four corners; half a metre off moves a point by a tenth of a millimetre.</summary>
    private static double HeightAt(double longitude, double latitude)
    {
        double u = (longitude - West) / (East - West), v = (latitude - South) / (North - South);
        return corners[0] * (1 - u) * (1 - v) + corners[1] * u * (1 - v) + corners[2] * (1 - u) * v + corners[3] * u * v;
    }

    private static double HeightAbove(double longitude, double latitude)
    {
        var height = 43.0;
        for (var round = 0; round < 3; round++)
        {
            var (x, y, z) = grs80.ToCartesian(longitude * Degree, latitude * Degree, height);
            height -= bessel.FromCartesian(Turn(fromEtrs, x - Tx, y - Ty, z - Tz)).Height;
        }
        return height;
    }

    /// <summary>From RD metres to ETRS89 degrees.</summary>
    internal static (double Longitude, double Latitude) ToDegrees(double x, double y)
    {
        var (lambda, phi) = Unproject(x, y);
        var (cx, cy, cz) = bessel.ToCartesian(lambda, phi, 0);
        var turned = Turn(toEtrs, cx, cy, cz);
        var (longitude, latitude, _) = grs80.FromCartesian((turned.X + Tx, turned.Y + Ty, turned.Z + Tz));
        return (longitude / Degree, latitude / Degree);
    }

    private static (double X, double Y) Project(double lambda, double phi)
    {
        var w = c * Math.Pow(Conformal(Math.Sin(phi)), n);
        var sinChi = (w - 1) / (w + 1);
        var cosChi = Math.Sqrt(1 - sinChi * sinChi);
        var (sinChi0, cosChi0) = Math.SinCos(chi0);
        var (sin, cos) = Math.SinCos(n * (lambda - lambda0));
        var b = 1 + sinChi * sinChi0 + cosChi * cosChi0 * cos;
        return (FalseEasting + twoRk * cosChi * sin / b, FalseNorthing + twoRk * (sinChi * cosChi0 - cosChi * sinChi0 * cos) / b);
    }

    private static (double Lambda, double Phi) Unproject(double x, double y)
    {
        double dx = x - FalseEasting, dy = y - FalseNorthing;
        var g = twoRk * Math.Tan(Math.PI / 4 - chi0 / 2);
        var h = 2 * twoRk * Math.Tan(chi0) + g;
        var i = Math.Atan2(dx, h + dy);
        var j = Math.Atan2(dx, g - dy) - i;
        var chi = chi0 + 2 * Math.Atan((dy - dx * Math.Tan(j / 2)) / twoRk);
        var lambda = (j + 2 * i) / n + lambda0;
        var sinChi = Math.Sin(chi);
        var psi = 0.5 * Math.Log((1 + sinChi) / (c * (1 - sinChi))) / n;
        var conformal = 2 * Math.Atan(Math.Exp(psi)) - Math.PI / 2;
        // The sines of twice, four, six and eight times the angle, each from the two before it.
        var (sin2, cos2) = Math.SinCos(2 * conformal);
        double sin4 = 2 * sin2 * cos2, sin6 = 2 * cos2 * sin4 - sin2, sin8 = 2 * cos2 * sin6 - sin4;
        var phi = conformal + fromConformal[0] * sin2 + fromConformal[1] * sin4 + fromConformal[2] * sin6 + fromConformal[3] * sin8;
        return (lambda, phi);
    }

    private static (double X, double Y, double Z) Turn(double[] m, double x, double y, double z) =>
        (m[0] * x + m[1] * y + m[2] * z, m[3] * x + m[4] * y + m[5] * z, m[6] * x + m[7] * y + m[8] * z);

    private static double[] Inverse(double[] m)
    {
        double a = m[4] * m[8] - m[5] * m[7], b = m[5] * m[6] - m[3] * m[8], d = m[3] * m[7] - m[4] * m[6];
        var det = m[0] * a + m[1] * b + m[2] * d;
        return
        [
            a / det, (m[2] * m[7] - m[1] * m[8]) / det, (m[1] * m[5] - m[2] * m[4]) / det,
            b / det, (m[0] * m[8] - m[2] * m[6]) / det, (m[2] * m[3] - m[0] * m[5]) / det,
            d / det, (m[1] * m[6] - m[0] * m[7]) / det, (m[0] * m[4] - m[1] * m[3]) / det,
        ];
    }
}
