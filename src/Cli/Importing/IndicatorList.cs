// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Catalogue.Indicators;
using Schakel.Workspace.Texts;

namespace Schakel.Cli.Importing;

/// <summary>The indicators of a catalogue, as <c>import</c> and <c>catalogue</c> both list them.</summary>
internal static class IndicatorList
{
    // What a catalogue keeps as the year of figures whose file told none.
    private const int UnknownYear = 0;

    /// <summary>Years that are years: one that no file told is missing, not 0.</summary>
    internal static int[] Known(IEnumerable<int> years) => [.. years.Where(year => year != UnknownYear)];

    internal static void Write(AnswerJson json, IReadOnlyList<Indicator> indicators) => json.Objects("indicators", indicators, indicator =>
    {
        json.Text("id", indicator.Id);
        json.Text("column", indicator.Column);
        json.Text("title", json.Language == Language.Dutch ? indicator.TitleNl : indicator.TitleEn);
        json.Text("unit", indicator.Unit);
        json.Text("kind", Kind(indicator.Kind));
        json.Text("denominator", indicator.Denominator);
        json.Text("direction", Direction(indicator.Direction));
        json.Flag("recognised", indicator.Recognised);
        json.Counts("years", Known(indicator.Years));
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
            Years(page, indicator.Years),
            string.Join(", ", indicator.Values.Select(pair => $"{pair.Key} {page.Count(pair.Value)}")),
        })]);

    // 2000–2014, 2017: years in a row are a range; a year that no file told has a name and no number.
    internal static string Years(TextPage page, IReadOnlyList<int> all)
    {
        var years = Known(all);
        var ranges = new List<string>();
        for (var first = 0; first < years.Length;)
        {
            var last = first;
            while (last + 1 < years.Length && years[last + 1] == years[last] + 1)
                last++;
            ranges.Add(last - first < 2 ? string.Join(", ", years.Skip(first).Take(last - first + 1)) : $"{years[first]}–{years[last]}");
            first = last + 1;
        }

        if (years.Length < all.Count || all.Count == 0)
            ranges.Add(page.Say("jaar onbekend", "year unknown"));
        return string.Join(", ", ranges);
    }

    private static string? Direction(IndicatorDirection direction) => direction switch
    {
        IndicatorDirection.HigherIsBetter => "higher-is-better",
        IndicatorDirection.LowerIsBetter => "lower-is-better",
        IndicatorDirection.None => "none",
        _ => null,
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
