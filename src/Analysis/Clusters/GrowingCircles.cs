// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Adjacency;
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

    // So many areas are sorted as a whole; on larger maps only those in a growing neighbourhood are looked at.
    private const int Small = 600;

    // The first neighbourhood holds about so many areas where they lie as densely as on the whole map.
    private const double FirstGuess = 60;

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
        var tree = x.Length > Small ? new PointTree(x, y) : null;
        var reach = FirstReach(x, y);
        InParallel.Pieces(x.Length, 16, threads, () =>
        {
            var (distances, areas) = (new double[x.Length], new int[x.Length]);
            List<int> near = [];
            return (from, to) =>
            {
                for (var centre = from; centre < to; centre++)
                {
                    // Nothing that holds the centre can be a circle when it is too large itself.
                    if (limits.AreExceeded(limits.Expected[centre], limits.PeopleIn(centre)))
                        entries[centre] = [];
                    else
                        entries[centre] = tree is null ? All(centre) : Nearby(centre);
                }
            };

            int[] All(int centre)
            {
                for (var area = 0; area < areas.Length; area++)
                    areas[area] = area;
                return Sorted(centre, areas.Length);
            }

            // The first reach is the same for every centre and only doubles: what comes out does not depend on which worker had which centre before.
            int[] Nearby(int centre)
            {
                for (var distance = reach; ; distance *= 2)
                {
                    near.Clear();
                    tree.Within(centre, distance, near);
                    near.Add(centre);

                    // A reach beyond every number looks at all; so does one that found nearly all.
                    if (near.Count > x.Length / 2 || !double.IsFinite(distance))
                        return All(centre);
                    near.CopyTo(areas);
                    var found = Sorted(centre, near.Count);
                    if (found.Length < near.Count)
                        return found;
                }
            }

            int[] Sorted(int centre, int count)
            {
                for (var place = 0; place < count; place++)
                    distances[place] = Distance(x, y, centre, areas[place]);
                Array.Sort(distances, areas, 0, count);
                return Entered(distances, areas, count, Holds(limits, areas.AsSpan(0, count)));
            }
        });
        return new GrowingCircles(entries);
    }

    /// <summary>The radius of a circle that holds the first guess at the mean density of the map.</summary>
    private static double FirstReach(double[] x, double[] y)
    {
        if (x.Length == 0)
            return 1;
        double width = x.Max() - x.Min(), height = y.Max() - y.Min();
        var share = FirstGuess / x.Length;

        // Above 0 also for areas on a line or on top of each other, so that doubling gets somewhere.
        return Math.Max(Math.Max(Math.Sqrt(width) * Math.Sqrt(height) * Math.Sqrt(share / Math.PI), Math.Max(width, height) * share), 1e-3);
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

    private static int[] Entered(double[] distances, int[] areas, int count, int held)
    {
        // Those at the distance of the first that no longer fits stay out with it.
        if (held < count)
            while (held > 0 && distances[held] - distances[held - 1] <= SameDistance)
                held--;
        var entries = new int[held];
        for (var place = 0; place < held; place++)
            entries[place] = place + 1 < held && distances[place + 1] - distances[place] <= SameDistance ? ~areas[place] : areas[place];
        return entries;
    }
}
