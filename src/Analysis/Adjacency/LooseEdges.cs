// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Numerics;
using Schakel.Analysis.Numerics;

namespace Schakel.Analysis.Adjacency;

/// <summary>Contacts between edges that no other area has exactly: corners on edges, edges that lie along or cross each other.</summary>
/// <remarks>
/// <para>In a map without overlaps every T-junction involves two such edges: the long one lacks the corner, and the short ones end there. So only
/// these are compared, cell by cell of a grid. A cell is about as large as an edge; cells are hashed, so that one far-off area costs nothing.</para>
/// </remarks>
internal sealed class LooseEdges
{
    private readonly BorderPoints points;
    private readonly int[] edges;
    private readonly double tolerance;
    private readonly double cell;
    private readonly int mask;
    private readonly int[] starts;
    private readonly int[] members;

    private LooseEdges(BorderPoints points, int[] edges, double tolerance)
    {
        this.points = points;
        this.edges = edges;
        this.tolerance = tolerance;
        cell = CellSize();
        mask = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(64, 4L * edges.Length)) - 1;
        starts = new int[mask + 2];
        for (var edge = 0; edge < edges.Length; edge++)
            ForEachCell(edge, bucket => starts[bucket + 1]++);
        for (var bucket = 0; bucket <= mask; bucket++)
            starts[bucket + 1] += starts[bucket];
        members = new int[starts[mask + 1]];
        var next = starts.AsSpan(0, mask + 1).ToArray();
        for (var edge = 0; edge < edges.Length; edge++)
        {
            var mine = edge;
            ForEachCell(edge, bucket => members[next[bucket]++] = mine);
        }
    }

    /// <summary>Finds the contacts.</summary>
    /// <returns>Pairs with the smaller index first, not sorted, doubles possible; with lengths when measured.</returns>
    internal static (List<ulong> Pairs, List<long> Nanometres) Of(
        BorderPoints points, int[] edges, double tolerance, bool measured, int workers)
    {
        if (edges.Length < 2)
            return ([], []);
        var grid = new LooseEdges(points, edges, tolerance);
        var parts = new EdgeContacts[workers];
        InParallel.Run(workers, worker => parts[worker] = grid.Compare(
            (int)((long)edges.Length * worker / workers), (int)((long)edges.Length * (worker + 1) / workers), measured));
        return ([.. parts.SelectMany(part => part.Pairs)], [.. parts.SelectMany(part => part.Nanometres)]);
    }

    private EdgeContacts Compare(int fromEdge, int toEdge, bool measured)
    {
        var contacts = new EdgeContacts(points, tolerance, measured);
        var comparedWith = new int[edges.Length];
        for (var edge = fromEdge; edge < toEdge; edge++)
        {
            var mine = edge;
            var area = points.Area[edges[edge]];
            ForEachCell(edge, bucket =>
            {
                for (var place = starts[bucket]; place < starts[bucket + 1]; place++)
                {
                    var other = members[place];
                    if (other <= mine || comparedWith[other] == mine + 1 || points.Area[edges[other]] == area)
                        continue;
                    comparedWith[other] = mine + 1;
                    contacts.Compare(edges[mine], edges[other]);
                }
            });
        }

        return contacts;
    }

    /// <summary>Twice the median edge, but not so small that a few very long edges fill the grid, nor that numbers of cells lose their digits.</summary>
    private double CellSize()
    {
        var lengths = new double[edges.Length];
        var (sum, farthest) = (0.0, 0.0);
        for (var edge = 0; edge < edges.Length; edge++)
        {
            var corner = edges[edge];
            lengths[edge] = Math.Abs(X(corner) - X(corner + 1)) + Math.Abs(Y(corner) - Y(corner + 1));
            sum += lengths[edge];
            farthest = Math.Max(farthest, Math.Max(Math.Abs(X(corner)), Math.Abs(Y(corner))));
        }

        Array.Sort(lengths);
        return Math.Max(Math.Max(2 * lengths[lengths.Length / 2], sum / lengths.Length / 8), Math.Max(4 * tolerance, farthest * 1e-12));
    }

    /// <summary>The buckets of the cells that an edge passes, with the tolerance around it.</summary>
    private void ForEachCell(int edge, Action<int> visit)
    {
        var corner = edges[edge];
        var (x1, y1, x2, y2) = X(corner) <= X(corner + 1)
            ? (X(corner), Y(corner), X(corner + 1), Y(corner + 1))
            : (X(corner + 1), Y(corner + 1), X(corner), Y(corner));
        var (firstColumn, lastColumn) = (Cell(x1 - tolerance), Cell(x2 + tolerance));
        var slope = x2 > x1 ? (y2 - y1) / (x2 - x1) : 0;
        for (var column = firstColumn; column <= lastColumn; column++)
        {
            // The stretch of the edge inside this column, a tolerance wider on both sides.
            var left = Math.Clamp((column * cell) - tolerance, x1, x2);
            var right = Math.Clamp(((column + 1) * cell) + tolerance, x1, x2);
            var (low, high) = x2 > x1
                ? (y1 + (slope * (left - x1)), y1 + (slope * (right - x1)))
                : (y1, y2);
            if (low > high)
                (low, high) = (high, low);
            var slack = tolerance + (1e-12 * (Math.Abs(low) + Math.Abs(high)));
            var (firstRow, lastRow) = (Cell(low - slack), Cell(high + slack));
            for (var row = firstRow; row <= lastRow; row++)
                visit(Bucket(column, row));
        }
    }

    private long Cell(double coordinate) => (long)Math.Floor(coordinate / cell);

    private int Bucket(long column, long row)
    {
        unchecked
        {
            var mixed = ((ulong)column * 0x9E3779B97F4A7C15UL) ^ ((ulong)row * 0xC2B2AE3D27D4EB4FUL);
            return (int)(((mixed ^ (mixed >> 32)) * 0x9E3779B97F4A7C15UL) >> 33) & mask;
        }
    }

    private double X(int corner) => points.Boundaries.X[corner];

    private double Y(int corner) => points.Boundaries.Y[corner];
}
