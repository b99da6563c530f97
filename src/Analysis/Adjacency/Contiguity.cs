// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Numerics;

namespace Schakel.Analysis.Adjacency;

/// <summary>Which areas touch each other on the map?</summary>
public static class Contiguity
{
    /// <summary>Points closer than this are one point: official boundaries are published to the millimetre.</summary>
    public const double OneMillimetre = 0.001;

    /// <summary>Which areas share at least a point of their borders?</summary>
    /// <remarks>
    /// <para><b>Definition.</b> Areas i and j are neighbours when the distance between their borders is at most the tolerance.
    /// A corner of one area on the edge of another counts (a T-junction), also when the edge has no point there.</para>
    /// <para><b>Units.</b> Metres.</para>
    /// <para><b>Shapes.</b> One area for each entry of <paramref name="boundaries"/>; the graph has the same numbering, is symmetric and has no weights.</para>
    /// <para><b>Missing values.</b> An area without rings has no neighbours.</para>
    /// <para><b>No answer.</b> Always answers.</para>
    /// <para><b>Cost.</b> O(n log n) time for n points: exact points are matched by hashing, and only edges that no other area has exactly are compared by distance
    /// (all edges when the tolerance is above a millimetre). Areas may touch and leave gaps; where they overlap, an edge that two areas share exactly
    /// is not compared with a third one that crosses it.</para>
    /// <para><b>Source.</b> Cliff and Ord (1981), <i>Spatial Processes</i>, for the two kinds of contiguity.</para>
    /// <para><b>Checked against.</b> R spdep 1.2.7 <c>poly2nb</c> on the 108 buurten of Groningen in 2017: <c>reference/contiguity/groningen-2017.json</c>.</para>
    /// </remarks>
    /// <param name="boundaries">[m] the borders of the areas.</param>
    /// <param name="toleranceInMetres">[m] finite, ≥ 0; above a millimetre for approximate borders that do not fit exactly.</param>
    /// <param name="threads">Number of cores to use; 0 for all. The graph does not depend on it.</param>
    /// <returns>A symmetric graph without weights.</returns>
    /// <exception cref="ArgumentException">A ring is not closed, or the tolerance is negative or not finite.</exception>
    public static Neighbours Queen(AreaBoundaries boundaries, double toleranceInMetres = OneMillimetre, int threads = 0)
    {
        RequireLength(toleranceInMetres, nameof(toleranceInMetres));
        var workers = InParallel.Workers(threads);
        var points = BorderPoints.Of(boundaries, workers);
        var borders = SharedBorders.Of(points, measured: false, toleranceInMetres > OneMillimetre, workers);
        var contacts = LooseEdges.Of(points, borders.Loose, toleranceInMetres, measured: false, workers);
        return Neighbours.FromSortedPairs(boundaries.AreaCount, SharedBorders.Merge(borders.Pairs, [.. contacts.Pairs]));
    }

    /// <summary>Which areas share a piece of border?</summary>
    /// <remarks>
    /// <para><b>Definition.</b> Areas i and j are neighbours when the border that they have in common is longer than the tolerance and at least the minimum length.
    /// Two edges are common where they run beside each other within the tolerance over the whole stretch that they have in common, also without common points.</para>
    /// <para><b>Units.</b> Metres.</para>
    /// <para><b>Shapes.</b> One area for each entry of <paramref name="boundaries"/>; the graph has the same numbering, is symmetric and has no weights.</para>
    /// <para><b>Missing values.</b> An area without rings has no neighbours.</para>
    /// <para><b>No answer.</b> Always answers.</para>
    /// <para><b>Cost.</b> As <see cref="Queen"/>. Lengths are summed in whole nanometres, so that the order of work cannot change them.</para>
    /// <para><b>Source.</b> Cliff and Ord (1981), <i>Spatial Processes</i>, for the two kinds of contiguity.</para>
    /// <para><b>Checked against.</b> R spdep 1.2.7 <c>poly2nb(queen = FALSE)</c> on the 108 buurten of Groningen in 2017: <c>reference/contiguity/groningen-2017.json</c>.</para>
    /// </remarks>
    /// <param name="boundaries">[m] the borders of the areas.</param>
    /// <param name="toleranceInMetres">[m] finite, ≥ 0.</param>
    /// <param name="minimumLengthInMetres">[m] finite, ≥ 0: shorter common borders do not count. Work areas ask for 10 m.</param>
    /// <param name="threads">Number of cores to use; 0 for all. The graph does not depend on it.</param>
    /// <returns>A symmetric graph without weights.</returns>
    /// <exception cref="ArgumentException">A ring is not closed, or a length is negative or not finite.</exception>
    public static Neighbours Rook(
        AreaBoundaries boundaries, double toleranceInMetres = OneMillimetre, double minimumLengthInMetres = 0, int threads = 0)
    {
        var (keys, lengths) = Lengths(boundaries, toleranceInMetres, threads);
        RequireLength(minimumLengthInMetres, nameof(minimumLengthInMetres));
        var longEnough = new List<ulong>(keys.Length);
        for (var i = 0; i < keys.Length; i++)
            if (lengths[i] > toleranceInMetres && lengths[i] >= minimumLengthInMetres)
                longEnough.Add(keys[i]);
        return Neighbours.FromSortedPairs(boundaries.AreaCount, longEnough.ToArray());
    }

