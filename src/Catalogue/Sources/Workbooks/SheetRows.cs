// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text;
using System.Xml;
using Schakel.Catalogue.Columns;

namespace Schakel.Catalogue.Sources.Workbooks;

/// <summary>Reads the rows of a sheet: a header, perhaps below a title, and cells below it.</summary>
internal sealed class SheetRows
{
    private const int MostColumns = 16384;
    private const int MostTitleRows = 20;

    private readonly record struct Cell(int Column, string? Text, double Number);

    private readonly XmlReader xml;
    private readonly MergedCells merged;
    private readonly List<string> strings;
    private readonly DateStyles dates;
    private readonly TableDraft draft;
    private readonly ColumnChoice choice;
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);
    private readonly Dictionary<int, ColumnBuilder?> targets = [];
    private readonly List<Cell> cells = [];
    private readonly List<string> titles = [];
    private readonly Dictionary<int, (string Text, long LastRow)> spanning = [];
    private readonly SortedDictionary<int, string> over = [];
    private List<Cell>? firstTitle;
    private long repeated;
    private long formulasWithoutValue, firstFormula;

    private SheetRows(XmlReader xml, MergedCells merged, string name, List<string> strings, DateStyles dates, ColumnChoice choice)
    {
        this.xml = xml;
        this.merged = merged;
        this.strings = strings;
        this.dates = dates;
        this.choice = choice;
        draft = new TableDraft(name) { Lines = [] };
    }

    internal static TableDraft Read(XmlReader xml, MergedCells merged, string name, List<string> strings, DateStyles dates, ColumnChoice choice, CancellationToken cancel)
    {
        using (xml)
        {
            var rows = new SheetRows(xml, merged, name, strings, dates, choice);
            rows.All(cancel);
            return rows.draft;
        }
    }

    private void All(CancellationToken cancel)
    {
        long number = 0;
        var hasHeader = false;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "row")
                continue;
            cancel.ThrowIfCancellationRequested();
            number = long.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var said) && said > 0 ? said : number + 1;
            Cells(number);
            if (cells.Count == 0)
                continue;
            if (hasHeader)
            {
                FillDown(number);
                Row(number);
            }
            else
                hasHeader = Header(number);
        }
        if (!hasHeader && firstTitle is not null)
            OneColumn();
        Complete();
    }

    private void Complete()
    {
        SparseColumns.RequireRoom(draft);
        foreach (var column in draft.Columns)
            SparseColumns.Pad(column, draft.RowCount);
        if (titles.Count > 0)
            draft.Notes.Add($"The title above the header was left out: '{ColumnFinish.Cut(titles[0])}'.");
        if (repeated > 0)
            draft.Notes.Add(string.Create(CultureInfo.InvariantCulture, $"{repeated} cell(s) lie under a merged cell above them and got its text."));
        if (formulasWithoutValue > 0)
            draft.Notes.Add(string.Create(CultureInfo.InvariantCulture,
                $"{formulasWithoutValue} cell(s) hold a formula without its answer and count as missing, the first in row {firstFormula}; save the workbook in Excel or LibreOffice to keep the answers."));
    }

    // A single name in a row is a title, until it turns out that no wider row follows: then the sheet is one column.
    private bool Header(long number)
    {
        if (over.Count == 0 && merged.HasWideIn(number) && cells.Count > 1)
        {
            // "Bevolking" over "inwoners" and "huishoudens": the name of a column is both.
            foreach (var cell in cells)
                for (var column = cell.Column; column <= (merged.From(number, cell.Column)?.LastColumn ?? cell.Column); column++)
                    over[column] = TextOf(cell);
            firstTitle = null;
            return false;
        }
        if (over.Count > 0)
        {
            var below = cells.DistinctBy(cell => cell.Column).ToDictionary(cell => cell.Column, TextOf);
            foreach (var column in over.Keys.Concat(below.Keys).Distinct().Order())
                Name(new Cell(column, string.Join(' ', new[] { over.GetValueOrDefault(column), below.GetValueOrDefault(column) }.Where(part => part is not null)), 0));
            return true;
        }
        if (cells.Count > 1 || titles.Count >= MostTitleRows)
        {
            firstTitle = null;
            foreach (var cell in cells)
                Name(cell);
            return true;
        }
        if (firstTitle is null)
            firstTitle = [.. cells];
        titles.Add(TextOf(cells[0]));
        return false;
    }

    private void OneColumn()
    {
        Name(firstTitle![0]);
        var column = targets[firstTitle[0].Column];
        for (var i = 1; i < titles.Count; i++)
        {
            column?.AddText(titles[i]);
            draft.Lines!.Add(i + 1);
            draft.RowCount++;
        }
        titles.Clear();
    }

    private void Name(Cell cell)
    {
        var name = TextOf(cell);
        targets[cell.Column] = choice.Wants(name) ? draft.AddColumn(name, taken) : null;
    }

    private void Row(long number)
    {
        // One text below the table is a footnote.
        if (cells.Count == 1 && targets.Count > 2 && cells[0].Text is { } footnote && footnote.Length > 40)
        {
            draft.Notes.Add(string.Create(CultureInfo.InvariantCulture, $"Row {number} holds one text and was left out: '{ColumnFinish.Cut(footnote)}'."));
            return;
        }
        var any = false;
        foreach (var cell in cells)
        {
            if (!targets.TryGetValue(cell.Column, out var column))
            {
                if (targets.Count >= MostColumns)
                    continue;
                column = targets[cell.Column] = choice.Wants("") ? draft.AddColumn("", taken) : null;
            }
            any = true;
            if (column is null || column.Count > draft.RowCount)
                continue;
            SparseColumns.RequireRoom(draft);
            SparseColumns.Pad(column, draft.RowCount);
            if (cell.Text is null)
                column.AddNumber(cell.Number);
            else
                column.AddText(cell.Text);
        }
        if (!any)
            return;
        draft.Lines!.Add(number);
        draft.RowCount++;
    }

    /// <summary>A name or code over several rows holds for each of them. A figure does not: it would count more than once.</summary>
    private void FillDown(long number)
    {
        if (merged.IsEmpty)
            return;
        foreach (var (column, (text, last)) in spanning.Where(pair => pair.Value.LastRow >= number && !cells.Exists(cell => cell.Column == pair.Key)).OrderBy(pair => pair.Key).ToList())
        {
            cells.Add(new Cell(column, text, 0));
            repeated++;
        }
        foreach (var cell in cells)
            if (cell.Text is { } text && merged.From(number, cell.Column) is { } to && to.LastRow > number)
                spanning[cell.Column] = (text, to.LastRow);
    }

    private static string TextOf(Cell cell) => cell.Text ?? cell.Number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>The cells of the row that the reader stands on; empty ones are left out.</summary>
    private void Cells(long row)
    {
        cells.Clear();
        if (xml.IsEmptyElement)
            return;
        var depth = xml.Depth;
        var column = -1;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "c")
                continue;
            column = ColumnOf(xml.GetAttribute("r"), row) ?? column + 1;
            if (column >= MostColumns)
                throw new InputRefused("too-many-columns", $"The row has more than {MostColumns} cells.") { Layer = draft.Layer, Row = row };
            var cell = Read(column, row);
            if (cell is { } found)
                cells.Add(found);
        }
    }

    private Cell? Read(int column, long row)
    {
        var (type, style) = (xml.GetAttribute("t"), xml.GetAttribute("s"));
        string? value = null;
        var formula = false;
        if (!xml.IsEmptyElement)
        {
            var depth = xml.Depth;
            xml.Read();
            while (xml.Depth > depth)
            {
                if (xml.NodeType != XmlNodeType.Element)
                {
                    xml.Read();
                }
                else if (xml.LocalName == "v")
                {
                    value = xml.ReadElementContentAsString();
                }
                else if (xml.LocalName == "is")
                {
                    value = RichText(xml);
                    xml.Read();
                }
                else
                {
                    formula |= xml.LocalName == "f";
                    xml.Skip();
                }
            }
        }
        if (string.IsNullOrWhiteSpace(value))
        {
            if (formula && formulasWithoutValue++ == 0)
                firstFormula = row;
            return null;
        }
        return Meaning(column, type, style, value, row);
    }

    private Cell? Meaning(int column, string? type, string? style, string value, long row)
    {
        switch (type)
        {
            case "s":
                if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= strings.Count)
                    throw new InputRefused("file-damaged", "The cell refers to a text that is not in the workbook.") { Layer = draft.Layer, Row = row, Value = value, Expected = "a complete .xlsx" };
                return string.IsNullOrWhiteSpace(strings[index]) ? null : new Cell(column, strings[index], 0);
            case null or "n":
                return double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                    ? new Cell(column, dates.Text(style, number), number)
                    : new Cell(column, value, 0);
            case "b":
                return new Cell(column, null, value is "1" or "true" ? 1 : 0);
            default:
                return new Cell(column, value, 0); // str, inlineStr, d, and e: an error such as #N/A counts as missing later
        }
    }

    /// <summary>Joins the runs of a rich text; phonetic hints are left out. The reader ends on the closing tag.</summary>
    internal static string RichText(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return "";
        var depth = xml.Depth;
        string? first = null;
        StringBuilder? more = null;
        xml.Read();
        while (xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "t")
            {
                var run = xml.ReadElementContentAsString();
                if (first is null)
                    first = run;
                else
                    (more ??= new StringBuilder(first)).Append(run);
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "rPh")
            {
                xml.Skip();
            }
            else if (!xml.Read())
            {
                break;
            }
        }
        return more?.ToString() ?? first ?? "";
    }

    // "BC12" is column 54 of row 12.
    private int? ColumnOf(string? reference, long row)
    {
        if (reference is null)
            return null;
        var column = 0;
        foreach (var c in reference)
        {
            if (c is < 'A' or > 'Z')
                break;
            column = column * 26 + (c - 'A' + 1);
            if (column > MostColumns)
                throw new InputRefused("too-many-columns", $"The row has more than {MostColumns} cells.") { Layer = draft.Layer, Row = row, Value = reference };
        }
        return column == 0 ? null : column - 1;
    }
}
