// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using CsCheck;
using Schakel.Analysis.Scale;
using static Schakel.Analysis.Tests.Scale.Answers;
using static Schakel.Analysis.Tests.Scale.ScaleCase;

namespace Schakel.Analysis.Tests.Scale;

public sealed class BespokeProfileTests
{
    private static readonly ScaleCase worked = Load("a6-six-cells.json", "bespoke-profile");
    private static readonly double[] line = Numbers(worked.Input["x"]);
    private static readonly double[] people = Numbers(worked.Input["population"]);
    private static readonly double[] cases = Numbers(worked.Input["cases"]);

    private sealed record Places(double[] X, double[] Y, double[] Cases, double[] People);

    // Whole coordinates, so that many places lie exactly equally far.
    private static readonly Gen<Places> maps =
        from count in Gen.Int[1, 60]
        from x in Gen.Int[0, 12].Array[count]
        from y in Gen.Int[0, 7].Array[count]
        from people in Gen.Int[1, 200].Array[count]
        from sick in Gen.Double[0, 1].Array[count]
        select new Places(
            [.. x.Select(v => 100.0 * v)], [.. y.Select(v => 100.0 * v)], [.. people.Zip(sick, (n, p) => Math.Floor(n * p))], [.. people.Select(n => (double)n)]);

    [Fact]
    public void A6_six_cells_on_a_line()
    {
        var result = Of(BespokeProfile.Compute(line, new double[6], cases, people, Numbers(worked.Input["sizes"])));

        foreach (var (expected, rates) in worked.Expected["rates"]!.AsArray().Zip(result.Rates))
            Close(Numbers(expected), rates, worked.Tolerance);
        Close(Numbers(worked.Expected["rawVariance"]), result.Curve.Select(point => point.RawVariance.Value!.Value), worked.Tolerance);
        Close(Numbers(worked.Expected["noise"]), result.Curve.Select(point => point.Noise), worked.Tolerance);
        Close(Numbers(worked.Expected["variance"]), result.Curve.Select(point => point.Variance.Value!.Value), worked.Tolerance);
    }

    [Fact]
    public void Half_of_the_differences_lie_on_a_straight_line_in_the_logarithm_of_people()
    {
        var result = Of(BespokeProfile.Compute(line, new double[6], cases, people, [50, 100, 200]));

        // Shares 1, .82034 and 0: half lies (.82034 − .5)/.82034 of the way from ln 100 to ln 200.
        var share = result.Curve[1].Share.Value!.Value;
        Assert.Equal(0.82034, share, 1e-4);
        Assert.Equal(100 * Math.Pow(2, (share - 0.5) / share), result.HalfAt.Value!.Value, 1e-9);
    }

    [Fact]
    public void Walking_bin_by_bin_equals_sorting_all_distances() => Gen.Select(maps, Gen.Double[0.01, 1].Array[3]).Sample((map, parts) =>
    {
        var everybody = map.People.Sum();
        var sizes = parts.Select(part => Math.Max(1e-3, part * everybody)).Append(everybody).Distinct().Order().ToArray();

        var result = Of(BespokeProfile.Compute(map.X, map.Y, map.Cases, map.People, sizes));

        for (var size = 0; size < sizes.Length; size++)
            for (var place = 0; place < map.X.Length; place++)
                Close(Sorted(map, place, sizes[size]), result.Rates[size][place], 1e-9);
    }, iter: 300);

    [Fact]
    public void Squares_on_a_lattice_equal_sorting_all_distances()
    {
        var lattices = 0;

        Gen.Select(maps, Gen.Double[0.01, 1].Array[3]).Sample((map, parts) =>
        {
            var kept = Enumerable.Range(0, map.X.Length).DistinctBy(place => (map.X[place], map.Y[place])).ToArray();
            var squares = new Places(Pick(map.X, kept), Pick(map.Y, kept), Pick(map.Cases, kept), Pick(map.People, kept));
            var sizes = parts.Select(part => Math.Max(1e-3, part * squares.People.Sum())).Append(squares.People.Sum()).Distinct().Order().ToArray();
            if (LatticePeople.From(squares.X, squares.Y, squares.Cases, squares.People) is not { } lattice)
                return;

            Interlocked.Increment(ref lattices);
            var rates = new double[sizes.Length];
            for (var place = 0; place < kept.Length; place++)
            {
                lattice.Collect(place, sizes, rates);
                Close(sizes.Select(size => Sorted(squares, place, size)), rates, 1e-9);
            }
        }, iter: 300);

        // A handful of places may stand on no common step; most maps do.
        Assert.InRange(lattices, 150, 400);
    }