    /// <summary>How long is the border that two areas share?</summary>
    /// <remarks>
    /// <para><b>Definition.</b> As <see cref="Rook"/>; the weight of an edge is the length of the common border.</para>
    /// <para><b>Units.</b> Metres, rounded to a nanometre.</para>
    /// <para><b>Shapes.</b> As <see cref="Rook"/>, with the same weight in both directions.</para>
    /// <para><b>Missing values.</b> An area without rings has no neighbours.</para>
    /// <para><b>No answer.</b> Always answers.</para>
    /// <para><b>Cost.</b> As <see cref="Queen"/>.</para>
    /// <para><b>Source.</b> Cliff and Ord (1981), <i>Spatial Processes</i>: weights by common border.</para>
    /// <para><b>Checked against.</b> Lengths worked out by hand on grids in <c>ContiguityTests</c>.</para>
    /// </remarks>
    /// <param name="boundaries">[m] the borders of the areas.</param>
    /// <param name="toleranceInMetres">[m] finite, ≥ 0; shorter common borders are left out.</param>
    /// <param name="threads">Number of cores to use; 0 for all. The graph does not depend on it.</param>
    /// <returns>A symmetric graph; weights in metres.</returns>
    /// <exception cref="ArgumentException">A ring is not closed, or the tolerance is negative or not finite.</exception>
    public static Neighbours BorderLengths(AreaBoundaries boundaries, double toleranceInMetres = OneMillimetre, int threads = 0)
    {
        var (keys, lengths) = Lengths(boundaries, toleranceInMetres, threads);
        var edges = new List<(int From, int To, double Weight)>(2 * keys.Length);
        for (var i = 0; i < keys.Length; i++)
        {
            if (lengths[i] <= toleranceInMetres)
                continue;
            edges.Add((Pair.First(keys[i]), Pair.Second(keys[i]), lengths[i]));
            edges.Add((Pair.Second(keys[i]), Pair.First(keys[i]), lengths[i]));
        }

        return Neighbours.FromWeightedEdges(boundaries.AreaCount, edges.ToArray());
    }

    private static (ulong[] Keys, double[] Lengths) Lengths(AreaBoundaries boundaries, double tolerance, int threads)
    {
        RequireLength(tolerance, "toleranceInMetres");
        var workers = InParallel.Workers(threads);
        var points = BorderPoints.Of(boundaries, workers);
        var borders = SharedBorders.Of(points, measured: true, tolerance > OneMillimetre, workers);
        var contacts = LooseEdges.Of(points, borders.Loose, tolerance, measured: true, workers);
        return SharedBorders.Sum([.. borders.Pairs, .. contacts.Pairs], [.. borders.Nanometres, .. contacts.Nanometres]);
    }

    private static void RequireLength(double metres, string name)
    {
        if (!double.IsFinite(metres) || metres < 0)
            throw new ArgumentException($"A length is finite and not negative, but this is {metres}.", name);
    }
}
