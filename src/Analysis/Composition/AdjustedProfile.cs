// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Scale;

namespace Schakel.Analysis.Composition;

/// <summary>A figure of every unit that composition is described with.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Values">[any unit] finite, one a unit.</param>
public sealed record Covariate(string Name, double[] Values);

/// <summary>How rates go with a covariate.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Estimate">[rate per unit of the covariate].</param>
/// <param name="StandardError">[rate per unit of the covariate].</param>
public sealed record AdjustedCoefficient(string Name, double Estimate, double StandardError);

/// <summary>What remains at a level.</summary>
/// <param name="Level">Level id.</param>
/// <param name="Variance">[rate²] true variance with the covariates held equal.</param>
/// <param name="NullVariance">[rate²] without covariates, by the same estimator.</param>
/// <param name="Pcv">1 − variance/null variance; below 0 at a level where composition masked differences ("no reduction"); missing with <c>level-without-variance</c>.</param>
public sealed record AdjustedLevel(string Level, Figure Variance, Figure NullVariance, Figure Pcv);

/// <summary>A scale profile with composition held equal.</summary>
/// <param name="Intercept">[rate] at 0 of every covariate.</param>
/// <param name="InterceptStandardError">[rate].</param>
/// <param name="Coefficients">One a covariate, in the order given.</param>
/// <param name="Levels">One a level, finest first.</param>
/// <param name="Pcv">Proportional change of the sum of the variances.</param>
public sealed record AdjustedProfileResult(
    double Intercept, double InterceptStandardError, IReadOnlyList<AdjustedCoefficient> Coefficients, IReadOnlyList<AdjustedLevel> Levels, Figure Pcv);

/// <summary>How much smaller are the differences per level between areas with the same composition?</summary>
public static class AdjustedProfile
{
    /// <summary>More covariates than this cannot be explained, nor told apart.</summary>
    public const int MostCovariates = 8;

    /// <summary>Groups of the coarsest estimated level that each covariate needs.</summary>
    public const int GroupsPerCovariate = 8;

    /// <summary>The scale profile with composition covariates, and what they take away at each level.</summary>
    /// <remarks>
    /// <para><b>Definition.</b> pᵢ = β₀ + xᵢ'β + Σₖ uₖ(i) + eᵢ, by REML as in <see cref="ScaleProfile"/>; Cov β̂ = Sxx⁻¹. PCVₖ = 1 − σ²ₖ(adjusted)/σ²ₖ(null),
    /// and the same for the sum.</para>
    /// <para><b>Units.</b> Variances in rate²; coefficients in rate per unit of the covariate as given.</para>
    /// <para><b>Shapes.</b> One rate, one sampling variance and one value of each covariate a unit, in the order of the tree.</para>
    /// <para><b>Missing values.</b> Not accepted: leave those units out of all columns, and list them.</para>
    /// <para><b>No answer.</b> <c>modelled-indicator</c>; <c>too-many-covariates</c>: more than 8, or more than one per 8 groups of the coarsest
    /// estimated level; <c>too-few-units</c>; <c>no-variation</c>; <c>covariates-not-independent</c>. Within an answer
    /// <c>level-without-variance</c> and the reasons of <see cref="ScaleProfile"/> for levels that are withheld.</para>
    /// <para><b>Cost.</b> O(n p²) an evaluation, some 100 evaluations.</para>
    /// <para><b>Source.</b> Merlo, Yang, Chaix, Lynch and Råstam (2005), JECH 59, 729–736, for the proportional change in variance; Greenland and Morgenstern (1989)
    /// on ecological bias.</para>
    /// <para><b>Checked against.</b> The likelihood with full matrices in R 4.2.2: <c>reference/composition/D-3.json</c>, <c>reference/composition/D-4.json</c>.</para>
    /// </remarks>
    /// <param name="tree">The units and their groups.</param>
    /// <param name="rates">[rate] finite.</param>
    /// <param name="samplingVariances">[rate²] ≥ 0; empty = unknown.</param>
    /// <param name="covariates">At least one; no consequences of the problem itself.</param>
    /// <param name="allLevels">Also what the guards withhold, and with too many covariates: for comparison with other software.</param>
    /// <param name="isModelled">Whether the source modelled these rates from composition.</param>
    /// <returns>The adjusted profile.</returns>
    /// <exception cref="ArgumentException">The lengths differ or a number is not in its range.</exception>
    public static Outcome<AdjustedProfileResult> Compute(
        UnitTree tree, ReadOnlySpan<double> rates, ReadOnlySpan<double> samplingVariances, IReadOnlyList<Covariate> covariates,
        bool allLevels = false, bool isModelled = false)
    {
        Check(tree, rates, samplingVariances, covariates);
        var guards = LevelGuards.For(tree, allLevels);
        if (Refuse(tree, rates, covariates, guards, allLevels, isModelled) is { } reason)
            return reason;

        var model = new ScaleModel(FitTree.Of(tree, guards.TakesPart), rates, samplingVariances, []);
        var centres = covariates.Select(covariate => covariate.Values.Average()).ToArray();
        var spreads = covariates.Select((covariate, c) => Math.Sqrt(covariate.Values.Average(value => (value - centres[c]) * (value - centres[c])))).ToArray();
        if (Array.FindIndex([.. covariates], covariate => !covariate.Values.AsSpan().ContainsAnyExcept(covariate.Values[0])) is >= 0 and var constant)
            return NotIndependent($"{covariates[constant].Name} is the same for every unit");

        // Centred and of spread 1: the arithmetic then does not depend on the units of the covariates.
        var fit = new AdjustedFit(model, [.. covariates.Select((covariate, c) => covariate.Values.Select(value => (value - centres[c]) / spreads[c]).ToArray())]);
        if (!fit.CovariatesAreIndependent())
            return NotIndependent("one covariate follows from the others");
        fit.Search();
        var without = RestrictedEstimate.Search(model.NewFit(), model.RateVariance).Variances;
        return Report(tree, guards, model, fit, without, covariates, centres, spreads);
    }

