// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Numerics;

namespace Schakel.Analysis.Scale;

/// <summary>Finds the variances of the levels that make the rates most likely (REML), and the likelihood along one of them.</summary>
/// <remarks>The variable of level k is ln(σ² + c), with c about the noise its nodes have of their own: logarithmic where the variance is large, where the
/// likelihood is nearly quadratic in the logarithm, and linear near 0, where the logarithm alone would flatten the slope and stop the search too early.
/// Not safe for two threads at once.</remarks>
internal sealed class RestrictedFit : ISmoothFunction
{
    /// <summary>Lower bound of a variance, as part of the variance of the rates.</summary>
    internal const double LeastPart = 1e-8;

    /// <summary>Below this part of the variance of the rates a variance is reported as 0.</summary>
    internal const double ZeroPart = 1e-6;

    /// <summary>Precision of a fit, in the logarithm of a variance.</summary>
    internal const double Precise = 1e-9;

    /// <summary>Precision of the many fits inside an interval or a bootstrap.</summary>
    internal const double Working = 1e-5;

    private const double MostPart = 1e6;

    private readonly RestrictedLikelihood likelihood;
    private readonly BoundedMinimiser minimiser;
    private readonly int[] fitted;
    private readonly double rateVariance;
    private readonly double[] offsets, variances, slopes, point, lower, upper, inverseDiagonal, finalGradient;

    /// <summary>Prepares a fit.</summary>
    /// <param name="likelihood">Loaded with rates.</param>
    /// <param name="fitted">Levels whose variance is sought, finest first.</param>
    /// <param name="rateVariance">Variance of the rates, for bounds and starts.</param>
    /// <param name="meanNoise">Mean sampling variance.</param>
    internal RestrictedFit(RestrictedLikelihood likelihood, int[] fitted, double rateVariance, double meanNoise)
    {
        this.likelihood = likelihood;
        this.fitted = fitted;
        this.rateVariance = rateVariance;
        var count = fitted.Length;
        minimiser = new BoundedMinimiser(count);
        (point, lower, upper, inverseDiagonal, offsets, finalGradient) = (new double[count], new double[count], new double[count], new double[count], new double[count], new double[count]);
        variances = new double[likelihood.Tree.LevelCount];
        slopes = new double[likelihood.Tree.LevelCount + 1];
        TrueVariance = Math.Max(rateVariance - meanNoise, rateVariance / 10);

        foreach (var level in fitted)
            variances[level] = TrueVariance / count;
        likelihood.Evaluate(variances);
        for (var k = 0; k < count; k++)
        {
            offsets[k] = Math.Clamp(TypicalVariance(fitted[k]), LeastPart * rateVariance, rateVariance);
            inverseDiagonal[k] = 1.0 / Math.Max(1, likelihood.Tree.NodeOf[fitted[k]].Length - 1);
        }

        Release();
        minimiser.Forget(inverseDiagonal);
    }

    internal RestrictedLikelihood Likelihood => likelihood;

    /// <summary>Levels whose variance is sought, finest first.</summary>
    internal int[] Fitted => fitted;

    /// <summary>A first guess of what all levels have together.</summary>
    internal double TrueVariance { get; }

    /// <summary>After a fit: the variances by level, 0 where a level takes no part.</summary>
    internal ReadOnlySpan<double> Variances => variances;

    /// <inheritdoc/>
    public double At(ReadOnlySpan<double> point, Span<double> gradient)
    {
        for (var k = 0; k < fitted.Length; k++)
            variances[fitted[k]] = Math.Max(Math.Exp(point[k]) - offsets[k], LeastPart * rateVariance);
        var value = likelihood.Evaluate(variances);
        likelihood.Gradient(slopes);
        for (var k = 0; k < fitted.Length; k++)
            gradient[k] = slopes[fitted[k]] * (variances[fitted[k]] + offsets[k]);
        return value;
    }

    /// <summary>Searches from given variances (by level).</summary>
    /// <returns>−2ℓ at the minimum; the variances are in <see cref="Variances"/>.</returns>
    internal double From(ReadOnlySpan<double> start, double tolerance)
    {
        for (var k = 0; k < fitted.Length; k++)
            point[k] = Math.Log(start[fitted[k]] + offsets[k]);
        var value = minimiser.Minimise(this, point, lower, upper, inverseDiagonal, tolerance);
        At(point, finalGradient);
        return value;
    }

    /// <summary>After a fit: the variances as they are reported, with 0 for what is too small to tell from it.</summary>
    internal double[] Reported(double rateVariance)
    {
        var reported = (double[])variances.Clone();
        foreach (ref var variance in reported.AsSpan())
            if (variance < ZeroPart * rateVariance)
                variance = 0;
        return reported;
    }

    /// <summary>What is known of the curvature of −2ℓ.</summary>
    internal double[] Curvature => (double[])minimiser.InverseHessian.Clone();

    /// <summary>Takes over a known curvature, so that a result does not depend on what was fitted before.</summary>
    internal void Recall(double[] curvature) => curvature.CopyTo(minimiser.InverseHessian, 0);

    /// <summary>Holds one level at a variance until <see cref="Release"/>.</summary>
    internal void Hold(int level, double variance)
    {
        var k = Array.IndexOf(fitted, level);
        lower[k] = upper[k] = Math.Log(variance + offsets[k]);
    }

    /// <summary>Lets all levels move.</summary>
    internal void Release()
    {
        for (var k = 0; k < fitted.Length; k++)
        {
            lower[k] = Math.Log((LeastPart * rateVariance) + offsets[k]);
            upper[k] = Math.Log((MostPart * rateVariance) + offsets[k]);
        }
    }

    private double TypicalVariance(int level)
    {
        var inverse = 0.0;
        var nodes = likelihood.Tree.NodeOf[level];
        foreach (var node in nodes)
            inverse += 1 / Math.Max(likelihood.Variance[node], RestrictedLikelihood.VarianceFloor);
        return nodes.Length / inverse;
    }
}
