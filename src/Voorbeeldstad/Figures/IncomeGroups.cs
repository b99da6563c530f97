// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Voorbeeldstad.Figures;

/// <summary>A fifth or two of all households, by income.</summary>
/// <param name="Name">As StatLine calls it.</param>
/// <param name="Nationally">[0..1] share of all households.</param>
/// <param name="Indebted">[rate] households with debts in this group, everywhere.</param>
internal sealed record IncomeGroup(string Name, double Nationally, double Indebted);

/// <summary>Who lives in a buurt, by income: what these groups make one expect is exactly the part of the debts that was planted as composition.</summary>
internal static class IncomeGroups
{
    internal static readonly IReadOnlyList<IncomeGroup> All =
    [
        new("laagste 20%", 0.20, 0.25), new("20% tot 40%", 0.20, 0.11), new("40% tot 80%", 0.40, 0.04), new("hoogste 20%", 0.20, 0.01),
    ];

    private const int tenthsOfPercent = 1_000;

    /// <summary>Shares of the groups in a buurt, in tenths of percents that add up to 1,000.</summary>
    /// <param name="expected">[rate] debts to expect there; strictly between the lowest and the highest rate of a group.</param>
    internal static int[] SharesFor(double expected)
    {
        // The country's groups, tilted towards those with more or fewer debts: the mildest change that gives this expectation, never below 0.
        double low = -200, high = 200;
        for (var step = 0; step < 80; step++)
        {
            var middle = (low + high) / 2;
            if (Expected(Tilted(middle)) < expected)
                low = middle;
            else
                high = middle;
        }

        return Rounded(Tilted(low));
    }

    /// <summary>[rate] debts that these shares make one expect.</summary>
    internal static double Expected(IReadOnlyList<double> shares) => shares.Zip(All, (share, group) => share * group.Indebted).Sum();

    private static double[] Tilted(double strength)
    {
        var weights = All.Select(group => group.Nationally * Math.Exp(strength * group.Indebted)).ToArray();
        var all = weights.Sum();
        return [.. weights.Select(weight => weight / all)];
    }

    private static int[] Rounded(double[] shares)
    {
        var result = shares.Select(share => (int)(share * tenthsOfPercent)).ToArray();
        foreach (var i in Enumerable.Range(0, shares.Length).OrderByDescending(i => (shares[i] * tenthsOfPercent) - result[i]).Take(tenthsOfPercent - result.Sum()))
            result[i]++;
        return result;
    }
}
