// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Scale;

/// <summary>The walk outwards on a lattice of square cells: the order in which cells are met is the same everywhere, so that it is sorted once.</summary>
/// <remarks>Immutable, and so shared by all threads.</remarks>
internal sealed class LatticePeople : IPeopleAround
{
    // A lattice with more empty cells than this costs more to walk than it saves.
    private const int MostCellsPerPlace = 50;

    // Coordinates of cells are whole numbers of steps; a hundredth of a millimetre on a cell of 100 m is rounding.
    private const double Rounding = 1e-7;

    private readonly int columns, rows;
    private readonly int[] columnOf, rowOf;
    private readonly double[] cases, population;
    private readonly (int Columns, int Rows, int SquaredDistance)[] steps;

    private LatticePeople(int[] columnOf, int[] rowOf, double[] cases, double[] population)
    {
        (this.columnOf, this.rowOf) = (columnOf, rowOf);
        (columns, rows) = (columnOf.Max() + 1, rowOf.Max() + 1);
        (this.cases, this.population) = (new double[columns * rows], new double[columns * rows]);
        for (var place = 0; place < columnOf.Length; place++)
        {
            var cell = (rowOf[place] * columns) + columnOf[place];
            (this.cases[cell], this.population[cell]) = (cases[place], population[place]);
        }

        steps = [.. from row in Enumerable.Range(1 - rows, (2 * rows) - 1)
                    from column in Enumerable.Range(1 - columns, (2 * columns) - 1)
                    orderby (row * row) + (column * column)
                    select (column, row, (row * row) + (column * column))];
    }

    /// <summary>The lattice that places stand on, or null when they stand on none, or two on one cell.</summary>
    internal static LatticePeople? From(double[] x, double[] y, double[] cases, double[] population)
    {
        var step = Math.Min(Step(x), Step(y));
        if (double.IsInfinity(step) || !(Whole(x, step) is { } columnOf && Whole(y, step) is { } rowOf))
            return null;
        var cells = (columnOf.Max() + 1L) * (rowOf.Max() + 1L);
        if (cells > (long)MostCellsPerPlace * x.Length || columnOf.Zip(rowOf).Distinct().Count() < x.Length)
            return null;
        return new LatticePeople(columnOf, rowOf, cases, population);
    }

    /// <inheritdoc/>
    public void Collect(int place, ReadOnlySpan<double> sizes, Span<double> rates)
    {
        var (column, row) = (columnOf[place], rowOf[place]);
        var (size, people, affected, groupPeople, groupAffected) = (0, 0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < steps.Length && size < sizes.Length; i++)
        {
            var (c, r) = (column + steps[i].Columns, row + steps[i].Rows);
            if (c >= 0 && c < columns && r >= 0 && r < rows)
            {
                groupPeople += population[(r * columns) + c];
                groupAffected += cases[(r * columns) + c];
            }

            var isEnd = i + 1 == steps.Length;
            if (!isEnd && steps[i + 1].SquaredDistance == steps[i].SquaredDistance)
                continue;
            for (; size < sizes.Length && (isEnd || people + groupPeople >= sizes[size]); size++)
                rates[size] = (affected + (groupPeople > 0 ? groupAffected * Math.Min(1, (sizes[size] - people) / groupPeople) : 0)) / sizes[size];
            (people, affected, groupPeople, groupAffected) = (people + groupPeople, affected + groupAffected, 0, 0);
        }
    }

    private static double Step(double[] coordinates)
    {
        var sorted = coordinates.Distinct().Order().ToArray();
        return sorted.Length < 2 ? double.PositiveInfinity : sorted.Zip(sorted.Skip(1), (a, b) => b - a).Min();
    }

    private static int[]? Whole(double[] coordinates, double step)
    {
        var least = coordinates.Min();
        var numbers = new int[coordinates.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            var steps = (coordinates[i] - least) / step;
            if (steps > 100_000 || Math.Abs(steps - Math.Round(steps)) > Rounding)
                return null;
            numbers[i] = (int)Math.Round(steps);
        }

        return numbers;
    }
}
