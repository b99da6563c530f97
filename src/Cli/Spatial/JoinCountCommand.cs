// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Autocorrelation;
using Schakel.Catalogue;

namespace Schakel.Cli.Spatial;

/// <summary><c>schakel join-count</c>: do areas with a feature touch each other more often than chance would give?</summary>
internal static class JoinCountCommand
{
    internal static ManualCommand Create(CommandRunner runner)
    {
        var shared = runner.Shared;
        var threshold = runner.Make.OptionalNumber("--threshold", Topic.Figures, "T", runner.Say(
            "Zwart is: waarde boven T. Zonder T bevat de kolom 0 en 1.", "Black is: value above T. Without T the column holds 0 and 1."), _ => true, runner.Say("een getal", "a number"));
        var command = new ManualCommand("join-count", runner.Say("Raken gebieden met een kenmerk elkaar vaker dan toeval?", "Do areas with a feature touch more often than chance?"))
        {
            Synopsis = "--areas FILE[:LAYER] --value COLUMN [--threshold T]",
            UsesChance = true,
            Text = runner.Say(
                "Telt aanrakingen: zwart-zwart (BB), wit-wit (WW) en zwart-wit (BW), en vergelijkt ze met willekeurig verdelen van even veel zwarte gebieden. "
                + "Zonder --style telt elk paar één keer (B). Onder W: de helft van de som van de gewichten.",
                "Counts joins: black-black (BB), white-white (WW) and black-white (BW), and compares them with dealing as many black areas at random. "
                + "Without --style each pair counts once (B). Under W: half the sum of the weights."),
            Examples = [(runner.Say("Waar woont meer dan 30% alleen?", "Where do more than 30% live alone?"), "schakel join-count --areas buurten.gpkg --value P_EENP_HH --threshold 30")],
        }.With(SpatialSettings.Global(shared)).With(threshold).Accepting(SpatialSettings.Local(shared));
        return runner.Does(command, run => Answer(run, run.Get(threshold)));
    }

    private static Outcome<Answer> Answer(Run run, double? threshold)
    {
        if (!Sample.Read(run).TryGet(out var sample, out var reason))
            return reason;
        if (!SampleRates.Of(run, sample).TryGet(out var values, out reason))
            return reason;
        for (var unit = 0; threshold is null && unit < values.Length; unit++)
            if (values[unit] is not (0 or 1))
                return new Refusal("not-zero-or-one", $"Unit {sample.Ids[unit]} has a value other than 0 and 1.", run.Get(run.Shared.Units.Table) ?? run.Get(run.Shared.Units.Areas) ?? "")
                {
                    Column = sample.Subject.Name,
                    Value = values[unit].ToString("R", System.Globalization.CultureInfo.InvariantCulture),
                    Expected = "0 and 1 alone, or --threshold T",
                    Arguments = [sample.Ids[unit]],
                };

        var outcome = run.Stages.Measure("compute", () => JoinCount.Compute(
            Array.ConvertAll(values, value => value > (threshold ?? 0)), sample.Weighted(run, fallback: "B"), run.Get(run.Shared.Chance.Permutations), run.Seed, run.Threads));
        var found = outcome.TryGet(out var counts, out reason);
        return new Answer("join counts, non-free sampling (Cliff and Ord 1981)", json =>
        {
            json.Count("n", sample.Ids.Length);
            if (found)
                json.Count("black", counts!.BlackCount);
            Write(json, "BB", counts?.BlackBlack, reason);
            Write(json, "WW", counts?.WhiteWhite, reason);
            Write(json, "BW", counts?.BlackWhite, reason);
            SampleAnswer.Write(json, sample.Excluded, sample.Subject.Join);
        }, page =>
        {
            page.Title(page.Say($"Aanrakingen: {sample.Subject.Name}", $"Join counts: {sample.Subject.Name}"));
            if (found)
                page.Table(["", page.Say(">geteld", ">counted"), page.Say(">verwacht", ">expected"), ">z", ">p"],
                    [Row(page, "BB", counts!.BlackBlack), Row(page, "WW", counts.WhiteWhite), Row(page, "BW", counts.BlackWhite)]);
            else
                page.Line(page.Say("Niet te berekenen. ", "Not computable. ") + page.Reason(reason!));
            page.Line();
            SampleAnswer.Write(page, sample.Ids.Length, sample.Excluded, sample.Subject.Join);
        })
        {
            Warnings = sample.Warnings,
        };
    }

    private static string[] Row(TextPage page, string name, Joins joins) =>
        [name, page.Number(joins.Count), page.Number(joins.Expected), page.Figure(joins.Z), page.Number(joins.Permutation!.P, 3)];

    private static void Write(AnswerJson json, string name, Joins? joins, Reason? reason)
    {
        if (joins is null)
        {
            foreach (var member in new[] { name, "expected" + name, "variance" + name, "z" + name, "permutation" + name })
                json.Null(member, reason!);
            return;
        }

        json.Number(name, joins.Count);
        json.Number("expected" + name, joins.Expected);
        json.Figure("variance" + name, joins.Variance);
        json.Figure("z" + name, joins.Z);
        GlobalFigures.WritePermutation(json, "permutation" + name, joins.Permutation!);
    }
}
