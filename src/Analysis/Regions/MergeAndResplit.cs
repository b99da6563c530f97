// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Numerics;

namespace Schakel.Analysis.Regions;

/// <summary>Merges an area with some of its neighbours and divides the whole again, in fewer areas or filled more unevenly, so that some areas vanish.</summary>
internal sealed class MergeAndResplit(AreaMap map)
{
    // The loss of unevenness that is accepted at most: without it the search gets stuck (methods.md G.4).
    private const double Slack = 0.02;

    private const int Trees = 4, MostMore = 3, TriesForMore = 6;

    private readonly TreeDrawing drawing = new(map);
    private readonly TreeCut cut = new();
    private readonly int[] chosen = new int[MostMore + 1];
    private int[] union = new int[64], best = new int[64];

    /// <summary>Does one step around a random unit.</summary>
    /// <param name="plan">Changed in place.</param>
    /// <param name="units">Units to start from.</param>
    /// <param name="blocks">By unit: its block; a step stays inside one.</param>
    /// <param name="chance">Stream of chance.</param>
    /// <returns>By how many areas the plan became smaller.</returns>
    internal int Step(AreaPlan plan, int[] units, int[] blocks, ref RandomSequence chance)
    {
        var areas = Choose(plan, units, blocks, ref chance);
        if (areas < 2)
            return 0;

        var (size, fullness) = (0, 0.0);
        for (var i = 0; i < areas; i++)
        {
            var members = plan.Of(chosen[i]);
            if (union.Length < size + members.Length)
                (union, best) = (Larger(union, size + members.Length), Larger(best, size + members.Length));
            members.CopyTo(union.AsSpan(size));
            size += members.Length;
            var (population, dwellings) = plan.SizeOf(chosen[i]);
            fullness += Square(map.Use(population, dwellings));
        }

        drawing.Load(union.AsSpan(0, size));
        var (fewest, fullest) = (int.MaxValue, 0.0);
        for (var tree = 0; tree < Trees; tree++)
        {
            drawing.Draw(ref chance);
            var parts = cut.Cut(
                drawing.Order.AsSpan(0, size), drawing.Parents, drawing.Population, drawing.Dwellings, map.MaxPopulation, map.MaxDwellings, Math.Min(areas, fewest));
            if (parts > areas || parts > fewest || (parts == fewest && cut.Fullness <= fullest))
                continue;
            (fewest, fullest) = (parts, cut.Fullness);
            cut.Part.AsSpan(0, size).CopyTo(best);
        }

        if (fewest > areas || (fewest == areas && fullest < fullness - (Slack * chance.NextDouble())))
            return 0;
        for (var i = 0; i < areas; i++)
            plan.Empty(chosen[i]);
        for (var i = 0; i < size; i++)
            plan.Add(union[i], chosen[best[i]]);
        return areas - fewest;
    }

    private int Choose(AreaPlan plan, int[] units, int[] blocks, ref RandomSequence chance)
    {
        var start = units[chance.NextInt(units.Length)];
        chosen[0] = plan.AreaOf[start];
        var areas = 1;
        var wanted = 2 + chance.NextInt(MostMore);
        for (var attempt = 0; attempt < TriesForMore * MostMore && areas < wanted; attempt++)
        {
            var members = plan.Of(chosen[chance.NextInt(areas)]);
            var around = map.Of(members[chance.NextInt(members.Length)]);
            if (around.Length == 0)
                continue;

            // Another block is another worker's: what it does meanwhile may not matter, so it is not even looked at.
            var next = around[chance.NextInt(around.Length)];
            if (blocks[next] == blocks[start] && !chosen.AsSpan(0, areas).Contains(plan.AreaOf[next]))
                chosen[areas++] = plan.AreaOf[next];
        }

        return areas;
    }

    private static int[] Larger(int[] column, int least)
    {
        Array.Resize(ref column, 2 * least);
        return column;
    }

    private static double Square(double value) => value * value;
}
