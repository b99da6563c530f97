// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Scale;

/// <summary>Places in square bins, so that those near a place are found without looking at all.</summary>
internal sealed class PlaceBins
{
    private const double PlacesPerBin = 2;

    private readonly double[] x;
    private readonly double[] y;
    private readonly double left, bottom, side;
    private readonly int columns, rows;
    private readonly int[] starts;
    private readonly int[] members;

    internal PlaceBins(double[] x, double[] y)
    {
        (this.x, this.y) = (x, y);
        (left, bottom) = (x.Min(), y.Min());
        var (width, height) = (x.Max() - left, y.Max() - bottom);

        // A line has no area; then the longer side alone decides.
        side = Math.Max(Math.Sqrt(width * height * PlacesPerBin / x.Length), Math.Max(width, height) * PlacesPerBin / x.Length);
        if (!(side > 0))
            side = 1;
        columns = (int)(width / side) + 1;
        rows = (int)(height / side) + 1;
        starts = new int[(columns * rows) + 1];
        for (var place = 0; place < x.Length; place++)
            starts[BinOf(place) + 1]++;
        for (var bin = 0; bin < columns * rows; bin++)
            starts[bin + 1] += starts[bin];
        var next = (int[])starts.Clone();
        members = new int[x.Length];
        for (var place = 0; place < x.Length; place++)
            members[next[BinOf(place)]++] = place;
    }

    internal int PlaceCount => x.Length;

    internal double Distance(int a, int b)
    {
        var (dx, dy) = (x[a] - x[b], y[a] - y[b]);
        return Math.Sqrt((dx * dx) + (dy * dy));
    }

    /// <summary>How far around a place everything lies within so many rings of bins; infinite when the rings hold the whole map.</summary>
    internal double Certain(int place, int ring)
    {
        var (column, row) = (ColumnOf(place), RowOf(place));
        var certain = double.PositiveInfinity;
        if (column - ring > 0)
            certain = Math.Min(certain, x[place] - (left + ((column - ring) * side)));
        if (column + ring < columns - 1)
            certain = Math.Min(certain, left + ((column + ring + 1) * side) - x[place]);
        if (row - ring > 0)
            certain = Math.Min(certain, y[place] - (bottom + ((row - ring) * side)));
        if (row + ring < rows - 1)
            certain = Math.Min(certain, bottom + ((row + ring + 1) * side) - y[place]);
        return certain;
    }

    /// <summary>The places of a bin, by its ring around a place's own bin; bins outside the map are empty.</summary>
    internal ReadOnlySpan<int> At(int place, int columnsAside, int rowsAside)
    {
        var (column, row) = (ColumnOf(place) + columnsAside, RowOf(place) + rowsAside);
        if (column < 0 || column >= columns || row < 0 || row >= rows)
            return [];
        var bin = (row * columns) + column;
        return members.AsSpan(starts[bin]..starts[bin + 1]);
    }

    private int BinOf(int place) => (RowOf(place) * columns) + ColumnOf(place);

    private int ColumnOf(int place) => Math.Min((int)((x[place] - left) / side), columns - 1);

    private int RowOf(int place) => Math.Min((int)((y[place] - bottom) / side), rows - 1);
}
