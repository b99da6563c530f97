// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Catalogue.Columns;

/// <summary>Gives figures back the reasons that our own files keep in a column beside them.</summary>
internal static class ReasonColumns
{
    /// <summary>The columns, those with reasons taken into the columns that they speak of.</summary>
    internal static IReadOnlyList<Column> Join(IReadOnlyList<Column> columns)
    {
        var byName = columns.ToDictionary(column => column.Name, StringComparer.Ordinal);
        if (!columns.Any(column => ReasonsOf(column, byName) is not null))
            return columns;

        var joined = new List<Column>(columns.Count);
        foreach (var column in columns)
            if (ReasonsOf(column, byName) is { } reasons)
                joined.Add(With(column, reasons));
            else if (!IsTaken(column, byName))
                joined.Add(column);
        return joined;
    }

    private static Column? ReasonsOf(Column column, Dictionary<string, Column> byName) =>
        HoldsFigures(column) && byName.TryGetValue(column.Name + MissingWords.Suffix, out var reasons) && HoldsReasons(reasons) ? reasons : null;

    private static bool IsTaken(Column column, Dictionary<string, Column> byName) =>
        column.Name.EndsWith(MissingWords.Suffix, StringComparison.Ordinal) && byName.TryGetValue(column.Name[..^MissingWords.Suffix.Length], out var figures) && HoldsFigures(figures) && HoldsReasons(column);

    // A column without any figure is read as text.
    private static bool HoldsFigures(Column column) => column is NumberColumn || (column is TextColumn text && Array.TrueForAll(text.Values, cell => cell is null));

    // Words that other sources use as well ("geheim") are read as missing figures when all cells hold one.
    private static bool HoldsReasons(Column column) => column is TextColumn || (column is NumberColumn numbers && Array.TrueForAll(numbers.Values, double.IsNaN));

    private static NumberColumn With(Column column, Column reasons)
    {
        var figures = column as NumberColumn;
        var values = figures?.Values ?? [.. Enumerable.Repeat(double.NaN, column.Count)];
        var missing = figures is null ? [.. Enumerable.Repeat(MissingReason.Empty, column.Count)] : (MissingReason[])figures.Missing.Clone();
        for (var row = 0; row < missing.Length; row++)
            if (missing[row] == MissingReason.Empty)
                missing[row] = reasons is NumberColumn ofReasons ? ofReasons.Missing[row] : MissingWords.Read(reasons.TextAt(row));
        return figures is null ? new NumberColumn(column.Name, values, missing) { HasReasonColumn = true } : figures with { Missing = missing, HasReasonColumn = true };
    }
}
