// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Autocorrelation;

namespace Schakel.Cli.Spatial;

/// <summary>A statistic of a whole map with its moments, in the members that Moran and Geary share.</summary>
internal sealed record GlobalFigures(
    string Name, double Statistic, double Expected, Figure VarianceNormality, Figure VarianceRandomisation, Figure ZNormality, Figure ZRandomisation,
    PermutationTest? Permutation)
{
    private void Write(AnswerJson json)
    {
        json.Number(Name, Statistic);
        json.Number("expected", Expected);
        json.Figure("varianceNormality", VarianceNormality);
        json.Figure("varianceRandomisation", VarianceRandomisation);
        json.Figure("zNormality", ZNormality);
        json.Figure("zRandomisation", ZRandomisation);
        WritePermutation(json, "permutation", Permutation!);
    }

    private static void WriteNothing(AnswerJson json, string name, Reason reason)
    {
        foreach (var member in new[] { name, "expected", "varianceNormality", "varianceRandomisation", "zNormality", "zRandomisation", "permutation" })
            json.Null(member, reason);
    }

    internal static void WritePermutation(AnswerJson json, string name, PermutationTest permutation) => json.Object(name, () =>
    {
        json.Count("replicates", permutation.Replicates);
        json.Number("p", permutation.P);
        json.Number("mean", permutation.Mean);
        json.Number("variance", permutation.Variance);
    });

    /// <summary>The whole answer: the figures, or nulls with the reason, and the units.</summary>
    internal static Answer Answer(Sample sample, string method, string name, string title, Outcome<GlobalFigures> outcome)
    {
        var found = outcome.TryGet(out var figures, out var reason);
        return new Answer(method, json =>
        {
            json.Count("n", sample.Ids.Length);
            if (found)
                figures!.Write(json);
            else
                WriteNothing(json, name, reason!);
            SampleAnswer.Write(json, sample.Excluded, sample.Subject.Join);
        }, page =>
        {
            page.Title($"{title}: {sample.Subject.Name}");
            if (found)
                figures!.Write(page);
            else
                page.Line(page.Say("Niet te berekenen. ", "Not computable. ") + page.Reason(reason!));
            page.Line();
            SampleAnswer.Write(page, sample.Ids.Length, sample.Excluded, sample.Subject.Join);
        })
        {
            Warnings = sample.Warnings,
        };
    }

    private void Write(TextPage page)
    {
        page.Pairs(
            (Name, page.Number(Statistic, 4)), (page.Say("verwacht zonder samenhang", "expected without association"), page.Number(Expected, 4)),
            (page.Say("z (randomisatie)", "z (randomisation)"), page.Figure(ZRandomisation)), (page.Say("z (normaal)", "z (normal)"), page.Figure(ZNormality)),
            (page.Say($"p ({page.Count(Permutation!.Replicates)} herschikkingen)", $"p ({page.Count(Permutation.Replicates)} re-arrangements)"), page.Number(Permutation.P, 3)));
    }
}
