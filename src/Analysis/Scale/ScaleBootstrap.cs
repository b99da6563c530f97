// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Numerics;

namespace Schakel.Analysis.Scale;

/// <summary>Simulates maps from a fitted model and fits them again.</summary>
internal static class ScaleBootstrap
{
    /// <summary>Variances by replicate and level.</summary>
    /// <param name="model">The observed rates.</param>
    /// <param name="variances">By level: what the maps are drawn from, and where each fit starts.</param>
    /// <param name="moments">Null: fitted by REML.</param>
    /// <param name="curvature">Of −2ℓ at the fit.</param>
    /// <param name="options">Replicates, seed, threads.</param>
    /// <param name="firstStream">Number of the first stream; each replicate has its own, so that the number of threads changes nothing.</param>
    internal static double[][] Run(
        ScaleModel model, double[] variances, MomentEquations? moments, double[] curvature, ScaleProfileOptions options, long firstStream)
    {
        var results = new double[options.Replicates][];
        var threads = new ParallelOptions { MaxDegreeOfParallelism = options.Threads > 0 ? options.Threads : Environment.ProcessorCount };
        Parallel.For(0, options.Replicates, threads, model.NewFit, (replicate, _, fit) =>
        {
            var random = new RandomSequence(options.Seed, firstStream + replicate);
            Simulate(model, variances, fit.Likelihood.Mean, ref random);
            results[replicate] = moments is null ? Refit(model, variances, curvature, fit) : Solve(model, moments, fit);
            return fit;
        }, _ => { });
        return results;
    }

    /// <summary>The part of simulated maps whose variance of a level is at least the observed one, the observed map included: never 0.</summary>
    internal static double P(double[][] replicates, int level, double observed) =>
        (1 + replicates.Count(variances => variances[level] >= observed - 1e-12)) / (double)(replicates.Length + 1);

    // The overall mean plays no part in either estimator, so maps are drawn around 0.
    private static void Simulate(ScaleModel model, double[] variances, double[] value, ref RandomSequence random)
    {
        var tree = model.Tree;
        value[0] = 0;
        for (var node = 1; node < tree.NodeCount; node++)
        {
            var variance = variances[tree.Level[node]];
            if (tree.IsLeaf(node) && model.SamplingVariances.Length > 0)
                variance += model.SamplingVariances[tree.Unit[node]];
            value[node] = value[tree.Parent[node]] + (Math.Sqrt(variance) * random.NextNormal());
        }
    }

    private static double[] Refit(ScaleModel model, double[] start, double[] curvature, RestrictedFit fit)
    {
        fit.Recall(curvature);
        fit.From(start, RestrictedFit.Working);
        return fit.Reported(model.RateVariance);
    }

    private static double[] Solve(ScaleModel model, MomentEquations moments, RestrictedFit fit)
    {
        var raw = new double[model.Tree.LevelCount];
        var truncated = new double[model.Tree.LevelCount];
        moments.Solve(fit.Likelihood.Mean, raw, truncated);
        return truncated;
    }
}
