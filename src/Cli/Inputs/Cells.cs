// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Schakel.Analysis;
using Schakel.Catalogue;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Sources;

namespace Schakel.Cli.Inputs;

/// <summary>Figures of a column for each unit, with the reason where there is none and the way back to the file.</summary>
/// <param name="Name">Column as in the file.</param>
/// <param name="Values">One a unit; NaN where missing.</param>
/// <param name="Missing">One a unit.</param>
internal sealed record Cells(string Name, double[] Values, MissingReason[] Missing)
{
    /// <summary>The file that the figures come from; null for a catalogue.</summary>
    internal SourceTable? Table { get; init; }

    // Ten times the people on earth; sums over a whole country stay exact.
    private const double LargestCount = 1e11;

    /// <summary>For each unit the 0-based data row in the file, −1 where it has none.</summary>
    internal int[] Rows { get; init; } = [];

    internal int Count => Values.Length;

    internal bool IsPresent(int unit) => Missing[unit] == MissingReason.Present;

    /// <summary>A refusal that points at the cell of a unit.</summary>
    internal Refusal Refuse(int unit, string code, string detail, string expected) => new(code, detail, Table?.Path ?? "")
    {
        Layer = Table?.Layer,
        Row = Rows.Length > 0 ? FileRow(Table, Rows[unit]) : null,
        Column = Name,
        Value = Values[unit].ToString("R", CultureInfo.InvariantCulture),
        Expected = expected,
    };

    /// <summary>Refuses what no count can be: below 0, or larger than anything that is counted, which is a wrong column or a slip of the decimal sign.</summary>
    internal Refusal? FindNoCount()
    {
        for (var unit = 0; unit < Count; unit++)
        {
            if (!IsPresent(unit))
                continue;
            if (Values[unit] < 0)
                return Refuse(unit, "negative-count", "A number of people or things is never below 0.", "a number of 0 and more");
            if (Values[unit] > LargestCount)
                return Refuse(unit, "count-too-large", "A number of people or things is at most 100000000000 here.", "a number from 0 to 100000000000");
        }

        return null;
    }

    /// <summary>The line of a text file (its heading is line 1), or the number of a feature.</summary>
    internal static long FileRow(SourceTable? table, int row) => table?.Geometries is null ? row + 2 : row + 1;

    /// <summary>A column as numbers, for the rows asked for; −1 is a unit without a row.</summary>
    internal static Outcome<Cells> From(SourceTable table, Column column, int[] rows)
    {
        if (column is TextColumn text)
        {
            for (var row = 0; row < text.Count; row++)
                if (text.Values[row] is { Length: > 0 } value)
                    return new Refusal("not-a-number", $"'{Cut(value)}' is not a number.", table.Path)
                    {
                        Layer = table.Layer,
                        Row = FileRow(table, row),
                        Column = column.Name,
                        Value = Cut(value),
                        Expected = "a number, or an empty cell where it is missing",
                        Arguments = [Cut(value)],
                    };
        }

        var numbers = column as NumberColumn;
        var cells = new Cells(column.Name, new double[rows.Length], new MissingReason[rows.Length]) { Table = table, Rows = rows };
        for (var unit = 0; unit < rows.Length; unit++)
        {
            var present = numbers is not null && rows[unit] >= 0;
            cells.Values[unit] = present ? numbers!.Values[rows[unit]] : double.NaN;
            cells.Missing[unit] = present ? numbers!.Missing[rows[unit]] : MissingReason.Empty;
        }

        return cells;
    }

    private static string Cut(string value) => value.Length <= 100 ? value : value[..100];
}
