// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Regions;

/// <summary>Lines in squares, to ask what lies near a point and what crosses a step.</summary>
internal sealed class LineGrid
{
    private const double CellInMetres = 250;

    // Points on a step may lie beside it by the last digits of large coordinates.
    private const double RoundingInMetres = 1e-3;

    private readonly Dictionary<(long Column, long Row), List<int>> cells = [];
    private readonly List<(double X1, double Y1, double X2, double Y2)> pieces = [];
    private readonly double reach;

    /// <param name="lines">The lines.</param>
    /// <param name="reach">[m] how near a point may be asked for.</param>
    internal LineGrid(IEnumerable<MapLine> lines, double reach)
    {
        this.reach = reach;
        foreach (var line in lines)
            foreach (var piece in Steps(line, CellInMetres))
            {
                foreach (var cell in Cells(piece, reach))
                {
                    if (!cells.TryGetValue(cell, out var list))
                        cells[cell] = list = [];
                    list.Add(pieces.Count);
                }

                pieces.Add(piece);
            }
    }

    internal bool IsEmpty => pieces.Count == 0;

    internal bool IsNear(double x, double y)
    {
        if (!cells.TryGetValue(Cell(x, y), out var list))
            return false;
        foreach (var piece in list)
            if (SquaredDistance(pieces[piece], x, y) <= reach * reach)
                return true;
        return false;
    }

    /// <summary>Whether any point of a step could be near a line: false is certain, true asks for a closer look.</summary>
    internal bool MayBeNear(double x1, double y1, double x2, double y2)
    {
        foreach (var step in Steps(new MapLine([x1, x2], [y1, y2]), CellInMetres))
            foreach (var cell in Cells(step, RoundingInMetres))
                if (cells.ContainsKey(cell))
                    return true;
        return false;
    }

    internal bool Crosses(double x1, double y1, double x2, double y2)
    {
        foreach (var step in Steps(new MapLine([x1, x2], [y1, y2]), CellInMetres))
            foreach (var cell in Cells(step, 0))
                if (cells.TryGetValue(cell, out var list))
                    foreach (var piece in list)
                        if (Meet(pieces[piece], step))
                            return true;
        return false;
    }

    /// <summary>A line in steps of at most this length.</summary>
    internal static IEnumerable<(double X1, double Y1, double X2, double Y2)> Steps(MapLine line, double longest)
    {
        for (var i = 1; i < line.X.Length; i++)
        {
            var (x, y, dx, dy) = (line.X[i - 1], line.Y[i - 1], line.X[i] - line.X[i - 1], line.Y[i] - line.Y[i - 1]);
            var count = Math.Max(1, (int)Math.Ceiling(Math.Sqrt((dx * dx) + (dy * dy)) / longest));
            for (var step = 0; step < count; step++)
                yield return (At(x, dx, step), At(y, dy, step), At(x, dx, step + 1), At(y, dy, step + 1));

            double At(double start, double whole, int step) => step == count ? start + whole : start + (whole * step / count);
        }
    }

    private static IEnumerable<(long Column, long Row)> Cells((double X1, double Y1, double X2, double Y2) step, double around)
    {
        var (left, bottom) = Cell(Math.Min(step.X1, step.X2) - around, Math.Min(step.Y1, step.Y2) - around);
        var (right, top) = Cell(Math.Max(step.X1, step.X2) + around, Math.Max(step.Y1, step.Y2) + around);
        for (var column = left; column <= right; column++)
            for (var row = bottom; row <= top; row++)
                yield return (column, row);
    }

    private static (long Column, long Row) Cell(double x, double y) => ((long)Math.Floor(x / CellInMetres), (long)Math.Floor(y / CellInMetres));

    private static double SquaredDistance((double X1, double Y1, double X2, double Y2) piece, double x, double y)
    {
        var (dx, dy) = (piece.X2 - piece.X1, piece.Y2 - piece.Y1);
        var length = (dx * dx) + (dy * dy);
        var along = length > 0 ? Math.Clamp((((x - piece.X1) * dx) + ((y - piece.Y1) * dy)) / length, 0, 1) : 0;
        var (awayX, awayY) = (x - piece.X1 - (along * dx), y - piece.Y1 - (along * dy));
        return (awayX * awayX) + (awayY * awayY);
    }

    private static bool Meet((double X1, double Y1, double X2, double Y2) a, (double X1, double Y1, double X2, double Y2) b)
    {
        var (one, two) = (Side(a, b.X1, b.Y1), Side(a, b.X2, b.Y2));
        var (three, four) = (Side(b, a.X1, a.Y1), Side(b, a.X2, a.Y2));
        if (one == 0 && two == 0)
            return Math.Max(Math.Min(a.X1, a.X2), Math.Min(b.X1, b.X2)) <= Math.Min(Math.Max(a.X1, a.X2), Math.Max(b.X1, b.X2))
                && Math.Max(Math.Min(a.Y1, a.Y2), Math.Min(b.Y1, b.Y2)) <= Math.Min(Math.Max(a.Y1, a.Y2), Math.Max(b.Y1, b.Y2));
        return one * two <= 0 && three * four <= 0;
    }

    private static int Side((double X1, double Y1, double X2, double Y2) line, double x, double y) =>
        Math.Sign(((line.X2 - line.X1) * (y - line.Y1)) - ((line.Y2 - line.Y1) * (x - line.X1)));
}
