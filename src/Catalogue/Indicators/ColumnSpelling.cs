// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text;

namespace Schakel.Catalogue.Indicators;

/// <summary>Makes the same column look the same, however a year or a program spelled it.</summary>
/// <remarks>
/// <c>AANT_INW</c>, <c>aantal_inwoners</c>, <c>aantalInwoners</c>, <c>Bevolking.Aantal.inwoners..aantal.</c> (R) and
/// <c>Bevolking/Aantal inwoners (aantal)</c> (StatLine) differ only in case, blanks and punctuation, so those go.
/// </remarks>
internal static class ColumnSpelling
{
    private const int LongestSlug = 50;

    /// <summary>Letters and digits only, lower case, without accents; % becomes pct.</summary>
    internal static string Compact(string name)
    {
        var compact = new StringBuilder(name.Length);
        foreach (var letter in name.Normalize(NormalizationForm.FormD))
            if (char.IsAsciiLetterOrDigit(letter))
                compact.Append(char.ToLowerInvariant(letter));
            else if (letter == '%')
                compact.Append("pct");
        return compact.ToString();
    }

    /// <summary>A column of an OData table, <c>Eenzaam_28</c>, without its number; other names as they are.</summary>
    internal static string WithoutNumber(string name)
    {
        var underscore = name.LastIndexOf('_');
        // Abbreviations such as a_00_14 end on digits too, but OData keys begin with a capital and have one underscore.
        return underscore > 1 && name.Length - underscore is 2 or 3 or 4 && char.IsAsciiLetterUpper(name[0]) && char.IsAsciiLetterLower(name[1])
            && name.IndexOf('_', StringComparison.Ordinal) == underscore && int.TryParse(name.AsSpan(underscore + 1), NumberStyles.None, CultureInfo.InvariantCulture, out _)
                ? name[..underscore]
                : name;
    }

    /// <summary>An id in snake_case for a column that nobody knows. Of a long heading the end tells most.</summary>
    internal static string Slug(string name)
    {
        var text = Whole(name);
        // Tables of the catalogue call the area "code".
        if (text == "code")
            return "code_waarde";
        if (text.EndsWith("_aantal", StringComparison.Ordinal))
            text = text[..^7];
        while (text.Length > LongestSlug && text.IndexOf('_', StringComparison.Ordinal) is var first and >= 0)
            text = text[(first + 1)..];
        return text.Length == 0 ? "kolom" : text.Length > LongestSlug ? text[..LongestSlug].TrimEnd('_') : text;
    }

    private static string Whole(string name)
    {
        var slug = new StringBuilder(name.Length + 4);
        var previous = '_';
        foreach (var letter in WithoutNumber(name.Trim()).Replace("%", " pct ", StringComparison.Ordinal).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark)
                continue;
            if (!char.IsAsciiLetterOrDigit(letter))
            {
                if (previous != '_')
                    slug.Append(previous = '_');
                continue;
            }
            if (char.IsAsciiLetterUpper(letter) && (char.IsAsciiLetterLower(previous) || char.IsAsciiDigit(previous)))
                slug.Append('_');
            slug.Append(char.ToLowerInvariant(letter));
            previous = letter;
        }
        return slug.ToString().Trim('_');
    }
}
