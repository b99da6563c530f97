// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Composition;

/// <summary>One group of people in two areas.</summary>
/// <param name="Stratum">Which group.</param>
/// <param name="ShareA">[0..1] of the residents of area A.</param>
/// <param name="RateA">[rate] among them.</param>
/// <param name="ShareB">[0..1] of the residents of reference B.</param>
/// <param name="RateB">[rate] among them.</param>
public sealed record StratumPair(string Stratum, double ShareA, double RateA, double ShareB, double RateB);

/// <summary>A difference taken apart.</summary>
/// <param name="RateA">[rate] of A.</param>
/// <param name="RateB">[rate] of B.</param>
/// <param name="Difference">[rate] A − B.</param>
/// <param name="Composition">[rate] the part that comes from different people.</param>
/// <param name="Rates">[rate] the part that comes from the same people with different rates.</param>
public sealed record KitagawaResult(double RateA, double RateB, double Difference, double Composition, double Rates);

/// <summary>Other people, or other odds for the same people?</summary>
public static class KitagawaDecomposition
{
    /// <summary>Takes the difference between two areas apart, exactly and symmetrically.</summary>
    /// <remarks>
    /// <para><b>Definition.</b> Δ = Σ(cᴬ − cᴮ)(rᴬ + rᴮ)/2 + Σ(rᴬ − rᴮ)(cᴬ + cᴮ)/2: composition, then rates.</para>
    /// <para><b>Units.</b> Those of the rates.</para>
    /// <para><b>Shapes.</b> One row a stratum.</para>
    /// <para><b>Missing values.</b> Not accepted: a stratum without a rate in one of the two areas cannot be compared.</para>
    /// <para><b>No answer.</b> <c>shares-do-not-add-up</c>: the shares of an area miss 1 by more than 0.02 (smaller misses are rounding, and are
    /// spread over the strata).</para>
    /// <para><b>Cost.</b> O(strata).</para>
    /// <para><b>Source.</b> Kitagawa (1955), <i>Components of a difference between two rates</i>, JASA 50, 1168–1194.</para>
    /// <para><b>Checked against.</b> R 4.2.2, base: <c>reference/composition/D-1.json</c>.</para>
    /// </remarks>
    /// <param name="strata">At least one.</param>
    /// <returns>The two parts.</returns>
    /// <exception cref="ArgumentException">A number is not finite.</exception>
    public static Outcome<KitagawaResult> Compute(IReadOnlyList<StratumPair> strata)
    {
        ArgumentOutOfRangeException.ThrowIfZero(strata.Count);
        double[] sharesA = [.. strata.Select(stratum => stratum.ShareA)], sharesB = [.. strata.Select(stratum => stratum.ShareB)];
        Require.Finite([.. sharesA, .. sharesB, .. strata.Select(stratum => stratum.RateA), .. strata.Select(stratum => stratum.RateB)], nameof(strata));
        if ((Shares.Normalise(sharesA, "area A") ?? Shares.Normalise(sharesB, "reference B")) is { } reason)
            return reason;

        double rateA = 0, rateB = 0, composition = 0, rates = 0;
        for (var s = 0; s < strata.Count; s++)
        {
            var (a, b) = (strata[s].RateA, strata[s].RateB);
            rateA += sharesA[s] * a;
            rateB += sharesB[s] * b;
            composition += (sharesA[s] - sharesB[s]) * (a + b) / 2;
            rates += (a - b) * (sharesA[s] + sharesB[s]) / 2;
        }

        return new KitagawaResult(rateA, rateB, rateA - rateB, composition, rates);
    }
}
