// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Numerics;

namespace Schakel.Analysis.Clusters;

/// <summary>What a circle may hold at most.</summary>
/// <param name="Expected">[cases].</param>
/// <param name="Population">[persons] of the areas; empty when unknown.</param>
/// <param name="MostExpected">[cases].</param>
/// <param name="MostPeople">[persons].</param>
internal sealed record CircleLimits(double[] Expected, double[] Population, double MostExpected, double MostPeople)
{
    // A limit of 20 % is met by areas that make up exactly 20 %, whatever the order of adding them.
    private const double Rounding = 1e-9;

    internal bool AreExceeded(double expected, double people) =>
        expected > MostExpected * (1 + Rounding) || people > MostPeople * (1 + Rounding);

    internal double PeopleIn(int area) => Population.Length == 0 ? 0 : Population[area];
}

/// <summary>Circles around each area, growing by distance; areas at equal distance enter together.</summary>
/// <remarks>An entry is the area that enters; its complement (~area) when others at the same distance follow, so that no circle ends there.</remarks>
internal sealed class GrowingCircles
{
    // Distances this close are equal: coordinates are given to the millimetre at best.
    private const double SameDistance = 1e-6;

    // The first guess at how many areas a circle can hold; most of them are then sorted for nothing on large maps only.
    private const int FirstGuess = 128;

    private GrowingCircles(int[][] entries) => Entries = entries;

    /// <summary>By centre: who enters, from near to far.</summary>
    internal int[][] Entries { get; }

    internal static int AreaOf(int entry) => entry ^ (entry >> 31);

    /// <summary>The distance at which an area enters.</summary>
    internal static double Distance(double[] x, double[] y, int one, int other)
    {
        double dx = x[one] - x[other], dy = y[one] - y[other];
        return Math.Sqrt((dx * dx) + (dy * dy));
    }

    internal static GrowingCircles Around(double[] x, double[] y, CircleLimits limits, int threads)
    {
        var entries = new int[x.Length][];
        InParallel.Pieces(x.Length, 16, threads, () =>
        {
            var (distances, areas) = (new double[x.Length], new int[x.Length]);
            return (from, to) =>
            {
                for (var centre = from; centre < to; centre++)
                    entries[centre] = Grow(centre, x, y, limits, distances, areas);
            };
        });
        return new GrowingCircles(entries);
    }

    private static int[] Grow(int centre, double[] x, double[] y, CircleLimits limits, double[] distances, int[] areas)
    {
        // Nothing that holds the centre can be a circle when it is too large itself.
        if (limits.AreExceeded(limits.Expected[centre], limits.PeopleIn(centre)))
            return [];
        for (var area = 0; area < areas.Length; area++)
        {
            areas[area] = area;
            distances[area] = Distance(x, y, centre, area);
        }

        for (var sorted = Math.Min(FirstGuess, areas.Length); ; sorted = (int)Math.Min(4L * sorted, areas.Length))
        {
            if (sorted < areas.Length)
                Select(distances, areas, sorted);
            Array.Sort(distances, areas, 0, sorted);
            var held = Holds(limits, areas.AsSpan(0, sorted));
            if (held < sorted || sorted == areas.Length)
                return Entered(distances, areas, held);
        }
    }

    /// <summary>How many of the nearest areas stay within the limits.</summary>
    private static int Holds(CircleLimits limits, ReadOnlySpan<int> areas)
    {
        double expected = 0, people = 0;
        for (var place = 0; place < areas.Length; place++)
        {
            expected += limits.Expected[areas[place]];
            people += limits.PeopleIn(areas[place]);
            if (limits.AreExceeded(expected, people))
                return place;
        }

        return areas.Length;
    }

    private static int[] Entered(double[] distances, int[] areas, int held)
    {
        // Those at the distance of the first that no longer fits stay out with it.
        if (held < areas.Length)
            while (held > 0 && distances[held] - distances[held - 1] <= SameDistance)
                held--;
        var entries = new int[held];
        for (var place = 0; place < held; place++)
            entries[place] = place + 1 < held && distances[place + 1] - distances[place] <= SameDistance ? ~areas[place] : areas[place];
        return entries;
    }

    /// <summary>Puts the nearest so many in front, in any order (Hoare's quickselect).</summary>
    private static void Select(double[] distances, int[] areas, int count)
    {
        int from = 0, to = areas.Length - 1;
        while (from < to)
        {
            var pivot = distances[from + ((to - from) / 2)];
            int i = from, j = to;
            while (i <= j)
            {
                while (distances[i] < pivot)
                    i++;
                while (distances[j] > pivot)
                    j--;
                if (i > j)
                    break;
                (distances[i], distances[j]) = (distances[j], distances[i]);
                (areas[i], areas[j]) = (areas[j], areas[i]);
                i++;
                j--;
            }

            if (count <= j)
                to = j;
            else if (count >= i)
                from = i;
            else
                return;
        }
    }
}
