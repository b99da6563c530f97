// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Schakel.Writers.Workbooks;

/// <summary>Writes an Excel workbook (ECMA-376): a sheet a table, header in bold and frozen, text as text and numbers as numbers.</summary>
/// <remarks>
/// Nothing is ever a formula: text is written as inline text, so that what begins with <c>=</c> stays what it is, and codes keep their zeros.
/// Libraries were not taken: MiniExcel writes text that begins with <c>=</c> as a formula, and none gives the same bytes twice.
/// </remarks>
public static class WorkbookFile
{
    /// <summary>What a sheet can hold.</summary>
    public const int MostRows = 1_048_575, MostColumns = 16_384;

    // The first moment that a zip archive can state.
    private static readonly DateTimeOffset noMoment = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes a workbook; shapes are left out.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="sheets">At least one; names differ in more than case.</param>
    /// <param name="cancel">Stops the work.</param>
    public static void Write(Stream stream, IReadOnlyList<FeatureTable> sheets, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfZero(sheets.Count);
        var names = sheets.Select((sheet, i) => CellText.SheetName(sheet.Name, i + 1)).ToArray();
        if (names.Distinct(StringComparer.OrdinalIgnoreCase).Count() < names.Length)
            throw new ArgumentException("Two sheets have one name.", nameof(sheets));
        foreach (var sheet in sheets)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(sheet.Rows, MostRows);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(sheet.Columns.Count, MostColumns);
        }

        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        Part(archive, "[Content_Types].xml", WorkbookParts.ContentTypes(sheets.Count));
        Part(archive, "_rels/.rels", WorkbookParts.Relations);
        Part(archive, "xl/workbook.xml", WorkbookParts.Workbook(names));
        Part(archive, "xl/_rels/workbook.xml.rels", WorkbookParts.WorkbookRelations(sheets.Count));
        Part(archive, "xl/styles.xml", WorkbookParts.Styles);
        for (var i = 0; i < sheets.Count; i++)
            using (var writer = Begin(archive, string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{i + 1}.xml")))
                SheetXml.Write(writer, sheets[i], cancel);
    }

    private static void Part(ZipArchive archive, string name, string text)
    {
        using var writer = Begin(archive, name);
        writer.Write(text);
    }

    private static StreamWriter Begin(ZipArchive archive, string name)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = noMoment;
        return new StreamWriter(entry.Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16);
    }
}
