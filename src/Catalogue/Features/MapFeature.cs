// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;

namespace Schakel.Catalogue.Features;

/// <summary>Something on the map that is no area: what divides, what joins, or what only helps to find one's way.</summary>
/// <param name="Name">As the source calls it; null where it does not.</param>
/// <param name="Class">Of a barrier: <c>rail</c>, <c>motorway</c>, <c>trunk</c>, <c>water</c> or <c>soft</c>, null where the source does not say (then it counts as hard).
/// Of a crossing: the class of what it crosses. Of a background: the word of the source.</param>
/// <param name="Shape">In EPSG:28992.</param>
public sealed record MapFeature(string? Name, string? Class, Geometry Shape);

/// <summary>Kinds of features.</summary>
public static class FeatureKind
{
    /// <summary>Lines that divide areas.</summary>
    public const string Barriers = "barriers";

    /// <summary>Ways over barriers.</summary>
    public const string Crossings = "crossings";

    /// <summary>Streets, water and parks, to draw beneath.</summary>
    public const string Background = "background";

    /// <summary>Neighbourhoods as residents drew them: see <see cref="DrawnNeighbourhood"/>.</summary>
    public const string Drawings = "drawings";
}
