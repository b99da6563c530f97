// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Union;
using Schakel.Web.Atlas;
using Schakel.Web.Evidence;
using Schakel.Web.Maps;
using Schakel.Workspace.Measuring;

namespace Schakel.Web.Measuring;

/// <summary>One area of the map of a plan.</summary>
/// <param name="Code">Area code.</param>
/// <param name="Name">Name.</param>
/// <param name="Zone"><c>treated</c>, <c>ring</c>, <c>control</c>, <c>ringControl</c>, or empty.</param>
/// <param name="Path">Its shape.</param>
public sealed record ZonedArea(string Code, string Name, string Zone, string Path);

/// <summary>A name on the map.</summary>
public sealed record ZoneLabel(int X, int Y, string Text, bool OnDark);

/// <summary>The zones of a plan on the map, drawn by the server: it is there without script and on paper.</summary>
public sealed record PlanDrawing(int Height, string Around, IReadOnlyList<ZonedArea> Areas, IReadOnlyList<(string Zone, string Path)> Zones, IReadOnlyList<ZoneLabel> Labels)
{
    private const double Margin = 0.18;

    /// <summary>The zones of a plan with what lies around them; null when there are no borders.</summary>
    internal static PlanDrawing? Of(IGround ground, PlanAreas areas)
    {
        var counting = new ZoneCounting(ground);
        var shapes = new Dictionary<string, (string Zone, Geometry Shape)>(StringComparer.Ordinal);
        foreach (var zone in PlanView.Zones)
            foreach (var level in PlanView.Codes(areas, zone).GroupBy(counting.LevelOf).Where(level => level.Key is not null))
                if (ground.Areas(level.Key!, null).TryGet(out var layer, out _))
                {
                    var boundaries = ground.Boundaries(layer);
                    foreach (var code in level)
                        if (Array.BinarySearch(layer.Codes, code, StringComparer.Ordinal) is >= 0 and var at && boundaries[at] is { } shape)
                            shapes[code] = (zone, shape);
                }

        if (shapes.Count == 0)
            return null;
        var around = new Envelope();
        foreach (var (_, shape) in shapes.Values)
            around.ExpandToInclude(shape.EnvelopeInternal);
        around.ExpandBy(Math.Max(around.Width, around.Height) * Margin);
        if (Frame.Around([new GeometryFactory().ToGeometry(around)]) is not { } frame)
            return null;

        var buurten = ground.Areas("buurt", null).TryGet(out var buurt, out _) ? buurt : null;
        var outlines = buurten is null ? [] : DrawnBoundaries.Of(ground, buurten);
        var wholes = PlanView.Zones.Select(zone => (Zone: zone, Parts: shapes.Values.Where(shape => shape.Zone == zone).Select(shape => shape.Shape).ToArray()))
            .Where(zone => zone.Parts.Length > 0).Select(zone => (zone.Zone, Whole: UnaryUnionOp.Union(zone.Parts))).ToList();
        return new PlanDrawing(
            frame.Height, string.Concat(outlines.OfType<Geometry>().Where(shape => shape.EnvelopeInternal.Intersects(around)).Select(frame.Path)), [],
            [.. wholes.OrderBy(zone => zone.Zone is "treated" ? 1 : 0).Select(zone => (zone.Zone, frame.Path(zone.Whole)))], Named(wholes, frame, buurten, outlines));
    }

    /// <summary>Every area of a level in the municipality, to choose from; null when there are too many or no borders.</summary>
    internal static PlanDrawing? ToChoose(IGround ground, string level, string municipality, PlanAreas areas)
    {
        if (!ground.Areas(level, null).TryGet(out var layer, out _))
            return null;
        var boundaries = ground.Boundaries(layer);
        layer.Parents.TryGetValue("gemeente", out var gemeenten);
        var own = Enumerable.Range(0, layer.Codes.Length).Where(area => boundaries[area] is not null && (gemeenten is null || gemeenten[area] == municipality)).ToList();
        if (own.Count is 0 or > MostToChoose || Frame.Around(own.Select(area => boundaries[area])) is not { } frame)
            return null;

        var zoneOf = PlanView.Zones.SelectMany(zone => PlanView.Codes(areas, zone).Select(code => (code, zone))).DistinctBy(pair => pair.code).ToDictionary(pair => pair.code, pair => pair.zone, StringComparer.Ordinal);
        return new PlanDrawing(frame.Height, "", [.. own.Select(area => new ZonedArea(layer.Codes[area], layer.Names[area], zoneOf.GetValueOrDefault(layer.Codes[area], ""), frame.Path(boundaries[area]!)))], [], []);
    }

    // More paths than this make a page that a phone chokes on.
    private const int MostToChoose = 3000;

    // The buurt that a piece lies in; a piece of one buurt is called by its own name.
    private static List<ZoneLabel> Named(List<(string Zone, Geometry Whole)> wholes, Frame frame, Catalogue.Areas.AreaLayer? buurten, Geometry?[] outlines)
    {
        var labels = new List<ZoneLabel>();
        foreach (var (zone, whole) in wholes.Where(zone => zone.Zone is "treated" or "control"))
            for (var part = 0; part < whole.NumGeometries; part++)
            {
                var middle = whole.GetGeometryN(part).InteriorPoint;
                var at = middle.IsEmpty ? -1 : Array.FindIndex(outlines, shape => shape is not null && shape.EnvelopeInternal.Contains(middle.Coordinate) && shape.Contains(middle));
                var (x, y) = frame.At(middle.X, middle.Y);
                if (at >= 0 && labels.All(label => Math.Abs(label.X - x) > 140 || Math.Abs(label.Y - y) > 34))
                    labels.Add(new ZoneLabel(x, y, buurten!.Names[at], zone == "treated"));
            }

        return labels;
    }
}
