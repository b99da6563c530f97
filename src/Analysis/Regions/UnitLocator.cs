// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Adjacency;

namespace Schakel.Analysis.Regions;

/// <summary>In which unit does a point lie?</summary>
internal sealed class UnitLocator
{
    private const double CellInMetres = 500;

    // Frames far larger than a municipality would fill the grid; these few units are looked at for every point.
    private const long MostCells = 40_000;

    private readonly AreaBoundaries boundaries;
    private readonly Dictionary<(long Column, long Row), List<int>> cells = [];
    private readonly List<int> everywhere = [];
    private readonly (double Left, double Bottom, double Right, double Top)[] frames;

    internal UnitLocator(AreaBoundaries boundaries)
    {
        this.boundaries = boundaries;
        frames = new (double, double, double, double)[boundaries.AreaCount];
        for (var unit = 0; unit < frames.Length; unit++)
        {
            var (from, to) = (boundaries.RingStarts[boundaries.AreaStarts[unit]], boundaries.RingStarts[boundaries.AreaStarts[unit + 1]]);
            if (from == to)
                continue;
            var (x, y) = (boundaries.X[from..to], boundaries.Y[from..to]);
            frames[unit] = (x.Min(), y.Min(), x.Max(), y.Max());
            var (left, bottom) = Cell(frames[unit].Left, frames[unit].Bottom);
            var (right, top) = Cell(frames[unit].Right, frames[unit].Top);
            if ((double)(right - left + 1) * (top - bottom + 1) > MostCells)
            {
                everywhere.Add(unit);
                continue;
            }

            for (var column = left; column <= right; column++)
            {
                for (var row = bottom; row <= top; row++)
                {
                    if (!cells.TryGetValue((column, row), out var list))
                        cells[(column, row)] = list = [];
                    list.Add(unit);
                }
            }
        }
    }

    /// <summary>The unit at a point, the first one where several overlap; −1 where there is none.</summary>
    internal int At(double x, double y)
    {
        if (cells.TryGetValue(Cell(x, y), out var list))
            foreach (var unit in list)
                if (Holds(unit, x, y))
                    return unit;
        foreach (var unit in everywhere)
            if (Holds(unit, x, y))
                return unit;
        return -1;
    }

    private bool Holds(int unit, double x, double y)
    {
        var frame = frames[unit];
        if (x < frame.Left || x > frame.Right || y < frame.Bottom || y > frame.Top)
            return false;
        var isInside = false;
        for (var ring = boundaries.AreaStarts[unit]; ring < boundaries.AreaStarts[unit + 1]; ring++)
        {
            for (var i = boundaries.RingStarts[ring] + 1; i < boundaries.RingStarts[ring + 1]; i++)
            {
                var (x1, y1, x2, y2) = (boundaries.X[i - 1], boundaries.Y[i - 1], boundaries.X[i], boundaries.Y[i]);
                if (y1 > y != y2 > y && x < x1 + ((x2 - x1) * (y - y1) / (y2 - y1)))
                    isInside = !isInside;
            }
        }

        return isInside;
    }

    private static (long Column, long Row) Cell(double x, double y) => ((long)Math.Floor(x / CellInMetres), (long)Math.Floor(y / CellInMetres));
}
