// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text.RegularExpressions;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Indicators;

namespace Schakel.Catalogue.Sources.Recognition;

/// <summary>Which year, and month, each row of a table speaks of, and where that was read.</summary>
/// <param name="Years">One a row; 0 where unknown.</param>
/// <param name="Months">1–12 a row; null when the table has no months.</param>
/// <param name="From">Where the year was found, in words.</param>
/// <param name="Used">Columns that were read for it.</param>
internal sealed partial record TableYears(int[] Years, int[]? Months, string From, IReadOnlyCollection<Column> Used)
{
    /// <summary>Year of a table that does not say its year. It serves every year for which there is nothing better.</summary>
    internal const int Unknown = 0;

    internal static TableYears Of(SourceTable table, int? given)
    {
        Column? yearColumn = null, monthColumn = null;
        foreach (var column in table.Columns)
            switch (ColumnSpelling.Compact(ColumnSpelling.WithoutNumber(column.Name)))
            {
                case "jaar" or "year" or "perioden" or "periode" or "peiljaar" or "jaren" or "verslagjaar": yearColumn ??= column; break;
                case "maand" or "month": monthColumn ??= column; break;
            }

        if (yearColumn is not null && CodeColumns.Texts(yearColumn) is { } cells && Parse(cells) is { } parsed)
        {
            var months = monthColumn is NumberColumn numbers ? [.. numbers.Values.Select(month => double.IsNaN(month) ? 0 : (int)month)] : parsed.Months;
            return new TableYears(parsed.Years, months, $"column {yearColumn.Name}", monthColumn is null ? [yearColumn] : [yearColumn, monthColumn]);
        }

        var (year, from) = given is { } said ? (said, "the option") : Constant(table);
        var years = new int[table.RowCount];
        Array.Fill(years, year);
        return new TableYears(years, null, from, []);
    }

    /// <summary>The one year in a name, or null when there is none or more than one.</summary>
    internal static int? In(string? name)
    {
        if (name is null)
            return null;
        var years = FourDigits().Matches(name).Select(match => int.Parse(match.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)).Distinct().ToList();
        return years.Count == 1 ? years[0] : null;
    }

    private static (int Year, string From) Constant(SourceTable table)
    {
        foreach (var column in table.Columns)
            if (column is TextColumn text && ColumnSpelling.Compact(column.Name) is "jaarstatcode" or "jrstatcode" && ((TextColumn)column).Values.FirstOrDefault(cell => cell is not null) is { Length: > 4 } cell && In(cell[..4]) is { } year)
                return (year, $"column {column.Name}");
        if (In(table.Layer) is { } ofLayer)
            return (ofLayer, $"layer {table.Layer}");
        if (In(System.IO.Path.GetFileNameWithoutExtension(table.Path)) is { } ofFile)
            return (ofFile, "the file name");

        // A register of areas says from when each is valid; the newest of those dates is the earliest year of the whole set.
        foreach (var column in table.Columns)
            if (column is TextColumn text && ColumnSpelling.Compact(column.Name) is "begingeldigheid" or "ingangsdatum" or "datumingang")
            {
                var newest = ((TextColumn)column).Values.Max(cell => cell is { Length: >= 4 } ? In(cell[..4]) ?? 0 : 0);
                if (newest > 0)
                    return (newest, $"column {column.Name}");
            }
        return (Unknown, "nowhere");
    }

    private static (int[] Years, int[]? Months)? Parse(string?[] cells)
    {
        var years = new int[cells.Length];
        int[]? months = null;
        for (var row = 0; row < cells.Length; row++)
        {
            if (cells[row] is not { Length: >= 4 } cell || !int.TryParse(cell.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 1900 or > 2100)
                return null;
            years[row] = year;
            // StatLine: 2016JJ00 is a year, 2016MM03 its March.
            if (cell.Length == 8 && cell.AsSpan(4, 2) is "MM" && int.TryParse(cell.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out var month))
                (months ??= new int[cells.Length])[row] = month;
        }
        return (years, months);
    }

    // GM1980 is a gemeente, not a year.
    [GeneratedRegex(@"(?<!\d|GM|WK|BU)(19[89]\d|20[0-4]\d)(?!\d)")]
    private static partial Regex FourDigits();
}
