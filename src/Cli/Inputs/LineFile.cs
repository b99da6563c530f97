// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;
using Schakel.Analysis;
using Schakel.Analysis.Regions;
using Schakel.Catalogue;
using Schakel.Catalogue.Sources;

namespace Schakel.Cli.Inputs;

/// <summary>Lines on the map: what divides areas, and what joins them.</summary>
internal static class LineFile
{
    private const string ClassColumn = "class";

    private static readonly string[] hard = ["rail", "motorway", "trunk", "water"];

    /// <summary>Barriers; without a class they are hard.</summary>
    internal static Outcome<IReadOnlyList<BarrierLine>> Barriers(Run run, string option, string file, int srid)
    {
        if (!Read(run, option, file, srid).TryGet(out var table, out var reason))
            return reason;

        var classes = table.Find(ClassColumn) is { } column ? CodeColumn.Codes(column) : new string?[table.RowCount];
        var barriers = new List<BarrierLine>();
        for (var row = 0; row < table.RowCount; row++)
        {
            if (KindOf(classes[row]) is not { } kind)
                return new Refusal("barrier-class-unknown", $"'{classes[row]}' is no kind of barrier.", table.Path)
                {
                    Layer = table.Layer,
                    Row = Cells.FileRow(table, row),
                    Column = ClassColumn,
                    Value = classes[row]!,
                    Expected = "rail, motorway, trunk, water or soft",
                    Arguments = [classes[row]!],
                };
            if (!LinesOf(table, row).TryGet(out var lines, out reason))
                return reason;
            barriers.AddRange(lines.Select(line => new BarrierLine(kind, line)));
        }

        return barriers;
    }

    /// <summary>Ways over barriers, and bridges and ferries between units that do not touch.</summary>
    internal static Outcome<IReadOnlyList<MapLine>> Links(Run run, string option, string file, int srid)
    {
        if (!Read(run, option, file, srid).TryGet(out var table, out var reason))
            return reason;

        var links = new List<MapLine>();
        for (var row = 0; row < table.RowCount; row++)
        {
            if (!LinesOf(table, row).TryGet(out var lines, out reason))
                return reason;
            links.AddRange(lines);
        }

        return links;
    }

    /// <summary>How much a class divides; null when it is none of ours.</summary>
    internal static BarrierKind? KindOf(string? word) => word?.ToLowerInvariant() switch
    {
        null => BarrierKind.Hard,
        "soft" => BarrierKind.Soft,
        var known when hard.Contains(known) => BarrierKind.Hard,
        _ => null,
    };

    private static Outcome<SourceTable> Read(Run run, string option, string file, int srid)
    {
        if (!run.Stages.Measure("read", () => TableReader.Read(run, option, file, geometry: true)).TryGet(out var table, out var reason))
            return reason;
        TableReader.Remember(run, table);
        return srid != 0 && table.Srid != 0 && table.Srid != srid
            ? new Refusal("coordinate-systems-differ", $"These lines are in EPSG:{table.Srid}, the areas in EPSG:{srid}.", table.Path)
            {
                Layer = table.Layer,
                Expected = "lines and areas in one coordinate system",
                Arguments = [table.Srid, srid],
            }
            : table;
    }

    private static Outcome<IReadOnlyList<MapLine>> LinesOf(SourceTable table, int row)
    {
        var shape = table.Geometries![row];
        return LinesOf(shape) is { } lines
            ? new Outcome<IReadOnlyList<MapLine>>(lines)
            : new Refusal("not-a-line", $"This is a {shape!.GeometryType}, not a line.", table.Path)
            {
                Layer = table.Layer,
                Row = Cells.FileRow(table, row),
                Value = shape.GeometryType,
                Expected = "lines",
                Arguments = [shape.GeometryType],
            };
    }

    /// <summary>The lines of a shape; none where it is empty, null where it holds a point, which divides nothing. The outline of a lake divides as a line does.</summary>
    internal static IReadOnlyList<MapLine>? LinesOf(Geometry? shape)
    {
        var lines = new List<MapLine>();
        for (var part = 0; shape is not null && part < shape.NumGeometries; part++)
        {
            switch (shape.GetGeometryN(part))
            {
                case LineString { IsEmpty: false } line:
                    lines.Add(LineOf(line));
                    break;
                case Polygon { IsEmpty: false } lake:
                    lines.AddRange(lake.InteriorRings.Prepend(lake.ExteriorRing).Select(LineOf));
                    break;
                case { IsEmpty: true }:
                    break;
                default:
                    return null;
            }
        }

        return lines;
    }

    private static MapLine LineOf(LineString line)
    {
        var points = line.CoordinateSequence;
        return new MapLine([.. Enumerable.Range(0, points.Count).Select(points.GetX)], [.. Enumerable.Range(0, points.Count).Select(points.GetY)]);
    }
}
