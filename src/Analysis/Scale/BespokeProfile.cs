// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Numerics;

namespace Schakel.Analysis.Scale;

/// <summary>How much places differ when each is looked at with its nearest k people.</summary>
/// <param name="People">[people] k.</param>
/// <param name="Variance">[rate²] variance between places with chance taken off, never below 0.</param>
/// <param name="RawVariance">[rate²] variance between places as seen.</param>
/// <param name="Noise">[rate²] what chance alone would give: p̄(1 − p̄)/k.</param>
/// <param name="Share">[no unit] variance / variance at the smallest k.</param>
/// <param name="Excluded">Number of places for which fewer than k people were loaded.</param>
public sealed record BespokePoint(double People, Figure Variance, Figure RawVariance, double Noise, Figure Share, int Excluded);

/// <summary>How differences fade when one looks at larger surroundings.</summary>
/// <param name="Curve">By rising k.</param>
/// <param name="HalfAt">[people] k50: areas of so many people show half of the differences.</param>
/// <param name="Rates">[rate] by k, then by place of the study area: the rate among its nearest k people; an empty row where k exceeds all people.</param>
public sealed record BespokeResult(IReadOnlyList<BespokePoint> Curve, Figure HalfAt, double[][] Rates);

/// <summary>Which scale do the differences have, borders aside?</summary>
public static class BespokeProfile
{
    /// <summary>100, 200, 400 … 102,400 people.</summary>
    public static IReadOnlyList<double> DefaultSizes { get; } = [.. Enumerable.Range(0, 11).Select(doubling => 100.0 * (1 << doubling))];

    /// <summary>How fast do differences between places fade when each is looked at with more and more of its nearest people?</summary>
    /// <remarks>
    /// <para><b>Definition.</b> From each place people are collected outwards until k are reached; places equally far (to 1e-6 m) join together, and the last group joins with the fraction
    /// that makes exactly k. r(k) = cases among them / k. V(k) = Σ n (r(k) − p̄)² / Σ n over the places of the study area; chance p̄(1 − p̄)/k is taken off; share = V(k) / V(smallest k).
    /// k50 is where the share falls below 0.5, straight in the share and in ln k between two sizes.</para>
    /// <para><b>Units.</b> Distances in metres, variances in rate².</para>
    /// <para><b>Shapes.</b> One coordinate pair, number of cases and number of people a place.</para>
    /// <para><b>Missing values.</b> Not accepted: leave places without people or figures out.</para>
    /// <para><b>No answer.</b> <c>study-area-empty</c>: none in the study area. Within an answer: <c>more-than-everybody</c>: k exceeds all people that were loaded;
    /// <c>no-differences</c>: at the smallest k nothing is left beyond chance; <c>never-half</c>: the share stays at 0.5 or above up to the largest k.</para>
    /// <para><b>Cost.</b> O(m) a place on a lattice of squares, else O(m log m), m the places within reach of the largest k; spread over the threads.</para>
    /// <para><b>Source.</b> Östh, Malmberg and Andersson (2014), <i>Analysing segregation using individualised neighbourhoods</i>; Petrović, van Ham and Manley (2018), <i>Multiscale measures of population</i>.</para>
    /// <para><b>Checked against.</b> An independent Python computation: <c>reference/bespoke-profile/a6-six-cells.json</c>; all distances sorted, in a test.</para>
    /// </remarks>
    /// <param name="x">[m] one a place, finite.</param>
    /// <param name="y">[m] one a place, finite.</param>
    /// <param name="cases">[cases] one a place, ≥ 0.</param>
    /// <param name="population">[people] one a place, above 0.</param>
    /// <param name="sizes">[people] k, above 0; null = <see cref="DefaultSizes"/>.</param>
    /// <param name="isStudyArea">Whether a place is described, or only lends its people (a buffer around the study area); empty = all are described.</param>
    /// <param name="threads">Cores to use; 0 for all. The answer does not depend on it.</param>
    /// <returns>The curve, or why there is none.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a value is not in its range.</exception>
    public static Outcome<BespokeResult> Compute(
        double[] x, double[] y, double[] cases, double[] population, IReadOnlyList<double>? sizes = null, ReadOnlySpan<bool> isStudyArea = default, int threads = 0)
    {
        double[] wanted = [.. (sizes ?? DefaultSizes).Distinct().Order()];
        Check(x, y, cases, population, wanted, isStudyArea);
        var mask = isStudyArea.ToArray();
        var study = Enumerable.Range(0, x.Length).Where(place => mask.Length == 0 || mask[place]).ToArray();
        if (study.Length == 0)
            return new Reason("study-area-empty", "There are no places in the study area.");

        var everybody = population.Sum();
        double[] reachable = [.. wanted.Where(size => size <= everybody)];
        var rates = Rates(PeopleAround(x, y, cases, population), study, reachable, threads);
        var weights = Array.ConvertAll(study, place => population[place]);
        var mean = study.Sum(place => cases[place]) / weights.Sum();
        var curve = Curve(rates, weights, mean, wanted);
        return new BespokeResult(curve, HalfAt(curve), [.. rates, .. Enumerable.Repeat(Array.Empty<double>(), wanted.Length - reachable.Length)]);
    }

