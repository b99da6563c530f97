// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Cli.Publishing;

/// <summary>What a reader of a table can work out about cells that were left empty: a total minus the parts that are shown.</summary>
internal sealed class Residuals
{
    private readonly string[] ids;
    private readonly List<int>[] parts;

    internal Residuals(string[] ids, string?[] parents)
    {
        this.ids = ids;
        parts = [.. ids.Select(_ => new List<int>())];
        for (var cell = 0; cell < ids.Length; cell++)
            if (parents[cell] is { } parent && Array.BinarySearch(ids, parent, StringComparer.Ordinal) is >= 0 and var above)
                parts[above].Add(cell);
    }

    /// <summary>The values, with what is left of the total shared out over empty finest cells.</summary>
    internal double[] Fill(Cells cells)
    {
        var values = Array.ConvertAll(cells.Values, value => double.IsNaN(value) ? 0 : value);
        for (var cell = 0; cell < ids.Length; cell++)
        {
            var empty = parts[cell].Where(part => !cells.IsPresent(part) && parts[part].Count == 0).ToArray();
            if (empty.Length == 0 || !cells.IsPresent(cell))
                continue;
            var left = Math.Max(0, values[cell] - parts[cell].Where(cells.IsPresent).Sum(part => values[part]));
            foreach (var part in empty)
                values[part] = left / empty.Length;
        }

        return values;
    }

    /// <summary>The first cell that is not the sum of its parts, as far as rounding allows to tell.</summary>
    internal (string Id, double Sum, double Value)? FindUnequalSum(Cells cells, bool isRounded)
    {
        for (var cell = 0; cell < ids.Length; cell++)
        {
            if (parts[cell].Count == 0 || !cells.IsPresent(cell) || !parts[cell].TrueForAll(cells.IsPresent))
                continue;
            var sum = parts[cell].Sum(part => cells.Values[part]);
            if (Math.Abs(sum - cells.Values[cell]) > (isRounded ? 2.5 * (parts[cell].Count + 1) : 0.5))
                return (ids[cell], sum, cells.Values[cell]);
        }

        return null;
    }
}
