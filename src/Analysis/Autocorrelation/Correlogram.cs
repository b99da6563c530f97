// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Adjacency;
using Schakel.Analysis.Numerics;

namespace Schakel.Analysis.Autocorrelation;

/// <summary>How strongly areas resemble those in one ring around them.</summary>
/// <param name="Label">Order of contiguity (1 = neighbours), or the upper limit of the band in metres.</param>
/// <param name="Pairs">Number of pairs of areas.</param>
/// <param name="Cover">[0..1] part of the areas that have another in this ring.</param>
/// <param name="I">[no unit] Moran's I; missing where the ring is too thin.</param>
/// <param name="Low">[no unit] 2.5th percentile of I when the values are dealt at random.</param>
/// <param name="High">[no unit] 97.5th percentile.</param>
public sealed record CorrelogramRing(double Label, long Pairs, double Cover, Figure I, Figure Low, Figure High);

/// <summary>Resemblance, ring by ring.</summary>
/// <param name="Rings">From near to far.</param>
/// <param name="EndsAt">Label of the first ring whose I lies within the envelope of chance: resemblance reaches no farther.</param>
public sealed record CorrelogramResult(IReadOnlyList<CorrelogramRing> Rings, Figure EndsAt);

/// <summary>How far does the resemblance between areas reach?</summary>
public static class Correlogram
{
    /// <summary>Fewer pairs say nothing about a ring.</summary>
    public const int LeastPairs = 30;

    /// <summary>Least part of the areas that must have another in the ring.</summary>
    public const double LeastCover = 0.75;

    private const double LowPart = 0.025;
    private const double HighPart = 0.975;

