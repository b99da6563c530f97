// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Scale;

/// <summary>The downward pass: what each unit of each level is estimated at when it leans on its surroundings (methods, A.2).</summary>
internal sealed class NodeEstimates
{
    private readonly UnitTree units;
    private readonly ScaleModel model;
    private readonly double[] estimate, posterior, own, lean, weight, pooled;

    // Of the mean of all leaves below a node, given the parent's effect: expectation, dependence on that effect, and variance of its own.
    private readonly double[] realised, realisedVariance, dependence, remainder;

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
        (realised, realisedVariance) = (new double[tree.NodeCount], new double[tree.NodeCount]);
        (dependence, remainder) = (new double[tree.NodeCount], new double[tree.NodeCount]);
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
                PoolLeaf(node, tree.Unit[node]);
            else
                Pool(node, tree.FirstChild[node], tree.FirstChild[node + 1]);
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
        if (nodes.Length == 0 && units.GroupCounts[level] > 0)
            return OfMergedLevel(level);
        var known = model.SamplingVariances.Length > 0;
        return new UnitEstimates(
            units.Levels[level],
            [.. nodes.Select(node => pooled[node] / model.Scale)],
            [.. nodes.Select(node => estimate[node] / model.Scale)],
            [.. nodes.Select(node => known || level > 0 ? Math.Sqrt(posterior[node]) / model.Scale : double.NaN)])
        {
            Realised = [.. nodes.Select(node => realised[node] / model.Scale)],
            RealisedStandardDeviation = [.. nodes.Select(node => known ? Math.Sqrt(realisedVariance[node]) / model.Scale : double.NaN)],
        };
    }

    private void PoolLeaf(int node, int unit)
    {
        (weight[node], pooled[node]) = (model.Weights[unit], model.Rates[unit]);
        (realised[node], realisedVariance[node]) = (estimate[node], posterior[node]);
        (dependence[node], remainder[node]) = (lean[node], own[node]);
    }

    private void Pool(int node, int first, int last)
    {
        var (total, sum, likely, depends, rest) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for (var child = first; child < last; child++)
        {
            var w = weight[child];
            total += w;
            sum += w * (pooled[child] - pooled[first]);
            likely += w * (realised[child] - realised[first]);
            depends += w * dependence[child];
            rest += w * w * remainder[child];
        }

        depends /= total;
        rest /= total * total;
        (weight[node], pooled[node], realised[node]) = (total, pooled[first] + (sum / total), realised[first] + (likely / total));
        realisedVariance[node] = rest + (depends * depends * posterior[node]);
        (dependence[node], remainder[node]) = (depends * lean[node], rest + (depends * depends * own[node]));
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
        var (likely, likelyDeviations) = (new double[count], new double[count]);
        for (var group = 0; group < count; group++)
        {
            var total = parts[group].Sum(node => weight[node]);
            var above = posterior[model.Tree.Parent[parts[group][0]]];
            var (shared, free, depends, rest) = (0.0, 0.0, 0.0, 0.0);
            foreach (var node in parts[group])
            {
                var part = weight[node] / total;
                rates[group] += part * pooled[node] / model.Scale;
                estimates[group] += part * estimate[node] / model.Scale;
                likely[group] += part * realised[node] / model.Scale;
                shared += part * lean[node];
                free += part * part * own[node];
                depends += part * dependence[node];
                rest += part * part * remainder[node];
            }

            deviations[group] = Math.Sqrt(free + (shared * shared * above)) / model.Scale;
            likelyDeviations[group] = model.SamplingVariances.Length > 0 ? Math.Sqrt(rest + (depends * depends * above)) / model.Scale : double.NaN;
        }

        return new UnitEstimates(units.Levels[level], rates, estimates, deviations) { Realised = likely, RealisedStandardDeviation = likelyDeviations };
    }

    private int PartBelow(int level, int unit)
    {
        for (var finer = level - 1; finer > 0; finer--)
            if (model.Tree.NodeOf[finer].Length > 0 && units.Ancestors[finer - 1][unit] >= 0)
                return model.Tree.NodeOf[finer][units.Ancestors[finer - 1][unit]];
        return model.Tree.NodeOf[0][unit];
    }
}
