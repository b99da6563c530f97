// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;

namespace Schakel.Workspace.Texts;

/// <summary>Numbers as people read them: the one place where a decimal comma is made.</summary>
public static class ReadableNumber
{
    private static readonly NumberFormatInfo dutch = new()
    {
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = ".",
        NumberGroupSizes = [3],
        NegativeSign = "−",
    };

    private static readonly NumberFormatInfo english = new()
    {
        NumberDecimalSeparator = ".",
        NumberGroupSeparator = ",",
        NumberGroupSizes = [3],
        NegativeSign = "−",
    };

    /// <summary>A whole number with groups of three: 12.763 or 12,763.</summary>
    /// <param name="count">Any whole number.</param>
    /// <param name="language">Language of the reader.</param>
    /// <returns>The text.</returns>
    public static string Count(long count, Language language) => count.ToString("#,##0", Format(language));

    /// <summary>A number with a fixed number of decimals.</summary>
    /// <param name="value">Finite.</param>
    /// <param name="decimals">0 and up.</param>
    /// <param name="language">Language of the reader.</param>
    /// <returns>The text.</returns>
    public static string Fixed(double value, int decimals, Language language) =>
        value.ToString(decimals == 0 ? "#,##0" : "#,##0." + new string('0', decimals), Format(language));

    /// <summary>A number with as many decimals as its size asks for: four significant digits, and powers of ten for the very small.</summary>
    /// <param name="value">Finite.</param>
    /// <param name="language">Language of the reader.</param>
    /// <returns>The text.</returns>
    public static string Significant(double value, Language language)
    {
        var size = Math.Abs(value);
        if (size is > 0 and < 1e-4)
            return value.ToString("0.###e-0", Format(language));
        if (value == Math.Truncate(value) && size < 1e15)
            return Count((long)value, language);

        var decimals = size >= 1000 ? 0 : Math.Clamp(3 - (int)Math.Floor(Math.Log10(Math.Max(size, 1e-4))), 0, 8);
        return Fixed(value, decimals, language);
    }

    /// <summary>A fraction as a whole percentage: 0.055 becomes 6%.</summary>
    /// <param name="fraction">[0..1] finite.</param>
    /// <param name="language">Language of the reader.</param>
    /// <returns>The text.</returns>
    public static string Percent(double fraction, Language language) => Fixed(100 * fraction, 0, language) + "%";

    /// <summary>Anything that a sentence holds: numbers in the reader's notation, the rest as it is.</summary>
    /// <param name="argument">A number, a code or a name.</param>
    /// <param name="language">Language of the reader.</param>
    /// <returns>The text.</returns>
    public static string Argument(object argument, Language language) => argument switch
    {
        double number => double.IsFinite(number) ? Significant(number, language) : "?",
        int number => WholeArgument(number, language),
        long number => WholeArgument(number, language),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => argument.ToString() ?? "",
    };

    // Years and line numbers are read without groups; from 10,000 on groups help.
    private static string WholeArgument(long number, Language language) =>
        Math.Abs(number) < 10_000 ? number.ToString(CultureInfo.InvariantCulture) : Count(number, language);

    private static NumberFormatInfo Format(Language language) => language == Language.Dutch ? dutch : english;
}
