// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Regions;
using Schakel.Catalogue.Features;
using Schakel.Catalogue.Sources.Coordinates;
using Schakel.Catalogue.Storage;
using Schakel.Workspace.Studies;

namespace Schakel.Cli.Delineating;

/// <summary>Units from a catalogue, with its residents and dwellings.</summary>
internal static class CatalogueGround
{
    private const string Residents = "aantal_inwoners", Dwellings = "woningen", UsualLevel = "buurt";

    internal static Outcome<GroundUnits> Read(
        Run run, GroundSettings settings, string folder, (string Option, string[] Columns) values, (string Option, string? Column) zones)
    {
        var given = new (string Name, bool IsGiven)[]
        {
            (settings.Population.Name, run.Get(settings.Population) is not null), (settings.Dwellings.Name, run.Get(settings.Dwellings) is not null), (values.Option, values.Columns.Length > 0),
            (run.Shared.Units.Areas.Name, run.Get(run.Shared.Units.Areas) is not null), (run.Shared.Units.Table.Name, run.Get(run.Shared.Units.Table) is not null),
        };
        if (Array.Find(given, option => option.IsGiven) is { Name: { } name })
            return WrongUse.With("files-and-catalogue", $"{name} and --catalogue do not go together.", name);
        if (!CatalogueSubject.Open(run, folder).TryGet(out var catalogue, out var reason))
            return reason;

        var level = run.Get(run.Shared.Catalogue.Level) ?? (catalogue.Levels.Any(rung => rung.Level.Id == UsualLevel) ? UsualLevel : null);
        var year = run.Get(run.Shared.Catalogue.Year)?.Max();
        Outcome<CatalogueUnits> Gather(string indicator, string? at, int? of) => run.Stages.Measure("read", () => CatalogueUnits.Gather(
            catalogue, new StudyQuestion(indicator) { Year = of, Within = run.Get(run.Shared.Catalogue.Within), Seed = run.Seed }, at));

        if (!Gather(Residents, level, year).TryGet(out var people, out reason))
            return reason;
        if (run.Get(run.Shared.Catalogue.Level) is null)
            run.Decide(run.Shared.Catalogue.Level, people.Level.Id);
        var why = Array.ConvertAll(people.Missing, Exclusion.Of);
        var warnings = people.Notes.ToList();

        double[]? dwellings = null;
        if (Gather(Dwellings, people.Level.Id, people.Year).TryGet(out var homes, out _) || Gather(Dwellings, people.Level.Id, null).TryGet(out homes, out _))
        {
            if (homes.Year != people.Year)
                warnings.Add(new Warning("dwellings-other-year", $"The dwellings are of {homes.Year}, the residents of {people.Year}.") { Arguments = [homes.Year, people.Year] });
            dwellings = Amounts(people.Codes, homes, why);
        }

        List<double?[]> figures = [];
        if (run.Get(run.Shared.Catalogue.Indicator) is { } indicator)
        {
            if (!Gather(indicator, people.Level.Id, year).TryGet(out var found, out reason))
                return reason;
            warnings.AddRange(found.Notes);
            figures.Add(Rates(people.Codes, found));
        }

        string?[] zoned = [];
        if (zones.Column is { } division)
        {
            if (!CatalogueSubject.Groups(catalogue, people, division).TryGet(out zoned!, out reason))
                return reason;
        }

        var boundaries = run.Stages.Measure("read", () => catalogue.Boundaries(people.Layer));
        return new GroundUnits(people.Codes, why)
        {
            Population = people.Values,
            Dwellings = dwellings,
            Values = figures,
            Zones = zoned,
            Borders = new Borders(Array.ConvertAll(people.Places, place => boundaries[place])),
            Barriers = BarriersOf(catalogue),
            Links = [.. catalogue.Features(FeatureKind.Crossings).SelectMany(way => LineFile.LinesOf(way.Shape) ?? [])],
            Drawings = [.. catalogue.Drawings().Select(drawing => drawing.Shape)],
            Srid = CoordinateSystems.Rd,
            Warnings = warnings,
        };
    }

    private static List<BarrierLine> BarriersOf(CatalogueFolder catalogue) =>
    [
        .. from barrier in catalogue.Features(FeatureKind.Barriers)
           let kind = LineFile.KindOf(barrier.Class) ?? BarrierKind.Hard
           from line in LineFile.LinesOf(barrier.Shape) ?? []
           select new BarrierLine(kind, line),
    ];

    // Years may have different codes: who has no row is unknown.
    private static double[] Amounts(string[] codes, CatalogueUnits units, ExclusionReason[] why)
    {
        var known = units.Codes;
        var values = new double[codes.Length];
        for (var unit = 0; unit < codes.Length; unit++)
        {
            var at = Array.BinarySearch(known, codes[unit], StringComparer.Ordinal);
            values[unit] = at < 0 ? double.NaN : units.Values[at];
            if (why[unit] == ExclusionReason.None)
                why[unit] = at < 0 ? ExclusionReason.Missing : Exclusion.Of(units.Missing[at]);
        }

        return values;
    }

    private static double?[] Rates(string[] codes, CatalogueUnits units)
    {
        var known = units.Codes;
        return Array.ConvertAll(codes, code => Array.BinarySearch(known, code, StringComparer.Ordinal) is >= 0 and var at && units.IsUsable(at) ? units.Rate(at) : (double?)null);
    }
}
