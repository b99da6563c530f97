// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Adjacency;

namespace Schakel.Workspace.Studies;

/// <summary>The units that take part in a spatial statistic: with a figure, with neighbours, nobody else.</summary>
/// <param name="Codes">Sorted (ordinal).</param>
/// <param name="Values">The figure; cases when there are denominators.</param>
/// <param name="Denominators">[people] one a unit; empty when the figure is used as it is.</param>
/// <param name="Graph">Neighbours among these units, each counting once.</param>
/// <param name="Groups">The group of each unit; empty when none was asked for.</param>
/// <param name="Excluded">Everybody else, by code.</param>
/// <param name="Notes">Doubts about the choice of figures.</param>
public sealed record LinkedUnits(
    string[] Codes, double[] Values, double[] Denominators, Neighbours Graph, string[] Groups, IReadOnlyList<Exclusion> Excluded, IReadOnlyList<Warning> Notes)
{
    /// <summary>Leaves out who has no figure, and then, if asked, who has no neighbour left.</summary>
    /// <param name="graph">Neighbours of all units.</param>
    /// <param name="why">Why a unit is left out; islands are added to it.</param>
    /// <param name="withoutIslands">Whether units without neighbours are left out.</param>
    /// <returns>The units that stay, and their neighbours among each other.</returns>
    public static (int[] Kept, Neighbours Among) Keep(Neighbours graph, ExclusionReason[] why, bool withoutIslands)
    {
        while (true)
        {
            var subset = graph.Subset(Array.ConvertAll(why, reason => reason == ExclusionReason.None));
            var islands = withoutIslands ? subset.Neighbours.Islands() : [];
            if (islands.Length == 0)
                return (subset.Kept, subset.Neighbours);

            // Where directions differ, an island may have been another's only neighbour: then that one is an island too.
            foreach (var island in islands)
                why[subset.Kept[island]] = ExclusionReason.Island;
        }
    }
}

/// <summary>Units as points with cases and people.</summary>
/// <param name="Codes">Sorted (ordinal).</param>
/// <param name="X">[m] of the middle.</param>
/// <param name="Y">[m] of the middle.</param>
/// <param name="Cases">[cases].</param>
/// <param name="People">[people] above 0.</param>
/// <param name="Excluded">Everybody else, by code.</param>
/// <param name="Notes">Doubts about the choice of figures.</param>
public sealed record PointUnits(
    string[] Codes, double[] X, double[] Y, double[] Cases, double[] People, IReadOnlyList<Exclusion> Excluded, IReadOnlyList<Warning> Notes);
