// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Scale;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Indicators;
using Schakel.Catalogue.Storage;
using Schakel.Workspace.Studies;

namespace Schakel.Cli.Inputs;

/// <summary>The units of a catalogue with cases, residents and levels, in the same form as those of a table.</summary>
internal static class CatalogueTree
{
    /// <summary>Reads the units; with two years those that have a figure in both.</summary>
    /// <param name="run">The run.</param>
    /// <param name="settings">Which levels.</param>
    /// <param name="folder">The catalogue.</param>
    /// <param name="more">Ids of further figures, each needed of every unit.</param>
    internal static Outcome<TableProfile> Read(Run run, ProfileSettings settings, string folder, IReadOnlyList<string> more)
    {
        if (run.Get(settings.Cases) is not null || run.Get(settings.Population) is not null)
            return WrongUse.With("files-and-catalogue", "--cases and --catalogue do not go together.", settings.Cases.Name);
        if (!CatalogueSubject.Question(run).TryGet(out var question, out var reason))
            return reason;
        if (!CatalogueSubject.Open(run, folder).TryGet(out var catalogue, out reason))
            return reason;

        question = question with { Levels = run.Get(settings.Levels) };
        int?[] years = run.Get(run.Shared.Catalogue.Year) is { Length: > 0 } asked ? [.. asked.Order().Select(year => (int?)year)] : [null];
        return run.Stages.Measure("read", () => Gather(catalogue, question, years, more));
    }

    private static Outcome<TableProfile> Gather(CatalogueFolder catalogue, StudyQuestion question, int?[] years, IReadOnlyList<string> more)
    {
        if (!ScaleStudy.Prepare(catalogue, question with { Year = years[0] }).TryGet(out var study, out var reason))
            return reason;
        var units = study.Units;
        if (!units.HasDenominators || units.Indicator.Kind is not (IndicatorKind.Count or IndicatorKind.Proportion))
            return new Reason("no-cases-known", $"'{units.Indicator.Id}' is no count and no share of a known number, so small numbers cannot be weighed.") { Arguments = [units.Indicator.Id] };

        var why = Enumerable.Range(0, units.Count).Select(unit => Exclusion.Of(units.WhyMissing(unit))).ToArray();
        var codes = units.Codes;
        List<double[]> counts = [Column(units, codes, codes.Length, why, units.Cases)], residents = [Column(units, codes, codes.Length, why, unit => units.Denominators[unit])], further = [];
        foreach (var year in years.Skip(1))
        {
            if (!CatalogueUnits.Gather(catalogue, question with { Year = year }, units.Level.Id).TryGet(out var later, out reason))
                return reason;
            counts.Add(Column(later, codes, codes.Length, why, later.Cases));
            residents.Add(Column(later, codes, codes.Length, why, unit => later.Denominators[unit]));
        }

        foreach (var figure in more)
        {
            if (!CatalogueUnits.Gather(catalogue, question with { Indicator = figure, Year = units.Year }, units.Level.Id).TryGet(out var other, out reason))
                return reason;
            further.Add(Column(other, codes, codes.Length, why, other.Rate));
        }

        return Build(catalogue, study, why, counts, residents, further);
    }

    // A column in the order of the units, matched by code.
    private static double[] Column(CatalogueUnits from, string[] codes, int count, ExclusionReason[] why, Func<int, double> of)
    {
        var column = new double[count];
        var known = from.Codes;
        for (var unit = 0; unit < count; unit++)
        {
            var at = Array.BinarySearch(known, codes[unit], StringComparer.Ordinal);
            var missing = at < 0 ? MissingReason.Empty : from.WhyMissing(at);
            if (why[unit] == ExclusionReason.None)
                why[unit] = Exclusion.Of(missing);
            column[unit] = missing == MissingReason.Present ? of(at) : double.NaN;
        }

        return column;
    }

    private static Outcome<TableProfile> Build(
        CatalogueFolder catalogue, PreparedStudy study, ExclusionReason[] why, List<double[]> counts, List<double[]> residents, List<double[]> further)
    {
        var usable = Enumerable.Range(0, why.Length).Where(unit => why[unit] == ExclusionReason.None).ToArray();
        if (usable.Length == 0)
            return new Reason("no-usable-units", "No unit has both a figure and people behind it.");

        var codes = study.Units.Codes;
        var ids = new List<string[]> { Array.ConvertAll(usable, unit => codes[unit]) };
        var columns = new List<int[]>();
        foreach (var level in study.Levels.Skip(1))
        {
            var parents = study.Units.ParentsAt(catalogue, level.Id)!;
            var groups = usable.Select(unit => parents[unit]).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
            ids.Add(groups);
            columns.Add(Array.ConvertAll(usable, unit => parents[unit] is { } parent ? Array.BinarySearch(groups, parent, StringComparer.Ordinal) : -1));
        }

        if (!UnitTree.Create([.. study.Levels.Select(level => level.Id)], usable.Length, columns).TryGet(out var tree, out var reason))
            return reason;

        double[] Pick(double[] column) => Array.ConvertAll(usable, unit => column[unit]);
        var (cases, people) = (Pick(counts[^1]), Pick(residents[^1]));
        var pooled = cases.Sum() / people.Sum();
        var isShare = study.Units.Indicator.Kind == IndicatorKind.Proportion;
        return new TableProfile(
            tree, ids, [.. cases.Zip(people, (count, number) => count / number)],
            isShare ? SamplingVariance.OfProportion(people, pooled) : SamplingVariance.OfCount(people, pooled), people, isShare ? RateKind.Proportion : RateKind.Count,
            [.. Enumerable.Range(0, why.Length).Where(unit => why[unit] != ExclusionReason.None).Select(unit => new Exclusion(codes[unit], why[unit]))],
            new Reason("residents-unknown", "It is not known how many residents these units have."), null, study.Units.Notes, study.Units.Indicator.Id)
        {
            Counts = [.. counts.Select(Pick)],
            Residents = [.. residents.Select(Pick)],
            More = [.. further.Select(Pick)],
        };
    }
}
