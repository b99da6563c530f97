// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;

namespace Schakel.Writers;

/// <summary>A column of a table that is written.</summary>
/// <param name="Name">As programs know it.</param>
public abstract record TableColumn(string Name)
{
    /// <summary>As people know it.</summary>
    public string? Title { get; init; }

    /// <summary>What it means: unit, source, date.</summary>
    public string? Description { get; init; }

    /// <summary>Number of cells.</summary>
    public abstract int Count { get; }
}

/// <summary>A column of text; null is an empty cell.</summary>
/// <param name="Name">As programs know it.</param>
/// <param name="Values">One a row.</param>
public sealed record TextCells(string Name, string?[] Values) : TableColumn(Name)
{
    /// <inheritdoc/>
    public override int Count => Values.Length;
}

/// <summary>A column of numbers; NaN is an empty cell.</summary>
/// <param name="Name">As programs know it.</param>
/// <param name="Values">One a row.</param>
public sealed record NumberCells(string Name, double[] Values) : TableColumn(Name)
{
    private const double LargestWhole = 1L << 53;

    /// <inheritdoc/>
    public override int Count => Values.Length;

    /// <summary>All numbers are whole and exact, so that formats that know whole numbers may use them.</summary>
    public bool IsWhole { get; init; }

    /// <summary>The column, as whole numbers when each of its numbers is one.</summary>
    public NumberCells WholeWherePossible() =>
        this with { IsWhole = Array.TrueForAll(Values, value => double.IsNaN(value) || (Math.Abs(value) < LargestWhole && value == Math.Truncate(value))) };
}

/// <summary>A table, with or without a shape a row.</summary>
/// <param name="Name">Of the layer or sheet.</param>
/// <param name="Columns">All of the same length.</param>
public sealed record FeatureTable(string Name, IReadOnlyList<TableColumn> Columns)
{
    /// <summary>As people know it.</summary>
    public string? Title { get; init; }

    /// <summary>What it shows, where it comes from.</summary>
    public string Description { get; init; } = "";

    /// <summary>One a row, null where there is none; null for a table without shapes.</summary>
    public Geometry?[]? Shapes { get; init; }

    /// <summary>Number of rows.</summary>
    public int Rows => Columns.Count == 0 ? Shapes?.Length ?? 0 : Columns[0].Count;
}
