// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Composition;
using Schakel.Workspace.Texts;

namespace Schakel.Cli.Compositions;

/// <summary>What composition explains, in the ways that were asked for.</summary>
internal sealed record CompositionReport
{
    private static readonly Reason notAsked = new("not-asked", "This was not asked for.");

    internal KitagawaResult? Kitagawa { get; init; }

    internal StandardisationResult? Standardised { get; init; }

    internal Outcome<AdjustedProfileResult>? Adjusted { get; init; }

    /// <summary>Null when only two areas were compared.</summary>
    internal TableProfile? Units { get; init; }

    // From below: the people alone. From above: all that goes with the people.
    private Figure Low => Standardised?.Share ?? notAsked;

    private Figure High => Adjusted is null ? notAsked : Adjusted.TryGet(out var adjusted, out var reason) ? adjusted.Pcv : reason;

    internal Answer Answer() => new("composition or context, module D", Write, page => CompositionPage.Write(page, this)) { Warnings = Units?.Warnings ?? [] };

    private void Write(AnswerJson json)
    {
        if (Units is not null)
            json.Count("n", Units.Ids[0].Length);
        json.Object("share", () =>
        {
            json.Figure("low", Low);
            json.Figure("high", High);
        });
        if (Kitagawa is { } pair)
            json.Object("kitagawa", () =>
            {
                json.Number("rateA", pair.RateA);
                json.Number("rateB", pair.RateB);
                json.Number("difference", pair.Difference);
                json.Number("composition", pair.Composition);
                json.Number("rates", pair.Rates);
            });
        else
            json.Null("kitagawa", notAsked);
        if (Standardised is { } standardised)
            json.Object("standardised", () => Write(json, standardised));
        else
            json.Null("standardised", notAsked);
        if (Adjusted is null)
            json.Null("adjusted", notAsked);
        else if (Adjusted.TryGet(out var adjusted, out var reason))
            json.Object("adjusted", () => Write(json, adjusted));
        else
            json.Null("adjusted", reason);
        if (Units is not null)
            SampleAnswer.Write(json, Units.Excluded, Units.Join);
    }

    private void Write(AnswerJson json, StandardisationResult found)
    {
        json.Number("factor", found.Factor);
        json.Number("varianceTotal", found.VarianceTotal);
        json.Number("varianceComposition", found.VarianceComposition);
        json.Number("varianceRemainder", found.VarianceRemainder);
        json.Number("covariance", found.Covariance);
        json.Figure("share", found.Share);
        json.Number("noise", found.Noise);
        json.Figure("correctedShare", found.CorrectedShare);
        json.Flag("remainderDistinguishable", found.RemainderDistinguishable);
        if (found.Class is { } word)
            json.Text("class", word);
        else
            json.Null("class", found.Share.Reason!);
        json.Strings("texts", found.Sentences.Select(sentence => SentenceTexts.Of(sentence, json.Language)));
        json.Objects("areas", Enumerable.Range(0, found.Areas.Count), area =>
        {
            json.Text("id", Units!.Ids[0][area]);
            json.Number("observed", found.Areas[area].Observed);
            json.Number("expected", found.Areas[area].Expected);
            json.Figure("sir", found.Areas[area].Ratio);
            json.Figure("low", found.Areas[area].Low);
            json.Figure("high", found.Areas[area].High);
        });
    }

    private static void Write(AnswerJson json, AdjustedProfileResult found)
    {
        json.Number("intercept", found.Intercept);
        json.Number("interceptStandardError", found.InterceptStandardError);
        json.Objects("coefficients", found.Coefficients, coefficient =>
        {
            json.Text("name", coefficient.Name);
            json.Number("estimate", coefficient.Estimate);
            json.Number("standardError", coefficient.StandardError);
        });
        json.Objects("levels", found.Levels, level =>
        {
            json.Text("level", level.Level);
            json.Figure("variance", level.Variance);
            json.Figure("nullVariance", level.NullVariance);
            json.Figure("pcv", level.Pcv);
        });
        json.Figure("pcv", found.Pcv);
    }
}
