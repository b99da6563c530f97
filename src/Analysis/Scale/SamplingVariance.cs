// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Scale;

/// <summary>How far does a figure move by chance alone?</summary>
public static class SamplingVariance
{
    // A figure rounded to a step h lies anywhere within h: variance h²/12. Steps of 5 cases or residents, and of one percent.
    private const double FiveSquaredOverTwelve = 25.0 / 12;
    private const double PercentSquaredOverTwelve = 0.01 * 0.01 / 12;

    /// <summary>How far do shares of people or households move by chance alone?</summary>
    /// <remarks>
    /// <para><b>Definition.</b> vᵢ = φ · p̃(1 − p̃)/nᵢ with p̃ the pooled rate of all units together. A unit's own rate is never used: it would give no chance at all
    /// to a unit without cases, and tie weight to value. Rounding adds (25/12)/nᵢ² for cases to multiples of 5, 0.01²/12 for whole percents and p̃²(25/12)/nᵢ² for
    /// a denominator to multiples of 5.</para>
    /// <para><b>Units.</b> rate² (fractions, not percents).</para>
    /// <para><b>Shapes.</b> One denominator in, one variance out a unit.</para>
    /// <para><b>Missing values.</b> Not accepted: leave units without residents out, and list them.</para>
    /// <para><b>No answer.</b> Always an answer.</para>
    /// <para><b>Cost.</b> O(n).</para>
    /// <para><b>Source.</b> Kleinman (1973), <i>Proportions with extraneous variance</i>, JASA 68.</para>
    /// <para><b>Checked against.</b> An independent Python computation: <c>reference/scale-profile/a1-nested.json</c>; the additions by hand: <c>sampling-variance.json</c>.</para>
    /// </remarks>
    /// <param name="denominators">[persons] one a unit, above 0.</param>
    /// <param name="rate">[0..1] p̃, the pooled rate: all cases / all residents.</param>
    /// <param name="options">Overdispersion, rounding, descriptive.</param>
    /// <returns>[rate²] one a unit.</returns>
    /// <exception cref="ArgumentException">A denominator is not above 0, or the rate not between 0 and 1.</exception>
    public static double[] OfProportion(ReadOnlySpan<double> denominators, double rate, SamplingVarianceOptions? options = null)
    {
        if (rate is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(rate), rate, "A share lies between 0 and 1.");
        return Spread(denominators, rate, rate * (1 - rate), options ?? new SamplingVarianceOptions());
    }

    /// <summary>How far do numbers of events per head move by chance alone?</summary>
    /// <remarks>
    /// <para><b>Definition.</b> vᵢ = φ · λ̃/nᵢ with λ̃ the pooled rate of all units together; rounding as for shares.</para>
    /// <para><b>Units.</b> rate² (events per head, squared).</para>
    /// <para><b>Shapes.</b> One denominator in, one variance out a unit.</para>
    /// <para><b>Missing values.</b> Not accepted: leave units without residents out, and list them.</para>
    /// <para><b>No answer.</b> Always an answer.</para>
    /// <para><b>Cost.</b> O(n).</para>
    /// <para><b>Source.</b> Kleinman (1973), <i>Proportions with extraneous variance</i>, JASA 68, with Poisson in place of binomial chance.</para>
    /// <para><b>Checked against.</b> By hand: <c>reference/scale-profile/sampling-variance.json</c>.</para>
    /// </remarks>
    /// <param name="denominators">[persons] one a unit, above 0.</param>
    /// <param name="rate">[events per head] λ̃, the pooled rate: all events / all residents, ≥ 0.</param>
    /// <param name="options">Overdispersion, rounding, descriptive.</param>
    /// <returns>[rate²] one a unit.</returns>
    /// <exception cref="ArgumentException">A denominator is not above 0, or the rate negative.</exception>
    public static double[] OfCount(ReadOnlySpan<double> denominators, double rate, SamplingVarianceOptions? options = null)
    {
        if (!(rate >= 0) || !double.IsFinite(rate))
            throw new ArgumentOutOfRangeException(nameof(rate), rate, "A rate of events is 0 or more.");
        return Spread(denominators, rate, rate, options ?? new SamplingVarianceOptions());
    }

    /// <summary>How far do figures of a survey move by who happened to be asked?</summary>
    /// <remarks>
    /// <para><b>Definition.</b> vᵢ = deff · sᵢ²/mᵢ. Where the source publishes a mean squared error, use that instead.</para>
    /// <para><b>Units.</b> The square of the figure's unit.</para>
    /// <para><b>Shapes.</b> One standard deviation and one number of respondents in, one variance out a unit.</para>
    /// <para><b>Missing values.</b> Not accepted.</para>
    /// <para><b>No answer.</b> Always an answer.</para>
    /// <para><b>Cost.</b> O(n).</para>
    /// <para><b>Source.</b> Kish (1965), <i>Survey Sampling</i>, for the design effect.</para>
    /// <para><b>Checked against.</b> By hand: <c>reference/scale-profile/sampling-variance.json</c>.</para>
    /// </remarks>
    /// <param name="standardDeviations">[unit of the figure] between respondents of a unit, ≥ 0.</param>
    /// <param name="respondents">[persons] above 0.</param>
    /// <param name="designEffect">[no unit] above 0: how much more a clustered or weighted sample moves than a simple one.</param>
    /// <returns>[square of the figure's unit] one a unit.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a value is not in its range.</exception>
    public static double[] OfSurvey(ReadOnlySpan<double> standardDeviations, ReadOnlySpan<double> respondents, double designEffect = 1)
    {
        Require.SameLength(respondents.Length, standardDeviations.Length, nameof(respondents));
        Require.Finite(standardDeviations, nameof(standardDeviations));
        Require.NotNegative(standardDeviations, nameof(standardDeviations));
        Require.Finite(respondents, nameof(respondents));
        Require.Positive(respondents, nameof(respondents));
        if (!(designEffect > 0) || !double.IsFinite(designEffect))
            throw new ArgumentOutOfRangeException(nameof(designEffect), designEffect, "A design effect is above 0.");
        var variances = new double[respondents.Length];
        for (var i = 0; i < variances.Length; i++)
            variances[i] = designEffect * standardDeviations[i] * standardDeviations[i] / respondents[i];
        return variances;
    }

    private static double[] Spread(ReadOnlySpan<double> denominators, double rate, double ofOne, SamplingVarianceOptions options)
    {
        Require.Finite(denominators, nameof(denominators));
        Require.Positive(denominators, nameof(denominators));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Overdispersion, 1);
        var variances = new double[denominators.Length];
        if (options.Descriptive)
            return variances;

        var ofSquare = 0.0;
        if (options.Rounding.HasFlag(FigureRounding.CasesToFive))
            ofSquare += FiveSquaredOverTwelve;
        if (options.Rounding.HasFlag(FigureRounding.DenominatorToFive))
            ofSquare += rate * rate * FiveSquaredOverTwelve;
        var always = options.Rounding.HasFlag(FigureRounding.WholePercents) ? PercentSquaredOverTwelve : 0;
        for (var i = 0; i < variances.Length; i++)
            variances[i] = (options.Overdispersion * ofOne / denominators[i]) + (ofSquare / denominators[i] / denominators[i]) + always;
        return variances;
    }
}
