// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using NetTopologySuite.Geometries;

namespace Schakel.Catalogue.Areas;

/// <summary>What a code of CBS says by its shape alone: its level, and the areas it lies in.</summary>
internal static class AreaCode
{
    internal const string Netherlands = "NL00";

    /// <summary>The level of a code in CBS form, or null for a municipality's own code. The code is trimmed and in capitals.</summary>
    internal static string? LevelOf(ReadOnlySpan<char> code)
    {
        if (code.Length < 4)
            return null;
        var rest = code[2..];
        switch (code[..2])
        {
            case "BU": return rest.Length == 8 && Digits(rest[..4]) && DigitsOrCapitals(rest[4..]) ? "buurt" : null;
            case "WK": return rest.Length == 6 && Digits(rest[..4]) && DigitsOrCapitals(rest[4..]) ? "wijk" : null;
            case "GM": return rest.Length == 4 && Digits(rest) ? "gemeente" : null;
            case "PV": return rest.Length == 2 && Digits(rest) ? "provincie" : null;
            case "LD": return rest.Length == 2 && Digits(rest) ? "landsdeel" : null;
            case "CR" or "GR" or "RG" or "VR" or "RE": return rest.Length is 2 or 4 && Digits(rest) ? "regio" : null;
            case "NL": return rest is "00" or "01" or "0000" ? "rijk" : null;
            default: return IsCell(code) ? "cell" : null;
        }
    }

    /// <summary>One spelling for one area: trimmed, capitals; RIVM's NL01 is CBS's NL00.</summary>
    internal static string Normalise(string code)
    {
        var trimmed = code.Trim().ToUpperInvariant();
        return trimmed is "NL01" or "NL0000" ? Netherlands : trimmed;
    }

    /// <summary>The code of the area of a coarser level that contains this one, as far as the shape of the code tells.</summary>
    internal static string? ParentByStructure(string code, string level) => (LevelOf(code), level) switch
    {
        ("buurt", "wijk") => string.Concat("WK", code.AsSpan(2, 6)),
        ("buurt" or "wijk", "gemeente") => string.Concat("GM", code.AsSpan(2, 4)),
        _ => null,
    };

    /// <summary>Lower-left corner of a CBS square, from its code (E….N…., hundreds of metres, or metres in the longer form).</summary>
    internal static bool TryCorner(ReadOnlySpan<char> code, out int x, out int y)
    {
        x = y = 0;
        var n = code.IndexOf('N');
        if (!IsCell(code))
            return false;
        var digits = n - 1;
        var metres = digits > 4 ? 1 : 100;
        x = int.Parse(code[1..n], NumberStyles.None, CultureInfo.InvariantCulture) * metres;
        y = int.Parse(code[(n + 1)..], NumberStyles.None, CultureInfo.InvariantCulture) * metres;
        return true;
    }

    /// <summary>The square of a CBS cell.</summary>
    internal static Polygon Square(int x, int y, int side) => new(new LinearRing(
        [new(x, y), new(x + side, y), new(x + side, y + side), new(x, y + side), new(x, y)]))
    { SRID = 28992 };

    private static bool IsCell(ReadOnlySpan<char> code)
    {
        var n = code.IndexOf('N');
        return code[0] == 'E' && n is >= 4 and <= 8 && code.Length - n - 1 is >= 3 and <= 7 && Digits(code[1..n]) && Digits(code[(n + 1)..]);
    }

    private static bool Digits(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');

    private static bool DigitsOrCapitals(ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
            if (!char.IsAsciiDigit(letter) && !char.IsAsciiLetterUpper(letter))
                return false;
        return true;
    }
}
