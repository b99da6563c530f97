// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;
using Schakel.Catalogue.Columns;

namespace Schakel.Catalogue.Sources;

/// <summary>One layer, sheet or text table as read from a file, before anything is made of it.</summary>
/// <param name="Path">As the user named it.</param>
/// <param name="Layer">Layer or sheet; null for formats that hold one table.</param>
/// <param name="RowCount">Data rows (features).</param>
/// <param name="Columns">In the order of the file. A column is numeric when all its non-missing cells are numbers and it is no code column
/// (leading zeros, fixed-width codes, a name that ends in <c>code</c>); padded codes are trimmed.</param>
/// <param name="Geometries">In metres of EPSG:28992 (or the metric system named by <paramref name="Srid"/>), one a row, null where empty; null when the source has no geometry.</param>
/// <param name="Srid">EPSG number of <paramref name="Geometries"/> after conversion; 0 without geometry, or when the file names no system and its coordinates are taken as metres.</param>
public sealed record SourceTable(
    string Path, string? Layer, int RowCount, IReadOnlyList<Column> Columns, Geometry?[]? Geometries, int Srid)
{
    /// <summary>Lower-case hex of the SHA-256 of the file's bytes.</summary>
    public required string Sha256 { get; init; }

    /// <summary>One of several sheets of a workbook: some of those are explanation.</summary>
    internal bool IsOneOfSheets { get; init; }

    /// <summary>What its columns mean according to the user.</summary>
    internal Indicators.OwnMeanings? Own { get; init; }

    /// <summary>Things the reader did that a user may want to know (repaired polygons, converted coordinates, encoding).</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Finds a column by name: exact first, then without regard to case and underscores.</summary>
    /// <param name="name">Name to look for.</param>
    /// <returns>The column, or null.</returns>
    public Column? Find(string name)
    {
        name = name.Trim();
        foreach (var column in Columns)
            if (column.Name == name)
                return column;
        var plain = ColumnName.Plain(name);
        foreach (var column in Columns)
            if (ColumnName.Plain(column.Name) == plain)
                return column;
        return null;
    }
}
