// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Regions;

/// <summary>A tree whose parts are cut off from the leaves upwards, as few as possible.</summary>
/// <remarks>
/// <para><b>Definition.</b> From the leaves up, each node takes what its children have left; while that exceeds a ceiling, the child that uses most of one is cut off.
/// For one resource no cutting of this tree has fewer parts.</para>
/// <para><b>Source.</b> Kundu and Misra (1977), <i>A linear tree partitioning algorithm</i>, SIAM Journal on Computing 6.</para>
/// </remarks>
internal sealed class TreeCut
{
    private int[] nextChild = [], firstChild = [];
    private double[] heldPopulation = [], heldDwellings = [];
    private bool[] isCut = [];

    /// <summary>By node: its part, from 0.</summary>
    internal int[] Part { get; private set; } = [];

    /// <summary>Σ over parts of the square of the ceiling that is used most: high when parts are filled unevenly.</summary>
    internal double Fullness { get; private set; }

    /// <summary>Cuts.</summary>
    /// <param name="order">Parents before children.</param>
    /// <param name="parents">By node; −1 for a root.</param>
    /// <param name="population">[persons] by node, each within the ceiling.</param>
    /// <param name="dwellings">[dwellings] by node, each within the ceiling.</param>
    /// <param name="maxPopulation">[persons] the ceiling.</param>
    /// <param name="maxDwellings">[dwellings] the ceiling.</param>
    /// <param name="most">More parts than this are of no use.</param>
    /// <returns>Number of parts, or a number above <paramref name="most"/> when it was given up.</returns>
    internal int Cut(
        ReadOnlySpan<int> order, int[] parents, double[] population, double[] dwellings, double maxPopulation, double maxDwellings, int most)
    {
        Reserve(order.Length);
        foreach (var node in order)
            (firstChild[node], isCut[node]) = (-1, false);

        var parts = 0;
        Fullness = 0;
        for (var at = order.Length - 1; at >= 0; at--)
        {
            var node = order[at];
            var (people, homes) = Sum(node, population, dwellings);
            while (people > maxPopulation || homes > maxDwellings)
            {
                var (largest, highest) = (-1, double.NegativeInfinity);
                for (var child = firstChild[node]; child >= 0; child = nextChild[child])
                    if (!isCut[child] && Use(child) > highest)
                        (largest, highest) = (child, Use(child));
                isCut[largest] = true;
                Fullness += highest * highest;
                if (++parts > most)
                    return parts;
                (people, homes) = Sum(node, population, dwellings);
            }

            (heldPopulation[node], heldDwellings[node]) = (people, homes);
            if (parents[node] >= 0)
            {
                (nextChild[node], firstChild[parents[node]]) = (firstChild[parents[node]], node);
                continue;
            }

            isCut[node] = true;
            Fullness += Use(node) * Use(node);
            if (++parts > most)
                return parts;
        }

        var label = 0;
        foreach (var node in order)
            Part[node] = isCut[node] ? label++ : Part[parents[node]];
        return parts;

        double Use(int node) => Math.Max(heldPopulation[node] / maxPopulation, heldDwellings[node] / maxDwellings);
    }

    // Summed again after each cut instead of subtracted, so that an area is exactly what its units are.
    private (double Population, double Dwellings) Sum(int node, double[] population, double[] dwellings)
    {
        var (people, homes) = (population[node], dwellings[node]);
        for (var child = firstChild[node]; child >= 0; child = nextChild[child])
        {
            people += isCut[child] ? 0 : heldPopulation[child];
            homes += isCut[child] ? 0 : heldDwellings[child];
        }

        return (people, homes);
    }

    private void Reserve(int count)
    {
        if (Part.Length >= count)
            return;
        (nextChild, firstChild, Part) = (new int[count], new int[count], new int[count]);
        (heldPopulation, heldDwellings, isCut) = (new double[count], new double[count], new bool[count]);
    }
}
