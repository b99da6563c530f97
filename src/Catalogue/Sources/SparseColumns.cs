// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Catalogue.Columns;

namespace Schakel.Catalogue.Sources;

/// <summary>Columns that appear as rows name them: JSON properties, cells of a sheet. Rows that do not name one have nothing there.</summary>
internal sealed class SparseColumns(TableDraft draft, ColumnChoice choice)
{
    /// <summary>
    /// More cells than this (empty ones included) are refused: a few bytes can name a new column and so make a cell in every row.
    /// A full sheet of Excel with 57 columns is as much.
    /// </summary>
    internal const long MostCells = 60_000_000;

    private const int MostColumns = 20_000;
    private readonly Dictionary<string, ColumnBuilder?> byName = new(StringComparer.Ordinal);
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    /// <summary>The column of that name, ready for the cell of the current row; null when it is not wanted or the row already has one.</summary>
    internal ColumnBuilder? At(string name)
    {
        if (!byName.TryGetValue(name, out var column))
        {
            if (byName.Count >= MostColumns)
                throw new InputRefused("too-many-columns", $"The file has more than {MostColumns} columns.") { Row = draft.RowCount + 1, Column = name };
            column = choice.Wants(name) ? draft.AddColumn(name, taken) : null;
            byName.Add(name, column);
        }
        if (column is null || column.Count > draft.RowCount)
            return null;
        RequireRoom(draft);
        Pad(column, draft.RowCount);
        return column;
    }

    /// <summary>Fills up what the last rows did not name.</summary>
    internal void Complete()
    {
        RequireRoom(draft);
        foreach (var column in draft.Columns)
            Pad(column, draft.RowCount);
    }

    /// <summary>Refuses before memory is taken.</summary>
    internal static void RequireRoom(TableDraft draft)
    {
        if ((long)draft.Columns.Count * draft.RowCount > MostCells)
            throw new InputRefused("table-too-large", $"The table has {draft.Columns.Count} columns in {draft.RowCount} rows; together that is more than {MostCells} cells.")
            {
                Layer = draft.Layer,
                Expected = "a selection, or only the columns that are needed",
            };
    }

    internal static void Pad(ColumnBuilder column, int count)
    {
        while (column.Count < count)
            column.AddEmpty();
    }
}
