// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Scale;

/// <summary>The downward pass: what each unit of each level is estimated at when it leans on its surroundings (methods, A.2).</summary>
internal sealed class NodeEstimates
{
    private readonly UnitTree units;
    private readonly ScaleModel model;
    private readonly double[] estimate, posterior, own, lean, weight, pooled;

    /// <summary>Computes all nodes.</summary>
    /// <param name="units">The tree as given.</param>
    /// <param name="model">Rates and the tree of the fit.</param>
    /// <param name="likelihood">Loaded with the rates.</param>
    /// <param name="variances">By level.</param>
    internal NodeEstimates(UnitTree units, ScaleModel model, RestrictedLikelihood likelihood, ReadOnlySpan<double> variances)
    {
        this.units = units;
        this.model = model;
        var tree = model.Tree;
        (estimate, posterior, own) = (new double[tree.NodeCount], new double[tree.NodeCount], new double[tree.NodeCount]);
        (lean, weight, pooled) = (new double[tree.NodeCount], new double[tree.NodeCount], new double[tree.NodeCount]);
        likelihood.Evaluate(variances);
        estimate[0] = likelihood.Mean[0];
        posterior[0] = likelihood.Variance[0];
        for (var node = 1; node < tree.NodeCount; node++)
        {
            var (sigma, q, parent) = (variances[tree.Level[node]], likelihood.Variance[node], tree.Parent[node]);
            var trust = sigma > 0 ? sigma / (sigma + q) : 0;
            own[node] = trust * q;
            lean[node] = 1 - trust;
            estimate[node] = estimate[parent] + (trust * (likelihood.Mean[node] - estimate[parent]));
            posterior[node] = own[node] + (lean[node] * lean[node] * posterior[parent]);
        }

        for (var node = tree.NodeCount - 1; node >= 0; node--)
        {
            if (tree.IsLeaf(node))
                (weight[node], pooled[node]) = (model.Weights[tree.Unit[node]], model.Rates[tree.Unit[node]]);
            else
                (weight[node], pooled[node]) = Pool(tree.FirstChild[node], tree.FirstChild[node + 1]);
        }
    }

    internal double Mean => estimate[0] / model.Scale;

    internal double MeanStandardError => Math.Sqrt(posterior[0]) / model.Scale;

    /// <summary>All rates together, weighed.</summary>
    internal double Pooled => pooled[0] / model.Scale;

    /// <summary>One level, in the order of the tree's numbers.</summary>
    internal UnitEstimates Of(int level)
    {
        var nodes = model.Tree.NodeOf[level];
        var known = level > 0 || model.SamplingVariances.Length > 0;
        return nodes.Length == 0 && units.GroupCounts[level] > 0 ? OfMergedLevel(level) : new UnitEstimates(
            units.Levels[level],
            [.. nodes.Select(node => pooled[node] / model.Scale)],
            [.. nodes.Select(node => estimate[node] / model.Scale)],
            [.. nodes.Select(node => known ? Math.Sqrt(posterior[node]) / model.Scale : double.NaN)]);
    }

    private (double Weight, double Mean) Pool(int first, int last)
    {
        var (total, sum) = (0.0, 0.0);
        for (var child = first; child < last; child++)
        {
            total += weight[child];
            sum += weight[child] * (pooled[child] - pooled[first]);
        }

        return (total, pooled[first] + (sum / total));
    }

    // A level without a variance of its own is what its parts in the fit are together. They share a parent, and with it the parent's uncertainty.
    private UnitEstimates OfMergedLevel(int level)
    {
        var count = units.GroupCounts[level];
        var parts = new List<int>[count];
        var seen = new bool[model.Tree.NodeCount];
        for (var unit = 0; unit < units.UnitCount; unit++)
        {
            var group = units.Ancestors[level - 1][unit];
            if (group < 0)
                continue;
            var node = PartBelow(level, unit);
            if (!seen[node])
                (parts[group] ??= []).Add(node);
            seen[node] = true;
        }

        var (rates, estimates, deviations) = (new double[count], new double[count], new double[count]);
        for (var group = 0; group < count; group++)
        {
            var total = parts[group].Sum(node => weight[node]);
            var (shared, free) = (0.0, 0.0);
            foreach (var node in parts[group])
            {
                var part = weight[node] / total;
                rates[group] += part * pooled[node] / model.Scale;
                estimates[group] += part * estimate[node] / model.Scale;
                shared += part * lean[node];
                free += part * part * own[node];
            }

            deviations[group] = Math.Sqrt(free + (shared * shared * posterior[model.Tree.Parent[parts[group][0]]])) / model.Scale;
        }

        return new UnitEstimates(units.Levels[level], rates, estimates, deviations);
    }

    private int PartBelow(int level, int unit)
    {
        for (var finer = level - 1; finer > 0; finer--)
            if (model.Tree.NodeOf[finer].Length > 0 && units.Ancestors[finer - 1][unit] >= 0)
                return model.Tree.NodeOf[finer][units.Ancestors[finer - 1][unit]];
        return model.Tree.NodeOf[0][unit];
    }
}
