// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.CommandLine;
using Schakel.Analysis;
using Schakel.Cli.Keeping;
using Schakel.Voorbeeldstad;

namespace Schakel.Cli.Demonstrating;

/// <summary><c>schakel demo</c>: writes the synthetic town, and the truth that was planted in it.</summary>
internal static class DemoCommand
{
    internal static ManualCommand Create(CommandRunner runner)
    {
        var folder = new Argument<string>("DIR") { Description = runner.Say("Map om in te schrijven; wordt gemaakt als die er niet is.", "Folder to write into; made when it is not there.") };
        var workspace = new WorkspaceSettings(runner);
        workspace.Workspace.Required = false;
        var command = new ManualCommand("demo", runner.Say("Voorbeeldstad schrijven: een verzonnen stad met bekende waarheid.", "Write Voorbeeldstad: an invented town with a known truth."))
        {
            Synopsis = "DIR [--seed N] [--workspace FILE [--catalogue DIR]]",
            UsesChance = true,
            Text = runner.Say(
                "Schrijft de bestanden van Voorbeeldstad zoals CBS, PDOK en politie ze publiceren. Alles is verzonnen. De uitkomst noemt de waarheid die erin is gestopt, "
                + "zodat u kunt nagaan of de methoden haar terugvinden. Hetzelfde begin van het toeval geeft dezelfde stad.\n\n"
                + "Met --workspace komen de mensen van Voorbeeldstad en hun opgaven in een werkruimte, teruggedateerd vanaf vandaag. Met --catalogue rusten die opgaven op de cijfers die daar zijn ingelezen.",
                "Writes the files of Voorbeeldstad as CBS, PDOK and the police publish them. Everything is invented. The answer names the truth that was planted, "
                + "so that you can check whether the methods find it. The same start of chance gives the same town.\n\n"
                + "With --workspace the people of Voorbeeldstad and their opgaven go into a workspace, dated back from today. With --catalogue those opgaven rest on the figures that were imported there."),
            Examples = [(runner.Say("Schrijven en inlezen.", "Write and import."), "schakel demo voorbeeldstad && schakel import voorbeeldstad --into voorbeeldstad.catalogue"),
                (runner.Say("Met de mensen erbij.", "With the people."), "schakel demo voorbeeldstad --workspace voorbeeldstad.workspace --catalogue voorbeeldstad.catalogue")],
        }.With(workspace.Workspace, workspace.Key, runner.Shared.Catalogue.Folder);
        command.Arguments.Add(folder);
        return runner.Does(command, run =>
        {
            var directory = run.Get(folder)!;
            return string.IsNullOrWhiteSpace(directory) || File.Exists(directory)
                ? WrongUse.With("demo-no-folder", $"'{directory}' is no folder to write into. Give another name.", directory)
                : Answer(run, directory, workspace);
        });
    }

    private static Outcome<Answer> Answer(Run run, string directory, WorkspaceSettings workspace)
    {
        var truth = run.Stages.Measure("compute", () => Town.Write(directory, run.Seed));
        if (run.Get(workspace.Workspace) is not null && DemoWorkspace.Fill(run, workspace) is { } reason)
            return reason;
        return new Answer("demo", json => TruthJson.Write(json, truth), page => Write(page, truth, directory));
    }

    private static void Write(TextPage page, TownTruth truth, string directory)
    {
        page.Title(page.Say($"Voorbeeldstad staat in {directory}", $"Voorbeeldstad is in {directory}"));
        page.Line(page.Say("Gebieden: ", "Areas: ") + string.Join(", ", truth.Areas.Select(pair => $"{pair.Key} {page.Count(pair.Value)}")));
        page.Line();
        page.Table([page.Say("cijfer", "figure"), page.Say(">gemiddelde", ">mean"), page.Say("echte verschillen per schaal (variantie)", "true differences by level (variance)")],
            [.. truth.Profiles.Select(profile => new[]
            {
                profile.Indicator, page.Number(profile.Mean), string.Join(" · ", profile.Variance.Select(pair => $"{pair.Key} {page.Number(pair.Value)}")),
            })]);
        page.Line();
        page.Line(page.Say($"Zuiver toeval: {truth.NoiseIndicator}. ", $"Pure chance: {truth.NoiseIndicator}. ")
            + page.Say($"Samenklontering: {truth.Cluster.Indicator} in {string.Join(", ", truth.Cluster.Ids)}.", $"Cluster: {truth.Cluster.Indicator} in {string.Join(", ", truth.Cluster.Ids)}."));
    }
}
