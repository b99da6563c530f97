// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Schakel.Catalogue.Indicators;
using Schakel.Workspace.Texts;

namespace Schakel.Workspace.Exports;

/// <summary>What is said of a figure in the account.</summary>
internal sealed class FigureWords(Indicator indicator, ExportRequest request)
{
    internal static FigureWords Of(Indicator indicator, ExportRequest request) => new(indicator, request);

    /// <summary>Unit of the numbers as they are written: shares as fractions.</summary>
    internal string Unit => indicator.Kind switch
    {
        IndicatorKind.Proportion => request.Say("aandeel (0–1)", "share (0–1)"),
        IndicatorKind.Modelled when indicator.Unit == "%" => request.Say("aandeel (0–1)", "share (0–1)"),
        IndicatorKind.Count => request.Say("aantal", "count"),
        _ => indicator.Unit,
    };

    internal string Title(int year)
    {
        var title = request.Language == Language.Dutch ? indicator.TitleNl : indicator.TitleEn;
        return year == 0 ? title : string.Create(CultureInfo.InvariantCulture, $"{title} ({year})");
    }

    internal string Method(string? summedFrom, FigureProtection protection)
    {
        var made = summedFrom is null
            ? request.Say("Zoals de bron het cijfer geeft", "As the source gives the figure")
            : request.Say($"Opgeteld uit {summedFrom}; gebieden zonder cijfer tellen niet mee", $"Added up from {summedFrom}; areas without a figure are not in it");
        var meaning = indicator.Denominator is { } denominator
            ? request.Say($"; hoort bij {denominator}", $"; goes with {denominator}")
            : "";
        return $"{made}{meaning}{(request.Publish ? "; " + protection.Rule(request) : "")}.";
    }
}
