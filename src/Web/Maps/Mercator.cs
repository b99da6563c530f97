// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Web.Maps;

/// <summary>From the Dutch grid to where the map draws: the web map's square world, 0..1 from west to east and from north to south.</summary>
/// <remarks>
/// The polynomial of Schreutelkamp and Strang van Hees (2001), <i>Benaderingsformules voor de transformatie tussen RD- en WGS84-kaartcoördinaten</i>:
/// within half a metre in the Netherlands, a tenth of a pixel at the closest zoom. For drawing only; figures never pass through it.
/// </remarks>
internal static class Mercator
{
    /// <summary>[m] one side of the world at the latitude of Amersfoort.</summary>
    internal const double WorldSideInMetres = 40_075_016.686 * 0.6135;

    private static readonly (int P, int Q, double Seconds)[] northward =
    [
        (0, 1, 3235.65389), (2, 0, -32.58297), (0, 2, -0.24750), (2, 1, -0.84978), (0, 3, -0.06550), (2, 2, -0.01709),
        (1, 0, -0.00738), (4, 0, 0.00530), (2, 3, -0.00039), (4, 1, 0.00033), (1, 1, -0.00012),
    ];

    private static readonly (int P, int Q, double Seconds)[] eastward =
    [
        (1, 0, 5260.52916), (1, 1, 105.94684), (1, 2, 2.45656), (3, 0, -0.81885), (1, 3, 0.05594), (3, 1, -0.05607),
        (0, 1, 0.01199), (3, 2, -0.00256), (1, 4, 0.00128), (0, 2, 0.00022), (2, 0, -0.00022), (5, 0, 0.00026),
    ];

    internal static (double Longitude, double Latitude) ToDegrees(double x, double y)
    {
        var (dx, dy) = ((x - 155_000) * 1e-5, (y - 463_000) * 1e-5);
        Span<double> powersX = stackalloc double[6], powersY = stackalloc double[6];
        powersX[0] = powersY[0] = 1;
        for (var power = 1; power < 6; power++)
        {
            powersX[power] = powersX[power - 1] * dx;
            powersY[power] = powersY[power - 1] * dy;
        }

        double north = 0, east = 0;
        foreach (var (p, q, seconds) in northward)
            north += seconds * powersX[p] * powersY[q];
        foreach (var (p, q, seconds) in eastward)
            east += seconds * powersX[p] * powersY[q];
        return (5.38720621 + (east / 3600), 52.15517440 + (north / 3600));
    }

    internal static (double X, double Y) ToWorld(double x, double y)
    {
        var (longitude, latitude) = ToDegrees(x, y);
        var sine = Math.Sin(latitude * Math.PI / 180);
        return ((longitude + 180) / 360, 0.5 - (Math.Log((1 + sine) / (1 - sine)) / (4 * Math.PI)));
    }
}
