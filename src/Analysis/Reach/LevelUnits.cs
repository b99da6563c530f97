// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Scale;

namespace Schakel.Analysis.Reach;

/// <summary>The groups of one level with their residents; cases and rates change with the year or the draw.</summary>
internal sealed class LevelUnits
{
    private readonly int[]? groupOf;

    internal LevelUnits(UnitTree tree, int level, ReadOnlySpan<double> population)
    {
        groupOf = level == 0 ? null : tree.Ancestors[level - 1];
        Count = tree.GroupCounts[level];
        Population = Sum(population);
    }

    /// <summary>Number of groups.</summary>
    internal int Count { get; }

    /// <summary>[persons] by group.</summary>
    internal double[] Population { get; }

    /// <summary>The group of a unit, −1 for none.</summary>
    internal int GroupOf(int unit) => groupOf is null ? unit : groupOf[unit];

    /// <summary>Adds up units by group; a unit in no group of this level counts nowhere.</summary>
    internal double[] Sum(ReadOnlySpan<double> values)
    {
        if (groupOf is null)
            return values.ToArray();
        var sums = new double[Count];
        for (var i = 0; i < values.Length; i++)
            if (groupOf[i] >= 0)
                sums[groupOf[i]] += values[i];
        return sums;
    }

    internal double[] Rates(double[] cases)
    {
        var rates = new double[Count];
        for (var g = 0; g < Count; g++)
            rates[g] = cases[g] / Population[g];
        return rates;
    }

    /// <summary>Highest rate first; equals by the larger count, then by number.</summary>
    internal static int[] Rank(double[] rates, double[] cases)
    {
        var order = new int[rates.Length];
        for (var g = 0; g < order.Length; g++)
            order[g] = g;
        Array.Sort(order, (a, b) =>
        {
            var byRate = rates[b].CompareTo(rates[a]);
            var byCount = byRate != 0 ? byRate : cases[b].CompareTo(cases[a]);
            return byCount != 0 ? byCount : a.CompareTo(b);
        });
        return order;
    }

    /// <summary>Cases reached when the budget is filled exactly: the last group enters with a fraction.</summary>
    internal double Fill(int[] order, double[] cases, double budget)
    {
        var reached = 0.0;
        foreach (var group in order)
        {
            if (Population[group] >= budget)
                return reached + (cases[group] * budget / Population[group]);
            reached += cases[group];
            budget -= Population[group];
        }

        return reached;
    }
}
