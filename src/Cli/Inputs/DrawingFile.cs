// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;
using Schakel.Analysis;
using Schakel.Catalogue;
using Schakel.Catalogue.Sources;

namespace Schakel.Cli.Inputs;

/// <summary>What residents drew: a polygon and properties for each respondent, sorted by respondent.</summary>
internal sealed class DrawingFile
{
    private readonly SourceTable table;
    private readonly int[] rows;

    private DrawingFile(SourceTable table, string[] respondents, int[] rows) => (this.table, Respondents, this.rows) = (table, respondents, rows);

    internal string Path => table.Path;

    /// <summary>Sorted.</summary>
    internal string[] Respondents { get; }

    internal static Outcome<DrawingFile> Read(Run run, string option, string file)
    {
        if (!run.Stages.Measure("read", () => TableReader.Read(run, option, file, geometry: true)).TryGet(out var table, out var reason))
            return reason;
        TableReader.Remember(run, table);
        if (table.Find("respondent") is not { } column)
            return CodeColumn.Unknown(table, option, "respondent");

        var codes = CodeColumn.Codes(column);
        var empty = Array.IndexOf(codes, null);
        if (empty >= 0)
            return new Refusal("cell-empty", "This cell is empty.", table.Path) { Row = Cells.FileRow(table, empty), Column = column.Name, Expected = "a value in each row" };
        if (!CodeColumn.Index(table, column, codes).TryGet(out var places, out reason))
            return reason;
        var respondents = places.Keys.Order(StringComparer.Ordinal).ToArray();
        return new DrawingFile(table, respondents, Array.ConvertAll(respondents, respondent => places[respondent]));
    }

    /// <summary>The rings of a drawing, outer and inner alike; none when it is no polygon.</summary>
    internal IReadOnlyList<IReadOnlyList<(double X, double Y)>> Rings(int respondent) => RingsOf(table.Geometries![rows[respondent]]);

    /// <summary>As <see cref="Rings"/>.</summary>
    internal static IReadOnlyList<IReadOnlyList<(double X, double Y)>> RingsOf(Geometry? drawing)
    {
        var rings = new List<IReadOnlyList<(double X, double Y)>>();
        if (drawing is { } shape)
            for (var part = 0; part < shape.NumGeometries; part++)
                if (shape.GetGeometryN(part) is Polygon { IsEmpty: false } polygon)
                    foreach (var ring in polygon.InteriorRings.Prepend(polygon.ExteriorRing))
                        rings.Add([.. ring.Coordinates.Select(point => (point.X, point.Y))]);
        return rings;
    }

    internal Outcome<Cells> Numbers(string option, string name) =>
        table.Find(name) is { } column ? Cells.From(table, column, rows) : CodeColumn.Unknown(table, option, name);

    internal Outcome<string?[]> Words(string option, string name)
    {
        if (table.Find(name) is not { } column)
            return CodeColumn.Unknown(table, option, name);
        var words = CodeColumn.Codes(column);
        return Array.ConvertAll(rows, row => words[row]);
    }
}
