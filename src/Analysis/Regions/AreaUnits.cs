// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Regions;

/// <summary>What stands for the units of a map on which work areas are drawn.</summary>
/// <param name="Population">[persons] ≥ 0, one a unit.</param>
/// <param name="Dwellings">[dwellings] ≥ 0, one a unit.</param>
public sealed record AreaUnits(double[] Population, double[] Dwellings)
{
    /// <summary>[any unit] figures in which an area should be alike, one column an indicator (shrunken rates as a rule); null where a unit has none.</summary>
    public IReadOnlyList<double?[]> Values { get; init; } = [];

    /// <summary>0-based wijk (or other existing zone) of each unit, −1 where unknown; null: existing borders do not matter.</summary>
    public int[]? Zones { get; init; }

    internal void Check(int count)
    {
        foreach (var (column, name) in new[] { (Population, nameof(Population)), (Dwellings, nameof(Dwellings)) })
        {
            Require.SameLength(column.Length, count, name);
            Require.Finite(column, name);
            Require.NotNegative(column, name);
        }

        foreach (var values in Values)
        {
            Require.SameLength(values.Length, count, nameof(Values));
            Require.Finite(Array.ConvertAll(values, value => value ?? 0), nameof(Values));
        }

        if (Zones is not null)
            Require.SameLength(Zones.Length, count, nameof(Zones));
    }
}
