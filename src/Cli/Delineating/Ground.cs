// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;
using Schakel.Analysis;
using Schakel.Analysis.Regions;

namespace Schakel.Cli.Delineating;

/// <summary>The units on which areas are drawn: who lives there, what lies between them.</summary>
/// <param name="Ids">Sorted (ordinal).</param>
/// <param name="Graph">Which touch, with barriers and links.</param>
/// <param name="Population">[persons] one a unit; null when not asked for.</param>
/// <param name="Dwellings">[dwellings] one a unit; null when not asked for.</param>
/// <param name="Excluded">Units that do not take part, sorted by id.</param>
internal sealed record Ground(string[] Ids, UnitGraph Graph, double[]? Population, double[]? Dwellings, IReadOnlyList<Exclusion> Excluded)
{
    /// <summary>Figures in which an area should be alike; null where a unit has none.</summary>
    internal IReadOnlyList<double?[]> Values { get; init; } = [];

    /// <summary>The existing zone of each unit, null where unknown; empty when none was asked for.</summary>
    internal string?[] Zones { get; init; } = [];

    /// <summary>The shape of each unit; null without a map.</summary>
    internal Geometry?[]? Shapes { get; init; }

    /// <summary>What residents drew, as the catalogue knows it; empty for files.</summary>
    internal IReadOnlyList<Geometry> Drawings { get; init; } = [];

    /// <summary>[m] the centre of each unit; null without a map.</summary>
    internal (double[] X, double[] Y)? Centres { get; init; }

    /// <summary>EPSG number of the shapes; 0 when unknown.</summary>
    internal int Srid { get; init; }

    internal JoinReport? Join { get; init; }

    internal IReadOnlyList<Warning> Warnings { get; init; } = [];

    /// <summary>Reads units, figures, borders and lines, from files or from a catalogue.</summary>
    /// <param name="run">The run.</param>
    /// <param name="settings">The options.</param>
    /// <param name="values">Option and columns of figures in which an area should be alike.</param>
    /// <param name="zones">Option and column of the existing division.</param>
    internal static Outcome<Ground> Read(Run run, GroundSettings settings, (string Option, string[] Columns) values, (string Option, string? Column) zones)
    {
        var source = run.Get(run.Shared.Catalogue.Folder) is { } folder
            ? CatalogueGround.Read(run, settings, folder, values, zones)
            : FileGround.Read(run, settings, values, zones);
        if (!source.TryGet(out var units, out var reason))
            return reason;

        var byFile = run.Get(settings.Neighbours) is not null;
        if (byFile && Array.Find([settings.Barriers, settings.Links], option => run.Get(option) is not null) is { } line)
            return WrongUse.With("options-exclude", $"{line.Name} and {settings.Neighbours.Name} do not go together.", line.Name, settings.Neighbours.Name);
        if (!byFile && !units.HasPlaces(run).TryGet(out _, out reason))
            return reason;

        int[] used = [.. Enumerable.Range(0, units.Ids.Length).Where(unit => units.Why[unit] == ExclusionReason.None)];
        if (used.Length == 0)
            return Exclusion.Everybody(run.Language, units.Why);
        var warnings = units.Warnings.ToList();
        var graph = byFile ? OfFile(run, run.Get(settings.Neighbours)!, units, warnings) : OfMap(run, settings, units, used);
        if (!graph.TryGet(out var touching, out reason))
            return reason;

        T[] Pick<T>(T[] column) => Array.ConvertAll(used, unit => column[unit]);
        return new Ground(
            Pick(units.Ids), touching, units.Population is null ? null : Pick(units.Population), units.Dwellings is null ? null : Pick(units.Dwellings),
            [.. Enumerable.Range(0, units.Ids.Length).Where(unit => units.Why[unit] != ExclusionReason.None).Select(unit => new Exclusion(units.Ids[unit], units.Why[unit]))])
        {
            Values = [.. units.Values.Select(Pick)],
            Zones = units.Zones.Length == 0 ? [] : Pick(units.Zones),
            Shapes = units.Borders?.Shapes is { } shapes ? Pick(shapes) : null,
            Drawings = units.Drawings,
            Centres = units.Borders is { HasPolygons: true } borders ? borders.Pick(used).Centroids() : null,
            Srid = units.Srid,
            Join = units.Join,
            Warnings = warnings,
        };
    }

    private static Outcome<UnitGraph> OfFile(Run run, string file, GroundUnits units, List<Warning> warnings)
    {
        if (!NeighbourFile.Read(run, file, units.Ids, warnings).TryGet(out var neighbours, out var reason))
            return reason;

        // A border has two sides: one direction is enough here.
        warnings.RemoveAll(warning => warning.Code == "one-way-neighbours");
        return UnitGraph.FromNeighbours(neighbours.Subset(Array.ConvertAll(units.Why, why => why == ExclusionReason.None)).Neighbours);
    }

    private static Outcome<UnitGraph> OfMap(Run run, GroundSettings settings, GroundUnits units, int[] used)
    {
        var (barriers, links) = (units.Barriers, units.Links);
        if (FileOf(run, settings.Barriers, ref barriers) is { } dividing && !LineFile.Barriers(run, settings.Barriers.Name, dividing, units.Srid).TryGet(out barriers!, out var reason))
            return reason;
        if (FileOf(run, settings.Links, ref links) is { } joining && !LineFile.Links(run, settings.Links.Name, joining, units.Srid).TryGet(out links!, out reason))
            return reason;

        return run.Stages.Measure("graph", () =>
        {
            var borders = units.Borders!.Pick(used);
            var (x, y) = borders.Centroids();
            var population = units.Population is { } people ? Array.ConvertAll(used, unit => people[unit]) : Array.ConvertAll(used, _ => 1.0);
            return BarrierGraph.Build(new BarrierMap(borders.Columns(), population, x, y) { Barriers = barriers, Links = links }, run.Threads);
        });
    }

    // The file that was named; null when the lines come from the catalogue, or there are none.
    private static string? FileOf<T>(Run run, Setting<string?> setting, ref IReadOnlyList<T> lines)
    {
        var isCatalogue = run.Get(run.Shared.Catalogue.Folder) is not null;
        switch (run.Get(setting))
        {
            case GroundSettings.NoLines:
                lines = [];
                return null;
            case null or GroundSettings.OfCatalogue when isCatalogue:
                run.Decide(setting, GroundSettings.OfCatalogue);
                return null;
            case var file:
                return file;
        }
    }
}
