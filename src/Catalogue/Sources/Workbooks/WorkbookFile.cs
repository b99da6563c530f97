// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.IO.Compression;
using System.Xml;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Sources.Archives;

namespace Schakel.Catalogue.Sources.Workbooks;

/// <summary>Reads sheets of an Excel workbook: the one that is asked for, the first that holds figures, or (for an import) all that hold a table.</summary>
/// <remarks>An own reader, for the answers of formulas and cells in error must be told apart from figures, and an archive from outside must not grow without limit.</remarks>
internal static class WorkbookFile
{
    /// <summary>Of one part of a workbook, unpacked: the largest sheet that Excel can make of figures is half of this.</summary>
    internal const long MostBytes = 1L << 30;

    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private sealed record Sheet(string Name, ZipArchiveEntry? Entry);

    internal static List<TableDraft> Read(ZipArchive book, ReadOptions options, CancellationToken cancel)
    {
        try
        {
            var sheets = Sheets(book, options, out var date1904);
            if (sheets.Count == 0)
                throw new InputRefused("no-layers", "The workbook has no sheets.") { Expected = "one sheet with a table" };
            if (options.Layer is { } wanted)
                sheets = [sheets.Find(sheet => string.Equals(sheet.Name, wanted, StringComparison.OrdinalIgnoreCase))
                    ?? throw new InputRefused("no-such-layer", $"There is no sheet '{wanted}' in the workbook.")
                    {
                        Layer = wanted, Value = wanted, Expected = string.Join(", ", sheets.Select(sheet => sheet.Name)),
                    }];
            var strings = SharedStrings(book, options);
            var dates = DateStyles.Of(Entry(book, "xl/styles.xml"), options, date1904);
            return Tables(sheets, strings, dates, options, cancel);
        }
        catch (XmlException broken)
        {
            throw new InputRefused("file-damaged", $"The workbook cannot be read: line {broken.LineNumber} of its XML is broken.") { Expected = "a complete .xlsx; save it again in Excel or LibreOffice" };
        }
    }

    // Workbooks of CBS start with sheets of explanation; the first with figures is meant, unless all are wanted.
    private static List<TableDraft> Tables(List<Sheet> sheets, List<string> strings, DateStyles dates, ReadOptions options, CancellationToken cancel)
    {
        var tables = new List<TableDraft>();
        TableDraft? first = null;
        TableDraft? figures = null;
        foreach (var sheet in sheets)
        {
            if (sheet.Entry is null)
                continue;
            TableDraft draft;
            try
            {
                draft = SheetRows.Read(Xml(sheet.Entry, options), MergedCells.Read(Xml(sheet.Entry, options)), sheet.Name, strings, dates, new ColumnChoice(options.Columns), cancel);
            }
            catch (InputRefused refused) when (figures is not null)
            {
                // A chart or a note behind the figures is no reason to do without them.
                figures.Notes.Add($"Sheet '{sheet.Name}' was left out: {refused.Message}");
                continue;
            }
            var isTable = draft.RowCount > 0 && draft.Columns.Count > 1;
            var hasFigures = isTable && draft.Columns.Exists(column => ColumnSurvey.Of(column).IsFigures);
            if (hasFigures && !options.EverySheet)
                return [draft];
            if (hasFigures)
                figures ??= draft;
            if (isTable && options.EverySheet)
                tables.Add(draft);
            if (first is null || (first.RowCount == 0 && draft.RowCount > 0))
                first = draft;
        }
        foreach (var table in tables)
            table.IsOneOfSheets = tables.Count > 1;
        return tables.Count > 0 ? tables : [first ?? throw new InputRefused("file-damaged", "The workbook names sheets that are not in it.") { Expected = "a complete .xlsx" }];
    }

    private static List<Sheet> Sheets(ZipArchive book, ReadOptions options, out bool date1904)
    {
        date1904 = false;
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Entry(book, "xl/_rels/workbook.xml.rels") is { } rels)
            using (var xml = Xml(rels, options))
                while (xml.Read())
                    if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Relationship" && xml.GetAttribute("Id") is { } id && xml.GetAttribute("Target") is { } target)
                        targets[id] = target.StartsWith('/') ? target[1..] : "xl/" + target;
        var sheets = new List<Sheet>();
        var workbook = Entry(book, "xl/workbook.xml") ?? throw new InputRefused("file-damaged", "The workbook has no list of sheets.") { Expected = "a complete .xlsx" };
        using (var xml = Xml(workbook, options))
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element)
                    continue;
                if (xml.LocalName == "workbookPr")
                    date1904 = xml.GetAttribute("date1904") is "1" or "true";
                if (xml.LocalName == "sheet" && xml.GetAttribute("name") is { } name)
                    sheets.Add(new Sheet(name, targets.GetValueOrDefault(xml.GetAttribute("id", Relationships) ?? "") is { } target ? Entry(book, target) : null));
            }
        return sheets;
    }

    private static List<string> SharedStrings(ZipArchive book, ReadOptions options)
    {
        var strings = new List<string>();
        if (Entry(book, "xl/sharedStrings.xml") is not { } entry)
            return strings;
        using var xml = Xml(entry, options);
        while (xml.Read())
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "si")
                strings.Add(SheetRows.RichText(xml));
        return strings;
    }

    private static ZipArchiveEntry? Entry(ZipArchive book, string name) =>
        book.GetEntry(name) ?? book.Entries.FirstOrDefault(entry => string.Equals(entry.FullName.Replace('\\', '/'), name, StringComparison.OrdinalIgnoreCase));

    internal static XmlReader Xml(ZipArchiveEntry entry, ReadOptions options) => XmlReader.Create(
        ZipFileContent.Open(entry, options, MostBytes),
        new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true, IgnoreComments = true, IgnoreProcessingInstructions = true });
}
