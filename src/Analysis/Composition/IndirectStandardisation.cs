// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Scale;

namespace Schakel.Analysis.Composition;

/// <summary>One area against what its people would make one expect.</summary>
/// <param name="Observed">[cases] O.</param>
/// <param name="Expected">[cases] E, with ΣE = ΣO.</param>
/// <param name="Ratio">SIR = O/E; missing with <c>nothing-expected</c>.</param>
/// <param name="Low">Lower 95 % limit (Garwood).</param>
/// <param name="High">Upper 95 % limit.</param>
public sealed record StandardisedArea(double Observed, double Expected, Figure Ratio, Figure Low, Figure High);

/// <summary>Which part of the differences between areas comes from who lives where.</summary>
/// <param name="Factor">f = ΣO/ΣE before scaling: how this year compares with the year of the stratum rates.</param>
/// <param name="VarianceTotal">[rate²] Var p, population-weighted.</param>
/// <param name="VarianceComposition">[rate²] Var c.</param>
/// <param name="VarianceRemainder">[rate²] Var e.</param>
/// <param name="Covariance">[rate²] Cov(c, e); Var p = Var c + Var e + 2 Cov.</param>
/// <param name="Share">[0..1, may pass] Shapley share of composition, (Var c + Cov)/Var p; missing with <c>no-variation</c>.</param>
/// <param name="Noise">[rate²] v̄: the part of Var p that chance gives by itself.</param>
/// <param name="CorrectedShare">[0..1] 1 − (Var e − v̄)⁺/(Var p − v̄); missing with <c>differences-are-chance</c>.</param>
/// <param name="RemainderDistinguishable">Whether what remains is more than chance.</param>
/// <param name="Class"><c>heavy</c> (≥ .50), <c>moderate</c> (≥ .25) or <c>light</c> by the share; null when that is missing.</param>
/// <param name="Areas">One an area, in the order given.</param>
/// <param name="Sentences">What must be said with it.</param>
public sealed record StandardisationResult(
    double Factor, double VarianceTotal, double VarianceComposition, double VarianceRemainder, double Covariance,
    Figure Share, double Noise, Figure CorrectedShare, bool RemainderDistinguishable, string? Class,
    IReadOnlyList<StandardisedArea> Areas, IReadOnlyList<Sentence> Sentences);

/// <summary>Do areas differ because different people live there?</summary>
public static class IndirectStandardisation
{
    private const double Heavy = 0.50, Moderate = 0.25;

    /// <summary>Compares each area with what its composition makes one expect, and splits the differences.</summary>
    /// <remarks>
    /// <para><b>Definition.</b> Eᵢ = f nᵢ Σ cᵢₛ rₛ with f = ΣO/ΣE; composition cᵢ = Eᵢ/nᵢ − p̄, remainder eᵢ = (Oᵢ − Eᵢ)/nᵢ; population-weighted
    /// variances; share = (Var c + Cov)/Var p; v̄ = Σ wᵢ p̄(1 − p̄)/nᵢ (counts: p̄/nᵢ). Limits of O/E by Garwood.</para>
    /// <para><b>Units.</b> Cases, rates, rate².</para>
    /// <para><b>Shapes.</b> One count and population an area; one row of shares an area, one rate a stratum.</para>
    /// <para><b>Missing values.</b> Not accepted: leave those areas out and list them.</para>
    /// <para><b>No answer.</b> <c>modelled-indicator</c>: the figures were themselves modelled from composition; <c>no-cases</c>;
    /// <c>nothing-expected</c>: every stratum rate is 0; <c>shares-do-not-add-up</c>. Within an answer <c>no-variation</c>,
    /// <c>differences-are-chance</c>, <c>nothing-expected</c> for an area.</para>
    /// <para><b>Cost.</b> O(areas · strata).</para>
    /// <para><b>Source.</b> Breslow and Day (1987), <i>Statistical Methods in Cancer Research</i> II; Garwood (1936), <i>Fiducial limits for the Poisson
    /// distribution</i>, Biometrika 28; the Shapley share halves the covariance.</para>
    /// <para><b>Checked against.</b> R 4.2.2, base: <c>reference/composition/D-2.json</c>.</para>
    /// </remarks>
    /// <param name="cases">[cases] ≥ 0.</param>
    /// <param name="population">[persons] above 0.</param>
    /// <param name="shares">[0..1] one row an area, one column a stratum.</param>
    /// <param name="stratumRates">[rate] ≥ 0, from outside: preferably national, of the same year.</param>
    /// <param name="kind">Proportion or count.</param>
    /// <param name="isModelled">Whether the source modelled these figures from composition.</param>
    /// <returns>The split and the areas.</returns>
    /// <exception cref="ArgumentException">The lengths differ or a number is not in its range.</exception>
    public static Outcome<StandardisationResult> Compute(
        ReadOnlySpan<double> cases, ReadOnlySpan<double> population, IReadOnlyList<IReadOnlyList<double>> shares, ReadOnlySpan<double> stratumRates,
        RateKind kind = RateKind.Proportion, bool isModelled = false)
    {
        Check(cases, population, shares, stratumRates);
        if (isModelled)
            return new Reason("modelled-indicator", "These figures were modelled from composition; splitting them would only give back the source's own model.");
        if (!cases.ContainsAnyExcept(0.0))
            return new Reason("no-cases", "Every count is 0.");

        var expected = new double[cases.Length];
        for (var i = 0; i < expected.Length; i++)
        {
            double[] row = [.. shares[i]];
            Require.SameLength(row.Length, stratumRates.Length, nameof(shares));
            Require.Finite(row, nameof(shares));
            if (Shares.Normalise(row, $"area {i}") is { } reason)
                return reason;
            for (var s = 0; s < row.Length; s++)
                expected[i] += population[i] * row[s] * stratumRates[s];
        }

        if (!expected.AsSpan().ContainsAnyExcept(0.0))
            return new Reason("nothing-expected", "The stratum rates are 0 wherever somebody lives, so nothing is expected.");

        double total = Sum(cases), people = Sum(population), factor = total / Sum(expected);
        foreach (ref var number in expected.AsSpan())
            number *= factor;
        return Split([.. cases], [.. population], expected, factor, total / people, kind);
    }