    /// <summary>How far does the resemblance between areas reach, in rings of neighbours, of their neighbours, and so on?</summary>
    /// <remarks>
    /// <para><b>Definition.</b> Moran's I within each ring, row-standardised within the ring; an area with nobody in a ring counts in the mean and has weight 0 there.
    /// Envelope: the 2.5th and 97.5th percentile over random arrangements of the values.</para>
    /// <para><b>Units.</b> None. Give shrunken or standardised rates, so that chance in small areas does not hide the resemblance.</para>
    /// <para><b>Shapes.</b> One value an area of <paramref name="neighbours"/>.</para>
    /// <para><b>Missing values.</b> Not accepted: leave those areas out of both arguments.</para>
    /// <para><b>No answer.</b> <c>too-few-areas</c>, <c>no-variation</c>. Within an answer: <c>ring-too-thin</c>: fewer than 30 pairs, or fewer than 75 % of the areas have another in the ring;
    /// <c>not-asked</c>: no permutations; <c>never-ends</c>: every ring resembles more or less than chance.</para>
    /// <para><b>Cost.</b> O(rings · R · pairs), spread over the threads.</para>
    /// <para><b>Source.</b> Cliff and Ord (1981), <i>Spatial Processes</i>.</para>
    /// <para><b>Checked against.</b> R spdep on the Columbus data: <c>reference/moran/columbus-correlogram.json</c>.</para>
    /// </remarks>
    /// <param name="values">[any unit], finite.</param>
    /// <param name="neighbours">Who borders on whom; weights are not looked at.</param>
    /// <param name="orders">Number of rings, 1 or more.</param>
    /// <param name="permutations">R, 0 for none.</param>
    /// <param name="seed">The same seed gives the same envelope on any number of cores.</param>
    /// <param name="threads">Cores to use; 0 for all.</param>
    /// <param name="allRings">Whether thin rings are reported as well, for comparison with other software.</param>
    /// <returns>The rings, or why there are none.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a value is not in its range.</exception>
    public static Outcome<CorrelogramResult> Compute(
        ReadOnlySpan<double> values, Neighbours neighbours, int orders, int permutations = 199, int seed = 2009, int threads = 0, bool allRings = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(orders, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(permutations);
        Require.SameLength(values.Length, neighbours.AreaCount, nameof(values));
        Require.Finite(values, nameof(values));
        if (!Centred.Of(values).TryGet(out var centred, out var reason))
            return reason;

        CorrelogramRing[] rings = [.. Enumerable.Range(1, orders).Select(order => Ring(order, neighbours.OfOrder(order), centred.Scores, permutations, seed, threads, allRings))];
        return new CorrelogramResult(rings, EndsAt(rings, permutations));
    }

    /// <summary>The same with bands of distance between area centres in place of rings of neighbours.</summary>
    /// <param name="values">[any unit], finite.</param>
    /// <param name="x">[m] one an area, finite.</param>
    /// <param name="y">[m] one an area, finite.</param>
    /// <param name="limits">[m] upper limits of the bands, rising, above 0.</param>
    /// <param name="permutations">R, 0 for none.</param>
    /// <param name="seed">The same seed gives the same envelope on any number of cores.</param>
    /// <param name="threads">Cores to use; 0 for all.</param>
    /// <param name="allRings">Whether thin bands are reported as well.</param>
    /// <returns>The bands, or why there are none.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a value is not in its range.</exception>
    public static Outcome<CorrelogramResult> ByDistance(
        ReadOnlySpan<double> values, ReadOnlySpan<double> x, ReadOnlySpan<double> y, IReadOnlyList<double> limits,
        int permutations = 199, int seed = 2009, int threads = 0, bool allRings = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(permutations);
        Require.SameLength(x.Length, values.Length, nameof(x));
        Require.SameLength(y.Length, values.Length, nameof(y));
        Require.Finite(values, nameof(values));
        Require.Finite(x, nameof(x));
        Require.Finite(y, nameof(y));
        if (limits.Count == 0 || limits[0] <= 0 || limits.Zip(limits.Skip(1)).Any(pair => !(pair.First < pair.Second)))
            throw new ArgumentException("Expected rising upper limits of bands, at least one, above 0.", nameof(limits));
        if (!Centred.Of(values).TryGet(out var centred, out var reason))
            return reason;

        var bands = Bands(x, y, limits);
        CorrelogramRing[] rings = [.. limits.Select((limit, band) =>
            Ring(limit, Neighbours.FromPairs(centred.Scores.Length, [.. bands[band]]), centred.Scores, permutations, seed, threads, allRings))];
        return new CorrelogramResult(rings, EndsAt(rings, permutations));
    }

    private static CorrelogramRing Ring(double label, Neighbours ring, double[] scores, int permutations, int seed, int threads, bool allRings)
    {
        var cover = 1 - (ring.Islands().Length / (double)ring.AreaCount);
        var pairCount = ring.EdgeCount / 2L;
        if (pairCount == 0 || (!allRings && (pairCount < LeastPairs || cover < LeastCover)))
        {
            var thin = new Reason("ring-too-thin", $"Only {pairCount} pairs of areas lie in this ring; {LeastPairs} are needed, that take in three quarters of the areas.") { Arguments = [label, pairCount, LeastPairs] };
            return new CorrelogramRing(label, pairCount, cover, thin, thin, thin);
        }

        var weighted = ring.RowStandardised();
        var sum = WeightSums.Of(weighted).S0;
        var pairs = PairWeights.Of(weighted);
        var i = Arrangements.Sum<ProductTerm>(scores, pairs) / sum;
        if (permutations == 0)
        {
            var notAsked = new Reason("not-asked", "No permutations were asked for, so there is no envelope.");
            return new CorrelogramRing(label, pairCount, cover, i, notAsked, notAsked);
        }

        var arranged = Arrangements.Sums<ProductTerm>(scores, pairs, permutations, seed, threads);
        for (var r = 0; r < arranged.Length; r++)
            arranged[r] /= sum;
        return new CorrelogramRing(label, pairCount, cover, i, Percentile.Of(arranged, LowPart), Percentile.Of(arranged, HighPart));
    }

    private static Figure EndsAt(CorrelogramRing[] rings, int permutations)
    {
        if (permutations == 0)
            return new Reason("not-asked", "No permutations were asked for, so there is no envelope.");
        foreach (var ring in rings)
            if (ring.I.Value is { } i && i >= ring.Low.Value && i <= ring.High.Value)
                return ring.Label;
        return new Reason("never-ends", "In every ring areas resemble each other more, or less, than chance would give; look at more rings.");
    }

    // In the order of x, what is too far east ends the search.
    private static List<(int First, int Second)>[] Bands(ReadOnlySpan<double> x, ReadOnlySpan<double> y, IReadOnlyList<double> limits)
    {
        double[] east = [.. x], ends = [.. limits];
        var order = Enumerable.Range(0, east.Length).OrderBy(area => east[area]).ThenBy(area => area).ToArray();
        var bands = ends.Select(_ => new List<(int, int)>()).ToArray();
        for (var a = 0; a < order.Length; a++)
            for (var b = a + 1; b < order.Length && east[order[b]] - east[order[a]] <= ends[^1]; b++)
            {
                var (dx, dy) = (x[order[a]] - x[order[b]], y[order[a]] - y[order[b]]);
                var distance = Math.Sqrt((dx * dx) + (dy * dy));
                if (distance > ends[^1])
                    continue;
                var place = Array.BinarySearch(ends, distance);
                bands[place < 0 ? ~place : place].Add((order[a], order[b]));
            }

        return bands;
    }
}
