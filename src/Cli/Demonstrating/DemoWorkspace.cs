// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Catalogue.Storage;
using Schakel.Cli.Keeping;
using Schakel.Voorbeeldstad.Stories;
using Schakel.Workspace.Demo;
using Schakel.Workspace.Signals;

namespace Schakel.Cli.Demonstrating;

/// <summary>Fills a workspace with the people of Voorbeeldstad; a workspace that has them is left as it is.</summary>
internal static class DemoWorkspace
{
    internal static Reason? Fill(Run run, WorkspaceSettings settings)
    {
        CatalogueDemoFigures? figures = null;
        if (run.Get(run.Shared.Catalogue.Folder) is { } folder)
        {
            if (!CatalogueFolder.Open(folder).TryGet(out var catalogue, out var unreadable))
                return unreadable;
            figures = new CatalogueDemoFigures(catalogue, run.Cancel);
        }

        if (!settings.Of(run).TryGet(out var stores, out var reason) || !ContactSeal.Read(stores.Setting.KeyFile).TryGet(out var seal, out reason) || !stores.Open(Guid.Empty, run.Cancel).GetAwaiter().GetResult().TryGet(out var store, out reason))
            return reason;
        store.Dispose();

        var stories = new DemoStories(StoryFiles.Open, StoryFiles.OpenOpgave, StoryFiles.Opgaven);
        var town = new DemoTown(stores, seal, run.Surroundings.Clock, stories, figures);
        run.Note(run.Stages.Measure("write", () => town.Fill(run.Cancel).GetAwaiter().GetResult())
            ? run.Say("De mensen van Voorbeeldstad staan in de werkruimte.", "The people of Voorbeeldstad are in the workspace.")
            : run.Say("De mensen van Voorbeeldstad stonden er al; er is niets gewijzigd.", "The people of Voorbeeldstad were there already; nothing was changed."));
        return null;
    }
}
