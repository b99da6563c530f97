// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Regions;
using Schakel.Workspace.Texts;

namespace Schakel.Cli.Delineating;

/// <summary>What is right and wrong with a plan, as <c>schakel check-areas</c> gives it.</summary>
internal sealed record CheckAreasReport(PlanCheckResult Found, Outcome<PlanLikeness>? Likeness, Ground Ground, WorkAreaOptions Options)
{
    // People read the first ones; the JSON has all.
    private const int ShownViolations = 40;

    internal Answer Answer() => new("check of a division, module G", Write, Write) { Warnings = [.. Ground.Warnings] };

    private static string TextOf(PlanViolation violation, Language language) => ReasonTexts.Of(new Warning(violation.Code, violation.Text) { Arguments = violation.Arguments }, language);

    private void Write(AnswerJson json)
    {
        json.Count("n", Ground.Ids.Length);
        json.Flag("valid", Found.IsValid);
        json.Count("areas", Found.Areas);
        json.Objects("violations", Found.Violations, violation =>
        {
            json.Text("code", violation.Code);
            json.Text("area", violation.Area);
            json.Strings("ids", violation.Ids);
            json.Text("text", TextOf(violation, json.Language));
        });
        json.Strings("overCeiling", Found.OverCeiling);
        if (Likeness is { } outcome)
        {
            if (outcome.TryGet(out var likeness, out var reason))
                json.Object("comparison", () =>
                {
                    json.Number("variationOfInformation", likeness.VariationOfInformation);
                    json.Figure("rand", likeness.Rand);
                });
            else
                json.Null("comparison", reason);
        }

        SampleAnswer.Write(json, Ground.Excluded, Ground.Join);
    }

    private void Write(TextPage page)
    {
        page.Title(page.Say("Een indeling nagekeken", "A division checked"));
        page.Line(Found.IsValid
            ? page.Say($"De indeling klopt. Aantal gebieden: {page.Count(Found.Areas)}.", $"The division is right. Number of areas: {page.Count(Found.Areas)}.")
            : page.Say(
                $"De indeling klopt niet. Wat er mis is: {page.Count(Found.Violations.Count)}.", $"The division is not right. What is wrong: {page.Count(Found.Violations.Count)}."));
        page.Line(Ground.Population is null && Ground.Dwellings is null
            ? page.Say("Plafonds zijn niet nagekeken: geef --population of --dwellings.", "Ceilings were not checked: give --population or --dwellings.")
            : page.Say("Nagekeken: ", "Checked: ") + string.Join(", ", new[] { Checked(page, Ground.Population, Options.MaxPopulation, "inwoners", "residents"), Checked(page, Ground.Dwellings, Options.MaxDwellings, "woningen", "dwellings") }.OfType<string>()) + ".");
        page.Line();
        foreach (var violation in Found.Violations.Take(ShownViolations))
            page.Line($"  {TextOf(violation, page.Language)}");
        if (Found.Violations.Count > ShownViolations)
            page.Line(page.Say($"  … en {page.Count(Found.Violations.Count - ShownViolations)} meer; --json geeft ze alle.", $"  … and {page.Count(Found.Violations.Count - ShownViolations)} more; --json gives all."));
        if (Found.OverCeiling.Count > 0)
            page.Line(page.Say($"Alleen al over een plafond, dus een eigen gebied: {string.Join(", ", Found.OverCeiling)}.", $"Over a ceiling alone, so an area of their own: {string.Join(", ", Found.OverCeiling)}."));
        if (Likeness is { } outcome)
            page.Line(outcome.TryGet(out var likeness, out var reason)
                ? page.Say(
                    $"Verschil met het andere plan: {page.Number(likeness.VariationOfInformation, 3)} (0 is gelijk); eens over {page.Figure(likeness.Rand, page.Percent)} van de paren.",
                    $"Difference from the other plan: {page.Number(likeness.VariationOfInformation, 3)} (0 is equal); they agree on {page.Figure(likeness.Rand, page.Percent)} of the pairs.")
                : page.Reason(reason));
        page.Line();
        SampleAnswer.Write(page, Ground.Ids.Length, Ground.Excluded, Ground.Join);
    }

    private static string? Checked(TextPage page, double[]? column, double most, string dutch, string english) => column is null ? null
        : double.IsFinite(most) ? page.Say($"hooguit {page.Count((long)most)} {dutch}", $"at most {page.Count((long)most)} {english}")
        : page.Say($"geen grens aan {dutch}", $"no limit to {english}");
}