    private static void Check(UnitTree tree, ReadOnlySpan<double> rates, ReadOnlySpan<double> samplingVariances, IReadOnlyList<Covariate> covariates)
    {
        ArgumentOutOfRangeException.ThrowIfZero(covariates.Count);
        Require.SameLength(rates.Length, tree.UnitCount, nameof(rates));
        Require.Finite(rates, nameof(rates));
        if (!samplingVariances.IsEmpty)
            Require.SameLength(samplingVariances.Length, tree.UnitCount, nameof(samplingVariances));
        Require.Finite(samplingVariances, nameof(samplingVariances));
        Require.NotNegative(samplingVariances, nameof(samplingVariances));
        foreach (var covariate in covariates)
        {
            Require.SameLength(covariate.Values.Length, tree.UnitCount, covariate.Name);
            Require.Finite(covariate.Values, covariate.Name);
        }
    }

    private static Reason? Refuse(
        UnitTree tree, ReadOnlySpan<double> rates, IReadOnlyList<Covariate> covariates, LevelGuards guards, bool allLevels, bool isModelled)
    {
        if (isModelled)
            return new Reason("modelled-indicator", "These figures were modelled from composition; adjusting them would only give back the source's own model.");
        var least = Math.Max(allLevels ? 3 : LevelGuards.LeastGroups, covariates.Count + 3);
        if (tree.UnitCount < least)
            return new Reason("too-few-units", $"There are too few units with a figure ({tree.UnitCount}); this profile needs {least} or more.") { Arguments = [tree.UnitCount, least] };
        if (!rates.ContainsAnyExcept(rates[0]))
            return new Reason("no-variation", $"All {tree.UnitCount} rates are equal.") { Arguments = [tree.UnitCount] };

        var coarsest = Enumerable.Range(0, tree.Levels.Count).Last(level => guards.TakesPart[level] && guards.Withheld[level] is null);
        var most = allLevels ? MostCovariates : Math.Min(MostCovariates, tree.GroupCounts[coarsest] / GroupsPerCovariate);
        return covariates.Count <= most ? null : new Reason(
            "too-many-covariates",
            $"With {tree.GroupCounts[coarsest]} groups of level {tree.Levels[coarsest]} the number of covariates that can be told from chance is at most {most}; asked for: {covariates.Count}.")
        {
            Arguments = [covariates.Count, tree.GroupCounts[coarsest], tree.Levels[coarsest], most],
        };
    }

    private static Reason NotIndependent(string why) =>
        new("covariates-not-independent", $"The covariates cannot be told apart: {why}.") { Arguments = [why] };

    private static AdjustedProfileResult Report(
        UnitTree tree, LevelGuards guards, ScaleModel model, AdjustedFit fit, double[] without,
        IReadOnlyList<Covariate> covariates, double[] centres, double[] spreads)
    {
        var likelihood = fit.Likelihood;
        var means = likelihood.OverallMeans;
        var slopes = likelihood.Coefficients;

        // The overall mean is uncorrelated with β̂ (both come from the walk), so the variance of the intercept is a sum.
        var shift = new double[slopes.Length];
        var intercept = means[0];
        for (var c = 0; c < slopes.Length; c++)
        {
            shift[c] = means[c + 1] + (centres[c] / spreads[c]);
            intercept -= slopes[c] * shift[c];
        }

        var solved = Numerics.Cholesky.Solve(likelihood.Root, shift);
        var interceptVariance = likelihood.OverallVariance + shift.Zip(solved, (a, b) => a * b).Sum();
        var coefficients = covariates.Select((covariate, c) =>
        {
            var unit = new double[slopes.Length];
            unit[c] = 1;
            var error = Math.Sqrt(Numerics.Cholesky.Solve(likelihood.Root, unit)[c]);
            return new AdjustedCoefficient(covariate.Name, slopes[c] / spreads[c] / model.Scale, error / spreads[c] / model.Scale);
        });

        var variances = fit.Variances;
        var levels = tree.Levels.Select((level, k) => guards.Withheld[k] is { } withheld
            ? new AdjustedLevel(level, withheld, withheld, withheld)
            : new AdjustedLevel(level, model.Unscale(variances[k]), model.Unscale(without[k]), Change(variances[k], without[k])));
        var reported = Enumerable.Range(0, variances.Length).Where(k => guards.Withheld[k] is null).ToArray();
        return new AdjustedProfileResult(
            intercept / model.Scale, Math.Sqrt(interceptVariance) / model.Scale, [.. coefficients], [.. levels],
            Change(reported.Sum(k => variances[k]), reported.Sum(k => without[k])));
    }

    private static Figure Change(double adjusted, double without) => without > 0
        ? 1 - (adjusted / without)
        : new Reason("level-without-variance", "There was no variance to take away.");
}
