// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;
using Schakel.Analysis.Adjacency;

namespace Schakel.Analysis.Tests.Adjacency;

/// <summary>Graphs and shapes for tests.</summary>
internal static class Graphs
{
    /// <summary>The neighbour lists of a reference case.</summary>
    internal static Neighbours Neighbours(this WorkedCase worked) => Of(worked.Input.GetProperty("neighbours"));

    internal static Neighbours Of(JsonElement lists)
    {
        var edges = new List<(int, int, double)>();
        var from = 0;
        foreach (var list in lists.EnumerateArray())
        {
            edges.AddRange(list.EnumerateArray().Select(to => (from, to.GetInt32(), 1.0)));
            from++;
        }

        return Schakel.Analysis.Adjacency.Neighbours.FromWeightedEdges(from, edges.ToArray()).Binary();
    }

    /// <summary>Style W or B.</summary>
    internal static Neighbours Styled(this Neighbours neighbours, string style) =>
        style == "W" ? neighbours.RowStandardised() : neighbours.Binary();

    internal static int[][] Lists(this Neighbours neighbours) =>
        [.. Enumerable.Range(0, neighbours.AreaCount).Select(area => neighbours.Of(area).ToArray())];

    internal static void Same(Neighbours expected, Neighbours actual)
    {
        Assert.Equal(expected.Lists(), actual.Lists());
        Assert.Equal(expected.Weights.ToArray(), actual.Weights.ToArray());
    }

    /// <summary>Areas from their rings, each a list of x, y, x, y, … without the closing point.</summary>
    internal static AreaBoundaries Boundaries(params double[][][] areas)
    {
        List<double> x = [], y = [];
        List<int> rings = [0], starts = [0];
        foreach (var area in areas)
        {
            foreach (var ring in area)
            {
                for (var i = 0; i <= ring.Length; i += 2)
                {
                    x.Add(ring[i % ring.Length]);
                    y.Add(ring[(i % ring.Length) + 1]);
                }

                rings.Add(x.Count);
            }

            starts.Add(rings.Count - 1);
        }

        return new AreaBoundaries([.. x], [.. y], [.. rings], [.. starts]);
    }

    /// <summary>A rectangle as one ring.</summary>
    internal static double[] Box(double x1, double y1, double x2, double y2) => [x1, y1, x2, y1, x2, y2, x1, y2];
}
