// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Signals;

namespace Schakel.Cli.Signalling;

/// <summary>Where do people report less than there is? Reports beside an independent measure.</summary>
internal static class PropensityPart
{
    internal static Outcome<SignalsPart> Propensity(Run run, SignalsSettings settings)
    {
        if (run.Get(settings.Reports) is not { } reportsColumn || run.Get(settings.Objective) is not { } objectiveColumn || run.Get(settings.Population) is not { } populationColumn)
            return WrongUse.With("no-reports-given", "--table needs --reports COLUMN, --objective COLUMN and --population COLUMN.");
        if (!UnitReader.Read(run, [reportsColumn, objectiveColumn, populationColumn]).TryGet(out var units, out var reason))
            return reason;
        if (!units.Numbers(settings.Reports.Name, reportsColumn).TryGet(out var reports, out reason))
            return reason;
        if (!units.Numbers(settings.Objective.Name, objectiveColumn).TryGet(out var objective, out reason))
            return reason;
        if (!units.Numbers(settings.Population.Name, populationColumn).TryGet(out var population, out reason))
            return reason;
        if ((reports.FindNoCount() ?? objective.FindNoCount() ?? population.FindNoCount()) is { } negative)
            return negative;

        var why = Enumerable.Range(0, units.Count)
            .Select(unit => Exclusion.Of(!reports.IsPresent(unit) ? reports.Missing[unit] : objective.Missing[unit])).ToArray();
        SubjectReader.Divide(population, why);
        var used = Enumerable.Range(0, units.Count).Where(unit => why[unit] == ExclusionReason.None).ToArray();
        if (used.Length == 0)
            return Exclusion.Everybody(run.Surroundings.Language, why);

        double[] Pick(Cells cells) => Array.ConvertAll(used, unit => cells.Values[unit]);
        if (!run.Stages.Measure("compute", () => ReportingPropensity.Compute(Pick(reports), Pick(objective), Pick(population))).TryGet(out var areas, out reason))
            return reason;

        var excluded = Enumerable.Range(0, units.Count).Where(unit => why[unit] != ExclusionReason.None).Select(unit => new Exclusion(units.Ids[unit], why[unit])).ToList();
        return new SignalsPart(json =>
        {
            json.Count("n", used.Length);
            json.Objects("areas", Enumerable.Range(0, used.Length), area =>
            {
                json.Text("id", units.Ids[used[area]]);
                json.Figure("propensity", areas[area].Propensity);
                json.Figure("shrunken", areas[area].Shrunken);
                json.Number("objectivePer1000", areas[area].ObjectivePerThousand);
                json.Flag("silent", areas[area].Silent);
            });
            SampleAnswer.Write(json, excluded, units.Join);
        }, page =>
        {
            page.Title(page.Say("Hoe snel mensen melden (1 = zoals overal)", "How readily people report (1 = as everywhere)"));
            page.Table(["id", page.Say(">meldt", ">reports"), page.Say(">aannemelijk", ">likely"), page.Say(">gemeten per 1000", ">measured per 1000"), ""],
                [.. Enumerable.Range(0, used.Length).Select(area => new[]
                {
                    units.Ids[used[area]], page.Figure(areas[area].Propensity, value => page.Number(value, 2)), page.Figure(areas[area].Shrunken, value => page.Number(value, 2)),
                    page.Number(areas[area].ObjectivePerThousand, 1), areas[area].Silent ? page.Say("stil gebied: ga er kijken", "silent area: go and look") : "",
                })]);
            page.Line();
            SampleAnswer.Write(page, used.Length, excluded, units.Join);
        })
        {
            Warnings = units.Warnings,
        };
    }
}
