// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Schakel.Writers.Workbooks;

/// <summary>Text as it may stand in the XML of a workbook.</summary>
internal static partial class CellText
{
    private const int Longest = 32767;

    /// <summary>Excel calls a workbook damaged when a cell holds more; what is cut ends in an ellipsis.</summary>
    internal static string Fitting(string text) => text.Length <= Longest ? text : text[..(Longest - 1)] + "…";

    /// <summary>Signs that XML cannot hold are written as the standard says (ST_Xstring): <c>_x0007_</c>; text that looks like that itself is told apart.</summary>
    internal static string Escaped(string text)
    {
        var found = LooksEscaped().Replace(text, "_x005F_$1");
        var builder = new StringBuilder(found.Length + 16);
        for (var i = 0; i < found.Length; i++)
        {
            var letter = found[i];
            var isPair = char.IsHighSurrogate(letter) && i + 1 < found.Length && char.IsLowSurrogate(found[i + 1]);
            if (isPair)
                builder.Append(letter).Append(found[++i]);
            else if (letter is '\t' or '\n' || (letter >= ' ' && !char.IsSurrogate(letter) && letter < '\uFFFE'))
                builder.Append(letter switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", '"' => "&quot;", _ => letter.ToString() });
            else
                builder.Append(CultureInfo.InvariantCulture, $"_x{(int)letter:X4}_");
        }
        return builder.ToString();
    }

    /// <summary>The name of a sheet: at most 31 signs, without those that Excel forbids.</summary>
    internal static string SheetName(string name, int number)
    {
        var plain = string.Concat(name.Select(letter => "[]:*?/\\".Contains(letter, StringComparison.Ordinal) || letter < ' ' ? '_' : letter)).Trim('\'', ' ');
        return plain.Length == 0 ? string.Create(CultureInfo.InvariantCulture, $"blad{number}") : plain.Length > 31 ? plain[..31] : plain;
    }

    [GeneratedRegex("_(x[0-9A-Fa-f]{4}_)")]
    private static partial Regex LooksEscaped();
}
