// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text;

namespace Schakel.Writers.Delimited;

/// <summary>Writes CSV (RFC 4180): UTF-8, comma between cells, point in numbers, one header row, every number with all its digits.</summary>
public static class DelimitedFile
{
    private static readonly System.Buffers.SearchValues<char> quoted = System.Buffers.SearchValues.Create(",\"\r\n");

    /// <summary>Writes the columns; shapes are left out.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="table">What.</param>
    /// <param name="cancel">Stops the work.</param>
    public static void Write(Stream stream, FeatureTable table, CancellationToken cancel = default)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16, leaveOpen: true) { NewLine = "\r\n" };
        for (var i = 0; i < table.Columns.Count; i++)
        {
            if (i > 0)
                writer.Write(',');
            Text(writer, table.Columns[i].Name);
        }
        writer.WriteLine();
        for (var row = 0; row < table.Rows; row++)
        {
            cancel.ThrowIfCancellationRequested();
            for (var i = 0; i < table.Columns.Count; i++)
            {
                if (i > 0)
                    writer.Write(',');
                switch (table.Columns[i])
                {
                    case TextCells text when text.Values[row] is { } cell:
                        Text(writer, cell);
                        break;
                    case NumberCells numbers when !double.IsNaN(numbers.Values[row]):
                        writer.Write(numbers.Values[row].ToString("R", CultureInfo.InvariantCulture));
                        break;
                }
            }
            writer.WriteLine();
        }
    }

    private static void Text(StreamWriter writer, string text)
    {
        text = FormulaGuard.Guarded(text);
        if (text.AsSpan().IndexOfAny(quoted) < 0 && text.AsSpan().Trim().Length == text.Length)
        {
            writer.Write(text);
            return;
        }
        writer.Write('"');
        writer.Write(text.Replace("\"", "\"\"", StringComparison.Ordinal));
        writer.Write('"');
    }
}
