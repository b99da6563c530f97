// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Numerics;

namespace Schakel.Analysis.Regions;

/// <summary>Neighbouring areas that one worker has for itself for a while.</summary>
/// <param name="Units">Their units.</param>
/// <param name="Areas">How many areas.</param>
internal sealed record AreaBlock(int[] Units, int Areas);

/// <summary>Divides the areas of a plan into blocks, each time differently.</summary>
internal static class AreaBlocks
{
    internal static (AreaBlock[] Blocks, int[] BlockOf) Draw(AreaMap map, AreaPlan plan, int areasABlock, ref RandomSequence chance)
    {
        var blockOf = new int[map.Count];
        Array.Fill(blockOf, -1);
        var order = Enumerable.Range(0, plan.Numbers).Where(area => plan.CountOf(area) > 0).ToArray();
        chance.Shuffle<int>(order);
        var isTaken = new bool[plan.Numbers];
        var blocks = new List<AreaBlock>();
        var (areas, units) = (new List<int>(), new List<int>());
        foreach (var start in order)
        {
            if (isTaken[start])
                continue;
            areas.Clear();
            units.Clear();
            Take(start);
            for (var at = 0; at < units.Count && areas.Count < areasABlock; at++)
                foreach (var next in map.Of(units[at]))
                    if (!isTaken[plan.AreaOf[next]] && areas.Count < areasABlock)
                        Take(plan.AreaOf[next]);
            blocks.Add(new AreaBlock([.. units], areas.Count));
        }

        return ([.. blocks], blockOf);

        void Take(int area)
        {
            isTaken[area] = true;
            areas.Add(area);
            foreach (var unit in plan.Of(area))
            {
                units.Add(unit);
                blockOf[unit] = blocks.Count;
            }
        }
    }
}