    [Fact]
    public void Everybody_together_leaves_no_differences() => maps.Sample(map =>
    {
        var result = Of(BespokeProfile.Compute(map.X, map.Y, map.Cases, map.People, [map.People.Sum()]));

        Assert.Equal(0, result.Curve[0].RawVariance.Value!.Value, 1e-12);
    }, iter: 50);

    [Fact]
    public void More_than_everybody_is_said_and_not_guessed()
    {
        var result = Of(BespokeProfile.Compute(line, new double[6], cases, people, [100, 251]));

        Assert.Equal("more-than-everybody", result.Curve[1].Variance.Reason?.Code);
        Assert.Equal(6, result.Curve[1].Excluded);
        Assert.Empty(result.Rates[1]);
        Assert.Equal("never-half", result.HalfAt.Reason?.Code);
    }

    [Fact]
    public void A_buffer_lends_its_people_and_is_not_described()
    {
        var result = Of(BespokeProfile.Compute(line, new double[6], cases, people, [50, 100], [true, true, true, false, false, false]));

        Close([0.19, 0.167273, 0.122857], result.Rates[1], worked.Tolerance);
        Assert.Equal("study-area-empty", ReasonOf(BespokeProfile.Compute(line, new double[6], cases, people, [50], new bool[6])).Code);
    }

    [Fact]
    public void Equal_rates_everywhere_have_no_scale()
    {
        var result = Of(BespokeProfile.Compute(line, new double[6], [.. people.Select(n => n / 10)], people, [50, 100]));

        Assert.Equal("no-differences", result.HalfAt.Reason?.Code);
    }

    [Fact]
    public void The_number_of_threads_changes_nothing()
    {
        var random = new Schakel.Analysis.Numerics.RandomSequence(3);
        var (x, y, n, c) = (new double[900], new double[900], new double[900], new double[900]);
        for (var i = 0; i < 900; i++)
            (x[i], y[i], n[i], c[i]) = (6000 * random.NextDouble(), 6000 * random.NextDouble(), 1 + random.NextInt(90), random.NextInt(2));

        var one = Of(BespokeProfile.Compute(x, y, c, n, threads: 1));
        var three = Of(BespokeProfile.Compute(x, y, c, n, threads: 3));

        Assert.Equal(one.Rates, three.Rates);
        Assert.Equal(one.Curve.Select(point => point.RawVariance.Value), three.Curve.Select(point => point.RawVariance.Value));
    }

    [Fact]
    public void Columns_that_break_the_contract_throw()
    {
        Assert.ThrowsAny<ArgumentException>(() => BespokeProfile.Compute([0, 1], [0], [0, 0], [1, 1]));
        Assert.ThrowsAny<ArgumentException>(() => BespokeProfile.Compute([0, double.NaN], [0, 0], [0, 0], [1, 1]));
        Assert.ThrowsAny<ArgumentException>(() => BespokeProfile.Compute([0, 1], [0, 0], [0, -1], [1, 1]));
        Assert.ThrowsAny<ArgumentException>(() => BespokeProfile.Compute([0, 1], [0, 0], [0, 0], [1, 0]));
        Assert.ThrowsAny<ArgumentException>(() => BespokeProfile.Compute([0, 1], [0, 0], [0, 0], [1, 1], [0]));
        Assert.ThrowsAny<ArgumentException>(() => BespokeProfile.Compute([0, 1], [0, 0], [0, 0], [1, 1], []));
    }

    private static double[] Pick(double[] column, int[] kept) => [.. kept.Select(place => column[place])];

    private static double Sorted(Places map, int place, double size)
    {
        var groups = Enumerable.Range(0, map.X.Length)
            .GroupBy(other => Math.Round(1e6 * Math.Sqrt(Math.Pow(map.X[place] - map.X[other], 2) + Math.Pow(map.Y[place] - map.Y[other], 2))))
            .OrderBy(group => group.Key);
        var (people, affected) = (0.0, 0.0);
        foreach (var group in groups)
        {
            var (more, ill) = (group.Sum(other => map.People[other]), group.Sum(other => map.Cases[other]));
            if (people + more >= size - 1e-9)
                return (affected + (ill * Math.Min(1, (size - people) / more))) / size;
            (people, affected) = (people + more, affected + ill);
        }

        throw new InvalidOperationException("Fewer people than asked for.");
    }
}
