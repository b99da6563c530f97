// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Numerics;

namespace Schakel.Analysis.Regions;

/// <summary>More areas than there are, where more are asked for.</summary>
internal static class PlanCuts
{
    /// <summary>Cuts the areas with most units in two until there are so many.</summary>
    internal static void ReachFrom(AreaMap map, AreaPlan plan, int areas, ref RandomSequence chance)
    {
        var drawing = new TreeDrawing(map);
        for (var now = plan.Areas; now < areas; now++)
        {
            var largest = Enumerable.Range(0, plan.Numbers).MaxBy(plan.CountOf);
            if (plan.CountOf(largest) < 2)
                return;
            int[] units = [.. plan.Of(largest)];
            drawing.Load(units);
            drawing.Draw(ref chance);
            var cut = drawing.Order[1 + chance.NextInt(units.Length - 1)];
            var fresh = plan.Open();
            plan.Empty(largest);
            var isBelow = new bool[units.Length];
            foreach (var node in drawing.Order.AsSpan(0, units.Length))
            {
                isBelow[node] = node == cut || (drawing.Parents[node] >= 0 && isBelow[drawing.Parents[node]]);
                plan.Add(drawing.Units[node], isBelow[node] ? fresh : largest);
            }
        }
    }
}
