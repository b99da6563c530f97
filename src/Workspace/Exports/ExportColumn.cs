// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Workspace.Exports;

/// <summary>One figure of the areas of a level, or one member of a result, as it is written.</summary>
/// <param name="Name">Name of the column; the reasons stand in <c>NAME_reden</c>.</param>
/// <param name="Title">In words.</param>
public sealed record ExportColumn(string Name, string Title)
{
    /// <summary>[<see cref="Unit"/>] one an area, NaN where missing; null for a column of words.</summary>
    public double[]? Numbers { get; init; }

    /// <summary>One an area, null where missing; null for a column of numbers.</summary>
    public string?[]? Words { get; init; }

    /// <summary>Why a cell is missing, null where it is not.</summary>
    public required string?[] Missing { get; init; }

    /// <summary>Whether numbers count something.</summary>
    public bool IsCount { get; init; }

    /// <summary>Unit of the numbers.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Year of the figures; null for results.</summary>
    public int? Year { get; init; }

    /// <summary>Where it comes from.</summary>
    public required string Source { get; init; }

    /// <summary>Under which licence it may be used.</summary>
    public required string Licence { get; init; }

    /// <summary>How it came about.</summary>
    public required string Method { get; init; }

    /// <summary>Name of the reasons' column.</summary>
    public string ReasonName => Name + Catalogue.Columns.MissingWords.Suffix;

    /// <summary>Cells with a value.</summary>
    public int Present => Missing.Count(reason => reason is null);

    /// <summary>Cells that were withheld on the way out.</summary>
    public int Withheld => Missing.Count(reason => reason is not null && reason.StartsWith(Catalogue.Columns.MissingWords.Withheld, StringComparison.Ordinal));
}
