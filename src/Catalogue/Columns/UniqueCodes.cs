// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Schakel.Analysis;
using Schakel.Catalogue.Sources;

namespace Schakel.Catalogue.Columns;

/// <summary>The column that tells the rows of a table apart.</summary>
public static class UniqueCodes
{
    /// <summary>Takes the codes of a column, one a row, and makes sure that each row has one of its own.</summary>
    /// <param name="table">The table.</param>
    /// <param name="column">Name of the column, found as <see cref="SourceTable.Find"/> does.</param>
    /// <returns>The codes, or <c>no-such-column</c>, <c>code-missing</c>, <c>duplicate-code</c>.</returns>
    public static Outcome<string[]> Of(SourceTable table, string column)
    {
        if (table.Find(column) is not { } found)
            return new Refusal("no-such-column", $"There is no column '{column}'.", table.Path)
            {
                Layer = table.Layer,
                Column = column,
                Expected = string.Join(", ", table.Columns.Take(40).Select(known => known.Name)),
            };
        var codes = new string[found.Count];
        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var row = 0; row < codes.Length; row++)
        {
            if (found.TextAt(row) is not { } code)
                return new Refusal("code-missing", "The row has no code.", table.Path) { Layer = table.Layer, Row = row + 1, Column = found.Name, Expected = "a code in every row" };
            if (!rows.TryAdd(code, row))
                return new Refusal("duplicate-code", string.Create(CultureInfo.InvariantCulture, $"The code stands in row {rows[code] + 1} and again in row {row + 1}."), table.Path)
                {
                    Layer = table.Layer,
                    Row = row + 1,
                    Column = found.Name,
                    Value = ColumnFinish.Cut(code),
                    Expected = "each code once",
                };
            codes[row] = code;
        }
        return codes;
    }
}
