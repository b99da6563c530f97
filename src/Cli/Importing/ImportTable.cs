// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Catalogue.Storage;
using Schakel.Workspace.Texts;

namespace Schakel.Cli.Importing;

/// <summary>One line a file: rows, areas that were matched, figures that are missing by reason; or why it was refused.</summary>
internal static class ImportTable
{
    internal static void Write(TextPage page, ImportReport report)
    {
        page.Table(
            [page.Say("bestand", "file"), page.Say("wat", "what"), page.Say(">rijen", ">rows"), page.Say("jaren", "years"), page.Say(">gekoppeld", ">matched"), page.Say("ontbrekende cijfers", "missing figures")],
            [.. report.Datasets.Select(dataset => new[]
            {
                dataset.Path, dataset.Title, page.Count(dataset.Rows), IndicatorList.Years(page, dataset.Years), Matched(page, dataset), Missing(page, dataset),
            })]);
        if (report.Refused.Count > 0)
            page.Line();
        foreach (var refusal in report.Refused)
            page.Line(page.Say("Geweigerd: ", "Refused: ") + page.Reason(refusal));
    }

    /// <summary>A reason as JSON spells it.</summary>
    internal static string Word(string reason) => char.ToLowerInvariant(reason[0]) + reason[1..];

    private static string Matched(TextPage page, Dataset dataset) => dataset is { Matched: { } matched, Named: { } named } ? page.Say($"{page.Count(matched)} van {page.Count(named)}", $"{page.Count(matched)} of {page.Count(named)}") : "–";

    private static string Missing(TextPage page, Dataset dataset) =>
        dataset.Missing.Count == 0 ? "–" : string.Join(", ", dataset.Missing.OrderByDescending(pair => pair.Value).Select(pair => $"{Text(page.Language, pair.Key)} {page.Count(pair.Value)}"));

    private static string Text(Language language, string reason)
    {
        var (dutch, english) = reason switch
        {
            "Empty" => ("leeg", "empty"),
            "Secret" => ("geheim", "secret"),
            "Nil" => ("nihil", "nil"),
            "ClassOnly" => ("klasse", "class"),
            "NotANumber" => ("geen getal", "no number"),
            _ => ("onbekend", "unknown"),
        };
        return language == Language.Dutch ? dutch : english;
    }
}
