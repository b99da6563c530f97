// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;
using Schakel.Analysis.Adjacency;
using Schakel.Catalogue.Areas;

namespace Schakel.Cli.Inputs;

/// <summary>The borders of the units, in the order of the units: as shapes, or straight from a file as columns of coordinates.</summary>
internal sealed class Borders
{
    private readonly Geometry?[]? shapes;
    private readonly AreaBoundaries? columns;
    private readonly int[] rows = [];
    private readonly bool[] hasInFile = [];
    private readonly (double[] X, double[] Y)? middles;

    private Borders(bool[] has, bool hasPolygons) => (Has, HasPolygons) = (has, hasPolygons);

    internal Borders(Geometry?[] shapes)
        : this(Array.ConvertAll(shapes, shape => shape is { IsEmpty: false }), Array.Exists(shapes, shape => shape is Polygon or MultiPolygon)) => this.shapes = shapes;

    /// <summary>Columns in the order of the file; <paramref name="rows"/> tells which row each unit is.</summary>
    internal Borders(AreaBoundaries columns, bool[] hasBoundary, int[] rows, (double[] X, double[] Y)? middles)
        : this(Array.ConvertAll(rows, row => hasBoundary[row]), Array.Exists(hasBoundary, has => has)) =>
        (this.columns, hasInFile, this.rows, this.middles) = (columns, hasBoundary, rows, middles);

    /// <summary>Whether a unit has a shape at all.</summary>
    internal bool[] Has { get; }

    internal bool HasPolygons { get; }

    /// <summary>One a unit; null when the borders were read as columns.</summary>
    internal Geometry?[]? Shapes => shapes;

    /// <summary>The borders of some of the units, in the order given.</summary>
    internal Borders Pick(int[] units) =>
        columns is null ? new Borders(Array.ConvertAll(units, unit => shapes![unit])) : new Borders(columns, hasInFile, Array.ConvertAll(units, unit => rows[unit]), middles);

    internal AreaBoundaries Columns() => columns is null ? BoundaryColumns.AreaBoundariesOf(shapes!) : Ordered(columns, rows);

    /// <summary>Middles of the units.</summary>
    internal (double[] X, double[] Y) Centroids() =>
        shapes is not null ? BoundaryColumns.CentroidsOf(shapes)
        : middles is { } known ? (Array.ConvertAll(rows, row => known.X[row]), Array.ConvertAll(rows, row => known.Y[row]))
        : throw new InvalidOperationException("Middles were asked of borders that were read without them.");

    private static AreaBoundaries Ordered(AreaBoundaries all, int[] rows)
    {
        if (rows.Length == all.AreaCount && IsInOrder(rows))
            return all;

        var (rings, points) = (0, 0);
        foreach (var row in rows)
        {
            rings += all.AreaStarts[row + 1] - all.AreaStarts[row];
            points += all.RingStarts[all.AreaStarts[row + 1]] - all.RingStarts[all.AreaStarts[row]];
        }

        var (x, y, ringStarts, areaStarts) = (new double[points], new double[points], new int[rings + 1], new int[rows.Length + 1]);
        var (ring, point) = (0, 0);
        for (var area = 0; area < rows.Length; area++)
        {
            for (var from = all.AreaStarts[rows[area]]; from < all.AreaStarts[rows[area] + 1]; from++)
            {
                var (start, length) = (all.RingStarts[from], all.RingStarts[from + 1] - all.RingStarts[from]);
                Array.Copy(all.X, start, x, point, length);
                Array.Copy(all.Y, start, y, point, length);
                point += length;
                ringStarts[++ring] = point;
            }

            areaStarts[area + 1] = ring;
        }

        return new AreaBoundaries(x, y, ringStarts, areaStarts);
    }

    private static bool IsInOrder(int[] rows)
    {
        for (var i = 0; i < rows.Length; i++)
            if (rows[i] != i)
                return false;
        return true;
    }
}
