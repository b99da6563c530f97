// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;
using Schakel.Analysis.Regions;
using Schakel.Catalogue.Areas;
using Schakel.Catalogue.Sources.Coordinates;
using Schakel.Writers.GeoPackages;

namespace Schakel.Cli.Delineating;

/// <summary>Proposals as a map: a layer a proposal, a polygon an area.</summary>
internal static class PlanMap
{
    internal static bool CanDraw(Ground ground) => ground.Srid is 0 or CoordinateSystems.Rd;

    internal static void Write(Run run, string file, Plans plans)
    {
        // The moment of the sources, so that the same question gives the same file.
        var changed = run.Inputs.Select(input => File.Exists(input.Path) ? File.GetLastWriteTimeUtc(input.Path) : DateTime.UnixEpoch).Append(DateTime.UnixEpoch).Max();
        using var map = new GeoPackageFile(file, new DateTimeOffset(changed, TimeSpan.Zero));
        foreach (var (at, proposal) in plans.Found.Proposals.Index())
            map.AddLayer(Layer(run, plans, proposal, at), Areas(run, plans, proposal), run.Cancel);
        map.Finish();
    }

    private static GeoPackageLayer Layer(Run run, Plans plans, WorkAreaProposal proposal, int at) => new(Plans.NameOfProposal(at), "MULTIPOLYGON",
    [
        new("area", GeoPackageType.Text) { Title = run.Say("gebied", "area") },
        new("units", GeoPackageType.WholeNumber) { Title = run.Say("aantal eenheden", "number of units") },
        new("population", GeoPackageType.Number) { Title = run.Say("inwoners", "residents") },
        .. plans.Ground.Dwellings is null ? [] : new[] { new GeoPackageColumn("dwellings", GeoPackageType.Number) { Title = run.Say("woningen", "dwellings") } },
        new("unit_ids", GeoPackageType.Text) { Title = run.Say("codes van de eenheden", "codes of the units") },
    ])
    {
        Title = run.Say($"Voorstel {at + 1}: {proposal.Areas} gebieden", $"Proposal {at + 1}: {proposal.Areas} areas"),
        Description = run.Say(
            $"Werkgebieden. Ondergrens {plans.Found.LowerBound}, begin van het toeval {run.Seed}. Bron: {Sources(run)}.", $"Work areas. Lower bound {plans.Found.LowerBound}, start of chance {run.Seed}. Source: {Sources(run)}."),
    };

    // Names without folders: a file that is sent on tells nothing about the machine that made it.
    private static string Sources(Run run) => string.Join(", ", run.Inputs.Select(input => Path.GetFileName(input.Path)).Distinct(StringComparer.Ordinal));

    private static IEnumerable<GeoPackageFeature> Areas(Run run, Plans plans, WorkAreaProposal proposal)
    {
        var ground = plans.Ground;
        foreach (var area in Enumerable.Range(0, ground.Ids.Length).GroupBy(unit => proposal.Assignment[unit]).OrderBy(area => area.Key))
        {
            run.Cancel.ThrowIfCancellationRequested();
            int[] units = [.. area];
            var shape = JoinedAreas.Of([.. units.Select(unit => ground.Shapes![unit]).OfType<Geometry>().Where(part => !part.IsEmpty)]);
            object?[] sizes = ground.Dwellings is { } dwellings ? [units.Sum(unit => ground.Population![unit]), units.Sum(unit => dwellings[unit])] : [units.Sum(unit => ground.Population![unit])];
            yield return new GeoPackageFeature(AsMany(shape), [Plans.NameOf(area.Key), (long)units.Length, .. sizes, string.Join(' ', units.Select(unit => ground.Ids[unit]))]);
        }
    }

    private static Geometry AsMany(Geometry shape) => shape is Polygon polygon ? polygon.Factory.CreateMultiPolygon([polygon]) : shape;
}
