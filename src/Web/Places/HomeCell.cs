// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using NetTopologySuite.Geometries;

namespace Schakel.Web.Places;

/// <summary>A square of 100 m by its code: <c>E1550N4630</c>, hundreds of metres of RD. All that is kept of where somebody lives.</summary>
internal static class HomeCell
{
    private const int Side = 100;

    internal static string Around(Point point) => string.Create(CultureInfo.InvariantCulture, $"E{(int)Math.Floor(point.X / Side):0000}N{(int)Math.Floor(point.Y / Side):0000}");

    internal static (double X, double Y)? Middle(string code)
    {
        var north = code.IndexOf('N', StringComparison.Ordinal);
        return code.StartsWith('E') && north > 1 && int.TryParse(code.AsSpan(1, north - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var x)
            && int.TryParse(code.AsSpan(north + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var y) ? ((x * Side) + (Side / 2), (y * Side) + (Side / 2)) : null;
    }
}
