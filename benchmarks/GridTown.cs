// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Adjacency;
using Schakel.Analysis.Regions;

namespace Schakel.Benchmarks;

/// <summary>A grid of units with the residents and dwellings of the published generator (<c>reference/regions/grid-generator.json</c>).</summary>
internal sealed class GridTown
{
    internal GridTown(int rows, int columns)
    {
        var (population, dwellings) = (new double[rows * columns], new double[rows * columns]);
        var x = 42L;
        for (var unit = 0; unit < population.Length; unit++)
        {
            x = ((1103515245 * x) + 12345) % (1L << 31);
            population[unit] = 200 + ((x >> 16) % 2001);
            x = ((1103515245 * x) + 12345) % (1L << 31);
            dwellings[unit] = Math.Floor(population[unit] * (38 + ((x >> 16) % 15)) / 100);
        }

        Graph = UnitGraph.FromNeighbours(Neighbours.Grid(rows, columns));
        Units = new AreaUnits(population, dwellings);
    }

    internal UnitGraph Graph { get; }

    internal AreaUnits Units { get; }
}
