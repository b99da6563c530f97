// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Scale;

/// <summary>Rates on a tree, scaled for arithmetic: what every estimator of a scale profile works on.</summary>
/// <remarks>Rates are multiplied by a power of two that brings their variance near 1. (Methods asks for percents; this does the same for proportions and also
/// serves euros, and a power of two changes no digit of a rate.)</remarks>
internal sealed class ScaleModel
{
    internal ScaleModel(FitTree tree, ReadOnlySpan<double> rates, ReadOnlySpan<double> samplingVariances, double[] weights)
    {
        Tree = tree;
        Weights = weights;
        Scale = ScaleOf(rates);
        Rates = [.. rates];
        SamplingVariances = [.. samplingVariances];
        foreach (ref var rate in Rates.AsSpan())
            rate *= Scale;
        RateVariance = VarianceOf(Rates);
        foreach (ref var sampling in SamplingVariances.AsSpan())
            sampling *= Scale * Scale;
        MeanNoise = SamplingVariances.Length == 0 ? 0 : SamplingVariances.Average();
        Fitted = [.. Enumerable.Range(0, tree.LevelCount).Where(level => tree.NodeOf[level].Length > 0)];
    }

    internal FitTree Tree { get; }

    /// <summary>Levels that take part, finest first.</summary>
    internal int[] Fitted { get; }

    /// <summary>By unit, scaled.</summary>
    internal double[] Rates { get; }

    /// <summary>By unit, scaled; empty when unknown.</summary>
    internal double[] SamplingVariances { get; }

    /// <summary>By unit, above 0.</summary>
    internal double[] Weights { get; }

    internal double Scale { get; }

    /// <summary>Of the scaled rates.</summary>
    internal double RateVariance { get; }

    /// <summary>Of the scaled sampling variances; 0 when unknown.</summary>
    internal double MeanNoise { get; }

    /// <summary>A fit of its own, loaded with the rates.</summary>
    internal RestrictedFit NewFit()
    {
        var likelihood = new RestrictedLikelihood(Tree);
        likelihood.Load(Rates, SamplingVariances);
        return new RestrictedFit(likelihood, Fitted, RateVariance, MeanNoise);
    }

    /// <summary>A scaled variance in rate².</summary>
    internal double Unscale(double variance) => variance / Scale / Scale;

    /// <summary>Whether the rates differ by something that can be squared: neither smaller nor larger than numbers go.</summary>
    internal static bool CanBeSquared(ReadOnlySpan<double> rates) => double.IsNormal(VarianceOf(rates));

    private static double ScaleOf(ReadOnlySpan<double> rates) => Math.ScaleB(1, -Math.ILogB(Math.Sqrt(VarianceOf(rates))));

    private static double VarianceOf(ReadOnlySpan<double> rates)
    {
        var (sum, square) = (0.0, 0.0);
        foreach (var rate in rates)
        {
            sum += rate - rates[0];
            square += (rate - rates[0]) * (rate - rates[0]);
        }

        return (square - (sum * sum / rates.Length)) / (rates.Length - 1);
    }
}
