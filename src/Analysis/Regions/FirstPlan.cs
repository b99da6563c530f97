// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Numerics;

namespace Schakel.Analysis.Regions;

/// <summary>A first division: random trees, each cut into as few parts as it can be.</summary>
internal static class FirstPlan
{
    internal static AreaPlan Draw(AreaMap map, int trees, int seed, long stream, int threads, SearchClock clock)
    {
        var best = new (int Parts, double Fullness, int[] Part)[map.Components.Length, trees];
        InParallel.Pieces(map.Components.Length * trees, 1, threads, () =>
        {
            var (drawing, cut) = (new TreeDrawing(map), new TreeCut());
            return (from, to) =>
            {
                for (var task = from; task < to; task++)
                {
                    var (component, tree) = Math.DivRem(task, trees);

                    // Something must be there, however little time is given.
                    if (tree > 0 && clock.IsFewestOver())
                        continue;
                    var chance = new RandomSequence(seed, stream + task);
                    drawing.Load(map.Components[component]);
                    drawing.Draw(ref chance);
                    var parts = cut.Cut(
                        drawing.Order.AsSpan(0, drawing.Size), drawing.Parents, drawing.Population, drawing.Dwellings,
                        map.MaxPopulation, map.MaxDwellings, int.MaxValue);
                    best[component, tree] = (parts, cut.Fullness, cut.Part.AsSpan(0, drawing.Size).ToArray());
                }
            };
        });

        var areaOf = new int[map.Count];
        Array.Fill(areaOf, -1);
        var areas = 0;
        for (var component = 0; component < map.Components.Length; component++)
        {
            var chosen = best[component, 0];
            for (var tree = 1; tree < trees; tree++)
            {
                var other = best[component, tree];
                if (other.Part is not null && (other.Parts < chosen.Parts || (other.Parts == chosen.Parts && other.Fullness > chosen.Fullness)))
                    chosen = other;
            }

            for (var i = 0; i < chosen.Part.Length; i++)
                areaOf[map.Components[component][i]] = areas + chosen.Part[i];
            areas += chosen.Parts;
        }

        return new AreaPlan(map, areaOf, areas);
    }
}
