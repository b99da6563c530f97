// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text;
using Schakel.Catalogue.Columns;

namespace Schakel.Catalogue.Sources.Delimited;

/// <summary>Reads text tables: StatLine CSV, exports of R and Excel, municipal CSV with any delimiter.</summary>
internal static class DelimitedFile
{
    private const int HeadBytes = 1 << 16;
    private const int MostTitleRows = 20;

    internal static TableDraft Read(Stream stream, ReadOptions options, CancellationToken cancel)
    {
        var head = new byte[HeadBytes];
        var length = stream.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false);
        var dialect = Dialect.Of(head.AsSpan(0, length), length < HeadBytes);
        using var all = new HeadedStream(head.AsMemory(dialect.Skip, length - dialect.Skip), stream);
        using var text = dialect.Encoding is null ? all : Encoding.CreateTranscodingStream(all, dialect.Encoding, Encoding.UTF8);
        return Read(new RecordReader(text, dialect.Delimiter), dialect, new ColumnChoice(options.Columns), cancel);
    }

    private static TableDraft Read(RecordReader reader, Dialect dialect, ColumnChoice choice, CancellationToken cancel)
    {
        var draft = new TableDraft(null) { Lines = [], CommaDelimited = dialect.Delimiter == ',' };
        if (dialect.Encoding is not null)
            draft.Notes.Add($"The text was read as {dialect.Encoding.WebName.ToUpperInvariant()}.");
        var header = new HeaderRow(reader, draft, choice);
        var foreign = 0L;
        long firstForeign = 0, shortRow = 0;
        var footers = 0;
        string? shortText = null;
        while (header.NextRow())
        {
            cancel.ThrowIfCancellationRequested();
            if (reader.IsBlank)
                continue;
            if (reader.FieldCount < header.Width)
            {
                if (reader.FieldCount > 1 || header.Width == 1)
                    throw Ragged(reader.Line, reader.FieldCount, header.Width);
                // A line of its own below the table is a footnote; above other rows it is a row that broke.
                if (footers++ == 0)
                    (shortRow, shortText) = (reader.Line, Encoding.UTF8.GetString(reader.Field(0)));
                continue;
            }
            if (footers > 0)
                throw Ragged(shortRow, 1, header.Width, shortText);
            for (var i = header.Width; i < reader.FieldCount; i++)
                if (!ColumnBuilder.Trim(reader.Field(i)).IsEmpty)
                    throw Ragged(reader.Line, reader.FieldCount, header.Width, Encoding.UTF8.GetString(reader.Field(i)));
            for (var i = 0; i < header.Width; i++)
            {
                if (header.Targets[i] is not { } column)
                    continue;
                column.AddText(FormulaGuard.Plain(Dialect.InUtf8(reader.Field(i), out var isForeign)));
                if (isForeign && foreign++ == 0)
                    firstForeign = reader.Line;
            }
            draft.Lines!.Add(reader.Line);
            draft.RowCount++;
        }
        if (foreign > 0)
            draft.Notes.Add(string.Create(CultureInfo.InvariantCulture, $"{foreign} cell(s) are no UTF-8 and were read as Windows-1252, the first in line {firstForeign}."));
        if (footers > 0)
            draft.Notes.Add(string.Create(CultureInfo.InvariantCulture, $"{footers} line(s) below the table were left out, the first: '{ColumnFinish.Cut(shortText!)}'."));
        header.DropUnnamed();
        return draft;
    }

    private static InputRefused Ragged(long line, int fields, int expected, string? value = null) => new(
        "ragged-row", string.Create(CultureInfo.InvariantCulture, $"The row has {fields} fields where the header has {expected}."))
    {
        Row = line,
        Value = value,
        Expected = string.Create(CultureInfo.InvariantCulture, $"{expected} fields in every row"),
    };

    /// <summary>The row with the names, which may stand below a title and may leave the first name out.</summary>
    private sealed class HeaderRow
    {
        private readonly RecordReader reader;
        private readonly TableDraft draft;
        private readonly ColumnBuilder? unnamedFirst;
        private readonly List<ColumnBuilder> unnamed = [];
        private bool pending;

        internal HeaderRow(RecordReader reader, TableDraft draft, ColumnChoice choice)
        {
            this.reader = reader;
            this.draft = draft;
            var names = Names();
            Width = names.Count;

            // R writes the names of its rows as a column without a header.
            pending = reader.Next();
            while (pending && reader.IsBlank)
                pending = reader.Next();
            if (pending && reader.FieldCount == Width + 1 && names[^1].Length > 0 && !reader.Field(Width).IsEmpty)
            {
                names.Insert(0, "");
                Width++;
            }
            var taken = new HashSet<string>(StringComparer.Ordinal);
            Targets = new ColumnBuilder?[Width];
            for (var i = 0; i < Width; i++)
            {
                if (!choice.Wants(names[i]))
                    continue;
                Targets[i] = draft.AddColumn(names[i], taken);
                if (names[i].Trim().Length > 0)
                    continue;
                unnamed.Add(Targets[i]!);
                if (i == 0)
                    unnamedFirst = Targets[0];
            }
        }

        internal int Width { get; private set; }

        internal ColumnBuilder?[] Targets { get; }

        internal bool NextRow()
        {
            if (!pending)
                return reader.Next();
            pending = false;
            return true;
        }

        private List<string> Names()
        {
            var titles = new List<string>();
            while (reader.Next())
            {
                if (reader.IsBlank)
                    continue;
                var names = new List<string>();
                for (var i = 0; i < reader.FieldCount; i++)
                    names.Add(Encoding.UTF8.GetString(FormulaGuard.Plain(Dialect.InUtf8(reader.Field(i), out _))).Trim());
                if (names.Count(name => name.Length > 0) > 1 || titles.Count == MostTitleRows)
                    return Note(titles, names);
                titles.Add(names.First(name => name.Length > 0));
                if (titles.Count == 1 && !HasTitle())
                    return names;
            }
            if (titles.Count > 0)
                return [titles[0]];
            throw new InputRefused("no-rows", "The file has no header and no rows.") { Expected = "a row of column names and rows below it" };
        }

        // One name alone is a title when the delimiter was found further down, and the header of a one-column table when it was not.
        private bool HasTitle() => reader.HasWideRecordAhead;

        private List<string> Note(List<string> titles, List<string> names)
        {
            if (titles.Count > 0)
                draft.Notes.Add($"The title above the header was left out: '{ColumnFinish.Cut(titles[0])}'.");
            return names;
        }

        /// <summary>Leaves out row numbers that a program wrote, and columns without name and content.</summary>
        internal void DropUnnamed()
        {
            foreach (var column in unnamed)
                if (column.TextCount == 0)
                    draft.Columns.Remove(column);
            if (unnamedFirst is null || unnamedFirst.TextCount == 0 || !IsRowNumber(unnamedFirst))
                return;
            draft.Columns.Remove(unnamedFirst);
            draft.Notes.Add("The first column has no name and only counts rows; it was left out.");
        }

        private static bool IsRowNumber(ColumnBuilder column)
        {
            long before = -1;
            for (var row = 0; row < column.Count; row++)
            {
                if (!column.IsText(row) || !long.TryParse(column.TextOf(row), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number <= before)
                    return false;
                before = number;
            }
            return true;
        }
    }
}
