// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;

namespace Schakel.Cli.Smoothing;

/// <summary>Rates as observed and as they probably are, one an area.</summary>
internal sealed record SmoothAnswer(
    string[] Ids, double[] Raw, double[] Smoothed, double A, double B, IReadOnlyList<Exclusion> Excluded, JoinReport? Join, IReadOnlyList<Warning> Warnings, string Title)
{
    internal Answer Answer(string method) => new($"empirical Bayes, {method}", json =>
    {
        json.Count("n", Ids.Length);
        json.Text("method", method);
        json.Number("a", A);
        json.Number("b", B);
        json.Objects("areas", Enumerable.Range(0, Ids.Length), area =>
        {
            json.Text("id", Ids[area]);
            json.Number("raw", Raw[area]);
            json.Number("smoothed", Smoothed[area]);
        });
        SampleAnswer.Write(json, Excluded, Join);
    }, page =>
    {
        const int most = 60;
        page.Title(page.Say($"Zonder het toeval van kleine aantallen: {Title}", $"Without the chance of small numbers: {Title}"));
        page.Pairs((page.Say("gemiddelde (b)", "mean (b)"), page.Number(B)), (page.Say("variantie tussen gebieden (a)", "variance between areas (a)"), page.Number(A)));
        page.Line();
        page.Table(["id", page.Say(">waargenomen", ">observed"), page.Say(">aannemelijk", ">likely")],
            [.. Enumerable.Range(0, Math.Min(most, Ids.Length)).Select(area => new[] { Ids[area], page.Number(Raw[area]), page.Number(Smoothed[area]) })]);
        if (Ids.Length > most)
            page.Line(page.Say($"  … en {page.Count(Ids.Length - most)} meer; --json geeft ze alle.", $"  … and {page.Count(Ids.Length - most)} more; --json gives all."));
        page.Line();
        SampleAnswer.Write(page, Ids.Length, Excluded, Join);
    })
    {
        Warnings = Warnings,
    };
}
