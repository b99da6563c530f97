// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Scale;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Indicators;
using Schakel.Catalogue.Storage;
using Schakel.Workspace.Series;

namespace Schakel.Workspace.Studies;

/// <summary>The units of a question with cases, people and levels: what reach and composition start from.</summary>
/// <param name="Tree">The usable units and their groups.</param>
/// <param name="Ids">Per level, finest first: codes in the tree's numbers (sorted).</param>
/// <param name="Counts">[cases] a column a year.</param>
/// <param name="Residents">[people] a column a year.</param>
/// <param name="More">The further figures that were asked for, one number a unit.</param>
/// <param name="SamplingVariances">[rate²] of the last year, one a unit.</param>
/// <param name="Excluded">Units that do not take part, by code.</param>
/// <param name="Notes">Doubts about the choice of figures.</param>
/// <param name="Indicator">What the figures mean.</param>
/// <param name="Years">Years of the columns.</param>
public sealed record CaseTree(
    UnitTree Tree, IReadOnlyList<string[]> Ids, IReadOnlyList<double[]> Counts, IReadOnlyList<double[]> Residents, IReadOnlyList<double[]> More,
    double[] SamplingVariances, IReadOnlyList<Exclusion> Excluded, IReadOnlyList<Warning> Notes, Indicator Indicator, IReadOnlyList<int> Years)
{
    /// <summary>[rate] of the last year.</summary>
    public double[] Rates => [.. Counts[^1].Zip(Weights, (count, number) => count / number)];

    /// <summary>[people] of the last year.</summary>
    public double[] Weights => Residents[^1];

    /// <summary>Whether cases are people, or may be more than people.</summary>
    public RateKind Kind => Indicator.Kind == IndicatorKind.Proportion ? RateKind.Proportion : RateKind.Count;

    /// <summary>Gathers the units; with two years those that have a figure in both.</summary>
    /// <param name="catalogue">Where the figures are.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="years">One or two years, rising; null = the latest with values.</param>
    /// <param name="more">Ids of further figures, each needed of every unit.</param>
    /// <returns>The units, or <c>no-cases-known</c>, <c>no-usable-units</c>, and what <see cref="ScaleStudy.Prepare"/> may say.</returns>
    public static Outcome<CaseTree> Gather(CatalogueFolder catalogue, StudyQuestion question, IReadOnlyList<int?> years, IReadOnlyList<string> more)
    {
        if (!ScaleStudy.Prepare(catalogue, question with { Year = years[0] }).TryGet(out var study, out var reason))
            return reason;
        var units = study.Units;
        if (!units.HasDenominators || units.Indicator.Kind is not (IndicatorKind.Count or IndicatorKind.Proportion))
            return NoCasesKnown(units.Indicator);

        var why = Enumerable.Range(0, units.Count).Select(unit => Exclusion.Of(units.WhyMissing(unit))).ToArray();
        var codes = units.Codes;
        List<double[]> counts = [Column(units, codes, why, units.Cases)], residents = [Column(units, codes, why, unit => units.Denominators[unit])], further = [];
        var used = new List<int> { units.Year };
        var changed = new List<Warning>();
        foreach (var year in years.Skip(1))
        {
            // Brought to the areas of the first year: never joined by code across a border that moved.
            if (!ComparableYear.Gather(catalogue, units, question, year!.Value).TryGet(out var comparable, out reason))
                return reason;
            var later = comparable.Units;
            changed.AddRange(later.Notes.Where(note => note.Code == "borders-changed"));
            counts.Add(Column(later, codes, why, later.Cases));
            residents.Add(Column(later, codes, why, unit => later.Denominators[unit]));
            used.Add(later.Year);
        }

        foreach (var figure in more)
        {
            if (!CatalogueUnits.Gather(catalogue, question with { Indicator = figure, Year = units.Year }, units.Level.Id).TryGet(out var other, out reason))
                return reason;
            further.Add(Column(other, codes, why, other.Rate));
        }

        return Build(catalogue, study, why, counts, residents, further, used).TryGet(out var tree, out reason)
            ? tree with { Notes = [.. tree.Notes, .. changed.DistinctBy(warning => warning.Text)] }
            : reason;
    }

    internal static Reason NoCasesKnown(Indicator indicator) => new(
        "no-cases-known", $"'{indicator.Id}' is no count and no share of a known number, so small numbers cannot be weighed.")
    { Arguments = [indicator.Id] };

    // A column in the order of the units, matched by code.
    private static double[] Column(CatalogueUnits from, string[] codes, ExclusionReason[] why, Func<int, double> of)
    {
        var column = new double[codes.Length];
        var known = from.Codes;
        for (var unit = 0; unit < column.Length; unit++)
        {
            var at = Array.BinarySearch(known, codes[unit], StringComparer.Ordinal);
            var missing = at < 0 ? MissingReason.Empty : from.WhyMissing(at);
            if (why[unit] == ExclusionReason.None)
                why[unit] = Exclusion.Of(missing);
            column[unit] = missing == MissingReason.Present ? of(at) : double.NaN;
        }

        return column;
    }

    private static Outcome<CaseTree> Build(
        CatalogueFolder catalogue, PreparedStudy study, ExclusionReason[] why, List<double[]> counts, List<double[]> residents, List<double[]> further, List<int> years)
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
        return new CaseTree(
            tree, ids, [.. counts.Select(Pick)], [.. residents.Select(Pick)], [.. further.Select(Pick)],
            study.Units.Indicator.Kind == IndicatorKind.Proportion ? SamplingVariance.OfProportion(people, pooled) : SamplingVariance.OfCount(people, pooled),
            [.. Enumerable.Range(0, why.Length).Where(unit => why[unit] != ExclusionReason.None).Select(unit => new Exclusion(codes[unit], why[unit]))],
            study.Units.Notes, study.Units.Indicator, years);
    }
}
