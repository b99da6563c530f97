// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using System.Text.RegularExpressions;
using Schakel.Web.Assets;

namespace Schakel.Web.Reports;

/// <summary>The style of a report in one piece, letters included: it opens the same without a network.</summary>
internal static partial class ReportStyle
{
    private static readonly string[] sheets = ["css/tokens.css", "css/page.css", "css/ladder.css", "css/evidence.css", "css/report.css"];

    internal static string Of(ShippedFiles files)
    {
        var style = new StringBuilder();
        foreach (var sheet in sheets)
            style.Append(Encoding.UTF8.GetString((files.Find(sheet) ?? throw new InvalidOperationException($"{sheet} is not among the shipped files.")).Bytes)).Append('\n');

        // Letters for names outside western Europe, and those of the map, are not worth their size here.
        var lean = FontFace().Replace(style.ToString(), face => face.Value.Contains("latin-ext", StringComparison.Ordinal) || face.Value.Contains("Schakel Map", StringComparison.Ordinal) ? "" : face.Value);
        return FontFile().Replace(Comment().Replace(lean, ""), file => files.Find("vendor/" + file.Groups[1].Value) is { } font
            ? $"url(data:font/woff2;base64,{Convert.ToBase64String(font.Bytes)})"
            : throw new InvalidOperationException($"{file.Groups[1].Value} is not among the shipped files."));
    }

    [GeneratedRegex(@"@font-face\s*\{[^}]*\}")]
    private static partial Regex FontFace();

    [GeneratedRegex("url\\(\"\\.\\./vendor/([^\"]+)\"\\)")]
    private static partial Regex FontFile();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();
}
