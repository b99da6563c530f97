// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Reach;

namespace Schakel.Cli.Reaching;

/// <summary><c>schakel reach</c>: who acts on the top of a level, what part of the problem do they reach, and whom do they miss?</summary>
internal static class ReachCommand
{
    internal static ManualCommand Create(CommandRunner runner)
    {
        var profile = new ProfileSettings(runner.Make);
        var shared = runner.Shared;
        var budgets = runner.Make.Numbers("--budgets", Topic.Method, "X,Y,…", runner.Say(
            "Delen van de inwoners die bediend kunnen worden. Zonder deze optie 0.1,0.2,0.3.", "Shares of the residents that can be served. Without it 0.1,0.2,0.3."),
            share => share is > 0 and < 1, runner.Say("getallen tussen 0 en 1", "numbers between 0 and 1"));
        var ranking = runner.Make.Choice("--ranking", Topic.Method, runner.Say(
            "eb: volgorde op cijfers die naar wijk en gemeente leunen. raw: op de cijfers zoals ze zijn.",
            "eb: order by rates that lean on district and municipality. raw: by the rates as they are."), "eb", "eb", "raw");
        var command = new ManualCommand("reach", runner.Say("Wie bereik je met de bovenkant van een schaal, en wie mis je?", "Whom does the top of a level reach, and whom does it miss?"))
        {
            Synopsis = "--catalogue DIR --indicator ID | --table FILE --cases COLUMN[,COLUMN2] --population COLUMN --levels A,B,… [--budgets X,Y]",
            UsesChance = true,
            Text = runner.Say(
                "Vult per schaal een budget van inwoners met de gebieden waar het cijfer het hoogst is. 'reach' is het deel van de gevallen dat dan bereikt lijkt; "
                + "'honestReach' is gerangschikt en geteld op verschillende cijfers (twee jaren, of één jaar in tweeën gedeeld) en dus niet door toeval te mooi. "
                + "'class' volgt de eerlijke winst: strong, moderate, weak of none.\n\n"
                + "'wholeUnits' neemt alleen hele gebieden, en noemt de hoge gebieden van de fijnere schaal die erbuiten vallen.",
                "Fills a budget of residents, level by level, with the areas where the rate is highest. 'reach' is the share of the cases that seems reached; "
                + "'honestReach' is ranked and counted on different figures (two years, or one year split in two), so that chance does not flatter it. "
                + "'class' follows the honest gain: strong, moderate, weak or none.\n\n"
                + "'wholeUnits' takes whole areas only, and names the high areas of the finer level that stay outside."),
            Examples =
            [
                (runner.Say("Eigen tabel, een vijfde van de inwoners.", "A table of your own, a fifth of the residents."), "schakel reach --table gevallen.csv --cases gevallen --population inwoners --levels buurt,wijk,gemeente --budgets 0.2"),
                (runner.Say("Gerangschikt op 2023, geteld in 2024.", "Ranked on 2023, counted in 2024."), "schakel reach --catalogue stad.catalogue --indicator schulden --year 2023,2024"),
            ],
        }.With(shared.Units.Areas, shared.Units.Id, shared.Units.Table, shared.Units.TableId)
            .With(shared.Catalogue.Folder, shared.Catalogue.Indicator, shared.Catalogue.Within, shared.Catalogue.Year)
            .With(profile.Cases, profile.Population, profile.Kind, profile.Levels, budgets, ranking);
        return runner.Does(command, run => Answer(run, profile, run.Get(budgets, [.. new ReachOptions().Budgets]), run.Get(ranking) == "raw" ? ReachRanking.Raw : ReachRanking.EmpiricalBayes));
    }

    private static Outcome<Answer> Answer(Run run, ProfileSettings settings, double[] budgets, ReachRanking ranking)
    {
        if (budgets.Distinct().Count() < budgets.Length)
            return WrongUse.With("budgets-twice", "--budgets names a share twice.");
        var read = run.Get(run.Shared.Catalogue.Folder) is { } folder ? CatalogueTree.Read(run, settings, folder, []) : TableProfile.Read(run, settings);
        if (!read.TryGet(out var units, out var reason))
            return reason;
        if (units.Counts.Count is 0 or > 2)
            return WrongUse.With("one-or-two-years", "Reach looks at one year, or ranks on one and counts in the next: give one or two.");

        var options = new ReachOptions { Budgets = budgets, Ranking = ranking, Kind = units.Kind, Seed = run.Seed, Threads = run.Threads };
        double[] later = units.Counts.Count > 1 ? units.Counts[1] : [];
        if (!run.Stages.Measure("compute", () => TargetingReach.Compute(units.Tree, units.Counts[0], units.Residents[0], later, options)).TryGet(out var reach, out reason))
            return reason;

        return new ReachReport(reach, units).Answer();
    }
}
