// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;

namespace Schakel.Catalogue.Areas;

/// <summary>Neighbouring areas drawn as one.</summary>
public static class JoinedAreas
{
    /// <summary>The outline of several areas together.</summary>
    /// <remarks>
    /// Maps whose borders fit exactly need only their shared edges struck out, which is many times faster. Where that leaves
    /// an inner border, the borders do not fit, and the slow way finds the outline all the same.
    /// </remarks>
    /// <param name="parts">Polygons and multipolygons, at least one.</param>
    /// <returns>A polygon or multipolygon.</returns>
    public static Geometry Of(IReadOnlyList<Geometry> parts)
    {
        if (parts.Count == 1)
            return parts[0].Copy();
        return Quick(parts) is { IsEmpty: false, IsValid: true } quick ? quick : OverlayNGRobust.Union(parts);
    }

    // Maps that were simplified area by area overlap here and there; the quick way then says so by throwing.
    private static Geometry? Quick(IReadOnlyList<Geometry> parts)
    {
        try
        {
            return CoverageUnion.Union(parts[0].Factory.CreateGeometryCollection([.. parts]));
        }
        catch (Exception problem) when (problem is TopologyException or NetTopologySuite.Utilities.AssertionFailedException)
        {
            return null;
        }
    }
}
