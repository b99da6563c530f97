// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.CommandLine;
using Schakel.Analysis;
using Schakel.Workspace.Backups;

namespace Schakel.Cli.Keeping;

/// <summary><c>schakel backup</c>: everything of a workspace in one file, as it was at one moment.</summary>
internal static class BackupCommand
{
    internal static ManualCommand Create(CommandRunner runner)
    {
        var target = new Argument<string>("DIR|FILE")
        {
            Description = runner.Say("Map waarin een bestand met het moment in de naam komt, of het bestand zelf.", "Folder that gets a file with the moment in its name, or the file itself."),
        };
        var workspace = new WorkspaceSettings(runner);
        var withKey = runner.Make.Flag("--with-key", Topic.Output, runner.Say(
            "Neemt de sleutel op die contactgegevens opent. Bewaar die reservekopie dan als een sleutel.", "Puts in the key that opens contacts. Then keep the backup as one keeps a key."));
        var command = new ManualCommand("backup", runner.Say("Een reservekopie van de werkruimte maken.", "Make a backup of the workspace."))
        {
            Synopsis = "DIR|FILE --workspace FILE|CONNECTION [--key FILE] [--with-key]",
            Text = runner.Say(
                "Schrijft alle tabellen van één moment in één bestand, met van elk deel de controlesom; er kan intussen worden doorgewerkt. Het bestand verschijnt pas als het heel is. "
                + "Een reservekopie van SQLite kan terug in PostgreSQL, en andersom.",
                "Writes all tables of one moment into one file, with the hash of every part; work can go on meanwhile. The file appears only when it is whole. "
                + "A backup of SQLite can be put back into PostgreSQL, and the other way round."),
            Examples = [(runner.Say("Elke nacht, in een map.", "Every night, into a folder."), "schakel backup kopieën/ --workspace stad.workspace")],
        }.With(workspace.Workspace, workspace.Key, withKey);
        command.Arguments.Add(target);
        return runner.Does(command, run => Answer(run, workspace, run.Get(target)!, run.Get(withKey)));
    }

    private static Outcome<Answer> Answer(Run run, WorkspaceSettings workspace, string target, bool withKey)
    {
        if (!workspace.Of(run).TryGet(out var stores, out var reason))
            return reason;
        return run.Stages.Measure("write", () => WorkspaceBackup.Write(stores, target, withKey, run.Surroundings.Clock, run.Cancel).GetAwaiter().GetResult()).TryGet(out var report, out reason)
            ? BackupAnswer.Of("backup", report, dutch: $"Reservekopie: {report.File}", english: $"Backup: {report.File}")
            : reason;
    }
}
