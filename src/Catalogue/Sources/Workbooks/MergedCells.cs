// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Xml;

namespace Schakel.Catalogue.Sources.Workbooks;

/// <summary>Cells that span others. Excel lists them behind the rows, so they are looked up before the rows are read.</summary>
internal sealed class MergedCells
{
    // A sheet with more is a drawing, not a table.
    private const int MostRanges = 100_000;

    private readonly Dictionary<(long Row, int Column), (long LastRow, int LastColumn)> ranges = [];

    internal static MergedCells None { get; } = new();

    internal bool IsEmpty => ranges.Count == 0;

    /// <summary>Reads the ranges of a sheet; broken ones are left out, for they hold no figures.</summary>
    internal static MergedCells Read(XmlReader xml)
    {
        var merged = new MergedCells();
        using (xml)
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element)
                    continue;
                // The rows themselves are of no use here and are most of the sheet.
                while (xml is { NodeType: XmlNodeType.Element, LocalName: "sheetData" })
                    xml.Skip();
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "mergeCell" } && xml.GetAttribute("ref")?.Split(':') is [var first, var last] && Parse(first) is { } from && Parse(last) is { } to
                    && to.Row >= from.Row && to.Column >= from.Column && merged.ranges.Count < MostRanges)
                    merged.ranges[from] = to;
            }
        return merged;
    }

    /// <summary>The last row and column of the range that begins in a cell; null when it spans no other.</summary>
    internal (long LastRow, int LastColumn)? From(long row, int column) => ranges.TryGetValue((row, column), out var to) ? to : null;

    /// <summary>Whether a range begins in this row and spans several columns: a heading over headings.</summary>
    internal bool HasWideIn(long row) => ranges.Any(range => range.Key.Row == row && range.Value.LastColumn > range.Key.Column);

    private static (long Row, int Column)? Parse(string reference)
    {
        var column = 0;
        var at = 0;
        for (; at < reference.Length && reference[at] is >= 'A' and <= 'Z'; at++)
            if ((column = column * 26 + (reference[at] - 'A' + 1)) > 16384)
                return null;
        return at > 0 && long.TryParse(reference.AsSpan(at), NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row > 0 ? (row, column - 1) : null;
    }
}
