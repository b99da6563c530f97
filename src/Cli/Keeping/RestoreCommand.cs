// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.CommandLine;
using Schakel.Analysis;
using Schakel.Workspace.Backups;

namespace Schakel.Cli.Keeping;

/// <summary><c>schakel restore</c>: puts a backup back, whole and only into an empty place.</summary>
internal static class RestoreCommand
{
    internal static ManualCommand Create(CommandRunner runner)
    {
        var source = new Argument<string>("FILE") { Description = runner.Say("De reservekopie.", "The backup.") };
        var workspace = new WorkspaceSettings(runner);
        var command = new ManualCommand("restore", runner.Say("Een reservekopie terugzetten.", "Put a backup back."))
        {
            Synopsis = "FILE --workspace FILE|CONNECTION [--key FILE]",
            Text = runner.Say(
                "Controleert eerst van elk deel de controlesom, en zet dan alles terug of niets. Er wordt nooit iets overschreven: kies een plek waar nog geen werkruimte is.",
                "First checks the hash of every part, and then puts back everything or nothing. Nothing is ever overwritten: choose a place where there is no workspace yet."),
            Examples = [(runner.Say("Terugzetten in een nieuw bestand.", "Put back into a new file."), "schakel restore kopieën/werkruimte-20261124-030000.backup --workspace hersteld.workspace")],
        }.With(workspace.Workspace, workspace.Key);
        command.Arguments.Add(source);
        return runner.Does(command, run => Answer(run, workspace, run.Get(source)!));
    }

    private static Outcome<Answer> Answer(Run run, WorkspaceSettings workspace, string file)
    {
        if (!workspace.Of(run).TryGet(out var stores, out var reason))
            return reason;
        return run.Stages.Measure("write", () => WorkspaceRestore.Read(file, stores.Setting, run.Cancel).GetAwaiter().GetResult()).TryGet(out var report, out reason)
            ? BackupAnswer.Of("restore", report, dutch: $"Teruggezet: {run.Get(workspace.Workspace)}", english: $"Restored: {run.Get(workspace.Workspace)}")
            : reason;
    }
}
