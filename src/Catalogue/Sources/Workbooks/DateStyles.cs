// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace Schakel.Catalogue.Sources.Workbooks;

/// <summary>Which cell styles show a number as a date: Excel stores days since 1900 and only the style tells.</summary>
internal sealed class DateStyles
{
    private readonly List<bool> isDate = [];
    private readonly bool from1904;

    private DateStyles(bool from1904) => this.from1904 = from1904;

    internal static DateStyles Of(ZipArchiveEntry? styles, ReadOptions options, bool from1904)
    {
        var found = new DateStyles(from1904);
        if (styles is null)
            return found;
        var formats = new Dictionary<string, string>(StringComparer.Ordinal);
        var inCells = false;
        using var xml = WorkbookFile.Xml(styles, options);
        while (xml.Read())
        {
            if (xml.LocalName == "cellXfs")
                inCells = xml.NodeType == XmlNodeType.Element;
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "numFmt" && xml.GetAttribute("numFmtId") is { } id)
                formats[id] = xml.GetAttribute("formatCode") ?? "";
            else if (inCells && xml.LocalName == "xf")
                found.isDate.Add(IsDate(xml.GetAttribute("numFmtId") ?? "0", formats));
        }
        return found;
    }

    private static bool IsDate(string id, Dictionary<string, string> formats)
    {
        if (formats.TryGetValue(id, out var format))
            return LooksLikeDate(format);
        return int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is (>= 14 and <= 17) or 22;
    }

    // Letters of days and years outside quotes and brackets: "dd-mm-jjjj", but not "0 [Red]" and not "0,0 \"dagen\"".
    private static bool LooksLikeDate(string format)
    {
        var quoted = false;
        var bracketed = false;
        foreach (var c in format)
        {
            if (c == '"')
                quoted = !quoted;
            else if (c is '[' or ']')
                bracketed = c == '[';
            else if (!quoted && !bracketed && c is 'd' or 'D' or 'y' or 'Y' or 'j' or 'J' && !quoted && !bracketed)
                return true;
        }
        return false;
    }

    /// <summary>The date as text (<c>2015-12-31</c>, with the time when there is one), or null when the style shows a plain number.</summary>
    internal string? Text(string? style, double days)
    {
        if (!int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= isDate.Count || !isDate[index])
            return null;
        if (!(days >= 1 && days < 2_950_000))
            return null;
        // Day 60 of the 1900 count is a 29 February that never was.
        var start = from1904 ? new DateTime(1904, 1, 1, 0, 0, 0, DateTimeKind.Unspecified)
            : new DateTime(1899, 12, days < 60 ? 31 : 30, 0, 0, 0, DateTimeKind.Unspecified);
        var date = start.AddSeconds(Math.Round(days * 86400));
        return date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }
}
