// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Adjacency;
using Schakel.Analysis.Numerics;

namespace Schakel.Analysis.Autocorrelation;

/// <summary>Two-sided p of every area from one table of draws that all areas share.</summary>
/// <remarks>
/// <para>Row r of the table is a draw of different areas in random order. An area with k neighbours uses the first k that are not itself.
/// As nearly all rows do not hold the area at all, their sums of the first k scores are made and sorted once for each k; a search in them gives
/// the counts, and only the few rows that hold the area are corrected. Where the weights of an area differ, its rows are summed one by one.
/// Areas with very many neighbours get draws of their own, so that the table stays small.</para>
/// </remarks>
internal sealed class SharedTable
{
    private const int MostNeighbours = 500;

    private readonly double[] scores;
    private readonly int rows;
    private readonly int width;
    private readonly int[] table;
    private readonly int[] rowStarts;
    private readonly int[] rowPlaces;

    private SharedTable(double[] scores, int rows, int width, int seed)
    {
        this.scores = scores;
        this.rows = rows;
        this.width = width;
        table = new int[rows * width];
        var areas = new int[scores.Length];
        for (var area = 0; area < areas.Length; area++)
            areas[area] = area;
        for (var row = 0; row < rows; row++)
        {
            // A shuffle may start anywhere, so also where the row before left off.
            var chance = new RandomSequence(seed, row);
            for (var place = 0; place < width; place++)
            {
                var chosen = place + chance.NextInt(areas.Length - place);
                (areas[place], areas[chosen]) = (areas[chosen], areas[place]);
                table[(row * width) + place] = areas[place];
            }
        }

        // Where each area stands in the table.
        rowStarts = new int[scores.Length + 1];
        foreach (var area in table)
            rowStarts[area + 1]++;
        for (var area = 0; area < scores.Length; area++)
            rowStarts[area + 1] += rowStarts[area];
        rowPlaces = new int[table.Length];
        var next = rowStarts.AsSpan(0, scores.Length).ToArray();
        for (var place = 0; place < table.Length; place++)
            rowPlaces[next[table[place]]++] = place;
    }

    internal static double[] TwoSided(double[] scores, Neighbours neighbours, LocalOptions options)
    {
        var p = new double[scores.Length];
        var byDegree = Enumerable.Range(0, scores.Length).GroupBy(area => Math.Min(neighbours.DegreeOf(area), MostNeighbours + 1))
            .OrderBy(group => group.Key).ToArray();
        var most = Math.Min(byDegree[^1].Key, MostNeighbours);
        var table = new SharedTable(scores, options.Permutations, Math.Min(most + 1, scores.Length), options.Seed);
        var sums = new double[options.Permutations];
        var summed = 0;
        foreach (var group in byDegree)
        {
            if (group.Key > MostNeighbours)
            {
                var urn = new UrnDraws(scores);
                foreach (var area in group)
                    p[area] = urn.Compare(Draw.Of(scores, neighbours, area), options).TwoSided;
                continue;
            }

            for (; summed < group.Key; summed++)
                table.Extend(sums, summed);
            double[] sorted = [.. sums];
            Array.Sort(sorted);
            int[] areas = [.. group];
            var degree = group.Key;
            InParallel.Pieces(areas.Length, 256, options.Threads, () => (from, to) =>
            {
                for (var i = from; i < to; i++)
                {
                    var draw = Draw.Of(scores, neighbours, areas[i]);
                    p[areas[i]] = degree == 0 ? double.NaN
                        : (draw.Weights.Length == 0 ? table.Count(draw, sums, sorted) : table.CountWeighted(draw)).TwoSided;
                }
            });
        }

        return p;
    }

    /// <summary>Adds the scores of one more place to the sums of all rows.</summary>
    private void Extend(double[] sums, int place)
    {
        for (var row = 0; row < rows; row++)
            sums[row] += scores[table[(row * width) + place]];
    }

    private Tails Count(Draw draw, double[] sums, double[] sorted)
    {
        var (low, high) = (draw.Observed - Centred.Rounding, draw.Observed + Centred.Rounding);
        var atLeast = rows - FirstAbove(sorted, low, orEqual: true);
        var atMost = FirstAbove(sorted, high, orEqual: false);
        for (var i = rowStarts[draw.Area]; i < rowStarts[draw.Area + 1]; i++)
        {
            var (row, place) = Math.DivRem(rowPlaces[i], width);
            if (place >= draw.Count)
                continue;

            // This row holds the area itself among its first k: the next one takes its place.
            var with = sums[row];
            var without = 0.0;
            for (var other = 0; other <= draw.Count; other++)
                without += other == place ? 0 : scores[table[(row * width) + other]];
            atLeast += (without >= low ? 1 : 0) - (with >= low ? 1 : 0);
            atMost += (without <= high ? 1 : 0) - (with <= high ? 1 : 0);
        }

        return new Tails(atLeast, atMost, rows);
    }

    private Tails CountWeighted(Draw draw)
    {
        var (low, high) = (draw.Observed - Centred.Rounding, draw.Observed + Centred.Rounding);
        int atLeast = 0, atMost = 0;
        for (var row = 0; row < rows; row++)
        {
            var lag = 0.0;
            for (int place = row * width, used = 0; used < draw.Count; place++)
                if (table[place] != draw.Area)
                    lag += draw.Weights[used++] * scores[table[place]];
            atLeast += lag >= low ? 1 : 0;
            atMost += lag <= high ? 1 : 0;
        }

        return new Tails(atLeast, atMost, rows);
    }

    /// <summary>How many of the rising sums lie below a bound (or on it, when equal ones do not count as above).</summary>
    private static int FirstAbove(double[] sorted, double bound, bool orEqual)
    {
        var (from, to) = (0, sorted.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (orEqual ? sorted[middle] >= bound : sorted[middle] > bound)
                to = middle;
            else
                from = middle + 1;
        }

        return from;
    }
}
