// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Scale;

namespace Schakel.Analysis.Reach;

/// <summary>Empirical-Bayes rates of every level, with the variances of the levels fitted once and used for many draws of the same units.</summary>
/// <remarks>By REML also where counts are sparse: a ranking needs the order of the rates, not the last digit of a variance.</remarks>
internal sealed class HierarchicalRates
{
    private readonly UnitTree tree;
    private readonly FitTree layout;
    private readonly double[] variances;
    private readonly double[] population;

    private HierarchicalRates(UnitTree tree, FitTree layout, double[] variances, double[] population)
    {
        this.tree = tree;
        this.layout = layout;
        this.variances = variances;
        this.population = population;
    }

    /// <summary>Fits the variances; null when there are too few units or no differences to fit on.</summary>
    internal static HierarchicalRates? Fit(UnitTree tree, double[] rates, double[] noise, double[] population)
    {
        if (tree.UnitCount < LevelGuards.LeastGroups || !rates.AsSpan().ContainsAnyExcept(rates[0]))
            return null;

        var layout = FitTree.Of(tree, LevelGuards.For(tree, allLevels: false).TakesPart);
        var model = new ScaleModel(layout, rates, noise, population);
        var estimate = RestrictedEstimate.Search(model.NewFit(), model.RateVariance);
        return new HierarchicalRates(tree, layout, [.. estimate.Variances.Select(model.Unscale)], population);
    }

    /// <summary>Estimates of every level for other figures of the same units; null when these do not differ at all.</summary>
    internal UnitEstimates[]? Of(double[] rates, double[] noise)
    {
        if (!rates.AsSpan().ContainsAnyExcept(rates[0]))
            return null;

        var model = new ScaleModel(layout, rates, noise, population);
        var likelihood = new RestrictedLikelihood(layout);
        likelihood.Load(model.Rates, model.SamplingVariances);
        var scaled = new double[variances.Length];
        for (var level = 0; level < scaled.Length; level++)
            scaled[level] = variances[level] * model.Scale * model.Scale;
        var nodes = new NodeEstimates(tree, model, likelihood, scaled);
        return [.. Enumerable.Range(0, tree.Levels.Count).Select(nodes.Of)];
    }
}
