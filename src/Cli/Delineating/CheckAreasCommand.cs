// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Regions;

namespace Schakel.Cli.Delineating;

/// <summary><c>schakel check-areas</c>: is this division a plan, and how different is it from another one?</summary>
internal static class CheckAreasCommand
{
    internal static ManualCommand Create(CommandRunner runner)
    {
        var settings = new GroundSettings(runner.Shared);
        var make = runner.Make;
        var assignment = make.Text("--assignment", Topic.Figures, "FILE", runner.Say("Het plan: CSV met kolommen id,area. Een regel per eenheid.", "The plan: CSV with columns id,area. A line for each unit."));
        assignment.Required = true;
        var column = make.Text("--area", Topic.Figures, "COLUMN", runner.Say(
            "Kolom van het plan met het gebied; delineate schrijft ook area2, area3, … Zonder deze optie: area.", "Column of the plan with the area; delineate also writes area2, area3, … Without it: area."));
        var compare = make.Text("--compare", Topic.Figures, "FILE", runner.Say("Een tweede plan: hoe verschillend zijn ze?", "A second plan: how different are they?"));
        var compareColumn = make.Text("--compare-area", Topic.Figures, "COLUMN", runner.Say("Kolom van het tweede plan met het gebied. Zonder deze optie: area.", "Column of the second plan with the area. Without it: area."));
        var command = new ManualCommand("check-areas", runner.Say("Klopt deze indeling in gebieden?", "Is this division into areas right?"))
        {
            Synopsis = "--areas FILE --assignment FILE [--population COLUMN] [--dwellings COLUMN] [--barriers FILE] [--links FILE] [--compare FILE]",
            NeedsMiddles = true,
            Text = runner.Say(
                "Kijkt een indeling na die iemand heeft getekend of veranderd, los van de code die voorstellen maakt: zit elke eenheid in precies één gebied, hangt elk gebied aan elkaar, en blijft het onder de plafonds? "
                + "Een plan dat niet klopt is ook een antwoord: 'valid' is dan false, en 'violations' zegt wat er mis is. Plafonds tellen alleen als --population of --dwellings is gegeven. "
                + "Met --compare ook hoeveel twee plannen verschillen: 'variationOfInformation' is 0 als ze gelijk zijn, 'rand' is het deel van de paren waarover ze het eens zijn.",
                "Checks a division that somebody drew or changed, apart from the code that makes proposals: is each unit in exactly one area, does each area hang together, and does it stay under the ceilings? "
                + "A plan that is not right is an answer too: then 'valid' is false and 'violations' tells what is wrong. Ceilings only count when --population or --dwellings is given. "
                + "With --compare also how different two plans are: 'variationOfInformation' is 0 when they are equal, 'rand' is the share of pairs on which they agree."),
            Examples =
            [
                (runner.Say("Het eerste voorstel van delineate.", "The first proposal of delineate."), "schakel check-areas --areas buurten.gpkg --table kerncijfers.csv --table-id code --population inwoners --dwellings woningen --assignment voorstellen.csv"),
                (runner.Say("Het eigen plan naast voorstel 2.", "Your own plan beside proposal 2."), "schakel check-areas --catalogue stad.catalogue --assignment eigen.csv --compare voorstellen.csv --compare-area area2"),
            ],
        }.With(settings.Units).With(settings.Population, settings.Dwellings, assignment, column, compare, compareColumn).With(settings.Graph).With(settings.Limits);
        return runner.Does(command, run => Answer(run, settings, assignment, run.Get(column, "area"), compare, compareColumn));
    }

    private static Outcome<Answer> Answer(Run run, GroundSettings settings, Setting<string?> assignment, string column, Setting<string?> compare, Setting<string?> compareColumn)
    {
        if (!settings.Options(run).TryGet(out var options, out var reason))
            return reason;
        if (run.Get(compareColumn) is not null && run.Get(compare) is null)
            return WrongUse.With("needs-option", $"{compareColumn.Name} needs {compare.Name}.", compareColumn.Name, compare.Name);
        if (!Ground.Read(run, settings, ("--value", []), ("--zones", null)).TryGet(out var ground, out reason))
            return reason;
        if (!AssignmentFile.Read(run, assignment, column).TryGet(out var plan, out reason))
            return reason;
        AssignmentFile? other = null;
        if (run.Get(compare) is not null && !AssignmentFile.Read(run, compare, run.Get(compareColumn, "area")).TryGet(out other, out reason))
            return reason;

        plan = plan.Without(ground.Excluded);
        var (found, likeness) = run.Stages.Measure("compute", () => (
            AreaPlanCheck.Check(ground.Graph, ground.Ids, plan.Rows, ground.Population, ground.Dwellings, options),
            other is null ? null : Compare(ground, plan.AreasOf(ground.Ids), other.AreasOf(ground.Ids))));
        return new CheckAreasReport(found, likeness, ground, options).Answer();
    }

    // Units that are in one plan only cannot be compared.
    private static Outcome<PlanLikeness> Compare(Ground ground, int[] plan, int[] other)
    {
        int[] both = [.. Enumerable.Range(0, plan.Length).Where(unit => plan[unit] >= 0 && other[unit] >= 0)];
        return both.Length == 0
            ? new Reason("plans-share-nothing", "No unit is in both plans.")
            : PlanComparison.Compute(Array.ConvertAll(both, unit => plan[unit]), Array.ConvertAll(both, unit => other[unit]), Array.ConvertAll(both, unit => ground.Population?[unit] ?? 1));
    }
}
