// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;
using Schakel.Analysis.Scale;
using static Schakel.Analysis.Tests.Scale.Answers;

namespace Schakel.Analysis.Tests.Scale;

/// <summary>The search and the interval ends beside another optimiser (Nelder–Mead of Math.NET), on maps of which some have no variance at a level.</summary>
public sealed class OptimumTests
{
    private const double ChiSquare95 = 3.841458820694124;

    public static TheoryData<int, double, double, double> Maps() => new()
    {
        { 1, 0.02, 0.015, 0.012 },
        { 2, 0.02, 0, 0.012 },
        { 3, 0, 0.015, 0.012 },
        { 4, 0, 0, 0.02 },
        { 5, 0, 0, 0 },
        { 6, 0.03, 0.002, 0.002 },
    };

    [Theory]
    [MemberData(nameof(Maps))]
    public void No_other_split_is_more_likely(int seed, double buurt, double wijk, double gemeente)
    {
        var map = Simulated.Draw(seed, 0.08, buurt, wijk, gemeente);

        var profile = Profile(map);

        var found = Value(map, [.. profile.Levels.Select(level => level.Variance.Value!.Value)]);
        foreach (var start in new[] { -9.0, -11.0 })
            Assert.InRange(found, double.NegativeInfinity, Best(map, [null, null, null], start) + 1e-6);
    }

    [Theory]
    [MemberData(nameof(Maps))]
    public void At_an_end_of_an_interval_the_likelihood_has_fallen_by_just_so_much(int seed, double buurt, double wijk, double gemeente)
    {
        var map = Simulated.Draw(seed, 0.08, buurt, wijk, gemeente);

        var profile = Profile(map);

        var least = Value(map, [.. profile.Levels.Select(level => level.Variance.Value!.Value)]);
        for (var level = 0; level < 3; level++)
        {
            var (low, high) = (profile.Levels[level].VarianceLow.Value!.Value, profile.Levels[level].VarianceHigh.Value!.Value);
            Assert.Equal(ChiSquare95, Rise(level, high), 1e-3);
            if (low > 0)
                Assert.Equal(ChiSquare95, Rise(level, low), 1e-3);
            else
                Assert.InRange(Rise(level, 0), -1e-6, ChiSquare95 + 1e-3);
        }

        double Rise(int level, double variance)
        {
            var held = new double?[3];
            held[level] = variance;
            return Math.Min(Best(map, held, -9), Best(map, held, -12)) - least;
        }
    }

    private static ScaleProfileResult Profile(Simulated map) => Of(ScaleProfile.Compute(
        Simulated.Tree, map.Rates, map.Noise, map.Population, new ScaleProfileOptions { Estimator = ScaleEstimator.Reml, Replicates = 0 }));

    private static double Value(Simulated map, double[] variances) => ScaleProfile.MinusTwoLogLikelihood(Simulated.Tree, map.Rates, map.Noise, variances);

    // Over the square roots of the variances that are not held: those may be 0, and a sign does not matter.
    private static double Best(Simulated map, double?[] held, double logarithmOfStart)
    {
        int[] open = [.. Enumerable.Range(0, 3).Where(level => held[level] is null)];
        var scale = Math.Exp(logarithmOfStart / 2);
        double[] Variances(Vector<double> roots)
        {
            var variances = held.Select(variance => variance ?? 0).ToArray();
            for (var k = 0; k < open.Length; k++)
                variances[open[k]] = Math.Pow(roots[k] * scale, 2);
            return variances;
        }

        var result = new NelderMeadSimplex(1e-10, 5000).FindMinimum(
            ObjectiveFunction.Value(roots => Value(map, Variances(roots))), Vector<double>.Build.Dense(open.Length, 1));
        return result.FunctionInfoAtMinimum.Value;
    }
}
