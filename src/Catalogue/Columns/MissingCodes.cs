// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;

namespace Schakel.Catalogue.Columns;

/// <summary>The codes that Dutch sources write where there is no figure.</summary>
internal static class MissingCodes
{
    /// <summary>Every figure at or below this is a code, not a figure (CBS: −99995, −99997, −99998, −99999, −99999999).</summary>
    internal const double Threshold = -99990;

    /// <summary>The reason behind a word or sign, or <see cref="MissingReason.Present"/> when it is none of them.</summary>
    internal static MissingReason OfWord(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
            return MissingReason.Empty;
        if (text.Length > 24 || text[0] is >= (byte)'0' and <= (byte)'9')
            return MissingReason.Present;
        Span<byte> lower = stackalloc byte[text.Length];
        Ascii.ToLower(text, lower, out var written);
        if (written != text.Length)
            return MissingReason.Present;
        return Encoding.ASCII.GetString(lower) switch
        {
            "geheim" or "secret" or "confidential" or "vertrouwelijk" or "x" or "*" => MissingReason.Secret,
            "nihil" or "-" or "--" => MissingReason.Nil,
            "." or ".." or "..." or "?" or "na" or "n/a" or "#n/a" or "#n/b" or "nan" or "-nan" or "null" or "none" or "nil" or "<na>" or "<null>" or "\\n"
                or "nvt" or "n.v.t." or "onbekend" or "unknown" or "n.b." or "niet bekend" or "niet beschikbaar" or "missing" => MissingReason.Unknown,
            "inf" or "+inf" or "-inf" or "infinity" or "+infinity" or "-infinity" or "1.#inf" or "-1.#ind"
                or "#div/0!" or "#deel/0!" or "#value!" or "#waarde!" or "#ref!" or "#verw!" or "#name?" or "#naam?" or "#num!" or "#getal!" or "#null!" or "#leeg!"
                => MissingReason.NotANumber,
            _ => MissingReason.Present,
        };
    }

    /// <summary>Whether the text is a class of shares (<c>40% tot 60%</c>, <c>minder dan 40%</c>, <c>90% of meer</c>, <c>&lt;5</c>).</summary>
    internal static bool IsClass(ReadOnlySpan<byte> text)
    {
        if (text.Length is < 2 or > 60 || !text.ContainsAnyInRange((byte)'0', (byte)'9'))
            return false;
        if (text[0] is (byte)'<' or (byte)'>' || text.StartsWith("≤"u8) || text.StartsWith("≥"u8))
            return NumberShape.TryRead(text.TrimStart("<>= ≤≥"u8), out _);
        return text.Contains((byte)'%')
            && (text.IndexOf(" tot "u8) > 0 || text.IndexOf(" - "u8) > 0 || text.StartsWith("minder dan "u8) || text.StartsWith("meer dan "u8)
                || text.EndsWith(" of meer"u8) || text.EndsWith(" of minder"u8));
    }

    /// <summary>The lowest class in the same columns: <c>geen w. allochtoon</c>.</summary>
    internal static bool IsEmptyClass(ReadOnlySpan<byte> text) => text.StartsWith("geen "u8);

    /// <summary>The reason behind a figure, or <see cref="MissingReason.Present"/>.</summary>
    /// <param name="value">The figure as read.</param>
    /// <param name="gridCells">The table holds CBS squares, where −99997 means secret; elsewhere the source does not say why.</param>
    /// <param name="realNegatives">The column may hold real large negatives (a <c>saldo</c>): then only the known codes are missing.</param>
    internal static MissingReason OfFigure(double value, bool gridCells, bool realNegatives)
    {
        if (!double.IsFinite(value))
            return double.IsNaN(value) ? MissingReason.Unknown : MissingReason.NotANumber;
        if (value > Threshold)
            return MissingReason.Present;
        return value switch
        {
            -99998 => MissingReason.Nil,
            -99997 => gridCells ? MissingReason.Secret : MissingReason.Unknown,
            -99995 or -99996 or -99999 or -99999999 or -99999997 => MissingReason.Unknown,
            _ => realNegatives ? MissingReason.Present : MissingReason.Unknown,
        };
    }
}
