// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.LinearReferencing;
using NetTopologySuite.Operation.Union;
using Schakel.Catalogue.Areas;
using Schakel.Workspace.Studies;

namespace Schakel.Workspace.Evidence;

/// <summary>What lies around a place: a cluster at the border is only half seen where nothing is loaded behind it.</summary>
internal static class EdgePart
{
    /// <summary>Points along the outer border at which one looks across.</summary>
    private const int Looks = 400;

    /// <summary>[m] how far across: beyond a river or the gap between two generalised maps.</summary>
    private const double Across = 250;

    private static readonly EdgeView unknown = new(double.NaN, []);

    internal static EdgeView Of(EvidenceGround ground)
    {
        var units = ground.Study.Units;
        return CatalogueAreas.Gather(ground.Catalogue, "gemeente", null, ground.Year).TryGet(out var areas, out _)
            ? Around(ground, areas.Layer, OwnParents(ground, units, areas.Layer), WithFigures(ground, areas.Layer))
            : unknown;
    }

    private static EdgeView Around(EvidenceGround ground, AreaLayer layer, HashSet<string> own, HashSet<string> withFigures)
    {
        var shapes = ground.Boundaries(layer);
        var inside = Enumerable.Range(0, shapes.Length).Where(area => own.Contains(layer.Codes[area]) && shapes[area] is { IsEmpty: false }).Select(area => shapes[area]!).ToArray();
        if (inside.Length == 0)
            return unknown;

        var place = UnaryUnionOp.Union(inside);
        var others = new STRtree<int>();
        for (var area = 0; area < shapes.Length; area++)
            if (shapes[area] is { IsEmpty: false } shape && !own.Contains(layer.Codes[area]) && withFigures.Contains(layer.Codes[area]))
                others.Insert(shape.EnvelopeInternal, area);
        others.Build();

        var neighbours = new SortedSet<int>();
        var (seen, looked) = (0, 0);
        var prepared = new Dictionary<int, IPreparedGeometry>();
        foreach (var point in PointsAlong(place))
        {
            looked++;
            var around = new Envelope(point.X - Across, point.X + Across, point.Y - Across, point.Y + Across);
            var reach = place.Factory.CreatePoint(point).Buffer(Across, 4);
            var found = others.Query(around).Where(area => (prepared.TryGetValue(area, out var known) ? known : prepared[area] = PreparedGeometryFactory.Prepare(shapes[area]!)).Intersects(reach)).ToArray();
            neighbours.UnionWith(found);
            seen += found.Length > 0 ? 1 : 0;
        }

        return new EdgeView(looked == 0 ? double.NaN : (double)seen / looked, [.. neighbours.Select(area => (layer.Codes[area], layer.Names[area])).OrderBy(area => area.Item2, StringComparer.Ordinal)]);
    }

    private static IEnumerable<Coordinate> PointsAlong(Geometry place)
    {
        var rings = Enumerable.Range(0, place.NumGeometries).Select(place.GetGeometryN).OfType<Polygon>().Select(polygon => polygon.ExteriorRing).ToArray();
        var length = rings.Sum(ring => ring.Length);
        foreach (var ring in rings)
        {
            var along = new LengthIndexedLine(ring);
            var steps = (int)Math.Round(Looks * ring.Length / length);
            for (var step = 0; step < steps; step++)
                yield return along.ExtractPoint(ring.Length * step / steps);
        }
    }

    private static HashSet<string> OwnParents(EvidenceGround ground, CatalogueUnits units, AreaLayer gemeenten) =>
        units.Level.Id == gemeenten.Level ? [.. units.Codes]
        : units.ParentsAt(ground.Catalogue, gemeenten.Level) is { } parents ? [.. parents.OfType<string>()] : [];

    private static HashSet<string> WithFigures(EvidenceGround ground, AreaLayer gemeenten) =>
        CatalogueUnits.Gather(ground.Catalogue, ground.Question with { Within = null }, ground.Study.Units.Level.Id).TryGet(out var everywhere, out _)
            ? Having(ground, everywhere, gemeenten)
            : [];

    private static HashSet<string> Having(EvidenceGround ground, CatalogueUnits everywhere, AreaLayer gemeenten)
    {
        var parents = everywhere.Level.Id == gemeenten.Level ? everywhere.Codes : everywhere.ParentsAt(ground.Catalogue, gemeenten.Level);
        return parents is null ? [] : [.. Enumerable.Range(0, everywhere.Count).Where(everywhere.IsUsable).Select(unit => parents[unit]).OfType<string>()];
    }
}
