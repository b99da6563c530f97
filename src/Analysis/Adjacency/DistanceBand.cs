// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Numerics;

namespace Schakel.Analysis.Adjacency;

/// <summary>The areas within a distance of each area.</summary>
public static class DistanceBand
{
    /// <summary>Which areas lie at most so far from each other?</summary>
    /// <remarks>
    /// <para><b>Definition.</b> i and j are neighbours when their distance is at most the given one; in one place together they are.</para>
    /// <para><b>Units.</b> Metres, or any unit of a flat map; not degrees.</para>
    /// <para><b>Shapes.</b> n points in two columns; the graph has the same numbering, is symmetric and has no weights.</para>
    /// <para><b>Missing values.</b> Not accepted: leave points without a place out.</para>
    /// <para><b>No answer.</b> Always answers; a short distance leaves islands.</para>
    /// <para><b>Cost.</b> O(n log n + e) time on spread-out points for e directed edges, O(n + e) memory: a distance that spans the map makes n² of them.</para>
    /// <para><b>Source.</b> Bentley (1975), <i>Multidimensional binary search trees used for associative searching</i>.</para>
    /// <para><b>Checked against.</b> R spdep 1.2.7 <c>dnearneigh</c>: <c>reference/contiguity/columbus-points.json</c>.</para>
    /// </remarks>
    /// <param name="x">[m] finite.</param>
    /// <param name="y">[m] finite, as many as <paramref name="x"/>.</param>
    /// <param name="distanceInMetres">[m] finite, ≥ 0.</param>
    /// <param name="threads">Number of cores to use; 0 for all. The graph does not depend on it.</param>
    /// <returns>A symmetric graph without weights.</returns>
    /// <exception cref="ArgumentException">The lengths differ, a coordinate is not finite, or the distance is negative or not finite.</exception>
    public static Neighbours Within(ReadOnlySpan<double> x, ReadOnlySpan<double> y, double distanceInMetres, int threads = 0)
    {
        Require.SameLength(y.Length, x.Length, nameof(y));
        Require.Finite(x, nameof(x));
        Require.Finite(y, nameof(y));
        if (!double.IsFinite(distanceInMetres) || distanceInMetres < 0)
            throw new ArgumentException($"A distance is finite and not negative, but this is {distanceInMetres}.", nameof(distanceInMetres));

        var tree = new PointTree(x, y);
        var near = new int[x.Length][];
        InParallel.Pieces(x.Length, 256, threads, () =>
        {
            var found = new List<int>();
            return (from, to) =>
            {
                for (var point = from; point < to; point++)
                {
                    found.Clear();
                    tree.Within(point, distanceInMetres, found);
                    found.Sort();
                    near[point] = [.. found];
                }
            };
        });

        var offsets = new int[near.Length + 1];
        for (var point = 0; point < near.Length; point++)
            offsets[point + 1] = offsets[point] + near[point].Length;
        return new Neighbours(offsets, [.. near.SelectMany(list => list)]);
    }
}
