// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Runtime.CompilerServices;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Union;
using Schakel.Web.Atlas;
using Schakel.Web.Maps;
using Schakel.Workspace.Studies;

namespace Schakel.Web.Evidence;

/// <summary>One area on the small map.</summary>
/// <param name="Code">Area code.</param>
/// <param name="Name">Area name.</param>
/// <param name="Path">Its shape.</param>
/// <param name="Sign">As on the large map: <c>1</c>–<c>5</c>, <c>=</c>, <c>-</c>, <c>x</c>.</param>
/// <param name="X">Where a mark of the area stands.</param>
/// <param name="Y">Where a mark of the area stands.</param>
public sealed record DrawnArea(string Code, string Name, string Path, char Sign, int X, int Y);

/// <summary>One cluster on the small map.</summary>
/// <param name="Number">As in the text.</param>
/// <param name="Path">The areas or squares together, not the circle that found them.</param>
/// <param name="X">Where its number stands.</param>
/// <param name="Y">Where its number stands.</param>
public sealed record DrawnCluster(int Number, string Path, int X, int Y);

/// <summary>The map of the page: drawn by the server, so that it is there without script and on paper.</summary>
/// <param name="Width">Of the drawing.</param>
/// <param name="Height">Of the drawing.</param>
/// <param name="Areas">At the reading level.</param>
/// <param name="Outline">Borders of the next coarser level; empty when there is none.</param>
/// <param name="Clusters">Those that are shown.</param>
/// <param name="ClusterOf">Per area code the cluster that it lies in, or touches.</param>
public sealed record AreaDrawing(int Width, int Height, IReadOnlyList<DrawnArea> Areas, string Outline, IReadOnlyList<DrawnCluster> Clusters, IReadOnlyDictionary<string, int> ClusterOf)
{
    // Findings never change, and a drawing is needed at every step of a slider.
    private static readonly ConditionalWeakTable<Workspace.Evidence.Findings, StrongBox<AreaDrawing?>> drawings = [];

    internal static AreaDrawing? Of(IGround ground, EvidenceView view) => drawings.GetValue(view.Findings, _ => new StrongBox<AreaDrawing?>(Draw(ground, view))).Value;

    private static AreaDrawing? Draw(IGround ground, EvidenceView view)
    {
        var level = view.Reading;
        if (!ground.Areas(level.Level.Id, view.Picture.Year).TryGet(out var layer, out _))
            return null;

        var shapes = Shapes(DrawnBoundaries.Of(ground, layer), layer.Codes, level.Codes);
        if (Frame.Around(shapes) is not { } frame)
            return null;

        var signs = MapFigures.Of(view.Picture, view.Measure)[level.Level.Id].Signs;
        var areas = Enumerable.Range(0, level.Codes.Length).Where(area => shapes[area] is not null)
            .Select(area => (area, Middle: frame.At(shapes[area]!.InteriorPoint)))
            .Select(at => new DrawnArea(level.Codes[at.area], level.Names[at.area], frame.Path(shapes[at.area]!), signs[at.area], at.Middle.X, at.Middle.Y)).ToArray();
        var clusters = ClustersOf(ground, view, frame, shapes, out var clusterOf);
        return new AreaDrawing(Frame.Width, frame.Height, areas, OutlineOf(ground, view, level, frame), clusters, clusterOf);
    }

    private static string OutlineOf(IGround ground, EvidenceView view, StudyLevel level, Frame frame)
    {
        if (WayMarks.Above(view.Picture, level) is not { } above || !ground.Areas(above.Level.Id, view.Picture.Year).TryGet(out var layer, out _))
            return "";
        return string.Concat(Shapes(DrawnBoundaries.Of(ground, layer), layer.Codes, above.Codes).OfType<Geometry>().Select(frame.Path));
    }

    private static List<DrawnCluster> ClustersOf(IGround ground, EvidenceView view, Frame frame, Geometry?[] areas, out Dictionary<string, int> clusterOf)
    {
        clusterOf = new Dictionary<string, int>(StringComparer.Ordinal);
        var drawn = new List<DrawnCluster>();
        if (!view.Findings.Scan.TryGet(out var scan, out _) || !ground.Areas(scan.Level, view.Picture.Year).TryGet(out var layer, out _))
            return drawn;

        var boundaries = ground.Boundaries(layer);
        foreach (var (number, cluster, _) in scan.Shown)
        {
            Geometry?[] parts = [.. cluster.Areas.Select(area => Array.BinarySearch(layer.Codes, scan.Units.Codes[area], StringComparer.Ordinal) is >= 0 and var at ? boundaries[at] : null)];
            if (parts.OfType<Geometry>().ToArray() is not { Length: > 0 } pieces)
                continue;

            var whole = UnaryUnionOp.Union(pieces);
            var (x, y) = frame.At(whole.InteriorPoint);
            drawn.Add(new DrawnCluster(number, frame.Path(whole), x, y));
            for (var area = 0; area < areas.Length; area++)
                if (areas[area] is { } shape && Touches(shape, whole))
                    clusterOf.TryAdd(view.Reading.Codes[area], number);
        }

        return drawn;
    }

    // Neighbours share a border with a cluster; what lies in it shares ground.
    private static bool Touches(Geometry area, Geometry cluster) =>
        area.EnvelopeInternal.Intersects(cluster.EnvelopeInternal) && area.Intersects(cluster) && area.Intersection(cluster).Area > 1;

    private static Geometry?[] Shapes(Geometry?[] boundaries, string[] codes, string[] wanted) =>
        Array.ConvertAll(wanted, code => Array.BinarySearch(codes, code, StringComparer.Ordinal) is >= 0 and var at ? boundaries[at] : null);
}
