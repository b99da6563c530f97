// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Catalogue.Columns;

/// <summary>How a number is written, before it is known what its points and commas mean.</summary>
internal struct NumberShape
{
    /// <summary>Number of points.</summary>
    internal int Points;

    /// <summary>Number of commas.</summary>
    internal int Commas;

    /// <summary>Digits before the first point or comma.</summary>
    internal int FirstGroup;

    /// <summary>Digits after the last point or comma.</summary>
    internal int LastGroup;

    /// <summary>All groups between and after the separators have three digits, and the first has one to three.</summary>
    internal bool Thousands;

    /// <summary>Starts with a zero that is followed by another digit, without separator: the sign of a code.</summary>
    internal bool LeadingZero;

    /// <summary>The last separator is a comma.</summary>
    internal bool CommaLast;

    /// <summary>A percent sign follows.</summary>
    internal bool Percent;

    /// <summary>Looks at trimmed UTF-8 text.</summary>
    /// <returns>Whether it can be a number in any notation.</returns>
    internal static bool TryRead(ReadOnlySpan<byte> text, out NumberShape shape)
    {
        shape = default;
        var at = text.Length > 0 && text[0] is (byte)'-' or (byte)'+' ? 1 : MinusLength(text);
        if (at > 0 && at < text.Length && text[at] == ' ')
            at++;
        // Excel writes amounts as "€ 1.234".
        if (text[at..].StartsWith("\u20AC"u8))
        {
            at += "\u20AC"u8.Length;
            at += BlankLength(text[at..]);
        }
        int digits = 0, group = 0, groups = 0;
        var thousands = true;
        var first = -1;
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (c is >= (byte)'0' and <= (byte)'9')
            {
                if (digits == 0)
                    first = c;
                digits++;
                group++;
            }
            else if (c is (byte)'.' or (byte)',')
            {
                EndGroup(ref shape, ref group, ref groups, ref thousands);
                if (c == '.')
                    shape.Points++;
                else
                    shape.Commas++;
                shape.CommaLast = c == ',';
            }
            else if (BlankLength(text[at..]) is var blank and > 0)
            {
                // A blank between groups of three (1 234 567), or before a percent sign.
                if (text[(at + blank)..] is [(byte)'%'])
                {
                    shape.Percent = true;
                    break;
                }
                if (shape.Points + shape.Commas > 0 || group is 0 || (groups == 0 ? group > 3 : group != 3) || !ThreeDigitsFollow(text, at + blank))
                    return false;
                shape.FirstGroup = 4; // not a leading group of thousands for a point or comma that may follow
                group = 0;
                groups++;
                at += blank - 1;
            }
            else if (c == '%' && at == text.Length - 1)
            {
                shape.Percent = true;
            }
            else if (c is (byte)'e' or (byte)'E')
            {
                if (digits == 0 || !IsExponent(text[(at + 1)..]))
                    return false;
                thousands = false;
                break;
            }
            else
            {
                return false;
            }
        }
        if (digits == 0)
            return false;
        var separators = shape.Points + shape.Commas;
        shape.LastGroup = group;
        shape.Thousands = thousands && separators > 0 && group == 3;
        shape.LeadingZero = separators == 0 && first == '0' && digits > 1;
        return separators <= 1 || (shape.Points <= 1 || shape.Commas <= 1) && GroupsFit(shape, thousands);
    }

    private static void EndGroup(ref NumberShape shape, ref int group, ref int groups, ref bool thousands)
    {
        if (shape.Points + shape.Commas == 0)
        {
            shape.FirstGroup = shape.FirstGroup == 4 ? 4 : group;
            thousands &= groups == 0 && group is >= 1 and <= 3;
        }
        else
        {
            thousands &= group == 3;
        }
        groups++;
        group = 0;
    }

    // 1.234.567 and 1.234,5 are numbers; 12.11.2015 and 1,2,3 are not.
    private static bool GroupsFit(in NumberShape shape, bool thousands) =>
        thousands && (shape.Points == 0 || shape.Commas == 0 ? shape.LastGroup == 3 : shape.CommaLast ? shape.Commas == 1 : shape.Points == 1);

    private static bool IsExponent(ReadOnlySpan<byte> text)
    {
        if (text.Length > 0 && text[0] is (byte)'+' or (byte)'-')
            text = text[1..];
        return text.Length is >= 1 and <= 3 && !text.ContainsAnyExceptInRange((byte)'0', (byte)'9');
    }

    private static bool ThreeDigitsFollow(ReadOnlySpan<byte> text, int at) =>
        at + 3 <= text.Length && !text.Slice(at, 3).ContainsAnyExceptInRange((byte)'0', (byte)'9');

    /// <summary>Length in bytes of a minus sign that is not the hyphen of ASCII (U+2212), or 0.</summary>
    internal static int MinusLength(ReadOnlySpan<byte> text) => text.StartsWith("\u2212"u8) ? 3 : 0;

    /// <summary>Length in bytes of a blank that may group digits: a space, a no-break space, a thin space, an apostrophe.</summary>
    internal static int BlankLength(ReadOnlySpan<byte> text) =>
        text.IsEmpty ? 0
        : text[0] is (byte)' ' or (byte)'\'' ? 1
        : text.StartsWith("\u00a0"u8) ? 2
        : text.StartsWith("\u2009"u8) || text.StartsWith("\u202f"u8) ? 3
        : 0;
}
