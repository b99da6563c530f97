// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Composition;
using Schakel.Workspace.Texts;

namespace Schakel.Cli.Compositions;

/// <summary>Composition as people read it.</summary>
internal static class CompositionPage
{
    internal static void Write(TextPage page, CompositionReport report)
    {
        page.Title(page.Say("Samenstelling of plek?", "Composition or place?") + (report.Units is { } units ? $" {units.Title}" : ""));
        if (report.Kitagawa is { } pair)
            Write(page, pair);
        if (report.Standardised is { } standardised)
            Write(page, standardised, report.Units!.Ids[0]);
        if (report.Adjusted is not null)
        {
            page.Line(page.Say("Het schaalprofiel bij gelijke samenstelling", "The scale profile with composition held equal"));
            if (report.Adjusted.TryGet(out var adjusted, out var reason))
                Write(page, adjusted);
            else
                page.Line("  " + page.Say("Niet te berekenen. ", "Not computable. ") + page.Reason(reason));
            page.Line();
        }

        if (report.Units is { } used)
            SampleAnswer.Write(page, used.Ids[0].Length, used.Excluded, used.Join);
    }

    private static void Write(TextPage page, KitagawaResult pair)
    {
        page.Line(page.Say("Twee gebieden", "Two areas"));
        page.Pairs(
            (page.Say("cijfer van A", "rate of A"), page.Number(pair.RateA)), (page.Say("cijfer van B", "rate of B"), page.Number(pair.RateB)),
            (page.Say("verschil", "difference"), page.Number(pair.Difference)),
            (page.Say("door andere mensen", "from other people"), page.Number(pair.Composition)),
            (page.Say("door andere cijfers voor dezelfde mensen", "from other rates for the same people"), page.Number(pair.Rates)));
        page.Line();
    }

    private static void Write(TextPage page, StandardisationResult found, string[] ids)
    {
        const int most = 60;
        page.Line(page.Say("Tegen wat de bevolking doet verwachten", "Against what the people make one expect"));
        page.Line("  " + (found.Share.Value is { } share
            ? page.Say($"Van de verschillen gaat {page.Percent(share)} samen met wie waar woont.", $"Of the differences {page.Percent(share)} goes with who lives where.")
            : page.Reason(found.Share.Reason!)));
        page.Line("  " + SentenceTexts.Of(found.Sentences, page.Language));
        page.Line();
        page.Table(["id", page.Say(">gevallen", ">cases"), page.Say(">verwacht", ">expected"), page.Say(">verhouding", ">ratio"), page.Say("aannemelijk", "plausible")],
            [.. found.Areas.Take(most).Select((area, unit) => new[]
            {
                ids[unit], page.Number(area.Observed), page.Number(area.Expected, 1), page.Figure(area.Ratio, ratio => page.Number(ratio, 2)),
                area.Low.Value is { } low && area.High.Value is { } high ? $"{page.Number(low, 2)}–{page.Number(high, 2)}" : "",
            })]);
        if (found.Areas.Count > most)
            page.Line(page.Say($"  … en {page.Count(found.Areas.Count - most)} meer; --json geeft ze alle.", $"  … and {page.Count(found.Areas.Count - most)} more; --json gives all."));
        page.Line();
    }

    private static void Write(TextPage page, AdjustedProfileResult found)
    {
        page.Table([page.Say("schaal", "level"), page.Say(">variantie", ">variance"), page.Say(">verdwenen", ">gone")],
            [.. found.Levels.Select(level => new[] { level.Level, page.Figure(level.Variance), page.Figure(level.Pcv, part => part < 0 ? page.Say("geen afname", "no reduction") : page.Percent(part)) })]);
        page.Pairs([
            (page.Say("samen verdwenen", "gone in all"), page.Figure(found.Pcv, page.Percent)),
            .. found.Coefficients.Select(coefficient => (coefficient.Name, $"{page.Number(coefficient.Estimate)} (± {page.Number(coefficient.StandardError)})"))]);
        foreach (var level in found.Levels.Where(level => level.Variance.Reason is not null))
            page.Line($"  {level.Level}: {page.Reason(level.Variance.Reason!)}");
    }
}
