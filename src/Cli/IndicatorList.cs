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

    // 2000–2014, 2017: years in a row are a range.
    internal static string Years(IReadOnlyList<int> years)
    {
        var ranges = new List<string>();
        for (var first = 0; first < years.Count;)
        {
            var last = first;
            while (last + 1 < years.Count && years[last + 1] == years[last] + 1)
                last++;
            ranges.Add(last - first < 2 ? string.Join(", ", years.Skip(first).Take(last - first + 1)) : $"{years[first]}–{years[last]}");
            first = last + 1;
        }

        return string.Join(", ", ranges);
    }

    private static string Kind(IndicatorKind kind) => kind switch
    {
        IndicatorKind.Amount => "amount",
        IndicatorKind.Count => "count",
        IndicatorKind.Proportion => "proportion",
        IndicatorKind.Modelled => "modelled",
        _ => "mean",
    };
}
