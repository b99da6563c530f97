// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Operation.Union;

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
            var union = parts.Count == 1 ? parts[0].Copy() : Union(parts);
            union.SRID = 28992;
            shapes[group] = union;
        }
        return shapes;
    }

    // Maps whose borders fit exactly need only their shared edges struck out, which is many times faster. Where that leaves
    // an inner border, the borders do not fit, and the slow way finds the outline all the same.
    private static Geometry Union(List<Geometry> parts)
    {
        var quick = CoverageUnion.Union(parts[0].Factory.CreateGeometryCollection([.. parts]));
        return quick is { IsEmpty: false } && quick.IsValid ? quick : UnaryUnionOp.Union(parts);
    }
}
