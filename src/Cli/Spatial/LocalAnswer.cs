// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Adjacency;
using Schakel.Analysis.Autocorrelation;

namespace Schakel.Cli.Spatial;

/// <summary>The answer of the local statistics: every area with its figure, surroundings, p and whether it stands out.</summary>
internal static class LocalAnswer
{
    internal delegate Outcome<LocalPicture> Statistic(double[] values, Neighbours graph, LocalOptions options);

    internal static Outcome<Answer> Of(Run run, string method, string title, string[] quadrants, Statistic statistic)
    {
        var chance = run.Shared.Chance;
        var isShared = run.Get(chance.Draws) == "shared";
        if (isShared && run.Get(chance.Sequential))
            return WrongUse.With("options-exclude", $"{chance.Sequential.Name} and {chance.Draws.Name} shared do not go together.", chance.Sequential.Name, $"{chance.Draws.Name} shared");
        if (!Sample.Read(run).TryGet(out var sample, out var reason))
            return reason;

        var options = new LocalOptions
        {
            Permutations = run.Get(chance.Permutations),
            IsSequential = run.Get(chance.Sequential),
            Sampling = isShared ? LocalSampling.SharedTable : LocalSampling.Independent,
            AcceptedFalseDiscoveries = run.Get(chance.Fdr),
            Seed = run.Seed,
            Threads = run.Threads,
        };
        var outcome = run.Stages.Measure("compute", () => SampleRates.Of(run, sample).TryGet(out var values, out var refusal)
            ? statistic(values, sample.Weighted(run), options)
            : refusal);
        if (!outcome.TryGet(out var picture, out reason))
            return Nothing(sample, method, title, reason);

        return new Answer(method, json => Write(json, sample, picture, quadrants), page => Write(page, sample, picture, title, quadrants)) { Warnings = sample.Warnings };
    }

    /// <summary>The members of the answer.</summary>
    internal static void Write(AnswerJson json, Sample sample, LocalPicture picture, string[] quadrants)
    {
        json.Count("n", sample.Ids.Length);
        json.Objects("areas", Enumerable.Range(0, sample.Ids.Length), area =>
        {
            var found = picture.Areas[area];
            json.Text("id", sample.Ids[area]);
            json.Number("value", found.Value);
            json.Number("lag", found.Lag);
            json.Figure("statistic", found.Statistic);
            json.Figure("z", found.Z);
            json.Figure("p", found.P);
            if (found.Statistic.Value is null)
                json.Null("quadrant", found.Statistic.Reason!);
            else
                json.Text("quadrant", quadrants[(int)found.Quadrant]);
            json.Flag("significant", found.IsSignificant);
        });
        WriteFdr(json, picture.AcceptedFalseDiscoveries, picture.Threshold, picture.SignificantCount, picture.Clusters.Count);
        SampleAnswer.Write(json, sample.Excluded, sample.Subject.Join);
    }

    internal static void WriteFdr(AnswerJson json, double q, double threshold, int significant, int? clusters) => json.Object("fdr", () =>
    {
        json.Number("q", q);
        json.Number("threshold", threshold);
        json.Count("significant", significant);
        if (clusters is { } count)
            json.Count("clusters", count);
    });

    private static void Write(TextPage page, Sample sample, LocalPicture picture, string title, string[] quadrants)
    {
        page.Title($"{title}: {sample.Subject.Name}");
        var standing = Enumerable.Range(0, sample.Ids.Length).Where(area => picture.Areas[area].IsSignificant).ToList();
        page.Line(standing.Count == 0
            ? page.Say("Geen gebied valt meer op dan toeval zou geven.", "No area stands out more than chance would give.")
            : page.Say(
                (standing.Count == 1 ? "1 gebied valt op, in " : $"{page.Count(standing.Count)} gebieden vallen op, in ")
                    + (picture.Clusters.Count == 1 ? "1 aaneengesloten groep." : $"{page.Count(picture.Clusters.Count)} aaneengesloten groepen."),
                (standing.Count == 1 ? "1 area stands out, in " : $"{page.Count(standing.Count)} areas stand out, in ")
                    + (picture.Clusters.Count == 1 ? "1 connected group." : $"{page.Count(picture.Clusters.Count)} connected groups.")));
        foreach (var group in standing.GroupBy(area => picture.Areas[area].Quadrant).OrderBy(group => group.Key))
            page.Line($"  {quadrants[(int)group.Key]}: {page.Count(group.Count())}");
        page.Line();
        if (standing.Count > 0)
        {
            const int most = 40;
            page.Table(["id", page.Say(">waarde", ">value"), page.Say(">omgeving", ">surroundings"), ">z", ">p", page.Say("soort", "kind")],
                [.. standing.Take(most).Select(area => picture.Areas[area] is var found
                    ? new[] { sample.Ids[area], page.Number(found.Value), page.Number(found.Lag), page.Figure(found.Z), page.Figure(found.P, p => page.Number(p, 4)), quadrants[(int)found.Quadrant] }
                    : [])]);
            if (standing.Count > most)
                page.Line(page.Say($"  … en {page.Count(standing.Count - most)} meer; --json geeft ze alle.", $"  … and {page.Count(standing.Count - most)} more; --json gives all."));
            page.Line();
        }

        SampleAnswer.Write(page, sample.Ids.Length, sample.Excluded, sample.Subject.Join);
    }

    // One reason for the whole map: the members are there, and null.
    private static Answer Nothing(Sample sample, string method, string title, Reason reason) => new(method, json =>
    {
        json.Count("n", sample.Ids.Length);
        json.Null("areas", reason);
        json.Null("fdr", reason);
        SampleAnswer.Write(json, sample.Excluded, sample.Subject.Join);
    }, page =>
    {
        page.Title($"{title}: {sample.Subject.Name}");
        page.Line(page.Say("Niet te berekenen. ", "Not computable. ") + page.Reason(reason));
        page.Line();
        SampleAnswer.Write(page, sample.Ids.Length, sample.Excluded, sample.Subject.Join);
    })
    {
        Warnings = sample.Warnings,
    };
}
