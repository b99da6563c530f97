// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Numerics;

namespace Schakel.Analysis.Scale;

/// <summary>How much pairs of places in a band of distances differ, chance taken off.</summary>
/// <param name="From">[m] excluded, but for the first band, which starts at 0.</param>
/// <param name="To">[m] included.</param>
/// <param name="Pairs">Number of pairs.</param>
/// <param name="Gamma">[rate²] half the mean squared difference, never below 0; missing with <c>band-empty</c> without pairs.</param>
/// <param name="RawGamma">[rate²] before it is cut off at 0.</param>
public sealed record VariogramBand(double From, double To, long Pairs, Figure Gamma, Figure RawGamma);

/// <summary>Differences by distance.</summary>
/// <param name="Mean">[rate] all cases / all people.</param>
/// <param name="Bands">By rising distance.</param>
/// <param name="Range">[m] upper limit of the first band that reaches 95 % of the largest difference: places farther apart have nothing to do with each other.</param>
/// <param name="Warnings"><c>below-zero</c>: in some band pairs differ less than chance alone would give.</param>
public sealed record VariogramResult(double Mean, IReadOnlyList<VariogramBand> Bands, Figure Range, IReadOnlyList<Warning> Warnings);

/// <summary>How far does resemblance between places reach?</summary>
public static class PoissonVariogram
{
    // Places of one piece of work; sums of pieces are added in their order, so that the number of threads changes nothing.
    private const int PlacesPerPiece = 256;
    private const double AlmostAll = 0.95;

    /// <summary>How far does resemblance between places reach, with the chance of small numbers taken off?</summary>
    /// <remarks>
    /// <para><b>Definition.</b> γ(h) = Σ [w (pᵢ − pⱼ)² − m] / (2 Σ w) over the pairs of a band, w = nᵢnⱼ/(nᵢ + nⱼ), m = Σ cases / Σ people. Values below 0 are shown as 0.
    /// Range: the first band with γ ≥ 0.95 of the largest γ.</para>
    /// <para><b>Units.</b> Distances in metres, γ in rate².</para>
    /// <para><b>Shapes.</b> One coordinate pair, number of cases and number of people a place; bands by their upper limits.</para>
    /// <para><b>Missing values.</b> Not accepted: leave places without people or figures out.</para>
    /// <para><b>No answer.</b> <c>no-pairs</c>: fewer than two places. Within an answer: <c>band-empty</c>: no two places lie that far apart; <c>no-differences</c>: no band shows differences beyond chance, so there is no range.</para>
    /// <para><b>Cost.</b> O(pairs within the largest distance), spread over the threads.</para>
    /// <para><b>Source.</b> Monestiez and others (2006), <i>Geostatistical modelling of spatial distribution of Balaenoptera physalus</i>; Goovaerts (2005), <i>Geostatistical analysis of disease data</i>.</para>
    /// <para><b>Checked against.</b> An independent Python computation: <c>reference/poisson-variogram/a7-four-cells.json</c>.</para>
    /// </remarks>
    /// <param name="x">[m] one a place, finite.</param>
    /// <param name="y">[m] one a place, finite.</param>
    /// <param name="cases">[cases] one a place, ≥ 0.</param>
    /// <param name="population">[people] one a place, above 0.</param>
    /// <param name="limits">[m] upper limits of the bands, rising, above 0.</param>
    /// <param name="threads">Cores to use; 0 for all. The answer does not depend on it.</param>
    /// <returns>The bands.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a value is not in its range.</exception>
    public static Outcome<VariogramResult> Compute(
        double[] x, double[] y, double[] cases, double[] population, IReadOnlyList<double> limits, int threads = 0)
    {
        double[] ends = [.. limits];
        Check(x, y, cases, population, ends);
        if (x.Length < 2)
            return new Reason("no-pairs", "There are fewer than two places.");

        var mean = cases.Sum() / population.Sum();
        var pieces = (x.Length + PlacesPerPiece - 1) / PlacesPerPiece;
        var order = Enumerable.Range(0, x.Length).OrderBy(place => x[place]).ThenBy(place => place).ToArray();
        var sums = new BandSums[pieces];
        InParallel.Pieces(pieces, 1, threads, () => (from, upTo) =>
        {
            for (var piece = from; piece < upTo; piece++)
                sums[piece] = new BandSums(ends, mean).Add(x, y, cases, population, order, piece * PlacesPerPiece, Math.Min(x.Length, (piece + 1) * PlacesPerPiece));
        });

        var bands = Bands(ends, sums);
        var largest = bands.Max(band => band.Gamma.Value ?? 0);
        Figure range = largest > 0
            ? bands.First(band => band.Gamma.Value >= AlmostAll * largest).To
            : new Reason("no-differences", "At no distance do places differ beyond chance.");
        Warning[] warnings = bands.Any(band => band.RawGamma.Value < 0)
            ? [new Warning("below-zero", "At some distance places differ less than chance alone would give; shown as 0.")]
            : [];
        return new VariogramResult(mean, bands, range, warnings);
    }

