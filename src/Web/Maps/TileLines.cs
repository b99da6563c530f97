// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Web.Maps;

/// <summary>Cuts lines to one tile and writes them as the commands of the vector tile specification (4.3).</summary>
internal static class TileLines
{
    private const uint MoveTo = 1, LineTo = 2;
    private const double Low = -VectorTile.Buffer, High = VectorTile.Extent + VectorTile.Buffer;

    /// <summary>Commands of what lies in the tile; empty when nothing of it can be seen.</summary>
    internal static uint[] Of(double[][] lines, double scale, int column, int row)
    {
        var commands = new List<uint>();
        var cursor = (X: 0, Y: 0);
        var part = new List<(int X, int Y)>();
        foreach (var line in lines)
        {
            for (var at = 0; at + 3 < line.Length; at += 2)
            {
                var from = ToTile(line[at], line[at + 1]);
                var to = ToTile(line[at + 2], line[at + 3]);
                if (Within(from, to) is not { } seen)
                {
                    Write();
                    continue;
                }

                if (part.Count > 0 && part[^1] != Rounded(seen.From))
                    Write();
                if (part.Count == 0)
                    part.Add(Rounded(seen.From));
                if (part[^1] != Rounded(seen.To))
                    part.Add(Rounded(seen.To));
            }

            Write();
        }

        return [.. commands];

        (double X, double Y) ToTile(double x, double y) => (((x * scale) - column) * VectorTile.Extent, ((y * scale) - row) * VectorTile.Extent);

        void Write()
        {
            if (part.Count > 1)
            {
                commands.Add((1 << 3) | MoveTo);
                Step(part[0]);
                commands.Add(((uint)(part.Count - 1) << 3) | LineTo);
                foreach (var point in part.Skip(1))
                    Step(point);
            }

            part.Clear();
        }

        void Step((int X, int Y) to)
        {
            commands.Add(ZigZag(to.X - cursor.X));
            commands.Add(ZigZag(to.Y - cursor.Y));
            cursor = to;
        }
    }

    /// <summary>The part of a segment that lies in the tile with its buffer (Liang and Barsky, 1984); null when none does.</summary>
    private static ((double X, double Y) From, (double X, double Y) To)? Within((double X, double Y) from, (double X, double Y) to)
    {
        var (begin, end) = (0.0, 1.0);
        var (right, down) = (to.X - from.X, to.Y - from.Y);
        ReadOnlySpan<(double Step, double Room)> sides = [(-right, from.X - Low), (right, High - from.X), (-down, from.Y - Low), (down, High - from.Y)];
        foreach (var (step, room) in sides)
        {
            if (step == 0)
            {
                if (room < 0)
                    return null;
                continue;
            }

            var share = room / step;
            if (step < 0)
                begin = Math.Max(begin, share);
            else
                end = Math.Min(end, share);
        }

        return begin > end ? null : ((from.X + (begin * right), from.Y + (begin * down)), (from.X + (end * right), from.Y + (end * down)));
    }

    // The same grid as the areas at each zoom from 9 on: half a pixel.
    private static (int X, int Y) Rounded((double X, double Y) point) => ((int)Math.Floor((point.X / 4) + 0.5) * 4, (int)Math.Floor((point.Y / 4) + 0.5) * 4);

    private static uint ZigZag(int number) => unchecked((uint)((number << 1) ^ (number >> 31)));
}
