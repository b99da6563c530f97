// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Rezoning;

namespace Schakel.Cli.Rezonings;

/// <summary>Robustness against other borders, as <c>schakel robustness</c> gives it.</summary>
internal sealed record RobustnessReport(RezoningResult Found, Sample Sample)
{
    internal Answer Answer() => new("robustness against other borders, module C", Write, Write) { Warnings = Sample.Warnings };

    private void Write(AnswerJson json)
    {
        json.Count("n", Sample.Ids.Length);
        if (Found.Grade is { } grade)
            json.Text("grade", grade.ToString());
        else
            json.Null("grade", Found.GradeReason!);
        json.Flag("steppedDown", Found.SteppedDown);
        json.Number("jaccard", Found.Jaccard);
        json.Object("official", () =>
        {
            json.Count("zones", Found.Official.Zones);
            json.Number("etaSquared", Found.Official.EtaSquared);
            json.Number("p", Found.Official.P);
        });
        json.Objects("scales", Found.Scales, scale =>
        {
            json.Count("zones", scale.Zones);
            json.Count("zonings", scale.Zonings);
            json.Flag("exhaustive", scale.IsExhaustive);
            Write(json, scale.EtaSquared);
            json.Object("reach", () => Write(json, scale.Reach));
        });
        json.Number("scaleVariance", Found.ScaleVariance);
        json.Number("zoningVariance", Found.ZoningVariance);
        json.Figure("scaleShare", Found.ScaleShare);
        json.Objects("selection", Enumerable.Range(0, Sample.Ids.Length), unit =>
        {
            json.Text("id", Sample.Ids[unit]);
            json.Number("share", Found.Selection[unit]);
            json.Flag("official", Found.OfficialSelection[unit]);
        });
        SampleAnswer.Write(json, Sample.Excluded, Sample.Subject.Join);
    }

    private static void Write(AnswerJson json, ZoningSpread spread)
    {
        json.Number("mean", spread.Mean);
        json.Number("sd", spread.StandardDeviation);
        json.Number("min", spread.Min);
        json.Number("max", spread.Max);
        json.Number("low", spread.Low);
        json.Number("high", spread.High);
    }

    private void Write(TextPage page)
    {
        page.Title(page.Say($"Andere grenzen: {Sample.Subject.Name}", $"Other borders: {Sample.Subject.Name}"));
        page.Line(Found.Grade switch
        {
            RobustnessGrade.A => page.Say("A: met andere grenzen komt er hetzelfde uit.", "A: other borders, the same conclusion."),
            RobustnessGrade.B => page.Say("B: met andere grenzen komt er meestal hetzelfde uit.", "B: other borders, mostly the same conclusion."),
            RobustnessGrade.C => page.Say("C: met andere grenzen komt er deels iets anders uit.", "C: other borders, partly another conclusion."),
            RobustnessGrade.D => page.Say("D: met andere grenzen komt er iets anders uit.", "D: other borders, another conclusion."),
            _ => page.Reason(Found.GradeReason!),
        });
        page.Line();
        page.Table(
            [page.Say(">zones", ">zones"), page.Say(">indelingen", ">divisions"), page.Say(">verschil tussen zones", ">difference between zones"), page.Say("meestal", "mostly")],
            [.. Found.Scales.Select(scale => new[]
            {
                page.Count(scale.Zones), page.Count(scale.Zonings) + (scale.IsExhaustive ? page.Say(" (alle)", " (all)") : ""),
                page.Percent(scale.EtaSquared.Mean), $"{page.Percent(scale.EtaSquared.Low)}–{page.Percent(scale.EtaSquared.High)}",
            })]);
        page.Line();
        page.Pairs(
            (page.Say("officiële indeling", "official division"), page.Say(
                $"{page.Count(Found.Official.Zones)} zones, {page.Percent(Found.Official.EtaSquared)} van de verschillen", $"{page.Count(Found.Official.Zones)} zones, {page.Percent(Found.Official.EtaSquared)} of the differences")),
            (page.Say("p: even goed of beter", "p: as good or better"), page.Number(Found.Official.P, 3)),
            (page.Say("overlap van de keuze (Jaccard)", "overlap of the choice (Jaccard)"), page.Number(Found.Jaccard, 2)),
            (page.Say("deel door het aantal zones", "share of the number of zones"), page.Figure(Found.ScaleShare, page.Percent)));
        page.Line();
        SampleAnswer.Write(page, Sample.Ids.Length, Sample.Excluded, Sample.Subject.Join);
    }
}
