// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.CommandLine;
using Schakel.Analysis;
using Schakel.Catalogue.Storage;

namespace Schakel.Cli.Importing;

/// <summary><c>schakel catalogue</c>: what is in a catalogue.</summary>
internal static class CatalogueCommand
{
    internal static ManualCommand Create(CommandRunner runner)
    {
        var folder = new Argument<string>("DIR") { Description = runner.Say("Map van de catalogus.", "Folder of the catalogue.") };
        var changes = runner.Make.Flag("--changes", Topic.Catalogue, runner.Say(
            "Noem ook de gebieden die een andere code of grens kregen: gesplitst, samengevoegd, hernummerd of verlegd.",
            "List the areas that got another code or border too: split, joined, recoded or moved."));
        var command = new ManualCommand("catalogue", runner.Say("Wat zit er in een catalogus?", "What is in a catalogue?"))
        {
            Synopsis = "DIR [--changes] [--json]",
            Text = runner.Say(
                "Noemt de schalen met hun gebieden, de cijfers met hun id, en de jaren. Dezelfde inhoud geeft dezelfde tekst, hoe vaak er ook is ingelezen.",
                "Lists the levels with their areas, the figures with their id, and the years. The same content gives the same text, however often it was imported."),
            Examples =
            [
                (runner.Say("Wat is er voor Groningen?", "What is there for Groningen?"), "schakel catalogue groningen.catalogue"),
                (runner.Say("Welke grenzen zijn veranderd?", "Which borders changed?"), "schakel catalogue groningen.catalogue --changes"),
            ],
        }.With(changes);
        command.Arguments.Add(folder);
        return runner.Does(command, run => Answer(run, run.Get(folder)!, run.Get(changes)));
    }

    private static Outcome<Answer> Answer(Run run, string directory, bool withChanges)
    {
        if (!run.Stages.Measure("read", () => CatalogueFolder.Open(directory)).TryGet(out var catalogue, out var reason))
            return reason;

        var years = IndicatorList.Known(catalogue.Indicators.SelectMany(indicator => indicator.Years).Distinct().Order());
        return new Answer("catalogue", json =>
        {
            json.Objects("levels", catalogue.Levels, level =>
            {
                json.Text("level", level.Level.Id);
                json.Count("areas", level.Areas);
                json.Counts("years", level.Years);
            });
            IndicatorList.Write(json, catalogue.Indicators);
            json.Counts("years", years);
            if (withChanges)
                ChangeList.Write(json, catalogue.Changes);
        }, page =>
        {
            page.Title(page.Say($"Catalogus {directory}", $"Catalogue {directory}"));
            page.Table([page.Say("schaal", "level"), page.Say(">gebieden", ">areas"), page.Say("jaren", "years")],
                [.. catalogue.Levels.Select(level => new[] { level.Level.Id, page.Count(level.Areas), IndicatorList.Years(page, level.Years) })]);
            page.Line();
            if (withChanges)
                ChangeList.Write(page, catalogue);
            else
                IndicatorList.Write(page, catalogue.Indicators);
        });
    }
}
