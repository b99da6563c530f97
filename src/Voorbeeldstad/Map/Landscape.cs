// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Triangulate;
using Schakel.Analysis.Numerics;

namespace Schakel.Voorbeeldstad.Map;

/// <summary>The whole region on the map: buurten that fit exactly, and water.</summary>
/// <param name="Buurten">By code.</param>
/// <param name="Water">Per gemeente code, its water.</param>
internal sealed record Landscape(IReadOnlyList<Buurt> Buurten, IReadOnlyList<(Gemeente Gemeente, Polygon Shape)> Water)
{
    /// <summary>The map is always the same; it is drawn once.</summary>
    internal static Landscape Drawn => drawn.Value;

    private static readonly Lazy<Landscape> drawn = new(Draw);

    private static Landscape Draw()
    {
        var home = new Gemeente("GM9901", TownPlan.Name, NeighbourPlan.HomeRegion);
        var (land, water) = Dry(TownSketch.Border, TownSketch.Lake, TownSketch.Harbour);
        var buurten = TownBuurten.Of(home, land).ToList();
        var waters = water.Select(shape => (Gemeente: home, Shape: shape)).ToList();

        foreach (var (plan, shape) in Around())
        {
            (land, water) = Dry(shape, TownSketch.Lake);
            var gemeente = new Gemeente(plan.Code, plan.Name, plan.Region);
            buurten.AddRange(NeighbourBuurten.Of(plan, gemeente, land.MaxBy(part => part.Area)!));
            waters.AddRange(water.Select(part => (gemeente, part)));
        }

        var shapes = Fitted([.. buurten.Select(buurt => buurt.Shape), .. waters.Select(part => part.Shape)]);
        return new Landscape(
            [.. buurten.Select((buurt, i) => buurt with { Shape = shapes[i] }).OrderBy(buurt => buurt.Code, StringComparer.Ordinal)],
            [.. waters.Select((part, i) => (part.Gemeente, shapes[buurten.Count + i]))]);
    }

    /// <summary>The gemeenten around the town: land nearest to each middle, with borders that wander.</summary>
    private static IEnumerable<(NeighbourPlan Plan, Polygon Shape)> Around()
    {
        var middles = NeighbourPlan.All.Select(plan => new Coordinate(TownSketch.OriginX + plan.X, TownSketch.OriginY + plan.Y)).ToArray();
        var builder = new VoronoiDiagramBuilder { ClipEnvelope = Widened(TownSketch.Region.EnvelopeInternal) };
        builder.SetSites(Pen.Paper.CreateMultiPointFromCoords(middles));
        var edges = Noded(builder.GetDiagram(Pen.Paper).Geometries);
        var borders = edges.Geometries.Select((edge, i) =>
        {
            var random = new RandomSequence(2009, 100 + i);
            var (from, to) = (edge.Coordinates[0], edge.Coordinates[^1]);
            return Pen.Paper.CreateLineString([.. Pen.Ditch(Pen.Rounded(from.X, from.Y), Pen.Rounded(to.X, to.Y), ref random, 500, 0.14)]);
        });
        var outside = (Polygon)TownSketch.Region.Difference(TownSketch.Border);
        var faces = Knife.Cut(outside, Pen.Paper.CreateMultiLineString([.. borders]).Difference(TownSketch.Border));
        return NeighbourPlan.All.Select((plan, i) => (plan, faces.Single(face => face.Contains(Pen.Paper.CreatePoint(middles[i])))));
    }

    private static (List<Polygon> Land, List<Polygon> Water) Dry(Polygon area, params Polygon[] waters)
    {
        var parts = new List<Polygon> { area };
        foreach (var water in waters)
            parts = [.. parts.SelectMany(part => Knife.Cut(part, water.Boundary))];
        return ([.. parts.Where(part => !IsWater(part))], [.. parts.Where(IsWater)]);

        bool IsWater(Polygon part) => waters.Any(water => water.Contains(part.InteriorPoint));
    }

    /// <summary>Lays all borders on one sheet, so that neighbours share every point, and takes the areas from it again.</summary>
    private static Polygon[] Fitted(Polygon[] rough)
    {
        var sheet = Noded(rough);
        var index = new STRtree<int>();
        for (var i = 0; i < rough.Length; i++)
            index.Insert(rough[i].EnvelopeInternal, i);

        var shapes = new Polygon?[rough.Length];
        var slivers = new List<Polygon>();
        foreach (var face in Knife.Faces(sheet).OrderByDescending(face => face.Area))
        {
            var owner = index.Query(face.InteriorPoint.EnvelopeInternal).Where(i => rough[i].Contains(face.InteriorPoint)).DefaultIfEmpty(-1).Min();
            if (owner >= 0 && shapes[owner] is null)
                shapes[owner] = face;
            else
                slivers.Add(face);
        }

        // Two cuts that end within a centimetre of each other leave a thread of land; the area it borders most takes it.
        foreach (var sliver in slivers)
        {
            var hosts = Enumerable.Range(0, shapes.Length).Where(i => shapes[i]!.EnvelopeInternal.Intersects(sliver.EnvelopeInternal));
            var host = hosts.MaxBy(i => shapes[i]!.Boundary.Intersection(sliver.Boundary).Length);
            shapes[host] = sliver.Area < 10 && CoverageUnion.Union(Pen.Paper.CreateGeometryCollection([shapes[host]!, sliver])) is Polygon joined
                ? joined
                : throw new InvalidOperationException($"{sliver.Area} m² at {sliver.Centroid} belongs to nobody.");
        }

        return shapes!;
    }

    private static GeometryCollection Noded(IEnumerable<Geometry> areas) =>
        (GeometryCollection)UnaryUnionNG.Union(areas.Select(area => area.Boundary), Pen.Centimetres);

    private static Envelope Widened(Envelope envelope)
    {
        var wide = envelope.Copy();
        wide.ExpandBy(20_000);
        return wide;
    }
}