    private static void Check(double[] x, double[] y, double[] cases, double[] population, double[] ends)
    {
        foreach (var (column, name) in new[] { (x, nameof(x)), (y, nameof(y)), (cases, nameof(cases)), (population, nameof(population)) })
        {
            Require.SameLength(column.Length, x.Length, name);
            Require.Finite(column, name);
        }

        Require.NotNegative(cases, nameof(cases));
        Require.Positive(population, nameof(population));
        Require.Finite(ends, nameof(ends));
        Require.Positive(ends, nameof(ends));
        if (ends.Length == 0 || ends.Zip(ends.Skip(1)).Any(pair => pair.First >= pair.Second))
            throw new ArgumentException("Expected rising upper limits of bands, at least one.", nameof(ends));
    }

    private static VariogramBand[] Bands(double[] ends, BandSums[] pieces)
    {
        var bands = new VariogramBand[ends.Length];
        for (var band = 0; band < ends.Length; band++)
        {
            var (pairs, weight, difference) = (0L, 0.0, 0.0);
            foreach (var piece in pieces)
            {
                pairs += piece.Pairs[band];
                weight += piece.Weight[band];
                difference += piece.Difference[band];
            }

            var from = band == 0 ? 0 : ends[band - 1];
            Figure raw = pairs > 0
                ? difference / (2 * weight)
                : new Reason("band-empty", "No two places lie that far apart.") { Arguments = [from, ends[band]] };
            bands[band] = new VariogramBand(from, ends[band], pairs, raw.Value is { } value ? Math.Max(0, value) : raw, raw);
        }

        return bands;
    }

    /// <summary>Sums over pairs, band by band.</summary>
    private sealed class BandSums(double[] ends, double mean)
    {
        internal long[] Pairs { get; } = new long[ends.Length];

        internal double[] Weight { get; } = new double[ends.Length];

        internal double[] Difference { get; } = new double[ends.Length];

        // Each place with those east of it: in the order of x, what is too far east ends the search.
        internal BandSums Add(double[] x, double[] y, double[] cases, double[] population, int[] order, int from, int upTo)
        {
            for (var a = from; a < upTo; a++)
                for (var b = a + 1; b < order.Length; b++)
                {
                    var (i, j) = (order[a], order[b]);
                    var (dx, dy) = (x[j] - x[i], y[j] - y[i]);
                    if (dx > ends[^1])
                        break;
                    var distance = Math.Sqrt((dx * dx) + (dy * dy));
                    if (distance > ends[^1])
                        continue;
                    var place = Array.BinarySearch(ends, distance);
                    var band = place < 0 ? ~place : place;
                    var difference = (cases[i] / population[i]) - (cases[j] / population[j]);
                    var w = population[i] * population[j] / (population[i] + population[j]);
                    Pairs[band]++;
                    Weight[band] += w;
                    Difference[band] += (w * difference * difference) - mean;
                }

            return this;
        }
    }
}
