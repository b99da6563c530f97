// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Autocorrelation;

/// <summary>Which of many tests stand out, when a given share of those that do may be chance.</summary>
/// <param name="Adjusted">[0..1] the lowest q at which each test would be rejected.</param>
/// <param name="Rejected">For each test whether it stands out.</param>
/// <param name="Threshold">[0..1] the largest p that stands out; 0 when none does.</param>
/// <param name="Count">How many stand out.</param>
public sealed record Discoveries(double[] Adjusted, bool[] Rejected, double Threshold, int Count);

/// <summary>Control of the share of false alarms among many tests.</summary>
public static class FalseDiscoveryRate
{
    /// <summary>Which of these areas stand out, given that so many are tested at once?</summary>
    /// <remarks>
    /// <para><b>Definition.</b> Sort the m values of p. With k the largest rank for which p₍k₎ ≤ q·k/m, the k smallest stand out.
    /// Adjusted p = min over ranks r' ≥ r of p₍r'₎·m/r', at most 1.</para>
    /// <para><b>Units.</b> None; shares from 0 to 1.</para>
    /// <para><b>Shapes.</b> m tests in any order; the answers stand in the same order.</para>
    /// <para><b>Missing values.</b> Not accepted: give only the tests that have a p.</para>
    /// <para><b>No answer.</b> Always answers; no tests give no discoveries.</para>
    /// <para><b>Cost.</b> O(m log m) time, O(m) memory.</para>
    /// <para><b>Source.</b> Benjamini and Hochberg (1995), <i>Controlling the false discovery rate</i>; Caldas de Castro and Singer (2006) for local statistics.</para>
    /// <para><b>Checked against.</b> R 4.2.2 <c>p.adjust(method = "BH")</c>: <c>reference/fdr/benjamini-hochberg.json</c>.</para>
    /// </remarks>
    /// <param name="p">[0..1] one p for each test.</param>
    /// <param name="q">[0..1] the share of false alarms that is accepted among those that stand out; the convention here is 0.10.</param>
    /// <returns>The tests that stand out.</returns>
    /// <exception cref="ArgumentException">A p or q is not between 0 and 1.</exception>
    public static Discoveries BenjaminiHochberg(ReadOnlySpan<double> p, double q = 0.10)
    {
        RequireShare(q, nameof(q));
        foreach (var value in p)
            RequireShare(value, nameof(p));

        var order = new int[p.Length];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        Array.Sort(p.ToArray(), order);

        // Adjusted values can differ from q by rounding alone where p is exactly q·k/m; the rejections follow the definition.
        var (count, threshold) = (0, 0.0);
        for (var rank = order.Length; rank > 0 && count == 0; rank--)
            if (p[order[rank - 1]] <= q * rank / order.Length)
                (count, threshold) = (rank, p[order[rank - 1]]);

        var adjusted = new double[p.Length];
        var rejected = new bool[p.Length];
        var lowest = 1.0;
        for (var rank = order.Length; rank > 0; rank--)
        {
            var test = order[rank - 1];
            lowest = Math.Min(lowest, p[test] * order.Length / rank);
            adjusted[test] = lowest;
            rejected[test] = rank <= count;
        }

        return new Discoveries(adjusted, rejected, threshold, count);
    }

    private static void RequireShare(double value, string name)
    {
        if (!(value >= 0 && value <= 1))
            throw new ArgumentException($"A share is between 0 and 1, but this is {value}.", name);
    }
}