    private static void Check(double[] x, double[] y, double[] cases, double[] population, double[] sizes, ReadOnlySpan<bool> isStudyArea)
    {
        foreach (var (column, name) in new[] { (x, nameof(x)), (y, nameof(y)), (cases, nameof(cases)), (population, nameof(population)) })
        {
            Require.SameLength(column.Length, x.Length, name);
            Require.Finite(column, name);
        }

        Require.NotNegative(cases, nameof(cases));
        Require.Positive(population, nameof(population));
        Require.Finite(sizes, nameof(sizes));
        Require.Positive(sizes, nameof(sizes));
        if (sizes.Length == 0)
            throw new ArgumentException("Expected at least one size.", nameof(sizes));
        if (!isStudyArea.IsEmpty)
            Require.SameLength(isStudyArea.Length, x.Length, nameof(isStudyArea));
    }

    // Squares of 100 m stand on a lattice, which is some ten times faster; centres of buurten do not.
    private static Func<IPeopleAround> PeopleAround(double[] x, double[] y, double[] cases, double[] population)
    {
        if (LatticePeople.From(x, y, cases, population) is { } lattice)
            return () => lattice;
        var bins = new PlaceBins(x, y);
        return () => new NearestPeople(bins, cases, population);
    }

    private static double[][] Rates(Func<IPeopleAround> peopleAround, int[] study, double[] sizes, int threads)
    {
        var rates = sizes.Select(_ => new double[study.Length]).ToArray();
        InParallel.Pieces(study.Length, 64, threads, () =>
        {
            var walker = peopleAround();
            var around = new double[sizes.Length];
            return (from, upTo) =>
            {
                for (var i = from; i < upTo; i++)
                {
                    walker.Collect(study[i], sizes, around);
                    for (var size = 0; size < sizes.Length; size++)
                        rates[size][i] = around[size];
                }
            };
        });
        return rates;
    }

    private static BespokePoint[] Curve(double[][] rates, double[] weights, double mean, double[] sizes)
    {
        var curve = new BespokePoint[sizes.Length];
        var first = 0.0;
        for (var size = 0; size < sizes.Length; size++)
        {
            var noise = Math.Max(0, mean * (1 - mean)) / sizes[size];
            if (size >= rates.Length)
            {
                var reason = new Reason("more-than-everybody", "There are fewer people in the places that were loaded; load a wider surrounding.") { Arguments = [sizes[size]] };
                curve[size] = new BespokePoint(sizes[size], reason, reason, noise, reason, weights.Length);
                continue;
            }

            var raw = rates[size].Zip(weights, (rate, weight) => weight * (rate - mean) * (rate - mean)).Sum() / weights.Sum();
            var variance = Math.Max(0, raw - noise);
            if (size == 0)
                first = variance;
            curve[size] = new BespokePoint(sizes[size], variance, raw, noise, first > 0 ? variance / first : NoDifferences(), 0);
        }

        return curve;
    }

    private static Figure HalfAt(BespokePoint[] curve)
    {
        for (var i = 0; i < curve.Length; i++)
        {
            if (curve[i].Share.Value is not { } share)
                return curve[i].Share.Reason is { Code: "more-than-everybody" } && i > 0 ? NeverHalf() : curve[i].Share;
            if (share >= 0.5)
                continue;
            var before = curve[i - 1];
            var part = (before.Share.Value!.Value - 0.5) / (before.Share.Value!.Value - share);
            return Math.Exp(Math.Log(before.People) + (part * Math.Log(curve[i].People / before.People)));
        }

        return NeverHalf();
    }

    private static Reason NoDifferences() => new("no-differences", "At the smallest number of people no difference is left beyond chance.");

    private static Reason NeverHalf() => new("never-half", "More than half of the differences are still there at the largest number of people: they are of a larger scale.");
}
