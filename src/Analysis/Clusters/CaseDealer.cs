// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Numerics;

namespace Schakel.Analysis.Clusters;

/// <summary>Deals all cases over the areas by chance, in proportion to what is expected (a multinomial draw).</summary>
/// <remarks>The cases are split in two over halves of the areas, and so on: what is empty is not visited, so that a few cases on a large map
/// cost little, and many cases no more than the number of areas.</remarks>
internal sealed class CaseDealer
{
    private readonly double[] below;
    private readonly long cases;

    internal CaseDealer(double[] expected, long cases)
    {
        this.cases = cases;
        below = new double[expected.Length + 1];
        for (var area = 0; area < expected.Length; area++)
            below[area + 1] = below[area] + expected[area];
    }

    /// <summary>Fills one lane; every other place must be 0 before.</summary>
    internal void Deal(ref RandomSequence chance, double[] lanes, int laneCount, int lane) =>
        Split(ref chance, cases, 0, below.Length - 1, lanes, laneCount, lane);

    private void Split(ref RandomSequence chance, long count, int from, int to, double[] lanes, int laneCount, int lane)
    {
        while (count > 0 && to - from > 1)
        {
            var middle = from + ((to - from) / 2);
            var left = BinomialDraw.Next(ref chance, count, (below[middle] - below[from]) / (below[to] - below[from]));
            Split(ref chance, left, from, middle, lanes, laneCount, lane);
            count -= left;
            from = middle;
        }

        lanes[(from * laneCount) + lane] = count;
    }
}