    private static void Check(
        ReadOnlySpan<double> cases, ReadOnlySpan<double> population, IReadOnlyList<IReadOnlyList<double>> shares, ReadOnlySpan<double> stratumRates)
    {
        ArgumentOutOfRangeException.ThrowIfZero(cases.Length, nameof(cases));
        Require.SameLength(population.Length, cases.Length, nameof(population));
        Require.SameLength(shares.Count, cases.Length, nameof(shares));
        Require.Finite(cases, nameof(cases));
        Require.NotNegative(cases, nameof(cases));
        Require.Finite(population, nameof(population));
        Require.Positive(population, nameof(population));
        Require.Finite(stratumRates, nameof(stratumRates));
        Require.NotNegative(stratumRates, nameof(stratumRates));
    }

    private static StandardisationResult Split(double[] cases, double[] population, double[] expected, double factor, double mean, RateKind kind)
    {
        double people = population.Sum(), ofAll = 0, ofComposition = 0, ofRemainder = 0, together = 0;
        for (var i = 0; i < cases.Length; i++)
        {
            // Both parts have mean 0 by construction, for ΣE = ΣO.
            double weight = population[i] / people, composition = (expected[i] / population[i]) - mean, remainder = (cases[i] - expected[i]) / population[i];
            ofAll += weight * (composition + remainder) * (composition + remainder);
            ofComposition += weight * composition * composition;
            ofRemainder += weight * remainder * remainder;
            together += weight * composition * remainder;
        }

        // Asked of the input: all rates equal exactly when every product crosswise is.
        var same = true;
        for (var i = 1; i < cases.Length && same; i++)
            same = cases[i] * population[0] == cases[0] * population[i];
        var noise = cases.Length * (kind == RateKind.Proportion ? mean * Math.Max(0, 1 - mean) : mean) / people;
        Figure share = same ? new Reason("no-variation", $"All {cases.Length} rates are equal.") : (ofComposition + together) / ofAll;
        Figure corrected = ofAll > noise
            ? Math.Clamp(1 - (Math.Max(0, ofRemainder - noise) / (ofAll - noise)), 0, 1)
            : new Reason("differences-are-chance", "The areas do not differ more than chance alone would give.");
        var word = share.Value is { } value ? value >= Heavy ? "heavy" : value >= Moderate ? "moderate" : "light" : null;
        return new StandardisationResult(
            factor, ofAll, ofComposition, ofRemainder, together, share, noise, corrected, ofRemainder > noise, word,
            [.. cases.Zip(expected, Area)], Say(ofRemainder > noise));
    }

    private static StandardisedArea Area(double observed, double expected)
    {
        if (expected <= 0)
        {
            var nothing = new Reason("nothing-expected", "Nothing is expected in this area, so there is no ratio.");
            return new StandardisedArea(observed, expected, nothing, nothing, nothing);
        }

        var (low, high) = GarwoodLimits.Of(observed);
        return new StandardisedArea(observed, expected, observed / expected, low / expected, high / expected);
    }

    private static List<Sentence> Say(bool distinguishable)
    {
        var sentences = new List<Sentence>
        {
            new("composition-comes-from-above", "Composition is itself the outcome of housing allocation, labour market and income policy, decided above the wijk. A large composition share points to supra-local levers; it does not mean nothing happens in the wijk."),
        };
        if (!distinguishable)
            sentences.Add(new Sentence("remainder-is-chance", "What remains is not distinguishable from chance."));
        return sentences;
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
            sum += value;
        return sum;
    }
}
