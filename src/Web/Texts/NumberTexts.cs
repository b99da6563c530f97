// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Schakel.Workspace.Texts;

namespace Schakel.Web.Texts;

/// <summary>Numbers for people. The formats are ours, not the machine's, so that a page reads the same everywhere.</summary>
public sealed class NumberTexts
{
    private const char NoBreakSpace = '\u00A0';

    private readonly NumberFormatInfo format;
    private readonly bool dutch;

    public NumberTexts(Language language)
    {
        dutch = language == Language.Dutch;
        format = new NumberFormatInfo
        {
            NumberDecimalSeparator = dutch ? "," : ".",
            NumberGroupSeparator = dutch ? "." : ",",
            NegativeSign = "−",
        };
    }

    public string Whole(double number) => number.ToString("N0", format);

    public string Fixed(double number, int decimals) => Rounded(number, decimals).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), format);

    /// <summary>"59–96 %": whole per cents, widened outward so that the range never looks narrower than it is.</summary>
    public string Range(double low, double high)
    {
        var (from, to) = Bounds(low, high);
        return from == to ? Percent(to) : $"{Whole(from)}–{Percent(to)}";
    }

    public (double From, double To) Bounds(double low, double high) =>
        (Math.Floor((low * 100) + Rounding), Math.Ceiling((high * 100) - Rounding));

    /// <summary>A share as a whole per cent, for sentences.</summary>
    public string Share(double share) => Percent(Math.Round(share * 100, MidpointRounding.AwayFromZero));

    public string Percent(double percent) => dutch ? $"{Whole(percent)}{NoBreakSpace}%" : $"{Whole(percent)}%";

    /// <summary>Digits of a share that binary fractions blur: 0.07 · 100 is 7.000000000000001 and reads as 7.</summary>
    private const double Rounding = 1e-9;

    // Halves go away from zero, as people round; "−0,0" is an artefact that no reader should have to think about.
    private static double Rounded(double number, int decimals) =>
        Math.Round(number, decimals, MidpointRounding.AwayFromZero) is not 0 and var rounded ? rounded : 0;
}
