// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;
using Schakel.Catalogue.Areas;

namespace Schakel.Catalogue.Storage.Assembly;

/// <summary>Draws coarser areas by joining the finer ones inside them.</summary>
internal static class DissolvedAreas
{
    internal static SortedDictionary<string, Geometry?> Union(string?[] groups, Geometry?[] boundaries, CancellationToken cancel)
    {
        var members = new SortedDictionary<string, List<Geometry>>(StringComparer.Ordinal);
        for (var i = 0; i < groups.Length; i++)
            if (groups[i] is { } group && boundaries[i] is { IsEmpty: false } boundary)
                (members.TryGetValue(group, out var list) ? list : members[group] = []).Add(boundary);

        var shapes = new SortedDictionary<string, Geometry?>(StringComparer.Ordinal);
        foreach (var (group, parts) in members)
        {
            cancel.ThrowIfCancellationRequested();
            var union = JoinedAreas.Of(parts);
            union.SRID = 28992;
            shapes[group] = union;
        }
        return shapes;
    }
}
