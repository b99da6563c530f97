// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;
using Schakel.Catalogue.Features;

namespace Schakel.Web.Maps;

/// <summary>Something of the ground that helps to find one's way: a surface of water, a street, a railway. In world coordinates (<see cref="Mercator"/>).</summary>
/// <param name="Kind"><c>water</c>, <c>green</c>, <c>works</c>, <c>street</c>, <c>rail</c> or <c>road</c>: what the style knows.</param>
/// <param name="Area">The surface; null for lines.</param>
/// <param name="Lines">Each x, y, x, y, …; empty for a surface.</param>
/// <param name="Box">Bounding box.</param>
internal sealed record GroundShape(string Kind, AreaShape? Area, double[][] Lines, WorldBox Box)
{
    /// <summary>The parts of a feature that the map draws; what no style knows is left out.</summary>
    internal static IEnumerable<GroundShape> Of(MapFeature feature)
    {
        if (KindOf(feature.Class) is not { } kind)
            yield break;
        if (AreaShape.Of("", feature.Shape) is { } area)
            yield return new GroundShape(kind, area, [], area.Box);
        double[][] lines = [.. Enumerable.Range(0, feature.Shape.NumGeometries).Select(feature.Shape.GetGeometryN).OfType<LineString>().Where(line => line.NumPoints > 1).Select(Line)];
        if (lines.Length > 0)
            yield return new GroundShape(kind, null, lines, WorldBox.Around(lines));
    }

    private static string? KindOf(string? word) => word switch
    {
        "water" or "plas" or "kanaal" or "gracht" or "rivier" or "meer" => "water",
        "park" or "bos" or "groen" => "green",
        "bedrijventerrein" => "works",
        "straat" or "landweg" or "street" => "street",
        "rail" or "spoor" => "rail",
        "motorway" or "trunk" => "road",
        _ => null,
    };

    private static double[] Line(LineString line)
    {
        var points = line.CoordinateSequence;
        var flat = new double[2 * points.Count];
        for (var point = 0; point < points.Count; point++)
            (flat[2 * point], flat[(2 * point) + 1]) = Mercator.ToWorld(points.GetX(point), points.GetY(point));
        return flat;
    }
}
