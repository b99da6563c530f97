// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Web.Maps;

/// <summary>Cuts an area to one tile and writes it as the commands of the vector tile specification (4.3).</summary>
/// <remarks>
/// Every vertex is rounded to the tile's grid by the same rule, so two neighbours round a shared vertex alike and stay joined.
/// The buffers are kept between areas: one instance a tile.
/// </remarks>
internal sealed class TileGeometry
{
    private const uint MoveTo = 1, LineTo = 2, ClosePath = 7;

    private readonly List<uint> commands = [];
    private List<(double X, double Y)> ring = [];
    private List<(double X, double Y)> cut = [];
    private readonly List<(int X, int Y)> grid = [];
    private (int X, int Y) cursor;

    internal static uint[] Point(int x, int y) => [(1 << 3) | MoveTo, ZigZag(x), ZigZag(y)];

    /// <summary>Commands of the part that lies in the tile; empty when nothing of it can be seen.</summary>
    internal ReadOnlySpan<uint> Polygons(AreaShape area, double scale, int column, int row)
    {
        commands.Clear();
        cursor = (0, 0);
        foreach (var rings in area.Polygons)
        {
            for (var number = 0; number < rings.Length; number++)
            {
                ToTile(rings[number], scale, column, row);
                Clip();
                ToGrid();
                if (grid.Count < 3 || TwiceArea() == 0)
                {
                    // Holes follow their outer ring; without it they have nothing to be a hole in.
                    if (number == 0)
                        break;
                    continue;
                }

                // Outer rings run clockwise on the screen (positive area, y down), holes the other way.
                if (TwiceArea() > 0 != (number == 0))
                    grid.Reverse();
                Write();
            }
        }

        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(commands);
    }

    private void ToTile(double[] points, double scale, int column, int row)
    {
        ring.Clear();
        for (var at = 0; at < points.Length; at += 2)
            ring.Add((((points[at] * scale) - column) * VectorTile.Extent, ((points[at + 1] * scale) - row) * VectorTile.Extent));
    }

    /// <summary>Sutherland–Hodgman against the four sides of the tile with its buffer.</summary>
    private void Clip()
    {
        const double low = -VectorTile.Buffer, high = VectorTile.Extent + VectorTile.Buffer;
        var (left, top, right, bottom) = (double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        foreach (var (x, y) in ring)
            (left, top, right, bottom) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x), Math.Max(bottom, y));
        if (left < low)
            Cut(point => point.X - low);
        if (right > high)
            Cut(point => high - point.X);
        if (top < low)
            Cut(point => point.Y - low);
        if (bottom > high)
            Cut(point => high - point.Y);
    }

    private void Cut(Func<(double X, double Y), double> inward)
    {
        cut.Clear();
        for (var at = 0; at < ring.Count; at++)
        {
            var here = ring[at];
            var before = ring[at == 0 ? ring.Count - 1 : at - 1];
            var (inHere, inBefore) = (inward(here), inward(before));
            if (inHere >= 0 != inBefore >= 0)
            {
                var share = inBefore / (inBefore - inHere);
                cut.Add((before.X + (share * (here.X - before.X)), before.Y + (share * (here.Y - before.Y))));
            }

            if (inHere >= 0)
                cut.Add(here);
        }

        (ring, cut) = (cut, ring);
    }

    private void ToGrid()
    {
        grid.Clear();
        foreach (var (x, y) in ring)
        {
            var point = ((int)Math.Floor(x + 0.5), (int)Math.Floor(y + 0.5));
            if (grid.Count == 0 || grid[^1] != point)
                grid.Add(point);
        }

        if (grid.Count > 1 && grid[0] == grid[^1])
            grid.RemoveAt(grid.Count - 1);
    }

    private long TwiceArea()
    {
        var sum = 0L;
        for (var at = 0; at < grid.Count; at++)
        {
            var (here, next) = (grid[at], grid[(at + 1) % grid.Count]);
            sum += ((long)here.X * next.Y) - ((long)next.X * here.Y);
        }

        return sum;
    }

    private void Write()
    {
        commands.Add((1 << 3) | MoveTo);
        Step(grid[0]);
        commands.Add(((uint)(grid.Count - 1) << 3) | LineTo);
        for (var at = 1; at < grid.Count; at++)
            Step(grid[at]);
        commands.Add((1 << 3) | ClosePath);
    }

    private void Step((int X, int Y) to)
    {
        commands.Add(ZigZag(to.X - cursor.X));
        commands.Add(ZigZag(to.Y - cursor.Y));
        cursor = to;
    }

    private static uint ZigZag(int number) => unchecked((uint)((number << 1) ^ (number >> 31)));
}
