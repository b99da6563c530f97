// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Indicators;
using Schakel.Catalogue.Storage;
using Schakel.Workspace.Studies;

namespace Schakel.Cli.Inputs;

/// <summary>The units and their figure from a catalogue.</summary>
internal static class CatalogueSubject
{
    internal static Outcome<Subject> Read(Run run, string folder, bool withGeometry, bool asCases = false, string? groups = null)
    {
        if (!Question(run).TryGet(out var question, out var reason))
            return reason;
        if (!Open(run, folder).TryGet(out var catalogue, out reason))
            return reason;
        if (!run.Stages.Measure("read", () => CatalogueUnits.Gather(catalogue, question, run.Get(run.Shared.Catalogue.Level))).TryGet(out var units, out reason))
            return reason;

        // A share needs its denominator only where small numbers are weighed; a mean never.
        var weighs = asCases || run.Get(run.Shared.Figures.Rate) == "eb";
        var divides = units.HasDenominators && (units.Indicator.Kind == IndicatorKind.Count || (units.Indicator.Kind == IndicatorKind.Proportion && weighs));
        if (weighs && !divides)
            return new Reason("no-cases-known", $"'{units.Indicator.Id}' is no count and no share of a known number, so small numbers cannot be weighed.") { Arguments = [units.Indicator.Id] };

        string?[] grouped = [];
        if (groups is not null && !Groups(catalogue, units, groups).TryGet(out grouped!, out reason))
            return reason;

        // Who has a figure takes part; residents matter only where they are divided by.
        var why = new ExclusionReason[units.Count];
        for (var unit = 0; unit < why.Length; unit++)
        {
            var missing = divides ? units.WhyMissing(unit) : units.Missing[unit];
            why[unit] = units.Missing[unit] == MissingReason.Present && missing == MissingReason.Nil ? ExclusionReason.NoResidents : Exclusion.Of(missing);
        }

        var values = divides ? new double[units.Count] : units.Values;
        for (var unit = 0; divides && unit < values.Length; unit++)
            values[unit] = units.Cases(unit);

        var boundaries = withGeometry ? run.Stages.Measure("read", () => catalogue.Boundaries(units.Layer)) : null;
        return new Subject(units.Codes, values, divides ? units.Denominators : [], why, units.Indicator.Id)
        {
            Borders = boundaries is null ? null : new Borders(Array.ConvertAll(units.Places, place => boundaries[place])),
            Warnings = units.Notes,
            Groups = grouped,
            IsCount = units.Indicator.Kind == IndicatorKind.Count,
        };
    }

    /// <summary>The area of a coarser level that each unit lies in, null where unknown.</summary>
    internal static Outcome<string?[]> Groups(CatalogueFolder catalogue, CatalogueUnits units, string level)
    {
        if (catalogue.Levels.All(rung => rung.Level.Id != level))
        {
            var levels = string.Join(", ", catalogue.Levels.Select(rung => rung.Level.Id));
            return new Reason("no-such-level", $"The catalogue has no level '{level}'. It has: {levels}.") { Arguments = [level, levels] };
        }

        return units.ParentsAt(catalogue, level) is { } parents
            ? parents
            : new Reason("level-without-parents", $"It is not known in which {level} the areas of level {units.Level.Id} lie.") { Arguments = [level, units.Level.Id] };
    }

    /// <summary>Opens the catalogue and names its files in the provenance.</summary>
    internal static Outcome<CatalogueFolder> Open(Run run, string folder)
    {
        if (!run.Stages.Measure("read", () => CatalogueFolder.Open(folder)).TryGet(out var catalogue, out var reason))
            return reason;

        run.Reads(catalogue.Datasets);
        return catalogue;
    }

    /// <summary>The question that the options of a catalogue ask.</summary>
    internal static Outcome<StudyQuestion> Question(Run run)
    {
        var settings = run.Shared.Catalogue;
        if (run.Get(settings.Indicator) is not { } indicator)
            return WrongUse.With("no-indicator", "Say which figure of the catalogue: --indicator ID.");
        foreach (var file in new[] { run.Shared.Units.Areas, run.Shared.Units.Table })
            if (run.Get(file) is not null)
                return WrongUse.With("files-and-catalogue", $"{file.Name} and --catalogue do not go together.", file.Name);

        return new StudyQuestion(indicator)
        {
            Year = run.Get(settings.Year)?.Max(),
            Within = run.Get(settings.Within),
            Seed = run.Seed,
        };
    }
}
