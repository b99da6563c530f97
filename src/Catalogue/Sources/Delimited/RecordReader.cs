// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Buffers;

namespace Schakel.Catalogue.Sources.Delimited;

/// <summary>Cuts delimited UTF-8 text (RFC 4180 and what people make of it) into records of fields, in one pass and with bounded memory.</summary>
internal sealed class RecordReader
{
    /// <summary>A record longer than this is no table: a quote was not closed, or the file is something else.</summary>
    internal const int LongestRecord = 16 << 20;

    private readonly Stream stream;
    private readonly byte delimiter;
    private readonly SearchValues<byte> stops;
    private byte[] buffer = new byte[1 << 18];
    private int start, end;
    private bool atEnd;
    private int[] starts = new int[64], lengths = new int[64];
    private readonly List<int> doubledFields = [];
    private long nextLine = 1;

    internal RecordReader(Stream stream, byte delimiter)
    {
        this.stream = stream;
        this.delimiter = delimiter;
        stops = SearchValues.Create([delimiter, (byte)'"', (byte)'\n', (byte)'\r', 0]);
    }

    /// <summary>1-based line on which the record starts.</summary>
    internal long Line { get; private set; }

    internal int FieldCount { get; private set; }

    internal ReadOnlySpan<byte> Field(int i) => buffer.AsSpan(starts[i], lengths[i]);

    /// <summary>Every field is empty.</summary>
    internal bool IsBlank
    {
        get
        {
            for (var i = 0; i < FieldCount; i++)
                if (!Columns.ColumnBuilder.Trim(Field(i)).IsEmpty)
                    return false;
            return true;
        }
    }

    /// <summary>Whether a record with more than one field follows, within what is already in memory.</summary>
    internal bool HasWideRecordAhead
    {
        get
        {
            var quoted = false;
            for (var i = start; i < end; i++)
            {
                if (buffer[i] == '"')
                    quoted = !quoted;
                else if (buffer[i] == delimiter && !quoted)
                    return true;
            }
            return false;
        }
    }

    /// <summary>Moves to the next record.</summary>
    internal bool Next()
    {
        Line = nextLine;
        while (true)
        {
            if (start == end && atEnd)
                return false;
            var parsed = start < end ? Parse() : 0;
            if (parsed > 0)
            {
                start += parsed;
                return true;
            }
            if (start == end && atEnd)
                return false;
            Fill();
        }
    }

    private void Fill()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            end -= start;
            start = 0;
        }
        if (end == buffer.Length)
        {
            if (buffer.Length >= LongestRecord)
                throw new InputRefused("field-too-large", $"A record is longer than {LongestRecord >> 20} MB; a quote may not be closed.")
                {
                    Row = Line,
                    Expected = "records of one line, with every quote closed",
                };
            Array.Resize(ref buffer, buffer.Length * 2);
        }
        var read = stream.Read(buffer, end, buffer.Length - end);
        atEnd = read == 0;
        end += read;
    }

    /// <summary>Parses one record at <see cref="start"/>; 0 when the buffer ends first.</summary>
    private int Parse()
    {
        FieldCount = 0;
        doubledFields.Clear();
        var at = start;
        long lines = 0;
        while (true)
        {
            var fieldStart = at;
            int fieldLength;
            var open = at;
            while (open < end && (buffer[open] == ' ' || (buffer[open] == '\t' && delimiter != '\t')))
                open++;
            if (open < end && buffer[open] == '"')
            {
                var close = Quoted(open + 1, ref lines, out fieldStart, out fieldLength);
                if (close < 0)
                    return 0;
                at = close;
            }
            else
            {
                while (true)
                {
                    var next = buffer.AsSpan(at, end - at).IndexOfAny(stops);
                    if (next < 0)
                    {
                        at = end;
                        break;
                    }
                    at += next;
                    if (buffer[at] == 0)
                        throw new InputRefused("not-text", "The file has bytes of value 0, so it is no text.")
                        {
                            Row = nextLine + lines,
                            Expected = "text in UTF-8, UTF-16 or Windows-1252",
                        };
                    if (buffer[at] != '"')
                        break;
                    at++; // a quote in the middle of a field is a character like any other
                }
                fieldLength = at - fieldStart;
            }

            if (at == end && !atEnd)
                return 0;
            Add(fieldStart, fieldLength);
            if (at == end)
                return Done(at, lines);
            if (buffer[at] == delimiter)
            {
                at++;
                if (at == end && atEnd)
                {
                    Add(at, 0);
                    return Done(at, lines);
                }
                continue;
            }
            // The end of a line, \r\n, \n or \r.
            if (buffer[at] == '\r')
            {
                if (at + 1 == end && !atEnd)
                    return 0;
                if (at + 1 < end && buffer[at + 1] == '\n')
                    at++;
            }
            return Done(at + 1, lines + 1);
        }
    }

    private int Done(int at, long lines)
    {
        nextLine += lines;
        foreach (var field in doubledFields)
            lengths[field] = Single(buffer.AsSpan(starts[field], lengths[field]));
        return at - start;
    }

    private void Add(int fieldStart, int fieldLength)
    {
        if (FieldCount == starts.Length)
        {
            if (FieldCount >= 1 << 17)
                throw new InputRefused("too-many-columns", $"The record has more than {1 << 17} fields.") { Row = Line };
            Array.Resize(ref starts, starts.Length * 2);
            Array.Resize(ref lengths, lengths.Length * 2);
        }
        starts[FieldCount] = fieldStart;
        lengths[FieldCount++] = fieldLength;
    }

    /// <summary>Finds the end of a quoted field that starts at <paramref name="at"/>.</summary>
    /// <returns>Position after it, or −1 when the buffer ends first.</returns>
    private int Quoted(int at, ref long lines, out int fieldStart, out int fieldLength)
    {
        fieldStart = at;
        fieldLength = 0;
        var doubled = 0;
        var from = at;
        while (true)
        {
            var next = buffer.AsSpan(at, end - at).IndexOf((byte)'"');
            if (next < 0)
                return Unfinished();
            at += next;
            if (at + 1 >= end && !atEnd)
                return -1;
            if (at + 1 < end && buffer[at + 1] == '"')
            {
                doubled++;
                at += 2;
                continue;
            }
            var after = at + 1;
            while (after < end && buffer[after] == ' ')
                after++;
            if (after == end && !atEnd)
                return -1;
            if (after == end || buffer[after] == delimiter || buffer[after] is (byte)'\n' or (byte)'\r')
            {
                var content = buffer.AsSpan(from, at - from);
                if (content.Contains((byte)0))
                    throw new InputRefused("not-text", "The file has bytes of value 0, so it is no text.") { Row = nextLine + lines, Expected = "text in UTF-8, UTF-16 or Windows-1252" };
                lines += content.Count((byte)'\n');
                fieldLength = content.Length;
                if (doubled > 0)
                    doubledFields.Add(FieldCount);
                return after;
            }
            at++; // a quote that people forgot to double: a character like any other
        }
    }

    private int Unfinished() => !atEnd
        ? -1
        : throw new InputRefused("quote-not-closed", "A quoted field does not end before the end of the file.") { Row = Line, Expected = "a closing quote" };

    // Doubled quotes become single ones in place; only when the record is complete, for an unfinished one is parsed again.
    private static int Single(Span<byte> content)
    {
        var length = 0;
        for (var i = 0; i < content.Length; i++)
        {
            content[length++] = content[i];
            if (content[i] == '"' && i + 1 < content.Length && content[i + 1] == '"')
                i++;
        }
        return length;
    }
}
