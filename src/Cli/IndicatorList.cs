// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Catalogue.Indicators;
using Schakel.Cli.Answers;
using Schakel.Workspace.Texts;

namespace Schakel.Cli;

/// <summary>The indicators of a catalogue, as <c>import</c> and <c>catalogue</c> both list them.</summary>
internal static class IndicatorList
{
    internal static void Write(AnswerJson json, IReadOnlyList<Indicator> indicators) => json.Objects("indicators", indicators, indicator =>
    {
        json.Text("id", indicator.Id);
        json.Text("column", indicator.Column);
        json.Text("title", json.Language == Language.Dutch ? indicator.TitleNl : indicator.TitleEn);
        json.Text("unit", indicator.Unit);
        json.Text("kind", Kind(indicator.Kind));
        json.Text("denominator", indicator.Denominator);
        json.Flag("recognised", indicator.Recognised);
        json.Counts("years", indicator.Years);
        json.Object("values", () =>
        {
            foreach (var (level, count) in indicator.Values)
                json.Count(level, count);
        });
    });

    internal static void Write(TextPage page, IReadOnlyList<Indicator> indicators) => page.Table(
        ["id", page.Say("cijfer", "figure"), page.Say("eenheid", "unit"), page.Say("jaren", "years"), page.Say("waarden", "values")],
        [.. indicators.Select(indicator => new[]
        {
            indicator.Id,
            page.Language == Language.Dutch ? indicator.TitleNl : indicator.TitleEn,
            indicator.Unit,
            Years(indicator.Years),
            string.Join(", ", indicator.Values.Select(pair => $"{pair.Key} {page.Count(pair.Value)}")),
        })]);

    private static string Years(IReadOnlyList<int> years) => years.Count switch
    {
        0 => "",
        > 2 when years[^1] - years[0] == years.Count - 1 => $"{years[0]}–{years[^1]}",
        _ => string.Join(", ", years),
    };

    private static string Kind(IndicatorKind kind) => kind switch
    {
        IndicatorKind.Amount => "amount",
        IndicatorKind.Count => "count",
        IndicatorKind.Proportion => "proportion",
        IndicatorKind.Modelled => "modelled",
        _ => "mean",
    };
}
