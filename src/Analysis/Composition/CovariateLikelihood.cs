// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Numerics;
using Schakel.Analysis.Scale;

namespace Schakel.Analysis.Composition;

/// <summary>−2 × the restricted log-likelihood of nested random intercepts with covariates, with its gradient, on the walk of the plain profile.</summary>
/// <remarks>
/// <para>The walk is linear in what is loaded, so one walk a column gives every weighted mean; the cross-products S of A.2 then follow in one more
/// pass. −2ℓ = L + ln det Sxx + Syy − Sxy'Sxx⁻¹Sxy, with L what the walk gives for a column of zeros.</para>
/// <para>Gradient: by the envelope theorem the last two terms have that of the residuals at fixed β; and tr(Sxx⁻¹ dSxx) = Σⱼ d Q(zⱼ), where the
/// zⱼ are the covariates made orthonormal under Sxx and Q is the quadratic part of the walk. Not safe for two threads at once.</para>
/// </remarks>
internal sealed class CovariateLikelihood
{
    private readonly RestrictedLikelihood walk;
    private readonly double[] noise;
    private readonly double[][] columns;
    private readonly double[][] means;
    private readonly double[] zeros, residuals, slopes, slopesOfZeros;

    /// <summary>Prepares.</summary>
    /// <param name="tree">Levels that take part.</param>
    /// <param name="noise">Sampling variances by unit; empty = none.</param>
    /// <param name="columns">The rates first, then the covariates, by unit.</param>
    internal CovariateLikelihood(FitTree tree, double[] noise, double[][] columns)
    {
        walk = new RestrictedLikelihood(tree);
        this.noise = noise;
        this.columns = columns;
        means = [.. columns.Select(_ => new double[tree.NodeCount])];
        (zeros, residuals) = (new double[columns[0].Length], new double[columns[0].Length]);
        (slopes, slopesOfZeros) = (new double[tree.LevelCount + 1], new double[tree.LevelCount + 1]);
        Coefficients = new double[columns.Length - 1];
    }

    /// <summary>After <see cref="At"/>: β̂.</summary>
    internal double[] Coefficients { get; private set; }

    /// <summary>After <see cref="At"/>: root of Sxx, whose inverse is the covariance of β̂.</summary>
    internal double[,] Root { get; private set; } = new double[0, 0];

    /// <summary>After <see cref="At"/>: weighted overall mean of each column, rates first.</summary>
    internal double[] OverallMeans => [.. means.Select(mean => mean[0])];

    /// <summary>After <see cref="At"/>: variance of the weighted overall mean of the rates.</summary>
    internal double OverallVariance { get; private set; }

    /// <summary>−2ℓ at these variances and its slope to each; null when the covariates are not independent of each other.</summary>
    internal double? At(ReadOnlySpan<double> variances, Span<double> gradient)
    {
        var fixedPart = Walk(zeros, variances);
        walk.Gradient(slopesOfZeros);
        OverallVariance = walk.Variance[0];
        for (var c = 0; c < columns.Length; c++)
        {
            Walk(columns[c], variances);
            walk.Mean.CopyTo(means[c], 0);
        }

        var products = CrossProducts(variances);
        var count = columns.Length - 1;
        var between = new double[count, count];
        var withRates = new double[count];
        for (var a = 0; a < count; a++)
        {
            withRates[a] = products[a + 1, 0];
            for (var b = 0; b < count; b++)
                between[a, b] = products[a + 1, b + 1];
        }

        if (Cholesky.Root(between) is not { } root)
            return null;
        Root = root;
        Coefficients = Cholesky.Solve(root, withRates);
        var value = fixedPart + products[0, 0];
        for (var a = 0; a < count; a++)
            value += (2 * Math.Log(root[a, a])) - (Coefficients[a] * withRates[a]);

        Slope(variances, gradient);
        return value;
    }

    private void Slope(ReadOnlySpan<double> variances, Span<double> gradient)
    {
        Combine(columns[0], Coefficients, -1);
        Walk(residuals, variances);
        walk.Gradient(slopes);
        slopes.CopyTo(gradient);
        for (var j = 0; j < Coefficients.Length; j++)
        {
            var unit = new double[Coefficients.Length];
            unit[j] = 1;
            Combine(zeros, Cholesky.SolveTransposed(Root, unit), 1);
            Walk(residuals, variances);
            walk.Gradient(slopes);
            for (var level = 0; level < slopes.Length; level++)
                gradient[level] += slopes[level] - slopesOfZeros[level];
        }
    }

    private void Combine(double[] from, double[] factors, double sign)
    {
        from.CopyTo(residuals, 0);
        for (var a = 0; a < factors.Length; a++)
            for (var i = 0; i < residuals.Length; i++)
                residuals[i] += sign * factors[a] * columns[a + 1][i];
    }

    private double Walk(double[] column, ReadOnlySpan<double> variances)
    {
        walk.Load(column, noise);
        return walk.Evaluate(variances);
    }

    private double[,] CrossProducts(ReadOnlySpan<double> variances)
    {
        var tree = walk.Tree;
        var products = new double[columns.Length, columns.Length];
        var away = new double[columns.Length];
        for (var node = 1; node < tree.NodeCount; node++)
        {
            var weight = 1 / Math.Max(walk.Variance[node] + variances[tree.Level[node]], RestrictedLikelihood.VarianceFloor);
            var parent = tree.Parent[node];
            for (var c = 0; c < columns.Length; c++)
                away[c] = means[c][node] - means[c][parent];
            for (var a = 0; a < columns.Length; a++)
                for (var b = 0; b <= a; b++)
                    products[a, b] += weight * away[a] * away[b];
        }

        for (var a = 0; a < columns.Length; a++)
            for (var b = 0; b < a; b++)
                products[b, a] = products[a, b];
        return products;
    }
}
