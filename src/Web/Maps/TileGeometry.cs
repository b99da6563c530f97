// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Web.Maps;

/// <summary>Cuts an area to one tile, simplifies it for its zoom and writes it as the commands of the vector tile specification (4.3).</summary>
/// <remarks>
/// Simplifying is rounding to a pixel of the screen, or half of one, and leaving out what then coincides or lies on a straight line. It looks at a vertex alone,
/// not at the area it belongs to, so neighbours move a shared vertex alike and no tears open between them, in one tile or across tiles.
/// The buffers are kept between areas: one instance a tile.
/// </remarks>
internal sealed class TileGeometry(int zoom)
{
    /// <summary>From this zoom on a border is drawn as it is stored (to 1/8 pixel).</summary>
    private const int FinestZoom = 13;

    /// <summary>A tile of 4096 units is drawn 512 pixels wide, so 8 units are a pixel: the country to a pixel, a town to half of one.</summary>
    private readonly int step = zoom >= FinestZoom ? 1 : zoom >= 9 ? 4 : 8;

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
            var point = ((int)Math.Floor((x / step) + 0.5) * step, (int)Math.Floor((y / step) + 0.5) * step);
            if (grid.Count > 0 && grid[^1] == point)
                continue;
            while (grid.Count > 1 && IsBetween(grid[^2], grid[^1], point))
                grid.RemoveAt(grid.Count - 1);
            grid.Add(point);
        }

        while (grid.Count > 1 && grid[0] == grid[^1])
            grid.RemoveAt(grid.Count - 1);
    }

    /// <summary>Whether a point on the way changes nothing: straight on, not back.</summary>
    private static bool IsBetween((int X, int Y) from, (int X, int Y) here, (int X, int Y) to)
    {
        var (inX, inY, outX, outY) = ((long)here.X - from.X, (long)here.Y - from.Y, (long)to.X - here.X, (long)to.Y - here.Y);
        return (inX * outY) - (inY * outX) == 0 && (inX * outX) + (inY * outY) > 0;
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
