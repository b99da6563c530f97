// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Numerics;

namespace Schakel.Analysis.Adjacency;

/// <summary>The areas nearest to each area.</summary>
public static class NearestNeighbours
{
    /// <summary>Which k areas lie nearest to each area?</summary>
    /// <remarks>
    /// <para><b>Definition.</b> The k other points with the smallest distance; of equally near ones those with the smallest index, so that the caller decides by the order.
    /// Not made symmetric: a lone area looks at others that do not look back.</para>
    /// <para><b>Units.</b> Metres, or any unit of a flat map; not degrees.</para>
    /// <para><b>Shapes.</b> n points in two columns; the graph has the same numbering, n·k directed edges and no weights.</para>
    /// <para><b>Missing values.</b> Not accepted: leave points without a place out.</para>
    /// <para><b>No answer.</b> <c>too-few-areas</c>: there are not k other points.</para>
    /// <para><b>Cost.</b> O(n log n + n k log n) time on spread-out points, O(n k) memory.</para>
    /// <para><b>Source.</b> Bentley (1975), <i>Multidimensional binary search trees used for associative searching</i>.</para>
    /// <para><b>Checked against.</b> R spdep 1.2.7 <c>knearneigh</c>: <c>reference/contiguity/columbus-points.json</c>.</para>
    /// </remarks>
    /// <param name="x">[m] finite.</param>
    /// <param name="y">[m] finite, as many as <paramref name="x"/>.</param>
    /// <param name="k">At least 1.</param>
    /// <param name="threads">Number of cores to use; 0 for all. The graph does not depend on it.</param>
    /// <returns>The graph, or why there is none.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a coordinate is not finite.</exception>
    public static Outcome<Neighbours> Compute(ReadOnlySpan<double> x, ReadOnlySpan<double> y, int k, int threads = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        Require.SameLength(y.Length, x.Length, nameof(y));
        Require.Finite(x, nameof(x));
        Require.Finite(y, nameof(y));
        if (k >= x.Length)
            return new Reason("too-few-areas", $"At least {k + 1L} areas are needed, but there are {x.Length}.") { Arguments = [k + 1L, x.Length] };

        var count = x.Length;
        var tree = new PointTree(x, y);
        var offsets = new int[count + 1];
        var targets = new int[count * k];
        for (var point = 0; point < count; point++)
            offsets[point + 1] = offsets[point] + k;
        InParallel.Pieces(count, 256, threads, () =>
        {
            var nearest = new int[k];
            var squares = new double[k];
            return (from, to) =>
            {
                for (var point = from; point < to; point++)
                {
                    tree.Nearest(point, nearest, squares);
                    Array.Sort(nearest);
                    nearest.CopyTo(targets, offsets[point]);
                }
            };
        });
        return new Neighbours(offsets, targets);
    }
}
