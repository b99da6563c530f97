// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Schakel.Analysis;
using Schakel.Catalogue;
using Schakel.Catalogue.Sources;

namespace Schakel.Cli.Inputs;

/// <summary>A table with columns of fixed names, which an option of its own names: <c>--rings FILE</c>. A cell that cannot be used is refused with its place.</summary>
internal sealed class OwnTable
{
    private static readonly string[] dateForms = ["yyyy-MM-dd", "yyyyMMdd", "dd-MM-yyyy", "d-M-yyyy", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd HH:mm:ss"];

    private readonly SourceTable table;
    private readonly string option;

    private OwnTable(SourceTable table, string option) => (this.table, this.option) = (table, option);

    internal int Count => table.RowCount;

    internal string Path => table.Path;

    internal static Outcome<OwnTable> Read(Run run, string option, string file)
    {
        if (!run.Stages.Measure("read", () => TableReader.Read(run, option, file)).TryGet(out var table, out var reason))
            return reason;
        TableReader.Remember(run, table);
        return table.RowCount > 0 ? new OwnTable(table, option) : new Refusal("no-rows", "There are no rows in this file.", table.Path) { Expected = "a row of figures" };
    }

    internal bool Has(string column) => table.Find(column) is not null;

    /// <summary>Words or codes, trimmed; null where empty.</summary>
    internal Outcome<string?[]> Words(string name) => table.Find(name) is { } column ? CodeColumn.Codes(column) : CodeColumn.Unknown(table, option, name);

    /// <summary>Words or codes that may not be empty.</summary>
    internal Outcome<string[]> Codes(string name)
    {
        if (!Words(name).TryGet(out var words, out var reason))
            return reason;
        for (var row = 0; row < words.Length; row++)
            if (words[row] is null)
                return Refuse(row, name, "cell-empty", "This cell is empty.", "");
        return Array.ConvertAll(words, word => word!);
    }

    /// <summary>Codes that stand here once each.</summary>
    internal Outcome<string[]> Ids(string name)
    {
        if (!Codes(name).TryGet(out var codes, out var reason))
            return reason;
        return CodeColumn.Index(table, table.Find(name)!, codes).TryGet(out _, out reason) ? codes : reason;
    }

    /// <summary>Numbers of 0 and more, of which some may be missing with their reason.</summary>
    internal Outcome<Cells> Amounts(string name)
    {
        if (table.Find(name) is not { } column)
            return CodeColumn.Unknown(table, option, name);
        if (!Cells.From(table, column, [.. Enumerable.Range(0, table.RowCount)]).TryGet(out var cells, out var reason))
            return reason;
        return cells.FindNoCount() is { } negative ? negative : cells;
    }

    /// <summary>Numbers; none may be missing.</summary>
    /// <param name="name">Column.</param>
    /// <param name="anySign">Whether numbers below 0 are right too (coordinates).</param>
    internal Outcome<double[]> Numbers(string name, bool anySign = false)
    {
        if (table.Find(name) is not { } column)
            return CodeColumn.Unknown(table, option, name);
        if (!Cells.From(table, column, [.. Enumerable.Range(0, table.RowCount)]).TryGet(out var cells, out var reason))
            return reason;
        for (var row = 0; row < cells.Count; row++)
            if (!cells.IsPresent(row))
                return Refuse(row, name, "cell-empty", "This cell is empty.", "");
        return !anySign && cells.FindNoCount() is { } negative ? negative : cells.Values;
    }

    /// <summary>Numbers of any sign, of which some may be missing with their reason.</summary>
    internal Outcome<Cells> Coordinates(string name) =>
        table.Find(name) is { } column ? Cells.From(table, column, [.. Enumerable.Range(0, table.RowCount)]) : CodeColumn.Unknown(table, option, name);

    /// <summary>Days; none may be missing.</summary>
    internal Outcome<DateOnly[]> Dates(string name) =>
        !Codes(name).TryGet(out _, out var reason) || !Days(name).TryGet(out var days, out reason) ? reason : Array.ConvertAll(days, day => day!.Value);

    /// <summary>Days; null where the cell is empty.</summary>
    internal Outcome<DateOnly?[]> Days(string name)
    {
        if (!Words(name).TryGet(out var words, out var reason))
            return reason;
        var days = new DateOnly?[words.Length];
        for (var row = 0; row < days.Length; row++)
        {
            if (words[row] is not { } word)
                continue;
            if (!DateOnly.TryParseExact(word, dateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return Refuse(row, name, "not-a-date", $"'{word}' is not a date.", word);
            days[row] = day;
        }

        return days;
    }

    internal Refusal Refuse(int row, string column, string code, string detail, string value, string? expected = null) => new(code, detail, table.Path)
    {
        Layer = table.Layer,
        Row = Cells.FileRow(table, row),
        Column = column,
        Value = value.Length <= 100 ? value : value[..100],
        Arguments = [value],
        Expected = expected ?? code switch { "not-a-date" => "a date like 2024-03-31", "cell-empty" => "a value in each row", _ => null },
    };

    /// <summary>What an analysis found wrong with the file: the same reason, with the file's name.</summary>
    internal Refusal Refuse(Reason reason) => At(table.Path, reason);

    internal static Refusal At(string path, Reason reason) => new(reason.Code, reason.Detail, path) { Arguments = reason.Arguments };
}
