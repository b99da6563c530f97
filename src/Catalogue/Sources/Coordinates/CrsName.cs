// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text.RegularExpressions;

namespace Schakel.Catalogue.Sources.Coordinates;

/// <summary>The coordinate system that a file says it uses.</summary>
/// <param name="Kind">How it is treated.</param>
/// <param name="Epsg">Its EPSG number, 0 when unknown.</param>
/// <param name="Text">As the file says it.</param>
internal sealed partial record CrsName(CrsKind Kind, int Epsg, string Text)
{
    internal static CrsName Unknown { get; } = new(CrsKind.Unknown, 0, "");

    internal static CrsName Wgs84 { get; } = new(CrsKind.Geographic, 4326, "EPSG:4326");

    internal static CrsName OfEpsg(int epsg) => new(
        epsg switch
        {
            28992 or 7415 or 28991 => CrsKind.Rd,
            4326 or 4258 or 4979 or 4937 or 9067 or 9286 => CrsKind.Geographic,
            >= 32601 and <= 32660 or >= 32701 and <= 32760 or >= 25828 and <= 25838 => CrsKind.Utm,
            3857 or 900913 or 3785 or 102100 or 102113 => CrsKind.WebMercator,
            // Numbers of EPSG for geographic systems on other datums (4001 to 4999): degrees that we cannot tie to ETRS89.
            > 4000 and < 5000 => CrsKind.OtherGeographic,
            > 0 => CrsKind.OtherMetric,
            _ => CrsKind.Unknown,
        },
        epsg, string.Create(CultureInfo.InvariantCulture, $"EPSG:{epsg}"));

    /// <summary>Reads <c>EPSG:28992</c>, a URN or address of OGC, <c>CRS84</c>, or well-known text.</summary>
    internal static CrsName Of(string? text)
    {
        text = text?.Trim() ?? "";
        if (text.Length is 0 or > 65536)
            return Unknown;
        if (text.Contains('['))
            return OfWellKnownText(text);
        if (text.Contains("CRS84", StringComparison.OrdinalIgnoreCase) || text.Contains("CRS:84", StringComparison.OrdinalIgnoreCase))
            return Wgs84 with { Text = text };
        var number = NumberAtEnd().Match(text);
        if (number.Success && text.Contains("EPSG", StringComparison.OrdinalIgnoreCase) | text == number.Value)
            return OfEpsg(int.Parse(number.Value, CultureInfo.InvariantCulture)) with { Text = text };
        return text.Contains("RD New", StringComparison.OrdinalIgnoreCase) ? OfEpsg(28992) : Unknown with { Text = text };
    }

    private static CrsName OfWellKnownText(string text)
    {
        var name = FirstName().Match(text).Groups[1].Value;
        var shown = name.Length > 0 ? name : "well-known text";
        if (name.Contains("RD_New", StringComparison.OrdinalIgnoreCase) || name.Contains("RD New", StringComparison.OrdinalIgnoreCase)
            || name.Contains("Rijksdriehoek", StringComparison.OrdinalIgnoreCase) || HasParametersOfRd(text))
            return OfEpsg(28992) with { Text = shown };
        var last = Authority().Matches(text) is { Count: > 0 } found && text[(found[^1].Index + found[^1].Length)..].Trim(' ', ']', '"', '\r', '\n', '\t').Length == 0
            ? int.Parse(found[^1].Groups[1].Value, CultureInfo.InvariantCulture) : 0;
        if (last > 0 && OfEpsg(last) is { Kind: not (CrsKind.OtherMetric or CrsKind.OtherGeographic) } known)
            return known with { Text = shown };
        if (text.StartsWith("GEOG", StringComparison.OrdinalIgnoreCase))
            return new CrsName(
                name.Contains("84", StringComparison.Ordinal) || name.Contains("ETRS", StringComparison.OrdinalIgnoreCase) ? CrsKind.Geographic : CrsKind.OtherGeographic,
                4326, shown);
        if (name.Contains("Web_Mercator", StringComparison.OrdinalIgnoreCase) || name.Contains("Pseudo-Mercator", StringComparison.OrdinalIgnoreCase)
            || name.Contains("Mercator_Auxiliary_Sphere", StringComparison.OrdinalIgnoreCase))
            return OfEpsg(3857) with { Text = shown };
        var units = Unit().Matches(text);
        var metres = units.Count == 0 || (double.TryParse(units[^1].Groups[1].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var metre) && Math.Abs(metre - 1) < 1e-9);
        return text.StartsWith("PROJ", StringComparison.OrdinalIgnoreCase)
            ? new CrsName(metres ? CrsKind.OtherMetric : CrsKind.OtherUnit, last, shown)
            : Unknown with { Text = shown };
    }

    // Whatever a program calls it: a stereographic projection with the false origin of Amersfoort.
    private static bool HasParametersOfRd(string text) =>
        text.Contains("stereographic", StringComparison.OrdinalIgnoreCase) && text.Contains("155000", StringComparison.Ordinal) && text.Contains("463000", StringComparison.Ordinal);

    [GeneratedRegex(@"\d{4,6}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex NumberAtEnd();

    [GeneratedRegex("""\[\s*"([^"]*)""", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex FirstName();

    [GeneratedRegex("""(?:AUTHORITY|ID)\[\s*"EPSG"\s*,\s*"?(\d{4,6})""", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Authority();

    [GeneratedRegex("""UNIT\[\s*"[^"]*"\s*,\s*([0-9.eE+-]+)""", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Unit();
}

/// <summary>How coordinates of a system become metres.</summary>
internal enum CrsKind
{
    /// <summary>The file does not say, or says something that is not recognised.</summary>
    Unknown,

    /// <summary>RD New, as it is kept.</summary>
    Rd,

    /// <summary>Longitude and latitude of WGS84 or ETRS89.</summary>
    Geographic,

    /// <summary>Degrees on another datum.</summary>
    OtherGeographic,

    /// <summary>The Mercator of web maps.</summary>
    WebMercator,

    /// <summary>A zone of UTM on WGS84 or ETRS89.</summary>
    Utm,

    /// <summary>Another projection in metres: kept as it is.</summary>
    OtherMetric,

    /// <summary>Another projection in feet or the like.</summary>
    OtherUnit,
}
