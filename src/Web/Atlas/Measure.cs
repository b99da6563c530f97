// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Catalogue.Indicators;
using Schakel.Web.Texts;
using Schakel.Workspace.Studies;

namespace Schakel.Web.Atlas;

/// <summary>How the figures of one picture are written: in which unit, and with no more digits than their spread supports.</summary>
/// <param name="Factor">From the stored rate to the number on the screen.</param>
/// <param name="Decimals">Digits behind the separator.</param>
/// <param name="Unit">As written behind a number, or empty.</param>
/// <param name="Texts">Language.</param>
public sealed record Measure(double Factor, int Decimals, string Unit, ScreenTexts Texts)
{
    public static Measure Of(ScalePicture picture, ScreenTexts texts)
    {
        var factor = FactorOf(picture.Indicator);
        return new Measure(factor, DecimalsOf(picture, factor), UnitOf(picture.Indicator, texts), texts);
    }

    /// <summary>From the width of a usual range; where chance is unknown from the spread of the estimates.</summary>
    private static int DecimalsOf(ScalePicture picture, double factor)
    {
        var shown = picture.Levels.Where(level => level.Level.Id != "cell" || picture.Levels.Count == 1).ToArray();
        var widths = shown.SelectMany(level => level.Highs.Zip(level.Lows, (high, low) => (high - low) * factor)).Where(double.IsFinite).Order().ToArray();
        if (widths.Length > 0)
            return widths[widths.Length / 2] switch { >= 5 => 0, >= 0.3 => 1, >= 0.03 => 2, _ => 3 };

        var estimates = shown.SelectMany(level => level.Estimates).Where(double.IsFinite).Select(estimate => estimate * factor).Order().ToArray();
        var spread = estimates.Length == 0 ? 10 : estimates[estimates.Length * 9 / 10] - estimates[estimates.Length / 10];
        return spread switch { >= 10 => 0, >= 1 => 1, >= 0.1 => 2, _ => 3 };
    }

    /// <summary>Title with its unit, as it follows "Je ziet".</summary>
    public static string TitleOf(Indicator indicator, ScreenTexts texts)
    {
        var title = texts.Code == "nl" ? indicator.TitleNl : indicator.TitleEn;
        var unit = UnitOf(indicator, texts);
        if (unit.Length == 0 || title.Contains(unit, StringComparison.OrdinalIgnoreCase))
            return title;
        return unit.StartsWith("per ", StringComparison.Ordinal) ? $"{title} {unit}" : $"{title} ({unit})";
    }

    public static double FactorOf(Indicator indicator) => indicator.Kind switch
    {
        IndicatorKind.Count => 1000,
        IndicatorKind.Proportion or IndicatorKind.Modelled => 100,
        _ => 1,
    };

    public string Number(double rate) => Texts.Numbers.Fixed(rate * Factor, Decimals);

    public string Range(double low, double high) => $"{Number(low)}–{Number(high)}";

    /// <summary>A number of the same unit with the unit behind it.</summary>
    public string WithUnit(string number) => Unit switch
    {
        "" => number,
        "%" => Texts.Code == "nl" ? $"{number}\u00A0%" : $"{number}%",
        _ => $"{number} {Unit}",
    };

    /// <summary>The unit of the screen, which for counts is not the unit of the file: people are counted, "per 1.000 inwoners" is shown.</summary>
    private static string UnitOf(Indicator indicator, ScreenTexts texts) => indicator.Kind switch
    {
        IndicatorKind.Count => texts.Or($"unit.per.{indicator.Denominator}", texts["unit.per"]),
        IndicatorKind.Proportion or IndicatorKind.Modelled => "%",
        _ => texts.Or($"unit.{indicator.Unit}", indicator.Unit),
    };
}
