// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Numerics;

namespace Schakel.Analysis.Regions;

/// <summary>Looks for fewer areas: rounds in which the map falls apart in blocks, so that cores can work side by side without their number mattering.</summary>
internal static class FewestSearch
{
    // Large enough for areas to move about in, small enough for two cores on a map of one gemeente. Blocks differ each round.
    private const int AreasABlock = 40, LeastAreasABlock = 12;

    private const int StepsAnAreaARound = 40;

    // Streams of one round lie apart from those of the next.
    private const long StreamsARound = 1_000_000;

    /// <summary>Improves until the plan has no more areas than wanted, or the steps are done.</summary>
    /// <returns>Steps done.</returns>
    internal static (AreaPlan Plan, long Steps) Improve(
        AreaMap map, AreaPlan plan, int wanted, long steps, int seed, long stream, int threads, Func<bool> isOver)
    {
        var done = 0L;
        for (var round = 1L; done < steps && plan.Areas > wanted && !isOver(); round++)
        {
            var first = stream + (round * StreamsARound);
            var chance = new RandomSequence(seed, first);
            var areas = plan.Areas;
            var (blocks, blockOf) = AreaBlocks.Draw(map, plan, Math.Clamp(areas / 2, LeastAreasABlock, AreasABlock), ref chance);
            var perArea = (int)Math.Min(StepsAnAreaARound, Math.Max(1, (steps - done) / areas));
            var stepsOf = Array.ConvertAll(blocks, block => block.Areas * perArea);
            InParallel.Pieces(blocks.Length, 1, threads, () =>
            {
                var resplit = new MergeAndResplit(map);
                return (from, to) =>
                {
                    for (var block = from; block < to; block++)
                    {
                        var own = new RandomSequence(seed, first + 1 + block);
                        var left = blocks[block].Areas;
                        for (var step = 0; step < stepsOf[block] && left > 1 && (step % 64 != 0 || !isOver()); step++)
                            left -= resplit.Step(plan, blocks[block].Units, blockOf, ref own);
                    }
                };
            });
            done += stepsOf.Sum(count => (long)count);
            plan = plan.Copy();
        }

        return (plan, done);
    }
}
