// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Scale;

/// <summary>What one level contributes to the true differences.</summary>
/// <param name="Level">Level id.</param>
/// <param name="Groups">Number of units at this level.</param>
/// <param name="Variance">[rate²] true variance between units of this level within their parent.</param>
/// <param name="RawVariance">[rate²] before truncation at 0; missing under REML.</param>
/// <param name="VarianceLow">[rate²] lower end of the 95 % profile-likelihood interval.</param>
/// <param name="VarianceHigh">[rate²] upper end; missing with <c>unbounded</c> where the likelihood never falls enough.</param>
/// <param name="Share">[0..1] part of the sum of the reported levels.</param>
/// <param name="Low">[0..1] 5th percentile of the share over bootstrap replicates.</param>
/// <param name="High">[0..1] 95th percentile.</param>
/// <param name="Indicative">Five to nine groups: an indication, no more.</param>
/// <param name="MergedWith">The next finer level this one was merged with, or null.</param>
public sealed record LevelProfile(
    string Level, int Groups, Figure Variance, Figure RawVariance, Figure VarianceLow, Figure VarianceHigh,
    Figure Share, Figure Low, Figure High, bool Indicative, string? MergedWith);

/// <summary>What chance contributes to what one sees.</summary>
/// <param name="Mean">[rate²] unweighted mean of the sampling variances; missing when they are unknown.</param>
/// <param name="Share">[0..1] mean noise / (mean noise + true variance); missing when the sampling variances are unknown.</param>
/// <param name="Dominates">Differences between the finest units are mostly chance (A.4): do not rank them.</param>
/// <param name="Low">[0..1] 5th percentile of the noise share over bootstrap replicates.</param>
/// <param name="High">[0..1] 95th percentile.</param>
public sealed record NoiseProfile(Figure Mean, Figure Share, bool Dominates, Figure Low, Figure High);

/// <summary>Shrunken estimates of all units of one level, in the order of the tree's numbers.</summary>
/// <remarks>Two questions have two answers at the coarser levels. <c>Estimate</c> is what the model expects of a place of this wijk: the effect that wijk has on its buurten, which few
/// buurten leave uncertain however many people live there. <c>Realised</c> is what the residents of this wijk have together, with chance taken off: near the observed rate,
/// and nearly certain when many people live there. A map that says how a wijk is doing shows <c>Realised</c>. At the finest level the two are the same.</remarks>
/// <param name="Level">Level id.</param>
/// <param name="Rate">[rate] pooled observed rate of the unit.</param>
/// <param name="Estimate">[rate] hierarchical empirical-Bayes estimate.</param>
/// <param name="StandardDeviation">[rate] posterior standard deviation, variance components taken as known; NaN at the finest level when the sampling variances are unknown.</param>
public sealed record UnitEstimates(string Level, double[] Rate, double[] Estimate, double[] StandardDeviation)
{
    /// <summary>[rate] mean of the estimates of the finest units in it, weighed by population.</summary>
    public double[] Realised { get; init; } = [];

    /// <summary>[rate] its posterior standard deviation; NaN when the sampling variances are unknown.</summary>
    public double[] RealisedStandardDeviation { get; init; } = [];
}

/// <summary>At which scales the true differences lie, with chance kept apart.</summary>
/// <param name="Estimator"><c>reml</c> or <c>moments</c>.</param>
/// <param name="Levels">Finest first.</param>
/// <param name="ShareOf">The levels whose variances the shares add up to.</param>
/// <param name="Noise">The part that is chance.</param>
/// <param name="Mean">[rate] overall mean.</param>
/// <param name="MeanStandardError">[rate] its standard error.</param>
/// <param name="TauSquared">Variance on the logit (proportion) or log (count) scale.</param>
/// <param name="Mor">Median odds ratio (proportion) or median rate ratio (count).</param>
/// <param name="Vpc">[0..1] part of the differences between people that is linked to place at all.</param>
/// <param name="Units">Shrunken estimates, one record a level, finest first.</param>
/// <param name="Warnings">Doubts.</param>
public sealed record ScaleProfileResult(
    string Estimator, IReadOnlyList<LevelProfile> Levels, IReadOnlyList<string> ShareOf, NoiseProfile Noise,
    double Mean, double MeanStandardError, Figure TauSquared, Figure Mor, Figure Vpc,
    IReadOnlyList<UnitEstimates> Units, IReadOnlyList<Warning> Warnings);
