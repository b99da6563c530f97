// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Numerics;

namespace Schakel.Analysis.Disclosure;

/// <summary>What follows from two divisions of the same places: any union of areas of one, minus any union of areas of the other inside it.</summary>
/// <remarks>For each small leaf: the least number of events (and of people) in any such difference that holds the leaf. That is a choice of
/// projects (inner areas, worth what they take away) that need tools (outer areas, at the price of what they bring in), which a minimum cut solves
/// exactly (Picard 1976).</remarks>
internal static class DifferencingLeaks
{
    /// <summary>Every leak, one after another; the caller withholds a cell of each before it asks for the next.</summary>
    /// <remarks>One pass is enough: a withheld figure only takes knowledge away, so a leaf that was safe stays safe.</remarks>
    internal static IEnumerable<Leak> Sweep(CellFamily outer, CellFamily inner, double[] events, double[]? persons, PublicationRules rules)
    {
        for (var leaf = 0; leaf < events.Length; leaf++)
        {
            // A small difference holds only small leaves.
            while (events[leaf] < rules.LeastCases && Least(outer, inner, leaf, events, rules.LeastCases) is { } few)
                yield return few;
            while (persons is not null && persons[leaf] < rules.LeastPersons && Least(outer, inner, leaf, persons, rules.LeastPersons) is { } small)
                yield return small;
        }
    }

    private static bool StandsAlone(CellFamily family, int leaf) => family.Nearest(leaf) is >= 0 and var cell && family.Leaves[cell].Count == 1;

    private static Leak? Least(CellFamily outer, CellFamily inner, int leaf, double[] weights, double least)
    {
        // What is published by itself need not follow from anything.
        var start = outer.Nearest(leaf);
        if (start < 0 || StandsAlone(outer, leaf) || StandsAlone(inner, leaf))
            return null;

        var (worth, price) = (inner.Own(weights), outer.Own(weights));
        int source = inner.Count + outer.Count, sink = source + 1;
        var network = new MinimumCut(sink + 1);
        var offered = 0.0;
        for (var cell = 0; cell < inner.Count; cell++)
        {
            if (!MayBeTakenAway(outer, inner, cell, leaf))
                continue;
            network.Add(source, cell, worth[cell]);
            offered += worth[cell];
            foreach (var needed in inner.Leaves[cell].Select(outer.Nearest).Distinct())
                network.Add(cell, inner.Count + needed, double.PositiveInfinity);
        }

        for (var cell = 0; cell < outer.Count; cell++)
        {
            if (!outer.Published[cell])
                continue;
            network.Add(inner.Count + cell, sink, outer.Holds(start, cell) ? 0 : price[cell]);
            if (outer.PublishedAbove(cell) is >= 0 and var above)
                network.Add(inner.Count + above, inner.Count + cell, double.PositiveInfinity);
        }

        var remains = outer.Leaves[start].Sum(inside => weights[inside]) + network.Solve(source, sink) - offered;
        if (remains >= least - 1e-6)
            return null;

        var bringing = Enumerable.Range(0, outer.Count)
            .Where(cell => outer.Published[cell] && (cell == start || network.OnSourceSide(inner.Count + cell))).ToArray();
        var taking = Enumerable.Range(0, inner.Count)
            .Where(cell => MayBeTakenAway(outer, inner, cell, leaf) && network.OnSourceSide(cell) && worth[cell] > 0).ToArray();
        // Nothing taken away: the area itself is small, which its own rule has judged.
        if (taking.Length == 0)
            return null;
        var left = bringing.SelectMany(cell => outer.Leaves[cell]).Except(taking.SelectMany(cell => inner.Leaves[cell])).Distinct().ToArray();
        return new Leak(left, [.. taking.Select(cell => (inner, cell)), .. bringing.Select(cell => (outer, cell))]);
    }

    private static bool MayBeTakenAway(CellFamily outer, CellFamily inner, int cell, int leaf) =>
        inner.Published[cell] && inner.Leaves[cell].Count > 0 && !inner.Leaves[cell].Contains(leaf) && inner.Leaves[cell].TrueForAll(inside => outer.Nearest(inside) >= 0);
}
