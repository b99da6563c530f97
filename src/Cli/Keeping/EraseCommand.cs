// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.Retention;

namespace Schakel.Cli.Keeping;

/// <summary><c>schakel erase</c>: erases personal data whose term has passed; for who runs it from a timer.</summary>
internal static class EraseCommand
{
    internal static ManualCommand Create(CommandRunner runner)
    {
        var workspace = new WorkspaceSettings(runner);
        var command = new ManualCommand("erase", runner.Say("Persoonsgegevens wissen waarvan de termijn voorbij is.", "Erase personal data whose term has passed."))
        {
            Synopsis = "--workspace FILE|CONNECTION",
            Text = runner.Say(
                "Wist per gemeente wat volgens haar termijnen weg moet, in één keer of niet. Twee keer op een dag wist niets meer dan één keer. Noemt soorten en aantallen, geen mensen.",
                "Erases for each municipality what must go by its terms, in one go or not at all. Twice on a day erases no more than once. Names kinds and numbers, no people."),
            Examples = [(runner.Say("Elke nacht om drie uur.", "Every night at three."), "schakel erase --workspace stad.workspace")],
        }.With(workspace.Workspace, workspace.Key);
        return runner.Does(command, run => Answer(run, workspace));
    }

    private static Outcome<Answer> Answer(Run run, WorkspaceSettings workspace)
    {
        if (!workspace.Of(run).TryGet(out var stores, out var reason))
            return reason;
        if (!stores.Find(Guid.Empty, run.Cancel).GetAwaiter().GetResult().TryGet(out var store, out reason))
            return reason;
        store.Dispose();

        var report = run.Stages.Measure("write", () => new Eraser(stores, run.Surroundings.Clock).RunAll(run.Cancel).GetAwaiter().GetResult());
        return new Answer("erase", json => json.Object("erased", () =>
        {
            foreach (var (kind, count) in report.Erased)
                json.Count(kind, count);
        }), page =>
        {
            page.Title(report.IsNothing ? page.Say("Er was niets te wissen.", "There was nothing to erase.") : page.Say("Gewist:", "Erased:"));
            if (!report.IsNothing)
                page.Table([page.Say("soort", "kind"), page.Say(">aantal", ">number")], [.. report.Erased.Where(kind => kind.Value > 0).Select(kind => new[] { kind.Key, page.Count(kind.Value) })]);
        });
    }
}
