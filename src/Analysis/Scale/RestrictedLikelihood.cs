// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Scale;

/// <summary>−2 × the restricted log-likelihood of nested random intercepts with known sampling variances, in one walk up the tree.</summary>
/// <remarks>
/// <para>The state of a node is its estimate m and variance q before its own level's variance is added. With s² = q + σ² of the child's level,
/// a group adds Σ ln s² + ln Σ(1/s²) + Σ(m − m_g)²/s² and passes up the weighted mean and the inverse of the sum of weights (methods, A.2).
/// The constant (n − 1) ln 2π is left out.</para>
/// <para>The gradient is the same walk backwards (reverse accumulation), so that all levels cost one walk together. Nothing is allocated.
/// Not safe for two threads at once: give each its own.</para>
/// </remarks>
internal sealed class RestrictedLikelihood
{
    /// <summary>Least variance of a node, in units in which the rates have variance near 1: keeps 1/s² finite when a unit has no noise and its level no variance.</summary>
    internal const double VarianceFloor = 1e-12;

    // Logarithms are taken of products of so many factors; they lie between the floor and some millions, so that 16 of them can neither over- nor underflow.
    private const int FactorsPerLogarithm = 16;

    private readonly FitTree tree;
    private readonly double[] mean;
    private readonly double[] variance;
    private readonly double[] weight;
    private readonly double[] slopeOfVariance;
    private readonly double[] slopeOfMean;

    internal RestrictedLikelihood(FitTree tree)
    {
        this.tree = tree;
        mean = new double[tree.NodeCount];
        variance = new double[tree.NodeCount];
        weight = new double[tree.NodeCount];
        slopeOfVariance = new double[tree.NodeCount];
        slopeOfMean = new double[tree.NodeCount];
    }

    internal FitTree Tree => tree;

    /// <summary>After <see cref="Evaluate"/>: estimate of each node from what lies below it.</summary>
    internal double[] Mean => mean;

    /// <summary>After <see cref="Evaluate"/>: variance of each node's estimate, its own level's variance not added.</summary>
    internal double[] Variance => variance;

    /// <summary>Loads rates (by unit) and their sampling variances (by unit; empty = none).</summary>
    internal void Load(ReadOnlySpan<double> rates, ReadOnlySpan<double> samplingVariances)
    {
        for (var node = 0; node < tree.NodeCount; node++)
        {
            if (!tree.IsLeaf(node))
                continue;
            mean[node] = rates[tree.Unit[node]];
            variance[node] = samplingVariances.IsEmpty ? 0 : samplingVariances[tree.Unit[node]];
        }
    }

    /// <summary>−2ℓ at these variances, one a level (those of levels that take no part are not looked at).</summary>
    internal double Evaluate(ReadOnlySpan<double> levelVariances)
    {
        var total = 0.0;
        for (var depth = tree.DepthCount - 1; depth > 0; depth--)
        {
            total += Weigh(depth, levelVariances);
            total += Gather(depth - 1);
        }

        return total;
    }

    /// <summary>After <see cref="Evaluate"/>: the derivative of −2ℓ to each level's variance.</summary>
    internal void Gradient(Span<double> slopes)
    {
        slopes.Clear();
        slopeOfVariance[0] = 0;
        slopeOfMean[0] = 0;
        for (var group = 0; group < tree.NodeCount; group++)
        {
            var (first, last) = (tree.FirstChild[group], tree.FirstChild[group + 1]);
            var (q, m) = (variance[group], mean[group]);
            var (fromVariance, fromMean) = (q - (slopeOfVariance[group] * q * q), slopeOfMean[group] * q);
            for (var child = first; child < last; child++)
            {
                var w = weight[child];
                var d = mean[child] - m;
                var slope = w - (w * w * (fromVariance + (d * (d + fromMean))));
                slopeOfVariance[child] = slope;
                slopeOfMean[child] = w * ((2 * d) + fromMean);
                slopes[tree.Level[child]] += slope;
            }
        }
    }

    private double Weigh(int depth, ReadOnlySpan<double> levelVariances)
    {
        var (first, last) = (tree.DepthStarts[depth], tree.DepthStarts[depth + 1]);
        var level = tree.DepthLevels[depth];
        var (sum, product, factors) = (0.0, 1.0, 0);
        for (var node = first; node < last; node++)
        {
            var s = Math.Max(variance[node] + levelVariances[level >= 0 ? level : tree.Level[node]], VarianceFloor);
            weight[node] = 1 / s;
            product *= s;
            if (++factors == FactorsPerLogarithm)
            {
                sum += Math.Log(product);
                (product, factors) = (1, 0);
            }
        }

        return sum + Math.Log(product);
    }

    private double Gather(int depth)
    {
        var total = 0.0;
        for (var group = tree.DepthStarts[depth]; group < tree.DepthStarts[depth + 1]; group++)
        {
            var (first, last) = (tree.FirstChild[group], tree.FirstChild[group + 1]);
            if (first == last)
                continue;

            // Differences are taken from the first child, so that one pass loses no digits when the mean is large.
            var origin = mean[first];
            var (sum, linear, square) = (0.0, 0.0, 0.0);
            for (var child = first; child < last; child++)
            {
                var d = mean[child] - origin;
                var wd = weight[child] * d;
                sum += weight[child];
                linear += wd;
                square += wd * d;
            }

            mean[group] = origin + (linear / sum);
            variance[group] = 1 / sum;
            total += Math.Log(sum) + square - (linear * linear / sum);
        }

        return total;
    }
}
