// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;

namespace Schakel.Writers.Workbooks;

/// <summary>Writes one sheet, row by row.</summary>
internal static class SheetXml
{
    internal static void Write(StreamWriter writer, FeatureTable table, CancellationToken cancel)
    {
        writer.Write("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>""");
        var letters = Enumerable.Range(0, table.Columns.Count).Select(Letters).ToArray();
        writer.Write("""<row r="1">""");
        for (var i = 0; i < table.Columns.Count; i++)
            Text(writer, letters[i], 1, table.Columns[i].Name, """ s="1" """);
        writer.Write("</row>");
        for (var row = 0; row < table.Rows; row++)
        {
            cancel.ThrowIfCancellationRequested();
            var number = row + 2;
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"""<row r="{number}">"""));
            for (var i = 0; i < table.Columns.Count; i++)
                switch (table.Columns[i])
                {
                    case TextCells text when text.Values[row] is { } cell:
                        Text(writer, letters[i], number, cell, " ");
                        break;
                    case NumberCells numbers when !double.IsNaN(numbers.Values[row]):
                        writer.Write(string.Create(CultureInfo.InvariantCulture, $"""<c r="{letters[i]}{number}"><v>{numbers.Values[row]:R}</v></c>"""));
                        break;
                }
            writer.Write("</row>");
        }
        writer.Write("</sheetData></worksheet>");
    }

    private static void Text(StreamWriter writer, string letters, int row, string text, string style) =>
        writer.Write(string.Create(CultureInfo.InvariantCulture,
            $"""<c r="{letters}{row}"{style}t="inlineStr"><is><t xml:space="preserve">{CellText.Escaped(CellText.Fitting(text))}</t></is></c>"""));

    private static string Letters(int column)
    {
        var letters = "";
        for (column++; column > 0; column = (column - 1) / 26)
            letters = (char)('A' + ((column - 1) % 26)) + letters;
        return letters;
    }
}
