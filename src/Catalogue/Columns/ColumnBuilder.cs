// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text;

namespace Schakel.Catalogue.Columns;

/// <summary>Collects the cells of one column and decides, when all are there, whether it is text or figures.</summary>
/// <remarks>Text is kept as UTF-8 in one buffer: a table of half a million cells then costs no half million strings before it is known which are needed.</remarks>
internal sealed class ColumnBuilder(string name)
{
    private enum Cell : byte
    {
        Empty,
        Number,
        Text,
    }

    private Cell[] cells = [];
    private double[] numbers = [];
    private int[] ends = [];
    private byte[] text = [];
    private int textLength;

    internal string Name { get; } = name;

    internal int Count { get; private set; }

    internal int NumberCount { get; private set; }

    internal int TextCount { get; private set; }

    /// <summary>The source declares the column as figures, so it is one even when every cell is empty.</summary>
    internal bool Declared { get; set; }

    internal void AddEmpty() => Add(Cell.Empty);

    internal void AddNumber(double value)
    {
        if (numbers.Length <= Count)
            Array.Resize(ref numbers, Math.Max(cells.Length, Grown(Count)));
        numbers[Count] = value;
        NumberCount++;
        Add(Cell.Number);
    }

    /// <summary>Adds UTF-8 text; blanks around it are padding and go.</summary>
    internal void AddText(ReadOnlySpan<byte> utf8)
    {
        utf8 = Trim(utf8);
        if (utf8.IsEmpty)
        {
            AddEmpty();
            return;
        }
        if (text.Length - textLength < utf8.Length)
        {
            if ((long)textLength + utf8.Length > Array.MaxLength)
                throw new Sources.InputRefused("table-too-large", $"Column '{Name}' holds more than 2 GB of text.") { Column = Name };
            Array.Resize(ref text, (int)Math.Min(Array.MaxLength, Math.Max(2L * text.Length, textLength + (long)utf8.Length + 64)));
        }
        utf8.CopyTo(text.AsSpan(textLength));
        textLength += utf8.Length;
        TextCount++;
        Add(Cell.Text);
    }

    internal void AddText(string value)
    {
        if (value.Length > 256)
        {
            AddText(Encoding.UTF8.GetBytes(value));
            return;
        }
        Span<byte> utf8 = stackalloc byte[value.Length * 3];
        AddText(utf8[..Encoding.UTF8.GetBytes(value, utf8)]);
    }

    private void Add(Cell cell)
    {
        if (cells.Length == Count)
            Array.Resize(ref cells, Grown(Count));
        if (TextCount > 0)
        {
            if (ends.Length <= Count)
                Array.Resize(ref ends, cells.Length);
            ends[Count] = textLength;
        }
        cells[Count++] = cell;
    }

    private static int Grown(int count) => count < 16 ? 16 : count + count / 2 + 1;

    internal ReadOnlySpan<byte> TextOf(int row)
    {
        var start = row == 0 ? 0 : ends[row - 1];
        return text.AsSpan(start, ends[row] - start);
    }

    internal bool IsText(int row) => cells[row] == Cell.Text;

    internal bool IsNumber(int row) => cells[row] == Cell.Number;

    internal double NumberOf(int row) => numbers[row];

    /// <summary>Text for a cell of a text column.</summary>
    internal string? StringOf(int row) => cells[row] switch
    {
        Cell.Text => Encoding.UTF8.GetString(TextOf(row)),
        Cell.Number => numbers[row].ToString("R", CultureInfo.InvariantCulture),
        _ => null,
    };

    internal static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> utf8)
    {
        while (utf8.Length > 0)
        {
            if (utf8[0] <= ' ')
                utf8 = utf8[1..];
            else if (utf8[^1] <= ' ')
                utf8 = utf8[..^1];
            else if (utf8.StartsWith("\u00a0"u8))
                utf8 = utf8[2..];
            else if (utf8.EndsWith("\u00a0"u8))
                utf8 = utf8[..^2];
            else
                break;
        }
        return utf8;
    }
}
