// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;

namespace Schakel.Cli.Inputs;

/// <summary>Reads the units and their figure, from files or from a catalogue.</summary>
internal static class SubjectReader
{
    internal static Outcome<Subject> Read(Run run, bool withGeometry = true, (string Option, string Column)? groups = null)
    {
        if (run.Get(run.Shared.Catalogue.Folder) is { } folder)
            return CatalogueSubject.Read(run, folder, withGeometry, groups: groups?.Column);
        if (run.Get(run.Shared.Catalogue.Indicator) is not null)
            return WrongUse.With("no-catalogue-given", "--indicator needs --catalogue DIR.");

        var settings = run.Shared.Figures;
        if (run.Get(settings.Value) is not { } column)
            return WrongUse.With("no-value", "Say which figure: --value COLUMN.");
        if (run.Get(settings.Rate) == "eb" && run.Get(settings.Denominator) is null)
            return WrongUse.With("no-denominator-given", "--rate eb needs --denominator COLUMN.");
        return OfFiles(run, (settings.Value.Name, column), (settings.Denominator.Name, run.Get(settings.Denominator)), withGeometry, groups);
    }

    /// <summary>Reads a column of figures and, when one is named, the column they are divided by.</summary>
    internal static Outcome<Subject> OfFiles(
        Run run, (string Option, string Column) value, (string Option, string? Column) divisor, bool withGeometry, (string Option, string Column)? groups = null,
        (string Option, string Column)? expected = null)
    {
        var columns = new[] { value.Column, divisor.Column, groups?.Column, expected?.Column, run.Get(run.Shared.Units.X), run.Get(run.Shared.Units.Y) }.OfType<string>().ToArray();
        if (!UnitReader.Read(run, columns, withGeometry).TryGet(out var units, out var reason))
            return reason;
        if (!units.Numbers(value.Option, value.Column).TryGet(out var values, out reason))
            return reason;

        var why = Array.ConvertAll(values.Missing, Exclusion.Of);
        double[] denominators = [];
        if (divisor.Column is { } denominator)
        {
            if (!units.Numbers(divisor.Option, denominator).TryGet(out var people, out reason))
                return reason;
            if ((values.FindNoCount() ?? people.FindNoCount()) is { } negative)
                return negative;
            Divide(people, why);
            denominators = people.Values;
        }

        double[] means = [];
        if (expected is { } hoped)
        {
            if (!units.Numbers(hoped.Option, hoped.Column).TryGet(out var cells, out reason))
                return reason;
            if ((values.FindNoCount() ?? cells.FindNoCount()) is { } negative)
                return negative;
            for (var unit = 0; unit < why.Length; unit++)
                if (why[unit] == ExclusionReason.None)
                    why[unit] = !cells.IsPresent(unit) ? Exclusion.Of(cells.Missing[unit]) : cells.Values[unit] > 0 ? ExclusionReason.None : ExclusionReason.NothingExpected;
            means = cells.Values;
        }

        string?[] grouped = [];
        if (groups is { } asked && !units.Codes(asked.Option, asked.Column).TryGet(out grouped!, out reason))
            return reason;
        if (!Points(run, units, why).TryGet(out var points, out reason))
            return reason;
        return new Subject(units.Ids, values.Values, denominators, why, value.Column)
        {
            Borders = units.Borders,
            Points = points.Given,
            Groups = grouped,
            Expected = means,
            NotWholeCases = unit => values.Refuse(unit, "cases-not-whole", "A number of cases is a whole number here: cases are dealt out one by one.", "a whole number"),
            TooManyCases = unit => values.Refuse(unit, "more-cases-than-people", "There are more cases than people; a proportion is at most 1.", "at most the population, or --kind count for events"),
            Join = units.Join,
            Warnings = units.Warnings,
        };
    }

    // Nobody to count among is a reason of its own.
    internal static void Divide(Cells people, ExclusionReason[] why)
    {
        for (var unit = 0; unit < why.Length; unit++)
        {
            if (why[unit] != ExclusionReason.None)
                continue;
            why[unit] = !people.IsPresent(unit) ? Exclusion.Of(people.Missing[unit])
                : people.Values[unit] > 0 ? ExclusionReason.None
                : ExclusionReason.NoResidents;
        }
    }

    /// <summary>The points of the units, when columns with coordinates were named.</summary>
    internal static Outcome<PointColumns> Points(Run run, Units units, ExclusionReason[] why)
    {
        var settings = run.Shared.Units;
        var (x, y) = (run.Get(settings.X), run.Get(settings.Y));
        if (x is null && y is null)
            return new PointColumns(null);
        if (x is null || y is null)
            return WrongUse.With("points-need-both", "--x and --y belong together.");
        if (!units.Numbers(settings.X.Name, x).TryGet(out var xs, out var reason))
            return reason;
        if (!units.Numbers(settings.Y.Name, y).TryGet(out var ys, out reason))
            return reason;

        for (var unit = 0; unit < why.Length; unit++)
            if (why[unit] == ExclusionReason.None && !(xs.IsPresent(unit) && ys.IsPresent(unit)))
                why[unit] = ExclusionReason.NoBoundary;
        return new PointColumns((xs.Values, ys.Values));
    }

    /// <summary>Wraps the optional pair, since an outcome holds an object.</summary>
    internal sealed record PointColumns((double[] X, double[] Y)? Given);
}
