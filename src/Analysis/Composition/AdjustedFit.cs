// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Numerics;
using Schakel.Analysis.Scale;

namespace Schakel.Analysis.Composition;

/// <summary>Finds the variances that remain between units of each level when covariates are held equal (REML).</summary>
/// <remarks>The variables are ln(σ² + c) with c the mean noise: logarithmic where a variance is large, linear near 0.</remarks>
internal sealed class AdjustedFit : ISmoothFunction
{
    private readonly CovariateLikelihood likelihood;
    private readonly ScaleModel model;
    private readonly double offset;
    private readonly double[] variances, slopes;

    internal AdjustedFit(ScaleModel model, double[][] covariates)
    {
        this.model = model;
        likelihood = new CovariateLikelihood(model.Tree, model.SamplingVariances, [model.Rates, .. covariates]);
        offset = Math.Clamp(model.MeanNoise, RestrictedFit.LeastPart * model.RateVariance, model.RateVariance);
        (variances, slopes) = (new double[model.Tree.LevelCount], new double[model.Tree.LevelCount + 1]);
    }

    internal CovariateLikelihood Likelihood => likelihood;

    /// <summary>After <see cref="Search"/>: by level, 0 where a level takes no part or nothing remains.</summary>
    internal double[] Variances => [.. variances.Select(variance => variance < RestrictedFit.ZeroPart * model.RateVariance ? 0 : variance)];

    /// <inheritdoc/>
    public double At(ReadOnlySpan<double> point, Span<double> gradient)
    {
        for (var k = 0; k < model.Fitted.Length; k++)
            variances[model.Fitted[k]] = Math.Max(Math.Exp(point[k]) - offset, RestrictedFit.LeastPart * model.RateVariance);
        var value = likelihood.At(variances, slopes)
            ?? throw new InvalidOperationException("The covariates were independent at the start, so they are at every set of variances.");
        for (var k = 0; k < gradient.Length; k++)
            gradient[k] = slopes[model.Fitted[k]] * (variances[model.Fitted[k]] + offset);
        return value;
    }

    /// <summary>Whether the covariates can be told apart at all.</summary>
    internal bool CovariatesAreIndependent()
    {
        foreach (var level in model.Fitted)
            variances[level] = model.RateVariance / model.Fitted.Length;
        return likelihood.At(variances, slopes) is not null;
    }

    /// <summary>Searches from an equal split, mostly the finest and mostly the coarsest level, and ends at the best.</summary>
    internal void Search()
    {
        var count = model.Fitted.Length;
        double[] lower = new double[count], upper = new double[count], diagonal = new double[count], best = [];
        Array.Fill(lower, Math.Log((RestrictedFit.LeastPart * model.RateVariance) + offset));
        Array.Fill(upper, Math.Log((1e6 * model.RateVariance) + offset));
        Array.Fill(diagonal, 2.0 / model.Tree.NodeCount);
        var minimiser = new BoundedMinimiser(count);
        var lowest = double.PositiveInfinity;
        for (var start = 0; start < (count == 1 ? 1 : 3); start++)
        {
            var point = new double[count];
            for (var k = 0; k < count; k++)
            {
                var share = start == 0 ? 1.0 / count : (start == 1 ? k == 0 : k == count - 1) ? 0.8 : 0.2 / (count - 1);
                point[k] = Math.Log((share * model.RateVariance / 2) + offset);
            }

            minimiser.Forget(diagonal);
            var value = minimiser.Minimise(this, point, lower, upper, diagonal, RestrictedFit.Precise);
            if (value < lowest)
                (lowest, best) = (value, point);
        }

        At(best, slopes.AsSpan(0, count).ToArray());
    }
}
