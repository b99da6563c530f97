// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Scale;

/// <summary>The method of moments: sums of squares between levels equal their expectation, solved from the finest level up (methods, A.3).</summary>
/// <remarks>Coefficients and noise terms depend on the tree, the weights and the sampling variances only, so that a bootstrap pays for them once.
/// A group with fewer levels below it than its neighbours counts its children as they are: what does not lie in a level adds nothing to that level's equation.
/// Safe for many threads: solving writes in what the caller gives.</remarks>
internal sealed class MomentEquations
{
    private readonly FitTree tree;
    private readonly double[] weight;
    private readonly double[] noise;
    private readonly double[] coefficients;
    private readonly int[] equationOf;

    internal MomentEquations(FitTree tree, ReadOnlySpan<double> weights, ReadOnlySpan<double> samplingVariances)
    {
        this.tree = tree;
        var levels = tree.LevelCount;
        weight = new double[tree.NodeCount];
        noise = new double[levels];
        coefficients = new double[levels * levels];
        equationOf = EquationOfParents();

        var noiseOfNode = new double[tree.NodeCount];
        var squares = new double[tree.NodeCount * levels];
        for (var node = tree.NodeCount - 1; node >= 0; node--)
        {
            var own = squares.AsSpan(node * levels, levels);
            if (tree.IsLeaf(node))
            {
                var w = weights[tree.Unit[node]];
                weight[node] = w;
                noiseOfNode[node] = samplingVariances.IsEmpty ? 0 : w * w * samplingVariances[tree.Unit[node]];
                own[0] = w * w;
                continue;
            }

            var equation = equationOf[node];
            for (var child = tree.FirstChild[node]; child < tree.FirstChild[node + 1]; child++)
            {
                weight[node] += weight[child];
                noiseOfNode[node] += noiseOfNode[child];
                noise[equation] += noiseOfNode[child] / weight[child];
                for (var c = 0; c <= equation; c++)
                {
                    own[c] += squares[(child * levels) + c];
                    coefficients[(equation * levels) + c] += squares[(child * levels) + c] / weight[child];
                }
            }

            noise[equation] -= noiseOfNode[node] / weight[node];
            for (var c = 0; c <= equation; c++)
                coefficients[(equation * levels) + c] -= own[c] / weight[node];
            if (node > 0)
                own[tree.Level[node]] = weight[node] * weight[node];
        }
    }

    /// <summary>Sum of the weights below each node.</summary>
    internal double[] Weight => weight;

    /// <summary>Solves for the variances.</summary>
    /// <param name="mean">By node: the leaves' rates in, the weighted means of all nodes out.</param>
    /// <param name="raw">By level: before truncation at 0; NaN where the data hold nothing about a level (every group is an only child).</param>
    /// <param name="truncated">By level: what is used, never below 0.</param>
    internal void Solve(Span<double> mean, Span<double> raw, Span<double> truncated) => Solve(mean, mean, raw, truncated, useNoise: true);

    /// <summary>The same with products of two columns in place of squares and no noise: what both years have in common.</summary>
    internal void SolveProducts(Span<double> first, Span<double> second, Span<double> raw, Span<double> truncated) =>
        Solve(first, second, raw, truncated, useNoise: false);

    private void Solve(Span<double> first, Span<double> second, Span<double> raw, Span<double> truncated, bool useNoise)
    {
        var levels = tree.LevelCount;
        raw.Clear();
        for (var node = tree.NodeCount - 1; node >= 0; node--)
        {
            if (tree.IsLeaf(node))
                continue;
            first[node] = MeanOf(node, first);
            second[node] = MeanOf(node, second);
            var products = 0.0;
            for (var child = tree.FirstChild[node]; child < tree.FirstChild[node + 1]; child++)
                products += weight[child] * (first[child] - first[node]) * (second[child] - second[node]);
            raw[equationOf[node]] += products;
        }

        for (var level = 0; level < levels; level++)
        {
            truncated[level] = 0;
            if (tree.NodeOf[level].Length == 0)
                continue;
            var own = coefficients[(level * levels) + level];
            var rest = raw[level] - (useNoise ? noise[level] : 0);
            for (var c = 0; c < level; c++)
                rest -= coefficients[(level * levels) + c] * truncated[c];

            // Asked of the weights: a level of which no group has a sister leaves a coefficient of rounding errors only.
            raw[level] = own > 1e-12 * weight[0] ? rest / own : double.NaN;
            truncated[level] = raw[level] > 0 ? raw[level] : 0;
        }
    }

    private double MeanOf(int node, ReadOnlySpan<double> mean)
    {
        // Differences are taken from the first child, so that equal values give exactly that value.
        var (first, sum) = (tree.FirstChild[node], 0.0);
        for (var child = first; child < tree.FirstChild[node + 1]; child++)
            sum += weight[child] * (mean[child] - mean[first]);
        return mean[first] + (sum / weight[node]);
    }

    private int[] EquationOfParents()
    {
        var equations = new int[tree.NodeCount];
        for (var node = 0; node < tree.NodeCount; node++)
        {
            var below = tree.Level[node] - 1;
            while (below > 0 && tree.NodeOf[below].Length == 0)
                below--;
            equations[node] = below;
        }

        return equations;
    }
}
