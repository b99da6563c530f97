// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Adjacency;

namespace Schakel.Analysis.Autocorrelation;

/// <summary>The last step of every local statistic: which areas stand out, and which of those form a cluster.</summary>
internal static class LocalPictures
{
    internal static LocalPicture Of(LocalAssociation[] areas, Neighbours neighbours, double q)
    {
        int[] tested = [.. Enumerable.Range(0, areas.Length).Where(area => areas[area].P.Value is not null)];
        var discoveries = FalseDiscoveryRate.BenjaminiHochberg([.. tested.Select(area => areas[area].P.Value!.Value)], q);
        for (var test = 0; test < tested.Length; test++)
            areas[tested[test]] = areas[tested[test]] with { IsSignificant = discoveries.Rejected[test] };
        return new LocalPicture(areas, q, discoveries.Threshold, discoveries.Count, Clusters(areas, neighbours));
    }

    private static LocalClusters Clusters(LocalAssociation[] areas, Neighbours neighbours)
    {
        var edges = new List<(int, int)>();
        for (var from = 0; from < areas.Length; from++)
            foreach (var to in neighbours.Of(from))
                if (areas[from].IsSignificant && areas[to].IsSignificant && areas[from].Quadrant == areas[to].Quadrant)
                    edges.Add((from, to));

        var parts = Neighbours.FromPairs(areas.Length, edges.ToArray()).Components().Labels;
        var numbers = new Dictionary<int, int>();
        var labels = new int[areas.Length];
        for (var area = 0; area < areas.Length; area++)
        {
            labels[area] = -1;
            if (!areas[area].IsSignificant)
                continue;
            if (!numbers.TryGetValue(parts[area], out var number))
                numbers.Add(parts[area], number = numbers.Count);
            labels[area] = number;
        }

        return new LocalClusters(numbers.Count, labels);
    }
}
