// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Disclosure;

namespace Schakel.Cli.Publishing;

/// <summary><c>schakel publish-check</c>: may these figures leave the house, side by side?</summary>
internal static class PublishCheckCommand
{
    internal static ManualCommand Create(CommandRunner runner)
    {
        var settings = new PublishSettings(runner.Make);
        settings.Cases.Required = true;
        var command = new ManualCommand("publish-check", runner.Say("Mogen deze cijfers naast elkaar naar buiten?", "May these figures leave the house, side by side?"))
        {
            Synopsis = "--table FILE --table-id COLUMN --cases COLUMN [--population COLUMN] [--hierarchy PARENTCOLUMN]",
            Text = runner.Say(
                "Wijst aan welke cijfers weg moeten: te kleine aantallen (minimum), iedereen of niemand van een kleine groep (group), één grote bijdrager (dominance, p-rule), "
                + "en wat uit twee indelingen volgt (differencing). 'secondary' zijn cijfers die zelf mogen maar een ander zouden verraden. De rest komt eruit in vijftallen en hele procenten. "
                + "Een cel zonder cijfer geldt als achtergehouden en wordt mee beschermd.",
                "Tells which figures must go: too small numbers (minimum), everybody or nobody of a small group (group), one large contributor (dominance, p-rule), "
                + "and what follows from two divisions (differencing). 'secondary' are figures that may be shown themselves but would give another away. The rest comes out in fives and whole percents. "
                + "A cell without a figure counts as withheld and is protected too."),
            Examples =
            [
                (runner.Say("Buurten en wijken in één tabel.", "Neighbourhoods and districts in one table."), "schakel publish-check --table meldingen.csv --table-id code --cases meldingen --population inwoners --hierarchy wijk"),
                (runner.Say("Twee voorstellen voor werkgebieden.", "Two proposals for work areas."), "schakel publish-check --table buurten.csv --table-id code --cases meldingen --zonings voorstel1,voorstel2"),
            ],
        }.With(runner.Shared.Units.Table, runner.Shared.Units.TableId).With(settings.All);
        return runner.Does(command, run => Answer(run, settings));
    }

    private static Outcome<Answer> Answer(Run run, PublishSettings settings)
    {
        if (run.Get(run.Shared.Units.Table) is null)
            return WrongUse.With("no-table", "Say which figures: --table FILE.");
        if (!PublicationInput.Read(run, settings).TryGet(out var input, out var reason))
            return reason;
        if (!run.Stages.Measure("compute", () => PublicationCheck.Compute(input.Cells, input.Zonings, settings.Rules(run))).TryGet(out var found, out reason))
            return OwnTable.At(input.Path, reason);

        var answer = new PublicationAnswer(found, input);
        return new Answer("disclosure control: minimum, group, dominance, p %, differencing", answer.Write, answer.Write) { Warnings = input.Warnings };
    }
}
