// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;
using Schakel.Catalogue.Areas;

namespace Schakel.Web.Maps;

/// <summary>A name on the map.</summary>
/// <param name="Code">Area code.</param>
/// <param name="Name">Area name.</param>
/// <param name="X">World coordinate of its middle.</param>
/// <param name="Y">World coordinate of its middle.</param>
internal sealed record AreaName(string Code, string Name, double X, double Y)
{
    /// <summary>One name an area, inside its largest part; large areas first, for they get their name when there is no room for all.</summary>
    internal static AreaName[] Of(AreaLayer layer, Geometry?[] boundaries) => [.. Enumerable.Range(0, boundaries.Length)
        .Where(area => boundaries[area] is { IsEmpty: false })
        .Select(area => (area, part: Largest(boundaries[area]!)))
        .OrderByDescending(pair => pair.part.Area)
        .ThenBy(pair => layer.Codes[pair.area], StringComparer.Ordinal)
        .Select(pair =>
        {
            var centre = pair.part.Centroid;
            var inside = pair.part.Contains(centre) ? centre : pair.part.InteriorPoint;
            var (x, y) = Mercator.ToWorld(inside.X, inside.Y);
            return new AreaName(layer.Codes[pair.area], layer.Names[pair.area], x, y);
        })];

    private static Geometry Largest(Geometry boundary) =>
        Enumerable.Range(0, boundary.NumGeometries).Select(boundary.GetGeometryN).MaxBy(part => part.Area)!;
}
