// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Union;
using Schakel.Catalogue.Areas;
using Schakel.Web.Atlas;

namespace Schakel.Web.Maps;

/// <summary>
/// Boundaries as the map draws them. Where figures name areas that the map of that year lacks (codes change between editions), an area is drawn as
/// its parts together, and what the older edition had in that place is left out.
/// </summary>
internal static class DrawnBoundaries
{
    internal static Geometry?[] Of(IGround ground, AreaLayer layer)
    {
        var boundaries = ground.Boundaries(layer);
        if (!layer.HasBoundary.Contains(false) || Parts(ground, layer) is not { } parts)
            return boundaries;

        var drawn = (Geometry?[])boundaries.Clone();
        var renewed = new HashSet<string?>(StringComparer.Ordinal);
        layer.Parents.TryGetValue("gemeente", out var gemeenten);
        Parallel.For(0, drawn.Length, area =>
        {
            if (boundaries[area] is null && parts.TryGetValue(layer.Codes[area], out var pieces))
                drawn[area] = UnaryUnionOp.Union(pieces);
        });

        for (var area = 0; area < drawn.Length; area++)
        {
            if (boundaries[area] is null && drawn[area] is not null)
                renewed.Add(gemeenten?[area]);
        }

        for (var area = 0; area < drawn.Length; area++)
        {
            if (boundaries[area] is not null && !parts.ContainsKey(layer.Codes[area]) && gemeenten?[area] is { } gemeente && renewed.Contains(gemeente))
                drawn[area] = null;
        }

        return drawn;
    }

    /// <summary>Per area, the boundaries of the finer areas that lie in it; null when no finer level knows.</summary>
    private static Dictionary<string, List<Geometry>>? Parts(IGround ground, AreaLayer layer)
    {
        var rank = ground.Levels.First(summary => summary.Level.Id == layer.Level).Level.Rank;
        foreach (var finer in ground.Levels.Where(summary => summary.Level.Id != "cell" && summary.Level.Rank < rank && summary.Areas > 0).OrderByDescending(summary => summary.Level.Rank))
        {
            if (!ground.Areas(finer.Level.Id, layer.Year).TryGet(out var pieces, out _) || !pieces.Parents.TryGetValue(layer.Level, out var parents))
                continue;

            var parts = new Dictionary<string, List<Geometry>>(StringComparer.Ordinal);
            var boundaries = ground.Boundaries(pieces);
            for (var piece = 0; piece < boundaries.Length; piece++)
            {
                if (parents[piece] is not { } parent || boundaries[piece] is not { } boundary)
                    continue;
                if (!parts.TryGetValue(parent, out var found))
                    parts[parent] = found = [];
                found.Add(boundary);
            }

            if (parts.Count > 0)
                return parts;
        }

        return null;
    }
}
