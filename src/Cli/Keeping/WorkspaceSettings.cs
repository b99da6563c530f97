// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.Storage;

namespace Schakel.Cli.Keeping;

/// <summary>Which workspace, and where its key is: the same two options for every command that keeps one.</summary>
internal sealed class WorkspaceSettings
{
    internal WorkspaceSettings(CommandRunner runner)
    {
        Workspace = runner.Make.Text("--workspace", Topic.Catalogue, "FILE|CONNECTION", runner.Say(
            "De werkruimte: een bestand, of een verbinding met PostgreSQL (Host=…;Database=…;Username=…; het wachtwoord komt uit PGPASSWORD of een wachtwoordbestand).",
            "The workspace: a file, or a connection to PostgreSQL (Host=…;Database=…;Username=…; the password comes from PGPASSWORD or a password file)."));
        Workspace.Required = true;
        Key = runner.Make.Text("--key", Topic.Catalogue, "FILE", runner.Say(
            "Het sleutelbestand dat contactgegevens verzegelt; anders FILE.key naast de werkruimte.",
            "The key file that seals contacts; otherwise FILE.key beside the workspace."));
    }

    internal Setting<string?> Workspace { get; }

    internal Setting<string?> Key { get; }

    internal Outcome<StoreFactory> Of(Run run) =>
        StoreSetting.Read(run.Get(Workspace)!, run.Get(Key)).TryGet(out var setting, out var reason) ? new StoreFactory(setting) : reason;
}
