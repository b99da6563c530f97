// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Sources.Delimited;

namespace Schakel.Catalogue.Sources.Shapefiles;

/// <summary>Reads the attribute table of a shapefile (dBase).</summary>
internal static class DbaseTable
{
    private readonly record struct Field(int Start, int Length, char Type, ColumnBuilder? Column);

    /// <summary>Adds rows to the draft; rows marked as deleted are left out and returned.</summary>
    internal static HashSet<long> Read(Stream stream, string? codePage, TableDraft draft, ColumnChoice choice, CancellationToken cancel)
    {
        var header = new byte[32];
        if (stream.ReadAtLeast(header, 32, throwOnEndOfStream: false) < 32)
            throw Bad(draft, "it has no header");
        var rows = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(4));
        int headerLength = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(8)), rowLength = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(10));
        if (headerLength < 33 || rowLength < 1)
            throw Bad(draft, "its header has impossible lengths");
        var rest = new byte[headerLength - 32];
        if (stream.ReadAtLeast(rest, rest.Length, throwOnEndOfStream: false) < rest.Length)
            throw Bad(draft, "its header ends too early");

        var encoding = EncodingOf(codePage, header[29]);
        var fields = Fields(rest, rowLength, encoding, draft, choice);
        var deleted = new HashSet<long>();
        var record = new byte[rowLength];
        for (long row = 0; row < rows; row++)
        {
            cancel.ThrowIfCancellationRequested();
            if (stream.ReadAtLeast(record, rowLength, throwOnEndOfStream: false) < rowLength)
                throw Bad(draft, string.Create(CultureInfo.InvariantCulture, $"it announces {rows} rows and ends in row {row + 1}"), row + 1);
            if (record[0] == '*')
            {
                deleted.Add(row);
                continue;
            }
            foreach (var field in fields)
                if (field.Column is { } column)
                    Add(column, field.Type, record.AsSpan(field.Start, field.Length), encoding);
            draft.RowCount++;
        }
        return deleted;
    }

    private static List<Field> Fields(ReadOnlySpan<byte> header, int rowLength, Encoding? encoding, TableDraft draft, ColumnChoice choice)
    {
        var fields = new List<Field>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var start = 1;
        for (var at = 0; at + 32 <= header.Length && header[at] != 0x0D; at += 32)
        {
            var raw = header.Slice(at, 11);
            var end = raw.IndexOf((byte)0);
            var name = Decoded(end < 0 ? raw : raw[..end], encoding).Trim();
            var type = (char)header[at + 11];
            // Long text fields keep the upper half of their length where others have decimals.
            var length = header[at + 16] + (type == 'C' ? header[at + 17] << 8 : 0);
            if (start + length > rowLength)
                throw Bad(draft, $"its field '{name}' lies outside the row");
            var column = choice.Wants(name) ? draft.AddColumn(name, taken) : null;
            if (column is not null)
                column.Declared = type is 'N' or 'F' or 'I' or 'O' or 'B' or 'L';
            fields.Add(new Field(start, length, type, column));
            start += length;
        }
        if (fields.Count == 0)
            throw Bad(draft, "it has no fields");
        return fields;
    }

    private static void Add(ColumnBuilder column, char type, ReadOnlySpan<byte> cell, Encoding? encoding)
    {
        if (type is 'I' && cell.Length == 4)
        {
            column.AddNumber(BinaryPrimitives.ReadInt32LittleEndian(cell));
            return;
        }
        if (type is 'O' or 'B' && cell.Length == 8)
        {
            column.AddNumber(BinaryPrimitives.ReadDoubleLittleEndian(cell));
            return;
        }
        var text = cell.TrimEnd((byte)0);
        if (type is 'N' or 'F')
        {
            var number = ColumnBuilder.Trim(text);
            if (number.IsEmpty || !number.ContainsAnyExcept((byte)'*'))
                column.AddEmpty(); // stars: the figure did not fit in its field, so it was never written
            else if (Utf8Parser.TryParse(number, out double value, out var used) && used == number.Length)
                column.AddNumber(value);
            else
                column.AddText(Dialect.InUtf8(number, out _));
            return;
        }
        if (type == 'L')
        {
            if (text is [(byte)'T' or (byte)'t' or (byte)'Y' or (byte)'y' or (byte)'J' or (byte)'j'])
                column.AddNumber(1);
            else if (text is [(byte)'F' or (byte)'f' or (byte)'N' or (byte)'n'])
                column.AddNumber(0);
            else
                column.AddEmpty();
            return;
        }
        if (type == 'D' && text.Length == 8 && !text.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            column.AddText([.. text[..4], (byte)'-', .. text[4..6], (byte)'-', .. text[6..]]);
            return;
        }
        column.AddText(encoding is null ? Dialect.InUtf8(text, out _) : Encoding.UTF8.GetBytes(encoding.GetString(text)));
    }

    private static string Decoded(ReadOnlySpan<byte> text, Encoding? encoding) =>
        encoding is null ? Encoding.UTF8.GetString(Dialect.InUtf8(text, out _)) : encoding.GetString(text);

    /// <summary>The letters of the table; null for UTF-8, or Windows-1252 where it is no UTF-8.</summary>
    private static Encoding? EncodingOf(string? codePage, byte language)
    {
        var digits = codePage is null ? "" : new string([.. codePage.Where(char.IsAsciiDigit)]);
        if (codePage is not null && codePage.Contains("UTF", StringComparison.OrdinalIgnoreCase))
            return null;
        return (digits, language) switch
        {
            ("850", _) or ("", 0x02) => CodePagesEncodingProvider.Instance.GetEncoding(850),
            ("437", _) or ("", 0x01) => CodePagesEncodingProvider.Instance.GetEncoding(437),
            ("885915" or "28605", _) => CodePagesEncodingProvider.Instance.GetEncoding(28605),
            _ => null,
        };
    }

    private static InputRefused Bad(TableDraft draft, string what, long? row = null) => new("file-damaged", $"The .dbf cannot be read: {what}.")
    {
        Layer = draft.Layer,
        Row = row,
        Expected = "a complete .dbf; download or export the shapefile again",
    };
}
