// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Disclosure;

namespace Schakel.Cli.Publishing;

/// <summary>The cells of a publication as read from a table, with those that hold no figure.</summary>
/// <param name="Cells">Every row, also those without a figure.</param>
/// <param name="Zonings">Other divisions of the finest rows.</param>
/// <param name="Withheld">Rows without a figure: whoever made the table kept it back, so it must not follow from the others either.</param>
/// <param name="Warnings">Doubts.</param>
/// <param name="Path">The table.</param>
internal sealed record PublicationInput(
    IReadOnlyList<PublicationCell> Cells, IReadOnlyList<PublishedZoning> Zonings, IReadOnlyList<Exclusion> Withheld, IReadOnlyList<Warning> Warnings, string Path)
{
    internal static Outcome<PublicationInput> Read(Run run, PublishSettings settings)
    {
        if (!UnitReader.Read(run, settings.Columns(run)).TryGet(out var units, out var reason))
            return reason;
        if (!Amounts(run, units, settings.Cases).TryGet(out var cases, out reason))
            return reason;
        Cells? people = null, respondents = null;
        if (run.Get(settings.Population) is not null && !Amounts(run, units, settings.Population).TryGet(out people, out reason))
            return reason;
        if (run.Get(settings.Respondents) is not null && !Amounts(run, units, settings.Respondents).TryGet(out respondents, out reason))
            return reason;
        var parents = new string?[units.Count];
        if (run.Get(settings.Hierarchy) is { } hierarchy && !units.Codes(settings.Hierarchy.Name, hierarchy).TryGet(out parents, out reason))
            return reason;
        if (!ReadZonings(units, settings.Zonings.Name, run.Get(settings.Zonings) ?? []).TryGet(out var zonings, out reason))
            return reason;

        var warnings = units.Warnings.ToList();
        var contributions = new Dictionary<string, double[]>(StringComparer.Ordinal);
        if (run.Get(settings.Contributions) is { } file && !ReadContributions(run, settings, file, units.Ids, warnings).TryGet(out contributions, out reason))
            return reason;

        var residuals = new Residuals(units.Ids, parents);
        var counts = residuals.Fill(cases);
        var persons = people is null ? null : residuals.Fill(people);
        var cells = Enumerable.Range(0, units.Count).Select(unit => new PublicationCell(
            units.Ids[unit], counts[unit], persons?[unit],
            // Nobody answered: the rule of the minimum keeps such a cell back.
            cases.IsPresent(unit) ? respondents is null || !respondents.IsPresent(unit) ? null : respondents.Values[unit] : 0,
            parents[unit], cases.IsPresent(unit) ? contributions.GetValueOrDefault(units.Ids[unit]) : null)).ToArray();
        if (residuals.FindUnequalSum(cases, run.Get(settings.Rounded)) is { } unequal)
            warnings.Add(new Warning("parts-do-not-add-up", $"The parts of {unequal.Id} add up to {unequal.Sum:R} instead of {unequal.Value:R}; the sum of the parts was used.") { Arguments = [unequal.Id, unequal.Sum, unequal.Value] });
        return new PublicationInput(
            cells, zonings, [.. Enumerable.Range(0, units.Count).Where(unit => !cases.IsPresent(unit)).Select(unit => new Exclusion(units.Ids[unit], Exclusion.Of(cases.Missing[unit])))],
            warnings, units.Table!.Path);
    }

    private static Outcome<Cells> Amounts(Run run, Units units, Settings.Setting<string?> option)
    {
        if (!units.Numbers(option.Name, run.Get(option)!).TryGet(out var cells, out var reason))
            return reason;
        return cells.FindNoCount() is { } negative ? negative : cells;
    }

    private static Outcome<List<PublishedZoning>> ReadZonings(Units units, string option, string[] columns)
    {
        var zonings = new List<PublishedZoning>();
        foreach (var column in columns)
        {
            if (!units.Codes(option, column).TryGet(out var areas, out var reason))
                return reason;
            zonings.Add(new PublishedZoning(column, Enumerable.Range(0, units.Count).Where(unit => areas[unit] is not null)
                .ToDictionary(unit => units.Ids[unit], unit => areas[unit]!, StringComparer.Ordinal)));
        }

        return zonings;
    }

    private static Outcome<Dictionary<string, double[]>> ReadContributions(Run run, PublishSettings settings, string file, string[] ids, List<Warning> warnings)
    {
        if (!OwnTable.Read(run, settings.Contributions.Name, file).TryGet(out var table, out var reason))
            return reason;
        if (!table.Codes("id").TryGet(out var cells, out reason))
            return reason;
        if (!table.Codes("contributor").TryGet(out var contributors, out reason))
            return reason;
        if (!table.Numbers("value").TryGet(out var values, out reason))
            return reason;

        var unknown = cells.Where(id => Array.BinarySearch(ids, id, StringComparer.Ordinal) < 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        if (unknown.Length > 0)
            warnings.Add(new Warning("unknown-contributions", $"{unknown.Length} codes of {file} are no cell and were left out: {string.Join(", ", unknown.Take(10))}.") { Arguments = [unknown.Length, file, string.Join(", ", unknown.Take(10))] });

        // Two lines of one contributor are one contributor.
        return Enumerable.Range(0, cells.Length).GroupBy(row => cells[row], StringComparer.Ordinal).ToDictionary(
            cell => cell.Key,
            cell => cell.GroupBy(row => contributors[row], StringComparer.Ordinal).OrderBy(own => own.Key, StringComparer.Ordinal).Select(own => own.Sum(row => values[row])).ToArray(),
            StringComparer.Ordinal);
    }
}
