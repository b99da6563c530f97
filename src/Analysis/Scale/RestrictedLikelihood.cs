// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Runtime.Intrinsics;

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
        for (var depth = 0; depth + 1 < tree.DepthCount; depth++)
        {
            var onlyLeaves = tree.DepthLevels[depth + 1] == 0;
            for (var group = tree.DepthStarts[depth]; group < tree.DepthStarts[depth + 1]; group++)
            {
                if (onlyLeaves)
                    slopes[0] += PassToLeaves(group);
                else
                    PassDown(group, slopes);
            }
        }
    }

    private void PassDown(int group, Span<double> slopes)
    {
        var (q, m) = (variance[group], mean[group]);
        var (fromVariance, fromMean) = (q - (slopeOfVariance[group] * q * q), slopeOfMean[group] * q);
        for (var child = tree.FirstChild[group]; child < tree.FirstChild[group + 1]; child++)
        {
            var (w, d) = (weight[child], mean[child] - m);
            var slope = w - (w * w * (fromVariance + (d * (d + fromMean))));
            slopeOfVariance[child] = slope;
            slopeOfMean[child] = w * ((2 * d) + fromMean);
            slopes[tree.Level[child]] += slope;
        }
    }

    // The same for children that have none themselves: nothing needs to be kept.
    private double PassToLeaves(int group)
    {
        var (q, m) = (variance[group], mean[group]);
        var (fromVariance, fromMean) = (q - (slopeOfVariance[group] * q * q), slopeOfMean[group] * q);
        var (first, last) = (tree.FirstChild[group], tree.FirstChild[group + 1]);
        var weights = weight.AsSpan(first..last);
        var means = mean.AsSpan(first..last);
        var sum = 0.0;
        for (var child = 0; child < weights.Length; child++)
        {
            var (w, d) = (weights[child], means[child] - m);
            sum += w - (w * w * (fromVariance + (d * (d + fromMean))));
        }

        return sum;
    }

    private double Weigh(int depth, ReadOnlySpan<double> levelVariances)
    {
        var (first, last) = (tree.DepthStarts[depth], tree.DepthStarts[depth + 1]);
        var level = tree.DepthLevels[depth];
        var (sum, product, factors) = (0.0, 1.0, 0);
        if (level >= 0)
            (sum, first) = WeighTogether(first, last, levelVariances[level]);
        for (var node = first; node < last; node++)
        {
            var s = Math.Max(variance[node] + levelVariances[tree.Level[node]], VarianceFloor);
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

    // Where all nodes of a depth share a level, several go at once; the width is fixed, so that every machine adds in the same order.
    private (double Sum, int Next) WeighTogether(int first, int last, double levelVariance)
    {
        var (own, floor, one) = (Vector256.Create(levelVariance), Vector256.Create(VarianceFloor), Vector256.Create(1.0));
        var (sum, product, factors) = (0.0, one, 0);
        var node = first;
        for (; node + Vector256<double>.Count <= last; node += Vector256<double>.Count)
        {
            var s = Vector256.Max(Vector256.LoadUnsafe(ref variance[node]) + own, floor);
            (one / s).StoreUnsafe(ref weight[node]);
            product *= s;
            if (++factors == FactorsPerLogarithm)
            {
                sum += LogarithmOf(product);
                (product, factors) = (one, 0);
            }
        }

        return (sum + LogarithmOf(product), node);
    }

    private static double LogarithmOf(Vector256<double> product) =>
        Math.Log(product[0]) + Math.Log(product[1]) + Math.Log(product[2]) + Math.Log(product[3]);

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
