// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Scale;

/// <summary>How much a place matters to a person: the variance between places on the scale of one person's chances.</summary>
public static class PlaceEffect
{
    /// <summary>Three quarters of a standard normal population lie below this.</summary>
    private const double UpperQuartile = 0.6744897501960817;

    /// <summary>How far do places differ on the scale on which chances multiply?</summary>
    /// <remarks>
    /// <para><b>Definition.</b> Proportion: τ² = Σσ² / (p̄(1 − p̄))², the logit scale by the delta method. Count: τ² = ln(1 + Σσ²/λ̄²), the log scale.</para>
    /// <para><b>Units.</b> None.</para>
    /// <para><b>Shapes.</b> Numbers.</para>
    /// <para><b>Missing values.</b> Not accepted.</para>
    /// <para><b>No answer.</b> <c>not-for-means</c>: a mean in euros has no odds. <c>mean-out-of-range</c>: p̄ is not between 0 and 1, or λ̄ not above 0.</para>
    /// <para><b>Cost.</b> O(1).</para>
    /// <para><b>Source.</b> Larsen and Merlo (2005), <i>Appropriate assessment of neighborhood effects on individual health</i>.</para>
    /// <para><b>Checked against.</b> An independent Python computation, <c>reference/scale-profile/a1-nested.json</c>.</para>
    /// </remarks>
    /// <param name="kind">What the rates are.</param>
    /// <param name="variance">[rate²] sum of the true variances of all levels, ≥ 0.</param>
    /// <param name="mean">[rate] pooled rate.</param>
    /// <returns>τ², or the reason why there is none.</returns>
    public static Figure TauSquared(RateKind kind, double variance, double mean)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(variance);
        return kind switch
        {
            RateKind.Mean => new Reason("not-for-means", "Odds and rate ratios exist for shares and counts, not for means."),
            RateKind.Proportion when mean is > 0 and < 1 => variance / (mean * (1 - mean) * mean * (1 - mean)),
            RateKind.Count when mean > 0 => Math.Log(1 + (variance / (mean * mean))),
            _ => new Reason("mean-out-of-range", $"The overall rate is {mean.ToString(System.Globalization.CultureInfo.InvariantCulture)}; odds need a share between 0 and 1, or a count above 0.")
            {
                Arguments = [mean],
            },
        };
    }

    /// <summary>By how much do a person's odds change, in the middle case, by moving to a place with a higher risk?</summary>
    /// <remarks>
    /// <para><b>Definition.</b> MOR = exp(√(2τ²) · 0.6744897502). For counts the same number is a median rate ratio.</para>
    /// <para><b>Units.</b> None; 1 = the place makes no difference.</para>
    /// <para><b>Shapes.</b> Numbers.</para>
    /// <para><b>Missing values.</b> Not accepted.</para>
    /// <para><b>No answer.</b> Always an answer.</para>
    /// <para><b>Cost.</b> O(1).</para>
    /// <para><b>Source.</b> Larsen and Merlo (2005), <i>Appropriate assessment of neighborhood effects on individual health</i>.</para>
    /// <para><b>Checked against.</b> An independent Python computation, <c>reference/scale-profile/a4-measures.json</c>.</para>
    /// </remarks>
    /// <param name="tauSquared">[no unit] ≥ 0.</param>
    /// <returns>The median odds ratio, 1 or more.</returns>
    public static double MedianOddsRatio(double tauSquared)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(tauSquared);
        return Math.Exp(Math.Sqrt(2 * tauSquared) * UpperQuartile);
    }

    /// <summary>Which part of all differences between people is linked to the place at all?</summary>
    /// <remarks>
    /// <para><b>Definition.</b> VPC = τ² / (τ² + π²/3): the logistic distribution of a single person has variance π²/3. For counts a convention, not a derivation.</para>
    /// <para><b>Units.</b> A share, 0 to 1.</para>
    /// <para><b>Shapes.</b> Numbers.</para>
    /// <para><b>Missing values.</b> Not accepted.</para>
    /// <para><b>No answer.</b> Always an answer.</para>
    /// <para><b>Cost.</b> O(1).</para>
    /// <para><b>Source.</b> Merlo and others (2006), <i>A brief conceptual tutorial of multilevel analysis in social epidemiology</i>, J Epidemiol Community Health 60, 290–297.</para>
    /// <para><b>Checked against.</b> An independent Python computation, <c>reference/scale-profile/a4-measures.json</c>.</para>
    /// </remarks>
    /// <param name="tauSquared">[no unit] ≥ 0.</param>
    /// <returns>The variance partition coefficient.</returns>
    public static double VariancePartition(double tauSquared)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(tauSquared);
        return tauSquared / (tauSquared + (Math.PI * Math.PI / 3));
    }
}
