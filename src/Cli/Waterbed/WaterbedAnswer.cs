// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Displacement;
using Schakel.Workspace.Texts;

namespace Schakel.Cli.Waterbed;

/// <summary>A waterbed measured from counts before and after, as it is written down.</summary>
internal sealed record WaterbedAnswer(DisplacementMeasurement Measurement)
{
    internal static Outcome<WaterbedAnswer> Measure(Run run, WaterbedSettings settings, double[] numbers)
    {
        if (!DisplacementCounts.FromPairs(numbers).TryGet(out var counts, out var reason))
            return new WrongUse(reason.Code, reason.Detail) { Arguments = reason.Arguments };
        if (!settings.Options(run, numbers.Length).TryGet(out var options, out reason))
            return reason;
        return new WaterbedAnswer(run.Stages.Measure("compute", () => DisplacementDifference.Compute(counts, options)));
    }

    internal void Write(AnswerJson json)
    {
        json.Object("mde", () =>
        {
            json.Number("local", Measurement.Mde.Local);
            json.Figure("ring", Measurement.Mde.Ring);
            json.Number("total", Measurement.Mde.Total);
        });
        Write(json, "local", Measurement.Local);
        if (Measurement.Ring is { } ring)
            Write(json, "ring", ring);
        else
            json.Null("ring", Measurement.RingReason!);
        Write(json, "total", Measurement.Total);
        json.Object("ratio", () =>
        {
            Write(json, "displacement", Measurement.Ratios.Displacement);
            Write(json, "treated", Measurement.Ratios.Treated);
            Write(json, "ring", Measurement.Ratios.Ring);
        });
        json.Object("wdq", () =>
        {
            json.Figure("value", Measurement.Quotient.Value);
            json.Figure("success", Measurement.Quotient.Success);
            json.Figure("buffer", Measurement.Quotient.Buffer);
            json.Number("gross", Measurement.Quotient.Gross);
            json.Figure("totalNet", Measurement.Quotient.TotalNet);
        });
        if (Measurement.Sensitivity is { } sensitivity)
            json.Object("sensitivity", () =>
            {
                json.Number("phi", sensitivity.Overdispersion);
                Write(json, "total", sensitivity.Total);
            });
        json.Object("verdict", () =>
        {
            json.Text("local", Measurement.Verdict.Local);
            json.Text("total", Measurement.Verdict.Total);
            if (Measurement.Verdict.Ring is { } word)
                json.Text("ring", word);
            else
                json.Null("ring", Measurement.RingReason!);
            json.Text("power", Measurement.Verdict.Power);
            json.Text("text", SentenceTexts.Of(Measurement.Verdict.Sentences, json.Language));
        });
    }

    internal void Write(TextPage page)
    {
        page.Title(page.Say("Waterbed", "Waterbed"));
        var mde = Measurement.Mde;
        page.Line(page.Say("Kleinste verandering die met deze aantallen te zien was:", "Smallest change that could have been seen with these numbers:"));
        page.Pairs(
            (page.Say("hier", "here"), page.Number(mde.Local)), (page.Say("ring", "ring"), page.Figure(mde.Ring)), (page.Say("samen", "together"), page.Number(mde.Total)));
        page.Line();
        page.Line(SentenceTexts.Of(Measurement.Verdict.Sentences, page.Language));
        page.Line();
        var rows = new List<string[]> { Row(page, page.Say("hier", "here"), Measurement.Local) };
        if (Measurement.Ring is { } ring)
        {
            rows.Add(Row(page, page.Say("ring", "ring"), ring));
            rows.Add(Row(page, page.Say("samen", "together"), Measurement.Total));
        }

        if (Measurement.Sensitivity is { } sensitivity)
            rows.Add(Row(page, page.Say($"samen, φ = {page.Number(sensitivity.Overdispersion)}", $"together, φ = {page.Number(sensitivity.Overdispersion)}"), sensitivity.Total));
        page.Table(["", page.Say(">verandering", ">change"), page.Say(">standaardfout", ">standard error"), page.Say(">van", ">from"), page.Say(">tot", ">to"), ">z", ">p"], rows);
        page.Line();
        page.Pairs(
            (page.Say("verplaatst deel van de winst (ρ)", "part of the gain that moved (ρ)"), Interval(page, Measurement.Ratios.Displacement)),
            (page.Say("verhouding hier (RR)", "ratio here (RR)"), Interval(page, Measurement.Ratios.Treated)),
            (page.Say("verhouding in de ring (RR)", "ratio in the ring (RR)"), Interval(page, Measurement.Ratios.Ring)),
            (page.Say("verplaatsingsquotiënt (WDQ)", "displacement quotient (WDQ)"), Figure(page, Measurement.Quotient.Value)));
    }

    private static string[] Row(TextPage page, string name, DisplacementEffect effect) =>
    [
        name, page.Number(effect.Estimate, 1), page.Number(effect.StandardError, 1), page.Number(effect.Low, 1), page.Number(effect.High, 1),
        page.Figure(effect.Z, z => page.Number(z, 2)), page.Figure(effect.P, p => page.Number(p, 4)),
    ];

    private static string Interval(TextPage page, RatioInterval interval) => interval is { Low.Value: { } low, High.Value: { } high }
        ? $"{Figure(page, interval.Estimate)} ({page.Number(low, 2)} {page.Say("tot", "to")} {page.Number(high, 2)})"
        : Figure(page, interval.Estimate);

    private static string Figure(TextPage page, Figure figure) => figure.Value is { } value ? page.Number(value, 2) : "– " + page.Reason(figure.Reason!);

    private static void Write(AnswerJson json, string name, DisplacementEffect effect) => json.Object(name, () =>
    {
        json.Number("estimate", effect.Estimate);
        json.Number("se", effect.StandardError);
        json.Number("low", effect.Low);
        json.Number("high", effect.High);
        json.Figure("z", effect.Z);
        json.Figure("p", effect.P);
    });

    private static void Write(AnswerJson json, string name, RatioInterval interval) => json.Object(name, () =>
    {
        json.Figure("estimate", interval.Estimate);
        json.Figure("low", interval.Low);
        json.Figure("high", interval.High);
    });
}
