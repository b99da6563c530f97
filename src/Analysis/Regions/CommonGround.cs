// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Regions;

/// <summary>Which units stay together whatever the plan, and which borders can be talked about.</summary>
internal static class CommonGround
{
    private const double Stable = 0.8, Negotiable = 0.2;

    // Shares are ratios of small whole numbers.
    private const double Rounding = 1e-9;

    internal static (StableCore[] Cores, NegotiableEdge[] Edges) Of(UnitGraph graph, IReadOnlyList<int[]> plans)
    {
        var edges = new List<(int First, int Second, double Share)>();
        for (var edge = 0; edge < graph.PairCount; edge++)
            if (!graph.Removed[edge])
                edges.Add((graph.First[edge], graph.Second[edge], Share(graph.First[edge], graph.Second[edge])));

        return (Cores(), [.. edges
            .Where(edge => edge.Share >= Negotiable - Rounding && edge.Share < Stable - Rounding)
            .Select(edge => new NegotiableEdge(edge.First, edge.Second, edge.Share))]);

        double Share(int one, int other) => (double)plans.Count(plan => plan[one] == plan[other]) / plans.Count;

        // Neighbours that are most often together first; two groups become one only if each of the one stays with each of the other.
        StableCore[] Cores()
        {
            var groupOf = Enumerable.Range(0, graph.UnitCount).ToArray();
            var groups = Array.ConvertAll(groupOf, unit => (Units: new List<int> { unit }, Share: 1.0));
            foreach (var (first, second, share) in edges.Where(edge => edge.Share >= Stable - Rounding).OrderByDescending(edge => edge.Share))
            {
                var (one, other) = (groupOf[first], groupOf[second]);
                if (one == other)
                    continue;

                // Units that are always together with one of a group need not be compared again.
                var least = share >= 1 && groups[one].Share >= 1 && groups[other].Share >= 1
                    ? 1
                    : groups[one].Units.Min(unit => groups[other].Units.Min(with => Share(unit, with)));
                if (least < Stable - Rounding)
                    continue;
                var (into, from) = groups[one].Units.Count >= groups[other].Units.Count ? (one, other) : (other, one);
                foreach (var unit in groups[from].Units)
                    groupOf[unit] = into;
                groups[into].Units.AddRange(groups[from].Units);
                groups[into].Share = Math.Min(least, Math.Min(groups[into].Share, groups[from].Share));
                groups[from].Units.Clear();
            }

            return [.. groups.Where(group => group.Units.Count > 1)
                .Select(group => new StableCore([.. group.Units.Order()], group.Share))
                .OrderBy(core => core.Units[0])];
        }
    }
}
