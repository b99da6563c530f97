// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Regions;

/// <summary>How alike two divisions of the same units are.</summary>
/// <param name="VariationOfInformation">[nats] 0 for equal plans.</param>
/// <param name="Rand">[0..1] share of the pairs of units on which both agree; 1 for equal plans. Missing with <c>too-few-units</c> below two units.</param>
public sealed record PlanLikeness(double VariationOfInformation, Figure Rand);

/// <summary>How different are two plans?</summary>
public static class PlanComparison
{
    /// <summary>Compares two divisions.</summary>
    /// <remarks>
    /// <para><b>Definition.</b> VI = 2H(A,B) − H(A) − H(B), with entropies over shares of the weight, natural logarithm. Rand = (pairs together in both + apart in both) / all pairs of units.</para>
    /// <para><b>Units.</b> Nats, at most ln of the number of units; Rand has none.</para>
    /// <para><b>Shapes.</b> One area and one weight a unit, in one order; areas may have any number.</para>
    /// <para><b>Missing values.</b> Not accepted: leave those units out of all three.</para>
    /// <para><b>No answer.</b> <c>no-residents</c>: all weights are 0.</para>
    /// <para><b>Cost.</b> O(n).</para>
    /// <para><b>Source.</b> Meilă (2007), <i>Comparing clusterings: an information based distance</i>; Rand (1971).</para>
    /// <para><b>Checked against.</b> <c>reference/regions/G-5.json</c>.</para>
    /// </remarks>
    /// <param name="first">Area of each unit.</param>
    /// <param name="second">Area of each unit in the other plan.</param>
    /// <param name="weights">[persons] ≥ 0; residents as a rule, 1 each to count units.</param>
    /// <returns>The likeness.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a weight is negative or not finite.</exception>
    public static Outcome<PlanLikeness> Compute(ReadOnlySpan<int> first, ReadOnlySpan<int> second, ReadOnlySpan<double> weights)
    {
        Require.SameLength(second.Length, first.Length, nameof(second));
        Require.SameLength(weights.Length, first.Length, nameof(weights));
        Require.Finite(weights, nameof(weights));
        Require.NotNegative(weights, nameof(weights));
        if (!weights.ContainsAnyExcept(0))
            return new Reason("no-residents", $"None of the {weights.Length} units has residents; a plan divides people.");

        var (one, other, both) = (new Tally<int>(), new Tally<int>(), new Tally<(int, int)>());
        for (var unit = 0; unit < first.Length; unit++)
        {
            one.Add(first[unit], weights[unit]);
            other.Add(second[unit], weights[unit]);
            both.Add((first[unit], second[unit]), weights[unit]);
        }

        // Rounding may leave a few last bits of either sign where the plans are equal.
        var isEqual = both.Count == one.Count && both.Count == other.Count;
        var information = isEqual ? 0 : Math.Max(0, (2 * both.Entropy()) - one.Entropy() - other.Entropy());
        return new PlanLikeness(information, first.Length < 2
            ? new Reason("too-few-units", "Pairs need at least two units.")
            : 1 - ((one.Pairs() + other.Pairs() - (2 * both.Pairs())) / (first.Length * (first.Length - 1.0) / 2)));
    }

    private sealed class Tally<T>
        where T : notnull
    {
        private readonly Dictionary<T, (double Weight, long Units)> cells = [];

        internal int Count => cells.Count;

        internal void Add(T cell, double weight)
        {
            var (sum, units) = cells.GetValueOrDefault(cell);
            cells[cell] = (sum + weight, units + 1);
        }

        internal double Entropy()
        {
            var total = cells.Values.Sum(cell => cell.Weight);
            return -cells.Values.Where(cell => cell.Weight > 0).Sum(cell => cell.Weight / total * Math.Log(cell.Weight / total));
        }

        internal double Pairs() => cells.Values.Sum(cell => cell.Units * (cell.Units - 1.0) / 2);
    }
}
