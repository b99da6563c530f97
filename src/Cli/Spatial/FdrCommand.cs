// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Autocorrelation;

namespace Schakel.Cli.Spatial;

/// <summary><c>schakel fdr</c>: which of many tests stand out?</summary>
internal static class FdrCommand
{
    internal static ManualCommand Create(CommandRunner runner)
    {
        var p = runner.Make.Text("--p", Topic.Figures, "COLUMN", runner.Say("Kolom met p-waarden, van 0 tot en met 1.", "Column with p-values, from 0 to 1."));
        p.Required = true;
        var shared = runner.Shared;
        var command = new ManualCommand("fdr", runner.Say("Welke van vele toetsen blijven overeind?", "Which of many tests stand?"))
        {
            Synopsis = "--table FILE --table-id COLUMN --p COLUMN [--fdr Q]",
            Text = runner.Say(
                "Benjamini en Hochberg: van wat significant heet is naar verwachting hooguit het deel --fdr een valse ontdekking. 'adjusted' is de kleinste Q waarbij een eenheid nog meetelt.",
                "Benjamini and Hochberg: of what is called significant, at most the share --fdr is expected to be a false discovery. 'adjusted' is the smallest Q at which a unit still counts."),
            Examples = [(runner.Say("Eigen toetsen corrigeren.", "Correct tests of your own."), "schakel fdr --table toetsen.csv --table-id code --p p --fdr 0.05")],
        }.With(shared.Units.Table, shared.Units.TableId, p, shared.Chance.Fdr);
        return runner.Does(command, run => Answer(run, p, run.Get(p)!));
    }

    private static Outcome<Answer> Answer(Run run, Setting<string?> option, string column)
    {
        if (run.Get(run.Shared.Units.Table) is null)
            return WrongUse.With("no-units", "Say which tests: --table FILE.");
        if (!UnitReader.Read(run, [column]).TryGet(out var units, out var reason))
            return reason;
        if (!units.Numbers(option.Name, column).TryGet(out var cells, out reason))
            return reason;
        for (var unit = 0; unit < cells.Count; unit++)
            if (cells.IsPresent(unit) && cells.Values[unit] is < 0 or > 1)
                return cells.Refuse(unit, "p-out-of-range", "A p-value lies between 0 and 1.", "a number from 0 to 1");

        var tested = Enumerable.Range(0, cells.Count).Where(cells.IsPresent).ToArray();
        if (tested.Length == 0)
            return Exclusion.Everybody(run.Surroundings.Language, Array.ConvertAll(cells.Missing, Exclusion.Of));

        var q = run.Get(run.Shared.Chance.Fdr);
        var found = run.Stages.Measure("compute", () => FalseDiscoveryRate.BenjaminiHochberg(Array.ConvertAll(tested, unit => cells.Values[unit]), q));
        var excluded = Enumerable.Range(0, cells.Count).Where(unit => !cells.IsPresent(unit)).Select(unit => new Exclusion(units.Ids[unit], Exclusion.Of(cells.Missing[unit]))).ToList();
        return new Answer("false discovery rate (Benjamini and Hochberg 1995)", json =>
        {
            json.Count("n", tested.Length);
            json.Objects("areas", Enumerable.Range(0, tested.Length), test =>
            {
                json.Text("id", units.Ids[tested[test]]);
                json.Number("p", cells.Values[tested[test]]);
                json.Number("adjusted", found.Adjusted[test]);
                json.Flag("significant", found.Rejected[test]);
            });
            LocalAnswer.WriteFdr(json, q, found.Threshold, found.Count, clusters: null);
            SampleAnswer.Write(json, excluded, units.Join);
        }, page =>
        {
            page.Title(page.Say($"Valse ontdekkingen: {found.Count} van {tested.Length} toetsen blijven overeind", $"False discoveries: {found.Count} of {tested.Length} tests stand"));
            page.Table(["id", ">p", page.Say(">gecorrigeerd", ">adjusted"), page.Say("blijft", "stands")],
                [.. Enumerable.Range(0, tested.Length).Select(test => new[]
                {
                    units.Ids[tested[test]], page.Number(cells.Values[tested[test]]), page.Number(found.Adjusted[test]), found.Rejected[test] ? page.Say("ja", "yes") : "",
                })]);
            page.Line();
            SampleAnswer.Write(page, tested.Length, excluded, units.Join);
        });
    }
}
