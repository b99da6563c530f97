// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Runtime.CompilerServices;
using NetTopologySuite.Geometries;
using Schakel.Web.Atlas;
using Schakel.Workspace.Studies;

namespace Schakel.Web.Maps;

/// <summary>[degrees] what the map shows at first.</summary>
internal sealed record PlaceBounds(double West, double South, double East, double North)
{
    // Boundaries of the whole country take a while to read; a picture never changes.
    private static readonly ConditionalWeakTable<ScalePicture, StrongBox<PlaceBounds?>> known = [];

    /// <summary>Around the areas of a picture; null when none has a boundary.</summary>
    internal static PlaceBounds? Of(IGround ground, ScalePicture picture) => known.GetValue(picture, _ => new StrongBox<PlaceBounds?>(Compute(ground, picture))).Value;

    private static PlaceBounds? Compute(IGround ground, ScalePicture picture)
    {
        // Coarse areas are few; finer ones only when those have no boundary.
        foreach (var level in picture.Levels.OrderByDescending(level => level.Level.Rank))
        {
            if (!ground.Areas(level.Level.Id, picture.Year).TryGet(out var layer, out _))
                continue;

            var inPicture = level.Codes.ToHashSet(StringComparer.Ordinal);
            if (!Enumerable.Range(0, layer.Codes.Length).Any(area => layer.HasBoundary[area] && inPicture.Contains(layer.Codes[area])))
                continue;

            var boundaries = ground.Boundaries(layer);
            var around = new Envelope();
            for (var area = 0; area < boundaries.Length; area++)
            {
                if (boundaries[area] is { } boundary && inPicture.Contains(layer.Codes[area]))
                    around.ExpandToInclude(boundary.EnvelopeInternal);
            }

            if (!around.IsNull)
                return Around(around);
        }

        return null;
    }

    private static PlaceBounds Around(Envelope metres)
    {
        var corners = new[] { (metres.MinX, metres.MinY), (metres.MinX, metres.MaxY), (metres.MaxX, metres.MinY), (metres.MaxX, metres.MaxY) }
            .Select(corner => Mercator.ToDegrees(corner.Item1, corner.Item2))
            .ToArray();
        return new PlaceBounds(corners.Min(at => at.Longitude), corners.Min(at => at.Latitude), corners.Max(at => at.Longitude), corners.Max(at => at.Latitude));
    }
}
