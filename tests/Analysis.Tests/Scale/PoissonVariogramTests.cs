// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using CsCheck;
using Schakel.Analysis.Scale;
using static Schakel.Analysis.Tests.Scale.Answers;
using static Schakel.Analysis.Tests.Scale.ScaleCase;

namespace Schakel.Analysis.Tests.Scale;

public sealed class PoissonVariogramTests
{
    private static readonly ScaleCase worked = Load("a7-four-cells.json", "poisson-variogram");

    [Fact]
    public void A7_four_cells_on_a_line()
    {
        var input = worked.Input;

        var result = Of(PoissonVariogram.Compute(
            Numbers(input["x"]), Numbers(input["y"]), Numbers(input["cases"]), Numbers(input["population"]), Numbers(input["limits"])));

        Close(Number(worked.Expected["mean"]), result.Mean, worked.Tolerance);
        Assert.Equal(Whole(worked.Expected["pairs"]).Select(pairs => (long)pairs), result.Bands.Select(band => band.Pairs));
        Close(Numbers(worked.Expected["gamma"]), result.Bands.Select(band => band.Gamma.Value!.Value), worked.Tolerance);
        Assert.Equal(Number(worked.Expected["range"]), result.Range.Value);
    }

    [Fact]
    public void Every_pair_counts_once_in_its_band() =>
        Gen.Select(Gen.Int[0, 30].Array[40], Gen.Int[0, 30].Array[40], Gen.Int[1, 50].Array[40], Gen.Int[0, 9].Array[40]).Sample((x, y, people, cases) =>
        {
            double[] limits = [3, 5, 10, 20];
            double[] east = [.. x], north = [.. y], n = [.. people], c = [.. cases];

            var result = Of(PoissonVariogram.Compute(east, north, c, n, limits));

            var mean = c.Sum() / n.Sum();
            for (var band = 0; band < limits.Length; band++)
            {
                var (pairs, weight, sum) = (0L, 0.0, 0.0);
                for (var i = 0; i < 40; i++)
                    for (var j = 0; j < i; j++)
                    {
                        var distance = Math.Sqrt(Math.Pow(east[i] - east[j], 2) + Math.Pow(north[i] - north[j], 2));
                        if (distance > limits[band] || (band > 0 && distance <= limits[band - 1]))
                            continue;
                        var w = n[i] * n[j] / (n[i] + n[j]);
                        pairs++;
                        weight += w;
                        sum += (w * Math.Pow((c[i] / n[i]) - (c[j] / n[j]), 2)) - mean;
                    }

                Assert.Equal(pairs, result.Bands[band].Pairs);
                if (pairs > 0)
                    Assert.Equal(sum / (2 * weight), result.Bands[band].RawGamma.Value!.Value, 1e-12);
                else
                    Assert.Equal("band-empty", result.Bands[band].Gamma.Reason?.Code);
            }
        }, iter: 100);

    [Fact]
    public void Below_zero_is_shown_as_zero_and_said()
    {
        var result = Of(PoissonVariogram.Compute([0, 1, 2], [0, 0, 0], [10, 10, 10], [100, 100, 100], [5]));

        Assert.Equal(0, result.Bands[0].Gamma.Value);
        Assert.True(result.Bands[0].RawGamma.Value < 0);
        Assert.Contains(result.Warnings, warning => warning.Code == "below-zero");
        Assert.Equal("no-differences", result.Range.Reason?.Code);
    }

    [Fact]
    public void The_number_of_threads_changes_nothing()
    {
        var random = new Schakel.Analysis.Numerics.RandomSequence(4);
        var (x, y, n, c) = (new double[1500], new double[1500], new double[1500], new double[1500]);
        for (var i = 0; i < 1500; i++)
            (x[i], y[i], n[i], c[i]) = (9000 * random.NextDouble(), 9000 * random.NextDouble(), 1 + random.NextInt(90), random.NextInt(5));

        var (one, three) = (Of(PoissonVariogram.Compute(x, y, c, n, [500, 1000, 2000], 1)), Of(PoissonVariogram.Compute(x, y, c, n, [500, 1000, 2000], 3)));

        Assert.Equal(one.Bands, three.Bands);
    }

    [Fact]
    public void Columns_that_break_the_contract_throw()
    {
        Assert.Equal("no-pairs", ReasonOf(PoissonVariogram.Compute([0], [0], [1], [2], [5])).Code);
        Assert.ThrowsAny<ArgumentException>(() => PoissonVariogram.Compute([0, 1], [0, 0], [1, 1], [2, 2], []));
        Assert.ThrowsAny<ArgumentException>(() => PoissonVariogram.Compute([0, 1], [0, 0], [1, 1], [2, 2], [5, 5]));
        Assert.ThrowsAny<ArgumentException>(() => PoissonVariogram.Compute([0, 1], [0, 0], [1, 1], [2, 0], [5]));
        Assert.ThrowsAny<ArgumentException>(() => PoissonVariogram.Compute([0, 1], [0], [1, 1], [2, 2], [5]));
    }
}
