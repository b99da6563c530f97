// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.CommandLine;
using Schakel.Analysis;
using Schakel.Catalogue.Storage;
using Schakel.Workspace.Texts;

namespace Schakel.Cli.Importing;

/// <summary><c>schakel import</c>: adds files, exactly as downloaded, to a catalogue.</summary>
internal static class ImportCommand
{
    internal static ManualCommand Create(CommandRunner runner)
    {
        var paths = new Argument<string[]>("PATH") { Arity = ArgumentArity.OneOrMore, Description = runner.Say("Bestanden of mappen.", "Files or folders.") };
        var into = runner.Make.Text("--into", Topic.Catalogue, "DIR", runner.Say("Map van de catalogus; wordt gemaakt als die er niet is.", "Folder of the catalogue; made when it is not there."), onlyOutput: true);
        into.Required = true;
        var year = runner.Make.OptionalWhole("--year", Topic.Catalogue, "Y", runner.Say(
            "Jaar van bestanden die hun jaar niet in een kolom noemen. Zonder deze optie: het jaar in de naam van de laag of het bestand, en anders 'jaar onbekend'.",
            "Year of files that do not say their year in a column. Without it: the year in the name of the layer or file, or else 'year unknown'."), 1900, 2200);
        var meanings = runner.Make.Text("--meanings", Topic.Catalogue, "FILE", runner.Say(
            "CSV met de betekenis van kolommen: id, soort, kolommen, titel, eenheid, noemer. Zonder deze optie: meanings.csv of betekenissen.csv naast elk bestand, als die er is.",
            "CSV with the meaning of columns: id, kind, names, title_nl, unit, denominator. Without it: meanings.csv or betekenissen.csv beside each file, where there is one."));
        var command = new ManualCommand("import", runner.Say("Bestanden van CBS, PDOK, RIVM, politie en gemeente inlezen.", "Read files of CBS, PDOK, RIVM, police and municipality."))
        {
            Synopsis = "PATH… --into DIR [--year Y] [--meanings FILE]",
            Text = runner.Say(
                "Herkent elk bestand aan wat erin staat, zoals u het hebt gedownload, en voegt het toe aan de catalogus. Twee keer inlezen verandert niets. "
                + "De catalogus wordt in één stap vervangen: wie halverwege stopt, houdt de oude.\n\n"
                + "Wat niet kon worden gelezen staat in de uitkomst, met de reden. Is er niets te lezen, dan eindigt de opdracht met 3 en komt er geen map.",
                "Recognises every file by what is in it, as you downloaded it, and adds it to the catalogue. Importing twice changes nothing. "
                + "The catalogue is replaced in one step: who stops halfway keeps the old one.\n\n"
                + "What could not be read is in the answer, with the reason. When nothing can be read, the command ends with 3 and makes no folder."),
            Examples =
            [
                (runner.Say("Alles uit een map met downloads.", "Everything in a folder of downloads."), "schakel import downloads/ --into groningen.catalogue"),
                (runner.Say("Een kaart en een tabel.", "A map and a table."), "schakel import wijkbuurtkaart_2024.gpkg kerncijfers.csv --into stad.catalogue --json"),
                (runner.Say("Een tabel zonder jaar.", "A table without a year."), "schakel import cijfers.csv --year 2023 --into stad.catalogue"),
            ],
        }.With(into, year, meanings);
        command.Arguments.Add(paths);
        return runner.Does(command, run => Answer(run, run.Get(paths)!, run.Get(into)!, new ImportOptions { Year = run.Get(year), Meanings = run.Get(meanings) }));
    }

    private static Outcome<Answer> Answer(Run run, string[] paths, string into, ImportOptions options)
    {
        var imported = run.Stages.Measure("read", () => ProgressBar.During(
            run, run.Say("Inlezen", "Importing"), progress => CatalogueImport.Run(paths, into, options, progress, run.Cancel)));
        if (!imported.TryGet(out var report, out var reason))
            return reason;

        run.Reads(report.Datasets);
        return new Answer("import", json => Write(json, report), page => Write(page, report, into));
    }

    internal static void Write(AnswerJson json, ImportReport report)
    {
        json.Objects("datasets", report.Datasets, dataset =>
        {
            json.Text("path", dataset.Path);
            json.Text("kind", dataset.Kind);
            json.Text("source", dataset.Source);
            json.Text("title", dataset.Title);
            json.Count("rows", dataset.Rows);
            json.Counts("years", dataset.Years);
            if (dataset.Named is { } named)
                json.Count("named", named);
            if (dataset.Matched is { } matched)
                json.Count("matched", matched);
            json.Object("missing", () =>
            {
                foreach (var (why, count) in dataset.Missing)
                    json.Count(ImportTable.Word(why), count);
            });
            json.Strings("unrecognised", report.Unrecognised.GetValueOrDefault(dataset.Path) ?? []);
            json.Strings("unmatched", report.Unmatched.GetValueOrDefault(dataset.Path) ?? []);
        });
        json.Object("areas", () =>
        {
            foreach (var (level, count) in report.Areas)
                json.Count(level, count);
        });
        IndicatorList.Write(json, report.Indicators);
        json.Objects("refused", report.Refused, refusal =>
        {
            json.Text("path", refusal.Path);
            json.Text("reason", ReasonTexts.Of(refusal, json.Language));
            json.Text("code", refusal.Code);
        });
        json.Strings("notes", [.. report.Notes.Select(note => PhraseTexts.Of(note, json.Language))]);
    }

    internal static void Write(TextPage page, ImportReport report, string into)
    {
        page.Title(page.Say($"Ingelezen in {into}", $"Imported into {into}"));
        ImportTable.Write(page, report);
        page.Line();
        page.Line(page.Say("Gebieden met een grens: ", "Areas with a boundary: ") + string.Join(", ", report.Areas.Select(pair => $"{pair.Key} {page.Count(pair.Value)}")));
        page.Line(page.Say($"Cijfers: {report.Indicators.Count}", $"Figures: {report.Indicators.Count}"));
        foreach (var (path, columns) in report.Unrecognised.Where(pair => pair.Value.Count > 0))
            page.Line(page.Say($"Niet herkend in {path}: ", $"Not recognised in {path}: ") + Some(columns));
        foreach (var (path, codes) in report.Unmatched.Where(pair => pair.Value.Count > 0))
            page.Line(page.Say($"{page.Count(codes.Count)} {(codes.Count == 1 ? "code" : "codes")} zonder gebied in {path}: ", $"{page.Count(codes.Count)} {(codes.Count == 1 ? "code" : "codes")} without an area in {path}: ") + Some(codes));
        const int most = 12;
        foreach (var note in report.Notes.Take(most))
            page.Line(PhraseTexts.Of(note, page.Language));
        if (report.Notes.Count > most)
            page.Line(page.Say($"… en {report.Notes.Count - most} opmerkingen meer; --json geeft ze alle.", $"… and {report.Notes.Count - most} more notes; --json gives all."));
    }

    private static string Some(IReadOnlyList<string> items) => string.Join(", ", items.Take(12)) + (items.Count > 12 ? ", …" : "");
}
