// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Scale;

/// <summary>At which scales do the differences show?</summary>
public static class ScaleProfile
{
    /// <summary>At which scales do the differences show, and how much of what one sees is chance?</summary>
    /// <remarks>
    /// <para><b>Definition.</b> pᵢ = μ + Σₖ uₖ(i) + eᵢ with independent uₖ ~ (0, σ²ₖ) a level and Var eᵢ = vᵢ known. The σ²ₖ maximise the restricted likelihood,
    /// which factorises along the tree, or solve the moment equations (<see cref="ScaleEstimator"/>); the share of a level is σ²ₖ / Σσ² over the levels that are reported.
    /// Chance is v̄ / (v̄ + Σσ²). Intervals of variances: where −2ℓ rises by 3.84, the others fitted anew. Ranges of shares: 5th and 95th percentile of maps that are
    /// simulated from the fit and fitted again.</para>
    /// <para><b>Units.</b> Variances in rate²; shares 0 to 1.</para>
    /// <para><b>Shapes.</b> One value a unit, in the order of the tree. Results hold one row a level, finest first.</para>
    /// <para><b>Missing values.</b> Not accepted: leave those units out of tree and columns, and list them. Units without residents likewise.</para>
    /// <para><b>No answer.</b> <c>no-variation</c>: all rates are equal. <c>too-few-units</c>: fewer than 5 units (3 with all levels). <c>differences-not-measurable</c>: beyond what numbers hold. Within an answer: <c>too-few-groups</c>,
    /// <c>level-merged</c>, <c>level-mostly-absent</c>, <c>not-identifiable</c>, <c>unbounded</c>, <c>no-differences</c>, <c>sampling-variance-unknown</c>,
    /// <c>not-for-means</c>, <c>mean-out-of-range</c>, <c>only-for-moments</c>, <c>only-for-reml</c>, <c>not-asked</c>.</para>
    /// <para><b>Cost.</b> O(n) an evaluation, some 60 evaluations a fit; with R replicates R fits, spread over the threads. O(n) memory a thread.</para>
    /// <para><b>Source.</b> Searle, Casella and McCulloch (1992), <i>Variance Components</i>; Konstantopoulos (2011), Research Synthesis Methods 2, 61–76, for the model with known
    /// variances; Kleinman (1973), JASA 68, for the moments.</para>
    /// <para><b>Checked against.</b> R metafor (<c>reference/scale-profile/a3-konstantopoulos.json</c>), an independent Python computation (<c>a1-nested.json</c>,
    /// <c>a2-only-noise.json</c>) and R lme4 where no sampling variance is known (<c>lme4-pastes.json</c>).</para>
    /// </remarks>
    /// <param name="tree">The units and their groups.</param>
    /// <param name="rates">[rate] one a unit, finite.</param>
    /// <param name="samplingVariances">[rate²] one a unit, ≥ 0; empty = unknown (the finest level is then "with chance").</param>
    /// <param name="weights">[persons] one a unit, above 0: denominators. Empty = unknown (moments then weigh by 1 / sampling variance).</param>
    /// <param name="options">Settings.</param>
    /// <returns>The profile, or <c>no-variation</c>, <c>too-few-units</c>.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a value is not in its range.</exception>
    public static Outcome<ScaleProfileResult> Compute(
        UnitTree tree, ReadOnlySpan<double> rates, ReadOnlySpan<double> samplingVariances, ReadOnlySpan<double> weights,
        ScaleProfileOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(options.Replicates);
        ArgumentOutOfRangeException.ThrowIfNegative(options.Threads);
        Check(tree, rates, samplingVariances);
        if (!weights.IsEmpty)
        {
            Require.SameLength(weights.Length, tree.UnitCount, nameof(weights));
            Require.Finite(weights, nameof(weights));
            Require.Positive(weights, nameof(weights));
        }

        var least = options.AllLevels ? 3 : LevelGuards.LeastGroups;
        if (tree.UnitCount < least)
            return new Reason("too-few-units", $"There are too few units with a figure ({tree.UnitCount}); a profile needs {least} or more.") { Arguments = [tree.UnitCount, least] };
        if (!rates.ContainsAnyExcept(rates[0]))
            return new Reason("no-variation", $"All {tree.UnitCount} rates are equal.") { Arguments = [tree.UnitCount] };
        if (!ScaleModel.CanBeSquared(rates))
            return new Reason("differences-not-measurable", "The figures, or the differences between them, are too large or too small to be squared.");

        return new ScaleProfileRun(tree, rates, samplingVariances, weights, options).Report();
    }

    /// <summary>How (un)likely are the rates at given variances? For checks against other software.</summary>
    /// <remarks>
    /// <para><b>Definition.</b> −2 × the restricted log-likelihood without the constant (n − 1) ln 2π: ln |V| + ln |1'V⁻¹1| + (p − μ̂)'V⁻¹(p − μ̂).</para>
    /// <para><b>Units.</b> None; depends on the unit of the rates by (n − 1) ln of its square.</para>
    /// <para><b>Shapes.</b> One rate and one sampling variance a unit, one variance a level.</para>
    /// <para><b>Missing values.</b> Not accepted.</para>
    /// <para><b>No answer.</b> Always an answer.</para>
    /// <para><b>Cost.</b> O(n).</para>
    /// <para><b>Source.</b> Searle, Casella and McCulloch (1992), <i>Variance Components</i>.</para>
    /// <para><b>Checked against.</b> The formula with full matrices in R: <c>reference/scale-profile/likelihood.json</c>.</para>
    /// </remarks>
    /// <param name="tree">The units and their groups.</param>
    /// <param name="rates">[rate] one a unit, finite.</param>
    /// <param name="samplingVariances">[rate²] one a unit, ≥ 0; empty = none.</param>
    /// <param name="variances">[rate²] one a level, finest first, ≥ 0.</param>
    /// <returns>−2ℓ.</returns>
    public static double MinusTwoLogLikelihood(
        UnitTree tree, ReadOnlySpan<double> rates, ReadOnlySpan<double> samplingVariances, ReadOnlySpan<double> variances)
    {
        Check(tree, rates, samplingVariances);
        Require.SameLength(variances.Length, tree.Levels.Count, nameof(variances));
        Require.NotNegative(variances, nameof(variances));
        var likelihood = new RestrictedLikelihood(FitTree.Of(tree, [.. Enumerable.Repeat(true, tree.Levels.Count)]));
        likelihood.Load(rates, samplingVariances);
        return likelihood.Evaluate(variances);
    }

    private static void Check(UnitTree tree, ReadOnlySpan<double> rates, ReadOnlySpan<double> samplingVariances)
    {
        Require.SameLength(rates.Length, tree.UnitCount, nameof(rates));
        Require.Finite(rates, nameof(rates));
        if (samplingVariances.IsEmpty)
            return;
        Require.SameLength(samplingVariances.Length, tree.UnitCount, nameof(samplingVariances));
        Require.Finite(samplingVariances, nameof(samplingVariances));
        Require.NotNegative(samplingVariances, nameof(samplingVariances));
    }
}
