// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Perception;

/// <summary>A property of respondents with the shares it should have.</summary>
/// <param name="Variable">Its name: age, tenure, buurt.</param>
/// <param name="Shares">[0..1] category → share in the population.</param>
/// <param name="CategoryOf">One a respondent; null = unknown, left as it is by this variable.</param>
public sealed record RakingMargin(string Variable, IReadOnlyDictionary<string, double> Shares, IReadOnlyList<string?> CategoryOf);

/// <summary>Weights that make respondents speak for everybody.</summary>
/// <param name="Weights">One a respondent; they add up to the number of respondents.</param>
/// <param name="EffectiveRespondents">With how many equal voices they speak then.</param>
/// <param name="Capped">How many weights were cut to five times the median.</param>
/// <param name="Rounds">Rounds until nothing changed.</param>
public sealed record RakingResult(IReadOnlyList<double> Weights, double EffectiveRespondents, int Capped, int Rounds);

/// <summary>Who speaks for whom when some groups answered less?</summary>
public static class Raking
{
    private const double Converged = 1e-8, SharesMayMiss = 0.02, CapOverMedian = 5;
    private const int MostRounds = 200;

    /// <summary>Weights respondents to known shares of the population, one property after another until all fit.</summary>
    /// <remarks>
    /// <para><b>Definition.</b> Iterative proportional fitting of weights from 1, to 1e-8 in at most 200 rounds; then cut at 5 times the median and scaled
    /// to add up to the number of respondents.</para>
    /// <para><b>Units.</b> None.</para>
    /// <para><b>Shapes.</b> One category a respondent and property.</para>
    /// <para><b>Missing values.</b> A respondent of unknown category is left alone by that property.</para>
    /// <para><b>No answer.</b> <c>no-respondents</c>; <c>margin-does-not-add-up</c>: shares miss 1 by more than 0.02; <c>category-without-share</c>;
    /// <c>category-without-respondents</c>; <c>raking-does-not-settle</c>.</para>
    /// <para><b>Cost.</b> O(rounds · respondents · properties).</para>
    /// <para><b>Source.</b> Deming and Stephan (1940), Annals of Mathematical Statistics 11; Kish (1965) for the effective number.</para>
    /// <para><b>Checked against.</b> R 4.2.2, base: <c>reference/perception/I-2.json</c>.</para>
    /// </remarks>
    /// <param name="respondents">How many.</param>
    /// <param name="margins">At least one.</param>
    /// <returns>The weights.</returns>
    public static Outcome<RakingResult> Compute(int respondents, IReadOnlyList<RakingMargin> margins)
    {
        ArgumentOutOfRangeException.ThrowIfZero(margins.Count);
        if (respondents == 0)
            return new Reason("no-respondents", "There are no respondents.");
        foreach (var margin in margins)
            if (Refuse(respondents, margin) is { } reason)
                return reason;

        var weights = new double[respondents];
        Array.Fill(weights, 1);
        var rounds = 0;
        while (Round(weights, margins) > Converged)
            if (++rounds == MostRounds)
                return new Reason("raking-does-not-settle", $"The shares cannot all be met at once: after {MostRounds} rounds they still move. Join small groups.") { Arguments = [MostRounds] };

        var capped = Cap(weights);
        var scale = respondents / weights.Sum();
        foreach (ref var weight in weights.AsSpan())
            weight *= scale;
        return new RakingResult(weights, EffectiveNumber.Of(weights), capped, rounds);
    }

    private static Reason? Refuse(int respondents, RakingMargin margin)
    {
        Require.SameLength(margin.CategoryOf.Count, respondents, margin.Variable);
        Require.Finite([.. margin.Shares.Values], margin.Variable);
        Require.NotNegative([.. margin.Shares.Values], margin.Variable);
        var sum = margin.Shares.Values.Sum();
        if (Math.Abs(sum - 1) > SharesMayMiss)
            return new Reason("margin-does-not-add-up", FormattableString.Invariant($"The shares of {margin.Variable} add up to {sum:0.###} instead of 1.")) { Arguments = [margin.Variable, sum] };
        foreach (var category in margin.CategoryOf)
            if (category is not null && !(margin.Shares.TryGetValue(category, out var share) && share > 0))
                return new Reason("category-without-share", $"Respondents are {category} by {margin.Variable}, but the population has no share for that.") { Arguments = [margin.Variable, category] };
        foreach (var (category, share) in margin.Shares.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            if (share > 0 && !margin.CategoryOf.Contains(category))
                return new Reason("category-without-respondents", $"Nobody who answered is {category} by {margin.Variable}; no weight can speak for them.") { Arguments = [margin.Variable, category] };
        return null;
    }

    private static double Round(double[] weights, IReadOnlyList<RakingMargin> margins)
    {
        var largest = 0.0;
        foreach (var margin in margins)
        {
            var sums = new Dictionary<string, double>(StringComparer.Ordinal);
            var known = 0.0;
            for (var r = 0; r < weights.Length; r++)
            {
                if (margin.CategoryOf[r] is not { } category)
                    continue;
                sums[category] = sums.GetValueOrDefault(category) + weights[r];
                known += weights[r];
            }

            var whole = margin.Shares.Values.Sum();
            for (var r = 0; r < weights.Length; r++)
            {
                if (margin.CategoryOf[r] is not { } category)
                    continue;
                var factor = margin.Shares[category] / whole * known / sums[category];
                weights[r] *= factor;
                largest = Math.Max(largest, Math.Abs(factor - 1));
            }
        }

        return largest;
    }

    private static int Cap(double[] weights)
    {
        double[] sorted = [.. weights.Order()];
        var most = CapOverMedian * (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        var capped = 0;
        foreach (ref var weight in weights.AsSpan())
        {
            if (weight <= most)
                continue;
            weight = most;
            capped++;
        }

        return capped;
    }
}
