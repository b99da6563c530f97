// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Catalogue;

namespace Schakel.Cli.Inputs;

/// <summary>Checks that levels nest, and points at the row where they do not.</summary>
internal static class NestingCheck
{
    internal static Refusal? Find(Units units, int[] usable, string[] levels, IReadOnlyList<string?[]> codes)
    {
        for (var finer = 0; finer < codes.Count; finer++)
        {
            for (var coarser = finer + 1; coarser < codes.Count; coarser++)
            {
                var parents = new Dictionary<string, string>(StringComparer.Ordinal);
                for (var leaf = 0; leaf < usable.Length; leaf++)
                {
                    if (codes[finer][leaf] is not { } group || codes[coarser][leaf] is not { } parent || parents.TryAdd(group, parent) || parents[group] == parent)
                        continue;
                    return Refuse(units, usable[leaf], levels[finer + 1], group, levels[coarser + 1], parents[group], parent);
                }
            }
        }

        return null;
    }

    private static Refusal Refuse(Units units, int unit, string level, string group, string coarser, string one, string other)
    {
        var table = units.Table ?? units.Map!;
        var row = (units.Table is null ? units.MapRows : units.TableRows)[unit];
        return new Refusal("not-nested", $"{level} '{group}' lies in {coarser} '{one}' and in '{other}'.", table.Path)
        {
            Layer = table.Layer,
            Row = Cells.FileRow(table, row),
            Column = coarser,
            Value = other,
            Expected = $"one {coarser} for each {level}",
            Arguments = [level, group, coarser, one, other],
        };
    }
}
