// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;

namespace Schakel.Catalogue.Columns;

/// <summary>What separates the whole from the fraction in one column.</summary>
internal enum NumberNotation
{
    /// <summary>1234.5, or 1,234.5.</summary>
    Point,

    /// <summary>1234,5, or 1.234,5.</summary>
    Comma,
}

/// <summary>Turns text into a number once the notation of its column is known.</summary>
internal static class NumberText
{
    private static readonly double[] powers =
        [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22];

    /// <summary>Parses text that <see cref="NumberShape.TryRead"/> accepted.</summary>
    internal static double Parse(ReadOnlySpan<byte> text, NumberNotation notation)
    {
        var minus = NumberShape.MinusLength(text);
        var negative = minus > 0 || text[0] == '-';
        if (minus > 0)
            text = text[minus..];
        else if (text[0] is (byte)'-' or (byte)'+')
            text = text[1..];

        var mark = notation == NumberNotation.Comma ? (byte)',' : (byte)'.';
        long mantissa = 0;
        int digits = 0, decimals = 0;
        var afterMark = false;
        foreach (var c in text)
        {
            if (c is >= (byte)'0' and <= (byte)'9')
            {
                if (digits > 0 || c != '0')
                    digits++;
                if (digits > 15)
                    return Slow(text, mark, negative);
                mantissa = mantissa * 10 + (c - '0');
                if (afterMark)
                    decimals++;
            }
            else if (c == mark)
            {
                afterMark = true;
            }
            else if (c is (byte)'e' or (byte)'E')
            {
                return Slow(text, mark, negative);
            }
        }
        // Up to 15 digits and a power of ten up to 22 are both exact doubles, so one division rounds correctly.
        if (decimals > 22)
            return Slow(text, mark, negative);
        var value = mantissa / powers[decimals];
        return negative ? -value : value;
    }

    private static double Slow(ReadOnlySpan<byte> text, byte mark, bool negative)
    {
        var plain = text.Length <= 256 ? stackalloc byte[text.Length] : new byte[text.Length];
        var length = 0;
        foreach (var c in text)
            if (c is >= (byte)'0' and <= (byte)'9' || c is (byte)'e' or (byte)'E' or (byte)'+' or (byte)'-')
                plain[length++] = c;
            else if (c == mark)
                plain[length++] = (byte)'.';
        var value = double.Parse(plain[..length], NumberStyles.Float, CultureInfo.InvariantCulture);
        return negative ? -value : value;
    }
}
