// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Regions;

/// <summary>How few areas a map needs at the very least.</summary>
/// <param name="Core">[areas] for the units of the search.</param>
/// <param name="IsPacking">Whether units that do not fit together ask for more than the sums do.</param>
/// <param name="IsWeak">Whether the mean unit uses more than a sixth of a ceiling, so that few fit in an area and the bound says little.</param>
internal sealed record AreaCountBound(int Core, bool IsPacking, bool IsWeak)
{
    private const double CoarseUnit = 1.0 / 6;

    internal static AreaCountBound Of(AreaMap map)
    {
        var (total, isPacking) = (0, false);
        foreach (var component in map.Components)
        {
            double[] population = [.. component.Select(unit => map.Population[unit])], dwellings = [.. component.Select(unit => map.Dwellings[unit])];
            var sums = Math.Max(PackingBound.Boxes(population.Sum(), map.MaxPopulation), PackingBound.Boxes(dwellings.Sum(), map.MaxDwellings));
            var packing = Math.Max(PackingBound.MartelloToth(population, map.MaxPopulation), PackingBound.MartelloToth(dwellings, map.MaxDwellings));
            total += Math.Max(1, Math.Max(sums, packing));
            isPacking |= packing > sums;
        }

        var isWeak = map.Core.Length > 0
            && map.Use(map.Core.Average(unit => map.Population[unit]), map.Core.Average(unit => map.Dwellings[unit])) > CoarseUnit;
        return new AreaCountBound(total, isPacking, isWeak);
    }
}
